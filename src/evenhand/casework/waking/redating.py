"""Open cases whose dates rest on an older law or older bank holidays, and boards whose next day has gone by."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from evenhand import clock

from ..heart import contents
from ..heart.dues import Due, dues_of
from ..heart.events import SYSTEM
from ..heart.history import state_of
from ..heart.steps import Step
from ..histories import history_of
from ..models import Case, DueDate
from ..projecting import law_marks, project
from ..recording import locked, record
from .reports import Report

AT_ONCE = 200


def redate(*, now: datetime) -> Report:
    """Work out again what an older law or an older list of bank holidays dated; a moved date is told on the timeline."""
    today = clock.today_in_london()
    stale = ~Q(law_marks=law_marks()) | Q(next_whose="family", next_on__lt=today)
    found = list(Case.objects.unseen().filter(stale, is_open=True).order_by("pk")[: AT_ONCE + 1])
    moved = sum(_again(case, today) for case in found[:AT_ONCE])
    return Report(moved, "cases re-dated", more=len(found) > AT_ONCE)


@transaction.atomic
def _again(case: Case, today: date) -> bool:
    """Work one case out again. True if a date moved."""
    case = locked(case)
    marks = case.law_marks
    state = state_of(history_of(case))
    moves = _moves(case, dues_of(state, today)) if marks != law_marks() else []
    if not moves:
        project(case, state, today)
        return False
    pieces = (contents.dates(moved=moves, why="The law or the list of bank holidays changed."),)
    record(case=case, step=Step.MOVE_DATES, by=SYSTEM, on=today, pieces=pieces)
    return True


def _moves(case: Case, dues: list[Due]) -> list[dict[str, str]]:
    was = {
        (row.name, row.item, row.step): row.on
        for row in DueDate.objects.unseen().filter(case=case)
        if row.on is not None
    }
    return [
        {"name": due.name, "was": was[key].isoformat(), "is": due.on.isoformat()}
        for due in dues
        if due.on is not None and (key := (due.name, due.item, due.step)) in was and was[key] != due.on
    ]
