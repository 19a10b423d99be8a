"""The calendar file (RFC 5545): the days that count, with an alarm a week and two days before.

An entry keeps its name as long as the answers keep theirs, so that a calendar which gets the file again
moves the old entry and makes no second one.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils.translation import gettext as _

from evenhand.casework.calendars import TIMEZONE, ZONE, escaped, folded
from evenhand.web.family.answer import Answered, Day
from evenhand.web.family.words import in_full

ALARMS = ("-P7D", "-P2D")


def calendar_file(answered: Answered, name: str) -> bytes:
    """The file. `name` is the random name of the answers, of which each entry's name is made."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Evenhand//Days that count//EN",
        "CALSCALE:GREGORIAN",
    ]
    lines += ["METHOD:PUBLISH", *TIMEZONE]
    for day in (
        *answered.to_do,
        *answered.theirs,
        *answered.last_resort,
        *answered.others,
    ):
        if day.counts:
            lines += _entries(day, name, answered)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded(line)}\r\n" for line in lines).encode()


def _entries(day: Day, name: str, answered: Answered) -> Iterator[str]:
    """The safe day to act by, where that is another day than the last, and the last day in law."""
    assert day.on is not None
    own = day.mine or day.theirs
    what = f"{day.whose}: {day.what}" if day.theirs else day.what
    if own and day.safe_on is not None and day.safe_on != day.on and day.safe_on >= answered.as_of:
        summary = _("Act by today: %(what)s") % {"what": what}
        yield from _entry(f"{name}-{day.slot}-safe", summary, _all_day(day.safe_on), day, answered)
    summary = _("Last day in law: %(what)s") % {"what": what}
    when = _until_five(day.on) if day.at == "17:00" else _all_day(day.on)
    yield from _entry(f"{name}-{day.slot}-last", summary, when, day, answered)


def _entry(uid: str, summary: str, when: tuple[str, str], day: Day, answered: Answered) -> Iterator[str]:
    yield from ("BEGIN:VEVENT", f"UID:{uid}@evenhand")
    yield f"DTSTAMP:{answered.as_of:%Y%m%d}T000000Z"
    yield from when
    yield f"SUMMARY:{escaped(summary)}"
    yield f"DESCRIPTION:{escaped(_about(day, answered))}"
    yield "TRANSP:TRANSPARENT"
    yield "CLASS:PRIVATE"
    for trigger in ALARMS if day.mine or day.theirs else ():
        yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"TRIGGER:{trigger}")
        yield from (f"DESCRIPTION:{escaped(summary)}", "END:VALARM")
    yield "END:VEVENT"


def _about(day: Day, answered: Answered) -> str:
    worked_out = _("Worked out by Evenhand on %(day)s. It is not legal advice.") % {
        "day": in_full(answered.as_of)
    }
    return "\n".join(
        part for part in (day.last, day.care, *(why.text for why in day.why), worked_out) if part
    )


def _all_day(day: date) -> tuple[str, str]:
    return f"DTSTART;VALUE=DATE:{day:%Y%m%d}", f"DTEND;VALUE=DATE:{day + timedelta(1):%Y%m%d}"


def _until_five(day: date) -> tuple[str, str]:
    return f"DTSTART;TZID={ZONE}:{day:%Y%m%d}T160000", f"DTEND;TZID={ZONE}:{day:%Y%m%d}T170000"
