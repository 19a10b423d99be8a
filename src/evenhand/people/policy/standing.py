"""The two things that the policy compares: what a reader is towards one case, and what a piece of content is."""

from dataclasses import dataclass
from enum import StrEnum

from evenhand.people.policy.kinds import DataClass
from evenhand.people.roles import Role

SHARED = "shared"
"""The compartment that the people of a case have in common."""
SAFEGUARDING = "safeguarding"
"""The compartment of concerns about somebody's safety."""
CHILD = "child"
"""The compartment of the child's views, which belong to the child and to no party."""
RESERVED = frozenset({SHARED, SAFEGUARDING, CHILD})
"""Compartments that are nobody's own: a reader whose key was one of these would own what is everybody's."""


class Part(StrEnum):
    """Which part of somebody's contact details a lot is: kept apart, because some may read one part only."""

    WHOLE = "whole"
    SERVICE_ADDRESS = "service_address"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Standing:
    """What a reader is towards one case.

    `key` names the reader's own compartment in this case ("party:2", "mediator:41", "authority"); people who act for
    one body share its key. `lead` is for the provider's lead for safeguarding. One person with two roles in a case
    has two standings, and what one may read is not lent to the other. `ValueError` for a key that cannot be one.
    """

    role: Role
    key: str
    invited: bool = False
    lead: bool = False

    def __post_init__(self) -> None:
        if not self.key or self.key in RESERVED:
            raise ValueError(f"A reader cannot have “{self.key}” as a compartment of their own.")


@dataclass(frozen=True, slots=True)
class Lot:
    """One piece of content: what it is, whose compartment it lies in, and to whom it was opened.

    `owner` is a compartment. `health` says that health is an issue in the case. `sent_to` are the keys that an offer,
    a confidential message or the child's views were sent to. `released_to` are the keys that the owner lets read it
    now; what is withdrawn is no longer among them. `opened_to` are those for whom the glass is broken now.
    `ValueError` without an owner: content that lies nowhere is an error, not everybody's.
    """

    data_class: DataClass
    owner: str
    health: bool = False
    released_to: frozenset[str] = frozenset()
    sent_to: frozenset[str] = frozenset()
    child_agrees: bool = False
    opened_to: frozenset[str] = frozenset()
    part: Part = Part.WHOLE

    def __post_init__(self) -> None:
        if not self.owner:
            raise ValueError("Content must lie in a compartment: no owner was given.")
