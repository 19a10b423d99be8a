"""A sentence for the next page that somebody sees, said once."""

from typing import NamedTuple

from django.http import HttpRequest

_KEY = "said_once"


class Said(NamedTuple):
    """The sentence, and whether it tells of something that went wrong."""

    words: str
    wrong: bool


def say(request: HttpRequest, words: str, *, wrong: bool = False) -> None:
    """Keep the sentence for the next page."""
    request.session[_KEY] = [words, wrong]


def heard(request: HttpRequest) -> Said | None:
    """The sentence that was kept, if any; it is not said again."""
    if _KEY not in request.session:
        return None
    return Said(*request.session.pop(_KEY))
