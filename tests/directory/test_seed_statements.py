"""Every statement of the five documents has a home or a reason, and the readable table is fresh."""

import re
from collections import Counter
from typing import Any

import pytest

from evenhand import directory
from evenhand.directory.known_to import local_offer_text, notice_for_heads
from evenhand.directory.model import Area, Detail, Organisation, Paragraph, Told
from evenhand.directory.sources import SEEDS

from .seeds_table import DATA, PAGE, load, markers, render
from .test_details import walk

POINTS: dict[str, Any] = load()["points"]
ROWS: list[dict[str, Any]] = load()["rows"]

PAGES = {
    "start",
    "options",
    "who-helps",
    "getting-ready",
    "local-offer",
    "heads-notice",
    "mediation-explained",
    "resolution-explained",
    "complaints-explained",
    "appeals-explained",
    "about-the-law",
    "call-me-back",
    "cookies",
}
AREAS = {f"area:{page.slug}" for page in directory.described()}


def said_of(area: Area) -> str:
    """Every text that a page made from an area's data has to show."""
    texts = [area.name]
    for thing in walk(area):
        if isinstance(thing, Told | Paragraph):
            texts.append(thing.text)
        elif isinstance(thing, Detail):
            texts.append(thing.value)
        elif isinstance(thing, Organisation):
            texts.append(thing.name)
    return "\n".join(texts)


def test_the_readable_table_is_fresh():
    assert PAGE.read_text(encoding="utf-8") == render(load()), (
        "docs/seeds.md is stale. Write it again: .venv/bin/python -m tests.directory.seeds_table"
    )


def test_all_five_documents_are_there_and_numbered_without_gaps():
    counts = Counter(row["seed"] for row in ROWS)
    assert set(counts) == {source.key for source in SEEDS}
    for seed, count in counts.items():
        assert [row["n"] for row in ROWS if row["seed"] == seed] == list(range(1, count + 1))


def test_no_statement_is_dropped_unnoticed():
    """The numbers counted when the documents were read sentence by sentence."""
    assert Counter(row["seed"] for row in ROWS) == {
        "000": 82,
        "001": 159,
        "002": 42,
        "003": 42,
        "004": 77,
    }


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['seed']}-{row['n']}")
def test_each_statement_has_a_home_or_a_reason(row: dict[str, Any]):
    assert row["says"].strip()
    assert ("point" in row) != ("left_out" in row)
    if "point" in row:
        assert row["point"] in POINTS
        assert row.get("changed", "a reason") != ""
    else:
        assert len(row["left_out"]) > 10
        assert "changed" not in row


@pytest.mark.parametrize("key", sorted(POINTS))
def test_each_point_has_a_page_and_a_phrase_that_its_sentence_holds(key: str):
    point = POINTS[key]
    assert point["home"] in PAGES | AREAS
    assert point["marker"] in point["words"]
    assert len(point["marker"].split()) <= 12
    for cite in point.get("cites", []):
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*-\d{4}/[0-9A-Z.()a-z]+", cite), cite


def test_no_point_is_without_a_statement():
    assert {row["point"] for row in ROWS if "point" in row} == set(POINTS)


def test_what_the_law_changed_names_its_provision():
    in_law = re.compile(r"\b(ss?\.|regs? |Regulations?|Code|r\.|Act|law|court|panel)")
    for row in ROWS:
        if "changed" in row and POINTS[row["point"]].get("cites"):
            assert in_law.search(row["changed"]), row


@pytest.mark.parametrize("home", sorted(AREAS))
def test_an_areas_data_holds_its_phrases(home: str):
    area = directory.area(home.removeprefix("area:"))
    assert area is not None
    assert markers(home)
    missing = [marker for marker in markers(home) if marker not in said_of(area)]
    assert not missing


def test_the_texts_of_the_authority_hold_their_phrases():
    kent = directory.area("kent")
    assert kent is not None
    for home, text in (("local-offer", local_offer_text), ("heads-notice", notice_for_heads)):
        said = "\n".join(paragraph.text for paragraph in text(kent))
        assert markers(home)
        assert not [marker for marker in markers(home) if marker not in said]


def test_the_national_organisations_hold_their_addresses_and_numbers():
    said = "\n".join(
        detail.value for organisation in directory.national_organisations() for detail in organisation.details
    )
    for point in POINTS.values():
        if point["home"] == "who-helps" and re.search(r"www\.|\d{5}", point["marker"]):
            assert point["marker"] in said


class TestTheKnownCorrections:
    """What the law changes in the documents, one by one."""

    @pytest.mark.parametrize(
        ("seed", "says", "because"),
        [
            ("000", "three kinds", "four kinds"),
            ("001", "three kinds", "four kinds"),
            ("000", "from getting the decision", "reg 33"),
            ("001", "from getting the decision", "reg 33"),
            ("002", "date on the letter", "reg 34(2)"),
            ("000", "mediator issues a certificate", "adviser"),
            ("000", "accredit", "reg 40"),
            ("000", "in 30 days", "35(4)"),
            ("000", "health body must take part", "integrated care board"),
            ("002", "assessment team", "independent"),
            ("003", "action plan", "reg 42"),
            ("003", "sections 52 to 57", "Act"),
            ("003", "limits", "r.20(1)(c)"),
            ("004", "independent supporters", "ended"),
            ("004", "made known to others", "may"),
        ],
    )
    def test_it_is_in_the_table(self, seed: str, says: str, because: str):
        found = [row for row in ROWS if row["seed"] == seed and says in row["says"]]
        assert found, "no such statement"
        assert any(because in row.get("changed", "") for row in found)


def test_the_data_names_no_folder_of_a_machine():
    text = DATA.read_text(encoding="utf-8") + PAGE.read_text(encoding="utf-8")
    assert not re.search(r"/(home|root|work|tmp|usr)/|\.\./", text)
