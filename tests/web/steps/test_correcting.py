"""Corrections: the entry is chosen by the reader's own number, and what was believed is shown."""

from datetime import date

import pytest

from evenhand.casework.heart.history import state_of
from evenhand.casework.heart.steps import Step
from evenhand.casework.histories import history_of
from tests.casework import cases
from tests.people.cast import amina
from tests.web.steps.given import on
from tests.web.steps.pressing import count, last, page, press

pytestmark = pytest.mark.django_db


def test_first_the_entry_is_chosen() -> None:
    shown = page(cases.advised(), Step.CORRECT, amina())
    assert (
        '<a class="govuk-link" href="?entry=5">Mediation advice was given, 12 May 2026: Quiet call.</a>'
        in shown
    )


def test_words_are_put_right_and_the_old_ones_stay() -> None:
    case = cases.advised()
    data = {"new-words": "A loud call.", **on(date(2026, 5, 12))}
    assert press(case, Step.CORRECT, amina(), data, "?entry=5").status_code == 302
    done = last(case)
    assert (done.corrects, done.struck, done.told) == (5, False, {"words": "A loud call."})
    assert history_of(case)[4].told["words"] == "Quiet call."
    assert "A loud call.</textarea>" in page(case, Step.CORRECT, amina(), "?entry=5")


def test_an_entry_is_struck_out() -> None:
    case = cases.advised()
    press(case, Step.CORRECT, amina(), {"struck": "on", **on()}, "?entry=5")
    assert last(case).struck
    assert state_of(history_of(case)).stage.value == "enquiry"
    assert "Mediation advice was given" not in page(case, Step.CORRECT, amina())


def test_what_the_history_cannot_bear_is_refused() -> None:
    case = cases.chosen()
    before = count(case)
    answer = press(case, Step.CORRECT, amina(), {"struck": "on", **on()}, "?entry=5")
    assert "cannot be done now" in answer.content.decode()
    assert count(case) == before


def test_a_day_of_a_meeting_is_put_right() -> None:
    case = cases.fixed()
    number = count(case)
    said = {"new-starts": "10:00", "new-ends": "12:00", "new-link": "https://meet.example/one"}
    day = {"new-meeting_on-day": "10", "new-meeting_on-month": "6", "new-meeting_on-year": "2026"}
    press(case, Step.CORRECT, amina(), said | day | on(date(2026, 5, 18)), f"?entry={number}")
    assert last(case).told == {"meeting_on": "2026-06-10"}


def test_nothing_changed_is_nothing_corrected() -> None:
    case = cases.advised()
    before = count(case)
    data = {"new-words": "Quiet call.", **on(date(2026, 5, 12))}
    answer = press(case, Step.CORRECT, amina(), data, "?entry=5")
    assert "Nothing was changed." in answer.content.decode()
    assert count(case) == before
