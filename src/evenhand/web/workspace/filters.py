"""What the board is narrowed to, read from its address and written back into it."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import NamedTuple
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from evenhand import directory
from evenhand.casework.board import Filters
from evenhand.casework.heart.stages import Kind, Stage

from .words import KINDS, STAGES, WHOSE, area_words

Asked = dict[str, str]
"""What the address asks for, by the names of the fields; only what can be asked."""


class Option(NamedTuple):
    """One choice of a field."""

    value: str
    words: str
    chosen: bool


class Chosen(NamedTuple):
    """One thing that the board is narrowed to, and the address without it."""

    words: str
    without: str


def asked_of(query: QueryDict) -> Asked:
    """What an address asks for; what cannot be asked is left out, so that an old address still opens."""
    if not query:
        return {}
    asked = {name: query.get(name, "") for name in ("stage", "kind", "area", "duty")}
    known: dict[str, frozenset[str]] = {
        "stage": frozenset(Stage),
        "kind": frozenset(Kind),
        "area": directory.known_slugs(),
        "duty": frozenset(WHOSE),
    }
    found = {name: value for name, value in asked.items() if value in known[name]}
    return found | {name: "1" for name in ("late", "closed") if query.get(name)}


def filters_of(asked: Asked, after: str) -> Filters:
    """The same for the board's query. `after` is where the last page ended."""
    return Filters(
        stage=asked.get("stage", ""),
        kind=asked.get("kind", ""),
        area=asked.get("area", ""),
        duty=asked.get("duty", ""),
        overdue="late" in asked,
        closed="closed" in asked,
        after=_place(after),
    )


def _place(after: str) -> tuple[date, int] | None:
    day, _line, pk = after.partition("_")
    if not (pk.isascii() and pk.isdecimal() and len(pk) <= 18):
        return None  # no database has such a key
    try:
        return date.fromisoformat(day), int(pk)
    except ValueError:
        return None


def address_of(path: str, asked: Mapping[str, str], **more: str) -> str:
    """The address that asks for this and more."""
    query = urlencode({**asked, **more})
    return f"{path}?{query}" if query else path


def chosen_of(path: str, asked: Asked) -> Iterator[Chosen]:
    """Everything that the board is narrowed to, each with a way to take it off."""
    for name, value in asked.items():
        without = address_of(path, {other: kept for other, kept in asked.items() if other != name})
        yield Chosen(_said(name, value), without)


def _said(name: str, value: str) -> str:
    if name == "stage":
        return str(STAGES[Stage(value)])
    if name == "kind":
        return str(KINDS[Kind(value)])
    if name == "area":
        return area_words(value)
    if name == "duty":
        return _("Whose duty: %(whose)s") % {"whose": WHOSE[value]}
    return _("Only late") if name == "late" else _("Ended cases")


def stages_with(counts: Mapping[Stage, int], chosen: str) -> list[Option]:
    """The stages to choose from, with the kept count of each where counts are kept."""
    return [
        Option(stage, f"{words} ({counts.get(stage, 0)})" if counts else str(words), stage == chosen)
        for stage, words in STAGES.items()
    ]


def options(name: str, chosen: str) -> list[Option]:
    """The choices of a field with words of its own: `kind`, `duty` or `area`."""
    return [Option(value, words, value == chosen) for value, words in _choices(name, get_language())]


@cache
def _choices(name: str, language: str | None) -> tuple[tuple[str, str], ...]:
    if name == "area":
        authorities = directory.known_slugs()
        return tuple((area.slug, area.name) for area in directory.areas() if area.slug in authorities)
    words = KINDS if name == "kind" else WHOSE
    return tuple((str(value), str(said)) for value, said in words.items())
