"""The members of the organisations that somebody administers: who they are, invited, changed and ended.

To anybody else every address here is 404, like an organisation that there is not.
"""

from collections.abc import Callable
from typing import NamedTuple

from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import Promise
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from evenhand import clock
from evenhand.people import actions
from evenhand.people.models import Invitation, Membership, Organisation
from evenhand.people.reader import reader_of
from evenhand.people.roles import Role
from evenhand.web.accounts import letters, once
from evenhand.web.accounts.forms import ChangeRole, Invite
from evenhand.web.accounts.who import account, reader
from evenhand.web.accounts.words import ROLES


class Members(NamedTuple):
    """One organisation, its members with the words of their roles, and its open invitations."""

    organisation: Organisation
    members: list[tuple[str | Promise, Membership]]
    invitations: list[tuple[str | Promise, Invitation]]


def _organisations(request: HttpRequest) -> QuerySet[Organisation]:
    return Organisation.objects.filter(pk__in=reader(request).administered())


def _membership(request: HttpRequest, pk: int) -> Membership:
    live = Membership.objects.filter(ended_at__isnull=True, organisation__in=_organisations(request))
    return get_object_or_404(live.select_related("organisation", "person"), pk=pk)


def _members(organisation: Organisation) -> Members:
    live = Membership.objects.filter(organisation=organisation, ended_at__isnull=True)
    waiting = Invitation.objects.filter(
        organisation=organisation,
        used_at__isnull=True,
        withdrawn_at__isnull=True,
        expires_at__gt=clock.instant(),
    )
    return Members(
        organisation,
        [(ROLES[Role(m.role)], m) for m in live.select_related("person").order_by("person__name", "pk")],
        [(ROLES[Role(i.role)], i) for i in waiting.order_by("created_at")],
    )


@require_safe
@login_required
def page(request: HttpRequest) -> HttpResponse:
    """Every organisation that this person administers."""
    found = list(_organisations(request).order_by("name"))
    if not found:
        raise Http404
    return render(request, "accounts/members.html", {"organisations": [_members(one) for one in found]})


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def invite(request: HttpRequest, slug: str) -> HttpResponse:
    """Send an invitation. The link goes to the address that is invited and to nobody else."""
    organisation = get_object_or_404(_organisations(request), slug=slug)
    form = Invite(request.POST if request.method == "POST" else None, kind=organisation.kind)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        invited = actions.invite(
            organisation=organisation,
            role=Role(typed["role"]),
            email=typed["email"],
            administers=typed["administers"] and form.asks_who_administers,
            by=account(request),
        )
        letters.send_invitation(request, invited)
        once.say(request, f"The invitation is on its way to {invited.invitation.email}.")
        return redirect("members")
    return render(request, "accounts/invite.html", {"organisation": organisation, "form": form})


@require_POST
@login_required
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an invitation back."""
    mine = Invitation.objects.filter(organisation__in=_organisations(request))
    found = get_object_or_404(mine, pk=pk)
    return _done(request, lambda: actions.withdraw(invitation=found, by=account(request)), "It is withdrawn.")


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask once more, then end the membership: its holder's next page gives nothing of the organisation."""
    found = _membership(request, pk)
    if request.method != "POST":
        shown = {"membership": found, "role": ROLES[Role(found.role)]}
        return render(request, "accounts/end-membership.html", shown)
    words = f"{found.person.name} is not a member of {found.organisation.name} any more."
    return _done(request, lambda: actions.end_membership(membership=found, by=account(request)), words)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def role(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what a member is."""
    found = _membership(request, pk)
    typed = request.POST if request.method == "POST" else None
    form = ChangeRole(typed, kind=found.organisation.kind, initial={"role": found.role})
    if request.method == "POST" and form.is_valid():
        wanted = Role(form.cleaned_data["role"])
        words = f"{found.person.name} is now: {ROLES[wanted]}."
        return _done(
            request, lambda: actions.change_role(membership=found, role=wanted, by=account(request)), words
        )
    return render(request, "accounts/change-role.html", {"membership": found, "form": form})


def _done(request: HttpRequest, act: Callable[[], object], words: str) -> HttpResponse:
    """Do it and say so on the list, or say there why it was not done."""
    try:
        act()
    except actions.Refused as refused:
        once.say(request, str(refused), wrong=True)
    else:
        once.say(request, words)
    # Whoever ended their own membership does not administer any more.
    return redirect("members" if reader_of(account(request)).administered() else "account")
