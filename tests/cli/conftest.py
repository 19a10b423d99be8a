"""How the tests of the command run it: within this process, or as a user does."""

import os
import subprocess
import sys

import pytest

from evenhand.cli import main


class Ran:
    """What a run came to."""

    def __init__(self, status, out, err):
        self.status, self.out, self.err = status, out, err


@pytest.fixture
def run(capsysbinary):
    """Run the command within this process: `run("dates", "2026-06-15")`."""

    def ran(*words):
        status = main(list(words))
        out, err = capsysbinary.readouterr()
        return Ran(status, out, err.decode())

    return ran


@pytest.fixture
def process():
    """Run the command as its own process: `process("advise", "-", input=b"...")`."""

    def ran(*words, env=None, **how):
        done = subprocess.run(
            [sys.executable, "-m", "evenhand.cli", *words],
            capture_output="stdout" not in how,
            timeout=60,
            check=False,
            env={**os.environ, **(env or {})},
            **how,
        )
        return Ran(done.returncode, done.stdout, (done.stderr or b"").decode())

    return ran


@pytest.fixture
def today(monkeypatch):
    """Put the clock in England at a day: `today("2026-07-01")`."""
    from datetime import date

    from evenhand import clock

    def at(day):
        monkeypatch.setattr(clock, "today_in_london", lambda: date.fromisoformat(day))

    return at
