"""What a reader may read of a case, as it is believed: the only source of names and words on the case page.

Days, stage, places and attendance may come from the state, for they are the same for everybody at a case; whatever is
of another class comes from here, piece by piece through the door.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any

from evenhand.casework.door import Seen
from evenhand.casework.heart.events import SERVICE, Actor, Happened, Piece
from evenhand.casework.heart.history import put_right
from evenhand.casework.heart.steps import Step
from evenhand.casework.models import Case
from evenhand.people.models import Person
from evenhand.people.policy import CHILD, SAFEGUARDING, SHARED, DataClass, Part

from .words import ROLES, SIDES

Body = Mapping[str, Any]


@dataclass(frozen=True)
class Told:
    """An event as it is believed now, with the pieces that the reader may read."""

    event: Happened
    pieces: tuple[Piece, ...]

    @cached_property
    def said(self) -> dict[str, Any]:
        """What the pieces say, in one mapping."""
        merged: dict[str, Any] = {}
        for piece in self.pieces:
            merged.update(piece.body or {})
        return merged


@dataclass
class Readable:
    """The case for one reader: what was told, oldest first, and how to call whoever is in it."""

    seen: Seen
    known_at: datetime | None = None
    names: dict[str, str] = field(init=False, default_factory=dict)
    contacts: dict[str, dict[str, Any]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        for one in self.told:
            for piece in one.pieces:
                self._described(piece)

    @cached_property
    def told(self) -> list[Told]:
        """Every event that is believed, with what may be read of it; with `known_at`, as it was believed then."""
        return [
            Told(event, tuple(piece for piece in event.pieces if self._may(piece, event)))
            for event in put_right(self.seen.history, self.known_at)
        ]

    def _may(self, piece: Piece, event: Happened) -> bool:
        return piece.body is not None and self.seen.may_read(piece, event.number)

    def _described(self, piece: Piece) -> None:
        body = piece.body or {}
        if "name" in body and piece.part is Part.NAME:
            self.names[piece.owner] = body["name"]
        if piece.data_class not in (DataClass.CONTACT_DETAILS, DataClass.ACCESS_NEEDS):
            return
        known = self.contacts.setdefault(piece.owner, {"contact": {}})
        known["contact"] |= body.get("contact", {})
        known |= {name: body[name] for name in ("address", "needs") if name in body}

    def of_steps(self, *steps: Step) -> list[Told]:
        """What was told with these steps."""
        return [one for one in self.told if one.event.step in steps]

    def last_said(self, name: str, *steps: Step) -> Any:
        """What was last said under that name with one of the steps; None if nothing that may be read."""
        return next((one.said[name] for one in reversed(self.of_steps(*steps)) if name in one.said), None)

    @property
    def opened_at_all(self) -> bool:
        """False for somebody to whom nothing of the case has been opened yet, not even its days."""
        return any(piece.data_class is DataClass.DATES for one in self.told for piece in one.pieces)

    @cached_property
    def child(self) -> dict[str, str]:
        """Who the child is, as far as it may be read."""
        known: dict[str, str] = {}
        for one in self.told:
            known |= one.said.get("child", {})
        return known

    @cached_property
    def numbers(self) -> dict[int, int]:
        """The number of each event that the reader may know of, as the reader counts: for addresses and anchors."""
        return {entry.event.number: entry.number for entry in self.seen.entries()}

    @cached_property
    def linked(self) -> frozenset[str]:
        """Of the cases that are linked with this one, those that the reader may see: of others not even the reference."""
        if not self.seen.state.linked:
            return frozenset()
        theirs = Case.objects.seen_by(self.seen.reader).filter(reference__in=self.seen.state.linked)
        return frozenset(theirs.values_list("reference", flat=True))

    # ------------------------------------------------------------------ how people are called

    @cached_property
    def accounts(self) -> dict[int, str]:
        """The names of the accounts that did something, in one query. Shown only through `who_did`."""
        wanted = [event.by.person_id for event in self.seen.history]
        wanted += [one.said.get("person_id") for one in self.of_steps(Step.ASSIGN, Step.HAND_OVER)]
        pks = {pk for pk in wanted if pk is not None}
        return dict(Person.objects.filter(pk__in=pks).values_list("pk", "name"))

    def who_did(self, by: Actor) -> str:
        """Who did something: the role, and the name where it may be read."""
        role = str(ROLES[by.role]) if by.role else ("" if by.person_id else "Evenhand")
        name = self.account_name(by)
        if name and role:
            return f"{name} ({role})"
        return name or role or str(SIDES.get(by.key, by.key))

    def account_name(self, by: Actor) -> str:
        """The name of whoever did something. The people of the service are named to everybody in the case."""
        if by.person_id is None:
            return self.names.get(by.key, "")
        if by.key == SERVICE or by.key.startswith("mediator:"):
            return self.accounts.get(by.person_id, "")
        mine = Piece(DataClass.CONTACT_DETAILS, by.key, {}, part=Part.NAME)
        if by.person_id == self.seen.reader.person_id or self.seen.may_read(mine, 1):
            return self.accounts.get(by.person_id, "") or self.names.get(by.key, "")
        return ""

    def place_words(self, key: str) -> str:
        """How a compartment or a side is called: by name where it may be read, else by role."""
        if name := self.names.get(key):
            return name
        if key in _PLACES:
            return _PLACES[key]
        if key.startswith("mediator:"):
            return self._mediator(key)
        body = {
            "authority": self.seen.case.authority,
            "commissioning_body": self.seen.case.commissioning_body,
        }.get(key)
        if body is not None:
            return body.name
        somebody = self.seen.state.people.get(key)
        if somebody is None:
            return str(SIDES.get(key, key))
        same = [one.key for one in self.seen.state.people.values() if one.role is somebody.role]
        words = str(ROLES[somebody.role]).capitalize()
        return f"{words} {same.index(key) + 1}" if len(same) > 1 else words

    def _mediator(self, key: str) -> str:
        mediator = self.seen.case.mediator
        if mediator is not None and key == f"mediator:{mediator.pk}":
            return mediator.name
        return "an earlier mediator"


_PLACES = {
    SHARED: "everybody in the case",
    SERVICE: "the service",
    SAFEGUARDING: "safeguarding",
    CHILD: "the child",
}


def compartments(readable: Readable) -> Iterator[tuple[DataClass, str, Told, str]]:
    """Every piece of writing that may be read: its kind, its compartment, the event, the words."""
    for one in readable.told:
        for piece in one.pieces:
            words = (piece.body or {}).get("words")
            if words:
                yield piece.data_class, piece.owner, one, words
