"""The text of a column as numbers, and a message for each cell that cannot be read.

A column has few different cells, so each is read once, by the same function that reads a single fact; the
rest is looking up. A message is therefore the one that the other doors give.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from evenhand.law.errors import FactsRefused
from evenhand.law.facts import (
    AREA,
    CHOICE,
    CHOICES,
    DAY,
    FIRST_NOTICE,
    FLAG,
    KINDS,
    LAST_DAY,
    SECTION_LIST,
    SECTIONS,
    Facts,
    read_fact,
)
from evenhand.law.tables import FIRST, number_of

FACTS = tuple(name for name in KINDS if name != "agreement")
"""The facts that may be columns: an agreement is a list, and has no place in a row."""

NO_DAY = np.iinfo(np.int32).min
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


def _fact(name: str, value: object) -> Any:
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
        return column.cast(pl.List(pl.String)).list.eval(pl.element().fill_null("null")).list.join(" ")
    if isinstance(column.dtype, pl.Datetime):
        return column.dt.to_string("%Y-%m-%dT%H:%M:%S")
    return column.cast(pl.String, strict=False)


_known: dict[str, dict[str, int]] = {name: {} for name in FACTS}
"""What each text of a column was read as: the parts of a table repeat themselves."""
_KNOWN_AT_MOST = 200_000
_EPOCH_NUMBER = number_of(date(1970, 1, 1))
_LAST_NUMBER, _FIRST_NOTICE_NUMBER = number_of(LAST_DAY), number_of(FIRST_NOTICE)


class Cells:
    """One column, read: `numbers` (BAD where refused, 0 or unknown where empty) and the messages of bad cells."""

    def __init__(self, name: str, column: pl.Series, empty: int) -> None:
        self.name, self.column = name, column
        self.faults: dict[str, str] = {}
        if column.dtype == pl.Date and KINDS[name] is DAY:
            self.numbers = self._days(column, empty)
        elif column.dtype == pl.Boolean and KINDS[name] is FLAG:
            self.numbers = column.cast(pl.Int32).fill_null(empty).to_numpy()
        else:
            self.numbers = self._texts(as_text(column), empty)

    def text(self, rows: NDArray[np.intp]) -> pl.Series:
        """What stands in these rows, as CSV would have it."""
        return as_text(self.column.gather(rows))

    def _days(self, column: pl.Series, empty: int) -> Numbers:
        """Days that are days already: only whether they lie within the law's life is to be seen."""
        numbers = column.to_physical().fill_null(NO_DAY).to_numpy().astype(np.int64) + _EPOCH_NUMBER
        none = numbers == NO_DAY + _EPOCH_NUMBER
        bad = numbers > _LAST_NUMBER
        if self.name in ("notice_sent", "notice_dated"):
            bad |= (numbers < _FIRST_NOTICE_NUMBER) & ~none
        for text in as_text(column.filter(pl.Series(bad))).unique().to_list():
            self._read_one(_reader(self.name), text, {})
        found = np.where(numbers < 1, EARLY, numbers)
        return np.where(none, empty, np.where(bad, BAD, found)).astype(np.int32)

    def _texts(self, texts: pl.Series, empty: int) -> Numbers:
        known, read = _known[self.name], _reader(self.name)
        if len(known) > _KNOWN_AT_MOST:
            known.clear()
        here: dict[str, int] = {}
        for text in texts.unique().drop_nulls().to_list():
            code = known.get(text)
            here[text] = self._read_one(read, text, known) if code is None else code
        if "" in here:
            here[""] = empty
        if not here:
            return np.full(len(texts), empty, np.int32)
        found = texts.replace_strict(
            pl.Series(list(here), dtype=pl.String),
            pl.Series(list(here.values()), dtype=pl.Int32),
            default=None,
            return_dtype=pl.Int32,
        )
        return found.fill_null(empty).to_numpy()

    def _read_one(self, read: Read, text: str, known: dict[str, int]) -> int:
        """One text, kept where it can be read; its message is kept here where it cannot."""
        if not text:
            return 0
        try:
            known[text] = code = read(text)
        except FactsRefused as refusal:
            self.faults[text] = str(refusal)
            return BAD
        return code

    def bad(self) -> NDArray[np.bool_]:
        """Which rows hold a cell that is refused."""
        return self.numbers == BAD

    def messages(self, rows: NDArray[np.intp]) -> pl.Series:
        """The messages of these rows, whose cells are bad."""
        return self.text(rows).replace_strict(
            pl.Series(list(self.faults), dtype=pl.String),
            pl.Series(list(self.faults.values()), dtype=pl.String),
            return_dtype=pl.String,
        )
