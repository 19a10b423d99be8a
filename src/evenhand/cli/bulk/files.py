"""A file in parts, and parts into a file: CSV or Parquet, told by what is in it and by the name of what is asked for.

Only parts of a table are held at a time, so ten million rows need no more memory than the first few hundred
thousand. What is written appears under its name only when it is whole.
"""

import codecs
import csv
import os
import shutil
import tempfile
from collections.abc import Iterator
from types import TracebackType
from typing import Literal

import polars as pl

from ..output import Refusal
from .cells import FACTS, as_text
from .work import MORE, REFERENCE

ROWS_AT_A_TIME = 400_000
ROWS_HELD = 2_000_000
"""Parquet is best written whole; so many rows are held in memory before they are put aside."""
_PARQUET = b"PAR1"
_COMPRESSION: Literal["snappy"] = "snappy"
"""Quick to write, and read by every program that reads Parquet."""
_FORMULA = r"^[=+\-@\t]"
_MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
_NOT_COMMAS = {";": "semicolons", "\t": "tabs"}
"""What some spreadsheets put between the columns; no fact has either in its name."""


class Table:
    """A table to be read: `columns`, how many `rows` (for the bar), and its parts in order."""

    def __init__(self, frame: pl.LazyFrame, columns: list[str]) -> None:
        self._frame, self.columns = frame, columns
        self.rows = int(frame.select(pl.len()).collect().item())

    def parts(self) -> Iterator[pl.DataFrame]:
        """The rows, so many at a time; one empty part where there are none."""
        try:
            if not self.rows:
                yield self._frame.collect()
            for part in self._frame.collect_batches(chunk_size=ROWS_AT_A_TIME):
                for start in range(0, len(part), ROWS_AT_A_TIME):
                    yield without_blank_lines(part.slice(start, ROWS_AT_A_TIME))
        except pl.exceptions.PolarsError as error:
            raise Refusal(f"The table cannot be read: {_first_line(error)}") from None


def without_blank_lines(part: pl.DataFrame) -> pl.DataFrame:
    """The rows that say anything at all: a blank line, often the last of a file, is no row."""
    blank = part["matter"].is_null()
    if not blank.any():
        return part
    return part.filter(~(blank & part.select(pl.all_horizontal(pl.all().is_null())).to_series()))


def refuse_the_same(source: str, target: str) -> None:
    """OUT may not be IN, by whatever name or link: the table would be gone. Raises `Refusal`."""
    try:
        same = os.path.samefile(source, target)
    except (OSError, ValueError):
        return  # one of the two is not there: nothing can be written over
    if same:
        raise Refusal(f"{target} is the table to be read. Give another name for the answers.")


def open_source(path: str) -> Table:
    """The table in the file. Raises `Refusal`, before anything is written, where the file will not do."""
    if os.path.exists(path) and not os.path.isfile(path) and not os.path.isdir(path):
        raise Refusal(f"{path} cannot be read: a table is read twice, so it must be a file.")
    try:
        with open(path, "rb") as file:
            start = file.read(4)
    except OSError as error:
        raise Refusal(f"{path} cannot be read: {error.strerror or error}.") from None
    called_parquet = path.lower().endswith(".parquet")
    if called_parquet and start != _PARQUET:
        raise Refusal(f"{path} is not a Parquet file, though its name says so.")
    try:
        frame, columns = _parquet(path) if start == _PARQUET else _csv(path, start)
        refuse_columns(columns)
        return Table(frame, columns)
    except pl.exceptions.PolarsError as error:
        if called_parquet:
            raise Refusal(f"{path} is not a Parquet file, or not a whole one.") from None
        raise Refusal(f"{path} cannot be read as a table: {_first_line(error)}") from None


def refuse_columns(columns: list[str]) -> None:
    """Every column must be a fact or `ref`, once, and `matter` must be there. Raises `Refusal`."""
    for place, name in enumerate(columns):
        if name == "agreement":
            raise Refusal("An agreement is a list, so it is not for bulk. Ask for it with: evenhand advise")
        if name not in FACTS and name != REFERENCE:
            raise Refusal(_unknown_column(name))
        if name in columns[:place]:
            raise Refusal(f"The table has two columns called '{name}'.")
    if "matter" not in columns:
        raise Refusal("The table has no column 'matter', which says what each disagreement is about.")


def _unknown_column(name: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name[:80], FACTS, 1, 0.6)
    hint = (
        f"Did you mean '{near[0]}'?" if near else "A column is named after a fact of the contract, or 'ref'."
    )
    return f"There is no fact called {name[:60]!r}. {hint}"


def _first_line(error: Exception) -> str:
    return str(error).strip().split("\n")[0][:200]


def _parquet(path: str) -> tuple[pl.LazyFrame, list[str]]:
    frame = pl.scan_parquet(path, glob=False)
    kinds = frame.collect_schema()
    for name, kind in kinds.items():
        if kind == pl.Binary or (
            kind.is_nested() and not (name == "sections" and kind == pl.List(pl.String))
        ):
            raise Refusal(
                f"The column {name[:60]!r} holds {kind}, which is neither text nor days nor true and false."
            )
    return frame, kinds.names()


def _csv(path: str, start: bytes) -> tuple[pl.LazyFrame, list[str]]:
    for mark, name in _MARKS.items():
        if start.startswith(mark):
            raise Refusal(f"{path} is {name}: save it as CSV UTF-8.")
    _refuse_other_encodings(path)
    columns = _header(path)
    for sign, name in _NOT_COMMAS.items():
        if any(sign in column for column in columns):
            raise Refusal(f"In {path} the columns are parted by {name}: save it with commas.")
    refuse_columns(columns)
    frame = pl.scan_csv(
        path,
        has_header=False,
        skip_lines=1,
        schema={**dict.fromkeys(columns, pl.String), MORE: pl.String},
        missing_columns="insert",
        extra_columns="ignore",
        truncate_ragged_lines=True,
        raise_if_empty=False,
        glob=False,
    )
    return frame, columns


def _refuse_other_encodings(path: str) -> None:
    decoder = codecs.getincrementaldecoder("utf-8")()
    read = 0
    with open(path, "rb") as file:
        while block := file.read(1 << 24):
            try:
                decoder.decode(block)
            except UnicodeDecodeError as error:
                raise Refusal(
                    f"{path} is not UTF-8 (near byte {read + error.start + 1:,}): save it as CSV UTF-8."
                ) from None
            read += len(block)


def _header(path: str) -> list[str]:
    with open(path, encoding="utf-8-sig", newline="") as file:
        line = file.readline(1 << 16)
    if line.endswith("\r"):
        raise Refusal(f"{path} ends its lines with CR alone: save it as CSV UTF-8.")
    cells = next(csv.reader([line]), [])
    if not any(cell.strip() for cell in cells):
        raise Refusal(f"{path} is empty: its first line must name the columns.")
    return [cell.strip() for cell in cells]


class Target:
    """A file that is being written; it takes its name only when everything is in it."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._folder = tempfile.mkdtemp(prefix=".evenhand-", dir=os.path.dirname(os.path.abspath(path)))
        self._parts = 0
        self._held: list[pl.DataFrame] = []
        self.parquet = path.lower().endswith(".parquet")
        self._whole = os.path.join(self._folder, "whole")

    def write(self, part: pl.DataFrame, any_text: list[str]) -> None:
        """Add the rows of one part; `any_text` names the columns whose cells may hold anything."""
        if self.parquet:
            self._held.append(part)
            if sum(map(len, self._held)) >= ROWS_HELD:
                self._put_aside()
        else:
            with open(self._whole, "ab") as file:
                without_formulas(part, any_text).write_csv(file, include_header=not self._parts)
            self._parts += 1

    def _put_aside(self) -> None:
        """Write what is held to a file of its own."""
        pl.concat(self._held).write_parquet(
            os.path.join(self._folder, f"{self._parts:06d}.parquet"), compression=_COMPRESSION
        )
        self._held.clear()
        self._parts += 1

    def __enter__(self) -> "Target":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self._finish()
        finally:
            shutil.rmtree(self._folder, ignore_errors=True)

    def _finish(self) -> None:
        if self.parquet:
            if self._parts:
                if self._held:
                    self._put_aside()
                pl.scan_parquet(os.path.join(self._folder, "*.parquet")).sink_parquet(
                    self._whole, compression=_COMPRESSION
                )
            else:
                pl.concat(self._held).write_parquet(self._whole, compression=_COMPRESSION)
        os.replace(self._whole, self.path)


def open_target(path: str) -> Target:
    """Where to write. Raises `Refusal` where the name is neither CSV nor Parquet, or the folder cannot be written."""
    if not path.lower().endswith((".csv", ".parquet")):
        raise Refusal(f"{path} must end in .csv or .parquet, which says how to write it.")
    if os.path.isdir(path):
        raise Refusal(f"{path} cannot be written: it is a folder.")
    try:
        return Target(path)
    except OSError as error:
        raise Refusal(f"{path} cannot be written: {error.strerror or error}.") from None


def without_formulas(part: pl.DataFrame, any_text: list[str]) -> pl.DataFrame:
    """Text cells that a spreadsheet would run (beginning with = + - @ or a tab) get an apostrophe in front."""
    other = (pl.List, pl.Categorical, pl.Enum)
    part = part.with_columns(
        as_text(part[name])
        for name in (REFERENCE, *FACTS)
        if name in part.columns and isinstance(part.schema[name], other)
    )
    texts = [name for name in any_text if part.schema[name] == pl.String]
    risky = part.select(pl.col(texts).str.contains(_FORMULA).any()).row(0) if texts else ()
    guarded = [
        pl.when(pl.col(name).str.contains(_FORMULA))
        .then(pl.lit("'") + pl.col(name))
        .otherwise(pl.col(name))
        .alias(name)
        for name, found in zip(texts, risky, strict=True)
        if found
    ]
    return part.with_columns(guarded) if guarded else part
