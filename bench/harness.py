"""How things are measured: rounds in turn (A B C, A B C), medians, ratios from one run.

A case is a function that does its work once and gives the seconds that one unit of it took; what must
happen before the clock starts is the case's own affair.
"""

import gc
import os
import resource
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

Case = Callable[[], float]


class NotMeasured(Exception):
    """Something could not be measured; the message says why."""


class Times(NamedTuple):
    """The seconds of one unit of work: the median of the rounds, the quickest and the slowest."""

    median: float
    least: float
    most: float


def spread(seconds: Sequence[float]) -> Times:
    """The median, the least and the most of what the rounds took."""
    return Times(statistics.median(seconds), min(seconds), max(seconds))


def timing(work: Callable[[], object], units: int = 1) -> Case:
    """A case that times the whole of `work`, which does so many units."""

    def case() -> float:
        start = time.perf_counter()
        work()
        return (time.perf_counter() - start) / units

    return case


def interleave(cases: Mapping[str, Case], rounds: int, warm: int = 1) -> dict[str, Times]:
    """Every case once a round, in turn; the first `warm` rounds are not counted."""
    seconds: dict[str, list[float]] = {name: [] for name in cases}
    gc.collect()
    gc.disable()
    try:
        for number in range(-warm, rounds):
            for name, case in cases.items():
                took = case()
                if number >= 0:
                    seconds[name].append(took)
            gc.collect()
    finally:
        gc.enable()
    return {name: spread(took) for name, took in seconds.items()}


class Ended(NamedTuple):
    """A process that has ended: its exit status, wall seconds, peak memory in bytes, and what it complained of."""

    status: int
    seconds: float
    peak: int
    complaint: str


def run(command: Sequence[str | Path], stderr: int | None = None) -> Ended:
    """Run a command to its end. `stderr` is a file descriptor to write to instead of keeping the complaint."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [str(word) for word in command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE if stderr is None else stderr,
    )
    complaint = process.stderr.read().decode(errors="replace") if process.stderr is not None else ""
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.stderr is not None:
        process.stderr.close()
    return Ended(process.returncode, seconds, _bytes(usage), complaint.strip())


def _bytes(usage: resource.struct_rusage) -> int:
    return usage.ru_maxrss * (1 if os.uname().sysname == "Darwin" else 1024)


def process(command: Sequence[str | Path], units: int = 1, status: int = 0) -> Case:
    """A case that runs a whole process, from its start to its end, and expects that exit status."""

    def case() -> float:
        ended = run(command)
        if ended.status != status:
            last = ended.complaint.splitlines()[-1:] or ["it said nothing"]
            raise NotMeasured(f"`{Path(command[0]).name} {command[1]}` ended with {ended.status}: {last[0]}")
        return ended.seconds / units

    return case
