"""The questions that the table answers: may this reader read, write, approve, or know of this?

Two ways to the same answer: `may_read` for one lot in hand, and `lots_readable` for a query that must not fetch what
may not be read. A test holds them equal on lots made at random, through a database.
"""

from collections.abc import Callable, Iterator
from enum import StrEnum

from evenhand.people.policy.conditions import OF_NO_LOT, When
from evenhand.people.policy.kinds import DataClass
from evenhand.people.policy.standing import CHILD, RESERVED, SAFEGUARDING, SHARED, Lot, Part, Standing
from evenhand.people.policy.table import TABLE, Table
from evenhand.people.roles import Role

Holds = Callable[[Standing, Lot], bool]

_HOLDS: dict[When, Holds] = {
    When.ALWAYS: lambda reader, lot: True,
    When.OWN: lambda reader, lot: lot.owner == reader.key,
    When.OWN_IF_INVITED: lambda reader, lot: reader.invited and lot.owner == reader.key,
    When.IF_INVITED: lambda reader, lot: reader.invited,
    When.IF_HEALTH: lambda reader, lot: lot.health,
    When.SENT: lambda reader, lot: reader.key in lot.sent_to,
    When.SENT_IF_INVITED: lambda reader, lot: reader.invited and reader.key in lot.sent_to,
    When.IF_RELEASED: lambda reader, lot: reader.key in lot.released_to,
    When.ON_PERMISSION: lambda reader, lot: reader.key in lot.released_to,
    When.IF_CHILD_AGREES: lambda reader, lot: lot.child_agrees,
    When.BREAK_GLASS: lambda reader, lot: reader.key in lot.opened_to,
    When.IF_LEAD: lambda reader, lot: reader.lead,
    When.SERVICE_ADDRESS: lambda reader, lot: lot.part is Part.SERVICE_ADDRESS,
    When.NAME: lambda reader, lot: lot.part is Part.NAME,
}


class OwnerRule(StrEnum):
    """Which lots of one case and kind: what a query must ask of the columns of a lot."""

    ANY = "any"
    OWN = "own"
    """`owner` is the reader's key."""
    SENT_TO = "sent_to"
    """`sent_to` has the reader's key."""
    RELEASED = "released"
    """`released_to` has the reader's key."""
    OPENED = "opened"
    """`opened_to` has the reader's key."""
    CHILD_AGREES = "child_agrees"
    """`child_agrees` is true."""
    SERVICE_ADDRESS = "service_address"
    """`part` is the address for letters."""
    NAME = "name"
    """`part` is the name."""


_RULES: dict[When, OwnerRule] = {
    When.ALWAYS: OwnerRule.ANY,
    When.OWN: OwnerRule.OWN,
    When.OWN_IF_INVITED: OwnerRule.OWN,
    When.IF_INVITED: OwnerRule.ANY,
    When.IF_HEALTH: OwnerRule.ANY,
    When.SENT: OwnerRule.SENT_TO,
    When.SENT_IF_INVITED: OwnerRule.SENT_TO,
    When.IF_RELEASED: OwnerRule.RELEASED,
    When.ON_PERMISSION: OwnerRule.RELEASED,
    When.IF_CHILD_AGREES: OwnerRule.CHILD_AGREES,
    When.BREAK_GLASS: OwnerRule.OPENED,
    When.IF_LEAD: OwnerRule.ANY,
    When.SERVICE_ADDRESS: OwnerRule.SERVICE_ADDRESS,
    When.NAME: OwnerRule.NAME,
}

_OF_THE_INVITED = frozenset({When.OWN_IF_INVITED, When.IF_INVITED, When.SENT_IF_INVITED})


def _can_hold(when: When, standing: Standing, health: bool) -> bool:
    """False if the condition cannot hold for this reader in this case, whatever the lot."""
    if when in _OF_THE_INVITED:
        return standing.invited
    if when is When.IF_HEALTH:
        return health
    if when is When.IF_LEAD:
        return standing.lead
    return True


class Policy:
    """A table, and the questions put to it. There is one, `POLICY`; tests make others, with faults in them."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self._read = {key: _holds(cell.read) for key, cell in table.items()}
        self._write = {key: _holds(cell.write) for key, cell in table.items()}
        self._approve = {key: _holds(cell.approve) for key, cell in table.items()}
        self._shown = {key for key, cell in table.items() if When.METADATA in cell.read}

    def may_read(self, standing: Standing, lot: Lot) -> bool:
        """True if the reader may read what the lot says."""
        return _any_of(self._read, standing, lot)

    def may_write(self, standing: Standing, lot: Lot) -> bool:
        """True if the reader may write such a lot, there where it lies."""
        return _any_of(self._write, standing, lot)

    def may_approve(self, standing: Standing, lot: Lot) -> bool:
        """True if the reader may approve, sign or issue it; for a manager and a certificate, withdraw it."""
        return _any_of(self._approve, standing, lot)

    def may_know_of(self, standing: Standing, lot: Lot) -> bool:
        """True if the reader may know that the lot exists, and when: if not, it is not even counted."""
        return (standing.role, lot.data_class) in self._shown or self.may_read(standing, lot)

    def may_count(self, role: Role, data_class: DataClass) -> bool:
        """True if the role reads such information counted over many cases. It opens no lot."""
        return When.AGGREGATE in self.table[role, data_class].read

    def may_verify(self, role: Role, data_class: DataClass) -> bool:
        """True if the role may ask whether such a thing is genuine. It opens no lot."""
        return When.VERIFY in self.table[role, data_class].read

    def lots_readable(self, standing: Standing, *, health: bool) -> Iterator[tuple[DataClass, OwnerRule]]:
        """What a query for this reader may fetch in one case, any of the pairs sufficing; never twice the same.

        `health` says that health is an issue in the case. With no pair for a kind, nothing of it may be fetched.
        """
        for data_class in DataClass:
            cell = self.table[standing.role, data_class]
            conditions = (when for when in cell.read if when not in OF_NO_LOT)
            rules = (_RULES[when] for when in conditions if _can_hold(when, standing, health))
            yield from ((data_class, rule) for rule in dict.fromkeys(rules))


def _holds(conditions: tuple[When, ...]) -> tuple[Holds, ...]:
    return tuple(_HOLDS[when] for when in conditions if when not in OF_NO_LOT)


def _any_of(asked: dict[tuple[Role, DataClass], tuple[Holds, ...]], standing: Standing, lot: Lot) -> bool:
    # any() would make a generator for each entry of a timeline.
    for holds in asked[standing.role, lot.data_class]:  # noqa: SIM110
        if holds(standing, lot):
            return True
    return False


POLICY = Policy(TABLE)
may_read, may_write, may_approve = POLICY.may_read, POLICY.may_write, POLICY.may_approve
may_know_of, may_count, may_verify = POLICY.may_know_of, POLICY.may_count, POLICY.may_verify
lots_readable = POLICY.lots_readable

_LIES_IN: dict[DataClass, str] = dict.fromkeys(
    (
        DataClass.CHILD_IDENTITY,
        DataClass.DECISION_LETTER,
        DataClass.MEDIATION_ISSUES,
        DataClass.JOINT_NOTES,
        DataClass.AGREEMENT,
        DataClass.CERTIFICATE,
        DataClass.DATES,
    ),
    SHARED,
) | {DataClass.CHILDS_VIEWS: CHILD, DataClass.SAFEGUARDING: SAFEGUARDING}


def compartment_for(data_class: DataClass, standing: Standing, *, of: str = "") -> str:
    """The compartment in which something of this kind lies that this reader writes.

    Kinds that people share lie in a shared compartment; the others in the writer's own, unless `of` names the party
    whom it concerns: the adviser's record of a call lies with the caller, the mediator's answer with the party
    answered. `ValueError` if this role never writes such a thing, if it must be said whose it is and is not, or if
    it is said to be somebody else's whose compartment the writer does not reach.
    """
    conditions = TABLE[standing.role, data_class].write
    if not conditions:
        raise ValueError(f"The role “{standing.role}” does not write “{data_class}”.")
    if data_class in _LIES_IN:
        return _LIES_IN[data_class]
    if When.OWN in conditions or When.OWN_IF_INVITED in conditions:
        if of not in ("", standing.key):
            raise ValueError(f"The role “{standing.role}” writes “{data_class}” only in its own compartment.")
        return standing.key
    if not of or of in RESERVED:
        raise ValueError(f"Say whose it is: the role “{standing.role}” writes “{data_class}” for others.")
    return of
