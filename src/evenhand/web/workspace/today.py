"""Today at the service: what its people must do this week, and who rang whom."""

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from evenhand import clock
from evenhand.casework.asking import LONDON
from evenhand.casework.board import Whose, boards_of
from evenhand.casework.calling import waiting
from evenhand.casework.heart.steps import Step
from evenhand.casework.models import CallTry, Event, Piece
from evenhand.people.models import Person
from evenhand.people.policy import DataClass
from evenhand.people.reader import Reader
from evenhand.people.roles import Role

from .due_soon import due_soon
from .guarded import member


class Rang(NamedTuple):
    """One call: who rang, whom, and whether anybody answered; `reference` of the case, or empty."""

    by: str
    whom: str
    reference: str
    answered: str


@require_safe
@member
def page(request: HttpRequest, reader: Reader) -> HttpResponse:
    """For those who have a board at a provider. `Http404` for anybody else."""
    boards = [one for one in boards_of(reader) if one in (Whose.MINE, Whose.PROVIDER)]
    if not boards:
        raise Http404
    wanted = (
        Whose.PROVIDER
        if request.GET.get("whose") == Whose.PROVIDER and Whose.PROVIDER in boards
        else boards[0]
    )
    today = clock.today_in_london()
    context = {
        "today": today,
        "whose": wanted,
        "both": len(boards) > 1,
        "duties": due_soon(reader, wanted, today),
        "rings": Role.ADVISER in reader.roles,
        "asked_to_be_rung": _asked_to_be_rung(reader, today) if Role.ADVISER in reader.roles else 0,
        "rang": rang_on(reader, today) if Role.ADVISER in reader.roles else [],
    }
    return render(request, "workspace/today.html", context)


def _asked_to_be_rung(reader: Reader, today: date) -> int:
    """How many wait for a call that somebody asked for: today's, and those whose half-hour has gone by."""
    midnight = datetime.combine(today + timedelta(1), time(), LONDON)
    return len(waiting(reader, midnight))


def rang_on(reader: Reader, day: date) -> list[Rang]:
    """The calls of a day at the providers where the reader is an adviser: in cases, then to those who asked for one.

    An adviser reads the adviser's record of every case of the provider; nobody else is shown this.
    """
    at = reader.organisations_as(Role.ADVISER)
    events = list(
        Event.objects.unseen()
        .filter(step=Step.RECORD_CALL.value, on=day, case__provider__in=at)
        .select_related("case")
        .order_by("pk")
    )
    record = {
        piece.event_id: piece.body or {}
        for piece in Piece.objects.unseen().filter(
            event__in=[event.pk for event in events], data_class=DataClass.ADVISER_RECORD.value
        )
    }
    names = dict(
        Person.objects.filter(pk__in={event.by_person for event in events}).values_list("pk", "name")
    )
    in_cases = [
        Rang(
            names.get(event.by_person or 0, ""),
            event.case.child_label,
            event.case.reference,
            _answered(bool(record.get(event.pk, {}).get("reached"))),
        )
        for event in events
    ]
    tries = (
        CallTry.objects.filter(call_back__provider__in=at, at__date=day)
        .select_related("by", "call_back")
        .order_by("at")
    )
    asked = [Rang(one.by.name, one.call_back.name, "", _answered(one.reached)) for one in tries]
    return in_cases + asked


def _answered(reached: bool) -> str:
    return _("Spoke with them") if reached else _("Nobody answered")
