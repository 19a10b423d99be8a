"""The board that is measured: the cases it is read from, the index it must be read by, and the rows that tell of it."""

import doctest
import sqlite3
from collections import Counter
from contextlib import closing
from datetime import date
from itertools import islice
from pathlib import Path

import pytest

from bench import board
from bench.board import Found, fill
from bench.board_cases import COLUMNS, World, cases
from bench.harness import NotMeasured, Times

TODAY = date(2026, 6, 15)
WORLD = World([1, 2, 3], [(10, "ealing"), (11, "kent")], [20], [[30], [31], [32]], [[40], [41], [42]])
SMALL = 2_000


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A database with two thousand cases."""
    folder = tmp_path_factory.mktemp("board")
    told = {
        "DJANGO_SETTINGS_MODULE": "evenhand.config.settings",
        "EVENHAND_DATA": str(folder),
        "EVENHAND_DATABASE": "",
        "EVENHAND_PLAIN_HTTP": "1",
        "EVENHAND_HOSTS": "localhost",
    }
    fill(told, SMALL)
    return told


def test_a_seed_draws_the_same_cases_again_and_the_counts_are_theirs() -> None:
    kept: Counter[tuple[str, str]] = Counter()
    rows = list(cases(WORLD, 500, TODAY, kept))
    assert rows == list(cases(WORLD, 500, TODAY, Counter()))
    assert rows != list(cases(WORLD, 500, TODAY, Counter(), seed=2))
    provider, stage = COLUMNS.index("provider_id"), COLUMNS.index("stage")
    theirs = sum(row[provider] == 2 and row[stage] == "closed" for row in rows)
    assert kept["provider:2", "closed"] == theirs > 0
    known, authority = COLUMNS.index("known_to_authority"), COLUMNS.index("authority_id")
    told = sum(row[authority] == 11 and row[known] for row in rows)
    assert sum(count for (scope, _stage), count in kept.items() if scope == "authority:11") == told


def test_the_first_provider_has_most_and_a_quarter_is_open() -> None:
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in cases(WORLD, 4_000, TODAY, Counter())]
    held = Counter(row["provider_id"] for row in rows)
    assert held[1] > held[2]
    assert 0.22 < sum(row["is_open"] for row in rows) / 4_000 < 0.28
    assert all((row["next_on"] == "9999-12-31") != row["is_open"] for row in rows)


def test_the_board_is_read_from_a_filled_database(filled: dict[str, str]) -> None:
    with board._reading(filled, SMALL) as reading:
        for asked in board.ASKED[:3]:
            took = reading.read(asked, 4)
            assert len(took) == 4
            assert all(0 < seconds < 5 for seconds in took)


def test_a_board_that_is_not_read_by_its_index_is_not_measured(
    filled: dict[str, str], tmp_path: Path
) -> None:
    """The planted fault: the index is gone, so the database sorts."""
    told = filled | {"EVENHAND_DATA": str(tmp_path)}
    held = Path(filled["EVENHAND_DATA"]) / "evenhand.sqlite3"
    with closing(sqlite3.connect(held)) as source, closing(sqlite3.connect(tmp_path / held.name)) as copy:
        source.backup(copy)
        copy.execute("DROP INDEX board_of_provider")
    with pytest.raises(NotMeasured, match="not read by its index"), board._reading(told, SMALL):
        pass


def test_cases_that_cannot_be_made_are_told(filled: dict[str, str]) -> None:
    with pytest.raises(NotMeasured, match="could not be made"):
        fill(filled, SMALL)


def _took(middle: float, most: float) -> Found:
    return Found(Times(middle, middle, middle), Times(most, most, most))


def test_the_rows_hold_a_million_beside_ten_thousand_and_the_filter_beside_none() -> None:
    took = {("SQLite", size, asked): _took(1e-3, 4e-3) for size in (10, 1_000) for asked in board.ASKED}
    rows = list(board._rows("SQLite", (10, 1_000), took))
    assert [row.verdict for row in rows] == ["reached"] * 3
    took["SQLite", 1_000, "provider"] = _took(1.2e-3, 6.1e-3)
    took["SQLite", 1_000, "filtered"] = _took(1.7e-3, 4e-3)
    slower = list(islice(board._rows("SQLite", (10, 1_000), took), 3))
    assert [row.verdict for row in slower] == ["not reached"] * 3
    assert [row.ratio for row in slower] == ["1.2×", "1.53×", "1.7×"]


def test_the_example_of_shares_is_true() -> None:
    assert doctest.testmod(board).failed == 0
