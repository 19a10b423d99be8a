"""Is the history whole? Every link worked out again, from the first event to the row that knows the end.

What it finds: an event or a piece that was changed, left out, put in or moved, behind the triggers' back. What it
cannot find: a chain that somebody wrote anew from one event to its end, the end's row with it. Against that stands
only a hash that was given away before. The once-only mark of a form is no part of what is sealed.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from .appending import said_of
from .heart import chain
from .models import ChainHead, Event, Piece

CHUNK = 500
Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of it: how many events hold, and where the first break is, counted along the chain from 1.

    `broken_at` is None where all is whole; `why` is then empty, and otherwise one sentence for a person.
    """

    length: int
    ok: bool
    broken_at: int | None = None
    why: str = ""


class _Break(Exception):
    """A link that does not hold. The text says why."""


@dataclass(slots=True)
class _Walk:
    """How far one has come: events that hold, the hash of the last, and the last number in each case."""

    length: int = 0
    hash: str = chain.FIRST
    after: int = 0
    numbers: dict[int, int] = field(default_factory=dict)

    def on_to(self, event: Event, pieces: Sequence[Piece]) -> None:
        """One link further. Raises `_Break`."""
        if event.previous != self.hash:
            raise _Break("it does not follow the one before it, so one was left out, put in or moved")
        if event.number != self.numbers.get(event.case_id, 0) + 1:
            raise _Break("it is not the next entry of its case")
        for place, piece in enumerate(pieces):
            _holds(place, piece)
        said = said_of(event, event.case.reference)
        if event.hash != chain.sealed(self.hash, said, [piece.commitment for piece in pieces]):
            raise _Break("it is not what was sealed")
        self.numbers[event.case_id] = event.number
        self.length, self.hash, self.after = self.length + 1, event.hash, event.pk


def verify(progress: Progress | None = None) -> Verdict:
    """Work out the whole chain again; `progress` hears how many more events were looked at.

    Events may be added meanwhile: those are looked at too. Nothing is written.
    """
    walk = _Walk()
    while True:
        end = _end()  # before the events, so that all it speaks of are there to be read
        found = _chunk(walk.after)
        if not found:
            return _at_the_end(walk, end)
        pieces = _pieces(found)
        for event in found:
            try:
                walk.on_to(event, pieces[event.pk])
            except _Break as fault:
                why = f"Entry {event.number} of case {event.case.reference}: {fault}."
                return Verdict(walk.length, False, walk.length + 1, why)
        if progress is not None:
            progress(len(found))


def _chunk(after: int) -> list[Event]:
    return list(Event.objects.unseen().filter(pk__gt=after).select_related("case").order_by("pk")[:CHUNK])


def _pieces(events: Iterable[Event]) -> dict[int, list[Piece]]:
    found: dict[int, list[Piece]] = defaultdict(list)
    for piece in Piece.objects.unseen().filter(event__in=events).order_by("event", "place"):
        found[piece.event_id].append(piece)
    return found


def _holds(place: int, piece: Piece) -> None:
    if piece.place != place:
        raise _Break("a piece of its content is missing or moved")
    if piece.destroyed_at is not None:
        if piece.body is not None or piece.salt is not None:
            raise _Break("content that was destroyed has come back")
        return
    if piece.body is None or piece.salt is None:
        raise _Break("content is gone that was not destroyed in its time")
    salt = bytes(piece.salt)
    said = chain.commitment(
        salt, piece.data_class, piece.owner, piece.body, part=piece.part, sent_to=piece.sent_to
    )
    if said != piece.commitment:
        raise _Break("its content is not what was written down")


def _end() -> tuple[int, str]:
    end = ChainHead.objects.filter(pk=1).first()
    return (end.length, end.hash) if end else (0, chain.FIRST)


def _at_the_end(walk: _Walk, end: tuple[int, str]) -> Verdict:
    if end == (walk.length, walk.hash):
        return Verdict(walk.length, True)
    if end[0] > walk.length:
        why = f"The history ends here, and {end[0] - walk.length:,} more were written down."
    else:
        why = "The history does not end where it was written down that it ends."
    return Verdict(walk.length, False, walk.length + 1, why)
