"""Rows of the history turned into what the heart understands."""

from collections import defaultdict
from collections.abc import Iterable

from evenhand.people.policy import DataClass, Part
from evenhand.people.roles import Role

from .heart.events import Actor, Happened
from .heart.events import Piece as HeartPiece
from .heart.steps import Step
from .models import Case, Event, Piece


def history_of(case: Case) -> list[Happened]:
    """The whole history of one case, in order: two queries. For the room itself; people read through the door."""
    return histories_of([case.pk])[case.pk]


def histories_of(case_ids: Iterable[int]) -> dict[int, list[Happened]]:
    """The histories of several cases, in two queries."""
    pieces: dict[int, list[HeartPiece]] = defaultdict(list)
    ids = list(case_ids)
    for row in Piece.objects.unseen().filter(event__case__in=ids).order_by("event", "place"):
        pieces[row.event_id].append(_piece(row))
    histories: dict[int, list[Happened]] = {case_id: [] for case_id in ids}
    for event in Event.objects.unseen().filter(case__in=ids).order_by("case", "number"):
        histories[event.case_id].append(_happened(event, tuple(pieces[event.pk])))
    return histories


def _piece(row: Piece) -> HeartPiece:
    return HeartPiece(DataClass(row.data_class), row.owner, row.body, tuple(row.sent_to), Part(row.part))


def _happened(row: Event, pieces: tuple[HeartPiece, ...]) -> Happened:
    by = Actor(row.by_person, Role(row.by_role) if row.by_role else None, row.by_key)
    return Happened(row.number, Step(row.step), row.on, row.recorded_at, by, pieces, row.corrects, row.struck)
