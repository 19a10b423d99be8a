"""The link that opens an answer again: the answers, encrypted and dated, and nothing kept on the server.

In it are no name and no date of birth: of the person's age it knows the group. Who has the link can open
it; who has it without our key can read nothing and change nothing.
"""

import base64
import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import NamedTuple

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings

from evenhand.journeys import BY_KEY, Answer
from evenhand.law.counting import months_after

MONTHS_GOOD = 3
LONGEST = 4000
"""Letters of a token that are looked at; ours have some hundreds."""
_PURPOSE = b"evenhand-link-01"
"""Parts this key from any other that is made of the same secret; sixteen bytes."""


class NotOpened(ValueError):
    """The link does not open: `stale` is true where it was ours and its time has run out."""

    def __init__(self, *, stale: bool) -> None:
        super().__init__("The link is too old." if stale else "The link is not one of ours.")
        self.stale = stale


class Saved(NamedTuple):
    """What a link holds."""

    answers: dict[str, Answer]
    name: str
    made_on: date


@lru_cache(maxsize=8)
def _fernet(secret: str) -> Fernet:
    key = hashlib.blake2b(secret.encode(), digest_size=32, person=_PURPOSE).digest()
    return Fernet(base64.urlsafe_b64encode(key))


def last_day(made_on: date) -> date:
    """The last day on which a link of that day opens."""
    return months_after(made_on, MONTHS_GOOD)


def token(answers: Mapping[str, Answer], name: str, today: date) -> str:
    """The token of a link for these answers. It says nothing about the hour at which it was made."""
    held = {"v": 1, "on": today.isoformat(), "n": name, "a": dict(answers)}
    midnight = int(datetime(today.year, today.month, today.day, tzinfo=UTC).timestamp())
    text = json.dumps(held, ensure_ascii=False, separators=(",", ":")).encode()
    return _fernet(settings.SECRET_KEY).encrypt_at_time(text, midnight).decode().rstrip("=")


def opened(token: str, today: date) -> Saved:
    """What the token holds. Raises `NotOpened` for one that is forged, broken or too old."""
    if len(token) > LONGEST or not token.isascii():
        raise NotOpened(stale=False)
    try:
        text = _fernet(settings.SECRET_KEY).decrypt(token + "=" * (-len(token) % 4))
        held = json.loads(text)
        made_on, name, answers = date.fromisoformat(held["on"]), held["n"], held["a"]
    except (InvalidToken, ValueError, KeyError, TypeError):
        raise NotOpened(stale=False) from None
    if not made_on <= today <= last_day(made_on):
        raise NotOpened(stale=True)
    return Saved({key: answer for key, answer in answers.items() if key in BY_KEY}, name, made_on)
