"""The rulebook of the law package, laid out for pages. It is read once and never changed."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from evenhand.law.rulebook import rulebook

Data = dict[str, Any]

KINDS: dict[str, Promise] = {
    "route": _("A way to go"),
    "date": _("A last day"),
    "limit": _("A limit that other rules ask about"),
    "rule": _("A rule"),
    "step": _("A count of days"),
}


@cache
def entries() -> dict[str, tuple[Data, ...]]:
    """The rules by name. A route and a last day may share one."""
    found: dict[str, tuple[Data, ...]] = {}
    for part in rulebook()["parts"]:
        for entry in part["entries"]:
            found[entry["name"]] = (*found.get(entry["name"], ()), entry)
    return found


@cache
def questions() -> dict[str, Data]:
    """The questions that rules ask, by name."""
    return {question["name"]: question for question in rulebook()["questions"]}


@cache
def citations() -> dict[str, Data]:
    """Every citation of the rulebook, by its name."""
    return {cite["id"]: cite for cite in rulebook()["citations"]}


def part_of(entry: Data) -> Data:
    """The part of the rulebook that an entry stands in."""
    return next(part for part in rulebook()["parts"] if part["key"] == entry["part"])


def plain(name: str) -> str:
    """A name of the rulebook in words: "refusal_to_assess" is "refusal to assess"."""
    return gettext(name.replace("_", " "))


def asked(name: str) -> str:
    """A question in words. We say council throughout, where a rule says authority."""
    question = questions().get(name)
    if not question:
        return plain(name.partition(":")[2] or name)
    return gettext(question["words"].replace("authority", "council"))


_NOT_ASKED: dict[str, Promise] = {"as_of": _("the day of asking"), "day": _("the day")}


@cache
def _events() -> dict[str, str]:
    """The question about each thing that happens on a day, by the fact that holds the day."""
    return {q["fact"]: q["name"] for q in rulebook()["questions"] if q["kind"] == "event" and q["fact"]}


def given(name: str, held: object) -> tuple[str, str]:
    """What an example takes as given, as a question and its answer: ("Has …?", "yes, on 15 June 2026")."""
    if name in questions():
        return asked(name), value(held)
    if name not in _events():
        return str(_NOT_ASKED.get(name, plain(name))) + ":", value(held)
    question = asked(_events()[name])
    if held is None:
        return question, gettext("no")
    if isinstance(held, dict):
        return question, gettext("yes: %(what)s") % {"what": value(held)}
    return question, gettext("yes, on %(day)s") % {"day": value(held)}


@dataclass(frozen=True)
class Case:
    """One line of a decision table: what is asked and answered, what then holds, and why."""

    when: tuple[tuple[str, str], ...]
    then: str
    reasons: tuple[tuple[str, tuple[Data, ...]], ...]


_PICKS: dict[str, Promise] = {
    "latest": _("The later of these counts:"),
    "earliest": _("The earlier of these counts:"),
    "each": _("Each of these counts:"),
}


def _run(then: Data) -> str:
    if not then["runs"]:
        return gettext("No time runs.")
    legs = [
        gettext("%(step)s, from: %(start)s") % {"step": plain(leg["step"]), "start": plain(leg["from"])}
        for leg in then["legs"]
    ]
    first = gettext("Time runs for: %(whose)s.") % {"whose": plain(then["whose"])}
    if not legs:
        return first + " " + gettext("The law sets no day.")
    pick = str(_PICKS[then["pick"]]) + " " if len(legs) > 1 else ""
    return f"{first} {pick}{'; '.join(legs)}."


def _then(then: Data) -> str:
    if "says" not in then:
        return _run(then)
    says = plain(then["says"])
    if then["first"]:
        says += " – " + gettext("first: %(first)s") % {"first": plain(then["first"])}
    return says


def _answers(name: str, given: list[str]) -> str:
    every = questions()[name]["answers"] if name in questions() else given
    if len(every) > 4 and len(every) - len(given) in (1, 2):
        others = [plain(answer) for answer in every if answer not in given]
        return gettext("any but %(others)s") % {"others": gettext(" or ").join(others)}
    return gettext(" or ").join(plain(answer) for answer in given)


def cases(entry: Data) -> list[Case]:
    """The decision table of a rule; none for a count of days."""
    return [
        Case(
            tuple((asked(name), _answers(name, given)) for name, given in line["when"].items()),
            _then(line["then"]),
            tuple(
                (reason["text"], tuple(citations()[cite] for cite in reason["citations"]))
                for reason in line["then"]["because"]
            ),
        )
        for line in entry.get("table", ())
    ]


def value(given: object) -> str:
    """A value of an example in words: a day is written out, a name loses its underscores.

    None stands for what is known not to have happened.
    """
    if given is None:
        return gettext("has not happened")
    if isinstance(given, bool):
        return gettext("yes") if given else gettext("no")
    if isinstance(given, dict):
        return ", ".join(f"{plain(name)} – {value(held)}" for name, held in given.items())
    if isinstance(given, list | tuple):
        return ", ".join(map(value, given)) or gettext("none")
    try:
        return date_format(date.fromisoformat(str(given)), "j F Y")
    except ValueError:
        return plain(str(given))
