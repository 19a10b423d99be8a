"""The explanations as pages."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from evenhand.web.public.explained.appeals import APPEALS
from evenhand.web.public.explained.complaints import COMPLAINTS
from evenhand.web.public.explained.mediation import MEDIATION
from evenhand.web.public.explained.ready import COST_CITES, OWN_NOTES, READY, costs
from evenhand.web.public.explained.resolution import RESOLUTION
from evenhand.web.public.explained.said import Explanation


def _page(explanation: Explanation) -> Callable[[HttpRequest], HttpResponse]:
    @require_safe
    def view(request: HttpRequest) -> HttpResponse:
        return render(request, "public/explained.html", {"page": explanation})

    return view


mediation = _page(MEDIATION)
resolution = _page(RESOLUTION)
complaints = _page(COMPLAINTS)
appeals = _page(APPEALS)


@require_safe
def getting_ready(request: HttpRequest) -> HttpResponse:
    """Before a meeting: a page to print, with room for notes."""
    context = {"page": READY, "costs": costs(), "cost_cites": COST_CITES, "own": OWN_NOTES}
    return render(request, "public/getting-ready.html", context)
