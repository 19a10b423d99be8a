"""The page of a link that works once. Opening it changes nothing; a press of its button does the one thing.

It says which case it is about by its reference and whose service asks, and nothing else of the case: links are
passed on, and mail programs open them to look.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from evenhand.casework.heart.stages import StepNotOpen
from evenhand.casework.links import Gone, Opened, Purpose, open_link, redeem
from evenhand.casework.recording import NotYours
from evenhand.law import FactsRefused

from . import following
from .forms import FORMS, LinkForm
from .shown import of_link
from .words import ASKS, THANKS


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, token: str) -> HttpResponse:
    """What is asked; POST answers it. Whatever cannot be used gets one and the same page, as a 404."""
    try:
        opened = open_link(token)
        if opened.purpose is Purpose.FOLLOW:
            return _private(following.page(request, opened, token))
        return _answer(request, opened, token) if request.method == "POST" else _ask(request, opened)
    except Gone:
        return _private(render(request, "links/gone.html", status=404))


def _answer(request: HttpRequest, opened: Opened, token: str) -> HttpResponse:
    form = FORMS[opened.purpose](opened, request.POST)
    if not form.is_valid():
        return _page(request, opened, form)
    try:
        redeem(token, form.act)
    except (StepNotOpen, NotYours, FactsRefused):
        # What stands in the way is of the case, and not for whoever holds a link.
        form.add_error(None, _("This cannot be written down just now. Ring the service that asked you."))
        return _page(request, opened, form)
    return redirect("links:done", opened.purpose.value)


def _ask(request: HttpRequest, opened: Opened) -> HttpResponse:
    return _page(request, opened, FORMS[opened.purpose](opened))


def _page(request: HttpRequest, opened: Opened, form: LinkForm) -> HttpResponse:
    shown = of_link(opened) | {
        "form": form,
        "title": ASKS[opened.purpose].title,
        "button": ASKS[opened.purpose].button,
    }
    return _private(render(request, "links/link.html", shown))


def _private(response: HttpResponse) -> HttpResponse:
    """No search engine is to know the page."""
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response


@never_cache
@require_safe
def done(request: HttpRequest, what: str) -> HttpResponse:
    """What was done, for whoever has just done it. It says nothing that a link did not say."""
    if what not in THANKS:
        raise Http404
    return _private(render(request, "links/done.html", {"thanks": THANKS[Purpose(what)]}))
