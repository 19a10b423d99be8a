"""The versions of a rule on a line of time: where each bar begins and ends, in hundredths of the width."""

from dataclasses import dataclass
from datetime import date
from typing import Any

BEGAN = date(2014, 9, 1)
"""The day on which Part 3 of the Act began; a version without a first day is shown from here."""
_EVERY = 4


@dataclass(frozen=True)
class Bar:
    """One version: its place on the line, and whether it has a beginning and an end of its own."""

    number: int
    left: float
    width: float
    since: date | None
    until: date | None
    sentence: str


@dataclass(frozen=True)
class Tick:
    """A year under the line."""

    year: int
    left: float


@dataclass(frozen=True)
class Line:
    """The whole picture."""

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]

    @property
    def height(self) -> int:
        return 30 * len(self.bars) + 28


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


def line_of(versions: list[dict[str, Any]], as_at: date) -> Line:
    """The line of a rule's versions, to the end of the year up to which the law was read."""
    days = [day for v in versions for day in (_day(v["since"]), _day(v["until"])) if day]
    first = date(min([BEGAN, *days]).year, 1, 1)
    last = date(max([as_at, *days]).year + 1, 1, 1)
    whole = (last - first).days

    def place(day: date) -> float:
        return round(100 * (day - first).days / whole, 2)

    bars = []
    for number, version in enumerate(versions):
        since, until = _day(version["since"]), _day(version["until"])
        left = place(since or max(first, min(BEGAN, until or BEGAN)))
        right = place(until) if until else 100.0
        bars.append(
            Bar(number + 1, left, max(round(right - left, 2), 0.6), since, until, version["sentence"])
        )
    years = range(first.year, last.year - 1, _EVERY)
    return Line(tuple(bars), tuple(Tick(year, place(date(year, 1, 1))) for year in years))
