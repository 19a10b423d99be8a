"""Who of a family may act in a case: whoever decides, and what is open to the others all the same."""

from datetime import date

from evenhand.people.roles import FAMILY, Role

from .dues import comes_of_age_on
from .events import Actor
from .state import State
from .steps import Step

FOR_WHOEVER_DECIDES = frozenset(
    {
        Step.DECLINE_MEDIATION,
        Step.CHOOSE_MEDIATION,
        Step.AGREE_TO_MEET,
        Step.REFUSE_TO_MEET,
        Step.CONSENT_TO_PERSON,
        Step.APPROVE_AGREEMENT,
        Step.REPORT_ACTION,
        Step.CLAIM_EXPENSES,
        Step.RECORD_APPEAL,
        Step.WITHDRAW,
    }
)
"""What a party does: of a family, whoever holds the right."""

STILL_OPEN = frozenset({Step.RAISE_CONCERN, Step.GIVE_FEEDBACK, Step.COMPLAIN})
"""What a parent can still do once the right, and the case, are the young person’s own: safety, and the service."""


def is_shut_out(state: State, role: Role | None, today: date) -> bool:
    """True for a parent once the young person is the party and has not said that the parent reads along.

    Once the day is there, that is, whether or not the clockwork has recorded it yet.
    """
    if role is not Role.PARENT:
        return False
    if state.of_age_at is not None:
        return not state.parent_reads_on
    on = comes_of_age_on(state)
    return on is not None and on <= today


def may_act(state: State, by: Actor, step: Step, today: date) -> bool:
    """True if this actor may take the step as things stand today; nobody may who has left the case."""
    somebody = state.people.get(by.key)
    if somebody is not None and not somebody.present:
        return False
    shut_out = is_shut_out(state, by.role, today)
    decides = somebody is not None and somebody.party and not shut_out
    if by.role not in FAMILY or decides:
        return True
    if step in FOR_WHOEVER_DECIDES:
        return False
    return not shut_out or step in STILL_OPEN
