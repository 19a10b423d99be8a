"""The board of one provider among ten thousand cases and among a million, on SQLite and on PostgreSQL.

Each database has a process of its own that reads it; they are asked in turn, some reads at a time.
"""

import json
import os
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from . import ours
from .harness import NotMeasured, Times, spread
from .served import ROOT
from .settings import Settings
from .table import Row, at_most, seconds

FEW = 10_000
ROUNDS, TURNS, READS = 5, 10, 50
ASKED = ("provider", "filtered", "unfiltered", "twentieth", "authority")
ENGINES = ("SQLite", "PostgreSQL")
INDEXES = {"provider": "board_of_provider", "authority": "board_of_authority"}
P50, P99 = 1.1, 1.5
FILTER = 1.6


class Found(NamedTuple):
    """What one case took in each round: the middle of its reads, and what ninety-nine in a hundred stay under."""

    p50: Times
    p99: Times


def board(settings: Settings) -> list[Row]:
    """Each board's p50 and p99 at a million beside ten thousand, and the filter beside the page of everybody's cases."""
    sizes = (FEW, settings.many)
    with TemporaryDirectory(prefix="evenhand-bench-") as name, ExitStack() as running:
        reading = {
            (engine, size): running.enter_context(_reading(told, size))
            for engine in ENGINES
            for size in sizes
            for told in [_made(engine, Path(name) / f"{engine}-{size}", size)]
        }
        took = _in_turn(reading, settings.rounds(ROUNDS))
    return [row for engine in ENGINES for row in _rows(engine, sizes, took)]


# ----------------------------------------------------------------------- the databases


def _made(engine: str, folder: Path, size: int) -> dict[str, str]:
    """The environment of a database with so many cases in it, made now."""
    told = {
        "DJANGO_SETTINGS_MODULE": "evenhand.config.settings",
        "EVENHAND_DATA": str(folder),
        "EVENHAND_DATABASE": _on_postgresql(f"bench_{size}") if engine == "PostgreSQL" else "",
        "EVENHAND_PLAIN_HTTP": "1",
        "EVENHAND_HOSTS": "localhost",
    }
    fill(told, size)
    return told


def fill(told: Mapping[str, str], size: int) -> None:
    """Make the tables and the cases of the database that the environment names. Raises `NotMeasured`."""
    done = subprocess.run(
        [ours.PYTHON, "-m", "bench.board_cases", str(size)],
        env=os.environ | dict(told),
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise NotMeasured(f"The cases could not be made: {done.stderr.strip().splitlines()[-1]}")


def _on_postgresql(name: str) -> str:
    """The address of a new database on the server that the tests use too, which ends with this process."""
    import psycopg

    from tests import postgres

    os.environ["EVENHAND_TEST_DATABASE"] = "postgres"
    address = postgres.address()
    if not address:
        raise NotMeasured("There is no PostgreSQL server on this machine: `make setup` installs one.")
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return address.replace("/evenhand?", f"/{name}?")


# --------------------------------------------------------------------------- the reads


class Reading:
    """A process that reads one database when it is told to."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process

    def line(self) -> str:
        """The next line that it says. Raises `NotMeasured` where it has ended."""
        assert self.process.stdout is not None
        said = self.process.stdout.readline()
        if not said:
            assert self.process.stderr is not None
            raise NotMeasured(self.process.stderr.read().strip().splitlines()[-1])
        return said

    def read(self, name: str, times: int) -> list[float]:
        """Seconds of so many reads."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{name} {times}\n")
        self.process.stdin.flush()
        found: list[float] = json.loads(self.line())
        return found


@contextmanager
def _reading(told: Mapping[str, str], size: int) -> Iterator[Reading]:
    process = subprocess.Popen(
        [ours.PYTHON, "-m", "bench.board_reads"],
        env=os.environ | dict(told),
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        reading = Reading(process)
        for whose, plan in json.loads(reading.line()).items():
            if INDEXES[whose] not in plan:
                raise NotMeasured(f"The board at {size:,} cases is not read by its index: {plan}")
        yield reading
    finally:
        process.communicate()


def _in_turn(reading: Mapping[tuple[str, int], Reading], rounds: int) -> dict[tuple[str, int, str], Found]:
    halves: dict[tuple[str, int, str], list[tuple[float, float]]] = {}
    for number in range(-1, rounds):
        took: dict[tuple[str, int, str], list[float]] = {}
        for _ in range(TURNS):
            for asked in ASKED:
                for where, one in reading.items():
                    took.setdefault((*where, asked), []).extend(one.read(asked, READS))
        if number >= 0:  # the first is not counted
            for case, seen in took.items():
                halves.setdefault(case, []).append((at(seen, 0.5), at(seen, 0.99)))
    return {
        case: Found(spread([middle for middle, _ in pairs]), spread([most for _, most in pairs]))
        for case, pairs in halves.items()
    }


def at(took: list[float], share: float) -> float:
    """What that share of the reads stays under.

    >>> at([3.0, 1.0, 2.0, 4.0], 0.5), at([3.0, 1.0, 2.0, 4.0], 0.99)
    (3.0, 4.0)
    """
    return sorted(took)[min(len(took) - 1, int(len(took) * share))]


# ---------------------------------------------------------------------------- the rows


def _rows(engine: str, sizes: tuple[int, int], took: Mapping[tuple[str, int, str], Found]) -> Iterator[Row]:
    few, many = sizes

    def of(asked: str) -> tuple[Found, Found]:
        return took[engine, many, asked], took[engine, few, asked]

    large, small = of("provider")
    beside = f"{few:,} cases"
    yield at_most(
        f"the board, p50, {engine}",
        large.p50,
        small.p50,
        P50,
        beside,
        f"A page of fifty lines and the kept counts from {many:,} cases, for an adviser of each of the three largest "
        f"of eight providers in turn, the filter of what they may see in it.{_others(of, 'p50')}",
    )
    yield at_most(
        f"the board, p99, {engine}",
        large.p99,
        small.p99,
        P99,
        beside,
        f"The same run: what 99 of 100 reads of a round stay under.{_others(of, 'p99')}",
    )
    (theirs, _), (everybodys, _) = of("filtered"), of("unfiltered")
    yield at_most(
        f"the board’s filter, {engine}",
        theirs.p50,
        everybodys.p50,
        FILTER,
        "everybody’s cases",
        f"The lines of the same page, of {many:,} cases, beside those of a page that asks nothing of who reads: the same "
        "columns, order and limit, from a copy of the table with an index of its own. Neither asks for the counts.",
    )


def _others(of: Callable[[str], tuple[Found, Found]], which: str) -> str:
    """The twentieth page and the authority's board, as a sentence."""
    told = []
    for asked, words in (("twentieth", "The twentieth page, by key"), ("authority", "An authority’s board")):
        large, small = (getattr(found, which) for found in of(asked))
        ratio = large.median / small.median
        told.append(f" {words}: {seconds(large.median)} beside {seconds(small.median)}, {ratio:.2f}×.")
    return "".join(told)
