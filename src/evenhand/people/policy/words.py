"""The table in words: who may do what, on which condition, for the page and for the docs."""

from typing import NamedTuple

from evenhand.people.policy.conditions import OF_NO_LOT, Cell, When
from evenhand.people.policy.kinds import DataClass
from evenhand.people.policy.table import TABLE
from evenhand.people.roles import Role

ROLES: dict[Role, str] = {
    Role.PARENT: "a parent",
    Role.YOUNG_PERSON: "a young person",
    Role.SUPPORTER: "a family’s supporter",
    Role.SETTING: "the school or college",
    Role.AUTHORITY_OFFICER: "the council’s worker on the case",
    Role.AUTHORITY_DECIDER: "whoever decides for the council",
    Role.COMMISSIONING_OFFICER: "the NHS body",
    Role.ADVISER: "the adviser",
    Role.MEDIATOR: "the mediator",
    Role.MANAGER: "the service’s manager",
    Role.ADVICE_SERVICE: "a free advice service",
    Role.SERVICE_COMMISSIONER: "whoever pays for the service",
    Role.PUBLIC: "anybody, even the Tribunal",
    Role.SYSTEM_ADMINISTRATOR: "whoever looks after the computers",
}
"""What each role is called where families read."""

CONDITIONS: dict[When, str] = {
    When.ALWAYS: "",
    When.OWN: "only their own",
    When.OWN_IF_INVITED: "only their own, if they are asked to come",
    When.IF_INVITED: "if they are asked to take part",
    When.IF_HEALTH: "if the case is about health",
    When.SENT: "what is sent to them",
    When.SENT_IF_INVITED: "what is sent to them, if they are asked to take part",
    When.IF_RELEASED: "what is passed on to them",
    When.ON_PERMISSION: "only if the owner says yes",
    When.IF_CHILD_AGREES: "if the child says yes",
    When.BREAK_GLASS: "only if two people agree that it must be: with a reason, for a short time, and the owner is told",
    When.IF_LEAD: "only if it is their job to keep children safe",
    When.SERVICE_ADDRESS: "a family’s address for letters",
    When.NAME: "names",
}
"""What each condition is called there; one that opens no content is an act of its own: `ACTS`."""


class Allowed(NamedTuple):
    """Roles that may do the same on the same conditions; nothing in `conditions` and `note` is no condition."""

    roles: tuple[Role, ...]
    conditions: tuple[When, ...]
    note: str


_MARKS = {"know": When.METADATA, "count": When.AGGREGATE, "verify": When.VERIFY}

ACTS = ("read", "write", "approve", *_MARKS)
"""All that one may do: also know that it is there, have it counted among others, ask whether it is genuine."""


def conditions_of(cell: Cell, act: str) -> tuple[When, ...]:
    """On which conditions a role with this cell may do the act, one of `ACTS`; empty for never."""
    if act in _MARKS:
        return (When.ALWAYS,) if _MARKS[act] in cell.read else ()
    if act == "read":
        return tuple(when for when in cell.read if when not in OF_NO_LOT)
    return cell.write if act == "write" else cell.approve


def allowed(data_class: DataClass, act: str) -> list[Allowed]:
    """Who may do the act on this kind, those first who always may; roles with the same conditions together."""
    grouped: dict[tuple[tuple[When, ...], str], list[Role]] = {}
    for role in Role:
        cell = TABLE[role, data_class]
        if conditions := conditions_of(cell, act):
            note = cell.note if cell.note and act == _noted_act(cell) else ""
            grouped.setdefault((conditions, note), []).append(role)
    found = [Allowed(tuple(roles), *key) for key, roles in grouped.items()]
    return sorted(found, key=lambda one: (one.conditions, one.note) != ((When.ALWAYS,), ""))


def _noted_act(cell: Cell) -> str:
    """The act that a cell's note narrows."""
    return next(act for act in ("approve", *_MARKS, "read") if conditions_of(cell, act))
