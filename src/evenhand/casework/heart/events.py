"""An event and the pieces of content that lie beside it, as the heart sees them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from evenhand.people.policy import DataClass, Part
from evenhand.people.roles import Role

from .steps import Step

SERVICE = "provider"
"""The compartment of the independent service."""

Body = Mapping[str, Any]
"""The content of a piece: what JSON can hold, dates as ISO text."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who did something: the account, the role it acted in, and its compartment in the case.

    `person_id` is None for the system itself, and for what a single-use link did without an account.
    """

    person_id: int | None
    role: Role | None
    key: str


SYSTEM = Actor(None, None, "system")


@dataclass(frozen=True, slots=True)
class Piece:
    """Content of one class in one compartment. `body` is None once it has been destroyed in its time.

    `sent_to` are the compartments that it was sent to; `part` is for contact details, which are kept in parts.
    """

    data_class: DataClass
    owner: str
    body: Body | None
    sent_to: tuple[str, ...] = ()
    part: Part = Part.WHOLE


@dataclass(frozen=True)
class Happened:
    """Something that happened to a case: `on` is the day in the world, `recorded_at` when the system was told.

    `number` is the event's place in its case, from 1. `corrects` is the number of the event that this one puts
    right; a correction with `struck` says that the other never happened.
    """

    number: int
    step: Step
    on: date
    recorded_at: datetime
    by: Actor
    pieces: tuple[Piece, ...] = ()
    corrects: int | None = None
    struck: bool = False

    @cached_property
    def told(self) -> dict[str, Any]:
        """Everything that its pieces say, in one mapping. For the heart alone: no reader is asked here."""
        merged: dict[str, Any] = {}
        for piece in self.pieces:
            merged.update(piece.body or {})
        return merged
