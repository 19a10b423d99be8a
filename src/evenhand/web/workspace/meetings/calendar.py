"""The meetings of a case as a calendar file, with the place and the link for those who may read them."""

from collections.abc import Callable

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from evenhand.casework.calendars import Where, calendar_of, entries_of
from evenhand.casework.door import Seen
from evenhand.casework.heart.history import put_right
from evenhand.people.policy import DataClass
from evenhand.web.accounts import who
from evenhand.web.my.sight import Sight, sight_or_404
from evenhand.web.workspace.guarded import with_case

from ..readable import Readable


def calendar_for(seen: Seen) -> HttpResponse:
    """The file for a reader. `Http404` where there is no meeting, or its days are not for the reader."""
    entries = entries_of(seen.history)
    if not entries or not Readable(seen).opened_at_all:
        raise Http404
    content = calendar_of(seen.case.reference, entries, _where(seen))
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="meeting-{seen.case.reference}.ics"'
    return response


def _where(seen: Seen) -> dict[int, Where]:
    """Where each meeting is, by the event that says so, as far as the reader may read it."""
    found = {}
    for event in put_right(seen.history):
        for piece in event.pieces:
            body = piece.body or {}
            if piece.data_class is DataClass.DATES and "place" in body and seen.may_read(piece, event.number):
                found[event.number] = Where(body["place"], body.get("link", ""))
    return found


@never_cache
@require_safe
@with_case
def workspace_file(request: HttpRequest, seen: Seen) -> HttpResponse:
    """The file for a member of an organisation."""
    return calendar_for(seen)


def _asked_to_sign_in(view: Callable[[HttpRequest, str], HttpResponse]) -> Callable[..., HttpResponseBase]:
    def guarded(request: HttpRequest, reference: str) -> HttpResponseBase:
        if who.reader(request).is_stranger:
            return redirect_to_login(request.get_full_path())
        return view(request, reference)

    return guarded


@never_cache
@require_safe
@_asked_to_sign_in
def family_file(request: HttpRequest, reference: str) -> HttpResponse:
    """The file for somebody of the family's side; whoever may not read on gets none."""
    sight: Sight = sight_or_404(request, reference)
    if not sight.knows_dates:
        raise Http404
    return calendar_for(sight.seen)
