"""The whole page of the board, signed in, over HTTP, beside a page of fifty cases in plain Django."""

import json
import os
import re
import statistics
import subprocess
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from . import ours
from .board import fill
from .harness import NotMeasured, interleave
from .served import CLIENTS, ROOT, Session, serving
from .settings import Settings
from .table import Row, kilobytes, rates, seconds
from .web import GUNICORN, WORKERS, evenhand

CASES = 100_000
BOARD, PEERS = "/workspace/board/provider", "/cases"
TIMES = 2.5
LINE = re.compile(rb'<li class="ws-row|<tr class="govuk-table__row"><th scope="row"')

SIGN_IN = """
import json, sys, django
django.setup()
from django.test import Client
from evenhand.people.models import Person
person = Person.objects.filter(memberships__role="adviser").order_by("pk")[0]
client = Client(SERVER_NAME="localhost")
client.force_login(person)
print(json.dumps({name: found.value for name, found in client.cookies.items()}))
"""
"""A session in the database, as the sign-in pages leave one: whoever measures a page has no password to type."""


def board_page(settings: Settings) -> list[Row]:
    """Requests a second of the first page of an adviser's provider, among a hundred thousand cases."""
    count = CASES // 10 if settings.quick else CASES
    with TemporaryDirectory(prefix="evenhand-bench-") as name, ExitStack() as running:
        folder = Path(name)
        told = {
            "EVENHAND_DATA": str(folder / "var"),
            "EVENHAND_PLAIN_HTTP": "1",
            "EVENHAND_HOSTS": "localhost",
        }
        told["DJANGO_SETTINGS_MODULE"] = "evenhand.config.settings"
        fill(told, count)
        mine = Session(running.enter_context(evenhand(folder)))
        mine.cookies |= _signed_in(told)
        its = {"BENCH_DATABASE": str(folder / "peer.sqlite3")}
        _run([str(ours.PYTHON), "-m", "bench.peers.web.board_app", str(count)], its)
        peer = Session(
            running.enter_context(serving([*GUNICORN, "bench.peers.web.board_app"], "/health", folder, its))
        )
        return [_row(mine, peer, count, settings)]


def _signed_in(told: dict[str, str]) -> dict[str, str]:
    cookies: dict[str, str] = json.loads(_run([str(ours.PYTHON), "-c", SIGN_IN], told))
    return cookies


def _run(command: list[str], told: dict[str, str]) -> str:
    done = subprocess.run(command, env=os.environ | told, cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        raise NotMeasured(done.stderr.strip().splitlines()[-1])
    return done.stdout


def _row(mine: Session, peer: Session, count: int, settings: Settings) -> Row:
    size, its_size = _fifty_lines(mine, BOARD), _fifty_lines(peer, PEERS)
    long = 0.5 if settings.quick else 2.0
    work: dict[str, list[float]] = {"mine": [], "peer": []}

    def load(name: str, asking: Session, path: str) -> Callable[[], float]:
        def case() -> float:
            took, worked = asking.load(path, long)
            work[name].append(worked)
            return took

        return case

    cases = {"mine": load("mine", mine, BOARD), "peer": load("peer", peer, PEERS)}
    took = interleave(cases, settings.rounds(7))
    ours_worked, its_worked = (statistics.median(work[name][1:]) for name in ("mine", "peer"))
    by_work = (
        f" Processor time of the server for one page: {seconds(ours_worked)} beside {seconds(its_worked)}; "
        f"a ratio of {its_worked / ours_worked:.2f}×, in which the clients have no part."
        if ours_worked
        else ""
    )
    return rates(
        "the board’s page",
        took["mine"],
        took["peer"],
        TIMES,
        "plain Django’s page of cases",
        f"gunicorn, {WORKERS} sync workers, SQLite; {CLIENTS} clients of our own on the same machine. An adviser who is "
        f"signed in reads the first fifty of their provider’s among {count:,} cases, {kilobytes(size)} of HTML; plain "
        f"Django shows anybody fifty of as many, four words each, {kilobytes(its_size)}.{by_work}",
    )


def _fifty_lines(session: Session, path: str) -> int:
    """How many bytes the page is. Raises `NotMeasured` where it is not one of fifty lines."""
    answer, page = session.get(path)
    lines = len(LINE.findall(page))
    if answer.status != 200 or lines != 50:
        raise NotMeasured(f"{path} answers {answer.status} with {lines} cases.")
    return len(page)
