"""The content security policy as a header: written out once, except for a page that asks for its own."""

from functools import cache

from csp.constants import HEADER
from csp.middleware import CSPMiddleware
from csp.utils import build_policy
from django.http import HttpRequest
from django.http.response import HttpResponseBase

_OF_ITS_OWN = ("_csp_config", "_csp_update", "_csp_replace", "_csp_exempt")


@cache
def _the_policy() -> str:
    return build_policy()


class PolicyMiddleware(CSPMiddleware):
    """django-csp's middleware, which builds the same constant policy anew for every page."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Set the header: the constant policy, or what the view has asked for in its place."""
        asked = getattr(request, "_csp_nonce", None) or any(hasattr(response, name) for name in _OF_ITS_OWN)
        if asked:
            return super().process_response(request, response)
        if HEADER not in response:
            response[HEADER] = _the_policy()
        return response
