"""The body of a request to the API: declared as JSON, a million bytes at most."""

from typing import Protocol

from django.http import HttpRequest, UnreadablePostError

from evenhand.web.api.problems import Problem

LIMIT = 1_000_000
# How much of an unwanted body is thrown away before the answer goes out. A client that is
# still sending when the connection closes may never see why it was refused; beyond this it
# has only itself to blame.
PATIENCE = 64_000_000
PIECE = 65_536


class Stream(Protocol):
    """What a body is read from."""

    def read(self, size: int, /) -> bytes: ...


def read_body(request: HttpRequest) -> bytes:
    """The bytes of the body. Raises `Problem`: not JSON, too large, or of unknown length."""
    stream = _stream(request)
    fault = _fault(request)
    if fault is None:
        data = _read(stream, LIMIT + 1)
        if len(data) <= LIMIT:
            return data
        fault = Problem("too-large", f"The body has more than {LIMIT:,} bytes.")
    _drain(stream)
    raise fault


def _stream(request: HttpRequest) -> Stream:
    """Where to read from; Django itself passes over a body that is sent in chunks."""
    if request.headers.get("Transfer-Encoding"):
        if not request.META.get("wsgi.input_terminated"):
            raise Problem("length-required", "The body came without a Content-Length.")
        chunks: Stream = request.META["wsgi.input"]
        return chunks
    return request


def _fault(request: HttpRequest) -> Problem | None:
    """What the headers alone give away."""
    kind = (request.content_type or "").lower()
    if kind and kind != "application/json" and not kind.endswith("+json"):
        return Problem("not-json", "The Content-Type is not application/json.")
    if request.headers.get("Content-Encoding", "identity").lower() != "identity":
        return Problem("not-json", "The body is compressed; send it as it is.")
    try:
        length = int(request.headers.get("Content-Length") or 0)
    except ValueError:
        return Problem("length-required", "The Content-Length is not a number.")
    if length > LIMIT:
        return Problem("too-large", f"The body has {length:,} bytes; {LIMIT:,} are the most.")
    return None


def _read(stream: Stream, most: int) -> bytes:
    """Up to `most` bytes, however small the pieces in which they come."""
    pieces: list[bytes] = []
    have = 0
    while have < most:
        try:
            piece = stream.read(min(PIECE, most - have))
        except (UnreadablePostError, OSError):
            raise Problem("bad-request", "The body broke off.") from None
        if not piece:
            break
        pieces.append(piece)
        have += len(piece)
    return b"".join(pieces)


def _drain(stream: Stream) -> None:
    """Throw away what is still coming, piece by piece, and never for ever."""
    left = PATIENCE
    while left > 0:
        try:
            piece = stream.read(PIECE)
        except (UnreadablePostError, OSError):
            return
        if not piece:
            return
        left -= len(piece)
