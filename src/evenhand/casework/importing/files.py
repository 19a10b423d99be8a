"""A table out of a CSV or XLSX file: headers, and rows with the numbers that the spreadsheet shows.

A file is untrusted: what is too big is refused before it is unpacked, and no formula is ever worked out; of one only
the value counts that was saved with it.
"""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from pathlib import PurePath

MOST_ROWS = 10_000
MOST_BYTES = 10_000_000
MOST_UNPACKED = 100_000_000
MOST_PARTS = 1_000
MOST_COLUMNS = 100
LONGEST_CELL = 5_000
EPOCH_1904 = date(1904, 1, 1)

Cell = str | date | float | None
"""What stands in a cell: text, a day, a number, or nothing."""


class SheetRefused(ValueError):
    """The file is no table that can be read. The text says what to mend."""


@dataclass(frozen=True)
class Sheet:
    """A table: its headers, and each row's number in the file with its cells by column."""

    headers: tuple[str, ...]
    rows: tuple[tuple[int, tuple[Cell, ...]], ...]


def read_sheet(name: str, data: bytes) -> Sheet:
    """The table in a file, by the end of its name. Raises `SheetRefused`."""
    if len(data) > MOST_BYTES:
        raise SheetRefused(
            "The file is bigger than 10 MB. Split it, and import the parts one after the other."
        )
    suffix = PurePath(name).suffix.lower()
    if suffix == ".csv":
        return _table(enumerate(_csv_rows(data), 1))
    if suffix == ".xlsx":
        return _table(_xlsx_rows(data))
    raise SheetRefused("The file must end in .csv or .xlsx. Save the spreadsheet as one of these.")


def _table(lines: Iterable[tuple[int, tuple[Cell, ...]]]) -> Sheet:
    """The first line that has anything is the headers; empty lines are passed over."""
    filled = ((number, cells) for number, cells in lines if any(cell is not None for cell in cells))
    first = next(filled, None)
    if first is None:
        raise SheetRefused("The file is empty. Its first line must name the columns.")
    headers = tuple(str(cell).strip() if cell is not None else "" for cell in first[1])
    if len(headers) > MOST_COLUMNS:
        raise SheetRefused(
            f"The file has more than {MOST_COLUMNS} columns. Take out those that are not needed."
        )
    rows = tuple(islice(filled, MOST_ROWS + 1))
    if len(rows) > MOST_ROWS:
        raise SheetRefused(
            "The file has more than 10,000 rows. Split it, and import the parts one after the other."
        )
    return Sheet(headers, tuple((number, _as_wide(cells, len(headers))) for number, cells in rows))


def _as_wide(cells: tuple[Cell, ...], width: int) -> tuple[Cell, ...]:
    return (*cells[:width], *([None] * (width - len(cells))))


def _csv_rows(data: bytes) -> Iterator[tuple[Cell, ...]]:
    text = _decoded(data)
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    try:
        for line in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            yield tuple(_short(cell.strip()) or None for cell in line)
    except csv.Error as error:
        raise SheetRefused(f"The file is not a sound CSV file: {error}.") from None


def _decoded(data: bytes) -> str:
    if b"\0" in data:
        raise SheetRefused("The file is not text. Save it as CSV (UTF-8), or as .xlsx.")
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise SheetRefused("The letters of the file cannot be read. Save it as CSV (UTF-8).")


def _short(text: str) -> str:
    if len(text) > LONGEST_CELL:
        raise SheetRefused("A cell has more than 5,000 letters. Shorten it.")
    return text


def _xlsx_rows(data: bytes) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    _refuse_bombs(data)
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    except Exception:
        # Whatever a broken file brings out of the reader, it is a file that cannot be read.
        raise SheetRefused("The file cannot be read as a spreadsheet. Open it and save it again.") from None
    try:
        sheet = book.worksheets[0] if book.worksheets else None
        if sheet is None:
            raise SheetRefused("The spreadsheet has no sheet with a table.")
        sheet.reset_dimensions()  # what a file says of its own size is not believed
        shifted = book.epoch.date() == EPOCH_1904
        lines = sheet.iter_rows(max_col=MOST_COLUMNS + 1, values_only=True)
        for number, line in enumerate(lines, 1):
            if number > 2 * MOST_ROWS:
                raise SheetRefused("The file has more than 20,000 lines, counting empty ones. Split it.")
            yield number, tuple(_cell(value, shifted) for value in _trimmed(line))
    except SheetRefused:
        raise
    except Exception:
        raise SheetRefused("The file cannot be read as a spreadsheet. Open it and save it again.") from None
    finally:
        book.close()


def _trimmed(line: tuple[object, ...]) -> list[object]:
    cells = list(line)
    while cells and cells[-1] is None:
        cells.pop()
    return cells


def _refuse_bombs(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, NotImplementedError):
        raise SheetRefused("The file cannot be read as a spreadsheet. Open it and save it again.") from None
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise SheetRefused(
            "The file unpacks to more than can be read safely. Save only the table, without the rest."
        )
    if any(part.file_size > 1000 * max(part.compress_size, 1000) for part in parts):
        raise SheetRefused(
            "The file unpacks to more than can be read safely. Save only the table, without the rest."
        )


def _cell(value: object, shifted: bool) -> Cell:
    if value is None:
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return float(value) + (1462 if shifted else 0) if 20_000 < value < 80_000 else float(value)
    return _short(str(value).strip()) or None
