"""The words for a Local Offer and for head teachers: complete, cited, plain."""

import re
from collections.abc import Callable

import pytest

from evenhand import directory
from evenhand.directory.known_to import local_offer_text, notice_for_heads
from evenhand.directory.model import Area, Paragraph, Role

SOME = ["ealing", "kent", *(page.slug for page in directory.described()[1:])]
BOTH: list[Callable[[Area], list[Paragraph]]] = [local_offer_text, notice_for_heads]


def area(slug: str) -> Area:
    found = directory.area(slug)
    assert found is not None
    return found


def words(paragraphs: list[Paragraph]) -> str:
    return "\n".join(paragraph.text for paragraph in paragraphs)


@pytest.mark.parametrize("text", BOTH)
@pytest.mark.parametrize("slug", SOME)
class TestBothTexts:
    def test_every_paragraph_has_its_citation_or_its_source(
        self, text: Callable[[Area], list[Paragraph]], slug: str
    ):
        for paragraph in text(area(slug)):
            if paragraph.style != "heading":
                assert paragraph.cites or paragraph.sources, paragraph.text

    def test_the_six_things_to_know_are_said(self, text: Callable[[Area], list[Paragraph]], slug: str):
        said = words(text(area(slug)))
        for phrase in (
            "voluntary",
            "independent",
            "free",
            "confidential",
            "does not change the right to appeal",
            "does not change the right to complain",
        ):
            assert phrase in said, phrase

    def test_families_are_shown_three_kinds_and_told_of_the_fourth(
        self, text: Callable[[Area], list[Paragraph]], slug: str
    ):
        said = words(text(area(slug)))
        assert "three kinds" in said
        assert "a fourth kind. It is between a council and a health body" in said
        assert "integrated care board (ICB)" in said
        assert not re.search(r"\bCCG|clinical commissioning", said, re.I)

    def test_no_place_is_left_empty(self, text: Callable[[Area], list[Paragraph]], slug: str):
        said = words(text(area(slug)))
        assert "{" not in said
        assert "None" not in said

    def test_it_is_plain(self, text: Callable[[Area], list[Paragraph]], slug: str):
        own = [p.text for p in text(area(slug)) if p.style in ("text", "item") and p.cites]
        assert grade(" ".join(own)) <= 8.0

    def test_no_sentence_is_long(self, text: Callable[[Area], list[Paragraph]], slug: str):
        for paragraph in text(area(slug)):
            for sentence in re.split(r"(?<=[.!?]) ", paragraph.text):
                assert len(sentence.split()) <= 27, sentence


def test_the_law_is_cited_by_both():
    for text in BOTH:
        ids = {cite.id for paragraph in text(area("ealing")) for cite in paragraph.cites}
        assert {"send-code-2015/11.8", "send-code-2015/11.9", "send-code-2015/11.10"} <= ids
    heads = {cite.id for paragraph in notice_for_heads(area("kent")) for cite in paragraph.cites}
    assert {"cfa-2014/57(8)", "cfa-2014/57(9)"} <= heads


def test_heads_are_told_who_must_be_told():
    said = words(notice_for_heads(area("kent")))
    for person in ("parents", "young people", "head teachers", "governing bodies"):
        assert person in said
    assert "proprietors and principals" in said


def test_ealings_own_services_are_in_its_text():
    said = words(local_offer_text(area("ealing")))
    for detail in ("London Borough of Ealing", "Ealing ISAID", "KIDS", "020 8825 5588"):
        assert detail in said


@pytest.mark.parametrize("text", BOTH)
@pytest.mark.parametrize("slug", [found.slug for found in directory.areas()])
def test_it_is_fit_for_a_council_to_publish(text: Callable[[Area], list[Paragraph]], slug: str):
    """Nothing in it is a note to the council, or sends a reader to ask the council what the council should say."""
    said = words(text(area(slug)))
    for note in (r"\bdocument\b", "as read", "not named", "have not been checked", "before you publish"):
        assert not re.search(note, said, re.I), note
    for note in ("Ask the council who", "Look at the council's letter", "Search for the council"):
        assert note not in said
    for role in (Role.FREE_ADVICE, Role.RESOLUTION):
        assert re.search(rf"^{role.value}: (\[name of the service\]|\w)", said, re.M | re.I)


def test_what_is_not_known_is_a_blank_and_what_is_known_is_not():
    ealing = local_offer_text(area("ealing"))
    isaid = ealing.index(next(p for p in ealing if p.text == "Free advice: Ealing ISAID."))
    assert [p.text for p in ealing[isaid + 1 : isaid + 4]] == [
        "Telephone: [telephone number]",
        "Email: [email address]",
        "Web: [web address]",
    ]
    assert "[name of the" not in words(ealing)
    kent = local_offer_text(area("kent"))
    assert "Mediation: [name of the service]." in words(kent)
    unnamed = area("prime-resolution-council")
    assert "Here the council is [name of the council]." in words(local_offer_text(unnamed))
    assert "[web address of the Local Offer]" in words(notice_for_heads(unnamed))


def test_an_area_known_by_name_gets_no_invented_detail():
    paragraphs = local_offer_text(area("kent"))
    said = words(paragraphs)
    assert "Kent County Council" in said
    assert not re.search(r"\d{5}|@|www\.|https?:", said)
    assert all(paragraph.blanks for paragraph in paragraphs if paragraph.style == "detail")


def test_what_a_translator_sees_has_places_and_not_values():
    wordings = [paragraph.wording for paragraph in local_offer_text(area("ealing"))]
    assert "Telephone: {value}" in wordings
    assert not any("Ealing ISAID" in wording for wording in wordings)


def syllables(word: str) -> int:
    """A fair guess: groups of vowels, a silent e at the end not counted."""
    groups = len(re.findall(r"[aeiouy]+", word.casefold()))
    if word.casefold().endswith("e") and not word.casefold().endswith("le") and groups > 1:
        groups -= 1
    return max(groups, 1)


def grade(text: str) -> float:
    """The school grade of Flesch and Kincaid; 6 is a reader of eleven or twelve."""
    sentences = len(re.findall(r"[.!?:](?: |$)", text))
    found = re.findall(r"[A-Za-z']+", text)
    per_sentence = len(found) / sentences
    per_word = sum(map(syllables, found)) / len(found)
    return 0.39 * per_sentence + 11.8 * per_word - 15.59


def test_the_measure_of_plainness_knows_hard_words_from_easy_ones():
    assert grade("The cat sat on the mat. It was glad.") < 2
    hard = "Notwithstanding applicable statutory obligations, authorities commission provision."
    assert grade(hard) > 15
