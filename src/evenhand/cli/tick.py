"""`evenhand tick`: do what is due, now or every so many seconds. It may come late; it never does a thing twice."""

import os
import signal
import time
from collections.abc import Callable
from datetime import datetime
from importlib import import_module
from types import FrameType
from typing import TYPE_CHECKING

from .output import ANSWERED, FAILED, Refusal, complain, on_one_line, put_text
from .words import sort_words

if TYPE_CHECKING:
    from evenhand.post.models import Run

JOBS: tuple[str, ...] = (
    "evenhand.casework.waking.redate",
    "evenhand.casework.waking.come_of_age",
    "evenhand.casework.waking.remind",
    "evenhand.casework.asking.forget",
    "evenhand.post.sending.send_due",
    "evenhand.cli.tick.clear_sessions",
)
"""What a tick does, in order; whatever queues messages stands before what sends them.

Each is a function that takes `now` and returns something that prints as its report, false if there is nothing
to tell. Where the report has a `more` that is true it is asked again; where its `trouble` says something the
job has failed. One that fails keeps none of the others from running.
"""

NAP = 0.2
SECONDS = (1, 86_400)


class Stopping:
    """Whether somebody has asked us to stop. What has begun is finished first."""

    def __init__(self) -> None:
        self.asked = False

    def __call__(self, number: int = 0, frame: FrameType | None = None) -> None:
        """The handler of the signals."""
        self.asked = True


def run(arguments: list[str]) -> int:
    """Tick once, or with `--every SECONDS` until a signal. Raises `Refusal`."""
    words = sort_words("tick", arguments, values=("--every",))
    if words.plain:
        raise Refusal("evenhand tick takes no words: evenhand tick, or evenhand tick --every 60")
    every = _seconds(words.values["--every"]) if "--every" in words.values else None
    _start_django()
    stopping = Stopping()
    before = {one: signal.signal(one, stopping) for one in (signal.SIGINT, signal.SIGTERM)}
    try:
        return tick(stopping) if every is None else _again_and_again(every, stopping)
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


def _seconds(typed: str) -> int:
    least, most = SECONDS
    if not typed.isascii() or not typed.isdigit() or len(typed) > 6 or not least <= int(typed) <= most:
        raise Refusal(f"--every takes a whole number of seconds, from {least} to {most}.")
    return int(typed)


def _start_django() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "evenhand.config.settings")
    import django
    from django.apps import apps

    if not apps.ready:
        django.setup()


def _again_and_again(every: int, stopping: Stopping) -> int:
    """Tick until stopped; a tick that fails is told about, and the next one tries again."""
    from django.db import close_old_connections

    while not stopping.asked:
        began = time.monotonic()
        close_old_connections()
        try:
            tick(stopping, tells_all=False)
        except Refusal as refusal:
            complain(str(refusal))
        while not stopping.asked and time.monotonic() - began < every:
            time.sleep(NAP)
    return ANSWERED


def tick(stopping: Stopping, *, tells_all: bool = True) -> int:
    """Do every job once and print a line for each; without `tells_all` only where there is something to tell.

    Returns 1 if a job failed. Where another tick is at work nothing is done, and that is no failure. Raises
    `Refusal` where the database cannot be used.
    """
    from django.db import DatabaseError

    from evenhand import clock
    from evenhand.post import runs

    try:
        this = runs.begin("tick", now=clock.instant())
    except DatabaseError as error:
        raise Refusal(f"the database cannot be used: {error}. Has it been prepared (migrate)?") from None
    if this is None:
        if tells_all:
            put_text("Another tick is at work.\n")
        return ANSWERED
    told, failed = [], False
    for name in JOBS:
        if stopping.asked:
            break
        line, has_failed, has_news = _do(name, this, stopping)
        told.append(line)
        failed = failed or has_failed
        if tells_all or has_failed or has_news:
            put_text(line + "\n")
    try:
        runs.end(this, now=clock.instant(), report="\n".join(told))
    except DatabaseError as error:
        raise Refusal(f"the database cannot be used: {error}.") from None
    return FAILED if failed else ANSWERED


def _do(name: str, this: "Run", stopping: Stopping) -> tuple[str, bool, bool]:
    """Do one job to its end: its line, whether it failed, and whether it has something to tell.

    Whatever goes wrong in a job is its own: the others are to run all the same.
    """
    from evenhand import clock
    from evenhand.post import runs

    reports: list[object] = []
    failed = False
    try:
        job = _found(name)
        while True:
            reports.append(job(now=clock.instant()))
            failed = failed or bool(getattr(reports[-1], "trouble", ""))
            runs.renew(this, now=clock.instant())
            if stopping.asked or not getattr(reports[-1], "more", False):
                break
    except Exception as error:  # its text may repeat what was in a row, so only its kind is kept
        failed = True
        reports.append(f"FAILED with {type(error).__name__}")
        _tell_the_log(name, error)
    news = [report for report in reports if report] or reports[-1:]
    line = on_one_line(f"{name.removeprefix('evenhand.')}: {', then '.join(map(str, news))}")
    return line, failed, any(reports)


def _found(name: str) -> Callable[..., object]:
    room, _, function = name.rpartition(".")
    job: Callable[..., object] = getattr(import_module(room), function)
    return job


def _tell_the_log(name: str, error: Exception) -> None:
    """Where it failed, line by line, without the error's own sentence."""
    import logging
    from traceback import format_tb

    where = "".join(format_tb(error.__traceback__))
    logging.getLogger("evenhand.tick").error("%s failed with %s\n%s", name, type(error).__name__, where)


class Cleared:
    """The report of a job that is never news."""

    def __bool__(self) -> bool:
        return False

    def __str__(self) -> str:
        return "done"


def clear_sessions(*, now: datetime) -> Cleared:
    """Remove the sessions that have run out."""
    from django.core.management import call_command

    call_command("clearsessions", verbosity=0)
    return Cleared()
