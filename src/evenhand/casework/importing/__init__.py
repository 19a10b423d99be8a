"""Cases from a spreadsheet: reading it, matching its columns, checking every row, and laying the cases down.

    sheet = read_sheet("cases.xlsx", data)
    mapping = guess(sheet.headers)
    checked = check(sheet, mapping, today=today)

Nothing in these reads or writes the database but `loading`.
"""

from .checking import Bad, Checked, Row, check
from .columns import COLUMNS, MappingRefused, guess, mapping_of
from .files import MOST_ROWS, Sheet, SheetRefused, read_sheet

__all__ = [
    "COLUMNS",
    "MOST_ROWS",
    "Bad",
    "Checked",
    "MappingRefused",
    "Row",
    "Sheet",
    "SheetRefused",
    "check",
    "guess",
    "mapping_of",
    "read_sheet",
]
