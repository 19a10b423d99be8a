"""The steps that somebody of the family can take now, as a list: what moves the case first, the rest beside it."""

from evenhand.casework.heart.steps import Step

from .coming import STILL_OPEN, Link, step_links
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
FOR_WHOEVER_DECIDES = frozenset(ON_THE_WAY) | {Step.WITHDRAW, Step.CLAIM_EXPENSES}
"""Steps that a parent no longer takes once the right is the young person's own."""


def on_the_way(sight: Sight) -> tuple[Link, ...]:
    """What the reader can do that moves the case."""
    return step_links(sight, *_for(sight, ON_THE_WAY))


def at_any_time(sight: Sight) -> tuple[Link, ...]:
    """What the reader can do beside it."""
    return step_links(sight, *_for(sight, AT_ANY_TIME))


def _for(sight: Sight, steps: tuple[Step, ...]) -> tuple[Step, ...]:
    return steps if sight.is_party else tuple(step for step in steps if step not in FOR_WHOEVER_DECIDES)


def may_still(sight: Sight, step: str) -> bool:
    """False for a step that somebody took until the right to decide went to another. Empty is no step: a document."""
    if not step:
        return not sight.shut_out
    if sight.shut_out:
        return step in STILL_OPEN
    return sight.is_party or step not in FOR_WHOEVER_DECIDES
