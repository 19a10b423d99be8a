"""The whole history of a case: every version of every entry, and what was believed on a day."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from evenhand import clock
from evenhand.casework.door import Seen
from evenhand.casework.heart.history import state_of
from evenhand.casework.heart.stages import StepNotOpen
from evenhand.journeys.typed_dates import FIELDS, NotADay, day_typed

from .case_page import identity
from .coming import dates_of, dues_for
from .guarded import with_case
from .readable import Readable
from .timeline import LONDON, timeline_of
from .words import stage_words


@require_safe
@with_case
def page(request: HttpRequest, seen: Seen) -> HttpResponse:
    """All entries; with a day in the address, what was believed at its end."""
    readable = Readable(seen)
    if not readable.opened_at_all:
        return render(request, "workspace/not-opened.html", {"reference": seen.case.reference})
    typed = [request.GET.get(field, "") for field in FIELDS]
    context = identity(readable) | {"typed": dict(zip(FIELDS, typed, strict=True)), "wrong": "", "then": None}
    context["timeline"] = timeline_of(readable)
    if any(typed):
        try:
            context |= believed_on(seen, day_typed(typed[0], typed[1], typed[2]))
        except NotADay as wrong:
            context["wrong"] = _(wrong.wording).format_map(wrong.values)
    return render(request, "workspace/history.html", context)


def believed_on(seen: Seen, on: date) -> dict[str, Any]:
    """What was believed at the end of a day: the stage, the dates as they stood, and the entries made by then."""
    known_at = datetime.combine(on + timedelta(days=1), time.min, LONDON)
    try:
        state = state_of(seen.history, known_at)
    except StepNotOpen:
        return {"then": on, "nothing_yet": True}
    readable = Readable(seen, known_at)
    before = Seen(seen.case, seen.reader, seen.standings, seen.history, state)
    day = min(on, clock.today_in_london())
    return {
        "then": on,
        "nothing_yet": False,
        "stage_then": stage_words(state.stage),
        "dates_then": dates_of(dues_for(before, day), day),
        "timeline": timeline_of(readable, known_at),
    }
