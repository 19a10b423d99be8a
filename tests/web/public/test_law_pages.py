"""The rulebook as pages."""

import re

import pytest
from django.test import Client

from evenhand.law.rulebook import rulebook
from evenhand.web.public import lawbook
from evenhand.web.public.law_search import OUR_WORDS, places, search
from tests.web.pages import RULES, parse, reads


def test_a_rule_shows_all_that_it_is(client: Client) -> None:
    page = reads(client.get("/about-the-law/contact_adviser").content)
    for words in (
        "Contact the mediation adviser within two months, and say whether you wish to mediate.",
        "regulation 33",
        "regulation 34(2)",
        "We read the text itself.",
        "What is the disagreement about?",
        "A weekend, August or Christmas does not give more time here.",
        "Dated 12 June, sent 15 June",
    ):
        assert words in page


def test_a_name_of_two_rules_shows_both(client: Client) -> None:
    page = parse(client.get("/about-the-law/judicial_review").content)
    assert [h.text for h in page.iter("h2") if h.get("id") in ("route", "date")] == [
        "A way to go",
        "A last day",
    ]


def test_versions_stand_on_a_line_of_time_with_a_table_under_it(client: Client) -> None:
    tree = parse(client.get("/about-the-law/recommendations").content)
    bars = [found for found in tree.iter() if found.get("class") == "eh-line__bar"]
    assert len(bars) == 2
    page = reads(client.get("/about-the-law/recommendations").content)
    assert "to 2 April 2018" in page
    assert "from 3 April 2018" in page


def test_where_we_did_not_read_the_text_the_page_says_so(client: Client) -> None:
    entries = [entry for part in rulebook()["parts"] for entry in part["entries"]]
    name = next(
        entry["name"]
        for entry in entries
        for version in entry["versions"]
        for cite in version["citations"]
        if cite["confidence"] == "unverified"
    )
    assert "We wrote this from memory" in reads(client.get(f"/about-the-law/{name}").content)


@pytest.mark.parametrize("words", ["certificate", "CERTIFICATE", "three working days", "August"])
def test_a_search_finds_rules(client: Client, words: str) -> None:
    tree = parse(client.get("/about-the-law", {"q": words}).content)
    section = tree.find(".//section[@aria-labelledby='found']")
    assert section is not None
    links = [link.get("href", "") for link in section.iter("a")]
    assert links
    assert all(link.startswith("/about-the-law/") for link in links)


def test_a_word_too_many_finds_what_holds_the_others() -> None:
    assert search("working days elephant") == search("working days")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("bank holiday", "/about-the-law/calendars#bank-holidays"),
        ("detained", "/about-the-law/decisions#decisions-4"),
        ("budget", "/about-the-law/decisions#decisions-2"),
        ("deadline", "/about-the-law/register_appeal"),
        ("deadlines", "/about-the-law/register_appeal"),
        ("taxi", "/about-the-law#expenses-1"),
        ("governing body", "/about-the-law/at-a-glance#setting_complaint"),
        ("two anchors", "/about-the-law/open-questions#question-1"),
        ("coronavirus relaxations", "/about-the-law/sources#read"),
    ],
)
def test_a_search_looks_through_every_page_about_the_law(client: Client, typed: str, found: str) -> None:
    tree = parse(client.get("/about-the-law", {"q": typed}).content)
    section = tree.find(".//section[@aria-labelledby='found']")
    assert section is not None
    assert found in [link.get("href") for link in section.iter("a")]


def test_where_each_place_is_there_is_something(client: Client) -> None:
    ids: dict[str, set[str | None]] = {}
    for place in places():
        to, _, anchor = place.to.partition("#")
        if to not in ids:
            ids[to] = {found.get("id") for found in parse(client.get(to).content).iter()}
        assert anchor in ids[to], place.to


def test_a_search_that_finds_nothing_offers_words_that_find_something(client: Client) -> None:
    page = client.get("/about-the-law", {"q": "zzzz"}).content.decode()
    for word in OUR_WORDS:
        assert str(word) in page
        assert search(str(word)).count


def test_no_rule_hides_behind_a_page() -> None:
    assert not {"at-a-glance", "decisions", "calendars", "sources"} & set(lawbook.entries())


def test_the_pages_hold_what_the_rulebook_holds(client: Client) -> None:
    book = rulebook()
    glance = reads(client.get("/about-the-law/at-a-glance").content)
    for one in book["at_a_glance"]:
        for name in ("who", "about", "first", "to", "limit", "bars"):
            assert one[name] in glance
    calendars = reads(client.get("/about-the-law/calendars").content)
    assert "2026 1 January, 3 April, 6 April, 4 May, 25 May, 31 August, 25 December, 28 December" in calendars
    decisions = reads(client.get("/about-the-law/decisions").content)
    for words in (
        "Section: J What it holds: personal budget",
        "Matter: refusal to assess",
        "Born on: 31 August 2010",
    ):
        assert words in decisions
    sources = reads(client.get("/about-the-law/sources").content)
    for cite in book["citations"]:
        assert cite["label"] in sources
    for read in book["read"]:
        assert " ".join(read["where"].split()) in sources


def test_conditions_are_questions_with_answers(client: Client) -> None:
    page = reads(client.get("/about-the-law/certificate").content)
    assert "Has the council sent its written notice? no" in page
    given = reads(client.get("/about-the-law/contact_adviser").content)
    assert "Has the council sent its written notice? yes, on 15 June 2026" in given
    for name in RULES:
        page = reads(client.get(f"/about-the-law/{name}").content, "main")
        assert "has not happened" not in page, name


@pytest.mark.parametrize("words", ["zzzz", "%00", "<b>", "'; DROP", "x" * 3000])
def test_a_search_for_nothing_we_have_says_so(client: Client, words: str) -> None:
    answer = client.get("/about-the-law", {"q": words})
    assert answer.status_code == 200
    assert "Try one word" in answer.content.decode()


def test_a_rule_that_is_not_there_leads_to_the_search(client: Client) -> None:
    answer = client.get("/about-the-law/contact advisr")
    assert answer.status_code == 404
    assert "/about-the-law/contact_adviser" in answer.content.decode()


def test_both_readings_of_each_open_question_are_said(client: Client) -> None:
    page = reads(client.get("/about-the-law/open-questions").content)
    for question in rulebook()["law_questions"]:
        assert " ".join(question["taken"].split()) in page


def test_proposals_are_said_to_be_no_law(client: Client) -> None:
    page = reads(client.get("/about-the-law/proposals").content)
    assert len(re.findall("A proposal, not law.", page)) == len(rulebook()["proposals"])


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (None, "has not happened"),
        (True, "yes"),
        ("2026-06-15", "15 June 2026"),
        (["section_b", "section_f"], "section b, section f"),
        ([], "none"),
        ([{"action": "cease_plan", "notify": None}], "action – cease plan, notify – has not happened"),
        (3, "3"),
    ],
)
def test_the_values_of_an_example_are_said_in_words(given: object, words: str) -> None:
    assert lawbook.value(given) == words


def test_no_page_of_a_rule_shows_a_value_of_python(client: Client) -> None:
    for name in RULES:
        page = reads(client.get(f"/about-the-law/{name}").content, "main")
        assert not re.search(r"\b(None|True|False|nan)\b|[a-z]_[a-z]", page), name
