"""The statements of the five documents, and the readable table that is made from them.

`docs/seeds.json` is the data; `docs/seeds.md` is written from it:

    .venv/bin/python -m tests.directory.seeds_table
"""

import json
from pathlib import Path
from typing import Any

from evenhand.directory.sources import SEEDS

DOCS = Path(__file__).parents[2] / "docs"
DATA, PAGE = DOCS / "seeds.json", DOCS / "seeds.md"

OPENING = """\
# Where each statement of the five documents lives

Five documents described Evenhand first. Every statement in them is a row here: what it says, in our
words; the page of Evenhand that now says it, with a phrase that must be found there; and why it
changed, where the law says otherwise. What was left out says why.

This page is written from `seeds.json` by `python -m tests.directory.seeds_table`; a test fails when
the two differ. Another holds the pages against the phrases.
"""


def load() -> dict[str, Any]:
    """The points (what a page must say) and the rows (what a document says)."""
    data: dict[str, Any] = json.loads(DATA.read_text(encoding="utf-8"))
    return data


def markers(home: str) -> list[str]:
    """The phrases that one page must hold. In: `options`, `area:ealing`, and so on."""
    points = load()["points"].values()
    return sorted({point["marker"] for point in points if point["home"] == home})


def _cell(text: str) -> str:
    return text.replace("|", r"\|")


def _table(head: list[str], rows: list[list[str]]) -> list[str]:
    lines = [head, ["---"] * len(head), *rows]
    return ["| " + " | ".join(_cell(cell) for cell in line) + " |" for line in lines]


def _statement(row: dict[str, Any], points: dict[str, Any]) -> list[str]:
    if "left_out" in row:
        return [str(row["n"]), row["says"], "left out", "", row["left_out"]]
    point = points[row["point"]]
    rule = f" (rule `{point['rule']}`)" if "rule" in point else ""
    return [
        str(row["n"]),
        row["says"],
        f"`{point['home']}`{rule}",
        f"“{point['marker']}”",
        row.get("changed", ""),
    ]


def render(data: dict[str, Any]) -> str:
    """The page, as Markdown."""
    points, rows = data["points"], data["rows"]
    changed = sum("changed" in row for row in rows)
    left_out = sum("left_out" in row for row in rows)
    words = [
        OPENING,
        f"{len(rows)} statements: {len(rows) - left_out} have a home, {changed} of those were "
        f"changed by the law or made narrower, {left_out} were left out.",
        "",
    ]
    for source in SEEDS:
        words += [f"## {source.key}: {source.document}", ""]
        words += _table(
            ["", "What it says", "Where it lives", "Marker", "Why it changed"],
            [_statement(row, points) for row in rows if row["seed"] == source.key],
        )
        words.append("")
    words += ["## What each page must hold", ""]
    for home in dict.fromkeys(point["home"] for point in points.values()):
        words += [f"### `{home}`", ""]
        words += _table(
            ["Marker", "A sentence that holds it", "Rests on"],
            [
                [f"“{point['marker']}”", point["words"], ", ".join(point.get("cites", []))]
                for point in points.values()
                if point["home"] == home
            ],
        )
        words.append("")
    return "\n".join(words)


if __name__ == "__main__":
    PAGE.write_text(render(load()), encoding="utf-8")
    print(f"{PAGE.name} written.")
