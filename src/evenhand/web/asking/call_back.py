"""Call me back: one thing a page, the answers to check, and what happens next."""

from uuid import UUID, uuid4

from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from evenhand.casework.asking import SlotTaken, ask_for_call
from evenhand.casework.models import CallBack
from evenhand.web.accounts.lockout import too_many

from . import draft as drafts
from . import flow
from .calling import QUESTIONS, wanted
from .flow import Flow
from .questions import Day, Name, Time
from .said import half_hour_of

CALL = Flow(
    drafts.CALL,
    QUESTIONS,
    first="asking:call-me-back",
    question="asking:call-question",
    check="asking:call-check",
    before=lambda: reverse("public:start"),
)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest) -> HttpResponse:
    """What happens with what is typed, and the first question."""
    draft = drafts.draft_of(request, drafts.CALL)
    return flow.question_view(
        request, draft, Name, back=CALL.before(), onward=CALL.onward, template="asking/call-me-back.html"
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest, key: str) -> HttpResponse:
    """Any other question. Nobody comes to one before those that it hangs on."""
    draft = drafts.draft_of(request, drafts.CALL)
    asked = CALL.of(key, draft)
    missing = CALL.missing(draft)
    order = CALL.asked(draft)
    if missing is not None and order.index(missing) < order.index(asked):
        return redirect(CALL.address(missing))
    return flow.question_view(request, draft, asked, back=CALL.back(asked, draft), onward=CALL.onward)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """The answers to look over, and the button that asks for the call."""
    draft = drafts.draft_of(request, drafts.CALL)
    missing = CALL.missing(draft)
    if missing is not None:
        done = drafts.done(request, drafts.CALL)
        return redirect("asking:call-done") if done and not draft.answers else redirect(CALL.address(missing))
    if request.method == "POST":
        return _send(request, draft)
    rows = [
        (label, says, CALL.address(asked))
        for asked in CALL.asked(draft)
        for label, says in asked(draft).rows()
        if asked.key != "agree"
    ]
    context = {"rows": rows, "press": uuid4(), "back": CALL.address(QUESTIONS[-1]), "brought": draft.brought}
    return render(request, "asking/call-check.html", context)


def _send(request: HttpRequest, draft: drafts.Draft) -> HttpResponse:
    provider = draft.provider
    try:
        press = UUID(request.POST.get("press", ""))
    except ValueError:
        return redirect("asking:call-check")
    if provider is None:
        return redirect(CALL.onward(draft))
    if not ratelimit.consume(request, action="ask"):
        return too_many(request)
    try:
        call = ask_for_call(provider=provider, wanted=wanted(draft), press=press)
    except SlotTaken as why:
        form = flow.taken(draft, Time, Day, str(why))
        drafts.keep(request, draft)
        address = CALL.address(type(form))
        return flow.page(request, draft, form, CALL.back(type(form), draft), action=address)
    drafts.forget(request, drafts.CALL)
    drafts.note_done(request, drafts.CALL, _done(call))
    return redirect("asking:call-done")


def _done(call: CallBack) -> dict[str, object]:
    return {
        "reference": call.reference,
        "slot": call.slot.isoformat(),
        "provider": call.provider.name,
        "phone": call.phone,
        "say": call.safe_to_say,
    }


@never_cache
@require_safe
def done(request: HttpRequest) -> HttpResponse:
    """The reference, and what happens next."""
    said = drafts.done(request, drafts.CALL)
    if said is None:
        return redirect("asking:call-me-back")
    return render(request, "asking/call-done.html", {"said": said, "when": half_hour_of(said["slot"])})
