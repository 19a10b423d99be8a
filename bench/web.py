"""The family's pages over HTTP beside a page of plain Django, Flask and Starlette, and the weight of the first page."""

import gzip
import os
import re
import statistics
import subprocess
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from datetime import timedelta
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from evenhand.clock import today_in_london
from evenhand.journeys import Answer, walk

from . import ours
from .harness import NotMeasured, Times, interleave, timing
from .served import CLIENTS, ROOT, Server, Session, form_token, serving
from .settings import Settings
from .table import Row, kilobytes, lighter, rates, seconds

BIN = ours.PYTHON.parent
WORKERS = 2
HEAVIEST = 60_000
BITS, ROUND_TRIP = 1.6e6, 0.3
"""A 3G line: bits a second, and seconds there and back."""

ANSWERED, OPTIONS = "/questions/letter", "/your-options"
GUNICORN = [str(BIN / "gunicorn"), "--bind", "127.0.0.1:PORT", "--workers", str(WORKERS)]
GUNICORN += ["--worker-class", "sync", "--preload", "--log-level", "error"]
UVICORN = [str(BIN / "uvicorn"), "--host", "127.0.0.1", "--port", "PORT", "--workers", str(WORKERS)]
UVICORN += ["--no-access-log", "--log-level", "error"]
PEERS = {
    "Django": [*GUNICORN, "bench.peers.web.django_app"],
    "Flask": [*GUNICORN, "bench.peers.web.flask_app"],
    "Starlette": [*UVICORN, "bench.peers.web.starlette_app:application"],
    "nothing": [str(ours.PYTHON), "-m", "bench.peers.web.nothing", "PORT"],
}


def web(settings: Settings) -> list[Row]:
    """Requests a second of a question and of the options, and what the first page weighs."""
    for name in ("flask", "starlette", "uvicorn"):
        if find_spec(name) is None:
            raise NotMeasured(f"{name} is not installed: `make bench` installs it.")
    with TemporaryDirectory(prefix="evenhand-bench-") as name, ExitStack() as running:
        folder = Path(name)
        own = running.enter_context(evenhand(folder))
        half_way, at_end = Session(own), Session(own)
        answer_until(half_way, "about")
        answer_until(at_end, "your-answers")
        peers = {
            name: running.enter_context(serving(command, "/guide", folder)) for name, command in PEERS.items()
        }
        first = first_page(own)
        return [*_pages(half_way, at_end, peers, settings), _weight(first)]


def evenhand(folder: Path) -> AbstractContextManager[Server]:
    """Evenhand as `make run` serves it, with a data folder of its own."""
    told = {
        "EVENHAND_DATA": str(folder / "var"),
        "EVENHAND_PLAIN_HTTP": "1",
        "EVENHAND_HOSTS": "localhost",
        "EVENHAND_BIND": "127.0.0.1",
    }
    for command in (["migrate"], ["collectstatic", "--no-input"]):
        subprocess.run(
            [str(ours.PYTHON), "-m", "evenhand.config.manage", *command, "--verbosity", "0"],
            env=os.environ | told,
            cwd=ROOT,
            check=True,
            timeout=120,
        )
    command = [str(BIN / "gunicorn"), "--config", "python:evenhand.config.gunicorn", "evenhand.config.wsgi"]
    return serving(command, "/health", folder, told)


# ----------------------------------------------------------------------- the session


def answer_until(session: Session, last: str) -> None:
    """Answer the questions as a browser would, until one: refused an assessment, ten days ago, Ealing."""
    letter = today_in_london() - timedelta(days=10)
    known: dict[str, dict[str, object]] = {
        "what-happened": {"answer": "refusal_to_assess"},
        "letter": {"day": letter.day, "month": letter.month, "year": letter.year},
        "about": {"answer": ["education_issue"]},
        "happened": {"answer": "none"},
        "area": {"council": "Ealing"},
    }
    session.at = "/what-happened"
    while (key := session.at.rsplit("/", 1)[-1]) != last:
        if session.answers > 20:
            raise NotMeasured("The questions do not end.")
        _, page = session.get(session.at)
        form = {**(known.get(key) or {"answer": _first(page)}), "csrfmiddlewaretoken": form_token(page)}
        answer, _ = session.post(session.at, form)
        if answer.status != 302:
            raise NotMeasured(f"{session.at} did not take its answer ({answer.status}).")
        session.at = answer.headers["Location"]
        session.answers += 1


def _first(page: bytes) -> str:
    found = re.search(rb'name="answer" type="\w+" value="([^"]+)"', page)
    if found is None:
        raise NotMeasured("A question page has nothing to choose.")
    return found[1].decode()


# -------------------------------------------------------------------------- the pages


def _pages(half_way: Session, at_end: Session, peers: dict[str, Server], settings: Settings) -> list[Row]:
    long = 0.5 if settings.quick else 1.5
    worked: dict[str, list[float]] = {}

    def load(name: str, asking: Session, path: str) -> Callable[[], float]:
        def case() -> float:
            took, work = asking.load(path, long)
            worked.setdefault(name, []).append(work)
            return took

        return case

    cases = {name: load(name, Session(server), "/guide") for name, server in peers.items()}
    cases |= {
        "question": load("question", half_way, half_way.at),
        "answered": load("answered", at_end, ANSWERED),
        "options": load("options", at_end, OPTIONS),
    }
    walking = _walking()
    took = interleave(cases, settings.rounds(7))
    work = {name: statistics.median(rounds[1:]) for name, rounds in worked.items()}
    answer, page = at_end.get(OPTIONS)
    if answer.status != 200 or b"Your options" not in page:
        raise NotMeasured("The options page was not what was measured.")
    beside = "plain Django’s guide page"
    served = f"gunicorn, {WORKERS} sync workers; {CLIENTS} clients of our own on the same machine. "
    others = (
        " Beside it: " + ", ".join(f"{name} {_a_second(took[name])}" for name in ("Flask", "Starlette")) + "."
    )
    limit = f" The same clients get {_a_second(took['nothing'])} from a server that does nothing."
    return [
        rates(
            "a question page",
            took["question"],
            took["Django"],
            0.7,
            beside,
            f"{served}The next question of a session with {half_way.answers} answers, beside a page that looks nothing up."
            + _by_work(work, "question")
            + f" A question gone back to, with its answer in it: {_a_second(took['answered'])}."
            + walking
            + others
            + limit,
        ),
        rates(
            "the options page",
            took["options"],
            took["Django"],
            0.25,
            beside,
            f"{served}The whole answer, {kilobytes(len(page))} of HTML: routes, dates, reasons, the line of time, who helps."
            + _by_work(work, "options"),
        ),
    ]


def _walking() -> str:
    """What a worker spends once on answers that it has not seen, and then keeps for the family's next pages."""
    letter = today_in_london() - timedelta(days=10)
    given: dict[str, Answer] = {
        "matter": "refusal_to_assess",
        "letter": letter.isoformat(),
        "sent": "same",
        "who": "parent_of_child",
        "about": ["education_issue"],
        "happened": "none",
        "area": "ealing",
    }
    took = interleave({"walk": timing(lambda: [walk(given, today_in_london()) for _ in range(20)], 20)}, 5)
    return (
        f" A worker keeps the way through the questions between two answers; finding it takes {seconds(took['walk'].median)}, "
        "once for each new answer, which is not in these figures."
    )


def _by_work(work: dict[str, float], name: str) -> str:
    """What the server itself worked for one page: a ratio in which the client has no part."""
    if not work[name] or not work["Django"]:
        return ""
    return (
        f" Processor time of the server for one page: {seconds(work[name])} beside {seconds(work['Django'])}; "
        f"a ratio of {work['Django'] / work[name]:.2f}×, in which the clients have no part."
    )


def _a_second(times: Times) -> str:
    return f"{1 / times.median:,.0f}/s"


# --------------------------------------------------------------------- the first page


class Part(NamedTuple):
    """One thing that the first page needs: its address, and its bytes as sent and at rest in gzip."""

    path: str
    sent: int
    compressed: int


def first_page(server: Server) -> list[Part]:
    """The start page and all that a browser fetches for it."""
    new = Session(server)
    page = _fetched(new, "/")
    html = page[1].decode()
    sheet = re.search(r'<link rel="stylesheet" href="([^"]+)"', html)
    icon = re.search(r'<link rel="icon" href="([^"]+)"', html)
    if sheet is None or icon is None:
        raise NotMeasured("The start page has lost its stylesheet or its icon.")
    css = _fetched(new, sheet[1])
    fonts = _fonts(css[1].decode(), sheet[1], html)
    return [page[0], css[0], *(_fetched(new, font)[0] for font in fonts), _fetched(new, icon[1])[0]]


def _fetched(session: Session, path: str) -> tuple[Part, bytes]:
    answer, body = session.get(path, {"Accept-Encoding": "gzip"})
    if answer.status != 200:
        raise NotMeasured(f"{path} answers {answer.status}.")
    sent = len(body)
    if answer.headers.get("Content-Encoding") == "gzip":
        body = gzip.decompress(body)
    return Part(path, sent, min(sent, len(gzip.compress(body, 6)))), body


def _fonts(css: str, sheet: str, html: str) -> list[str]:
    """The font files that have a letter of the page; a browser leaves the others."""
    found = []
    for face in re.findall(r"@font-face\s*\{[^}]*\}", css):
        url, ranges = re.search(r"url\([\"']?([^\"')]+)", face), re.search(r"unicode-range:([^;}]+)", face)
        if url is None:
            continue
        if ranges is None or any(_within(letter, ranges[1]) for letter in set(html)):
            found.append(url[1] if url[1].startswith("/") else f"{sheet.rpartition('/')[0]}/{url[1]}")
    return found


def _within(letter: str, ranges: str) -> bool:
    for one in ranges.split(","):
        first, _, last = one.strip().upper().removeprefix("U+").partition("-")
        if int(first, 16) <= ord(letter) <= int(last or first, 16):
            return True
    return False


def at_3g(parts: list[Part]) -> tuple[float, float]:
    """Seconds until the page can be read, and until its fonts and icon are there, worked out from weights and trips.

    Four trips come first: the name, TCP, TLS, and the page asked for; then one for the stylesheet. The fonts
    come with the sheet or after it. The line is full the rest of the time.
    """

    def on_the_line(some: list[Part]) -> float:
        return sum(part.compressed for part in some) * 8 / BITS

    readable = 5 * ROUND_TRIP + on_the_line(parts[:2])
    return readable, readable + ROUND_TRIP + on_the_line(parts[2:])


def _weight(parts: list[Part]) -> Row:
    whole = sum(part.compressed for part in parts)
    html, css, *rest = parts
    fonts = [part for part in rest if part.path.endswith(".woff2")]
    readable, everything = at_3g(parts)
    told = (
        f"The start page in {len(parts)} files, gzip: HTML {kilobytes(html.compressed)}, "
        f"stylesheet {kilobytes(css.compressed)}, {len(fonts)} fonts {kilobytes(sum(part.compressed for part in fonts))}, icon "
        f"{kilobytes(rest[-1].compressed)}."
    )
    if html.sent > html.compressed:
        told += (
            f" The server itself sends the HTML as it is, {kilobytes(html.sent)}; the proxy before it compresses. "
            f"As sent: {kilobytes(sum(part.sent for part in parts))}."
        )
    told += (
        f" At 3G speed ({BITS / 1e6:g} Mbit/s, {ROUND_TRIP * 1000:.0f} ms there and back) it can be read after "
        f"{seconds(readable)} and is whole after {seconds(everything)}: worked out from weights and round trips, not measured."
    )
    return lighter("the first page", whole, HEAVIEST, told)
