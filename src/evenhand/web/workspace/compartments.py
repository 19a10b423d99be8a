"""Where a reader may write a note in a case, and who will be able to read what they write there."""

from collections.abc import Iterator
from typing import NamedTuple

from evenhand.casework.door import standings_in
from evenhand.casework.heart.events import Actor
from evenhand.casework.heart.stages import Kind, Stage, may_take
from evenhand.casework.heart.steps import Step, may_do
from evenhand.people.policy import SHARED, DataClass, Lot, Standing, may_read, may_write
from evenhand.people.roles import Role

from .parts import compartment_words
from .readable import Readable
from .words import ROLES

OWN = (DataClass.FAMILY_PRIVATE, DataClass.BODY_PRIVATE, DataClass.MEDIATOR_NOTES)
"""Kinds of note that lie with whoever writes them."""


class Compartment(NamedTuple):
    """One place to write: `mark` for the address, its plain name, who can read it, and in whose name one writes."""

    mark: str
    name: str
    readers: list[str]
    data_class: DataClass
    owner: str
    by: Actor

    @property
    def is_message(self) -> bool:
        """True for what is said to the mediator in confidence, or by the mediator in answer."""
        return self.data_class is DataClass.MESSAGE_TO_MEDIATOR


def compartments_for(readable: Readable) -> list[Compartment]:
    """Every compartment that the reader may write a note into now, by the policy table."""
    found = {}
    for standing in readable.seen.standings:
        for data_class, owner in _places(readable, standing):
            mark = f"{data_class.value}:{owner}"
            if mark not in found and _may(readable, standing, data_class, owner):
                found[mark] = _compartment(readable, standing, data_class, owner)
    return list(found.values())


def _places(readable: Readable, standing: Standing) -> Iterator[tuple[DataClass, str]]:
    """Where somebody with this standing might write."""
    state = readable.seen.state
    yield from ((data_class, standing.key) for data_class in OWN)
    families = [one.key for one in state.parties if one.role in (Role.PARENT, Role.YOUNG_PERSON)]
    yield from ((DataClass.ADVISER_RECORD, key) for key in families)
    yield (DataClass.JOINT_NOTES, SHARED)
    if standing.role is Role.MEDIATOR:
        wrote = [owner for _event, owner in _messages(readable)]
        yield from ((DataClass.MESSAGE_TO_MEDIATOR, key) for key in dict.fromkeys(wrote))
    elif state.mediator_id is not None:
        yield (DataClass.MESSAGE_TO_MEDIATOR, standing.key)


def _messages(readable: Readable) -> Iterator[tuple[int, str]]:
    for event, piece in readable.seen.of_class(DataClass.MESSAGE_TO_MEDIATOR):
        yield event.number, piece.owner


def _step(data_class: DataClass) -> Step:
    return Step.WRITE_TO_MEDIATOR if data_class is DataClass.MESSAGE_TO_MEDIATOR else Step.ADD_NOTE


def _lot(readable: Readable, data_class: DataClass, owner: str) -> Lot:
    state = readable.seen.state
    to_mediator = data_class is DataClass.MESSAGE_TO_MEDIATOR and state.mediator_id is not None
    sent_to = frozenset({f"mediator:{state.mediator_id}"}) if to_mediator else frozenset()
    return Lot(data_class, owner, health=state.health, sent_to=sent_to)


def _may(readable: Readable, standing: Standing, data_class: DataClass, owner: str) -> bool:
    case, step = readable.seen.case, _step(data_class)
    return (
        may_do(standing.role, step)
        and may_take(Kind(case.kind), Stage(case.stage), step)
        and may_write(standing, _lot(readable, data_class, owner))
    )


def _compartment(readable: Readable, standing: Standing, data_class: DataClass, owner: str) -> Compartment:
    seen = readable.seen
    return Compartment(
        f"{data_class.value}:{owner}",
        compartment_words(readable, data_class, owner),
        readers_of(readable, _lot(readable, data_class, owner)),
        data_class,
        owner,
        Actor(seen.reader.person_id, standing.role, standing.key),
    )


def readers_of(readable: Readable, lot: Lot) -> list[str]:
    """Who in the case will be able to read such a lot, by role, with names where the reader may read them."""
    words = []
    for standing in standings_in(readable.seen.case, readable.seen.state):
        if may_read(standing, lot):
            role = str(ROLES[standing.role])
            name = readable.names.get(standing.key)
            words.append(f"{role} ({name})" if name and standing.role in _NAMED else role)
    return list(dict.fromkeys(words))


_NAMED = (Role.PARENT, Role.YOUNG_PERSON, Role.SUPPORTER)
