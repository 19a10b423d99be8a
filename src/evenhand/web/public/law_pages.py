"""About the law: the rulebook as pages, to read and to search."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from evenhand.law import LAW_AS_AT, sources
from evenhand.law.rulebook import rulebook
from evenhand.web.public import lawbook
from evenhand.web.public.areas import search_words
from evenhand.web.public.timeline import line_of


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """What the law is, a search, and every rule by its part."""
    asked = search_words(request)
    book = rulebook()
    context = {
        "asked": asked,
        "found": lawbook.found(asked),
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

    return {"given": pairs(example["given"]), "says": pairs(example["says"]), "because": example["because"]}


@require_safe
def rule(request: HttpRequest, name: str) -> HttpResponse:
    """One rule: its sentence, its versions, its provisions, what it asks, its table and its examples."""
    entries = lawbook.entries().get(name)
    if entries is None:
        words = slugify(name.replace("_", " ")).replace("-", " ")[:100]
        near = {"asked": words, "found": lawbook.found(words), "kinds": lawbook.KINDS}
        return render(request, "public/rule-missing.html", near, status=404)
    context = {
        "title": entries[0]["title"],
        "part": lawbook.part_of(entries[0]),
        "shown": [_shown(entry) for entry in entries],
        "as_at": date.fromisoformat(LAW_AS_AT),
    }
    return render(request, "public/rule.html", context)


@require_safe
def open_questions(request: HttpRequest) -> HttpResponse:
    """Where the law is open to two readings, and which one we take."""
    return render(request, "public/open-questions.html", {"questions": rulebook()["law_questions"]})


@require_safe
def proposals(request: HttpRequest) -> HttpResponse:
    """What was proposed in 2026. It is not law."""
    shown = [{**one, "published": date.fromisoformat(one["published_on"])} for one in rulebook()["proposals"]]
    return render(request, "public/proposals.html", {"proposals": shown})
