"""Who may read, write, approve and know of what in a case: one table, read by code, tests, a page and the docs.

Pure: no database, no clock. `table` is the matrix, `kinds` its rows, `conditions` what stands in a cell, `door` asks
it, `words` says it. The columns are the roles, in their order.

    lot = Lot(DataClass.MEDIATOR_NOTES, owner="mediator:41")
    may_read(Standing(Role.MEDIATOR, "mediator:57"), lot)  # False: a new mediator does not inherit the notes

Whatever is not said here is refused, and whatever may not be known of is not counted either.
"""

from evenhand.people.policy.conditions import Cell, When
from evenhand.people.policy.door import (
    POLICY,
    OwnerRule,
    Policy,
    compartment_for,
    lots_readable,
    may_approve,
    may_count,
    may_know_of,
    may_read,
    may_verify,
    may_write,
)
from evenhand.people.policy.kinds import DataClass
from evenhand.people.policy.standing import CHILD, RESERVED, SAFEGUARDING, SHARED, Lot, Part, Standing
from evenhand.people.policy.table import TABLE

__all__ = [
    "CHILD",
    "POLICY",
    "RESERVED",
    "SAFEGUARDING",
    "SHARED",
    "TABLE",
    "Cell",
    "DataClass",
    "Lot",
    "OwnerRule",
    "Part",
    "Policy",
    "Standing",
    "When",
    "compartment_for",
    "lots_readable",
    "may_approve",
    "may_count",
    "may_know_of",
    "may_read",
    "may_verify",
    "may_write",
]
