"""The page about arranging a meeting: who is in the room, what is missing, when all are free, and what was asked."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from evenhand import clock
from evenhand.casework.arranging import times_for
from evenhand.casework.calendars import entries_of
from evenhand.casework.door import Seen
from evenhand.casework.heart.steps import Step
from evenhand.casework.links import links_of
from evenhand.casework.room import room_of
from evenhand.people.roles import IN_THE_MIDDLE, Role

from ..case_page import identity
from ..guarded import with_case
from ..readable import Readable
from . import shown
from .child import may_add_child
from .words import link_words

LENGTHS: dict[str, tuple[int, str | Promise]] = {
    "1": (2, lazy("1 hour")),
    "1.5": (3, lazy("1 hour and a half")),
    "2": (4, lazy("2 hours")),
    "2.5": (5, lazy("2 hours and a half")),
    "3": (6, lazy("3 hours")),
    "4": (8, lazy("4 hours")),
}
USUAL = "2"


def arranges(seen: Seen) -> bool:
    """True for the people of the service, who arrange; the others read."""
    return any(standing.role in IN_THE_MIDDLE for standing in seen.standings)


def leads(seen: Seen) -> bool:
    """True for whoever leads the meeting."""
    return any(standing.role is Role.MEDIATOR for standing in seen.standings)


@never_cache
@require_safe
@with_case
def page(request: HttpRequest, seen: Seen) -> HttpResponse:
    """Everything about arranging that is for the reader. `Http404` for whoever may not know the case's days."""
    readable = Readable(seen)
    if not readable.opened_at_all:
        raise Http404
    length = request.GET.get("hours", USUAL)
    return render(
        request,
        "workspace/meetings/arranging.html",
        identity(readable) | _room(readable) | _times(readable, length if length in LENGTHS else USUAL),
    )


def _room(readable: Readable) -> dict[str, Any]:
    seen = readable.seen
    room = room_of(seen.state)
    mine = arranges(seen)
    return {
        "people": shown.people_shown(readable, room),
        "missing": shown.missing_shown(readable, room),
        "arranges": mine,
        "leads": leads(seen) and any(one.needs_consent and one.present for one in seen.state.people.values()),
        "links": [link_words(readable, one) for one in links_of(seen.case)] if mine else [],
        "has_calendar": bool(entries_of(seen.history)),
        "steps": {step.value for step in seen.steps()},
        "add_person": Step.ADD_PERSON.value,
        "may_add_child": may_add_child(seen),
    }


def _times(readable: Readable, length: str) -> dict[str, Any]:
    seen, today = readable.seen, clock.today_in_london()
    times = times_for(seen.case, seen.state, today, halves=LENGTHS[length][0])
    certain = not times.silent
    return {
        "times": times,
        "answers": shown.answers_shown(readable, times, today),
        "in_time": shown.offers_shown(seen, times.in_time, certain=certain),
        "late": shown.offers_shown(seen, times.late, certain=certain),
        "certain": certain,
        "length": length,
        "lengths": [(value, words) for value, (_halves, words) in LENGTHS.items()],
    }
