"""A family's answers in its session: kept for a few hours, never in an address."""

import json
import secrets
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest

from evenhand import clock
from evenhand.journeys import Answer, Walk, walk

KEY = "family"
HOURS = settings.SESSION_COOKIE_AGE // 3600
"""How long answers are kept after the last one was given."""


class Kept(NamedTuple):
    """The answers, and a random name for them that a calendar can know its entries by."""

    answers: dict[str, Answer]
    name: str

    def walk(self) -> Walk:
        """How far the answers lead today."""
        return _walk(json.dumps(self.answers, sort_keys=True), clock.today_in_london())


@lru_cache(maxsize=256)
def _walk(answers: str, today: date) -> Walk:
    """The walk of these answers. A family looks at several pages between two answers; a few are kept."""
    return walk(json.loads(answers), today)


def kept(request: HttpRequest) -> Kept | None:
    """The answers of this session; None where there are none, or where they ran out."""
    found = request.session.get(KEY)
    if not isinstance(found, dict) or not found.get("answers"):
        return None
    return Kept(found["answers"], found["name"])


def keep(request: HttpRequest, answers: dict[str, Answer], name: str = "") -> None:
    """Keep the answers. A name is made where there is none."""
    before = kept(request)
    name = name or (before.name if before else secrets.token_hex(8))
    request.session[KEY] = {"answers": answers, "name": name}


def forget(request: HttpRequest) -> None:
    """Forget everything."""
    request.session.flush()
