"""Who is looking: every page of the workspace is given its reader, and is there for members of organisations alone.

Who is not signed in is asked to sign in before anything is looked up. Somebody with no membership, and somebody whose
case it is not, gets the page that is shown where there is none.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from evenhand.casework.door import NoSuchCase, Seen, case_for
from evenhand.people.reader import Reader
from evenhand.web.accounts import who

View = Callable[..., HttpResponseBase]


def member(view: View) -> View:
    """The view with the reader after the request, for members of organisations. `Http404` for anybody else."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        reader = who.reader(request)
        if reader.is_stranger:
            return redirect_to_login(request.get_full_path())
        if not reader.is_staff:
            raise Http404
        return view(request, reader, *args, **kwargs)

    return guarded


def with_case(view: Callable[..., HttpResponse]) -> View:
    """The view with the case as the reader sees it; the address gives its `reference`. `Http404` for no such case."""

    @member
    @wraps(view)
    def guarded(
        request: HttpRequest, reader: Reader, reference: str, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        return view(request, seen_case(reader, reference), *args, **kwargs)

    return guarded


def seen_case(reader: Reader, reference: str) -> Seen:
    """The case, or `Http404`: the same for one that is not there and one that is not theirs."""
    try:
        return case_for(reader, reference)
    except NoSuchCase:
        raise Http404 from None
