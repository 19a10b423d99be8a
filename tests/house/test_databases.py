"""Which tests are run on which database, where there is a server to be had and where there is none."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

CONFTEST = """
from pathlib import Path
from tests import databases, leaving_out, postgres
from tests.databases import pytest_collection_modifyitems
from tests.leaving_out import pytest_runtest_setup, pytest_unconfigure

databases.FOLDERS[:] = [Path(__file__).parent / "people"]
found = Path("/somewhere") if {there} else None
postgres.programs = lambda: found
"""
PEOPLE = """
import pytest

@pytest.mark.parametrize("n", range(3))
def test_by_folder(n): pass

@pytest.mark.sqlite
def test_sqlite(): pass
"""
OTHER = """
import pytest

@pytest.mark.postgres
def test_postgres(): pass

def test_plain(): pass
"""
INI = """
[pytest]
markers =
    database: d
    postgres: p
    sqlite: s
"""


def run(folder: Path, *arguments: str, there: bool, **told: str) -> tuple[int, str, str]:
    """The exit code, pytest's own count, and the last line of a run of the tests above."""
    (folder / "people").mkdir()
    (folder / "conftest.py").write_text(CONFTEST.format(there=there))
    (folder / "people" / "test_people.py").write_text(PEOPLE)
    (folder / "test_other.py").write_text(OTHER)
    (folder / "pytest.ini").write_text(INI)
    plugins = ["-p", "no:django", "-p", "no:cacheprovider"]
    finished = subprocess.run(
        [sys.executable, "-m", "pytest", *plugins, *arguments],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), **told},
        capture_output=True,
        text=True,
    )
    lines = finished.stdout.splitlines()
    count = next(line for line in reversed(lines) if line.startswith("="))
    return finished.returncode, count, lines[-1]


def test_on_sqlite_what_is_of_postgresql_alone_waits_for_its_own_run(tmp_path: Path) -> None:
    code, count, _ = run(tmp_path, there=True)
    assert code == 0
    assert "5 passed, 1 deselected" in count


def test_on_postgresql_what_hangs_on_the_database_is_run(tmp_path: Path) -> None:
    code, count, _ = run(tmp_path, "-m", "database", there=True, EVENHAND_TEST_DATABASE="postgres")
    assert code == 0
    assert "4 passed, 2 deselected" in count


def test_without_a_server_the_last_line_of_both_runs_says_so(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    code, count, last = run(tmp_path / "a", "-m", "database", there=False, EVENHAND_TEST_DATABASE="postgres")
    assert (code, "4 skipped, 2 deselected" in count) == (0, True)
    assert last.startswith("4 tests were left out (4 for want of PostgreSQL). To bring them in: ")
    (tmp_path / "b").mkdir()
    code, count, last = run(tmp_path / "b", there=False)
    assert (code, "5 passed, 1 skipped" in count) == (0, True)
    assert last.startswith("1 test was left out (1 for want of PostgreSQL). To bring them in: ")


def test_with_everything_wanted_a_missing_server_is_a_failure(tmp_path: Path) -> None:
    code, count, _ = run(
        tmp_path, "-m", "database", there=False, EVENHAND_TEST_DATABASE="postgres", EVENHAND_ALL="1"
    )
    assert (code, "4 errors" in count) == (1, True)


@pytest.mark.parametrize("there", [True, False])
def test_a_database_that_nobody_knows_is_refused(tmp_path: Path, there: bool) -> None:
    code, _, _ = run(tmp_path, there=there, EVENHAND_TEST_DATABASE="oracle")
    assert code != 0
