"""Rows that are refused: a cell that cannot be read, or facts that cannot be true together.

The order is the single answer's: the cells in the order of the schema, then the contradictions as
`evenhand.law.facts` lists them; the first fault of a row is the one told.
"""

import numpy as np
import polars as pl
from numpy.typing import NDArray

from evenhand.law.facts import (
    AHEAD,
    DAY,
    DISAGREE,
    ISSUES,
    KINDS,
    MAY_LIE_AHEAD,
    NO_MATTER,
    ORDERED,
    OUT_OF_ORDER,
    SECTIONS,
)

from .cells import BAD, EARLY, UNKNOWN_FLAG, Cells

Rows = NDArray[np.intp]


class Refusals:
    """The first fault of each row, gathered fault by fault; `messages()` is a column with null for good rows."""

    def __init__(self, count: int) -> None:
        self.count = count
        self._place = np.zeros(count, np.int64)
        self._messages: list[pl.Series] = [pl.Series([None], dtype=pl.String)]
        self._told = 1
        self.aside = np.zeros(count, bool)
        """Rows that are not looked at for now."""

    @property
    def bad(self) -> NDArray[np.bool_]:
        """Which rows are refused."""
        return self._place != 0

    def fresh(self, fault: NDArray[np.bool_]) -> Rows:
        """The rows with this fault that have no earlier one."""
        return np.flatnonzero(fault & (self._place == 0) & ~self.aside)

    def tell(self, rows: Rows, messages: pl.Series) -> None:
        """Refuse these rows, with a message for each."""
        if len(rows):
            self._place[rows] = np.arange(self._told, self._told + len(rows))
            self._messages.append(messages)
            self._told += len(rows)

    def messages(self) -> pl.Series:
        """The column of messages."""
        if self._told == 1:
            return pl.Series([None] * 0, dtype=pl.String).extend_constant(None, self.count)
        return pl.concat(self._messages).gather(self._place)


def refuse(cells: dict[str, Cells], refusals: Refusals) -> None:
    """Find every fault of every row."""
    for name in KINDS:
        if name in cells and cells[name].faults:
            rows = refusals.fresh(cells[name].bad())
            refusals.tell(rows, cells[name].messages(rows))
    _refuse_missing_matter(cells, refusals)
    for column in cells.values():
        refusals.aside |= column.numbers == EARLY  # the single answer says what is wrong with them
    for later, earlier in ORDERED:
        if later in cells and earlier in cells:
            _refuse_order(cells[later], cells[earlier], refusals)
    if "sections" in cells:
        for flag in ISSUES:
            if flag in cells:
                _refuse_disagreement(cells[flag], cells["sections"], refusals)
    for name, kind in KINDS.items():
        if kind is DAY and name in cells and name not in MAY_LIE_AHEAD:
            _refuse_ahead(cells[name], cells["as_of"], refusals)


def _refuse_missing_matter(cells: dict[str, Cells], refusals: Refusals) -> None:
    rows = refusals.fresh(cells["matter"].numbers == MISSING_MATTER)
    refusals.tell(rows, _filled(NO_MATTER, {}, len(rows)))


MISSING_MATTER = -3
"""What an empty cell of the column `matter` is read as."""


def _filled(template: str, parts: dict[str, pl.Series], count: int) -> pl.Series:
    """A template with a column in place of each of its names."""
    pieces: list[pl.Expr] = []
    rest = template
    while "{" in rest:
        before, _, rest = rest.partition("{")
        name, _, rest = rest.partition("}")
        pieces += [pl.lit(before), pl.lit(parts[name])]
    pieces.append(pl.lit(rest))
    if not parts:
        return pl.Series([template], dtype=pl.String).new_from_index(0, count)
    return pl.select(pl.concat_str(pieces)).to_series()


def _refuse_order(later: Cells, earlier: Cells, refusals: Refusals) -> None:
    fault = (later.numbers > 0) & (earlier.numbers > 0) & (later.numbers < earlier.numbers)
    rows = refusals.fresh(fault)
    if len(rows):
        words = OUT_OF_ORDER.replace("{later}", later.name).replace("{earlier}", earlier.name)
        days = {"later_day": later.text(rows), "earlier_day": earlier.text(rows)}
        refusals.tell(rows, _filled(words, days, len(rows)))


def _refuse_disagreement(flag: Cells, sections: Cells, refusals: Refusals) -> None:
    bits = sum(1 << SECTIONS.index(section) for section in ISSUES[flag.name])
    about = (sections.numbers & bits) != 0
    given = (flag.numbers != UNKNOWN_FLAG) & (flag.numbers != BAD) & (sections.numbers > 0)
    rows = refusals.fresh(given & ((flag.numbers == 1) != about))
    if len(rows):
        verb = pl.Series(["are not", "are"]).gather(about[rows].astype(np.int64))
        named = sections.text(rows).str.strip_chars().str.replace_all(r"\s+", " ")
        words = DISAGREE.replace("{flag}", flag.name)
        refusals.tell(rows, _filled(words, {"sections": named, "verb": verb}, len(rows)))


def _refuse_ahead(cells: Cells, as_of: Cells, refusals: Refusals) -> None:
    rows = refusals.fresh(cells.numbers > as_of.numbers)
    if len(rows):
        words = AHEAD.replace("{name}", cells.name)
        days = {"day": cells.text(rows), "as_of": as_of.text(rows)}
        refusals.tell(rows, _filled(words, days, len(rows)))
