"""One person: `advise` beside a plain loop for two dates, and the start of the command."""

import json
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from evenhand.law import advise

from . import ours
from .harness import Case, interleave, process, timing
from .peers.decisions import decision_of
from .peers.plain_loop import PlainLoop, PutRight
from .people import people
from .settings import Settings
from .table import Row, at_most, seconds, times_over

LETTER = {
    "as_of": "2026-06-20",
    "matter": "refusal_to_assess",
    "notice_sent": "2026-06-15",
    "area": "ealing",
}


def one_person(settings: Settings) -> list[Row]:
    """Warm, never seen before, and with the bytes of its JSON."""
    drawn = people(1_000 if settings.quick else 5_000, settings.seed)
    fresh = people(200 if settings.quick else 1_000, settings.seed + 1)
    decisions = [decision for decision in map(decision_of, drawn) if decision is not None]
    loop, right = PlainLoop(), PutRight()
    cases = {
        "loop": timing(lambda: loop.loop(decisions), len(decisions)),
        "right": timing(lambda: right.loop(decisions), len(decisions)),
        "warm": timing(lambda: [advise(facts) for facts in drawn], len(drawn)),
        "json": timing(lambda: [advise(facts).json() for facts in drawn], len(drawn)),
    }
    took = interleave(cases, settings.rounds(9))
    unseen = interleave(
        {"loop": cases["loop"], "unseen": never_seen(fresh), "first pass": first_pass(fresh)},
        settings.rounds(9),
    )
    told = (
        f"{len(drawn):,} people, every matter, warm; `advise` from a mapping to the answer, with all reasons."
    )
    beside = "plain loop, two dates"
    facts = sum(map(len, drawn)) / len(drawn)
    told += f" A person brings {facts:.1f} facts. The loop does the {len(decisions):,} of them who have the two dates."
    straight = took["warm"].median / took["right"].median
    return [
        at_most("`advise`, warm", took["warm"], took["loop"], 3, beside, told).noted(
            f"Beside a loop that leaves the adviser's day unrolled, as the law does: {times_over(straight)}."
        ),
        at_most(
            "`advise`, a situation never seen",
            unseen["first pass"],
            unseen["loop"],
            15,
            beside,
            f"{len(fresh):,} other people, each asked once and for the first time, after all that the law has learned was "
            f"forgotten. The very first answer of a process, with every way through every rule still to be gone: "
            f"{seconds(unseen['unseen'].median)}.",
        ),
        at_most(
            "`advise` and its JSON bytes",
            took["json"],
            took["loop"],
            6,
            beside,
            "The same people as in the first row; the answer and its bytes together.",
        ),
    ]


def never_seen(fresh: list[dict]) -> Case:
    """Each person asked once, after everything has been forgotten; forgetting is not timed."""

    def case() -> float:
        total = 0.0
        for facts in fresh:
            ours.forget()
            start = time.perf_counter()
            advise(facts)
            total += time.perf_counter() - start
        return total / len(fresh)

    return case


def first_pass(fresh: list[dict]) -> Case:
    """All of them in turn, after everything has been forgotten once."""
    walk = timing(lambda: [advise(facts) for facts in fresh], len(fresh))

    def case() -> float:
        ours.forget()
        return walk()

    return case


def cold_start(settings: Settings) -> list[Row]:
    """The command from nothing to its answer, beside Python doing nothing."""
    with TemporaryDirectory(prefix="evenhand-bench-") as folder:
        letter = Path(folder) / "facts.json"
        letter.write_text(json.dumps(LETTER), encoding="utf-8")
        cases = {
            "pass": process([ours.PYTHON, "-c", "pass"]),
            "advise": process([ours.EVENHAND, "advise", letter]),
        }
        took = interleave(cases, 5 if settings.quick else 25, warm=2)
    return [
        at_most(
            "cold start of `evenhand advise`",
            took["advise"],
            took["pass"],
            2.5,
            "`python -c pass`",
            "The whole process, from its start to its end; a refusal to assess, four facts.",
        )
    ]
