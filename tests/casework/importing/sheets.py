"""Spreadsheets for tests: one good file, as CSV and as XLSX, and the same with one thing wrong."""

import csv
import io
from datetime import date, datetime
from typing import Any

from openpyxl import Workbook

from evenhand.casework.importing import Sheet, read_sheet

HEADERS = (
    *("Our ref", "Parent", "Relation", "Mobile", "E-mail", "Child", "DOB", "LA", "Type of decision", "Issues"),
    *("Date of decision letter", "First contact", "MIA date", "Proceed?", "Date of choice", "LA notified"),
    *("Mediation date", "Start time", "End time", "Outcome", "Certificate issued", "Certificate no", "Closed", "Closure reason"),
    "Adviser",
)  # fmt: skip
MAP = {"key": "Our ref", "choice": "Proceed?"}
FIELDS = (
    *("key", "family_name", "relation", "phone", "email", "child_name", "date_of_birth", "council", "matter", "issues"),
    *("notice_sent", "first_contact", "advice_given", "choice", "choice_on", "authority_told"),
    *("meeting_on", "meeting_starts", "meeting_ends", "outcome", "certificate_on", "certificate_number", "closed_on", "closed_how"),
    "adviser",
)  # fmt: skip

ENQUIRY = {
    "key": "A-1",
    "family_name": "Cerys Example",
    "phone": "020 7946 0001",
    "child_name": "Robin Example",
    "date_of_birth": "4/3/2017",
    "council": "Ealing",
    "matter": "Refusal to assess",
    "notice_sent": "2026-05-01",
    "first_contact": "11/05/2026",
}
CERTIFIED = ENQUIRY | {
    "key": "A-2",
    "family_name": "Ann Other",
    "advice_given": "12 May 2026",
    "choice": "no",
    "choice_on": "13/05/2026",
    "certificate_on": "2026-05-15",
    "closed_on": "2026-06-01",
}
AGREED = ENQUIRY | {
    "key": "A-3",
    "family_name": "Bo Third",
    "relation": "mother",
    "council": "Barnet",
    "matter": "plan contents",
    "issues": "education and health",
    "advice_given": "2026-05-12",
    "choice": "mediation",
    "authority_told": "2026-05-14",
    "meeting_on": "2026-06-09",
    "outcome": "full agreement",
    "certificate_on": "2026-06-10",
    "certificate_number": "OLD-77",
    "adviser": "Amina@cast.example",
}
GOOD = (ENQUIRY, CERTIFIED, AGREED)


def lines(*rows: dict[str, Any]) -> list[list[Any]]:
    """The header line and a line for each row."""
    return [list(HEADERS), *([row.get(field, "") for field in FIELDS] for row in rows)]


def csv_of(*rows: dict[str, Any], delimiter: str = ",") -> bytes:
    """The rows as a CSV file."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(lines(*rows))
    return out.getvalue().encode()


def xlsx_of(*rows: dict[str, Any]) -> bytes:
    """The rows as an XLSX file, ISO days as cells that are days."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for line in lines(*rows):
        sheet.append([_typed(cell) for cell in line])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _typed(cell: Any) -> Any:
    if isinstance(cell, str) and len(cell) == 10 and cell[4] == cell[7] == "-":
        return datetime.combine(date.fromisoformat(cell), datetime.min.time())
    return cell or None


def sheet_of(*rows: dict[str, Any]) -> Sheet:
    """The rows as they are read."""
    return read_sheet("cases.csv", csv_of(*rows))
