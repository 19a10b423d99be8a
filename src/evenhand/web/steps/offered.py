"""Which of the steps that are open have anything to be done to in this case: nobody is sent to a page that refuses."""

from evenhand.casework.actions.outcomes import not_yet_approved
from evenhand.casework.door import Seen
from evenhand.casework.heart.state import Claim
from evenhand.casework.heart.steps import Step
from evenhand.people.policy import SHARED, DataClass
from evenhand.people.roles import FAMILY

WITH_A_FAMILY = frozenset({Step.RECORD_CALL, Step.WITHDRAW})
OF_ONES_OWN = (
    DataClass.FAMILY_PRIVATE,
    DataClass.BODY_PRIVATE,
    DataClass.MEDIATOR_NOTES,
    DataClass.MESSAGE_TO_MEDIATOR,
)
NO_NOTES = frozenset({DataClass.DECISION_LETTER, DataClass.MESSAGE_TO_MEDIATOR})
SHAREABLE = (*OF_ONES_OWN, DataClass.ACCESS_NEEDS)


def offered(seen: Seen) -> list[Step]:
    """The steps that the reader can take now and that have an object, in the order in which steps are declared.

    It leaves out only what the page of the step would refuse; the page itself has the last word.
    """
    return [step for step in seen.steps() if _has_an_object(seen, step)]


def _has_an_object(seen: Seen, step: Step) -> bool:
    state, people = seen.state, [one for one in seen.state.people.values() if one.present]
    if step in WITH_A_FAMILY:
        return any(one.party and one.role in FAMILY for one in people)
    if step is Step.CONSENT_TO_PERSON:
        return any(one.needs_consent for one in people)
    if step is Step.CHOOSE_WHO_ACTS:
        return state.of_age_at is not None
    if step is Step.TELL_COMMISSIONER:
        return state.health
    if step is Step.MAKE_AGREEMENT:
        return state.agreement is not None and not not_yet_approved(state)
    if step is Step.APPROVE_AGREEMENT:
        return bool(not_yet_approved(state))
    if step is Step.ISSUE_CERTIFICATE:
        return "certificate_issued" not in state.facts
    if step is Step.REPORT_ACTION:
        return any(True for _found in seen.of_class(DataClass.AGREEMENT))
    if step is Step.WRITE_TO_MEDIATOR:
        return state.mediator_id is not None
    if step in (Step.DECIDE_EXPENSES, Step.ANSWER_COMPLAINT):
        return _waits(seen, state.claims if step is Step.DECIDE_EXPENSES else state.complaints)
    if step in (Step.SHARE, Step.STOP_SHARING):
        return _has_own(seen, step)
    if step in (Step.ADD_DOCUMENT, Step.ADD_NOTE):
        return _has_a_place(seen, step)
    return True


def _waits(seen: Seen, asked: list[Claim]) -> bool:
    """True where a claim or a complaint waits of which the reader may know."""
    waiting = {one.number for one in asked if one.ended_on is None}
    return any(entry.event.number in waiting for entry in seen.entries())


def _has_own(seen: Seen, step: Step) -> bool:
    """True where something of the reader's own could be shared, or is."""
    actor = seen.actor(step)
    own = {
        entry.event.number
        for entry in seen.entries()
        if any(
            piece.owner == (actor.key if actor else "") and piece.data_class in SHAREABLE
            for piece in entry.pieces
        )
    }
    if step is Step.SHARE:
        return bool(own)
    return any(with_them and number in own for number, with_them in seen.state.shares.items())


def _has_a_place(seen: Seen, step: Step) -> bool:
    """True where there is a compartment into which the reader may put a note or a document."""
    actor = seen.actor(step)
    families = [one.key for one in seen.state.people.values() if one.party and one.role in FAMILY]
    places = [(kind, SHARED) for kind in (DataClass.DECISION_LETTER, DataClass.JOINT_NOTES)]
    places += [(kind, actor.key if actor else "") for kind in OF_ONES_OWN]
    places += [(DataClass.ADVISER_RECORD, key) for key in families]
    if step is Step.ADD_NOTE:
        places = [place for place in places if place[0] not in NO_NOTES]
    return any(seen.may_write(kind, owner) for kind, owner in places)
