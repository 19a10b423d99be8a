"""Problem documents (RFC 9457): one table of every kind, and the answer made from it."""

import json
from http import HTTPStatus
from typing import Any, NamedTuple

from django.http import HttpResponse

CONTENT_TYPE = "application/problem+json"
# Where each kind is explained: an anchor on a page of ours, so that the type can be opened.
EXPLAINED_AT = "/for-programs"


class Kind(NamedTuple):
    """A kind of problem: its name, its status, its title and what a caller can do."""

    name: str
    status: HTTPStatus
    title: str
    meaning: str

    @property
    def type(self) -> str:
        """Where it is explained; RFC 9457's own word where the status alone says it all."""
        return f"{EXPLAINED_AT}#{self.name}" if self.name else "about:blank"


KINDS = {
    kind.name: kind
    for kind in (
        Kind(
            "unreadable",
            HTTPStatus.BAD_REQUEST,
            "The JSON cannot be read",
            "The body is not JSON in UTF-8, names something twice, or is nested too deeply.",
        ),
        Kind(
            "bad-request",
            HTTPStatus.BAD_REQUEST,
            "The request cannot be understood",
            "Something about the request itself is wrong, such as the host it was sent to.",
        ),
        Kind(
            "refused",
            HTTPStatus.FORBIDDEN,
            "That is not allowed",
            "The request was understood, and is not allowed.",
        ),
        Kind(
            "not-found",
            HTTPStatus.NOT_FOUND,
            "There is nothing at this address",
            "Look at the address again; the OpenAPI document lists every one.",
        ),
        Kind(
            "wrong-method",
            HTTPStatus.METHOD_NOT_ALLOWED,
            "This address does not take that method",
            "The Allow header names the methods that it takes.",
        ),
        Kind(
            "length-required",
            HTTPStatus.LENGTH_REQUIRED,
            "The length of the body is not known",
            "Send a Content-Length header.",
        ),
        Kind(
            "too-large",
            HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
            "The body is too large",
            "A body may have 1,000,000 bytes at most. For many rows there is the command evenhand bulk.",
        ),
        Kind(
            "not-json",
            HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
            "The body is not declared as JSON",
            "Send Content-Type: application/json, and no Content-Encoding.",
        ),
        Kind(
            "facts-refused",
            HTTPStatus.UNPROCESSABLE_ENTITY,
            "These facts cannot be answered",
            "A fact has an unknown name, the wrong kind or an impossible day, or two of them "
            "cannot be true together. The member facts names those at fault.",
        ),
        Kind(
            "broken",
            HTTPStatus.INTERNAL_SERVER_ERROR,
            "Something went wrong here",
            "It is our fault and has been logged. Nothing was lost; try again later.",
        ),
    )
}

_BY_STATUS = {int(kind.status): kind for kind in KINDS.values() if kind.name != "unreadable"}


class Problem(Exception):
    """Raised where a request cannot go on; becomes the problem document of its kind."""

    def __init__(self, kind: str, detail: str) -> None:
        super().__init__(detail)
        self.kind = KINDS[kind]
        self.detail = detail


def answer(kind: Kind, detail: str, *, facts: tuple[str, ...] = ()) -> HttpResponse:
    """The problem document as an answer; `facts` are the names of the facts at fault."""
    document: dict[str, Any] = {
        "type": kind.type,
        "title": kind.title,
        "status": int(kind.status),
        "detail": detail,
    }
    if kind.name == "facts-refused":
        document["facts"] = list(facts)
    # ASCII on purpose: whatever a caller sent and a message repeats can be written so.
    return HttpResponse(
        json.dumps(document).encode("ascii") + b"\n",
        status=int(kind.status),
        content_type=CONTENT_TYPE,
    )


def answer_for_status(status: int) -> HttpResponse:
    """The problem document for an answer of Django's own that bears only a status."""
    kind = _BY_STATUS.get(status)
    if kind is None:
        known = HTTPStatus(status)
        kind = Kind("", known, known.phrase, known.description or known.phrase)
    return answer(kind, kind.meaning)
