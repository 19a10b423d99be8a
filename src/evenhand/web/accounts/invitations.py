"""The page of an invitation's link. Opening it changes nothing: a button takes the invitation up."""

from allauth.account.internal.flows.login import perform_password_login
from allauth.account.models import Login
from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from evenhand.people import actions
from evenhand.people.models import Invitation, Person
from evenhand.people.roles import Role
from evenhand.web.accounts import once
from evenhand.web.accounts.forms import NewMember
from evenhand.web.accounts.lockout import too_many
from evenhand.web.accounts.who import signed_in
from evenhand.web.accounts.words import ROLES


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """What is offered and by whom; POST takes it up, with a new account where there is none yet."""
    found = actions.open_invitation(token)
    if found is None:
        return render(request, "accounts/invitation-gone.html", status=404)
    if request.method != "POST":
        return _page(request, found, NewMember(email=found.email))
    if not ratelimit.consume(request, action="signup"):
        return too_many(request)
    person = signed_in(request)
    if person is not None:
        return _join(request, found, token, person)
    if _has_an_account(found):
        return redirect("account_login")
    return _join_anew(request, found, token)


def _page(
    request: HttpRequest, found: Invitation, form: NewMember, *, refused: str = "", status: int = 200
) -> HttpResponse:
    person = signed_in(request)
    shown = {
        "organisation": found.organisation,
        "role": ROLES[Role(found.role)],
        "by": found.invited_by,
        "until": found.expires_at,
        "email": found.email,
        "form": form,
        "refused": refused,
        "person": person,
        "theirs": person is not None and person.email == found.email,
        "has_account": _has_an_account(found),
    }
    return render(request, "accounts/invitation.html", shown, status=status)


def _has_an_account(found: Invitation) -> bool:
    """Asked only by whoever holds the link, and so reads the mail of this address."""
    return Person.objects.filter(email=found.email).exists()


def _join(request: HttpRequest, found: Invitation, token: str, person: Person) -> HttpResponse:
    try:
        membership = actions.accept(token=token, person=person)
    except actions.Refused as refused:
        return _page(request, found, NewMember(email=found.email), refused=str(refused), status=409)
    once.say(request, f"You are now a member of {membership.organisation.name}.")
    return redirect("account")


def _join_anew(request: HttpRequest, found: Invitation, token: str) -> HttpResponse:
    form = NewMember(request.POST, email=found.email)
    if not form.is_valid():
        return _page(request, found, form)
    typed = form.cleaned_data
    try:
        person = actions.open_and_accept(token=token, name=typed["name"], password=typed["password"])
    except actions.Refused as refused:
        return _page(request, found, form, refused=str(refused), status=409)
    login = Login(user=person, email=person.email, redirect_url="/account")
    answer: HttpResponse = perform_password_login(request, {"email": person.email}, login)
    return answer
