"""What stands in a cell of the table: when one role may read, write and approve one kind of information."""

from dataclasses import dataclass
from enum import StrEnum


class When(StrEnum):
    """On what condition. A cell that names several is satisfied by any one of them; one that names none, never."""

    ALWAYS = "always"
    OWN = "own"
    """It lies in the reader's own compartment."""
    OWN_IF_INVITED = "own_if_invited"
    """It lies in the reader's own compartment, and the reader is invited to this case."""
    IF_INVITED = "if_invited"
    """The reader is invited to this case; for a commissioning body, that it is a party to it."""
    IF_HEALTH = "if_health"
    """Health is an issue in the case."""
    SENT = "sent"
    """It was sent to the reader."""
    SENT_IF_INVITED = "sent_if_invited"
    """It was sent to the reader, who is invited to this case."""
    IF_RELEASED = "if_released"
    """Those whose it is have passed it on to the reader."""
    ON_PERMISSION = "on_permission"
    """The owner has said yes, expressly, to this reader: logged, and revocable for the time ahead."""
    IF_CHILD_AGREES = "if_child_agrees"
    """The child agrees that it is read."""
    BREAK_GLASS = "break_glass"
    """Opened to this reader by two persons, for a reason, for a time; the owner is told."""
    IF_LEAD = "if_lead"
    """The reader is the provider's lead for safeguarding."""
    SERVICE_ADDRESS = "service_address"
    """Of contact details, only a family's address for letters."""
    NAME = "name"
    """Of contact details, only who somebody is."""
    METADATA = "metadata"
    """Not what it says: that it is there, and when."""
    AGGREGATE = "aggregate"
    """Never one case: only counted together, small numbers suppressed."""
    VERIFY = "verify"
    """Not what it says: whether it is genuine."""


OF_NO_LOT = frozenset({When.METADATA, When.AGGREGATE, When.VERIFY})
"""What stands under "read" in the table and yet opens no content."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one role may do with one kind of information; `note` narrows it in words where the table cannot."""

    read: tuple[When, ...] = ()
    write: tuple[When, ...] = ()
    approve: tuple[When, ...] = ()
    note: str = ""
