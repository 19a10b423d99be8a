"""A search of everything about the law: the rules, and the pages that stand beside them."""

import re
from dataclasses import dataclass
from functools import cache

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from evenhand.law.rulebook import rulebook
from evenhand.web.public import lawbook
from evenhand.web.public.calendar_words import WORDS as CALENDAR_WORDS

MOST_FOUND = 40
SAME: dict[str, tuple[str, ...]] = {
    "deadline": ("last day",),
    "council": ("council", "authority"),
    "lea": ("authority", "council"),
    "ehcp": ("plan",),
    "ehc": ("plan",),
    "echp": ("plan",),
    "judge": ("tribunal",),
    "sendist": ("tribunal",),
    "teenager": ("young person",),
    "cost": ("expense", "amount"),
    "autumn": ("september",),
}
"""Words that people type, and the words that the rules and pages use for the same."""
OUR_WORDS: tuple[Promise, ...] = (
    _("certificate"),
    _("last day"),
    _("appeal"),
    _("mediation"),
    _("council"),
    _("working day"),
    _("August"),
)
"""Words that find something, to offer where nothing was found."""


@dataclass(frozen=True)
class Place:
    """Something on a page about the law: the page's name, where on it, its title and a line of it."""

    page: str
    to: str
    title: str
    line: str
    text: str


def _place(page: Promise, to: str, title: str, line: str, *more: str) -> Place:
    text = " ".join([str(page), title, line, *more]).replace("_", " ").casefold()
    return Place(str(page), to, title, line, text)


def _of_tables() -> list[Place]:
    found = []
    for part in rulebook()["parts"]:
        to = reverse("public:decisions") if not part["entries"] else reverse("public:about-the-law")
        for place, table in enumerate(part["tables"], 1):
            found += [
                _place(
                    _("A table"),
                    f"{to}#{part['key']}-{place}",
                    table["title"],
                    " – ".join(lawbook.value(cell) for cell in row),
                    *table["columns"],
                )
                for row in table["rows"]
            ]
    return found


@cache
def places() -> tuple[Place, ...]:
    """Everything that stands on the pages beside the rules, in order, in the words of the rulebook."""
    with override(None):
        return tuple(_places())


def _places() -> list[Place]:
    book = rulebook()
    questions, glance = reverse("public:open-questions"), reverse("public:at-a-glance")
    found = [
        _place(
            _("The ways at a glance"),
            f"{glance}#{one['route']}",
            one["route"].replace("_", " ").capitalize(),
            one["about"],
            *(one[name] for name in ("who", "first", "to", "limit", "bars")),
        )
        for one in book["at_a_glance"]
    ]
    found += _of_tables()
    found += [
        _place(_("Working days"), f"{reverse('public:calendars')}#{key}", str(title), str(line))
        for key, title, line in CALENDAR_WORDS
    ]
    found += [
        _place(
            _("Open to two readings"),
            f"{questions}#question-{one['number']}",
            one["title"],
            one["taken"],
            one["turns_on"],
            one["one"],
            one["other"] or "",
        )
        for one in book["law_questions"]
    ]
    found += [
        _place(
            _("A proposal, not law"),
            f"{reverse('public:proposals')}#{one['name']}",
            one["title"],
            one["note"],
            one["status"],
            *one["would"],
        )
        for one in book["proposals"]
    ]
    found += [
        _place(_("What we read"), f"{reverse('public:law-sources')}#read", one["where"], one["kind"])
        for one in book["read"]
    ]
    return found


@cache
def _texts() -> tuple[tuple[lawbook.Data, str], ...]:
    """Each rule with all the words on its page that say something, as the rulebook has them."""
    with override(None):
        return tuple(_rules())


def _rules() -> list[tuple[lawbook.Data, str]]:
    found = []
    for part in rulebook()["parts"]:
        for entry in part["entries"]:
            said = [entry["name"], entry["title"], part["title"], str(lawbook.KINDS[entry["kind"]])]
            said += [entry.get("other_reading") or ""]
            for version in entry["versions"]:
                said += [version["sentence"], *(cite["label"] for cite in version["citations"])]
            said += [lawbook.asked(name) for name in entry.get("asks", ())]
            for line in entry.get("table", ()):
                said += [reason["text"] for reason in line["then"]["because"]]
                said += [answer for given in line["when"].values() for answer in given]
            said += [example["because"] for example in entry["examples"]]
            found.append((entry, " ".join(said).replace("_", " ").casefold()))
    return found


def _ways(word: str) -> tuple[str, ...]:
    """What a word may be in our words: itself, or it without an s, or what we say for the same."""
    one = word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word
    return SAME.get(word) or SAME.get(one) or (one,)


def _terms(typed: str) -> list[tuple[str, ...]]:
    words = [word for word in re.split(r"[\s_]+", typed.casefold()) if word]
    return [_ways(word) for word in words]


def _holds(text: str, term: tuple[str, ...]) -> bool:
    return any(way in text for way in term)


@dataclass(frozen=True)
class Found:
    """What a search gives: rules and places that hold every word, else those that hold the most."""

    rules: tuple[lawbook.Data, ...]
    places: tuple[Place, ...]

    @property
    def count(self) -> int:
        """How many there are of both."""
        return len(self.rules) + len(self.places)


def search(typed: str) -> Found:
    """Rules and places for what was typed; those whose own sentence says it come first. Errors: none."""
    terms = _terms(typed)
    if not terms:
        return Found((), ())

    def count(text: str) -> int:
        return sum(_holds(text, term) for term in terms)

    rules = [(count(text), entry) for entry, text in _texts()]
    beside = [(count(place.text), place) for place in places()]
    most = max(number for number, _found in [*rules, *beside])
    if most < (len(terms) + 1) // 2 or most == 0:
        return Found((), ())

    with override(None):
        own_kinds = {name: str(words) for name, words in lawbook.KINDS.items()}

    def own(entry: lawbook.Data) -> int:
        return -count(
            f"{own_kinds[entry['kind']]} {entry['title']} {entry['versions'][0]['sentence']}".casefold()
        )

    best = sorted((entry for number, entry in rules if number == most), key=own)
    return Found(
        tuple(best[:MOST_FOUND]),
        tuple(place for number, place in beside if number == most)[:MOST_FOUND],
    )
