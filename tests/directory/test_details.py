"""Every detail says where it was read; nothing is presented as checked; nobody is quoted or named."""

import ast
import dataclasses
import os
import re
import sys
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from evenhand import directory
from evenhand.directory.model import (
    Area,
    Detail,
    DetailKind,
    Organisation,
    Paragraph,
    Source,
    Told,
    Unsourced,
)
from evenhand.directory.organisations import ORGANISATIONS
from evenhand.directory.sources import EALING, READ_ON, SEEDS

from .seeds_table import DATA, load

ROOM = Path(directory.__file__).parent


def walk(thing: object):
    """Everything that the directory holds, however deep."""
    yield thing
    if dataclasses.is_dataclass(thing):
        for field in dataclasses.fields(thing):
            yield from walk(getattr(thing, field.name))
    elif isinstance(thing, tuple):
        for part in thing:
            yield from walk(part)


EVERYTHING = list(walk((directory.areas(), ORGANISATIONS)))
DETAILS = [thing for thing in EVERYTHING if isinstance(thing, Detail)]
TOLD = [thing for thing in EVERYTHING if isinstance(thing, Told)]
STRINGS = [thing for thing in EVERYTHING if isinstance(thing, str)]


def test_there_is_something_to_hold_to_these_rules():
    assert len(DETAILS) > 15
    assert len(TOLD) > 50


@pytest.mark.parametrize("thing", [*DETAILS, *TOLD], ids=str)
def test_each_has_a_document_and_the_day_it_was_read(thing: Detail | Told):
    assert thing.source.document
    assert thing.source.read_on == READ_ON == date(2026, 11, 22)
    assert str(thing.source).endswith("(undated), as read on 22 November 2026")


def test_a_source_outside_the_five_documents_has_its_address():
    for thing in (*DETAILS, *TOLD):
        assert thing.source in SEEDS or thing.source.address.startswith("https://"), thing


def test_nothing_is_presented_as_checked():
    assert all(detail.checked_on is None for detail in DETAILS)


class TestWhatCannotBeMade:
    @pytest.mark.parametrize("source", [None, "", "somebody told me", Source("x", "", READ_ON)])
    def test_a_detail_without_a_source(self, source: object):
        with pytest.raises(Unsourced, match="020 8825 5588"):
            Detail(DetailKind.TELEPHONE, "020 8825 5588", source)  # type: ignore[arg-type]

    def test_a_detail_that_forgets_the_source_altogether(self):
        with pytest.raises(TypeError):
            Detail(DetailKind.TELEPHONE, "020 8825 5588")  # type: ignore[call-arg]

    def test_a_saying_or_an_organisation_without_a_source(self):
        with pytest.raises(Unsourced):
            Told("It helps.", None)  # type: ignore[arg-type]
        with pytest.raises(Unsourced):
            Organisation("x", "Somebody", None)  # type: ignore[arg-type]

    @pytest.mark.parametrize(
        ("kind", "value"),
        [
            (DetailKind.TELEPHONE, "children@ealing.gov.uk"),
            (DetailKind.TELEPHONE, ""),
            (DetailKind.EMAIL, "ealing.gov.uk"),
            (DetailKind.WEB, "javascript:alert(1)"),
            (DetailKind.HOURS, ""),
            (DetailKind.COMPANY_NUMBER, "1"),
        ],
    )
    def test_a_value_that_cannot_be_of_its_kind(self, kind: DetailKind, value: str):
        with pytest.raises(ValueError, match="cannot be"):
            Detail(kind, value, EALING)

    def test_a_check_before_the_reading(self):
        with pytest.raises(ValueError, match="before it was read"):
            Detail(DetailKind.HOURS, "always", EALING, checked_on=date(2026, 11, 21))

    def test_a_detail_cannot_lose_its_source_later(self):
        with pytest.raises(dataclasses.FrozenInstanceError):
            DETAILS[0].source = None  # type: ignore[misc]


def test_links_are_what_a_telephone_or_browser_takes():
    hrefs = {detail.value: detail.href for detail in DETAILS}
    assert hrefs["020 8825 5588"] == "tel:+442088255588"
    assert hrefs["children@ealing.gov.uk"] == "mailto:children@ealing.gov.uk"
    assert hrefs["www.ipsea.org.uk"] == "https://www.ipsea.org.uk"
    assert hrefs["http://www.ace-ed.org.uk"] == "http://www.ace-ed.org.uk"
    assert hrefs["Monday to Friday, 9am to 5pm"] == ""


def test_national_organisations_have_the_addresses_that_the_document_gives():
    given = {
        organisation.name: organisation.details[0].value
        for organisation in directory.national_organisations()
    }
    assert given == {
        "IPSEA": "www.ipsea.org.uk",
        "Contact": "www.cafamily.org.uk",
        "Coram Children's Legal Centre": "www.childrenslegalcentre.com",
        "ACE education advice": "http://www.ace-ed.org.uk",
    }


def test_nobody_speaks_in_their_own_voice():
    for told in TOLD:
        assert not re.search(r"\b(we|our|us|i|my)\b", told.text, re.I), told
        assert not set(told.text) & set('“”"«»'), told


def test_no_person_is_named():
    """No title with a name, nor the one surname that a document prints (kept here as a hash)."""
    text = "\n".join(STRINGS) + DATA.read_text(encoding="utf-8")
    assert not re.search(r"\b(Mrs?|Ms|Miss|Dr)\.? [A-Z]", text)
    words = set(re.findall(r"[a-z]+", text.casefold()))
    hashes = {sha256(word.encode()).hexdigest()[:16] for word in words}
    assert sha256(b"ealing").hexdigest()[:16] in hashes, "the measure itself must see words"
    assert "b9056f315d0a4fbc" not in hashes


# Terms of the law and titles, which can be said in one way only.
SET_TERMS = {
    "children and young people with special educational needs",
    "the special educational needs and disability regulations 2014",
}


def _runs(text: str, length: int) -> set[str]:
    """The runs of words in a text, without capitals, stops and web addresses."""
    text = re.sub(r"https?://\S+|www\.\S+", "|", text)
    words = re.findall(r"[a-z0-9]+", text.casefold().replace("’", "'").replace("'", ""))
    return {" ".join(words[i : i + length]) for i in range(len(words) - length + 1)}


def our_words() -> list[str]:
    data = load()
    rows = [row[key] for row in data["rows"] for key in ("says", "changed", "left_out") if key in row]
    points = [point["words"] for point in data["points"].values()]
    paragraphs = [thing.wording for thing in EVERYTHING if isinstance(thing, Paragraph)]
    return [told.text for told in TOLD] + rows + points + paragraphs


def test_no_eight_words_running_are_a_documents_own():
    folder = os.environ.get("EVENHAND_SEED_DOCUMENTS")
    if not folder:
        pytest.skip("EVENHAND_SEED_DOCUMENTS does not say where the five documents are")
    documents = [path.read_text(encoding="utf-8") for path in Path(folder).glob("*.txt")]
    assert len(documents) == 5
    theirs = set().union(*(_runs(text, 8) for text in documents))
    copied = " ".join(documents[0].split()[60:75])
    assert _runs(copied, 8) & theirs, "a sentence copied on purpose must be caught"
    taken = {run for text in our_words() for run in _runs(text, 8)} & theirs
    assert taken <= SET_TERMS


def test_the_room_imports_nothing_but_the_standard_library_itself_and_the_list_of_authorities():
    for path in ROOM.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.level == 0:
                names = [node.module or ""]
            else:
                assert not isinstance(node, ast.ImportFrom) or node.level == 1, path
                continue
            others = {name for name in names if name.split(".")[0] not in sys.stdlib_module_names}
            assert others <= {"evenhand.law.authorities"}, path


def test_areas_cannot_be_changed():
    area = directory.area("ealing")
    assert isinstance(area, Area)
    with pytest.raises(dataclasses.FrozenInstanceError):
        area.name = "Elsewhere"  # type: ignore[misc]
