"""The board as plain text and as a sheet for a spreadsheet. Neither holds more than the board shows."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date

from django.http import HttpResponse

from evenhand.casework.board import Row
from evenhand.people.practitioners.export import harmless

from .lines import Group, line
from .words import KINDS, short_day, stage_words, whose_words

COLUMNS = (
    *("reference", "kind", "stage", "authority", "adviser", "mediator"),
    *("due", "whose_duty", "provision", "on", "days_left"),
)


def csv_of(rows: Iterable[Row]) -> HttpResponse:
    """A line a case: dates and duties, and nothing of anybody in a family."""
    return sheet("board.csv", [COLUMNS, *(_cells(row) for row in rows)])


def _cells(row: Row) -> tuple[str, ...]:
    return (
        row.reference,
        str(KINDS[row.kind]),
        stage_words(row.stage),
        row.authority,
        row.adviser,
        row.mediator,
        row.next_says,
        whose_words(row.next_whose),
        row.next_law,
        row.next_on.isoformat() if row.next_on else "",
        "" if row.days_left is None else str(row.days_left),
    )


def sheet(name: str, rows: Iterable[Sequence[str]]) -> HttpResponse:
    """Rows of cells as a file to keep, none of which a spreadsheet takes for a formula."""
    written = io.StringIO()
    writer = csv.writer(written)
    for row in rows:
        writer.writerow([cell if _is_number(cell) else harmless(cell) for cell in row])
    response = HttpResponse(written.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _is_number(cell: str) -> bool:
    return cell.removeprefix("-").isdecimal()


def text_of(title: str, groups: Iterable[Group], today: date) -> HttpResponse:
    """The board in plain lines, for a screen reader, a small screen or a mail to oneself."""
    lines = [title, short_day(today), ""]
    for group in groups:
        lines += [group.heading.upper(), ""]
        for one in map(line, group.rows):
            lines.append(" - ".join(part for part in (one.left, one.day, one.says, one.whose) if part))
            about = (one.reference, one.child, one.stage, one.authority, one.people)
            lines += ["  " + " - ".join(part for part in about if part), ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
