"""The history of a case in plain words: what happened, who did it, and who can see it."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from evenhand.casework.door import Entry
from evenhand.casework.heart.steps import Step
from evenhand.people.policy.words import ROLES
from evenhand.people.roles import Role

from .sight import Sight
from .words import BY, HAPPENED


@dataclass(frozen=True)
class Line:
    """One entry: the day, what happened, by whom, the words in it that may be read, and who can see it."""

    number: int
    on: date
    what: str
    by: str
    words: str
    withheld: bool
    seen_by: str
    put_right: bool


def history(sight: Sight) -> tuple[Line, ...]:
    """Every entry that the reader may know of, the newest first."""
    corrected = {event.corrects for event in sight.seen.history if event.corrects is not None}
    entries = reversed(sight.seen.entries())
    return tuple(_line(sight, entry, entry.event.number in corrected) for entry in entries)


def _line(sight: Sight, entry: Entry, put_right: bool) -> Line:
    others = dict.fromkeys(_(ROLES[role]) for role in entry.seen_by)
    said = entry.told.get("words")
    return Line(
        entry.number,
        entry.event.on,
        _what(entry),
        _by(sight, entry),
        said if isinstance(said, str) else "",
        entry.withheld,
        ", ".join(others) or _("nobody else"),
        put_right,
    )


def _what(entry: Entry) -> str:
    told = entry.told
    if entry.event.step is Step.RECORD_FACTS and told.get("person_id") and told.get("key"):
        return _("An account was joined to the case, so that its owner can read here.")
    if entry.event.step is Step.RECORD_CALL and told.get("reached") is False:
        return _("We rang, and reached nobody. We try again.")
    if entry.event.step is Step.ADD_PERSON and told.get("role") in BY:
        return _("Joined the case: %(who)s.") % {"who": BY[Role(told["role"])]}
    if entry.event.step is Step.ASSIGN and told.get("work"):
        return _("An adviser was chosen.") if told["work"] == "adviser" else _("A mediator was chosen.")
    return str(HAPPENED[entry.event.step])


def _by(sight: Sight, entry: Entry) -> str:
    by = entry.event.by
    if by.person_id is not None and by.person_id == sight.seen.reader.person_id:
        return _("you")
    return str(BY[by.role]) if by.role in BY else _("the computer")
