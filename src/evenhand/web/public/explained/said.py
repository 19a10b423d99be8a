"""The pieces that an explanation is made of: sentences with what they rest on, lists, sections, pages."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from django.utils.text import format_lazy

from evenhand.law.citations import Citation

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

Words: TypeAlias = "str | _StrPromise"


@dataclass(frozen=True)
class Said:
    """A sentence or two that a family reads, and the provisions that they rest on."""

    words: Words
    cites: tuple[Citation, ...] = ()

    @property
    def all_cites(self) -> tuple[Citation, ...]:
        return self.cites


@dataclass(frozen=True)
class Points:
    """A list with dots."""

    items: tuple[Said, ...]

    @property
    def all_cites(self) -> tuple[Citation, ...]:
        return tuple(chain.from_iterable(item.cites for item in self.items))


@dataclass(frozen=True)
class To:
    """A link: the name of a page of ours, or a whole address, and its words."""

    address: str
    words: Words

    @property
    def is_ours(self) -> bool:
        return not self.address.startswith("http")


@dataclass(frozen=True)
class Section:
    """A heading, what is said under it, and where to read more. `id` is its anchor."""

    id: str
    heading: Words
    said: tuple[Said | Points, ...]
    links: tuple[To, ...] = ()

    @property
    def cites(self) -> tuple[Citation, ...]:
        """The provisions behind the section, each once, in the order in which they are first needed."""
        return tuple(dict.fromkeys(chain.from_iterable(piece.all_cites for piece in self.said)))


@dataclass(frozen=True)
class Explanation:
    """A page: its title, its lead, the short answer in a box, and its sections."""

    title: Words
    lead: Words
    in_short: tuple[Said, ...]
    sections: tuple[Section, ...]


def said(words: Words, *cites: Citation, **values: object) -> Said:
    """A sentence. `values` are put into its places: `said(_("within {time}"), time=limit)`."""
    return Said(format_lazy(words, **values) if values else words, cites)


def points(*items: Said) -> Points:
    """A list with dots."""
    return Points(tuple(items))


def section(id: str, heading: Words, *pieces: Said | Points, links: Iterable[To] = ()) -> Section:
    """A section of the page."""
    return Section(id, heading, pieces, tuple(links))
