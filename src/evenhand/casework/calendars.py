"""Meetings as a calendar file (RFC 5545), which moves the old entry where a meeting has moved and makes no second one.

Pure. An entry is called by the case and the number of the meeting in it; its `SEQUENCE` grows with each event that
touched it. The title says nothing of what the meeting is about.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from .heart.events import Happened
from .heart.history import put_right
from .heart.steps import Step

ZONE = "Europe/London"
TIMEZONE = (
    "BEGIN:VTIMEZONE",
    f"TZID:{ZONE}",
    "BEGIN:DAYLIGHT",
    "DTSTART:19960331T010000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "TZOFFSETFROM:+0000",
    "TZOFFSETTO:+0100",
    "TZNAME:BST",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "DTSTART:19961027T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0000",
    "TZNAME:GMT",
    "END:STANDARD",
    "END:VTIMEZONE",
)
"""What makes ten o'clock ten o'clock in London, whatever the calendar's own zone."""

ENDS_IT = frozenset({Step.CANCEL_MEETING, Step.MEETING_NOT_HELD, Step.WITHDRAW, Step.CLOSE})
"""After these a meeting that was not held does not take place."""


@dataclass(frozen=True, slots=True)
class Where:
    """The place and the link of a meeting, for a reader who may read them."""

    place: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One meeting: the day, the hours as `10:00`, whether it is off, how often it changed, and when it last did.

    `told_by` is the number of the event that says where it is.
    """

    number: int
    on: date
    starts: str
    ends: str
    told_by: int
    changed_at: datetime
    sequence: int = 0
    off: bool = False
    held: bool = False


def entries_of(history: Sequence[Happened]) -> list[Entry]:
    """Every meeting of a history, in the order in which they were fixed, as it is believed now."""
    found: list[Entry] = []
    corrections = [event for event in history if event.corrects is not None]
    for event in put_right(history):
        found = _after(found, event)
    return [_corrected(entry, corrections) for entry in found]


def _after(found: list[Entry], event: Happened) -> list[Entry]:
    if event.step is Step.FIX_MEETING or (event.step is Step.CHANGE_MEETING and found):
        entry = _said(event, len(found) + 1)
        if event.step is Step.FIX_MEETING:
            return [*found, entry]
        last = found[-1]
        return [*found[:-1], replace(entry, number=last.number, sequence=last.sequence + 1)]
    if not found or found[-1].off or found[-1].held:
        return found
    last = replace(found[-1], sequence=found[-1].sequence + 1, changed_at=event.recorded_at)
    if event.step in ENDS_IT:
        return [*found[:-1], replace(last, off=True)]
    if event.step is Step.HOLD_MEETING:
        return [*found[:-1], replace(found[-1], held=True)]
    return found


def _said(event: Happened, number: int) -> Entry:
    told = event.told
    on = date.fromisoformat(told["meeting_on"])
    return Entry(number, on, told["starts"], told["ends"], event.number, event.recorded_at)


def _corrected(entry: Entry, corrections: Sequence[Happened]) -> Entry:
    """A correction of what said where and when it is changes the entry too."""
    mine = [event for event in corrections if event.corrects == entry.told_by]
    if not mine:
        return entry
    changed = max(entry.changed_at, *(event.recorded_at for event in mine))
    return replace(entry, sequence=entry.sequence + len(mine), changed_at=changed)


def calendar_of(reference: str, entries: Sequence[Entry], where: Mapping[int, Where]) -> bytes:
    """The file with every meeting of a case. `where` says by `told_by` what the reader may read of the place."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Evenhand//Meetings//EN", "CALSCALE:GREGORIAN"]
    lines += ["METHOD:PUBLISH", *TIMEZONE]
    for entry in entries:
        lines += _entry(reference, entry, where.get(entry.told_by, Where()))
    lines.append("END:VCALENDAR")
    return "".join(f"{folded(line)}\r\n" for line in lines).encode()


def _entry(reference: str, entry: Entry, where: Where) -> Iterator[str]:
    stamp = f"{entry.changed_at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield from ("BEGIN:VEVENT", f"UID:{reference}-meeting-{entry.number}@evenhand")
    yield from (f"DTSTAMP:{stamp}", f"LAST-MODIFIED:{stamp}", f"SEQUENCE:{entry.sequence}")
    yield f"DTSTART;TZID={ZONE}:{_moment(entry.on, entry.starts)}"
    yield f"DTEND;TZID={ZONE}:{_moment(entry.on, entry.ends)}"
    yield f"SUMMARY:{escaped(f'Meeting, Evenhand, {reference}')}"
    if where.place and not entry.off:
        yield f"LOCATION:{escaped(where.place)}"
    if where.link and not entry.off:
        yield f"DESCRIPTION:{escaped(where.link)}"
    yield f"STATUS:{'CANCELLED' if entry.off else 'CONFIRMED'}"
    yield from ("CLASS:PRIVATE", "TRANSP:TRANSPARENT" if entry.off else "TRANSP:OPAQUE", "END:VEVENT")


def _moment(day: date, at: str) -> str:
    return f"{day:%Y%m%d}T{at.replace(':', '')}00"


def escaped(text: str) -> str:
    """A text as a property holds it: no bare commas, semicolons, backslashes or ends of line.

    >>> escaped("Room 2; ask, please")
    'Room 2\\\\; ask\\\\, please'
    """
    text = re.sub(r"([\\;,])", r"\\\1", text)
    return re.sub(r"\r\n|\r|\n", r"\\n", text)


def folded(line: str) -> str:
    """The line in pieces of at most 75 bytes, none of them within a letter.

    >>> [len(piece.encode()) for piece in folded("é" * 80).split("\\r\\n")]
    [74, 75, 13]
    """
    pieces, piece, size = [], "", 0
    for letter in line:
        width = len(letter.encode())
        if size + width > 75:
            pieces.append(piece)
            piece, size = " ", 1
        piece += letter
        size += width
    return "\r\n".join([*pieces, piece])
