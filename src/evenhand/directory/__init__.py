"""Who serves whom: authorities, advice services, mediation and resolution providers.

Plain data and pure functions, from five documents that described Evenhand first; `sources.py` names
them. Every detail carries the document and the day it was read, and none is presented as checked.

Asking for the slugs is cheap; the rest is loaded when it is first asked for.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .model import Area, Organisation, Service


def known_slugs() -> "frozenset[str]":
    """The slugs of the 153 authorities: what the fact `area` may be.

    In: nothing. Out: a frozen set of 153 strings. Errors: none.
    """
    from evenhand.law.authorities import known_slugs

    return known_slugs()


def area(slug: str) -> "Area | None":
    """The area with that slug.

    In: an authority's slug, or that of an area, explanation or provider which the documents leave
    unnamed. Out: the area, or None where there is none. Errors: none.
    """
    from .who_serves import every_area

    return every_area().get(slug)


def areas() -> "tuple[Area, ...]":
    """Every area: the 153 authorities by name, then the four that have no authority's name.

    In: nothing. Out: 157 areas. Errors: none.
    """
    from .who_serves import every_area

    return tuple(every_area().values())


def described() -> "tuple[Area, ...]":
    """The areas of which the directory knows more than a name: the pages of the five documents.

    In: nothing. Out: five areas, in the order of `areas`. Errors: none.
    """
    return tuple(area for area in areas() if not area.only_a_name)


def find(text: str) -> "tuple[Area, ...]":
    """The authorities that a person may mean by what they typed, best first.

    In: any text. Out: at most ten areas, none when nothing is like it. Errors: none.
    """
    from .search import find

    return find(text)


def national_organisations() -> "tuple[Organisation, ...]":
    """The national organisations that the documents name, each with its own web address.

    In: nothing. Out: the organisations, in the order to show them. Errors: none.
    """
    from .organisations import NATIONAL

    return NATIONAL


def services_for(slug: str) -> "tuple[Service, ...]":
    """The services that the directory names for an area.

    In: an area's slug. Out: advice, mediation, resolution, information, in that order; none for an
    area known only by its name.
    Errors: `UnknownArea` where there is no such area.
    """
    from .model import UnknownArea

    found = area(slug)
    if found is None:
        raise UnknownArea(f"The directory holds no area {slug!r}. Use a slug from known_slugs().")
    return found.services
