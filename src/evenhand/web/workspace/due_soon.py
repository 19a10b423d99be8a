"""What the reader's own side must do soon: every single due of theirs, late ones first."""

from datetime import date, timedelta
from typing import NamedTuple

from django.db.models import QuerySet

from evenhand.casework.board import Whose, cases_of
from evenhand.casework.heart.dues import WORDS
from evenhand.casework.models import Case, DueDate
from evenhand.people.reader import Reader
from evenhand.people.roles import Role

from .lines import MARKS, WEEK, group_of
from .words import days_left_words, short_day, short_law

MOST = 50
DUTIES: dict[Role, tuple[str, ...]] = {
    Role.ADVISER: ("adviser",),
    Role.MEDIATOR: ("mediator",),
    Role.MANAGER: ("adviser", "mediator", "manager"),
    Role.AUTHORITY_OFFICER: ("authority",),
    Role.AUTHORITY_DECIDER: ("authority",),
    Role.COMMISSIONING_OFFICER: ("commissioning_body",),
}
"""Whose duties are the reader's own. A complaint about the service is the manager's alone to know of."""


class Duty(NamedTuple):
    """One thing to do, in words."""

    reference: str
    mark: str
    left: str
    day: str
    says: str
    law: str


def due_soon(reader: Reader, whose: Whose, today: date) -> list[Duty]:
    """What the reader's side must do within seven days in the cases of that board, in the order of the days."""
    holders = {holder for role in reader.roles for holder in DUTIES.get(role, ())}
    dues = (
        DueDate.objects.unseen()
        .filter(met=False, on__lte=today + timedelta(days=WEEK), whose__in=holders)
        .filter(case__in=_open(reader, whose))
        .order_by("on", "pk")
        .values_list("case__reference", "on", "name", "law")
    )
    return [_duty(*row, today) for row in dues[:MOST]]


def _open(reader: Reader, whose: Whose) -> QuerySet[Case]:
    return cases_of(reader, whose).filter(is_open=True)


def _duty(reference: str, on: date | None, name: str, law: str, today: date) -> Duty:
    assert on is not None  # the query asks for days
    days = (on - today).days
    mark = MARKS.get(group_of(days), "")
    return Duty(reference, mark, days_left_words(days), short_day(on), WORDS.get(name, ""), short_law(law))
