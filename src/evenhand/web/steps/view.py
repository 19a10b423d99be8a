"""The one view of every step: the case through the door, the form, the action, and what is said afterwards."""

import uuid
from collections.abc import Callable
from uuid import UUID

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from evenhand import clock
from evenhand.casework.door import NoSuchCase, Seen, case_for
from evenhand.casework.heart.dues import CONFIDENTIAL, dues_of, next_due
from evenhand.casework.heart.stages import PATHS, StepNotOpen, stage_after
from evenhand.casework.recording import AlreadyDone, Done, NotYours, once
from evenhand.law import FactsRefused
from evenhand.web.accounts import who
from evenhand.web.accounts.once import say

from .asked import Area, Asked
from .forms import Said, StepForm, Turn
from .offered import offered
from .pages import PAGES, StepPage

BY_NAME = {step.value: step for step in PAGES}


def step_view(area: Area) -> Callable[..., HttpResponseBase]:
    """The view of `…/cases/<reference>/do/<step>` in one area.

    A case that is not the reader's, a step that is not theirs and a step that there is not are one and the same
    `Http404`. A stranger is asked to sign in, whatever the address.
    """

    @never_cache
    @require_http_methods(["GET", "HEAD", "POST"])
    def view(request: HttpRequest, reference: str, step: str) -> HttpResponseBase:
        if who.reader(request).is_stranger:
            return redirect_to_login(request.get_full_path())
        asked = _asked(request, area, reference, step)
        page = PAGES[asked.step]
        return _take(asked, page) if request.method == "POST" else _show(asked, page)

    return view


def seen_case(request: HttpRequest, reference: str) -> Seen:
    """The case as the reader sees it, or `Http404`."""
    if not reference.isprintable():
        raise Http404  # a database may not be asked for what no reference holds
    try:
        return case_for(who.reader(request), reference)
    except NoSuchCase:
        raise Http404 from None


def _asked(request: HttpRequest, area: Area, reference: str, name: str) -> Asked:
    if not area.plain and not who.reader(request).is_staff:
        raise Http404
    seen = seen_case(request, reference)
    step = BY_NAME.get(name)
    actor = seen.actor(step) if step else None
    if step is None or actor is None:
        raise Http404
    return Asked(request, area, seen, step, actor, clock.today_in_london(), request.GET.dict())


def _show(asked: Asked, page: StepPage) -> HttpResponse:
    if not asked.is_open:
        return _not_open(asked, page, page.form_for(asked)(asked), _why_not_open(asked))
    form = page.form_for(asked)(asked)
    if why := _why_not(asked, form):
        return _not_open(asked, page, form, why)
    return _page(asked, page, form, uuid.uuid4())


def _take(asked: Asked, page: StepPage) -> HttpResponse:
    press = _press(asked.request)
    if press is not None and _done_before(asked, press):
        return _once(asked)
    form = page.form_for(asked)(asked, asked.request.POST, asked.request.FILES)
    if why := _why_not(asked, form):
        return _not_open(asked, page, form, why)
    if form.only_another:
        return _page(asked, page, form, press or uuid.uuid4())
    if press is None:
        form.add_error(None, _("This form was not whole when it came. Check it, and press the button again."))
    if not asked.is_open:
        form.add_error(None, _why_not_open(asked))
    if not form.is_valid() or press is None:
        return _page(asked, page, form, press or uuid.uuid4())
    return _act(asked, page, form, press)


def _why_not(asked: Asked, form: StepForm) -> str:
    """Why this reader cannot take the step in this case, whatever its stage; empty where they can."""
    if asked.is_for_another:
        return _(
            "This is for whoever decides for the family in this case. The adviser can tell you who that is."
        )
    return form.can() if asked.is_open else ""


def _act(asked: Asked, page: StepPage, form: StepForm, press: UUID) -> HttpResponse:
    try:
        done = form.act(Turn(asked.seen.case, asked.actor, form.day(), press))
    except AlreadyDone:
        return _once(asked)
    except (StepNotOpen, NotYours, FactsRefused) as refused:
        form.add_error(None, str(refused))
        return _page(asked, page, form, press)
    if isinstance(done, str):
        say(asked.request, done)
        return redirect(asked.request.get_full_path())
    say(asked.request, _notice(page, asked, done))
    return redirect(asked.area.case, asked.seen.case.reference)


def _press(request: HttpRequest) -> UUID | None:
    try:
        return UUID(request.POST.get("press", ""))
    except ValueError:
        return None


def _done_before(asked: Asked, press: UUID) -> bool:
    """True if this form was sent before. What it did is asked first: it may have changed what can be chosen."""
    try:
        once(press)
    except AlreadyDone as already:
        return already.event.case_id == asked.seen.case.pk
    return False


def _once(asked: Asked) -> HttpResponse:
    say(asked.request, _("This was already done, once. Nothing was done twice."))
    return redirect(asked.area.case, asked.seen.case.reference)


def _why_not_open(asked: Asked) -> str:
    state = asked.seen.state
    try:
        stage_after(state.kind, state.stage, asked.step, state.ended_in)
    except StepNotOpen as refused:
        if asked.area.plain:
            return _("This comes at another point of your case. Your case page says what comes next.")
        return str(refused)
    return ""


def _notice(page: StepPage, asked: Asked, done: Done) -> str:
    """What happened, and what comes next with its day."""
    happened = str(page.words_when_done(asked.area))
    if not asked.knows_dates:
        return happened
    if asked.area.plain:
        return f"{happened} " + _("Your case page says what comes next, and by when.")
    dues = [due for due in dues_of(done.state, asked.today) if due.name not in CONFIDENTIAL]
    coming = next_due(dues, asked.today)
    if coming is None or coming.on is None:
        return happened
    day = date_format(coming.on, "l j F Y")
    return f"{happened} " + _("Next: {what}, by {day}.").format(what=_lower(coming.says), day=day)


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def _common(asked: Asked, page: StepPage, form: StepForm) -> dict[str, object]:
    return {
        "asked": asked,
        "area": asked.area,
        "case": asked.seen.case,
        "title": form.title or page.title(asked),
        "back": reverse(asked.area.case, args=[asked.seen.case.reference]),
    }


def _page(asked: Asked, page: StepPage, form: StepForm, press: UUID) -> HttpResponse:
    context = _common(asked, page, form) | {
        "form": form,
        "press": press,
        "button": page.words_of_button(asked),
    }
    return render(asked.request, form.template, context)


def _not_open(asked: Asked, page: StepPage, form: StepForm, why: str) -> HttpResponse:
    """Why the step cannot be taken now, what the law says, and what can be done instead: 409, for it may be later.

    What was typed is given back.
    """
    seen = asked.seen
    onward: list[tuple[str, Said]] = []
    beside: list[tuple[str, Said]] = []
    for step in offered(seen):
        if step in PAGES and step is not asked.step:
            to = reverse(asked.area.do, args=[seen.case.reference, step.value])
            moves = (seen.state.stage, step) in PATHS[seen.state.kind]
            (onward if moves else beside).append((to, PAGES[step].title_in(asked.area, step)))
    context = _common(asked, page, form) | {
        "why": why,
        "instead": form.instead(),
        "typed": form.typed() if form.is_bound else [],
        "onward": onward,
        "beside": beside,
    }
    return render(asked.request, "steps/not-open.html", context, status=409)
