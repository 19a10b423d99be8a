"""The cases of somebody on a family's side, each with what comes next."""

from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from evenhand import clock
from evenhand.casework.door import Seen, case_for
from evenhand.casework.heart.stages import Kind
from evenhand.casework.models import Case, Place
from evenhand.people.reader import Reader
from evenhand.web.accounts.who import reader
from evenhand.web.workspace.tour import tour_for

from .case_page import child_name, matter_words
from .coming import Coming, coming
from .days import days_of
from .sight import MINE, Sight, sight_of
from .words import KINDS

MOST = 50


@dataclass(frozen=True)
class Row:
    """One case on the list."""

    reference: str
    child: str
    matter: str
    kind: str
    is_open: bool
    next: Coming | None


@never_cache
@require_safe
@login_required
def page(request: HttpRequest) -> HttpResponse:
    """My cases. Staff without a place in any case are sent to the workspace."""
    asking = reader(request)
    rows = [_row(sight) for sight in _sights(asking)]
    if not rows and asking.is_staff:
        return redirect("workspace:home")
    tour = [] if asking.is_staff else tour_for(asking)
    return render(request, "my/cases.html", {"rows": rows, "tour": tour})


def _sights(asking: Reader) -> list[Sight]:
    places = Place.objects.unseen().filter(
        person=asking.person_id, ended=False, role__in=[role.value for role in MINE]
    )
    cases = Case.objects.seen_by(asking).filter(pk__in=places.values("case"))
    references = cases.order_by("-is_open", "next_on", "pk").values_list("reference", flat=True)[:MOST]
    seen: list[Seen] = [case_for(asking, reference) for reference in references]
    return [sight for sight in map(sight_of, seen) if sight is not None]


def _row(sight: Sight) -> Row:
    today = clock.today_in_london()
    return Row(
        sight.seen.case.reference,
        child_name(sight),
        matter_words(sight.state.matter),
        str(KINDS[Kind(sight.seen.case.kind)]),
        sight.state.is_open,
        coming(sight, days_of(sight, today), today),
    )
