"""Who of a family may act in a case: whoever decides, and what is open to the others all the same."""

from evenhand.people.roles import FAMILY, Role

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


def is_shut_out(state: State, role: Role | None) -> bool:
    """True for a parent once the young person is the party and has not said that the parent reads along."""
    return role is Role.PARENT and state.of_age_at is not None and not state.parent_reads_on


def may_act(state: State, by: Actor, step: Step) -> bool:
    """True if this actor may take the step as things stand; whoever is not of the family is asked elsewhere."""
    somebody = state.people.get(by.key)
    if by.role not in FAMILY or (somebody is not None and somebody.party):
        return True
    if step in FOR_WHOEVER_DECIDES:
        return False
    return not is_shut_out(state, by.role) or step in STILL_OPEN
