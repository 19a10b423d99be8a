"""Your area: finding it, and who helps there, from the directory and the law."""

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from evenhand import directory
from evenhand.directory.model import Area, AreaKind, Detail, DetailKind, Role
from evenhand.law import sources as law
from evenhand.web.public import laws, limits
from evenhand.web.public.shown import Card, card, each_once, service_card, words

LONGEST_SEARCH = 100
"""Letters of a search that are looked at and shown again."""


def search_words(request: HttpRequest) -> str:
    """What was searched for: one line of printable letters, cut to a length."""
    typed = "".join(letter for letter in request.GET.get("q", "") if letter.isprintable())
    return typed.strip()[:LONGEST_SEARCH]


def _by_letter() -> list[tuple[str, list[Area]]]:
    named = [area for area in directory.areas() if area.kind is AreaKind.AUTHORITY]
    return [(letter, list(group)) for letter, group in groupby(named, key=lambda area: area.name[0])]


@require_safe
def areas(request: HttpRequest) -> HttpResponse:
    """Search by name, the areas of which we know most, and all of them by letter."""
    asked = search_words(request)
    context = {
        "asked": asked,
        "found": directory.find(asked) if asked else (),
        "described": directory.described(),
        "letters": _by_letter(),
    }
    return render(request, "public/areas.html", context)


def missing(request: HttpRequest, slug: str) -> HttpResponse:
    """There is no such area: what may have been meant, and a search. 404."""
    asked = slug.replace("-", " ")[:LONGEST_SEARCH]
    context = {"asked": asked, "found": directory.find(asked)}
    return render(request, "public/area-missing.html", context, status=404)


def _cards(area: Area, role: Role) -> list[Card]:
    return [service_card(service) for service in area.who(role)]


def _in_law(area: Area) -> list[tuple[str, list[tuple[str, str | None]]]]:
    """Each paragraph of law of an area, with the labels and addresses of its provisions."""
    return [
        (words(paragraph), [(cite.label, laws.address(cite.id)) for cite in paragraph.cites])
        for paragraph in area.in_law
    ]


def _numbers(area: Area) -> list[tuple[str, Detail, str]]:
    """Who can be rung: those of the area, then those of the whole country, each with its hours."""
    services = [service.organisation for service in area.services]
    found = []
    for who in dict.fromkeys([*services, *area.organisations, *directory.national_organisations()]):
        details = who.details if who else ()
        hours = "".join(detail.value for detail in details if detail.kind is DetailKind.HOURS)
        found += [(who.name, one, hours) for one in details if who and one.kind is DetailKind.TELEPHONE]
    return found


def _context(area: Area) -> dict[str, object]:
    national = directory.national_organisations()
    shown: set[str] = set()
    roles = {
        name: each_once(_cards(area, role), shown)
        for name, role in (
            ("advice", Role.FREE_ADVICE),
            ("mediation", Role.MEDIATION),
            ("resolution", Role.RESOLUTION),
            ("information", Role.INFORMATION),
        )
    }
    return roles | {
        "area": area,
        "kind": area.kind.name,
        "numbers": _numbers(area),
        "organisations": [card(one) for one in area.organisations if one not in national],
        "national": [card(one) for one in national],
        "in_law": _in_law(area),
        "how_to_find": [words(paragraph) for paragraph in area.how_to_find],
        "find_cites": laws.behind(area.how_to_find),
        "mediation_cites": (law.S52_1, law.REG_33),
        "resolution_cites": (law.S57_2, law.S57_4, law.CODE_11_6),
        "limits": limits,
    }


@require_safe
def area(request: HttpRequest, slug: str) -> HttpResponse:
    """One area: who gives free advice, who mediates, who resolves, how to reach each."""
    found = directory.area(slug)
    if found is None:
        return missing(request, slug)
    return render(request, "public/area.html", _context(found))


@require_safe
def who_helps(request: HttpRequest, slug: str = "") -> HttpResponse:
    """The free help: in the area, where one is named, and in the whole country."""
    found = directory.area(slug) if slug else None
    if slug and found is None:
        return missing(request, slug)
    context = {
        "area": found,
        "advice": _cards(found, Role.FREE_ADVICE) if found else [],
        "how_to_find": [words(paragraph) for paragraph in found.how_to_find] if found else [],
        "national": [card(one) for one in directory.national_organisations()],
    }
    return render(request, "public/who-helps.html", context)
