"""When everybody is free: half-hours that all gave, which satisfy the notice and the thirty days.

A half-hour is written as it begins: `2026-12-01T09:30`. Days are whole days in England; nothing here knows a time zone.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from evenhand.law.calendars import REGULATIONS

HALF = timedelta(minutes=30)
NOTICE_DAYS = 6
"""Five clear working days lie between the notice and the meeting, so that the sixth before it is the last for notice."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A stretch in which everybody needed is free. `after_limit` says that it is later than the law allows."""

    starts: datetime
    ends: datetime
    after_limit: bool = False


def earliest_day(noticed: date) -> date:
    """The first day for a meeting of which notice is given on a day: five clear working days later (reg 37(2)).

    >>> earliest_day(date(2026, 6, 1))
    datetime.date(2026, 6, 9)
    """
    return REGULATIONS.after(noticed, NOTICE_DAYS)


def common(
    free: Mapping[str, Iterable[str]],
    needed: Iterable[str],
    *,
    halves: int,
    first: date,
    limit: date | None,
) -> list[Slot]:
    """Every stretch of `halves` half-hours in which all the needed are free, from the first day on, soonest first.

    `limit` is the last day that the law gives for the meeting; a stretch after it is given too, and says so. Whoever
    has given no times has none: then the list is empty.
    """
    given = [set(free.get(key, ())) for key in needed]
    shared = set.intersection(*given) if given else set()
    starts = sorted(datetime.fromisoformat(half) for half in shared)
    known = set(starts)
    slots = []
    for begin in starts:
        stretch = [begin + HALF * step for step in range(halves)]
        whole = all(half in known for half in stretch)
        if whole and begin.date() >= first and stretch[-1].date() == begin.date():
            late = limit is not None and begin.date() > limit
            slots.append(Slot(begin, begin + HALF * halves, late))
    return slots


def silent(free: Mapping[str, Iterable[str]], needed: Iterable[str]) -> list[str]:
    """Those needed who have given no times yet."""
    return [key for key in needed if not list(free.get(key, ()))]
