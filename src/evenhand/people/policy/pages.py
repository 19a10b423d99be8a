"""The table as a page of the docs: `docs/confidences.md`, made from what the code asks."""

from collections.abc import Iterator

from evenhand.people.policy import table
from evenhand.people.policy.conditions import Cell, When
from evenhand.people.policy.kinds import KINDS, DataClass
from evenhand.people.policy.table import TABLE
from evenhand.people.policy.words import ACTS, CONDITIONS, ROLES, conditions_of
from evenhand.people.roles import Role

_HEAD = """\
# Who may read what

One table says who may read, write and approve each kind of information in a case. The code asks it, the tests hold it
against a copy written by hand, and families read it at `/who-can-see-what`. This page is made from it by
`python -m evenhand.people.policy`, so it cannot differ.

Whatever is not said here is refused. Where somebody may not know that a thing exists, it is not counted for them
either. A case has one compartment for each party and one for each mediator; two parents are two parties.
"""

_LEGEND = """\
**R** reads · **W** writes · **A** approves, signs or issues · **M** may know that it is there, and when · **C** only has it
counted among others · **V** only asks whether it is genuine · – nothing. After a letter stands the condition; of
several, any one suffices; without one, always.
"""


def as_markdown() -> str:
    """The whole page."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield _HEAD
    yield "## The table\n"
    yield _LEGEND
    yield "| | kind | " + " | ".join(_title(role) for role in Role) + " |"
    yield "|---|---|" + "---|" * len(Role)
    for data_class in DataClass:
        cells = " | ".join(said(TABLE[role, data_class]) for role in Role)
        yield f"| {data_class.number} | {KINDS[data_class].name} | {cells} |"
    yield "\n## The conditions\n"
    yield "| condition | families read |"
    yield "|---|---|"
    yield from (f"| {_plain(when)} | {said} |" for when, said in CONDITIONS.items() if said)
    yield "\n## The roles\n"
    yield "| role | families read |"
    yield "|---|---|"
    yield from (f"| {_title(role)} | {ROLES[role]} |" for role in Role)
    yield "\n## The kinds\n"
    for data_class in DataClass:
        kind = KINDS[data_class]
        yield f"### {data_class.number}. {kind.name}\n"
        yield f"`{data_class}`. {kind.what} {kind.why}\n"
        yield f"Rests on: {kind.ground}.\n"
    yield "## Where the table had to decide\n"
    yield (table.__doc__ or "").partition("\n\n")[2].partition(":\n\n")[2].strip()


def said(cell: Cell) -> str:
    """A cell as the table shows it: `R own, sent; W own`; a dash for nothing."""
    acts = ((letter, conditions_of(cell, act)) for letter, act in zip("RWAMCV", ACTS, strict=True))
    parts = [f"{letter} {_conditions(found)}".strip() for letter, found in acts if found]
    if cell.note:
        parts.append(f"*{cell.note}*")
    return "; ".join(parts) or "–"


def _conditions(found: tuple[When, ...]) -> str:
    return ", ".join(_plain(when) for when in found if when is not When.ALWAYS)


def _plain(name: str) -> str:
    return name.replace("_", " ")


def _title(role: Role) -> str:
    return _plain(role)
