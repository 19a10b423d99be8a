"""One part of a table: its cells read, its bad rows refused, its good rows answered."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import NamedTuple

import numpy as np
import polars as pl
from numpy.typing import NDArray

from evenhand.law.advice import DATE_ORDER, ROUTE_ORDER, advise
from evenhand.law.bulk import DAY_FACTS, FLAG_FACTS, Columns, evaluate
from evenhand.law.errors import FactsRefused
from evenhand.law.facts import KINDS
from evenhand.law.mechanism.outcomes import STATES
from evenhand.law.tables import FIRST, number_of

from .cells import EARLY, UNKNOWN_FLAG, Cells, as_text
from .refusals import MISSING_MATTER, Refusals, refuse

REFERENCE = "ref"
THREADS = 2
MORE = "cells beyond the last column"
"""The column that holds what a line has too many."""
TOO_MANY = "The line has more cells than the first line names columns."
NO_DAY = np.iinfo(np.int32).min
NO_STATE = len(STATES)
_EPOCH = date(1970, 1, 1)
_SHIFT = (FIRST - _EPOCH).days - 1
_STATE_NAMES = pl.Series([*STATES, None], dtype=pl.Enum(STATES))
ADDED = (*DATE_ORDER, *(f"route_{name}" for name in ROUTE_ORDER), "error")
"""The columns of the answer, after those of the question."""


class Answered(NamedTuple):
    """A part with its answers beside it, how many rows were refused, and the columns that may hold any text at all."""

    table: pl.DataFrame
    refused: int
    any_text: list[str]


def answer(part: pl.DataFrame, today: date) -> Answered:
    """The part with its answers beside it."""
    refusals = Refusals(len(part))
    if MORE in part.columns:
        rows = refusals.fresh(part[MORE].is_not_null().to_numpy())
        refusals.tell(rows, pl.Series([TOO_MANY], dtype=pl.String).new_from_index(0, len(rows)))
        part = part.drop(MORE)
    cells = read(part, today)
    refuse(cells, refusals)
    answers = evaluate(columns_of(cells, refusals.bad))
    days = answers.dates.astype(np.int32) + np.int32(_SHIFT)
    days[answers.dates == 0] = NO_DAY
    _answer_early_rows(part, cells, refusals, days, answers.states, today)
    bad = refusals.bad
    days[:, bad] = NO_DAY
    answers.states[:, bad] = NO_STATE
    added = [
        *(_day_column(name, days[place]) for place, name in enumerate(DATE_ORDER)),
        *(
            _STATE_NAMES.gather(answers.states[place]).alias(f"route_{name}")
            for place, name in enumerate(ROUTE_ORDER)
        ),
        refusals.messages().alias("error"),
    ]
    unread = [name for name, column in cells.items() if column.faults and name in part.columns]
    any_text = {*unread, REFERENCE, "sections"}  # sections may begin with a tab
    return Answered(part.hstack(added), int(bad.sum()), [name for name in part.columns if name in any_text])


def read(part: pl.DataFrame, today: date) -> dict[str, Cells]:
    """Every column of facts, read; `as_of` is made where there is none."""
    empty = {"matter": MISSING_MATTER, **dict.fromkeys(FLAG_FACTS, UNKNOWN_FLAG)}
    names = [name for name in KINDS if name in part.columns and name != "as_of"]
    with ThreadPoolExecutor(THREADS) as pool:
        columns = pool.map(lambda name: Cells(name, part[name], empty.get(name, 0)), names)
        cells = dict(zip(names, columns, strict=True))
    cells["as_of"] = Cells("as_of", _asked_on(part, today), number_of(today))
    return cells


def _asked_on(part: pl.DataFrame, today: date) -> pl.Series:
    """The day on which each row is asked: today where the row does not say."""
    if "as_of" not in part.columns:
        return pl.Series("as_of", [today], dtype=pl.Date).new_from_index(0, len(part))
    given = part["as_of"]
    if given.dtype == pl.Date:
        return given.fill_null(today)
    text = as_text(given)
    return text.set(text == "", None).fill_null(today.isoformat())


def columns_of(cells: dict[str, Cells], bad: NDArray[np.bool_]) -> Columns:
    """The cells as the law's tables take them; a bad row is given harmless numbers, and its answer is not used."""

    def days(name: str) -> NDArray[np.uint16]:
        return np.maximum(cells[name].numbers, 0).astype(np.uint16)

    matter = np.maximum(cells["matter"].numbers, 0).astype(np.uint8)
    acting = np.maximum(cells["acting"].numbers, 0).astype(np.uint8) if "acting" in cells else None
    flags = {
        name: np.where(bad, UNKNOWN_FLAG, cells[name].numbers).astype(np.uint8)
        for name in FLAG_FACTS
        if name in cells
    }
    return Columns(
        matter,
        acting,
        days("sections") if "sections" in cells else None,
        {name: days(name) for name in (*DAY_FACTS, "as_of", "date_of_birth") if name in cells},
        flags,
    )


def _answer_early_rows(
    part: pl.DataFrame,
    cells: dict[str, Cells],
    refusals: Refusals,
    days: NDArray[np.int32],
    states: NDArray[np.uint8],
    today: date,
) -> None:
    """A row with a day before the tables begin is answered by itself."""
    early = np.zeros(len(part), bool)
    for column in cells.values():
        early |= column.numbers == EARLY
    for row in np.flatnonzero(early & ~refusals.bad):
        try:
            advice = advise(_facts(part, int(row), today))
        except FactsRefused as refusal:
            refusals.tell(np.array([row]), pl.Series([str(refusal)]))
            continue
        for place, name in enumerate(DATE_ORDER):
            found = advice.date(name)
            on = found.on if found is not None else None
            days[place, row] = NO_DAY if on is None else (on - _EPOCH).days
        for place, route in enumerate(advice.routes):
            states[place, row] = STATES.index(route.state)


def _facts(part: pl.DataFrame, row: int, today: date) -> dict[str, object]:
    facts: dict[str, object] = {"as_of": today.isoformat()}
    for name in part.columns:
        value = as_text(part[name].slice(row, 1))[0] if name in KINDS else None
        if value:
            facts[name] = {"true": True, "false": False}.get(
                value, value.split() if name == "sections" else value
            )
    return facts


def _day_column(name: str, days: NDArray[np.int32]) -> pl.Series:
    column = pl.Series(name, days)
    return pl.select(pl.when(column != NO_DAY).then(column).cast(pl.Date)).to_series().alias(name)
