"""The timeline of a case: what happened, when, who did it, what it says, and who can see it."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from evenhand.casework.door import Entry
from evenhand.casework.heart.events import Happened
from evenhand.casework.heart.steps import STEPS
from evenhand.people.policy import DataClass, may_know_of
from evenhand.people.roles import Role

from .readable import Readable
from .saying import Said, said
from .words import CONTENT, ROLES

LONDON = ZoneInfo("Europe/London")


class Change(NamedTuple):
    """A correction of an entry: when it was made known, and what has been believed since; `struck`, that it never was."""

    known_on: date
    on: date
    content: list[Said]
    struck: bool
    by: str


class Line(NamedTuple):
    """One entry. `recorded_on` is given where it was written down more than a day after the day it happened."""

    number: int
    what: str
    law: str
    on: date
    recorded_on: date | None
    by: str
    content: list[Said]
    hidden: list[str]
    seen_by: str
    corrects: int | None
    changes: list[Change]
    believed: bool


class Timeline(NamedTuple):
    """The entries, newest first. `in_full` of `all` are wholly readable; `others` are the kinds of what is not."""

    lines: list[Line]
    all: int
    in_full: int
    others: list[str]


def timeline_of(readable: Readable, known_at: datetime | None = None) -> Timeline:
    """The timeline for the reader; with `known_at`, of what had been recorded by then."""
    entries = [
        entry for entry in readable.seen.entries() if known_at is None or entry.event.recorded_at <= known_at
    ]
    numbers = {entry.event.number: entry.number for entry in entries}
    changes = _changes(readable, entries)
    lines = [_line(readable, entry, numbers, changes.get(entry.event.number, [])) for entry in entries]
    others = dict.fromkeys(kind for line in lines for kind in line.hidden)
    in_full = sum(not entry.withheld for entry in entries)
    return Timeline(lines[::-1], len(entries), in_full, list(others))


def _changes(readable: Readable, entries: Iterable[Entry]) -> dict[int, list[Change]]:
    found: dict[int, list[Change]] = {}
    for entry in entries:
        event = entry.event
        if event.corrects is not None:
            change = Change(
                recorded_on(event),
                event.on,
                said(readable, entry.told),
                event.struck,
                readable.who_did(event.by),
            )
            found.setdefault(event.corrects, []).append(change)
    return found


def _line(readable: Readable, entry: Entry, numbers: dict[int, int], changes: list[Change]) -> Line:
    event, rule = entry.event, STEPS[entry.event.step]
    written = recorded_on(event)
    return Line(
        number=entry.number,
        what=rule.happened,
        law=rule.law,
        on=event.on,
        recorded_on=written if abs((written - event.on).days) > 1 else None,
        by=readable.who_did(event.by),
        content=said(readable, entry.told),
        hidden=_hidden(readable, entry),
        seen_by=roles_in_words(entry.seen_by),
        corrects=numbers.get(event.corrects) if event.corrects is not None else None,
        changes=changes,
        believed=not changes,
    )


def recorded_on(event: Happened) -> date:
    """The day in England on which it was written down."""
    return event.recorded_at.astimezone(LONDON).date()


def _hidden(readable: Readable, entry: Entry) -> list[str]:
    """The kinds of the pieces that the reader may know of and not read; what may not be known of is not among them."""
    seen = readable.seen
    if not entry.withheld:
        return []
    kinds: dict[DataClass, None] = {}
    for piece in entry.event.pieces:
        lot = seen.lot(piece, entry.event.number)
        if piece not in entry.pieces and any(may_know_of(one, lot) for one in seen.standings):
            kinds[piece.data_class] = None
    return [str(CONTENT[kind]) for kind in kinds if kind in CONTENT]


def roles_in_words(roles: Iterable[Role]) -> str:
    """Who can see something: `adviser, mediator, parent`."""
    words = [str(ROLES[role]) for role in roles]
    return ", ".join(words) if words else _("nobody else")
