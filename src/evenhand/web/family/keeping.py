"""Keeping an answer: the link that opens it again, and opening it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from evenhand import clock
from evenhand.web.family import answers
from evenhand.web.family.questions import where_next
from evenhand.web.family.saved_link import NotOpened, last_day, opened, token


@never_cache
@require_safe
def keep(request: HttpRequest) -> HttpResponse:
    """The link to this answer."""
    kept = answers.kept(request)
    if kept is None:
        return redirect("family:start-again")
    walked = kept.walk()
    if not walked.finished:
        return redirect(where_next(walked))
    today = clock.today_in_london()
    link = request.build_absolute_uri(reverse("family:open", args=[token(walked.answers, kept.name, today)]))
    return _tight(render(request, "family/keep.html", {"link": link, "good_to": last_day(today)}))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def reopen(request: HttpRequest, token: str) -> HttpResponse:
    """Open a saved answer. Other answers in this browser are replaced only if the family says so."""
    try:
        saved = opened(token, clock.today_in_london())
    except NotOpened as refusal:
        page = render(
            request, "family/not-opened.html", {"stale": refusal.stale}, status=410 if refusal.stale else 404
        )
        return _tight(page)
    kept = answers.kept(request)
    others = kept is not None and (kept.name, kept.answers) != (saved.name, saved.answers)
    if request.method != "POST" and others:
        return _tight(render(request, "family/replace.html", {"made_on": saved.made_on}))
    answers.keep(request, saved.answers, saved.name)
    opened_again = answers.kept(request)
    walked = opened_again.walk() if opened_again else None
    if walked is None:
        return _tight(redirect("family:begin"))
    return _tight(redirect("family:options" if walked.finished else where_next(walked)))


def _tight(response: HttpResponse) -> HttpResponse:
    """The address holds the answers, encrypted: no other page is told of it, and nothing keeps it."""
    response["Referrer-Policy"] = "no-referrer"
    return response
