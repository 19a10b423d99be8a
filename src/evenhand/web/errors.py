"""The pages for when something is not there, not allowed or broken.

Under `/api/` the same answers go out as problem documents: `evenhand.web.api.manners`
turns them.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The request could not be understood."""
    return render(request, "errors/400.html", status=400)


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The request was understood and not allowed."""
    return render(request, "errors/403.html", status=403)


def form_refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form came without the token that our own page would have given it: most often the cookie was blocked."""
    from evenhand import directory

    numbers = [
        (organisation.name, detail)
        for organisation in directory.national_organisations()
        for detail in organisation.details
        if detail.kind == "telephone"
    ]
    return render(request, "errors/form-refused.html", {"numbers": numbers}, status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """There is no such page."""
    return render(request, "errors/404.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """Something went wrong on our side; it has been logged."""
    return render(request, "errors/500.html", status=500)
