"""Who is looking: every view of the register is given its reader; whoever has no part in it finds nothing there.

Who is not signed in is asked to sign in, before anything is looked up: the answer says nothing about what is there.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from evenhand.people.practitioners.access import is_own, may_change, visible_to
from evenhand.people.practitioners.choosing import with_rows
from evenhand.people.practitioners.models import Practitioner
from evenhand.people.reader import Reader
from evenhand.web.accounts import who

View = Callable[..., HttpResponse]


def with_reader(view: View) -> View:
    """The view with the reader after the request, for whoever is signed in; GET, HEAD and POST; never kept by a browser or proxy."""

    @never_cache
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        reader = who.reader(request)
        if reader.is_stranger:
            return redirect_to_login(request.get_full_path())
        return view(request, reader, *args, **kwargs)

    return guarded


def seen_by(reader: Reader, pk: int) -> Practitioner:
    """The practitioner, for the manager or the person themself. For anybody else there is none: `Http404`."""
    found = with_rows(visible_to(reader)).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def changed_by(reader: Reader, pk: int) -> Practitioner:
    """The practitioner, for a manager of the provider alone. `Http404` for anybody else."""
    found = seen_by(reader, pk)
    if not may_change(reader, found):
        raise Http404
    return found


def written_by(reader: Reader, pk: int, own_too: bool) -> Practitioner:
    """The practitioner, for who may write this part of the entry: a manager, or the person if `own_too`."""
    found = seen_by(reader, pk)
    if not (may_change(reader, found) or (own_too and is_own(reader, found))):
        raise Http404
    return found
