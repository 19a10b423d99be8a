"""What one person of a family's side may see of a case: the door's answer, with mistakes put right.

Everything that these pages show of people and content comes from here. What the case adds up to (`state`) is used for
the case's course alone, which the policy knows as dates, and only where the reader may read those.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.http import Http404, HttpRequest

from evenhand import clock
from evenhand.casework.door import NoSuchCase, Seen, case_for
from evenhand.casework.heart.acting import is_shut_out
from evenhand.casework.heart.events import Happened, Piece
from evenhand.casework.heart.history import put_right, state_of
from evenhand.casework.heart.state import Somebody, State
from evenhand.people.policy import SHARED, DataClass, Lot, Standing, may_read
from evenhand.people.roles import FAMILY, Role
from evenhand.web.accounts.who import reader

MINE = FAMILY | {Role.SUPPORTER, Role.ADVICE_SERVICE}
"""Whoever stands on a family's side of a case, and so has it on these pages."""


@dataclass(frozen=True)
class Told:
    """Something that happened, as it is believed now, with the part of its content that may be read."""

    event: Happened
    pieces: tuple[Piece, ...]

    @cached_property
    def said(self) -> dict[str, Any]:
        """What may be read of it, in one mapping."""
        merged: dict[str, Any] = {}
        for piece in self.pieces:
            merged.update(piece.body or {})
        return merged


@dataclass(frozen=True)
class Sight:
    """A case before somebody of the family's side. `me` is what they are in it."""

    seen: Seen
    me: Standing
    told: tuple[Told, ...] = field(repr=False)

    @property
    def shut_out(self) -> bool:
        """True for a parent after the right became the young person's own, who was not asked to read along."""
        return _shut_out(self.seen)

    @cached_property
    def state(self) -> State:
        """What the case adds up to, as far as this reader's time in it goes."""
        return state_of(_within(self.seen)) if self.shut_out else self.seen.state

    @property
    def myself(self) -> Somebody | None:
        """The reader as somebody in the case."""
        return self.state.people.get(self.me.key)

    @property
    def is_party(self) -> bool:
        """True for somebody of the family who decides for it."""
        return self.me.role in FAMILY and self.myself is not None and self.myself.party and not self.shut_out

    @property
    def knows_dates(self) -> bool:
        """True if the reader may know the case's course and its days, up to today."""
        lot = Lot(DataClass.DATES, SHARED, health=self.state.health)
        return not self.shut_out and any(may_read(one, lot) for one in self.seen.standings)

    def of(self, data_class: DataClass) -> Iterator[tuple[Told, Piece]]:
        """Every piece of a class that may be read, with what it was told in, oldest first."""
        for told in self.told:
            for piece in told.pieces:
                if piece.data_class is data_class and piece.body is not None:
                    yield told, piece

    def last(self, data_class: DataClass, name: str) -> Any:
        """The last that was said under a name; None where nothing was, or nothing that may be read."""
        said = None
        for _told, piece in self.of(data_class):
            said = (piece.body or {}).get(name, said)
        return said


def sight_of(seen: Seen) -> Sight | None:
    """The case as its person on the family's side sees it; None for somebody who is not on that side."""
    me = next((standing for standing in seen.standings if standing.role in MINE), None)
    return Sight(seen, me, tuple(_told(seen))) if me is not None else None


def sight_or_404(request: HttpRequest, reference: str) -> Sight:
    """The case of a page. Raises `Http404` for absent, for not theirs, and for staff, who have the workspace."""
    try:
        found = sight_of(case_for(reader(request), reference))
    except NoSuchCase:
        found = None
    if found is None:
        raise Http404
    return found


def _told(seen: Seen) -> Iterator[Told]:
    for event in put_right(_within(seen)):
        yield Told(event, tuple(piece for piece in event.pieces if seen.may_read(piece, event.number)))


def _shut_out(seen: Seen) -> bool:
    today = clock.today_in_london()
    return all(is_shut_out(seen.state, standing.role, today) for standing in seen.standings)


def _within(seen: Seen) -> list[Happened]:
    """The history up to where a parent's reading ends; a later correction of an earlier entry lies beyond it too."""
    if not _shut_out(seen):
        return seen.history
    ends = seen.state.of_age_at
    return seen.history if ends is None else seen.history[:ends]
