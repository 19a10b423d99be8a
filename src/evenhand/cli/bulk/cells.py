"""The text of a column as numbers, and a message for each cell that cannot be read.

A column has few different cells, so each is read once, by the same function that reads a single fact; the
rest is looking up. A message is therefore the one that the other doors give.
"""

from collections.abc import Callable
from datetime import date

import numpy as np
import polars as pl
from numpy.typing import NDArray

from evenhand.law.errors import FactsRefused
from evenhand.law.facts import (
    AREA,
    CHOICE,
    CHOICES,
    DAY,
    FLAG,
    KINDS,
    SECTION_LIST,
    SECTIONS,
    Facts,
    read_fact,
)
from evenhand.law.tables import FIRST, number_of

FACTS = tuple(name for name in KINDS if name != "agreement")
"""The facts that may be columns: an agreement is a list, and has no place in a row."""

BAD, EARLY = -1, -2
"""What a cell is read as where it is refused, and where it is a day before the tables begin."""
UNKNOWN_FLAG = 2
Numbers = NDArray[np.int32]
Read = Callable[[str], int]


def _reader(name: str) -> Read:
    kind = KINDS[name]
    if kind is DAY:
        return lambda text: _number(_fact(name, text))
    if kind is FLAG:
        return lambda text: int(_fact(name, {"true": True, "false": False}.get(text, text)))
    if kind is CHOICE:
        return lambda text: CHOICES[name].index(_fact(name, text))
    if kind is SECTION_LIST:
        return lambda text: sum(1 << SECTIONS.index(section) for section in _fact(name, text.split()))
    assert kind is AREA
    return lambda text: 1 if _fact(name, text) else 0


def _fact(name: str, value: object):  # type: ignore[no-untyped-def]
    """The value as the law reads it. Raises `FactsRefused`."""
    facts = Facts()
    read_fact(facts, name, value)
    if name == "as_of":
        return facts.as_of
    if KINDS[name] is DAY:
        return facts.days[name]
    if KINDS[name] is FLAG:
        return facts.flags[name]
    return getattr(facts, name)


def _number(day: date) -> int:
    return number_of(day) if day >= FIRST else EARLY


def as_text(column: pl.Series) -> pl.Series:
    """Any column as text, as CSV would have it: days as ISO, truth as true and false, sections by spaces."""
    if column.dtype == pl.String:
        return column
    if isinstance(column.dtype, pl.List):
        return column.cast(pl.List(pl.String)).list.join(" ")
    if isinstance(column.dtype, pl.Datetime):
        return column.dt.to_string("%Y-%m-%dT%H:%M:%S")
    return column.cast(pl.String, strict=False)


class Cells:
    """One column, read: `numbers` (BAD where refused, 0 or unknown where empty) and the messages of bad cells."""

    def __init__(self, name: str, column: pl.Series, empty: int) -> None:
        self.name, self.text = name, as_text(column)
        read, self.faults = _reader(name), {}
        known: dict[str, int] = {}
        for text in self.text.unique().drop_nulls().to_list():
            try:
                known[text] = read(text) if text else empty
            except FactsRefused as refusal:
                known[text], self.faults[text] = BAD, str(refusal)
        self.numbers = self._look_up(known, empty)

    def _look_up(self, known: dict[str, int], empty: int) -> Numbers:
        if not known:
            return np.full(len(self.text), empty, np.int32)
        found = self.text.replace_strict(
            pl.Series(list(known), dtype=pl.String),
            pl.Series(list(known.values()), dtype=pl.Int32),
            default=None,
            return_dtype=pl.Int32,
        )
        return found.fill_null(empty).to_numpy()

    def bad(self) -> NDArray[np.bool_]:
        """Which rows hold a cell that is refused."""
        return self.numbers == BAD

    def messages(self, rows: NDArray[np.intp]) -> pl.Series:
        """The messages of these rows, whose cells are bad."""
        return self.text.gather(rows).replace_strict(
            pl.Series(list(self.faults), dtype=pl.String),
            pl.Series(list(self.faults.values()), dtype=pl.String),
            return_dtype=pl.String,
        )
