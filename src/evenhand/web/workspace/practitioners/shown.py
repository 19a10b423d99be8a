"""One register entry as its page shows it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.timezone import localtime

from evenhand.people.practitioners.access import is_own, may_change
from evenhand.people.practitioners.models import Practitioner
from evenhand.people.reader import Reader

from .sections import SECTIONS, Section


@dataclass(frozen=True)
class ShownRow:
    """A row in words, its days, whether it is past, and what may be done to it."""

    pk: int
    says: str
    since: date
    until: date | None
    ended: bool
    recorded_by: str
    recorded_on: date
    why_withdrawn: str = ""


@dataclass(frozen=True)
class ShownSection:
    """A part of the entry: the rows that hold or will, those that are past, and those that were taken back."""

    section: Section
    rows: list[ShownRow]
    past: list[ShownRow]
    withdrawn: list[ShownRow]
    may_write: bool


def sections_of(practitioner: Practitioner, reader: Reader, on: date) -> list[ShownSection]:
    """Every part of an entry for its reader. Rows that were taken back are for those who may write there."""
    manager, own = may_change(reader, practitioner), is_own(reader, practitioner)
    return [_shown(section, practitioner, on, manager or (own and section.own_too)) for section in SECTIONS]


def _shown(section: Section, practitioner: Practitioner, on: date, may_write: bool) -> ShownSection:
    rows = getattr(practitioner, section.rows_of).select_related("recorded_by")
    newest_first = sorted(rows, key=lambda row: (_first(row), row.pk), reverse=True)
    shown = [(row, _row(section, row, on)) for row in newest_first]
    return ShownSection(
        section,
        [one for row, one in shown if row.stands and not one.ended],
        [one for row, one in shown if row.stands and one.ended],
        [one for row, one in shown if not row.stands] if may_write else [],
        may_write,
    )


def _first(row: Any) -> date:
    first: date = row.since if hasattr(row, "since") else row.day
    return first


def _row(section: Section, row: Any, on: date) -> ShownRow:
    until = getattr(row, "until", None)
    return ShownRow(
        row.pk,
        section.says(row),
        _first(row),
        until,
        until is not None and until < on,
        row.recorded_by.name,
        localtime(row.recorded_at).date(),
        row.withdrawn_words,
    )
