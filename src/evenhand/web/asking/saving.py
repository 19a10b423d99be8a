"""Saving what was typed online, and coming back to it with its code."""

from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from evenhand.casework import asked_online
from evenhand.people.models import Person
from evenhand.web.accounts.lockout import too_many
from evenhand.web.accounts.who import reader, signed_in

from . import draft as drafts
from .draft import Draft


def family_account(request: HttpRequest) -> Person | None:
    """The account of a family that is signed in; an account of somebody's work is not one."""
    return None if reader(request).is_staff else signed_in(request)


@never_cache
@require_http_methods(["POST"])
def save(request: HttpRequest) -> HttpResponse:
    """Save what was typed, and show its code, once."""
    draft = drafts.draft_of(request, drafts.ASK)
    if not draft.given("wants", "wants"):
        return redirect("asking:ask")
    if not ratelimit.consume(request, action="ask"):
        return too_many(request)
    row, code = asked_online.save(
        asking_id=draft.saved_as,
        wants=draft.given("wants", "wants"),
        answers=draft.held(),
        person=family_account(request),
    )
    draft.saved_as = row.pk
    drafts.keep(request, draft)
    return render(request, "asking/saved.html", {"code": code, "until": row.expires_at})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def come_back(request: HttpRequest) -> HttpResponse:
    """Open with its code what was saved."""
    typed = request.POST.get("code", "")
    wrong = ""
    if request.method == "POST":
        if not ratelimit.consume(request, action="ask_code"):
            return too_many(request)
        try:
            row = asked_online.opened(typed)
        except asked_online.NoSuchCode as why:
            wrong = str(why)
        else:
            held = row.answers
            draft = Draft(drafts.ASK, held["answers"], held["brought"], held["area"], row.pk)
            drafts.keep(request, draft)
            return redirect("asking:ask-tasks")
    return render(request, "asking/come-back.html", {"typed": typed, "wrong": wrong})
