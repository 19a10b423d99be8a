"""The specification in `policy_matrix.txt`, and its comparison with a policy on every combination of circumstances.

Nothing here asks the code what a condition means: each is worked out from the circumstances as a person would.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path
from typing import NamedTuple

from evenhand.people.policy import DataClass, Lot, Part, Policy, Standing
from evenhand.people.roles import Role

MATRIX = Path(__file__).parent / "policy_matrix.txt"
KEY, OTHER = "reader:1", "other:2"

COLUMNS = {
    "PAr": "parent",
    "YP": "young_person",
    "SUP": "supporter",
    "SCH": "setting",
    "LAc": "authority_officer",
    "LAd": "authority_decider",
    "ICB": "commissioning_officer",
    "MA": "adviser",
    "MED": "mediator",
    "PM": "manager",
    "IAS": "advice_service",
    "COM": "service_commissioner",
    "PUB": "public",
    "SYS": "system_administrator",
}

ATOMS = ("own", "inv", "health", "sent", "released", "child", "glass", "lead")
"""What can be so or not so; beside these stand the parts of contact details. "permission" is "released"."""


class Stated(NamedTuple):
    """One cell as it is written: for each letter the alternatives, each a set of words that must all hold."""

    acts: dict[str, list[frozenset[str]]]
    marks: frozenset[str]


class Circumstance(NamedTuple):
    """What is so, in the specification's words, and the same as the policy is told it."""

    true: frozenset[str]
    invited: bool
    lead: bool
    lot: dict[str, object]


@cache
def specified(path: Path = MATRIX) -> dict[tuple[Role, DataClass], Stated]:
    """The file as it is written; a line that does not have fourteen cells is an error."""
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if line and not line.startswith("#")]
    found = {}
    for number, line in enumerate(rows, 1):
        head, *cells = (piece.strip() for piece in line.split("|"))
        assert re.fullmatch(rf"{number} +\w+", head), line
        for name, cell in zip(COLUMNS.values(), cells, strict=True):
            found[Role(name), DataClass(head.split()[1])] = _stated(cell)
    return found


def _stated(cell: str) -> Stated:
    acts: dict[str, list[frozenset[str]]] = {}
    marks = set()
    for piece in (piece.strip() for piece in cell.split(";")):
        if piece in {"m", "agg", "verify"}:
            marks.add(piece)
        elif piece != "-":
            letter, _, conditions = piece.partition(" ")
            assert letter in {"R", "W", "A"}, cell
            acts[letter] = [frozenset(one.split("+")) - {""} for one in conditions.split(",")]
            words = frozenset().union(*acts[letter])
            assert words <= {*ATOMS, "permission", "address", "names"}, cell
    return Stated(acts, frozenset(marks))


@cache
def circumstances() -> tuple[Circumstance, ...]:
    """Every combination of what can be so."""
    return tuple(_circumstances())


def _circumstances() -> Iterator[Circumstance]:
    for values, part in product(product((False, True), repeat=len(ATOMS)), Part):
        so = dict(zip(ATOMS, values, strict=True))
        true = {name for name, holds in so.items() if holds}
        true |= {"permission"} if so["released"] else set()
        true |= {Part.SERVICE_ADDRESS: {"address"}, Part.NAME: {"names"}, Part.WHOLE: set()}[part]
        lot = {
            "owner": KEY if so["own"] else OTHER,
            "health": so["health"],
            "sent_to": frozenset({OTHER, *([KEY] if so["sent"] else [])}),
            "released_to": frozenset({OTHER, *([KEY] if so["released"] else [])}),
            "opened_to": frozenset({OTHER, *([KEY] if so["glass"] else [])}),
            "child_agrees": so["child"],
            "part": part,
        }
        yield Circumstance(frozenset(true), so["inv"], so["lead"], lot)


def differences(policy: Policy) -> list[str]:
    """Every cell in which the policy does not do what is written, with the first circumstance that shows it."""
    return [
        f"{role} {data_class}: {said}"
        for (role, data_class), stated in specified().items()
        if (said := _difference(policy, role, data_class, stated))
    ]


def _difference(policy: Policy, role: Role, data_class: DataClass, stated: Stated) -> str:
    if policy.may_count(role, data_class) is not ("agg" in stated.marks):
        return "count"
    if policy.may_verify(role, data_class) is not ("verify" in stated.marks):
        return "verify"
    for one, lot, expected in zip(
        circumstances(), _lots(data_class), _all_expected(role, data_class), strict=True
    ):
        standing = _standing(role, one.invited, one.lead)
        does = (
            policy.may_read(standing, lot),
            policy.may_write(standing, lot),
            policy.may_approve(standing, lot),
            policy.may_know_of(standing, lot),
        )
        if does != expected:
            return f"read, write, approve, know is {does} where {sorted(one.true)}"
    return ""


@cache
def _standing(role: Role, invited: bool, lead: bool) -> Standing:
    return Standing(role, KEY, invited, lead)


@cache
def _lots(data_class: DataClass) -> list[Lot]:
    return [Lot(data_class, **one.lot) for one in circumstances()]  # type: ignore[arg-type]


@cache
def _all_expected(role: Role, data_class: DataClass) -> list[tuple[bool, bool, bool, bool]]:
    stated = specified()[role, data_class]
    found = []
    for one in circumstances():
        reads, writes, approves = (_expected(stated, letter, one.true) for letter in "RWA")
        found.append((reads, writes, approves, reads or "m" in stated.marks))
    return found


def _expected(stated: Stated, letter: str, true: frozenset[str]) -> bool:
    return any(words <= true for words in stated.acts.get(letter, []))
