"""The agreement: things are added without losing any, the law's days stand beside, and a change asks again."""

import pytest

from evenhand.casework import actions
from evenhand.casework.heart.steps import Step
from tests.casework import cases
from tests.casework.cases import TODAY
from tests.people.cast import amina, dev, farah, hassan
from tests.web.steps.given import ITEMS, drafted, hassan_in, mediated, on
from tests.web.steps.pressing import count, last, page, press

pytestmark = pytest.mark.django_db
ONE = {"what-0": "Assess Robin.", "who-0": "authority", "action-0": "assess", **on()}


def test_one_more_thing_keeps_what_was_typed_and_records_nothing() -> None:
    case = mediated(cases.concluded)
    before = count(case)
    shown = press(case, Step.DRAFT_AGREEMENT, hassan(), {"count": "1", "more": "1", **ONE}).content.decode()
    assert "Assess Robin.</textarea>" in shown
    assert 'name="what-1"' in shown
    assert "There is a problem" not in shown
    fewer = press(case, Step.DRAFT_AGREEMENT, hassan(), {"count": "2", "less": "1", **ONE}).content.decode()
    assert 'name="what-1"' not in fewer
    assert count(case) == before


def test_two_things_are_written_in_their_order() -> None:
    case = mediated(cases.concluded)
    second = {"what-1": "Ring.", "who-1": "family", "action-1": "other", "by-1-day": "1 July 2026"}
    press(case, Step.DRAFT_AGREEMENT, hassan(), {"count": "2", **ONE, **second})
    assert last(case).told["items"] == [
        {"what": "Assess Robin.", "who": "authority", "action": "assess", "by": None},
        {"what": "Ring.", "who": "family", "action": "other", "by": "2026-07-01"},
    ]


def test_the_day_of_the_law_stands_beside_each_kind() -> None:
    """Two weeks, ten weeks and fourteen weeks from 20 June 2026, and two weeks for anything else."""
    shown = page(mediated(cases.concluded), Step.DRAFT_AGREEMENT, hassan())
    assert (
        "notice that it will assess: 4 July 2026; reasons, if no plan follows: 29 August 2026; "
        "final plan: 26 September 2026" in shown
    )


def test_a_missing_part_names_its_thing() -> None:
    case = mediated(cases.concluded)
    shown = press(case, Step.DRAFT_AGREEMENT, hassan(), {"count": "2", **ONE}).content.decode()
    assert "Thing 2: choose who does it." in shown


def test_an_older_version_cannot_be_approved() -> None:
    case = drafted()
    actions.draft_agreement(case=case, by=hassan_in(case), on=TODAY, items=ITEMS[:1])
    shown = press(case, Step.APPROVE_AGREEMENT, farah(), {"version": "1"}).content.decode()
    assert "The agreement has changed since you read it." in shown
    assert press(case, Step.APPROVE_AGREEMENT, farah(), {"version": "2"}).status_code == 302


def test_an_officer_reads_and_whoever_decides_approves() -> None:
    case = drafted()
    before = count(case)
    answer = press(case, Step.APPROVE_AGREEMENT, dev(), {"version": "1"})
    assert answer.status_code == 409
    assert "Whoever can decide for your organisation approves the agreement." in answer.content.decode()
    assert count(case) == before


def test_it_is_not_made_before_all_approved() -> None:
    answer = press(drafted(), Step.MAKE_AGREEMENT, amina(), on())
    assert answer.status_code == 409
    assert "We wait for: Cerys Example, Ealing Council." in answer.content.decode()
