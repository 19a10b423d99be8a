"""The journey drawn: `python -m evenhand.journeys.drawing` writes the page for the docs.

The arrows are not written by hand. They are found by walking: each arrow is a pair of questions that some
family is asked one after the other.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import islice

from .events import DAY_PAGES
from .model import NEVER, NONE, UNKNOWN, Answer, Kind
from .walking import BY_KEY, PAGES, Walk, begin, go_on

AS_OF = date(2026, 11, 16)
ABOUT_THE_DAYS = timedelta(40)
HEAD = """# The questions a family is asked

A question is asked only while the law says that its answer could still change something. This page is
written by `python -m evenhand.journeys.drawing`; a test fails when it is stale. An arrow leads from a
question to one that somebody is asked next. Any question may lead to the last, the council, which may
be skipped.
"""


def answers_to_try(walked: Walk) -> Iterator[Answer]:
    """Answers that stand for all: each radio; single ticks and all of them; an early and a late day."""
    page = walked.page
    assert page is not None
    values = [option.value for option in page.choices(walked.known)]
    if page.kind is Kind.RADIOS:
        yield from values
    elif page.kind is Kind.CHECKBOXES:
        yield from ([value] for value in values)
        yield values
    elif page.kind is Kind.DATE:
        yield (AS_OF - ABOUT_THE_DAYS).isoformat()
    else:
        yield "ealing"
    if page.unknown:
        yield UNKNOWN
    if page.none:
        yield NONE
    if page.never:
        yield NEVER


@cache
def arrows() -> list[tuple[str, str]]:
    """Every pair of questions that follow one another; the end is called `options`, a human `person`."""
    found: set[tuple[str, str]] = set()
    seen: set[tuple[object, ...]] = set()
    pending = [begin(AS_OF)]
    while pending:
        walked = pending.pop()
        if walked.steps:
            next_key = "person" if walked.human else walked.page.key if walked.page else "options"
            found.add((walked.steps[-1].page.key, next_key))
        if walked.page is not None and (place := _place(walked)) not in seen:
            seen.add(place)
            pending += [
                further
                for answer in _few(walked)
                if (further := go_on(walked, answer)).page is not walked.page
            ]
    order = {page.key: place for place, page in enumerate(PAGES)} | {"options": 98, "person": 99}
    return sorted(found, key=lambda arrow: (order[arrow[0]], order[arrow[1]]))


def _place(walked: Walk) -> tuple[object, ...]:
    """All that the next questions hang on: what the law still lacks, and what was asked already."""
    known = walked.known
    unknowns = known.unknowns if known.facts else None
    return (
        walked.page and walked.page.key,
        known.matter,
        unknowns,
        frozenset(known.answers),
        str(known.answers.get("happened")),
    )


def _few(walked: Walk) -> Iterator[Answer]:
    """The days of events: one answer each, because no arrow of the drawing hangs on two of them."""
    tried = answers_to_try(walked)
    return islice(tried, 1) if walked.page in DAY_PAGES else tried


def mermaid() -> str:
    """The journey as a Mermaid flow chart."""
    lines = ["flowchart TD"]
    for key in dict.fromkeys(end for arrow in arrows() for end in arrow):
        words = (
            BY_KEY[key].words if key in BY_KEY else {"options": "Your options", "person": "Ask a person"}[key]
        )
        lines.append(f'    {key.replace("-", "_")}["{words}"]')
    lines += [f"    {one.replace('-', '_')} --> {other.replace('-', '_')}" for one, other in arrows()]
    return "\n".join(lines)


def page() -> str:
    """The page for the docs: the drawing, and the same as a list that can be read aloud."""
    rows = ["| question | can be followed by |", "|---|---|"]
    followers: dict[str, list[str]] = {}
    for one, other in arrows():
        followers.setdefault(one, []).append(f"`{other}`")
    rows += [
        f"| `{key}`: {BY_KEY[key].words} | {', '.join(next_ones)} |" for key, next_ones in followers.items()
    ]
    return f"{HEAD}\n```mermaid\n{mermaid()}\n```\n\n" + "\n".join(rows) + "\n"


if __name__ == "__main__":
    print(page(), end="")
