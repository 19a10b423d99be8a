"""After too many wrong passwords: which account and address were meant, and the page that says what to do."""

from typing import Any

from allauth.core.internal.httpkit import get_client_ip
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def account_typed(request: HttpRequest, credentials: dict[str, Any] | None = None) -> str:
    """The e-mail address that was tried, in small letters; what it belongs to is not asked."""
    given = credentials or {}
    return str(given.get("email") or given.get("username") or request.POST.get("login") or "").lower()


def address_of(request: HttpRequest) -> str | None:
    """The network address that the request came from, behind as many proxies as we have; None off the network."""
    address: str | None = get_client_ip(request)
    return address


def locked_out(
    request: HttpRequest, response: HttpResponse | None = None, credentials: dict[str, Any] | None = None
) -> HttpResponse:
    """429, and one page for every account, whether there is one or not."""
    return render(request, "accounts/locked-out.html", status=429)


def too_many(request: HttpRequest) -> HttpResponse:
    """429 for any other thing that was asked too often."""
    return render(request, "accounts/too-many.html", status=429)
