"""Whole cases at once: a history that is already known becomes rows, without a step being taken for each event.

For what happened before Evenhand was there, and for cases that are invented. What comes out is what the actions would
have left, but for one thing: nobody is written to. The histories are folded by the same heart, so a path that is not
on the table raises here too.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from django.db import transaction

from evenhand import clock

from .appending import held_end, link
from .heart.events import Happened
from .heart.history import state_of
from .heart.stages import StepNotOpen
from .heart.state import State
from .heart.steps import Step, may_do
from .models import Booking, Case, DueDate, Event, Piece, Place
from .projecting import booking_rows, due_rows, fill, move_count, place_rows, scopes
from .recording import NotYours

BATCH = 500
Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Bodies:
    """The organisations of a case, by their keys. Only the provider must be there."""

    provider_id: int
    authority_id: int | None = None
    commissioning_body_id: int | None = None
    setting_id: int | None = None


@dataclass(frozen=True, slots=True)
class Laid:
    """A case to be laid down: its reference, its organisations, and everything that happened, numbered from 1."""

    reference: str
    bodies: Bodies
    history: Sequence[Happened]


def lay_down(
    cases: Iterable[Laid],
    *,
    today: date | None = None,
    batch: int = BATCH,
    progress: Progress | None = None,
) -> int:
    """Write the cases, a batch in each transaction, and return how many there were; `progress` hears of each batch.

    What is due is worked out as of `today`, which is today in London unless another day is given.
    Raises `StepNotOpen` where a history is not on the table, is misnumbered or lies ahead, `NotYours` where a role
    took a step that is not its own, `FactsRefused` where facts cannot be true together. The batch with the fault is
    not written; those before it are.
    """
    written, waiting = 0, iter(cases)
    today = today or clock.today_in_london()
    while some := list(islice(waiting, batch)):
        _write(some, today)
        written += len(some)
        if progress is not None:
            progress(len(some))
    return written


@transaction.atomic
def _write(laid: Sequence[Laid], today: date) -> None:
    cases: list[Case] = []
    dues: list[DueDate] = []
    places: list[Place] = []
    bookings: list[Booking] = []
    for one in laid:
        state = _folded(one, today)
        case = _unsaved(one)
        dues += due_rows(case, fill(case, state, today))
        places += place_rows(case, state)
        bookings += booking_rows(case, state)
        cases.append(case)
    Case.objects.add_all(cases)
    _append(zip(cases, laid, strict=True))
    belonging: list[DueDate | Place | Booking] = [*dues, *places, *bookings]
    for row in belonging:
        row.case_id = row.case.pk
    DueDate.objects.add_all(dues)
    Place.objects.add_all(places)
    Booking.objects.add_all(bookings)
    _count(cases)


def _folded(one: Laid, today: date) -> State:
    """What the history adds up to, after what `recording` asks of each step."""
    state = state_of(one.history)
    for number, event in enumerate(one.history, 1):
        if event.number != number:
            raise StepNotOpen(f"{one.reference}: the events are numbered from 1, without a gap.")
        if event.on > today:
            raise StepNotOpen(f"{one.reference}: {event.on} has not come yet.")
        if event.on < state.opened_on and event.step is not Step.CORRECT:
            raise StepNotOpen(f"{one.reference}: {event.on} is before the case was opened.")
        if event.by.role is not None and not may_do(event.by.role, event.step):
            raise NotYours(event.step)
    return state


def _unsaved(one: Laid) -> Case:
    return Case(
        reference=one.reference,
        provider_id=one.bodies.provider_id,
        authority_id=one.bodies.authority_id,
        commissioning_body_id=one.bodies.commissioning_body_id,
        setting_id=one.bodies.setting_id,
        events=len(one.history),
    )


def _append(laid: Iterable[tuple[Case, Laid]]) -> None:
    """Every event of every case to the end of the chain, case by case; the end is held and moved once."""
    head = held_end()
    events: list[Event] = []
    contents: list[list[Piece]] = []
    for case, one in laid:
        for happened in one.history:
            event, pieces = link(case, happened, head.hash)
            head.hash = event.hash
            events.append(event)
            contents.append(pieces)
    head.length += len(events)
    head.save(update_fields=["hash", "length"])
    Event.objects.add_all(events)
    Piece.objects.add_all(_placed(events, contents))


def _placed(events: list[Event], contents: list[list[Piece]]) -> Iterator[Piece]:
    for event, pieces in zip(events, contents, strict=True):
        for piece in pieces:
            piece.event_id = event.pk
            yield piece


def _count(cases: Iterable[Case]) -> None:
    """Each kept count moved once for the whole batch, in one order, so that two batches never wait for each other."""
    moved = Counter((scope, case.stage) for case in cases for scope in scopes(case, case.known_to_authority))
    for (scope, stage), many in sorted(moved.items()):
        move_count(scope, stage, many)
