"""What stands before every page of somebody who is signed in."""

from collections.abc import Callable

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from evenhand.people.demonstration import second_factor_excused
from evenhand.people.models import Person
from evenhand.web.accounts import factors, sign_ins
from evenhand.web.accounts.who import reader, signed_in

OPEN_WITHOUT_A_FACTOR = ("/accounts/", "/account", "/invitations/", "/health")
"""Where somebody may be who still has to set up their second factor."""


class SignedInGuard:
    """Asks for the second factor, notes that the session is alive, and has nothing of its pages kept.

    A stranger without a session costs nothing here.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        person = signed_in(request)
        if person is None:
            return self.get_response(request)
        response = _to_the_second_factor(request, person) or self.get_response(request)
        response.headers["Cache-Control"] = "no-store"
        if signed_in(request) is not None:
            sign_ins.keep_up(request.session)
        return response


def _to_the_second_factor(request: HttpRequest, person: Person) -> HttpResponse | None:
    """Where to go instead of the page; None where the person may go on."""
    if request.path.startswith(OPEN_WITHOUT_A_FACTOR) or factors.shown(request, person):
        return None
    if not reader(request).second_factor_required:
        return None
    if second_factor_excused():
        factors.note_shown(request, person)
        return None
    if factors.has_one(person):
        # It was set up in another browser since: this session never showed it.
        logout(request)
        return redirect("account_login")
    return redirect("mfa_index")
