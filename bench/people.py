"""People drawn at random, seeded: facts that nobody should refuse.

Every matter and every way of acting is as likely as any other; the days lie anywhere in the life of the law.
Each optional fact is known for one person in three (the sections of a plan for two in three, since they make
the question), so that a person comes with some nine facts and the rest unknown. For one person, as JSON would
give them, one in nine of the unknown facts is null, known not to have happened.
"""

import random
from datetime import date
from typing import Any

import numpy as np
import polars as pl

from evenhand.law.facts import ACTING, ACTIONS, ISSUES, KINDS, LAST_DAY, MATTERS, NEVER_NULL, SECTIONS

AREAS = ("kent", "ealing", "north-yorkshire", "no-such-council")
KNOWN = 1 / 3
NULL = 1 / 9
FLAGS = tuple(name for name, kind in KINDS.items() if kind == "flag")
COLUMNS = ("ref", *(name for name in KINDS if name != "agreement"))
"""The columns of a bulk file: every fact that is not an object."""


def _number(day: date) -> int:
    return (day - date(1970, 1, 1)).days


FIRST_SENT, LAST_SENT = _number(date(2014, 9, 1)), _number(date(2038, 12, 31))


def _days(rng: np.random.Generator, count: int) -> dict[str, np.ndarray]:
    """A day for every fact that is one, in an order that the law allows; `agreement` is the day it was made."""

    def after(day: np.ndarray, least: int, most: int) -> np.ndarray:
        return day + rng.integers(least, most + 1, count)

    sent = rng.integers(FIRST_SENT, LAST_SENT + 1, count)
    contacted, mediated = after(sent, 0, 75), after(sent, 5, 120)
    return {
        "notice_sent": sent,
        "notice_dated": np.maximum(after(sent, -14, 0), FIRST_SENT),
        "date_of_birth": after(sent, -27 * 365, -365),
        "adviser_contacted": contacted,
        "adviser_told_no": after(sent, 0, 75),
        "authority_told": after(sent, 0, 75),
        "commissioner_notified": after(sent, 0, 75),
        "adviser_told_cannot_arrange": after(sent, 0, 90),
        "mediation_on": mediated,
        "mediation_concluded": after(mediated, 0, 30),
        "certificate_issued": after(contacted, 0, 45),
        "agreement": after(mediated, 0, 30),
        "conduct_on": after(sent, -300, 60),
        "learned_of_matter_on": after(sent, -300, 60),
        "recommendation_made_on": after(sent, 60, 400),
        "appeal_received": after(sent, 0, 120),
        "complaint_answered_on": after(sent, -100, 200),
        "governors_decided_on": after(sent, 0, 60),
    }


def _plan_sections(rng: np.random.Generator, count: int) -> tuple[np.ndarray, dict[str, np.ndarray]]:
    """A few sections of a plan as a text, and which issues they are about."""
    bits = rng.integers(1, 1 << len(SECTIONS), count) & rng.integers(1, 1 << len(SECTIONS), count)
    bits[bits == 0] = 1 << SECTIONS.index("I")
    texts = np.array(
        [
            " ".join(name for place, name in enumerate(SECTIONS) if code >> place & 1)
            for code in range(1 << len(SECTIONS))
        ],
        dtype=object,
    )
    about = {
        flag: bits & sum(1 << SECTIONS.index(name) for name in names) != 0 for flag, names in ISSUES.items()
    }
    return texts[bits], about


def table(count: int, seed: int = 1, with_agreement: bool = False) -> pl.DataFrame:
    """So many people as a table in the order of `COLUMNS`; null is an unknown fact."""
    rng = np.random.default_rng(seed)
    days = _days(rng, count)
    if not with_agreement:
        del days["agreement"]
    known = {name: rng.random(count) < KNOWN for name in days}
    happened = [np.where(known[name], day, 0) for name, day in days.items() if name != "mediation_on"]
    as_of = np.maximum(np.maximum.reduce(happened), FIRST_SENT) + rng.integers(0, 121, count)
    matter = rng.integers(0, len(MATTERS), count)
    sections, about = _plan_sections(rng, count)
    has_sections = (matter == MATTERS.index("plan_contents")) & (rng.random(count) < 2 / 3)

    def some(values: pl.Series, known: np.ndarray) -> pl.Series:
        return pl.select(pl.when(pl.Series(known)).then(values)).to_series()

    def a_day(numbers: np.ndarray) -> pl.Series:
        return pl.Series(numbers.astype(np.int32)).cast(pl.Date)

    def chosen(words: tuple[str, ...], codes: np.ndarray) -> pl.Series:
        return pl.Series(np.array(words, dtype=object)[codes], dtype=pl.String)

    columns = {
        "ref": pl.select("c" + pl.int_range(1, count + 1).cast(pl.String)).to_series(),
        "as_of": a_day(np.minimum(as_of, _number(LAST_DAY))),
        "matter": chosen(MATTERS, matter),
        "acting": some(chosen(ACTING, rng.integers(0, len(ACTING), count)), rng.random(count) < KNOWN),
        "area": some(chosen(AREAS, rng.integers(0, len(AREAS), count)), rng.random(count) < KNOWN),
        "sections": some(pl.Series(sections, dtype=pl.String), has_sections),
    }
    for name in FLAGS:
        values = rng.random(count) < 0.5
        if name in about:
            values = np.where(has_sections, about[name], values)
        columns[name] = some(pl.Series(values), rng.random(count) < KNOWN)
    for name, numbers in days.items():
        columns[name] = some(a_day(numbers), known[name])
    order = [*COLUMNS, "agreement"] if with_agreement else COLUMNS
    return pl.DataFrame({name: columns[name] for name in order})


def people(count: int, seed: int = 1) -> list[dict[str, Any]]:
    """So many people as `advise` takes them: facts as JSON would give them, agreements and nulls among them."""
    rng = random.Random(seed)
    return [_person(row, rng) for row in table(count, seed, with_agreement=True).iter_rows(named=True)]


def _person(row: dict[str, Any], rng: random.Random) -> dict[str, Any]:
    facts: dict[str, Any] = {}
    for name in KINDS:
        value = row[name]
        if name == "agreement" and value is not None:
            facts[name] = _agreement(value, rng)
        elif name == "sections" and value is not None:
            facts[name] = value.split()
        elif value is not None:
            facts[name] = value.isoformat() if isinstance(value, date) else value
        elif name not in NEVER_NULL and rng.random() < NULL:
            facts[name] = None
    return facts


def _agreement(made_on: date, rng: random.Random) -> dict[str, Any]:
    items: list[dict[str, Any]] = [{"action": rng.choice(ACTIONS)} for _ in range(rng.randint(1, 3))]
    for item in items:
        if rng.random() < KNOWN:
            item["agreed_by"] = min(
                LAST_DAY, date.fromordinal(made_on.toordinal() + rng.randint(1, 200))
            ).isoformat()
    return {
        "made_on": made_on.isoformat(),
        "authority_was_party": rng.random() < 2 / 3,
        "items": items,
    }


FAULTS: tuple[tuple[str, str], ...] = (
    ("notice_sent", "2026-02-30"),
    ("notice_sent", "2014-08-31"),
    ("certificate_issued", "31/12/2026"),
    ("as_of", "2041-01-01"),
    ("matter", "refusal"),
    ("acting", "friend"),
    ("wants_mediation", "perhaps"),
    ("sections", "B Z"),
    ("area", "Not An Area"),
    ("date_of_birth", "2040-12-31"),
)
"""One of these makes a row bad: a fact and what stands in its cell."""


def spoilt(good: pl.DataFrame, seed: int = 1) -> pl.DataFrame:
    """The same people, each with one thing wrong: the faults taken at random."""
    which = pl.Series(np.random.default_rng(seed).integers(0, len(FAULTS), good.height))
    written = good.with_columns(pl.all().cast(pl.String))
    return written.with_columns(
        [
            pl.coalesce(
                *(
                    pl.when(which == place).then(pl.lit(text))
                    for place, (at, text) in enumerate(FAULTS)
                    if at == name
                ),
                pl.col(name),
            ).alias(name)
            for name in {at for at, _ in FAULTS}
        ]
    )
