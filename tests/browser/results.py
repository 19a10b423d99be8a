"""What axe-core found, written down for the accessibility statement.

An ordinary run only compares; `EVENHAND_WRITE_RESULTS=1` writes the file anew:

    EVENHAND_WRITE_RESULTS=1 .venv/bin/pytest tests/browser/test_public.py
"""

import json
import os
from collections import Counter
from pathlib import Path
from typing import Any

from evenhand import clock
from evenhand.web.public.small_print import RESULTS

WRITE = os.environ.get("EVENHAND_WRITE_RESULTS") == "1"


def summary(found: list[dict[str, Any]], pages: list[str], widths: list[int]) -> dict[str, Any]:
    """The results of all looks: how many, what was violated, and what a program cannot decide."""
    undecided = Counter(one["id"] for look in found for one in look["incomplete"])
    return {
        "tested_on": clock.today_in_london().isoformat(),
        "axe": found[0]["testEngine"]["version"],
        "pages": pages,
        "widths": widths,
        "runs": len(found),
        "violations": sum(len(look["violations"]) for look in found),
        "undecided": dict(sorted(undecided.items())),
    }


def write(results: dict[str, Any], path: Path = RESULTS) -> None:
    """Write the results where the accessibility statement reads them."""
    path.write_text(json.dumps(results, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def written() -> dict[str, Any]:
    """The results that the accessibility statement now tells."""
    read: dict[str, Any] = json.loads(RESULTS.read_text(encoding="utf-8"))
    return read
