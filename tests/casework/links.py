"""Whether the chain holds, asked of the rows themselves."""

from collections import defaultdict

from evenhand.casework.appending import said_of
from evenhand.casework.heart import chain
from evenhand.casework.models import Event, Piece


def broken_links() -> list[int]:
    """The keys of the events whose seal does not hold, over the whole chain."""
    pieces: dict[int, list[Piece]] = defaultdict(list)
    for piece in Piece.objects.unseen().order_by("event", "place"):
        pieces[piece.event_id].append(piece)
    previous, broken = chain.FIRST, []
    for event in Event.objects.unseen().order_by("pk").select_related("case"):
        commitments = [
            chain.commitment(bytes(one.salt or b""), one.data_class, one.owner, one.body or {})
            for one in pieces[event.pk]
        ]
        seal = chain.sealed(previous, said_of(event, event.case.reference), commitments)
        if (event.previous, event.hash) != (previous, seal):
            broken.append(event.pk)
        previous = event.hash
    return broken
