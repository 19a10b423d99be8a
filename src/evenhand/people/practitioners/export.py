"""The register as a table for a spreadsheet."""

import csv
import io
from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from evenhand import directory

from .choosing import areas_of, languages_of
from .languages import language_name
from .models import Dated, Employment
from .register import RegisterRow

COLUMNS = (
    *("name", "service", "on_the_register_since", "works_as", "fit_for", "why_not"),
    *("registrations", "insurance", "disclosure_checks", "languages", "areas", "employers"),
)
Row = TypeVar("Row", bound=Dated)
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(rows: Iterable[RegisterRow], on: date) -> str:
    """The register on a day, a practitioner a line, with a heading. Several things in one cell part by "; "."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([harmless(cell) for cell in _cells(row, on)])
    return written.getvalue()


def harmless(cell: str) -> str:
    """The cell so that no spreadsheet takes it for a formula.

    >>> harmless("=1+1"), harmless("C 17")
    ("'=1+1", 'C 17')
    """
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def _cells(row: RegisterRow, on: date) -> list[str]:
    one = row.practitioner
    fit = [
        f"{standing.work} (not where health is at issue)" if standing.but_not_for_health else standing.work
        for standing in row.fit
    ]
    areas = [found.name for slug in areas_of(one, on) if (found := directory.area(slug))]
    return [
        one.person.name,
        one.provider.name,
        one.since.isoformat(),
        "; ".join(one.works_on(on)),
        "; ".join(fit),
        "; ".join(refusal.text for refusal in row.refusals),
        "; ".join(f"{r.body} {r.number}{_until(r)}" for r in _live(one.registration_rows.all(), on)),
        "; ".join(f"{r.insurer} {r.policy}{_until(r)}" for r in _live(one.insurance_rows.all(), on)),
        "; ".join(f"{r.reference}{_until(r)}" for r in _live(one.disclosurecheck_rows.all(), on)),
        "; ".join(language_name(code) for code in languages_of(one, on)),
        "; ".join(areas),
        "; ".join(_employer(r) for r in _live(one.employment_rows.all(), on)),
    ]


def _live(rows: Iterable[Row], on: date) -> list[Row]:
    """The rows that stand and have begun: one that ran out is shown with its last day."""
    return [row for row in rows if row.stands and row.since <= on]


def _until(row: Dated) -> str:
    return f" to {row.until.isoformat()}" if row.until else ""


def _employer(row: Employment) -> str:
    kind = row.employer_kind.replace("_", " ")
    name = f"{row.employer_name} ({kind})" if row.employer_name else kind
    return name + _until(row)
