"""Ask online: what for, a list of tasks, one thing a page, the answers to check, and sent once."""

from dataclasses import dataclass
from uuid import UUID, uuid4

from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from evenhand.casework import asked_online
from evenhand.casework.asking import SlotTaken
from evenhand.casework.recording import AlreadyDone
from evenhand.law import FactsRefused
from evenhand.people.models import Person
from evenhand.web.accounts.lockout import too_many
from evenhand.web.accounts.who import reader, signed_in
from evenhand.web.steps.fields import Choose

from . import draft as drafts
from . import flow
from .about import Child, Email, Issues, Letter, Matter, Who
from .draft import Draft
from .flow import Asked, Flow
from .question import Question, Said
from .questions import (
    Council,
    Day,
    How,
    Language,
    Message,
    Name,
    Needs,
    Number,
    Provider,
    SayWho,
    Time,
)
from .said import half_hour_of
from .sending import WANTS, not_for_this, refused, request_of


class Wants(Question):
    """What is asked for."""

    key, title = "wants", lazy("What do you want to ask for?")

    wants = Choose(
        label=title, choices=tuple(WANTS.items()), missing=lazy("Choose what you want to ask for.")
    )

    def arrange(self) -> None:
        """What each of them is, in a line."""
        field: Choose = self.fields["wants"]  # type: ignore[assignment]
        field.hints = {
            "advice": lazy(
                "An adviser tells you what mediation is. You need the certificate for most appeals."
            ),
            "mediation": lazy(
                "A meeting with the council about its decision, with somebody who takes no side."
            ),
            "resolution": lazy(
                "A meeting about help that is missing or not right. No certificate comes of it."
            ),
        }


SECTIONS: tuple[tuple[str, Promise, tuple[Asked, ...]], ...] = (
    ("about", lazy("What it is about"), (Matter, Letter, Who, Council, Issues)),
    ("child", lazy("The child or young person"), (Child,)),
    ("you", lazy("You, and how to reach you"), (Name, Number, Email)),
    ("needs", lazy("What you need"), (Language, How, Needs)),
    ("call", lazy("When we may ring you"), (Provider, Day, Time, SayWho, Message)),
)
ASK = Flow(
    drafts.ASK,
    tuple(one for _key, _title, questions in SECTIONS for one in questions),
    first="",
    question="asking:ask-question",
    check="asking:ask-check",
    before=lambda: reverse("asking:ask-tasks"),
)


@dataclass(frozen=True)
class Task:
    """A line of the list of tasks: its name, where it begins, and how far it is."""

    title: str
    to: str
    done: bool
    begun: bool


def tasks(draft: Draft) -> list[Task]:
    """The list, as far as it is answered."""
    found = []
    for _key, title, questions in SECTIONS:
        asked = [one for one in questions if one.asked(draft)]
        answered = [one for one in asked if one.answered(draft)]
        missing = next((one for one in asked if one not in answered), None)
        to = missing or (asked[0] if asked else None)
        address = ASK.address(to) if to is not None else reverse("family:check")
        found.append(Task(str(title), address, missing is None, bool(answered)))
    return found


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


def family_account(request: HttpRequest) -> Person | None:
    """The account of a family that is signed in; an account of somebody's work is not one."""
    return None if reader(request).is_staff else signed_in(request)


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
