"""The one door to a case: who is at it, what they are towards the case, and what of its history they may read.

A case that is not for a reader is a case that does not exist. Every page, list, file and download comes through here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q, QuerySet

from evenhand.clock import in_london
from evenhand.people.policy import (
    SHARED,
    DataClass,
    Lot,
    Standing,
    may_know_of,
    may_read,
    may_write,
)
from evenhand.people.reader import Reader
from evenhand.people.roles import FAMILY, Role, side_of

from .heart.dues import comes_of_age_on
from .heart.events import Actor, Happened, Piece
from .heart.history import state_of
from .heart.stages import Kind, Stage, steps_open
from .heart.state import State
from .heart.steps import STEPS, Step, may_do
from .histories import history_of
from .models import Case, Place
from .room import may_come

AT_PROVIDER = (Role.ADVISER, Role.MANAGER)
OFFICERS = (Role.AUTHORITY_OFFICER, Role.AUTHORITY_DECIDER)
BY_PLACE = frozenset({*FAMILY, Role.SUPPORTER, Role.ADVICE_SERVICE})
"""Who comes to a case by a place in it. Everybody else comes by a membership, and goes when that ends."""


class NoSuchCase(LookupError):
    """There is no such case for this reader."""


def rows_for(reader: Reader, cases: QuerySet[Case]) -> QuerySet[Case]:
    """Of these cases, the ones that the reader may see at all. A stranger sees none."""
    ways = list(_ways(reader))
    if not ways:
        return cases.none()
    seen = ways[0]
    for way in ways[1:]:
        seen |= way
    return cases.filter(seen)


def _ways(reader: Reader) -> Iterator[Q]:
    """The ways in which cases are open to the reader; staff who have just one keep a board that one index answers."""
    if at := reader.organisations_as(*AT_PROVIDER):
        yield Q(provider__in=at)
    if at := reader.organisations_as(*OFFICERS):
        yield Q(authority__in=at, known_to_authority=True)
    if at := reader.organisations_as(Role.COMMISSIONING_OFFICER):
        yield Q(commissioning_body__in=at, known_to_commissioner=True, health=True)
    if at := reader.organisations_as(Role.SETTING):
        yield Q(setting__in=at, known_to_setting=True)
    if at := reader.organisations_as(Role.MEDIATOR):
        yield Q(provider__in=at, mediator=reader.person_id)
    if reader.person_id is not None and not _on_a_side(reader):
        places = Place.objects.unseen().filter(person=reader.person_id, ended=False, role__in=BY_PLACE)
        yield Q(pk__in=places.values("case"))


def _on_a_side(reader: Reader) -> bool:
    """True for an account of work at the provider, an authority, a commissioning body or beside them.

    One account does not join a family's confidences with another side's: whoever has both has two accounts.
    """
    return any(side_of(role) is not None for role in reader.roles)


@dataclass(frozen=True)
class Entry:
    """One event as a reader sees it: what may be read of its content, and who else may see it.

    `withheld` is true where the reader may know that there is content, and not what it says.
    """

    number: int
    event: Happened
    pieces: tuple[Piece, ...]
    withheld: bool
    seen_by: tuple[Role, ...]

    @property
    def told(self) -> dict[str, Any]:
        """What the reader may read of it, in one mapping."""
        merged: dict[str, Any] = {}
        for piece in self.pieces:
            merged.update(piece.body or {})
        return merged


@dataclass(frozen=True)
class Seen:
    """A case before a reader: the reader's standings in it, and its history as far as it is theirs.

    `state` is everything, for the law and the dates; what a page shows of people and content comes from `entries`.
    """

    case: Case
    reader: Reader
    standings: tuple[Standing, ...]
    history: list[Happened] = field(repr=False)
    state: State = field(repr=False)

    def may_read(self, piece: Piece, number: int) -> bool:
        """True if the piece, of the event with this number, may be read."""
        if self._past_the_parent(number):
            return False
        lot = self.lot(piece, number)
        return any(may_read(standing, lot) for standing in self.standings)

    def lot(self, piece: Piece, number: int) -> Lot:
        """The piece as the policy compares it."""
        return Lot(
            data_class=piece.data_class,
            owner=piece.owner,
            health=self.state.health,
            released_to=frozenset(self.state.shares.get(number, ())),
            sent_to=frozenset(piece.sent_to),
            child_agrees=piece.data_class is DataClass.CHILDS_VIEWS and self._child_agrees(number),
            part=piece.part,
        )

    def _child_agrees(self, number: int) -> bool:
        """True if the child said yes to the very thing that is in the event, and has not said no since.

        A yes to one thing is no yes to what was said in confidence before it.
        """
        event = self.history[number - 1]
        said = event if event.corrects is None else self.history[event.corrects - 1]
        return self.state.child_agrees and bool(said.told.get("may_be_read"))

    def entries(self) -> list[Entry]:
        """The history that the reader may know of, in order, numbered as the reader counts it."""
        known = [event for event in self.history if self._knows(event)]
        return [self._entry(number, event) for number, event in enumerate(known, 1)]

    def _past_the_parent(self, number: int) -> bool:
        """True for what came after the young person became the party, where only a parent reads and may not go on.

        From the day itself, too, where the clockwork has not recorded it yet.
        """
        if any(standing.role is not Role.PARENT for standing in self.standings):
            return False
        if self.state.of_age_at is not None:
            return not self.state.parent_reads_on and number > self.state.of_age_at
        on = comes_of_age_on(self.state)
        return on is not None and on <= in_london(self.history[number - 1].recorded_at)

    def _knows(self, event: Happened) -> bool:
        rule = STEPS[event.step]
        if self._past_the_parent(event.number):
            return False
        if event.by.person_id is not None and event.by.person_id == self.reader.person_id:
            return True
        if event.corrects is not None:
            return self._knows(self.history[event.corrects - 1])
        if rule.by_owner:
            lots = [self.lot(piece, event.number) for piece in event.pieces]
        else:
            lots = [Lot(rule.known_as, SHARED, health=self.state.health)]
        return any(may_know_of(standing, lot) for standing in self.standings for lot in lots)

    def _entry(self, number: int, event: Happened) -> Entry:
        mine = tuple(piece for piece in event.pieces if self.may_read(piece, event.number))
        known = [
            piece
            for piece in event.pieces
            if any(may_know_of(standing, self.lot(piece, event.number)) for standing in self.standings)
        ]
        return Entry(number, event, mine, len(known) > len(mine), self._who_sees(event))

    def _who_sees(self, event: Happened) -> tuple[Role, ...]:
        """The roles in this case that may read the content of an event, or know of it where it has none."""
        pieces = event.pieces or (Piece(STEPS[event.step].known_as, SHARED, None),)
        lots = [self.lot(piece, event.number) for piece in pieces]
        return tuple(
            dict.fromkeys(
                standing.role
                for standing in standings_in(self.case, self.state)
                if any(may_read(standing, lot) for lot in lots)
            )
        )

    def of_class(self, data_class: DataClass) -> Iterator[tuple[Happened, Piece]]:
        """Every piece of a class that the reader may read, with its event, oldest first."""
        for event in self.history:
            for piece in event.pieces:
                if piece.data_class is data_class and self.may_read(piece, event.number):
                    yield event, piece

    def may_write(self, data_class: DataClass, owner: str) -> bool:
        """True if the reader may write something of the class into the compartment."""
        return any(may_write(one, Lot(data_class, owner, health=self.state.health)) for one in self.standings)

    def actor(self, step: Step) -> Actor | None:
        """In whose name the reader would take the step; None if it is not for them."""
        for standing in self.standings:
            if may_do(standing.role, step):
                return Actor(self.reader.person_id, standing.role, standing.key)
        return None

    def steps(self) -> list[Step]:
        """The steps that the reader can take now."""
        steps = steps_open(Kind(self.case.kind), Stage(self.case.stage))
        return [step for step in steps if self.actor(step) is not None]


def case_for(reader: Reader, reference: str) -> Seen:
    """The case with this reference, if it is one for the reader. Raises `NoSuchCase`, for absent and for not theirs."""
    if not reference.isprintable():
        raise NoSuchCase  # a database may not be asked for what no reference holds
    case = (
        Case.objects.seen_by(reader)
        .filter(reference=reference.upper())
        .select_related("provider", "authority", "commissioning_body", "setting", "adviser", "mediator")
        .first()
    )
    if case is None:
        raise NoSuchCase
    history = history_of(case)
    return Seen(case, reader, tuple(_standings(reader, case)), history, state_of(history))


def _standings(reader: Reader, case: Case) -> Iterator[Standing]:
    """What the reader is in the case, by memberships that are live now and places that have not ended."""
    places = {place.key: place for place in Place.objects.unseen().filter(case=case, ended=False)}
    for held in reader.memberships:
        at = held.organisation_id
        if held.role in AT_PROVIDER and at == case.provider_id:
            yield Standing(held.role, "provider", lead=held.role is Role.MANAGER)
        elif held.role is Role.MEDIATOR and at == case.provider_id and case.mediator_id == reader.person_id:
            yield Standing(Role.MEDIATOR, f"mediator:{reader.person_id}", invited=True)
        elif held.role in OFFICERS and at == case.authority_id and case.known_to_authority:
            yield Standing(held.role, "authority", invited=True)
        elif (
            held.role is Role.COMMISSIONING_OFFICER
            and at == case.commissioning_body_id
            and case.known_to_commissioner
        ):
            yield Standing(held.role, "commissioning_body", invited="commissioning_body" in places)
        elif held.role is Role.SETTING and at == case.setting_id and case.known_to_setting:
            yield Standing(held.role, "setting", invited=True)
    for place in places.values() if not _on_a_side(reader) else ():
        if place.person_id == reader.person_id and place.role in BY_PLACE:
            yield Standing(Role(place.role), place.key, invited=place.invited)


def standings_in(case: Case, state: State) -> Iterable[Standing]:
    """Everybody who is something in the case, as the policy sees them, for saying who can see what."""
    yield Standing(Role.ADVISER, "provider")
    yield Standing(Role.MANAGER, "provider", lead=True)
    if state.mediator_id is not None:
        yield Standing(Role.MEDIATOR, f"mediator:{state.mediator_id}", invited=True)
    bodies = {
        "authority": OFFICERS,
        "commissioning_body": (Role.COMMISSIONING_OFFICER,),
        "setting": (Role.SETTING,),
    }
    for side, roles in bodies.items():
        if side in state.known_to:
            yield from (Standing(role, side, invited=True) for role in roles)
    for one in state.people.values():
        if one.present and one.key not in bodies:
            yield Standing(one.role, one.key, invited=may_come(state, one))
