"""By telephone: one screen on which an adviser types as a family talks, with the law's answer beside it."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from evenhand import directory
from evenhand.casework.asking import LONDON
from evenhand.casework.calling import CallAlreadyDone, calls_for
from evenhand.casework.door import Seen
from evenhand.casework.heart.events import Actor
from evenhand.casework.heart.stages import StepNotOpen
from evenhand.casework.models import CallBack
from evenhand.casework.recording import AlreadyDone, NotYours
from evenhand.law import FactsRefused
from evenhand.people.models import Organisation
from evenhand.people.reader import Reader
from evenhand.people.roles import Role
from evenhand.web.accounts.once import say
from evenhand.web.accounts.scripts import with_our_script

from .again import Again, again_for, shown
from .law import Law, law_of
from .opening import Beside, Opened, open_from_call
from .phone_form import PhoneForm
from .starting import AT_PROVIDER, actor_at, done_before, linkable, only, press_of, providers_of, went_before


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@with_our_script
@only(*AT_PROVIDER)
def page(request: HttpRequest, reader: Reader) -> HttpResponse:
    """The screen. “Work it out” shows the answer and writes nothing; “Open the case” opens it once."""
    press = press_of(request)
    call = _call(request, reader)
    opening = "open" in request.POST
    provider = _provider(request, reader, call)
    form = _form(request, reader, provider, call, opening)
    if opening and (before := done_before(request, press, reader)):
        return before
    law = _law(form) if request.method == "POST" or call else None
    again = _again(request, reader, form) if request.method == "POST" else Again()
    if opening and form.is_valid():
        if again.must_be_ticked:
            form.add_error(
                None,
                _(
                    "This may be a case that is open already. Look at the list, and tick the box if it is not."
                ),
            )
        else:
            opened = _open(request, reader, form, provider, call, again, press)
            if opened is not None:
                return opened
    context = {"form": form, "law": law, "again": again, "press": press, "call": call, "provider": provider}
    more = {
        "providers": providers_of(reader),
        "councils": [area.name for area in directory.areas() if area.authority],
    }
    return render(request, "workspace/intake/phone.html", context | more | shown())


def _call(request: HttpRequest, reader: Reader) -> CallBack | None:
    """The call back that the case comes from, if it says one. `Http404` for one that is not the reader's."""
    reference = request.POST.get("call") or request.GET.get("call", "")
    if not reference:
        return None
    found = calls_for(reader).filter(reference=reference).select_related("provider").first()
    if found is None:
        raise Http404
    return found


def _provider(request: HttpRequest, reader: Reader, call: CallBack | None) -> Organisation:
    if call is not None:
        return call.provider
    providers = providers_of(reader)
    wanted = request.POST.get("provider", "")
    return next((one for one in providers if str(one.pk) == wanted), providers[0])


def _form(
    request: HttpRequest, reader: Reader, provider: Organisation, call: CallBack | None, opening: bool
) -> PhoneForm:
    advises = provider.pk in reader.organisations_as(Role.ADVISER)
    if request.method == "POST":
        return PhoneForm(request.POST, opening=opening, advises=advises)
    if call is not None:
        return PhoneForm(prefilled(call), advises=advises)
    return PhoneForm(advises=advises)


def prefilled(call: CallBack) -> dict[str, Any]:
    """What a call back already says, as it would be typed."""
    facts = call.facts
    area = directory.area(call.area) if call.area else None
    acting = str(facts.get("acting", ""))
    for_another = bool(call.for_somebody)
    said: dict[str, Any] = {
        "caller": call.name,
        "phone": call.phone,
        "for_whom": call.for_somebody,
        "relation": (f"for_{acting}" if for_another else acting)
        if acting in ("parent", "young_person")
        else "",
        "language": call.language,
        "needs": call.needs,
        "council": area.name if area else "",
        "matter": facts.get("matter", ""),
        "sections": facts.get("sections", []),
        "letter_dated": _as_typed(facts.get("notice_dated") or facts.get("notice_sent")),
        "notice_sent": _as_typed(facts.get("notice_sent")) if facts.get("notice_dated") else "",
        "about": [
            flag for flag in ("education_issue", "health_issue", "social_care_issue") if facts.get(flag)
        ],
        "contacted_on": _as_typed(call.asked_at.astimezone(LONDON).date().isoformat()),
    }
    if not call.safe_to_say:
        said["hush"] = "on"
    if not call.safe_to_leave:
        said["discreet"] = "on"
    return said


def _as_typed(day: str | None) -> str:
    """A day of the facts as one types it: 27 3 2026; nothing where there is none."""
    if not day:
        return ""
    found = date.fromisoformat(day)
    return f"{found.day} {found.month} {found.year}"


def _law(form: PhoneForm) -> Law | None:
    """The law's answer, where it is known what happened; a refusal goes beside its field."""
    form.is_valid()  # what was typed is read; what is wrong with it stays beside its field
    if not form.cleaned_data.get("matter"):
        return None
    facts = form.all_facts()
    try:
        return law_of(facts, form)
    except FactsRefused as refusal:
        form.show_refusal(refusal, facts)
        return None


def _again(request: HttpRequest, reader: Reader, form: PhoneForm) -> Again:
    form.is_valid()
    return again_for(reader, form, request.POST)


def _open(
    request: HttpRequest,
    reader: Reader,
    form: PhoneForm,
    provider: Organisation,
    call: CallBack | None,
    again: Again,
    press: UUID,
) -> HttpResponse | None:
    others: list[tuple[Seen, Actor]] = [found for one in again.to_link if (found := linkable(reader, one))]
    beside = Beside(call, tuple(others))
    try:
        opened = open_from_call(
            form=form, provider=provider, by=actor_at(reader, provider), beside=beside, press=press
        )
    except AlreadyDone as already:
        return went_before(request, already, reader)
    except (StepNotOpen, NotYours, CallAlreadyDone) as refused:
        form.add_error(None, str(refused))
        return None
    except FactsRefused as refusal:
        form.show_refusal(refusal, form.all_facts())
        return None
    say(request, told(opened))
    return redirect("workspace:case", opened.case.reference)


def told(opened: Opened) -> str:
    """What was done: the case, and organisations that were made for it."""
    done = _("The case is open. Its reference is {reference}.").format(reference=opened.case.reference)
    made = [
        _("{name} was added to the organisations of this service.").format(name=name) for name in opened.made
    ]
    return " ".join([done, *made])
