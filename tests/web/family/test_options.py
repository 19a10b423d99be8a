"""Your options: what the law says, in the words of the page."""

import re

import pytest

from evenhand.journeys import PAGES
from evenhand.journeys.matters import OPTIONS
from evenhand.law.advice import DATE_ORDER, ROUTE_ORDER
from evenhand.law.facts import MATTERS
from evenhand.web.family import words
from tests.web.family.asking import REFUSED, Family, words_of
from tests.web.pages import parse, reads

PLAN = ("plan_contents", ["B", "F", "G"], ("15", "5", "2026"), "same", "parent_of_child")


def test_every_route_date_and_group_has_words() -> None:
    assert set(words.ROUTES) == set(ROUTE_ORDER)
    assert set(words.DATES) == set(DATE_ORDER)
    assert set(words.GROUPS) == {"open", "not_yet", "late", "closed", "unavailable", "depends"}
    assert set(words.ROUTES) <= set(words.FIRST)


def test_the_routes_stand_in_their_groups(family: Family) -> None:
    page = family.answers(*REFUSED).get("/your-options")
    headings = re.findall(r'<h2[^>]*id="group-(\w+)"', page)
    assert headings == ["open", "not_yet"]
    assert "Asking for mediation does not stop the appeal clock." in page
    assert "First: Get a mediation certificate." in page
    assert "Anybody may call themselves an advocate and ask for money." in page
    assert 'href="https://www.legislation.gov.uk/uksi/2014/1530/regulation/33"' in page
    assert 'href="/about-the-law/' in page


def test_the_safe_day_comes_before_the_last_day(family: Family) -> None:
    text = words_of(family.answers(*REFUSED).get("/your-options"))
    assert text.index("Act by Friday 14 August 2026.") < text.index(
        "The last day in law is Saturday 15 August 2026."
    )


@pytest.mark.parametrize(
    ("today", "said"),
    [
        ("2026-08-14", "Act today."),
        ("2026-08-15", "The safe day has gone. Act today."),
        ("2026-08-16", "The last day in law was Saturday 15 August 2026. It has passed."),
        ("2026-09-02", "Too late, but perhaps not lost"),
    ],
)
def test_each_day_the_page_says_what_is_so(
    family: Family, monkeypatch: pytest.MonkeyPatch, today: str, said: str
) -> None:
    from datetime import date

    family.answers(*REFUSED)
    monkeypatch.setattr("evenhand.clock.today_in_london", lambda: date.fromisoformat(today))
    assert said in reads(family.get("/your-options"), "main")


def test_a_caution_is_told_calmly(family: Family) -> None:
    family.answers("refusal_to_assess", ("1", "6", "2026"), "later", ("5", "6", "2026"))
    family.answers("parent_of_child", ["education_issue"], "none", "instead:unknown")
    page = reads(family.get("/your-options"), "main")
    assert "Take care: Two rules count these two months" in page
    assert "That other day is Wednesday 5 August 2026. Please use the day above: it is safe." in page
    assert "Act by Friday 31 July 2026." in page


def test_what_is_not_known_leads_to_its_question(family: Family) -> None:
    family.answers(
        "health_or_social_care_provision", ("15", "6", "2026"), "same", "unknown", "unknown", "none"
    )
    family.answers("unknown", "instead:unknown", "instead:unknown")
    page = family.get("/your-options")
    assert "What hangs on something we do not know" in page
    assert "It hangs on this question:" in page
    assert 'href="/questions/under-way"' in page
    assert 'href="/questions/about"' in page
    assert "We could say more" in page


def test_the_day_that_was_not_known_is_asked_for_again(family: Family) -> None:
    family.answers(*REFUSED[:5], ["certificate_issued"], "instead:unknown", "Ealing")
    assert 'href="/questions/certificate-issued"' in family.get("/your-options")


def test_what_others_must_do(family: Family) -> None:
    happened = ["adviser_contacted", "authority_told"]
    family.answers(*REFUSED[:5], happened, ("16", "6", "2026"), ("17", "6", "2026"), "Ealing")
    page = reads(family.get("/your-options"), "main")
    assert "Mediation must be arranged Who: The council." in page
    assert "This was done in time." in page


def test_what_was_agreed_has_its_days(family: Family) -> None:
    family.answers(*REFUSED[:5], ["agreement"], ("18", "6", "2026"), ["assess", "other"], "Ealing")
    page = reads(family.get("/your-options"), "main")
    assert "The council will assess needs: the council must tell you that it will assess" in page
    assert "The last day in law is Thursday 2 July 2026." in page


def test_an_area_known_only_by_its_name(family: Family) -> None:
    page = family.answers(*REFUSED[:6], "Kent").get("/your-options")
    assert "We do not know yet who helps in this area" in page
    assert "01799 582030" in page


def test_a_line_of_time_with_its_table(family: Family) -> None:
    page = family.answers(*REFUSED).get("/your-options")
    tree = parse(page)
    drawing = re.search(r"<svg class=\"eh-time\".*?</svg>", page, re.DOTALL)
    assert drawing
    assert "style=" not in drawing[0]
    assert 'role="img"' in drawing[0]
    assert "Contact the mediation adviser: 15 Aug 2026" in drawing[0]
    assert drawing[0].count("eh-time__safe") == 2
    assert len([cell for cell in tree.iter("th") if cell.get("scope") == "row"]) == 2


@pytest.mark.parametrize("matter", MATTERS)
def test_every_matter_comes_to_a_page(family: Family, matter: str) -> None:
    """With as little said as can be said."""
    family.answers(matter)
    for _ in PAGES:
        if family.at == "/your-answers":
            break
        instead = family.at.rpartition("/")[2] in ("letter", "conduct", "learned", "area")
        family.answers("instead:unknown" if instead else "unknown")
    page = family.get("/your-options")
    parse(page)
    assert next(option.words for option in OPTIONS if option.value == matter) in page
    assert "Talk about it" in page
    assert family.client.get("/your-options.txt").status_code == 200
    assert family.client.get("/your-options.ics").status_code == 200


@pytest.mark.parametrize("who", ["parent_of_grown", "child", "over_25"])
def test_who_does_not_hold_the_right_is_told(family: Family, who: str) -> None:
    family.answers(*REFUSED[:3], who)
    while family.at != "/your-answers":
        family.answers(
            "instead:unknown"
            if family.at.endswith("/area")
            else "none"
            if "happened" in family.at
            else "unknown"
        )
    page = family.get("/your-options")
    assert "Not for this" not in page
    assert "What is not for this, and why" in page
    assert ("Act by" in page) == (who != "over_25")
