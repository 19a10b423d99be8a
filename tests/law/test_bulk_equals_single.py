"""A row of the bulk path says what the single answer says: dates, states, and the message of a refused row.

`make test` draws 20,000 rows; EVENHAND_BULK_ROWS sets another number (the long form is 100,000).
"""

import os
import random
from datetime import date

import numpy as np
import polars as pl
import pytest

from evenhand.cli.bulk import refusals
from evenhand.cli.bulk.work import ADDED, answer
from evenhand.law import FactsRefused, advise
from evenhand.law.advice import DATE_ORDER, ROUTE_ORDER
from evenhand.law.bulk import DAY_FACTS, FLAG_FACTS, Columns, evaluate, tables
from evenhand.law.facts import ACTING, KINDS, MATTERS, SECTIONS, day_of
from evenhand.law.mechanism.outcomes import STATES
from evenhand.law.tables import day_of_number, number_of
from tests.law.rows import COLUMNS, draw_row, facts_of, row_of
from tests.law.second_reading import draw

ROWS = int(os.environ.get("EVENHAND_BULK_ROWS", "20000"))
BATCHES = 10
TODAY = date(2026, 11, 22)


def single(facts):
    """What the single answer says, in the order of the columns that bulk adds."""
    try:
        advice = advise(facts)
    except FactsRefused as refusal:
        return [None] * (len(DATE_ORDER) + len(ROUTE_ORDER)) + [str(refusal)]
    on = {found.date: found.on for found in advice.dates}
    return [on.get(name) for name in DATE_ORDER] + [route.state for route in advice.routes] + [None]


def drawn(batch, columns=COLUMNS):
    """Rows of one batch, with the cells of these columns only."""
    found = []
    for number in range(batch, ROWS, BATCHES):
        row = draw_row(random.Random(number))
        found.append({name: row[name] for name in columns})
    return found


def frame_of(rows, columns=COLUMNS):
    return pl.DataFrame(rows, schema=dict.fromkeys(columns, pl.String))


def without_what_a_kind_forbids(row):
    """The row as columns of days and of truth could hold it: a cell that is neither is empty."""

    def fits(name, cell):
        if KINDS[name] == "flag":
            return cell in ("true", "false")
        return KINDS[name] != "day" or day_of(cell) is not None

    return {name: cell if cell and fits(name, cell) else None for name, cell in row.items()}


def typed_frame_of(rows, columns=COLUMNS):
    """The same cells in columns of days, of truth, and of lists."""
    frame = frame_of(rows, columns)
    days = [name for name in columns if KINDS[name] == "day"]
    flags = [name for name in columns if KINDS[name] == "flag"]
    return frame.with_columns(
        pl.col(days).str.to_date("%Y-%m-%d"),
        *((pl.col(name) == "true").alias(name) for name in flags),
        *(pl.col(name).str.extract_all(r"\S+").alias(name) for name in columns if name == "sections"),
    )


def differences(rows, columns=COLUMNS, frame_of=frame_of):
    """Where bulk and the single answer differ, one line for each such cell."""
    answered = answer(frame_of(rows, columns), TODAY)
    found = []
    got = answered.table.select(ADDED).rows()
    for row, added in zip(rows, got, strict=True):
        for name, expected, said in zip(ADDED, single(facts_of(row, TODAY)), added, strict=True):
            if expected != said:
                given = {key: cell for key, cell in row.items() if cell is not None}
                found.append(f"{name}: single {expected}, bulk {said}; {given}")
    with_message = sum(1 for added in got if added[-1] is not None)
    if answered.refused != with_message:
        found.append(f"refused: {with_message} rows have a message, {answered.refused} were counted")
    return found


@pytest.mark.parametrize("batch", range(BATCHES))
def test_rows_of_text(batch):
    found = differences(drawn(batch))
    assert not found, f"{len(found)} differences\n" + "\n".join(found[:20])


@pytest.mark.parametrize("batch", range(0, BATCHES, 5))
def test_rows_of_days_and_truth(batch):
    rows = [without_what_a_kind_forbids(row) for row in drawn(batch)]
    found = differences(rows, frame_of=typed_frame_of)
    assert not found, f"{len(found)} differences\n" + "\n".join(found[:20])


def test_rows_where_columns_are_missing():
    rng = random.Random(2026)
    for batch in range(12):
        others = [name for name in COLUMNS if name != "matter"]
        columns = ("matter", *rng.sample(others, rng.randrange(len(others))))
        found = differences(drawn(batch % BATCHES, columns)[:: max(1, ROWS // 2000)], columns)
        assert not found, f"{len(found)} differences\n" + "\n".join(found[:20])


def test_the_draws_reach_every_kind_of_row():
    """Every fact is told, every date given, every state said, and many kinds of message."""
    told, given, states, messages = set(), set(), set(), set()
    for row in drawn(0) + drawn(1):
        told |= {name for name, cell in row.items() if cell}
        said = single(facts_of(row, TODAY))
        given |= {name for name, day in zip(DATE_ORDER, said, strict=False) if day}
        states |= set(said[len(DATE_ORDER) : -1])
        if said[-1] is not None:
            messages.add("".join(char for char in said[-1].partition(": ")[0] if not char.isdigit()))
    assert told == set(COLUMNS)
    assert given == set(DATE_ORDER) - {"tell_authority_of_agreement", "carry_out_agreement"}
    assert states == {*STATES, None}
    assert len(messages) > 60, sorted(messages)


# ---- the kernel by itself


def columns_of(people, told):
    """The arrays of `Columns` for facts that hold no fault; a fact that is not `told` has no array."""

    def days(name):
        return np.array(
            [number_of(date.fromisoformat(p[name])) if p.get(name) else 0 for p in people], np.uint16
        )

    def flag(name):
        return np.array([{True: 1, False: 0, None: 2}[p.get(name)] for p in people], np.uint8)

    sections = [sum(1 << SECTIONS.index(section) for section in p.get("sections", ())) for p in people]
    return Columns(
        np.array([MATTERS.index(p["matter"]) for p in people], np.uint8),
        np.array([ACTING.index(p.get("acting", "parent")) for p in people], np.uint8)
        if "acting" in told
        else None,
        np.array(sections, np.uint16) if "sections" in told else None,
        {name: days(name) for name in ("as_of", "date_of_birth", *DAY_FACTS) if name in told},
        {name: flag(name) for name in FLAG_FACTS if name in told},
    )


def kernel_differences(people, told):
    answers = evaluate(columns_of(people, told))
    found = []
    for place, facts in enumerate(people):
        expected = single(facts)
        days = [day_of_number(int(n)) if n else None for n in answers.dates[:, place]]
        states = [STATES[code] for code in answers.states[:, place]]
        if [*days, *states, None] != expected:
            found.append(f"{facts}: single {expected}, kernel {[*days, *states]}")
    return found


def sound(batch):
    people = []
    for number in range(batch, ROWS, BATCHES):
        facts = draw.sound(random.Random(f"kernel {number}"))
        facts.pop("agreement", None)
        people.append({name: value for name, value in facts.items() if value is not None})
    return people


@pytest.mark.parametrize("batch", range(BATCHES))
def test_the_kernel(batch):
    found = kernel_differences(sound(batch), COLUMNS)
    assert not found, f"{len(found)} differences\n" + "\n".join(found[:5])


def test_the_kernel_where_columns_are_missing():
    rng = random.Random(1)
    for batch in range(12):
        told = {"matter", "as_of", *rng.sample(COLUMNS, rng.randrange(len(COLUMNS)))}
        people = [
            {name: value for name, value in facts.items() if name in told}
            for facts in sound(batch % BATCHES)[:: max(1, ROWS // 2000)]
        ]
        assert not kernel_differences(people, told)[:5]


def test_many_parts_on_several_threads_are_as_one():
    """More rows than the kernel takes at a time, in two threads; `progress` is told of every row."""
    people = sound(0)[:1000]
    once = evaluate(columns_of(people, COLUMNS))
    told = []
    many = evaluate(columns_of(people * 70, COLUMNS), threads=2, progress=told.append)
    assert sum(told) == 70_000
    assert len(told) > 1
    assert (many.dates == np.tile(once.dates, 70)).all()
    assert (many.states == np.tile(once.states, 70)).all()


def test_no_rows_at_all():
    assert differences([]) == []
    assert evaluate(columns_of([], COLUMNS)).dates.shape == (len(DATE_ORDER), 0)


# ---- rows one by one that were thought of, and what was planted


EARLY = {
    "a birth long ago": {"matter": "refusal_to_assess", "acting": "authority", "date_of_birth": "1850-06-15"},
    "an act long ago": {"matter": "discrimination_by_school", "conduct_on": "1899-12-31"},
    "the first day there is": {"matter": "duties_not_carried_out", "learned_of_matter_on": "0001-01-01"},
    "asked long ago": {"matter": "refusal_to_assess", "as_of": "1899-12-31"},
    "asked long ago, days given": {
        "matter": "refusal_to_assess",
        "as_of": "1899-12-31",
        "authority_told": "2020-01-01",
    },
    "asked long ago, another before": {
        "matter": "refusal_to_assess",
        "as_of": "1899-12-31",
        "authority_told": "1899-12-30",
    },
    "contact long before the notice": {
        "matter": "refusal_to_assess",
        "notice_sent": "2026-06-15",
        "adviser_contacted": "1890-01-01",
    },
    "that, and flags against the sections": {
        "matter": "plan_contents",
        "sections": "B",
        "education_issue": "false",
        "notice_sent": "2026-06-15",
        "adviser_contacted": "1890-01-01",
    },
    "that, and a day ahead": {
        "matter": "refusal_to_assess",
        "as_of": "2026-06-20",
        "notice_sent": "2026-06-15",
        "adviser_contacted": "1890-01-01",
        "appeal_received": "2026-06-21",
    },
}


@pytest.mark.parametrize("row", EARLY.values(), ids=EARLY)
def test_days_before_the_tables(row):
    assert differences([row_of({}) | row]) == []


@pytest.mark.parametrize("empty", [None, ""])
def test_an_empty_as_of_is_today_in_the_message_too(empty):
    row = {"matter": "refusal_to_assess", "as_of": empty, "notice_sent": "2027-01-01"}
    assert differences([row], tuple(row)) == []


def test_a_planted_fault_in_the_words_is_found(monkeypatch):
    monkeypatch.setattr(refusals, "AHEAD", "'{name}' ({day}) is after 'as_of' ({as_of}).")
    assert any("error: single" in line for line in differences(drawn(0)[:400]))


def test_a_planted_fault_in_a_table_is_found(monkeypatch):
    """With rule 12 forgotten, the two differ."""
    made = tables()
    unmoved = np.stack([np.arange(len(made.roll), dtype=np.uint16)] * 2, axis=1)
    monkeypatch.setattr(made, "roll", unmoved)
    assert any(line.startswith("register_appeal:") for line in differences(drawn(0)[:400]))
    assert kernel_differences(sound(0)[:400], COLUMNS)
