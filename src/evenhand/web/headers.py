"""Headers that Django has no setting for."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

# What no page of ours will ever ask a browser for.
PERMISSIONS_POLICY = "camera=(), display-capture=(), geolocation=(), microphone=(), payment=()"


class OwnHeaders:
    """Adds the headers to every answer that does not already carry them."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response
