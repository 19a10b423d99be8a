"""A pseudo-language that runs from right to left: every translated letter becomes an Arabic one.

What still stands in Latin letters on a page did not go through gettext. The words say nothing; they
only take up room and turn the page round.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from django.utils.translation import trans_real

CODE = "ar-xb"
"""Of the Arabic family, so that Django knows which way it runs; no catalogue of that name exists."""

_LETTERS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "ابتثجحخدذرزسشصضطظعغفقكلمنه" * 2,
)
_KEPT = re.compile(r"(%\(\w+\)[sd]|%[sd]|\{\w*\}|<[^>]*>|&\w+;)")


def turned(message: str) -> str:
    """The message in the pseudo-language; places for values and markup stay.

    >>> turned("Ring %(name)s") == turned("Ring ") + "%(name)s"
    True
    """
    pieces = _KEPT.split(message)
    return "".join(p if _KEPT.fullmatch(p) else p.translate(_LETTERS) for p in pieces)


class PseudoTranslation:
    """What Django asks of a language."""

    domain = "django"

    def gettext(self, message: str) -> str:
        return turned(message.rpartition("\x04")[2])

    def ngettext(self, one: str, many: str, number: int) -> str:
        return self.gettext(one if number == 1 else many)

    def to_language(self) -> str:
        return CODE

    def language(self) -> str:
        return CODE


@contextmanager
def installed() -> Iterator[str]:
    """The pseudo-language can be chosen by its code for as long as this lasts."""
    trans_real._translations[CODE] = PseudoTranslation()  # type: ignore[attr-defined]
    try:
        yield CODE
    finally:
        del trans_real._translations[CODE]  # type: ignore[attr-defined]
