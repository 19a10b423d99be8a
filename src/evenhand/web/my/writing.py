"""Two boxes of one's own: a private note, and a message to the mediator alone."""

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from evenhand import clock
from evenhand.casework import actions
from evenhand.casework.actions.saying import MOST_IN_WORDS
from evenhand.casework.heart.stages import StepNotOpen
from evenhand.casework.heart.steps import Step
from evenhand.casework.recording import AlreadyDone, NotYours
from evenhand.people.policy import DataClass
from evenhand.web.accounts.once import say

from . import written
from .case_page import may
from .sight import Sight, sight_or_404

TITLES: dict[Step, Promise] = {
    Step.ADD_NOTE: lazy("Your own notes"),
    Step.WRITE_TO_MEDIATOR: lazy("Your messages to the mediator"),
}
READS: dict[Step, Promise] = {
    Step.ADD_NOTE: lazy("Only you can read this."),
    Step.WRITE_TO_MEDIATOR: lazy("Only you and the mediator can read this."),
}
SAVED: dict[Step, Promise] = {
    Step.ADD_NOTE: lazy("Your note is saved."),
    Step.WRITE_TO_MEDIATOR: lazy("Your message is with the mediator."),
}


class Words(forms.Form):
    """The one box."""

    words = forms.CharField(
        max_length=MOST_IN_WORDS,
        error_messages={
            "required": lazy("Write something first."),
            "max_length": lazy("This is too long. Shorten it, or add it as a document."),
        },
    )


def writing_view(step: Step) -> Callable[..., HttpResponseBase]:
    """The page of a box: what was written there before, and the box."""

    @never_cache
    @require_http_methods(["GET", "HEAD", "POST"])
    @login_required
    def view(request: HttpRequest, reference: str) -> HttpResponse:
        sight = sight_or_404(request, reference)
        if not may(sight, step):
            raise Http404
        if request.method != "POST":
            return _page(request, sight, step, Words(), uuid4())
        return _take(request, sight, step)

    return view


def _take(request: HttpRequest, sight: Sight, step: Step) -> HttpResponse:
    form, press = Words(request.POST), _press(request)
    if press is None:
        form.add_error(None, _("This form was not whole when it came. Press the button again."))
    if not form.is_valid() or press is None:
        return _page(request, sight, step, form, press or uuid4())
    try:
        _write(sight, step, form.cleaned_data["words"], press)
    except AlreadyDone:
        say(request, _("This was already done, once. Nothing was done twice."))
    except (StepNotOpen, NotYours) as refused:
        form.add_error("words", str(refused))
        return _page(request, sight, step, form, press)
    else:
        say(request, str(SAVED[step]))
    return redirect("my:case", sight.seen.case.reference)


def _write(sight: Sight, step: Step, words: str, press: UUID) -> None:
    actor = sight.seen.actor(step)
    assert actor is not None  # `may` asked before
    given: dict[str, Any] = {
        "case": sight.seen.case,
        "by": actor,
        "on": clock.today_in_london(),
        "words": words,
        "press": press,
    }
    if step is Step.ADD_NOTE:
        actions.add_note(**given, data_class=DataClass.FAMILY_PRIVATE, owner=sight.me.key)
    else:
        actions.write_to_mediator(**given, party=sight.me.key)


def _press(request: HttpRequest) -> UUID | None:
    try:
        return UUID(request.POST.get("press", ""))
    except ValueError:
        return None


def _page(request: HttpRequest, sight: Sight, step: Step, form: Words, press: UUID) -> HttpResponse:
    before = written.private_notes(sight) if step is Step.ADD_NOTE else written.messages(sight)
    context = {
        "title": TITLES[step],
        "reads": READS[step],
        "form": form,
        "press": press,
        "before": before,
        "reference": sight.seen.case.reference,
        "is_message": step is Step.WRITE_TO_MEDIATOR,
        "typed": request.POST.get("words", ""),
    }
    return render(request, "my/writing.html", context)
