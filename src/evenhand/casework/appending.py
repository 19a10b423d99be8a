"""The one way by which events come into the chain."""

import secrets
from collections.abc import Sequence
from uuid import UUID

from .heart import chain
from .heart.events import Happened
from .heart.events import Piece as HeartPiece
from .models import Case, ChainHead, Event, Piece

SALT_BYTES = 16


def held_end() -> ChainHead:
    """The row that knows the end of the chain, held until the caller's transaction ends."""
    ChainHead.objects.get_or_create(pk=1, defaults={"hash": chain.FIRST})
    return ChainHead.objects.select_for_update().get(pk=1)


def append(case: Case, happened: Sequence[Happened], press: UUID | None = None) -> list[Event]:
    """Add events to the end of the chain, in order, inside the caller's transaction.

    Whoever appends holds the row that knows the end, so two never write the same link.
    """
    head = held_end()
    events: list[Event] = []
    for one in happened:
        event, pieces = link(case, one, head.hash, press if one is happened[0] else None)
        event.save(force_insert=True)
        Piece.objects.add_all(_of(event, pieces))
        head.hash, head.length = event.hash, head.length + 1
        events.append(event)
    head.save(update_fields=["hash", "length"])
    return events


def _of(event: Event, pieces: list[Piece]) -> list[Piece]:
    for piece in pieces:
        piece.event = event
    return pieces


def link(case: Case, one: Happened, previous: str, press: UUID | None = None) -> tuple[Event, list[Piece]]:
    """The rows of one event, sealed to the link before it, not yet saved."""
    pieces = [_row(place, piece) for place, piece in enumerate(one.pieces)]
    event = Event(
        case=case,
        number=one.number,
        step=one.step.value,
        on=one.on,
        recorded_at=one.recorded_at,
        by_person=one.by.person_id,
        by_role=one.by.role.value if one.by.role else "",
        by_key=one.by.key,
        corrects=one.corrects,
        struck=one.struck,
        press=press,
        previous=previous,
    )
    event.hash = chain.sealed(
        previous, said_of(event, case.reference), [piece.commitment for piece in pieces]
    )
    return event, pieces


def said_of(event: Event, reference: str) -> dict[str, object]:
    """The event's own words, as the chain seals them: who, what kind, when."""
    return {
        "case": reference,
        "number": event.number,
        "step": event.step,
        "on": event.on.isoformat(),
        "recorded_at": event.recorded_at.isoformat(),
        "by": [event.by_person, event.by_role, event.by_key],
        "corrects": event.corrects,
        "struck": event.struck,
    }


def _row(place: int, piece: HeartPiece) -> Piece:
    salt = secrets.token_bytes(SALT_BYTES)
    body = dict(piece.body or {})
    data_class, part = piece.data_class.value, piece.part.value
    return Piece(
        place=place,
        data_class=data_class,
        owner=piece.owner,
        part=part,
        sent_to=list(piece.sent_to),
        body=body,
        salt=salt,
        commitment=chain.commitment(salt, data_class, piece.owner, body, part=part, sent_to=piece.sent_to),
    )
