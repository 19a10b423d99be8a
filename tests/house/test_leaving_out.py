"""Tests that need more than this machine has: left out, counted, and told of in the last line."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# A machine that lacks Java and has Chromium, whatever this one has.
CONFTEST = """
from tests import leaving_out
from tests.leaving_out import pytest_runtest_setup, pytest_unconfigure

LACKS = {"java"}
leaving_out.COMPONENTS[:] = [
    component._replace(find=lambda marker=component.marker: marker not in LACKS)
    for component in leaving_out.COMPONENTS
]
"""
TESTS = """
import pytest

@pytest.mark.java
@pytest.mark.parametrize("n", range(3))
def test_java(n): pass

@pytest.mark.browser
def test_browser(): pass

@pytest.mark.skip(reason="for a reason of its own")
def test_other(): pass

def test_plain(): pass
"""
INI = """
[pytest]
markers =
    browser: needs Chromium
    java: needs Java
"""


def run(folder: Path, *, everything: bool, workers: int) -> subprocess.CompletedProcess[str]:
    (folder / "conftest.py").write_text(CONFTEST)
    (folder / "test_some.py").write_text(TESTS)
    (folder / "pytest.ini").write_text(INI)
    environment = {"PYTHONPATH": str(ROOT), "EVENHAND_ALL": "1" if everything else ""}
    plugins = ["-p", "no:django", "-p", "no:cacheprovider"]
    return subprocess.run(
        [sys.executable, "-m", "pytest", *plugins, "-n", str(workers)],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize("workers", [0, 2])
def test_the_last_line_says_what_was_left_out(tmp_path: Path, workers: int) -> None:
    finished = run(tmp_path, everything=False, workers=workers)
    assert finished.returncode == 0, finished.stdout
    *_, pytests_own, last = finished.stdout.splitlines()
    assert "2 passed, 4 skipped" in pytests_own
    assert last == (
        "3 tests were left out (3 for want of Java with the Nu Html Checker). "
        "To bring them in: sudo apt-get install -y default-jre-headless && npm ci --ignore-scripts --prefix assets"
    )


def test_with_everything_wanted_a_missing_thing_is_a_failure(tmp_path: Path) -> None:
    finished = run(tmp_path, everything=True, workers=0)
    assert finished.returncode == 1
    assert "3 errors" in finished.stdout or "3 failed" in finished.stdout
    assert "default-jre-headless" in finished.stdout
    assert "left out (" not in finished.stdout.splitlines()[-1]
