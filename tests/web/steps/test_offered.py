"""A step that has nothing to be done to is not offered, and the page of every step that is offered lets it be taken."""

from collections.abc import Callable

import pytest

from evenhand.casework.heart.steps import Step
from evenhand.casework.models import Case
from evenhand.people.models import Person
from evenhand.web.steps.offered import offered
from tests.casework import cases
from tests.people.cast import amina, client_of, dev, eilidh, farah, hassan
from tests.web.steps import given
from tests.web.steps.pressing import where

pytestmark = pytest.mark.django_db
NO_COLLEAGUE = {Step.HAND_OVER}
"""Whether the register has somebody else is asked on the page alone."""


def steps(case: Case, who: Person) -> set[Step]:
    return set(offered(cases.seen(case, who)))


def test_what_has_no_object_in_a_first_call_is_not_offered() -> None:
    case = cases.enquiry()
    open_to_her = set(cases.seen(case, amina()).steps())
    assert open_to_her - steps(case, amina()) == {
        Step.CONSENT_TO_PERSON,
        Step.CHOOSE_WHO_ACTS,
        Step.DECIDE_EXPENSES,
    }


def test_an_agreement_is_approved_once_written_and_made_once_approved() -> None:
    of_draft = {Step.APPROVE_AGREEMENT, Step.MAKE_AGREEMENT}
    assert steps(given.mediated(cases.concluded), hassan()) & of_draft == set()
    assert steps(given.drafted(), hassan()) & of_draft == {Step.APPROVE_AGREEMENT}
    assert steps(given.approved(), hassan()) & of_draft == {Step.MAKE_AGREEMENT}


def test_whoever_does_not_read_the_agreement_is_not_asked_if_it_was_done() -> None:
    case = given.made()
    assert Step.REPORT_ACTION not in steps(case, amina())
    assert Step.REPORT_ACTION in steps(case, dev())


def test_claims_complaints_and_consent_are_offered_where_something_waits() -> None:
    assert Step.DECIDE_EXPENSES in steps(given.claimed(), dev())
    assert Step.ANSWER_COMPLAINT in steps(given.complained(), eilidh())
    assert Step.CONSENT_TO_PERSON in steps(given.with_another(), amina())


@pytest.mark.parametrize(
    ("made", "said"), [(given.noted, {Step.SHARE}), (given.shared, {Step.SHARE, Step.STOP_SHARING})]
)
def test_what_is_shared_can_be_taken_back(made: Callable[[], Case], said: set[Step]) -> None:
    assert {Step.SHARE, Step.STOP_SHARING} & steps(made(), dev()) == said


WHO: dict[Callable[[], Case], tuple[Callable[[], Person], ...]] = {
    cases.enquiry: (amina, eilidh),
    cases.arranging: (amina, eilidh, dev, farah),
    cases.concluded: (amina, eilidh, dev, farah),
    given.drafted: (amina, eilidh, farah, hassan),
    given.made: (amina, eilidh, dev, farah, hassan),
}


@pytest.mark.parametrize("made", WHO)
def test_every_step_that_is_offered_has_a_page_on_which_it_can_be_taken(made: Callable[[], Case]) -> None:
    case = made()
    for who in WHO[made]:
        for step in steps(case, who()) - NO_COLLEAGUE:
            answer = client_of(who()).get(where(case, step))
            assert answer.status_code == 200, (who.__name__, step)
