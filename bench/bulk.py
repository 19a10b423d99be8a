"""Many people: the kernel, a file, a file of bad rows, and ten million."""

import os
import threading
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import polars as pl

from . import ours
from .harness import NotMeasured, interleave, process, run, timing
from .peers import decisions
from .peers.plain_loop import PlainLoop
from .people import COLUMNS, spoilt, table
from .settings import Settings
from .table import Row, at_least, at_most, missing, seconds, times_over, within

HUGE = 10_000_000
LIMIT = 4 << 30


def kernel(settings: Settings) -> list[Row]:
    """Arrays in, dates and states out, beside the loop and OpenFisca, for each date."""
    columns_of, evaluate, on_one_thread = ours.kernel()
    try:
        from .peers.openfisca_tables import OpenFisca
    except ImportError:
        raise NotMeasured("OpenFisca is not installed: `make bench` installs it.") from None
    hold_equal(OpenFisca().prepare)
    columns = columns_of(table(settings.many, settings.seed))
    answers = evaluate(columns)
    runs = np.count_nonzero(answers.dates, axis=1)
    dates, given = np.count_nonzero(runs) * settings.many, int(runs.sum())
    asked = decisions.columns(settings.many, settings.seed)
    some = decisions.rows(decisions.columns(settings.many // 20, settings.seed))
    loop = PlainLoop()
    took = interleave(
        {
            "loop": timing(lambda: loop.loop(some), 2 * len(some)),
            "openfisca": timing(OpenFisca().prepare(asked), 2 * settings.many),
            "kernel": timing(lambda: evaluate(columns), dates),
            "one thread": timing(lambda: on_one_thread(columns), dates),
        },
        settings.rounds(7),
    )
    whole = took["kernel"].median * dates
    told = (
        f"{settings.many:,} people, every matter; for each the last day, or none, of {dates // settings.many} dates, and "
        f"the state of all {len(answers.states)} routes thrown in: {seconds(whole / settings.many)} a person. "
        f"On one thread {seconds(took['one thread'].median)} a date. Shared out over the {given:,} dates that do run: "
        f"{seconds(whole / given)}. The loop: two dates a decision."
    )
    return [
        at_least("bulk kernel, a date", took["kernel"], took["loop"], 500, "plain loop", told),
        at_least(
            "bulk kernel, a date",
            took["kernel"],
            took["openfisca"],
            10,
            "OpenFisca, day tables",
            f"The same run; OpenFisca is asked for the two dates and the routes of {settings.many:,} decisions.",
        ),
    ]


def hold_equal(prepare: Callable) -> None:
    """The two peers give the same dates and routes, or there is nothing to measure."""
    asked = decisions.columns(2_000, seed=3)
    adviser, appeal, routes = prepare(asked)()
    theirs = zip(
        adviser.astype("datetime64[D]").tolist(),
        appeal.astype("datetime64[D]").tolist(),
        routes.tolist(),
        strict=True,
    )
    if list(theirs) != PlainLoop().loop(decisions.rows(asked)):
        raise NotMeasured("OpenFisca does not give the dates that the loop gives.")


def file_to_file(settings: Settings) -> list[Row]:
    """`evenhand bulk` beside Polars with the same columns, and beside the loop in memory, in both kinds of file."""
    return [row for kind in ("csv", "parquet") for row in one_kind(settings, kind)]


def one_kind(settings: Settings, kind: str) -> list[Row]:
    """The same for one kind of file."""
    named = {"csv": "CSV", "parquet": "Parquet"}[kind]
    with TemporaryDirectory(prefix="evenhand-bench-") as name:
        folder = Path(name)
        given, out, answers = folder / f"in.{kind}", folder / f"out.{kind}", folder / "answers.arrow"
        write(table(settings.many, settings.seed), given)
        ours_ = process([ours.EVENHAND, "bulk", given, out], settings.many)
        ours_()
        keep_answers(out, answers)
        copy = [ours.PYTHON, "-m", "bench.peers.polars_copy", given, answers, folder / f"copied.{kind}"]
        some = decisions.rows(decisions.columns(settings.many // 20, settings.seed))
        loop = PlainLoop()
        took = interleave(
            {
                "bulk": ours_,
                "polars": process(copy, settings.many),
                "loop": timing(lambda: loop.loop(some), len(some)),
            },
            settings.rounds(5),
            warm=0,
        )
        sizes = f"{given.stat().st_size / 1e6:.0f} MB in, {out.stat().st_size / 1e6:.0f} MB out"
    alone = took["loop"].median / took["polars"].median
    return [
        at_most(
            f"bulk, {named} to {named}, a row",
            took["bulk"],
            took["polars"],
            3,
            "Polars, same columns",
            f"{settings.many:,} rows of 28 columns in and 58 out ({sizes}), whole processes. Polars reads the same file "
            "typed as it comes and writes the same columns, working nothing out.",
        ),
        at_least(
            f"bulk, {named} to {named}, a row",
            took["bulk"],
            took["loop"],
            8,
            "plain loop in memory",
            "The same run; the loop has its two dates' facts as Python values, and writes nothing. The copy by Polars is "
            f"{times_over(alone)} as fast as the loop.",
        ),
    ]


def write(people: pl.DataFrame, path: Path) -> None:
    """People as the kind of file that its name says."""
    if path.suffix == ".csv":
        people.write_csv(path)
    else:
        people.write_parquet(path)


def keep_answers(out: Path, answers: Path) -> None:
    """The columns that `evenhand bulk` added, typed, as an Arrow file that can be mapped."""
    if out.suffix == ".csv":
        whole = pl.read_csv(out, infer_schema_length=10_000, try_parse_dates=True)
    else:
        whole = pl.read_parquet(out)
    whole.select([name for name in whole.columns if name not in COLUMNS]).write_ipc(
        answers, compression="uncompressed"
    )


def bad_rows(settings: Settings) -> list[Row]:
    """A file in which every row is refused, beside one in which none is."""
    with TemporaryDirectory(prefix="evenhand-bench-") as name:
        folder = Path(name)
        good = table(settings.many, settings.seed)
        good.write_csv(folder / "good.csv")
        spoilt(good, settings.seed).write_csv(folder / "bad.csv")
        command = [ours.EVENHAND, "bulk"]
        took = interleave(
            {
                "good": process([*command, folder / "good.csv", folder / "out.csv"], settings.many),
                "bad": process([*command, folder / "bad.csv", folder / "out.csv"], settings.many, status=1),
            },
            settings.rounds(3),
            warm=0,
        )
        told = bad_told(folder / "out.csv", settings.many)
    return [at_most("bulk, a bad row", took["bad"], took["good"], 5, "a good row", told)]


def bad_told(out: Path, count: int) -> str:
    """What was measured; raises `NotMeasured` where a bad row got no message."""
    errors = pl.read_csv(out, columns=["error"], infer_schema=False)["error"]
    refused = errors.len() - errors.null_count()
    if (errors.len(), refused) != (count, count):
        raise NotMeasured(f"Of {count:,} bad rows {refused:,} were refused.")
    return f"{count:,} rows, each with one of ten faults, each with its message; whole processes."


def huge(settings: Settings) -> list[Row]:
    """Ten million rows: how much memory, and whether a progress bar is drawn."""
    work = f"bulk, {HUGE:,} rows" if not settings.quick else f"bulk, {settings.many:,} rows"
    if not settings.huge:
        return [
            missing(
                work,
                "Left out: it takes minutes. `bench/run --huge` measures it.",
                f"under {LIMIT >> 30} GiB",
            )
        ]
    count = settings.many if settings.quick else HUGE
    with TemporaryDirectory(prefix="evenhand-bench-") as name:
        given = Path(name) / "in.csv"
        write_many(given, count, settings.seed)
        watched, drawn = watch([ours.EVENHAND, "bulk", given, Path(name) / "out.csv"])
    bar = "a progress bar is drawn" if drawn else "no progress bar is drawn"
    told = f"Peak resident memory of the whole process, CSV to CSV in {watched.seconds:.0f} s; {bar}."
    return [within(work, watched.peak, LIMIT, told, drawn)]


def write_many(path: Path, count: int, seed: int, at_once: int = 1_000_000) -> None:
    """So many people as CSV, drawn a million at a time."""
    with path.open("wb") as file:
        for number, first in enumerate(range(0, count, at_once)):
            part = table(min(at_once, count - first), seed + number)
            part.write_csv(file, include_header=first == 0)


def watch(command: list) -> tuple:
    """Run a command with a terminal for its standard error, and say whether it redrew a line there."""
    here, there = os.openpty()
    seen = bytearray()

    def read() -> None:
        while True:
            try:
                piece = os.read(here, 65536)
            except OSError:  # the other end is closed
                return
            if not piece:
                return
            seen.extend(piece)

    reader = threading.Thread(target=read)
    reader.start()
    try:
        ended = run(command, stderr=there)
    finally:
        os.close(there)
        reader.join(timeout=10)
        os.close(here)
    if ended.status != 0:
        said = seen.decode(errors="replace").strip().splitlines()[-1:] or ["it said nothing"]
        raise NotMeasured(f"`evenhand bulk` ended with {ended.status}: {said[0]}")
    return ended, seen.count(b"\r") > seen.count(b"\r\n")
