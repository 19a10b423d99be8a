"""Ask online: what for, a list of tasks, one thing a page, the answers to check, and sent once."""

from uuid import UUID, uuid4

from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from evenhand.casework import asked_online
from evenhand.casework.asking import SlotTaken
from evenhand.casework.recording import AlreadyDone
from evenhand.law import FactsRefused
from evenhand.web.accounts.lockout import too_many

from . import draft as drafts
from . import flow
from .draft import Draft
from .flow import Asked
from .question import Said
from .questions import Day, Time
from .said import half_hour_of
from .saving import family_account
from .sending import WANTS, not_for_this, refused, request_of
from .tasks import ASK, SECTIONS, Wants, tasks


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest) -> HttpResponse:
    """What to ask for."""
    draft = drafts.draft_of(request, drafts.ASK)
    return flow.question_view(
        request,
        draft,
        Wants,
        back=reverse("public:start"),
        onward=lambda _draft: reverse("asking:ask-tasks"),
        template="asking/ask.html",
    )


@never_cache
@require_safe
def task_list(request: HttpRequest) -> HttpResponse:
    """The list of tasks."""
    draft = drafts.draft_of(request, drafts.ASK)
    if not draft.given("wants", "wants"):
        return redirect("asking:ask")
    found = tasks(draft)
    context = {
        "tasks": found,
        "wants": WANTS[draft.given("wants", "wants")],
        "ready": all(task.done for task in found),
        "brought": draft.brought,
        "not_for_this": not_for_this(draft),
        "saved": draft.saved_as is not None,
    }
    return render(request, "asking/tasks.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest, key: str) -> HttpResponse:
    """One question. After the last of its section comes the list again."""
    draft = drafts.draft_of(request, drafts.ASK)
    if not draft.given("wants", "wants"):
        return redirect("asking:ask")
    asked = ASK.of(key, draft)
    response = flow.question_view(
        request,
        draft,
        asked,
        back=_back(asked, draft),
        onward=lambda after: _onward(asked, after),
        save=reverse("asking:ask-save"),
    )
    if request.method == "POST" and response.status_code == 302 and draft.saved_as is not None:
        wants = draft.given("wants", "wants")
        asked_online.keep_up(asking_id=draft.saved_as, wants=wants, answers=draft.held())
    return response


def _section(asked: Asked) -> tuple[Asked, ...]:
    return next(questions for _key, _title, questions in SECTIONS if asked in questions)


def _back(asked: Asked, draft: Draft) -> str:
    before = [one for one in _section(asked) if one.asked(draft)]
    place = before.index(asked)
    return ASK.address(before[place - 1]) if place else reverse("asking:ask-tasks")


def _onward(asked: Asked, draft: Draft) -> str:
    section = [one for one in _section(asked) if one.asked(draft)]
    missing = next((one for one in section if not one.answered(draft)), None)
    return ASK.address(missing) if missing is not None else reverse("asking:ask-tasks")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """The answers to look over, and what one says by sending them."""
    draft = drafts.draft_of(request, drafts.ASK)
    if not draft.answers and drafts.done(request, drafts.ASK):
        return redirect("asking:ask-done")
    if not draft.given("wants", "wants") or ASK.missing(draft) is not None:
        return redirect("asking:ask-tasks")
    if request.method == "POST":
        return _send(request, draft)
    return _check_page(request, draft, "")


def _check_page(request: HttpRequest, draft: Draft, wrong: str) -> HttpResponse:
    rows: list[tuple[Said, str, str]] = [
        (Wants.title, str(WANTS[draft.given("wants", "wants")]), reverse("asking:ask"))
    ]
    rows += [
        (label, says, ASK.address(asked)) for asked in ASK.asked(draft) for label, says in asked(draft).rows()
    ]
    context = {
        "rows": rows,
        "press": uuid4(),
        "brought": draft.brought,
        "wrong": wrong or refused(draft),
        "not_for_this": not_for_this(draft),
    }
    return render(request, "asking/ask-check.html", context)


def _send(request: HttpRequest, draft: Draft) -> HttpResponse:
    provider = draft.provider
    try:
        press = UUID(request.POST.get("press", ""))
    except ValueError:
        return redirect("asking:ask-check")
    if provider is None or refused(draft) or not_for_this(draft):
        return _check_page(request, draft, "")
    if not ratelimit.consume(request, action="ask"):
        return too_many(request)
    person = family_account(request)
    try:
        sent = asked_online.send(
            provider=provider,
            request=request_of(draft),
            person=person,
            press=press,
            asking_id=draft.saved_as,
        )
    except SlotTaken as why:
        form = flow.taken(draft, Time, Day, str(why))
        drafts.keep(request, draft)
        return flow.page(request, draft, form, reverse("asking:ask-tasks"), action=ASK.address(type(form)))
    except FactsRefused as why:
        return _check_page(request, draft, str(why))
    except AlreadyDone:
        return redirect("asking:ask-done")
    drafts.forget(request, drafts.ASK)
    said = {"reference": sent.case.reference, "slot": sent.call.slot.isoformat(), "provider": provider.name}
    drafts.note_done(
        request,
        drafts.ASK,
        said | {"code": "" if person else sent.code, "mediates": sent.case.kind == "mediation"},
    )
    return redirect("asking:ask-done")


@never_cache
@require_safe
def done(request: HttpRequest) -> HttpResponse:
    """The reference, what happens next, and once the code with which an account can follow the case."""
    said = drafts.done(request, drafts.ASK)
    if said is None:
        return redirect("asking:ask")
    drafts.note_done(request, drafts.ASK, said | {"code": ""})
    mine = family_account(request) is not None
    return render(
        request, "asking/ask-done.html", {"said": said, "when": half_hour_of(said["slot"]), "mine": mine}
    )
