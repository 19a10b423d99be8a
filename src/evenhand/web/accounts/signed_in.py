"""Where somebody goes who has just signed in."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from evenhand.people.roles import Role
from evenhand.web.accounts.who import reader

NO_CASES = frozenset({Role.SYSTEM_ADMINISTRATOR})
"""Roles that have nothing to do in the workspace."""


@require_safe
@login_required
def land(request: HttpRequest) -> HttpResponse:
    """Staff to the workspace, everybody else to their own cases."""
    found = reader(request)
    if found.roles and found.roles <= NO_CASES:
        return redirect("account")
    return redirect("/workspace" if found.is_staff else "/my")
