"""The people that the bench draws: the same for the same seed, and none of them refused."""

import polars as pl
import pytest

from bench.people import COLUMNS, FAULTS, people, spoilt, table
from evenhand.law import FactsRefused, advise
from evenhand.law.facts import KINDS, MATTERS


def _asked(row: dict[str, object]) -> dict[str, object]:
    """A row of a file as the single door takes it: empty cells left out, words turned into values."""
    given = {name: value for name, value in row.items() if value is not None and name != "ref"}
    words = {"true": True, "false": False}
    for name, value in given.items():
        if name == "sections":
            given[name] = str(value).split()
        elif KINDS[name] == "flag":
            given[name] = words.get(str(value).lower(), value)
        else:
            given[name] = str(value)
    return given


def test_a_seed_draws_the_same_people_again() -> None:
    assert people(300, 7) == people(300, 7)
    assert people(300, 7) != people(300, 8)
    assert table(300, 7).equals(table(300, 7))


def test_nobody_drawn_is_refused() -> None:
    for facts in people(3_000):
        advise(facts)
    for row in table(1_000).iter_rows(named=True):
        advise(_asked(row))


def test_every_fact_is_used_known_unknown_and_null() -> None:
    drawn = people(3_000)
    for name in KINDS:
        known = sum(1 for facts in drawn if facts.get(name) is not None)
        assert known, name
        if name not in ("matter", "as_of"):
            assert known < len(drawn), name
    assert {facts["matter"] for facts in drawn} == set(MATTERS)
    assert any(value is None for facts in drawn for value in facts.values())


def test_the_columns_of_a_file_are_the_facts_that_are_no_object() -> None:
    assert table(10).columns == list(COLUMNS)
    assert {"ref", *KINDS} - {"agreement"} == set(COLUMNS)


def test_every_fault_spoils_its_row() -> None:
    good = table(400)
    bad = spoilt(good)
    assert bad.schema == {name: pl.String for name in COLUMNS}
    seen = set()
    for before, row in zip(good.cast(pl.String).iter_rows(), bad.iter_rows(), strict=True):
        changed = [(name, cell) for name, cell, old in zip(COLUMNS, row, before, strict=True) if cell != old]
        assert len(changed) == 1
        seen.update(changed)
        with pytest.raises(FactsRefused):
            advise(_asked(dict(zip(COLUMNS, row, strict=True))))
    assert seen == set(FAULTS)
