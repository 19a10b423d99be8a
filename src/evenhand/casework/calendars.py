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

OFF = frozenset({Step.CANCEL_MEETING, Step.MEETING_NOT_HELD})
"""After these the meeting does not take place, whatever follows."""
ENDED = frozenset({Step.WITHDRAW, Step.CLOSE})
"""While a case has ended, a meeting that was not held does not take place either."""
TOUCHES = OFF | ENDED | {Step.CHANGE_MEETING, Step.REOPEN}


@dataclass(frozen=True, slots=True)
class Where:
    """The place and the link of a meeting, for a reader who may read them."""

    place: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One meeting: the day, the hours as `10:00`, whether it is off, how often it was touched, and when it last was.

    `told_by` is the number of the event that says where it is.
    """

    number: int
    on: date
    starts: str
    ends: str
    told_by: int
    changed_at: datetime
    off: bool = False
    held: bool = False
    waits: bool = False
    sequence: int = 0

    @property
    def cancelled(self) -> bool:
        """It does not take place: it was put off for good, or its case has ended."""
        return not self.held and (self.off or self.waits)


def entries_of(history: Sequence[Happened]) -> list[Entry]:
    """Every meeting of a history, in the order in which they were fixed, as it is believed now.

    They are counted, and how often each was touched, over all that was ever recorded: an entry that was struck out
    takes no number back.
    """
    fixed = [event for event in history if event.step is Step.FIX_MEETING]
    numbers = {event.number: place for place, event in enumerate(fixed, 1)}
    found = {number: replace(_said(event, number), off=True) for number, event in enumerate(fixed, 1)}
    now = 0
    for event in put_right(history):
        now = numbers.get(event.number, now)
        if now:
            found[now] = _after(found[now], event)
    return [_counted(entry, history, fixed) for entry in found.values()]


def _after(entry: Entry, event: Happened) -> Entry:
    if event.step in (Step.FIX_MEETING, Step.CHANGE_MEETING):
        return _said(event, entry.number)
    if event.step in OFF:
        return replace(entry, off=True)
    if event.step is Step.HOLD_MEETING:
        return replace(entry, held=True)
    if event.step in ENDED or event.step is Step.REOPEN:
        return replace(entry, waits=event.step in ENDED)
    return entry


def _said(event: Happened, number: int) -> Entry:
    told = event.told
    on = date.fromisoformat(told["meeting_on"])
    return Entry(number, on, told["starts"], told["ends"], event.number, event.recorded_at)


def _counted(entry: Entry, history: Sequence[Happened], fixed: Sequence[Happened]) -> Entry:
    """With how often it was touched: by a step until the next meeting was fixed, or by a correction of one."""
    first = fixed[entry.number - 1]
    later = fixed[entry.number].number if entry.number < len(fixed) else len(history) + 1
    steps = [one for one in history if first.number < one.number < later and one.step in TOUCHES]
    mine = {first.number, *(one.number for one in steps)}
    touched = [*steps, *(one for one in history if one.corrects in mine)]
    changed = max(one.recorded_at for one in (first, *touched))
    return replace(entry, sequence=len(touched), changed_at=changed)


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
    if where.place and not entry.cancelled:
        yield f"LOCATION:{escaped(where.place)}"
    if where.link and not entry.cancelled:
        yield f"DESCRIPTION:{escaped(where.link)}"
    yield f"STATUS:{'CANCELLED' if entry.cancelled else 'CONFIRMED'}"
    yield from ("CLASS:PRIVATE", "TRANSP:TRANSPARENT" if entry.cancelled else "TRANSP:OPAQUE", "END:VEVENT")


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
