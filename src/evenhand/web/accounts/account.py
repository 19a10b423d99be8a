"""One's own account: who one is to Evenhand, how one signs in, and where one is signed in."""

from allauth.mfa.models import Authenticator
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from evenhand.people import actions
from evenhand.people.models import Membership, Person
from evenhand.people.roles import Role
from evenhand.web.accounts import once, sign_ins
from evenhand.web.accounts.forms import Details
from evenhand.web.accounts.who import account, reader
from evenhand.web.accounts.words import ROLES


@require_safe
@login_required
def page(request: HttpRequest) -> HttpResponse:
    """All of it on one page."""
    person = account(request)
    held = Membership.objects.filter(person=person, ended_at__isnull=True).select_related("organisation")
    asked = {
        "person": person,
        "memberships": [(ROLES[Role(one.role)], one) for one in held.order_by("organisation__name", "pk")],
        "factors": _factors(person),
        "factor_required": reader(request).second_factor_required,
        "sign_ins": list(sign_ins.of(person)),
        "this_one": request.session.session_key,
        "administers": bool(reader(request).administered()),
    }
    return render(request, "accounts/account.html", asked)


def _factors(person: Person) -> dict[str, int]:
    """How many of each kind the account has."""
    types = list(Authenticator.objects.filter(user_id=person.pk).values_list("type", flat=True))
    return {"app": types.count("totp"), "passkeys": types.count("webauthn")}


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def name(request: HttpRequest) -> HttpResponse:
    """Change the name that others see."""
    person = account(request)
    form = Details(request.POST if request.method == "POST" else None, initial={"name": person.name})
    if request.method == "POST" and form.is_valid():
        Person.objects.filter(pk=person.pk).update(name=form.cleaned_data["name"])
        once.say(request, "Your name is changed.")
        return redirect("account")
    return render(request, "accounts/name.html", {"form": form})


@require_POST
@login_required
def end_sign_in(request: HttpRequest, row: int) -> HttpResponse:
    """End one of one's own sessions. Somebody else's is 404, like one that there is not."""
    found = get_object_or_404(sign_ins.of(account(request)), pk=row)
    if found.session_key == request.session.session_key:
        logout(request)
        return redirect("account_login")
    sign_ins.end(found)
    once.say(request, "That device is signed out.")
    return redirect("account")


@require_POST
@login_required
def sign_out_everywhere(request: HttpRequest) -> HttpResponse:
    """End every session, this one among them."""
    actions.sign_out_everywhere(person=account(request))
    logout(request)
    once.say(request, "You are signed out on every device.")
    return redirect("account_login")
