"""Joining an account to a case that was sent online: with the code, once."""

from allauth.core import ratelimit
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from evenhand.casework.actions.claiming import NotThisAccount
from evenhand.casework.asked_online import NoSuchCode, claim
from evenhand.casework.heart.stages import StepNotOpen
from evenhand.web.accounts.lockout import too_many
from evenhand.web.accounts.once import say
from evenhand.web.accounts.who import account


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def page(request: HttpRequest) -> HttpResponse:
    """The box for the code, and the button that takes the place."""
    typed, wrong = request.POST.get("code", ""), ""
    if request.method == "POST":
        if not ratelimit.consume(request, action="ask_code"):
            return too_many(request)
        try:
            case = claim(code=typed, person=account(request))
        except (NoSuchCode, NotThisAccount, StepNotOpen) as why:
            wrong = str(why)
        else:
            say(request, _("This case is in your account now."))
            return redirect("my:case", case.reference)
    return render(request, "my/claim.html", {"typed": typed, "wrong": wrong})
