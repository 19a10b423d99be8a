"""The page of a link with which somebody follows the case: its owner signs in and presses, and has the place from then on."""

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from evenhand.casework import actions
from evenhand.casework.actions.claiming import NotForWork, NotFree, NotThisAccount, refuse_work
from evenhand.casework.heart.stages import StepNotOpen
from evenhand.casework.links import Gone, Opened, redeem
from evenhand.people.models import Person
from evenhand.web.accounts import once
from evenhand.web.accounts.who import signed_in

from .shown import of_link


def page(request: HttpRequest, opened: Opened, token: str) -> HttpResponse:
    """What the link is for; POST takes the place with the account that is signed in. Raises `Gone`."""
    person = signed_in(request)
    if request.method == "POST":
        return redirect_to_login(request.path) if person is None else _take(request, opened, token, person)
    return _page(request, opened, person)


def _take(request: HttpRequest, opened: Opened, token: str, person: Person) -> HttpResponse:
    try:
        done = redeem(
            token,
            lambda link: actions.give_place(case=link.case, key=link.link.key, person=person),
        )
    except NotFree:
        raise Gone from None
    except NotThisAccount as refused:
        return _page(request, opened, person, str(refused))
    except StepNotOpen:
        # What stands in the way is of the case, and not for whoever holds a link.
        return _page(
            request, opened, person, _("This cannot be done just now. Ring the service that asked you.")
        )
    once.say(request, _("This case is in your account now."))
    return redirect("my:case", done.case.reference)


def _page(request: HttpRequest, opened: Opened, person: Person | None, wrong: str = "") -> HttpResponse:
    shown = of_link(opened) | {"person": person, "wrong": wrong, "for_work": _for_work(person)}
    return render(request, "links/follow.html", shown, status=409 if wrong else 200)


def _for_work(person: Person | None) -> str:
    """Why this account cannot be used, before anybody has pressed; empty for an account of somebody's own."""
    if person is None:
        return ""
    try:
        refuse_work(person)
    except NotForWork as refused:
        return str(refused)
    return ""
