"""Disagreement resolution: everybody is asked, and there is a meeting if all agree (s. 57; Code 11.6 to 11.10)."""

from datetime import date
from uuid import UUID

from ..heart import contents
from ..heart.events import Actor
from ..heart.history import state_of
from ..heart.stages import StepNotOpen
from ..heart.steps import Step
from ..histories import history_of
from ..models import Case
from ..recording import Done, record

PARTIES_OF = {
    "duties_not_carried_out": ("family", "authority"),
    "provision_by_setting": ("family", "setting"),
    "health_or_social_care_provision": ("family", "authority", "commissioning_body"),
    "authority_and_commissioner": ("authority", "commissioning_body"),
}
"""Who the parties are, by kind of disagreement (Code 11.8). Beside a decision that may be appealed it is the first."""


def sides_of(matter: str) -> tuple[str, ...]:
    """The sides that are parties to a disagreement about the matter."""
    return PARTIES_OF.get(matter, PARTIES_OF["duties_not_carried_out"])


def invite_parties(*, case: Case, by: Actor, on: date, press: UUID | None = None) -> Done:
    """Ask every party if it agrees to meet. Two sides at least, or there is nobody to ask."""
    sides = {one.side for one in state_of(history_of(case)).parties}
    if len(sides) < 2:
        raise StepNotOpen("Add the other party first. A disagreement has two sides at least.")
    return record(case=case, step=Step.INVITE_PARTIES, by=by, on=on, press=press)


def agree_to_meet(*, case: Case, by: Actor, on: date, party: str, press: UUID | None = None) -> Done:
    """A party agrees to meet. When the last one does, the meeting can be fixed."""
    return record(
        case=case, step=Step.AGREE_TO_MEET, by=by, on=on, pieces=(contents.dates(party=party),), press=press
    )


def refuse_to_meet(*, case: Case, by: Actor, on: date, party: str, press: UUID | None = None) -> Done:
    """A party does not agree to meet. No reason is asked, and nothing is to be read into it."""
    return record(
        case=case, step=Step.REFUSE_TO_MEET, by=by, on=on, pieces=(contents.dates(party=party),), press=press
    )
