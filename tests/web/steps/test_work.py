"""Who does the work: the unfit cannot be chosen, whoever was not asked is asked, and the load is shown."""

from datetime import date

import pytest

from evenhand.casework.heart.steps import Step
from evenhand.people.practitioners.models import Declaration, Registration
from tests.casework import cases
from tests.people.cast import amina
from tests.people.practitioners import makes
from tests.web.steps.given import hassans, on, said_no_conflict
from tests.web.steps.pressing import count, last, page, press

pytestmark = pytest.mark.django_db


def test_whoever_was_not_asked_about_conflicts_is_asked_first() -> None:
    case, nadia = cases.arranging(), hassans()
    before = count(case)
    answer = press(case, Step.ASSIGN, amina(), {"who": str(nadia.pk), **on()}, "?work=mediator")
    assert answer["Location"].endswith("/do/assign?work=mediator")
    assert count(case) == before
    assert Declaration.objects.get().case_reference == case.reference
    again = press(case, Step.ASSIGN, amina(), {"who": str(nadia.pk), **on()}, "?work=mediator")
    assert "has not yet said whether they know this family" in again.content.decode()
    assert count(case) == before


def test_an_expired_registration_blocks_and_says_why() -> None:
    case = cases.arranging()
    nadia = said_no_conflict(case)
    old = Registration.objects.get(practitioner=nadia)
    old.take_back(by=nadia.recorded_by, words="It ran out.")
    makes.row(Registration, nadia, body="CMC", number="C 1", since=makes.LONG_AGO, until=date(2026, 6, 1))
    reason = "the registration ran out on 1 June 2026"
    shown = page(case, Step.ASSIGN, amina(), "?work=mediator")
    assert reason in shown
    assert "disabled" in shown
    before = count(case)
    answer = press(case, Step.ASSIGN, amina(), {"who": str(nadia.pk), **on()}, "?work=mediator")
    assert reason in answer.content.decode()
    assert count(case) == before


def test_an_employee_of_the_authority_is_not_independent() -> None:
    case = cases.arranging()
    nadia = said_no_conflict(case)
    makes.employed(nadia, "authority_in_england", "Ealing Council")
    before = count(case)
    answer = press(case, Step.ASSIGN, amina(), {"who": str(nadia.pk), **on()}, "?work=mediator")
    assert "Nadia Fit is not independent on 20 June 2026 (Ealing Council)." in answer.content.decode()
    assert count(case) == before


def test_load_and_free_days_are_shown() -> None:
    case, other = cases.arranging(), cases.arranging()
    nadia = said_no_conflict(case)
    declared = Declaration.objects.get()
    assert declared.knows is False
    press(case, Step.ASSIGN, amina(), {"who": str(nadia.pk), **on()}, "?work=mediator")
    assert last(case).told == {"work": "mediator", "person_id": nadia.person_id}
    shown = page(other, Step.ASSIGN, amina(), "?work=mediator")
    assert "1 open case. Next free: 22 Jun, 23 Jun, 24 Jun." in shown
