"""How hard a text is to read: the Flesch-Kincaid grade, with syllables counted by pyphen."""

import re
from functools import cache

import pyphen

_PARTS = pyphen.Pyphen(lang="en_GB")
_WORD = re.compile(r"[A-Za-z][A-Za-z’'-]*")
_END = re.compile(r"[.!?:;](?:\s|$)|\n")


@cache
def syllables(word: str) -> int:
    """How many syllables a word has; never fewer than its groups of vowels less a silent e.

    >>> syllables("day"), syllables("letter"), syllables("mediation")
    (1, 2, 4)
    """
    letters = re.sub(r"[^a-z]", "", word.casefold())
    groups = len(re.findall(r"[aeiouy]+", letters))
    if letters.endswith("e") and not letters.endswith(("le", "ee")) and groups > 1:
        groups -= 1
    return max(1, groups + letters.count("iatio"), len(_PARTS.positions(letters)) + 1)


def grade(text: str) -> float:
    """The school grade, American years, of a text whose lines and sentences both end sentences."""
    sentences = [part for part in _END.split(text) if _WORD.search(part)]
    words = _WORD.findall(text)
    if not words:
        return 0.0
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
