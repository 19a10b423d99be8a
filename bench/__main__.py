"""Measure Evenhand beside its peers, in one run, and print the table.

The peers and the method are told in docs/performance.md. Numbers go to bench/results, which git does not keep.
"""

import argparse
import json
import os
import platform
import sys
from collections.abc import Callable
from pathlib import Path

from evenhand.clock import today_in_london

from . import board, board_page, bulk, single, web
from .harness import NotMeasured
from .settings import Settings
from .table import Row, as_data, from_data, markdown, missing

HERE = Path(__file__).parent
RESULTS = HERE / "results"
PAGE = HERE.parent / "docs" / "performance.md"
BEGIN, END = "<!-- bench: written by `bench/run --write` -->", "<!-- bench: end -->"

UNTOLD = "–"
Measure = Callable[[Settings], list[Row]]
MEASURES: dict[str, Measure] = {
    "one-person": single.one_person,
    "cold-start": single.cold_start,
    "kernel": bulk.kernel,
    "file-to-file": bulk.file_to_file,
    "bad-rows": bulk.bad_rows,
    "web": web.web,
    "board": board.board,
    "board-page": board_page.board_page,
    "huge": bulk.huge,
}


def main(arguments: list[str] | None = None) -> int:
    """Measure what is asked for; 0 whether or not the targets are reached, 1 where something could not be measured."""
    asked = _parser().parse_args(arguments)
    settings = Settings(asked.quick, asked.huge or "huge" in (asked.only or ()), asked.seed)
    if asked.write and asked.quick:
        print("A quick run is too rough to be written down: leave out --quick or --write.", file=sys.stderr)
        return 2
    _warn_if_busy()
    measured: dict[str, list[Row]] = {}
    for name in asked.only or MEASURES:
        print(f"measuring {name} ...", file=sys.stderr, flush=True)
        measured[name] = measure(name, settings)
        if not settings.quick:
            keep(name, measured[name])
    print(markdown(row for rows in measured.values() for row in rows), end="")
    print(f"\n{machine()}; seed {settings.seed}.{' A quick run: rough.' if settings.quick else ''}")
    if asked.write:
        write(PAGE, measured)
        print(f"Written into {PAGE.relative_to(HERE.parent)}.", file=sys.stderr)
    return int(any(row.target == UNTOLD for rows in measured.values() for row in rows))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("bench/run", description=(__doc__ or "").strip())
    parser.add_argument(
        "--quick", action="store_true", help="small numbers, three rounds: is everything in place?"
    )
    parser.add_argument(
        "--only",
        action="append",
        choices=MEASURES,
        metavar="NAME",
        help=f"one of {', '.join(MEASURES)}; may be given again",
    )
    parser.add_argument(
        "--huge", action="store_true", help="also ten million rows; takes minutes, and some gigabytes of disk"
    )
    parser.add_argument("--seed", type=int, default=1, help="draws other people (1)")
    parser.add_argument(
        "--write",
        action="store_true",
        help="put the table into docs/performance.md; what is not in this run keeps its last numbers",
    )
    return parser


def measure(name: str, settings: Settings) -> list[Row]:
    """The rows of one measure, or one that says why there are none."""
    try:
        return MEASURES[name](settings)
    except NotMeasured as why:
        return [missing(name.replace("-", " "), str(why), UNTOLD)]


def _warn_if_busy() -> None:
    busy = os.getloadavg()[0]
    if busy > 0.7:
        print(
            f"The machine is busy (load {busy:.1f}): the ratios hold better than the times.", file=sys.stderr
        )


def machine() -> str:
    """Where and when: cores, Python, day."""
    return (
        f"{today_in_london():%-d %B %Y}, {os.cpu_count()} cores ({platform.machine()}), "
        f"{platform.system()}, Python {platform.python_version()}"
    )


def keep(name: str, rows: list[Row]) -> None:
    """Put the rows of one measure away, with when and where."""
    RESULTS.mkdir(exist_ok=True)
    data = {"where": machine(), "load": os.getloadavg()[0], "rows": [as_data(row) for row in rows]}
    (RESULTS / f"{name}.json").write_text(
        json.dumps(data, indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
    )


def write(page: Path, measured: dict[str, list[Row]]) -> None:
    """Put the whole table into the page, between its marks; measures of earlier runs fill what this one left out."""
    rows: list[Row] = []
    where: dict[str, list[str]] = {}
    for name in MEASURES:
        kept = RESULTS / f"{name}.json"
        if name in measured and not (name == "huge" and measured[name][0].number is None and kept.exists()):
            found, at = measured[name], machine()
        elif kept.exists():
            data = json.loads(kept.read_text(encoding="utf-8"))
            found, at = [from_data(row) for row in data["rows"]], data["where"]
        else:
            continue
        rows += found
        where.setdefault(at, []).append(name)
    text = page.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, mark, after = rest.partition(END)
    if not mark:
        raise SystemExit(f"{page.name} has lost the marks that the table stands between.")
    page.write_text(f"{before}{BEGIN}\n\n{markdown(rows)}\n{_told(where)}\n{END}{after}", encoding="utf-8")


def _told(where: dict[str, list[str]]) -> str:
    if len(where) == 1:
        return f"Printed by `make bench` on {next(iter(where))}.\n"
    return "".join(f"* {', '.join(names)}: {at}\n" for at, names in where.items())


if __name__ == "__main__":
    sys.exit(main())
