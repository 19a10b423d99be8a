"""Finding an authority from whatever a person types."""

import unicodedata
from difflib import SequenceMatcher
from functools import cache

from .model import Area
from .who_serves import every_area

LONGEST = 100
"""Letters of a search that are looked at; nobody's council has a longer name."""
MOST = 10
"""Areas that a search gives at most."""
_CLOSE_ENOUGH = 0.8

# Words that every other council has too. They count only for a name that has nothing else.
_COMMON_WORDS = (
    "a and area authority borough city corporation council county district education for la lea "
    "local london metropolitan mbc my of our royal sen send the unitary upon with"
)
_COMMON = frozenset(_COMMON_WORDS.split())

_SHORT = {
    "hants": "hampshire",
    "northants": "northamptonshire",
    "oxon": "oxfordshire",
    "saint": "st",
    "salop": "shropshire",
}


def _words(text: str) -> list[str]:
    """The words of a text, without accents, stops, apostrophes or capitals.

    >>> _words("St. Helens & King's")
    ['st', 'helens', 'and', 'kings']
    """
    plain = unicodedata.normalize("NFKD", text).casefold().replace("&", " and ")
    kept = (c if c.isalnum() else " " for c in plain if c not in "'’." and not unicodedata.combining(c))
    return [_SHORT.get(word, word) for word in "".join(kept).split()]


def _telling(words: list[str]) -> list[str]:
    return [word for word in words if word not in _COMMON]


def _initials(words: list[str]) -> set[str]:
    """The initials that people use, with and without the small words: "bcp", "banes"."""
    small = ("and", "of", "upon", "with", "the")
    short = "".join(word[0] for word in words if word not in small)
    return {i for i in (short, "".join(word[0] for word in words)) if len(i) > 2}


@cache
def _index() -> tuple[tuple[Area, frozenset[str], tuple[str, ...], frozenset[str]], ...]:
    """Each authority's area with its whole names, its telling words and its initials."""
    entries = []
    for area in every_area().values():
        if area.authority is None:
            continue
        name, official = _words(area.name), _words(area.authority.official_name)
        slug = _words(area.slug.replace("-", " "))
        wholes = frozenset(" ".join(words) for words in (name, official, slug))
        telling = tuple(dict.fromkeys(_telling(name + official)))
        entries.append((area, wholes, telling, frozenset(_initials(name) | _initials(official))))
    return tuple(entries)


def _likeness(asked: str, word: str) -> float:
    """How like a name's word the asked word is: 1 the same, then its beginning, then a slip."""
    if asked == word:
        return 1.0
    if len(asked) > 2 and word.startswith(asked):
        return 0.95
    if len(asked) > 4 and word.endswith("shire") and word.startswith(asked.removesuffix("s")):
        return 0.9  # herts, bucks, lincs
    if len(asked) < 4 or abs(len(asked) - len(word)) > 2:
        return 0.0
    ratio = SequenceMatcher(None, asked, word, autojunk=False).ratio()
    return ratio * 0.9 if ratio >= _CLOSE_ENOUGH else 0.0


def _score(asked: list[str], telling: tuple[str, ...]) -> float:
    """How well all the asked words are found among a name's; 0 if any is not found.

    A name whose every word was asked for comes before one that has more.
    """
    best = [max((_likeness(word, own) for own in telling), default=0.0) for word in asked]
    if not best or min(best) == 0.0:
        return 0.0
    return sum(best) / len(best) + 0.1 * len(asked) / max(len(telling), len(asked))


def find(text: str) -> tuple[Area, ...]:
    """The authorities that a person may mean, best first.

    In: anything typed: "Ealing council", "london borough of ealing", "Bath", a slip of the finger,
    initials ("BCP"), a GSS code. Out: at most ten areas; none when nothing is like it.
    Errors: none.
    """
    words = _words(text[:LONGEST])
    if not words:
        return ()
    whole, asked = " ".join(words), _telling(words)
    scores: list[tuple[float, str, Area]] = []
    for area, wholes, telling, initials in _index():
        if whole in wholes or (area.authority and whole == area.authority.gss.casefold()):
            score = 3.0
        elif len(asked) == 1 and asked[0] in initials:
            score = 2.0
        else:
            score = _score(asked, telling)
        if score:
            scores.append((-score, area.name, area))
    scores.sort(key=lambda entry: entry[:2])
    return tuple(area for _, _, area in scores[:MOST])
