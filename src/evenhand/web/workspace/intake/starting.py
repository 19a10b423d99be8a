"""Who may open cases here, in whose name, and what is common to every way in."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID, uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from evenhand.casework.door import NoSuchCase, Seen, case_for
from evenhand.casework.heart.events import SERVICE, Actor
from evenhand.casework.heart.steps import Step
from evenhand.casework.recording import AlreadyDone, once
from evenhand.people.models import Organisation
from evenhand.people.reader import Reader
from evenhand.people.roles import OrganisationKind, Role
from evenhand.web.accounts.once import say
from evenhand.web.workspace.guarded import member

AT_PROVIDER = (Role.ADVISER, Role.MANAGER)
View = Callable[..., HttpResponseBase]


def only(*roles: Role) -> Callable[[View], View]:
    """The view for members with one of the roles, given the reader. `Http404` for anybody else."""

    def keep(view: View) -> View:
        @member
        @wraps(view)
        def guarded(request: HttpRequest, reader: Reader, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if reader.roles.isdisjoint(roles):
                raise Http404
            return view(request, reader, *args, **kwargs)

        return guarded

    return keep


def providers_of(reader: Reader) -> list[Organisation]:
    """The providers at which the reader may open cases."""
    return list(Organisation.objects.filter(pk__in=reader.organisations_as(*AT_PROVIDER)).order_by("name"))


def every_provider() -> list[Organisation]:
    """The providers of this installation."""
    return list(Organisation.objects.filter(kind=OrganisationKind.PROVIDER.value).order_by("name"))


def actor_at(reader: Reader, provider: Organisation) -> Actor:
    """In whose name the reader opens a case there: the adviser's before the manager's. `Http404` where neither."""
    for role in AT_PROVIDER:
        if provider.pk in reader.organisations_as(role):
            return Actor(reader.person_id, role, SERVICE)
    raise Http404


def press_of(request: HttpRequest) -> UUID:
    """The once-only mark of the form; a new one where there is none."""
    try:
        return UUID(request.POST.get("press", ""))
    except ValueError:
        return uuid4()


def done_before(request: HttpRequest, press: UUID, reader: Reader) -> HttpResponse | None:
    """The way to the case where this form was sent before; nothing where it was not."""
    try:
        once(press)
    except AlreadyDone as already:
        return went_before(request, already, reader)
    return None


def went_before(request: HttpRequest, already: AlreadyDone, reader: Reader) -> HttpResponse:
    """To the case that the first press opened. `Http404` where it was not the reader's."""
    reference = already.event.case.reference
    try:
        case_for(reader, reference)
    except NoSuchCase:
        raise Http404 from None
    say(request, _("This was already done, once. Nothing was done twice."))
    return redirect("workspace:case", reference)


def linkable(reader: Reader, reference: str) -> tuple[Seen, Actor] | None:
    """A case that the reader sees and may link with another, and in whose name; nothing where there is none."""
    try:
        seen = case_for(reader, reference.strip())
    except NoSuchCase:
        return None
    actor = seen.actor(Step.LINK_CASE)
    return (seen, actor) if actor is not None else None
