"""The steps that somebody of the family can take now, as a list: what moves the case first, the rest beside it."""

from evenhand.casework.heart.acting import FOR_WHOEVER_DECIDES, STILL_OPEN
from evenhand.casework.heart.steps import Step
from evenhand.web.steps.offered import offered

from .coming import Link, step_links, waiting_for
from .sight import Sight

ON_THE_WAY = (
    Step.CHOOSE_MEDIATION,
    Step.DECLINE_MEDIATION,
    Step.AGREE_TO_MEET,
    Step.REFUSE_TO_MEET,
    Step.GIVE_AVAILABILITY,
    Step.CONSENT_TO_PERSON,
    Step.APPROVE_AGREEMENT,
    Step.REPORT_ACTION,
    Step.CHOOSE_WHO_ACTS,
    Step.RECORD_APPEAL,
)
AT_ANY_TIME = (
    Step.ADD_DOCUMENT,
    Step.RECORD_VIEWS,
    Step.SHARE,
    Step.STOP_SHARING,
    Step.CLAIM_EXPENSES,
    Step.RAISE_CONCERN,
    Step.GIVE_FEEDBACK,
    Step.COMPLAIN,
    Step.WITHDRAW,
)


def on_the_way(sight: Sight) -> tuple[Link, ...]:
    """What the reader can do that moves the case."""
    return step_links(sight, *_for(sight, ON_THE_WAY))


def at_any_time(sight: Sight) -> tuple[Link, ...]:
    """What the reader can do beside it."""
    return step_links(sight, *_for(sight, AT_ANY_TIME))


ONLY_IF_ASKED = {
    Step.CONSENT_TO_PERSON: "consent",
    Step.APPROVE_AGREEMENT: "approve",
    Step.AGREE_TO_MEET: "agree",
}
"""Steps that answer a question, and which one: without it there is nothing to do."""


def _for(sight: Sight, steps: tuple[Step, ...]) -> tuple[Step, ...]:
    asked = set(waiting_for(sight))
    found = [step for step in steps if step not in ONLY_IF_ASKED or ONLY_IF_ASKED[step] in asked]
    mine = {told.event.number for told in sight.told for one in told.pieces if one.owner == sight.me.key}
    if not any(with_them and number in mine for number, with_them in sight.state.shares.items()):
        found = [step for step in found if step is not Step.STOP_SHARING]
    if Step.SHARE not in offered(sight.seen):
        found = [step for step in found if step is not Step.SHARE]
    return tuple(step for step in found if sight.is_party or step not in FOR_WHOEVER_DECIDES)


def may_still(sight: Sight, step: str) -> bool:
    """False for a step that somebody took until the right to decide went to another. Empty is no step: a document."""
    if not step:
        return not sight.shut_out
    if sight.shut_out:
        return step in STILL_OPEN
    return sight.is_party or step not in FOR_WHOEVER_DECIDES
