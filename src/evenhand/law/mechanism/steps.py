"""A step: from a day to the last day that the law counts from it.

Steps are functions on a finite set, the days of the law's life, so each is kept as a table; a day is
counted once. A step has dated versions; the day it starts from chooses among them.
"""

from collections.abc import Callable
from datetime import date

from ..calendars import Calendar
from ..citations import Citation
from ..errors import NoLawInForce
from .outcomes import Reason
from .rules import first_line, refuse_overlaps

Count = Callable[[date], date]


class StepVersion:
    """One wording of a step. `count` gives the last day, `other` the day of the other reading or None."""

    __slots__ = ("cites", "count", "other", "reason", "sentence", "since", "until")

    def __init__(
        self,
        count: Count,
        cites: tuple[Citation, ...],
        since: str | None,
        until: str | None,
        other: Callable[[date], date | None] | None,
        name: str,
    ) -> None:
        self.count, self.cites, self.since, self.until, self.other = (
            count,
            cites,
            since,
            until,
            other,
        )
        self.sentence = first_line(count)
        self.reason = Reason(self.sentence, cites, name)

    def covers(self, day: str) -> bool:
        """Whether the version is law for a period that starts on that ISO day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


class Step:
    """From a day to a day, by the law of the starting day.

    `calendar` names the working days that it counts, or None; `doubt` says in one sentence what the other
    reading is; `relaxed` tells whether SI 2020/471 relaxed it.
    """

    def __init__(self, name: str, calendar: Calendar | None, doubt: str, relaxed: bool) -> None:
        self.name, self.calendar, self.doubt, self.relaxed = name, calendar, doubt, relaxed
        self.versions: list[StepVersion] = []
        self.forget()

    def forget(self) -> None:
        """Forget the days counted so far."""
        self._table: dict[date, tuple[date | None, StepVersion | None]] = {}

    @property
    def sentence(self) -> str:
        """The newest version's sentence."""
        return self.versions[-1].sentence

    def look_up(self, start: date) -> tuple[date | None, StepVersion | None]:
        """The last day and the version that counts it; (None, None) on a day without that law."""
        found = self._table.get(start)
        if found is None:
            found = self._table[start] = self._work_out(start)
        return found

    def _work_out(self, start: date) -> tuple[date | None, StepVersion | None]:
        day = start.isoformat()
        for version in self.versions:
            if version.covers(day):
                return version.count(start), version
        return None, None

    def on(self, start: date) -> date:
        """The last day counted from `start`. Raises `NoLawInForce` on a day without that law."""
        last, _ = self.look_up(start)
        if last is None:
            raise NoLawInForce(
                f"No version of {self.name!r} is written for {start.isoformat()}. "
                "Add one beside the others, with its citation, or narrow the dates you ask about."
            )
        return last

    def other_on(self, start: date) -> date | None:
        """The last day by the other reading, where the law is open to one; otherwise None."""
        _, version = self.look_up(start)
        return version.other(start) if version is not None and version.other is not None else None

    def version(
        self,
        *cites: Citation,
        since: str | None = None,
        until: str | None = None,
        other: Callable[[date], date | None] | None = None,
    ) -> Callable[[Count], "Step"]:
        """Add a version beside the others. Raises `OverlappingVersions` where two claim one day."""

        def add(count: Count) -> Step:
            self.versions.append(StepVersion(count, cites, since, until, other, self.name))
            self.versions.sort(key=lambda version: version.since or "")
            refuse_overlaps(self.name, self.versions)  # type: ignore[arg-type]
            return self

        return add


STEPS: dict[str, Step] = {}


def step(
    *cites: Citation,
    since: str | None = None,
    until: str | None = None,
    calendar: Calendar | None = None,
    other: Callable[[date], date | None] | None = None,
    doubt: str = "",
    relaxed: bool = False,
) -> Callable[[Count], Step]:
    """Make a step of a function from a day to a day; its first docstring line is the reason."""

    def make(count: Count) -> Step:
        name = count.__name__
        if name in STEPS:
            raise ValueError(f"Two steps are called {name!r}.")
        STEPS[name] = Step(name, calendar, doubt, relaxed)
        return STEPS[name].version(*cites, since=since, until=until, other=other)(count)

    return make
