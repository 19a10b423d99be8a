"""Documents go out: to whoever may read them, as a download."""

from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from evenhand.casework.door import Entry, Seen
from evenhand.casework.files import Damaged, Kind, NotStored, Store, download_headers
from evenhand.casework.heart.events import Piece
from evenhand.casework.heart.steps import Step
from evenhand.web.accounts import who


def store() -> Store:
    """Where the documents of cases lie."""
    return Store(Path(settings.DATA) / "documents")


def documents_of(seen: Seen) -> list[tuple[Entry, Piece]]:
    """The documents that the reader may have, by the reader's own numbers; what was struck out is gone."""
    struck = {event.corrects for event in seen.history if event.struck}
    return [
        (entry, piece)
        for entry in seen.entries()
        if entry.event.step is Step.ADD_DOCUMENT and entry.event.number not in struck
        for piece in entry.pieces
        if piece.body and "file" in piece.body
    ]


def document_view(*, for_staff: bool = False) -> Callable[..., HttpResponseBase]:
    """The view of `…/cases/<reference>/documents/<number>`: the number is the entry's, as the reader counts.

    What is not there, and what is not the reader's, is the same `Http404`.
    """

    @never_cache
    @require_safe
    def view(request: HttpRequest, reference: str, number: int) -> HttpResponseBase:
        from .view import seen_case

        if who.reader(request).is_stranger:
            return redirect_to_login(request.get_full_path())
        if for_staff and not who.reader(request).is_staff:
            raise Http404  # a family has its own address for them
        for entry, piece in documents_of(seen_case(request, reference)):
            if entry.number == number:
                return _sent(piece)
        raise Http404

    return view


def _sent(piece: Piece) -> HttpResponse:
    said = piece.body or {}
    try:
        data = store().read(said["file"], sha256=said["sha256"])
    except (NotStored, Damaged):
        raise Http404 from None
    response = HttpResponse(data)
    for name, value in download_headers(said["name"], Kind(said["kind"])).items():
        response[name] = value
    return response
