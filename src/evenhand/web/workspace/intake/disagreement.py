"""Disagreement resolution: opened by the service for a family, or by an authority or a commissioning body itself."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from evenhand import directory
from evenhand.casework.door import Seen
from evenhand.casework.heart.events import Actor
from evenhand.casework.heart.stages import StepNotOpen
from evenhand.casework.recording import AlreadyDone, NotYours
from evenhand.law import FactsRefused
from evenhand.people.models import Organisation
from evenhand.people.reader import Reader
from evenhand.people.roles import Role
from evenhand.web.accounts.once import say

from .again import Again, again_for, shown
from .disagreement_form import LISTED, DisagreementForm, names_of
from .phone import told
from .resolving import open_disagreement
from .starting import (
    AT_PROVIDER,
    actor_at,
    done_before,
    every_provider,
    linkable,
    only,
    press_of,
    providers_of,
    went_before,
)

OFFICERS = {"authority": Role.AUTHORITY_OFFICER, "commissioning_body": Role.COMMISSIONING_OFFICER}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@only(*AT_PROVIDER, *OFFICERS.values())
def page(request: HttpRequest, reader: Reader) -> HttpResponse:
    """All four kinds for the service; for an officer the one in which there is no family."""
    press = press_of(request)
    own_side, own = _own(reader)
    providers = providers_of(reader) if own is None else every_provider()
    form = _form(request, own_side, providers)
    again = Again()
    if request.method == "POST" and "carry" not in request.POST:
        if before := done_before(request, press, reader):
            return before
        again, others = _beside(request, reader, form)
        if form.is_valid():
            opened = _open(request, reader, form, providers, own, others, press)
            if opened is not None:
                return opened
    context: dict[str, Any] = {
        "form": form,
        "press": press,
        "again": again,
        "own": own,
        "providers": providers,
    }
    lists = {name: names_of(kind) for name, kind in LISTED.items()}
    councils = [area.name for area in directory.areas() if area.authority]
    more = {"lists": lists, "councils": councils, **shown()}
    return render(request, "workspace/intake/disagreement.html", context | more)


def _own(reader: Reader) -> tuple[str, Organisation | None]:
    """The side that the reader speaks for, with its organisation; `provider` without one for the service's people."""
    for side, role in OFFICERS.items():
        for at in sorted(reader.organisations_as(role)):
            return side, Organisation.objects.get(pk=at)
    return "provider", None


def _form(request: HttpRequest, own: str, providers: list[Organisation]) -> DisagreementForm:
    if request.method != "POST":
        first = {"beside": request.GET.get("beside", "")}
        return DisagreementForm(own=own, providers=providers, initial=first)
    if "carry" in request.POST:
        return DisagreementForm(own=own, providers=providers, initial=request.POST.dict())
    return DisagreementForm(request.POST, own=own, providers=providers)


def _beside(
    request: HttpRequest, reader: Reader, form: DisagreementForm
) -> tuple[Again, tuple[tuple[Seen, Actor], ...]]:
    """The likely cases, and the ones to link: those that were ticked, and the one whose reference was typed."""
    form.full_clean()
    again = again_for(reader, form, request.POST) if form.has_family else Again()
    typed = str(form.cleaned_data.get("beside", "")).strip().upper()
    others = {one: linkable(reader, one) for one in (*again.to_link, *([typed] if typed else []))}
    if typed and others[typed] is None:
        form.add_error("beside", _("There is no case with this reference. Check it, or leave it empty."))
    if form.is_valid() and again.without(typed).must_be_ticked:
        form.add_error(
            None,
            _("This may be a case that is open already. Look at the list, and tick the box if it is not."),
        )
    return again, tuple(found for found in others.values() if found is not None)


def _open(
    request: HttpRequest,
    reader: Reader,
    form: DisagreementForm,
    providers: list[Organisation],
    own: Organisation | None,
    others: tuple[tuple[Seen, Actor], ...],
    press: UUID,
) -> HttpResponse | None:
    chosen = form.cleaned_data.get("provider", "")
    provider = next((one for one in providers if str(one.pk) == chosen), None) or (
        providers[0] if providers else None
    )
    if provider is None:
        form.add_error(None, _("There is no service here yet that could take it."))
        return None
    if form.own == "authority" and own is not None and not own.area:
        form.add_error(
            None, _("Your organisation has no area yet. Ask whoever runs this service to give it one.")
        )
        return None
    by = actor_at(reader, provider) if own is None else Actor(reader.person_id, OFFICERS[form.own], form.own)
    try:
        opened = open_disagreement(form=form, provider=provider, by=by, own=own, beside=others, press=press)
    except AlreadyDone as already:
        return went_before(request, already, reader)
    except (StepNotOpen, NotYours, FactsRefused) as refused:
        form.add_error(None, str(refused))
        return None
    say(request, told(opened))
    return redirect("workspace:case", opened.case.reference)
