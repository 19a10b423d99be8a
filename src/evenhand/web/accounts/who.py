"""Who asks: the reader of a request, worked out once for it."""

from django.conf import settings
from django.http import HttpRequest

from evenhand.people.models import Person
from evenhand.people.reader import ANONYMOUS, Reader, reader_of

_KEPT = "_evenhand_reader"


def reader(request: HttpRequest) -> Reader:
    """The reader with the memberships of this moment: one query for a request, none for a stranger's."""
    kept = getattr(request, _KEPT, None)
    if kept is None:
        found = signed_in(request)
        kept = reader_of(found) if found else ANONYMOUS
        setattr(request, _KEPT, kept)
    return kept


def signed_in(request: HttpRequest) -> Person | None:
    """The account that is signed in; without a session cookie nothing is asked of the database."""
    user = getattr(request, "user", None)
    if user is None or not _may_have_a_session(request):
        return None
    return user if user.is_authenticated else None


def _may_have_a_session(request: HttpRequest) -> bool:
    return settings.SESSION_COOKIE_NAME in request.COOKIES or request.session.session_key is not None


def account(request: HttpRequest) -> Person:
    """The account of a page that only somebody signed in is shown."""
    found = signed_in(request)
    assert found is not None
    return found
