"""About the law: the rulebook as pages, to read and to search."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.text import capfirst, slugify
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from evenhand.law import LAW_AS_AT, sources
from evenhand.law.rulebook import rulebook
from evenhand.web.public import lawbook
from evenhand.web.public.areas import search_words
from evenhand.web.public.calendar_words import WORDS
from evenhand.web.public.law_search import OUR_WORDS, search
from evenhand.web.public.laws import HOW_SURE
from evenhand.web.public.timeline import line_of


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """What the law is, a search, and every rule by its part."""
    asked = search_words(request)
    book = rulebook()
    context = {
        "asked": asked,
        "found": search(asked),
        "our_words": OUR_WORDS,
        "tables": tables_of,
        "book": book,
        "as_at": date.fromisoformat(LAW_AS_AT),
        "kinds": lawbook.KINDS,
        "code": sources.CODE.base,
    }
    return render(request, "public/about-the-law.html", context)


def _shown(entry: lawbook.Data) -> dict[str, object]:
    """One entry with what its page needs beside it."""
    cites = {cite["id"]: cite for version in entry["versions"] for cite in version["citations"]}
    return {
        "entry": entry,
        "kind": lawbook.KINDS[entry["kind"]],
        "line": line_of(entry["versions"], date.fromisoformat(LAW_AS_AT)),
        "cites": list(cites.values()),
        "asks": [lawbook.asked(name) for name in entry.get("asks", ())],
        "cases": lawbook.cases(entry),
        "examples": [_example(example) for example in entry["examples"]],
    }


def _example(example: lawbook.Data) -> dict[str, object]:
    def pairs(found: dict[str, object]) -> list[tuple[str, str]]:
        return [(lawbook.plain(name), lawbook.value(value)) for name, value in found.items()]

    given = [lawbook.given(name, held) for name, held in example["given"].items()]
    return {"given": given, "says": pairs(example["says"]), "because": example["because"]}


@require_safe
def rule(request: HttpRequest, name: str) -> HttpResponse:
    """One rule: its sentence, its versions, its provisions, what it asks, its table and its examples."""
    entries = lawbook.entries().get(name)
    if entries is None:
        words = slugify(name.replace("_", " ")).replace("-", " ")[:100]
        near = {"asked": words, "found": search(words).rules, "kinds": lawbook.KINDS}
        return render(request, "public/rule-missing.html", near, status=404)
    context = {
        "title": entries[0]["title"],
        "part": lawbook.part_of(entries[0]),
        "shown": [_shown(entry) for entry in entries],
        "as_at": date.fromisoformat(LAW_AS_AT),
    }
    return render(request, "public/rule.html", context)


def tables_of(part: lawbook.Data) -> list[dict[str, Any]]:
    """The tables of a part of the rulebook: each row is its first cell, and the others by their columns."""
    return [
        {
            "id": f"{part['key']}-{place}",
            "title": table["title"],
            "rows": [
                [
                    (capfirst(lawbook.plain(name)), lawbook.value(cell))
                    for name, cell in zip(table["columns"], row, strict=True)
                ]
                for row in table["rows"]
            ],
        }
        for place, table in enumerate(part["tables"], 1)
    ]


@require_safe
def decisions(request: HttpRequest) -> HttpResponse:
    """The parts of the rulebook that are tables alone: the decisions, the sections of a plan, the end of school age."""
    parts = [part for part in rulebook()["parts"] if part["tables"] and not part["entries"]]
    return render(request, "public/decisions.html", {"parts": parts, "tables": tables_of})


@require_safe
def calendars(request: HttpRequest) -> HttpResponse:
    """What a working day is, and the bank holidays that are counted."""
    held = rulebook()["calendars"]
    years = [
        (year, ", ".join(date_format(date.fromisoformat(day), "j F") for day in days))
        for year, days in held["bank_holidays"].items()
    ]
    context = {"words": WORDS, "names": held["names"], "years": years}
    return render(request, "public/calendars.html", context)


@require_safe
def law_sources(request: HttpRequest) -> HttpResponse:
    """What was read and where, and how sure we are of each provision that a rule rests on."""
    every = lawbook.citations().values()
    by_sure = [
        (words, [one for one in every if one["confidence"] == sure]) for sure, words in HOW_SURE.items()
    ]
    context = {"by_sure": by_sure, "read": rulebook()["read"], "as_at": date.fromisoformat(LAW_AS_AT)}
    return render(request, "public/law-sources.html", context)


GLANCE: dict[str, Promise] = {
    "who": _("Who may take it"),
    "about": _("What about"),
    "first": _("What comes first"),
    "to": _("To whom"),
    "limit": _("By when"),
    "bars": _("What bars it, and what it bars"),
}
"""What is said of every way, in order."""


@require_safe
def at_a_glance(request: HttpRequest) -> HttpResponse:
    """Every way that may be taken, side by side."""
    shown = [
        {
            "key": one["route"],
            "title": capfirst(lawbook.plain(one["route"])),
            "rows": [(words, one[name]) for name, words in GLANCE.items()],
            "cites": one["citations"],
            "rule": one["route"] if one["route"] in lawbook.entries() else None,
        }
        for one in rulebook()["at_a_glance"]
    ]
    return render(request, "public/at-a-glance.html", {"shown": shown})


@require_safe
def open_questions(request: HttpRequest) -> HttpResponse:
    """Where the law is open to two readings, and which one we take."""
    return render(request, "public/open-questions.html", {"questions": rulebook()["law_questions"]})


@require_safe
def proposals(request: HttpRequest) -> HttpResponse:
    """What was proposed in 2026. It is not law."""
    shown = [{**one, "published": date.fromisoformat(one["published_on"])} for one in rulebook()["proposals"]]
    return render(request, "public/proposals.html", {"proposals": shown})
