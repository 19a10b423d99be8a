"""What must be true of every question, the day it is written."""

from datetime import date
from pathlib import Path

import pytest

from evenhand.journeys import PAGES, Kind, Page
from evenhand.journeys.contradictions import NAMES, in_plain_words
from evenhand.journeys.drawing import arrows, page
from evenhand.journeys.matters import OPTIONS
from evenhand.journeys.people import _WHO, facts_of_holder
from evenhand.journeys.plans import SECTION_OPTIONS
from evenhand.law import FactsRefused, advise
from evenhand.law.facts import KINDS, MATTERS, ORDERED, SECTIONS
from evenhand.law.rules.holders import who_holds


def test_every_matter_is_offered_once() -> None:
    assert sorted(option.value for option in OPTIONS) == sorted(MATTERS)


def test_every_section_is_offered_once() -> None:
    assert sorted(option.value for option in SECTION_OPTIONS) == sorted(SECTIONS)


def test_the_keys_are_different() -> None:
    assert len({page.key for page in PAGES}) == len(PAGES)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.key)
class TestEveryQuestion:
    def test_asks_for_a_fact_of_the_contract(self, page: Page) -> None:
        assert page.fact in KINDS

    def test_ends_as_a_question_and_has_a_short_form(self, page: Page) -> None:
        for words in (page.words, *page.instead.values()):
            assert words.endswith("?")
        assert page.short

    def test_says_what_is_missing(self, page: Page) -> None:
        assert page.missing.endswith(".")

    def test_can_be_left_unanswered(self, page: Page) -> None:
        assert page.unknown or page.none

    def test_has_options_if_it_needs_them(self, page: Page) -> None:
        assert bool(page.options) is (page.kind in (Kind.RADIOS, Kind.CHECKBOXES))


@pytest.mark.parametrize("day", [date(2026, 2, 28), date(2026, 6, 26), date(2026, 9, 1), date(2028, 2, 29)])
def test_the_day_that_stands_for_an_age_is_of_that_age(day: date) -> None:
    holders = {}
    for who in _WHO:
        facts = facts_of_holder(who, day)
        born = date.fromisoformat(str(facts["date_of_birth"]))
        holders[who] = who_holds(str(facts["acting"]), born, day)
    assert holders == {
        "parent_of_child": "holder",
        "parent_of_grown": "young_person_holds",
        "young_person": "holder",
        "child": "parent_holds",
        "over_25": "over_25",
    }


def test_every_pair_that_the_law_orders_has_plain_words() -> None:
    for later, earlier in ORDERED:
        assert later in NAMES
        assert earlier in NAMES


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"certificate_issued": "2026-06-01"}, "the date on the certificate"),
        ({"agreement": {"made_on": "2026-06-01", "items": []}}, "the day of the agreement"),
        ({"date_of_birth": "2026-07-01"}, "who you are"),
        ({"certificate_issued": "2027-07-01"}, "still to come"),
        ({"certificate_issued": "2047-07-01"}, "outside the days"),
        ({"sections": ["Z"]}, "Check your answers"),
    ],
)
def test_a_refusal_in_plain_words(facts: dict[str, object], words: str) -> None:
    given = {"matter": "refusal_to_assess", "notice_sent": "2026-06-15", **facts}
    with pytest.raises(FactsRefused) as refusal:
        advise({**given, "as_of": "2026-11-16"})
    told = in_plain_words(refusal.value, given)
    assert words in told.wording.format_map(told.values)


def test_the_drawing_has_every_question() -> None:
    drawn = {end for arrow in arrows() for end in arrow}
    assert drawn == {page.key for page in PAGES} | {"options", "person"}


def test_the_page_in_the_docs_is_not_stale() -> None:
    assert (Path(__file__).parents[2] / "docs" / "questions.md").read_text(encoding="utf-8") == page()
