"""Every row checked: each cell by itself, then the row as a case that could have gone like that."""

import itertools
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from evenhand.law import FactsRefused

from ..heart.dues import dues_of
from ..heart.events import Actor, Happened
from ..heart.history import state_of, take
from ..heart.stages import Stage, StepNotOpen
from . import cells
from .cells import Fault
from .columns import BY_NAME, COLUMNS, Mapped
from .files import Cell, Sheet
from .histories import Taken, steps_of

LONGEST = {
    "key": 100,
    "family_name": 200,
    "child_name": 200,
    "phone": 40,
    "email": 200,
    "certificate_number": 40,
    "adviser": 200,
}
"""Letters that a cell may have."""
OWN_ORDER = (
    "first_contact",
    "advice_given",
    "choice_on",
    "authority_told",
    "meeting_on",
    "certificate_on",
    "closed_on",
)
"""Days that cannot stand the other way round, in the order of the path."""


@dataclass(frozen=True)
class Bad:
    """What is wrong with one row: its number in the file, the column by its own header, and the reason."""

    row: int
    column: str
    reason: str


@dataclass(frozen=True)
class Row:
    """One row that can be a case: its number, what its cells say by column, and where the case would stand."""

    number: int
    said: Mapping[str, Any]
    stage: Stage

    @property
    def key(self) -> str:
        """The reference that whoever imports gave it."""
        return str(self.said["key"])


@dataclass
class Checked:
    """What an import would do: rows that can be made, those that cannot and why, and how many are here already."""

    good: list[Row] = field(default_factory=list)
    bad: list[Bad] = field(default_factory=list)
    already: int = 0

    @property
    def bad_rows(self) -> int:
        """How many rows are bad; one may be bad in several ways."""
        return len({one.row for one in self.bad})


READ: dict[str, Callable[[Cell], Any]] = {
    "relation": lambda cell: cells.one_of(cell, cells.RELATIONS, "parent or young person") or "parent",
    "date_of_birth": cells.day_of,
    "council": cells.council_of,
    "matter": cells.matter_of,
    "issues": cells.issues_of,
    "notice_sent": cells.day_of,
    "first_contact": cells.day_of,
    "advice_given": cells.day_of,
    "choice": lambda cell: cells.one_of(cell, cells.CHOICES, "mediation or no mediation"),
    "choice_on": cells.day_of,
    "authority_told": cells.day_of,
    "meeting_on": cells.day_of,
    "meeting_starts": cells.time_of,
    "meeting_ends": cells.time_of,
    "outcome": lambda cell: cells.one_of(
        cell, cells.OUTCOMES, "agreed, agreed in part, not agreed or not held"
    ),
    "certificate_on": cells.day_of,
    "closed_on": cells.day_of,
    "closed_how": lambda cell: cells.one_of(cell, cells.ENDINGS, "done or withdrawn"),
}


def check(
    sheet: Sheet,
    mapping: Mapped,
    *,
    today: date,
    already: Collection[str] = (),
    advisers: Collection[str] = (),
    progress: Callable[[int], None] | None = None,
) -> Checked:
    """Check every row. `already` are references that were imported before; `advisers` the addresses of advisers.

    Nothing is written, and nothing is asked of the database.
    """
    checked, seen = Checked(), dict[str, int]()
    for number, line in sheet.rows:
        _check_row(checked, _Line(number, line, mapping, sheet.headers), seen, today, already, advisers)
        if progress is not None:
            progress(1)
    return checked


class _Line:
    """One line of the file as it is being checked."""

    def __init__(
        self, number: int, line: tuple[Cell, ...], mapping: Mapped, headers: tuple[str, ...]
    ) -> None:
        self.number, self.line, self.mapping, self.headers = number, line, mapping, headers
        self.said: dict[str, Any] = {}
        self.bad: list[Bad] = []

    def cell(self, column: str) -> Cell:
        place = self.mapping.get(column)
        return None if place is None else self.line[place]

    def refuse(self, column: str, reason: str) -> None:
        place = self.mapping.get(column)
        header = BY_NAME[column].words if place is None else self.headers[place]
        self.bad.append(Bad(self.number, header, reason))

    def read(self) -> None:
        """Every cell; a fault is told for each."""
        for column in COLUMNS:
            read = READ.get(column.name, cells.text_of)
            try:
                value = read(self.cell(column.name))
            except Fault as fault:
                self.refuse(column.name, str(fault))
                continue
            if column.needed and not value:
                self.refuse(column.name, "It is empty, and every row needs it.")
            elif isinstance(value, str) and len(value) > LONGEST.get(column.name, 500):
                self.refuse(column.name, f"It has more than {LONGEST.get(column.name, 500)} letters.")
            self.said[column.name] = value


def _check_row(
    checked: Checked,
    line: _Line,
    seen: dict[str, int],
    today: date,
    already: Collection[str],
    advisers: Collection[str],
) -> None:
    line.read()
    key = str(line.said.get("key", ""))
    if key and key in already:
        checked.already += 1
        return
    if key in seen and key:
        line.refuse("key", f"Row {seen[key]} has the same reference. Each row needs its own.")
    seen.setdefault(key, line.number)
    _check_adviser(line, advisers)
    if not line.bad:
        _check_days(line, today)
    stage = _check_path(line, today) if not line.bad else None
    if line.bad or stage is None:
        checked.bad += line.bad
    else:
        checked.good.append(Row(line.number, line.said, stage))


def _check_adviser(line: _Line, advisers: Collection[str]) -> None:
    adviser = str(line.said.get("adviser", "")).casefold()
    if adviser and adviser not in advisers:
        line.refuse("adviser", "No adviser of this service has this e-mail address.")
    line.said["adviser"] = adviser


def _check_days(line: _Line, today: date) -> None:
    """Days to come, days in the wrong order, and words that need a day beside them."""
    said = line.said
    for column, value in said.items():
        if isinstance(value, date) and value > today and column != "meeting_on":
            line.refuse(column, f"{value:%-d %B %Y} has not come yet.")
    if said["choice"] and not said["choice_on"]:
        said["choice_on"] = said["advice_given"]
    if said["choice_on"] and not said["choice"]:
        line.refuse("choice", "There is a day, and not what was chosen. Write mediation or no mediation.")
    for first, then, told in NEEDS:
        if said[then] and not said[first]:
            line.refuse(first, told)
    given = [(column, said[column]) for column in OWN_ORDER if said[column] is not None]
    for (before, earlier), (after, later) in itertools.pairwise(given):
        if later < earlier:
            words = BY_NAME[before].words.lower()
            line.refuse(
                after,
                f"{later:%-d %B %Y} is before “{words}” ({earlier:%-d %B %Y}). One of the two is wrong.",
            )
    _check_meeting(line, today)


NEEDS = (
    ("advice_given", "choice", "There is a choice, and no day of advice. Advice comes before the choice."),
    ("meeting_on", "outcome", "There is an outcome, and no day of the meeting."),
    ("closed_on", "closed_how", "It says how the case was closed, and not when."),
)
"""A column, what needs it, and what is said where it is empty."""


def _check_meeting(line: _Line, today: date) -> None:
    said = line.said
    on, starts, ends = said["meeting_on"], said["meeting_starts"], said["meeting_ends"]
    if on is None:
        return
    if on > today and said["outcome"]:
        line.refuse("outcome", "The meeting is still to come, so it has no outcome yet.")
    if not said["outcome"] and not (starts and ends):
        line.refuse("meeting_starts", "Give the time at which the meeting begins and ends, or its outcome.")
    if starts and ends and ends <= starts:
        line.refuse("meeting_ends", "The meeting ends before it begins.")


NOBODY = Actor(None, None, "system")


def _check_path(line: _Line, today: date) -> Stage | None:
    """Where the case would stand; None where a step could not have been taken, which is told at its column."""
    steps = list(steps_of(line.said, certificate=""))
    column = "first_contact"
    try:
        state = state_of([_happened(1, steps[0])])
        for number, taken in enumerate(steps[1:], 2):
            column = taken.column
            take(state, _happened(number, taken))
    except StepNotOpen as refused:
        line.refuse(column, _in_a_sheet(str(refused)))
        return None
    try:
        dues_of(state, today)
    except FactsRefused as refusal:
        line.refuse(_column_of(refusal.facts), str(refusal))
        return None
    return state.stage


RECORDED = datetime(2000, 1, 1)  # noqa: DTZ001 - a stand-in while checking; nothing is recorded with it


def _happened(number: int, taken: Taken) -> Happened:
    return Happened(number, taken.step, taken.on, RECORDED, NOBODY, taken.pieces)


def _in_a_sheet(told: str) -> str:
    """A refusal without what is said to somebody before a page."""
    return told.replace(" Open the case again to see what comes next.", " A step before it may be missing.")


COLUMN_OF = {
    "notice_sent": "notice_sent",
    "adviser_contacted": "first_contact",
    "adviser_told_no": "choice_on",
    "authority_told": "authority_told",
    "mediation_on": "meeting_on",
    "mediation_concluded": "meeting_on",
    "certificate_issued": "certificate_on",
    "date_of_birth": "date_of_birth",
}


def _column_of(facts: tuple[str, ...]) -> str:
    return next((COLUMN_OF[fact] for fact in facts if fact in COLUMN_OF), "matter")
