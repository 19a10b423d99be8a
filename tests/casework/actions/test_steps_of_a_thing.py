"""A thing agreed for which the law gives several days is done step by step; only its last step makes it done."""

from datetime import date

import pytest

from evenhand.casework import actions
from evenhand.casework.heart.stages import StepNotOpen
from evenhand.casework.models import Case, DueDate
from evenhand.people.roles import Role
from tests.casework import cases
from tests.people import cast

pytestmark = pytest.mark.django_db
MADE, LATER = date(2026, 6, 9), date(2026, 6, 19)


def agreed() -> Case:
    """The authority will assess: agreed on 9 June 2026."""
    mediator = cases.acting(cast.hassan(), Role.MEDIATOR, "mediator:1")
    case = actions.draft_agreement(
        case=cases.concluded(),
        by=mediator,
        on=MADE,
        items=[{"what": "Assess Robin", "who": "authority", "action": "assess"}],
    ).case
    for party in (cases.FAMILY, "authority"):
        actions.approve_agreement(case=case, by=mediator, on=MADE, party=party, version=1)
    return actions.make_agreement(case=case, by=mediator, on=MADE).case


def met(case: Case) -> dict[str, bool]:
    rows = DueDate.objects.unseen().filter(case=case, name="carry_out_agreement")
    return {row.step: row.met for row in rows}


def report(case: Case, step: str, done: bool = True) -> Case:
    officer = cases.acting(cast.farah(), Role.AUTHORITY_DECIDER, "authority")
    return actions.report_action(
        case=case, by=officer, on=LATER, party="authority", item=0, step=step, done=done
    ).case


def test_a_first_step_leaves_the_others_due() -> None:
    case = report(agreed(), "notify")
    assert met(case) == {"notify": True, "reasons": False, "final": False}
    # Ten weeks from 9 June for the reasons, fourteen for the plan.
    assert DueDate.objects.unseen().get(case=case, step="reasons").on == date(2026, 8, 18)
    assert DueDate.objects.unseen().get(case=case, step="final").on == date(2026, 9, 15)


@pytest.mark.parametrize("last", ["final", "reasons"])
def test_the_last_step_by_either_way_makes_the_thing_done(last: str) -> None:
    assert met(report(agreed(), last)) == {"notify": True, "reasons": True, "final": True}


def test_what_was_not_done_after_all_is_due_again() -> None:
    case = report(report(agreed(), "notify"), "notify", done=False)
    assert met(case) == {"notify": False, "reasons": False, "final": False}


def test_a_step_that_the_law_does_not_have_is_refused() -> None:
    with pytest.raises(StepNotOpen):
        report(agreed(), "draft")
