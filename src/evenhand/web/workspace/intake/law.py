"""The law's answer beside the screen: the routes, the days with their reasons, and what would change them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from evenhand.casework.heart.dues import WORDS
from evenhand.law import Advice, advise
from evenhand.law.answer import DateAnswer, RouteAnswer
from evenhand.web.family import words
from evenhand.web.family.words import in_full
from evenhand.web.workspace.words import whose_words

from .phone_form import FIELD_OF, PhoneForm

STANDS = {
    "open": lazy("Open now."),
    "late": lazy("Late: leave would be needed."),
    "not_yet": lazy("Not yet."),
    "depends": lazy("It depends on what is not known."),
}
"""How a route stands, in the order of the panel; the others are not routes for this."""


@dataclass(frozen=True)
class Route:
    """A route: what it is called, how it stands, and why."""

    name: str
    stands: str
    why: str


@dataclass(frozen=True)
class Day:
    """A day: of what, whose, the safe day before the last one, and why."""

    name: str
    whose: str
    safe_on: date | None
    on: date | None
    last: str
    state: str
    why: str
    care: str


@dataclass(frozen=True)
class Law:
    """The answer. `ask` are the fields on the screen whose facts are not known and would change it."""

    days: tuple[Day, ...]
    routes: tuple[Route, ...]
    ask: tuple[str, ...]


def law_of(facts: Mapping[str, Any], form: PhoneForm) -> Law:
    """The law's answer to the facts. Raises `FactsRefused`."""
    advice = advise(facts)
    days = tuple(_day(found) for found in advice.dates if found.on is not None)
    routes = tuple(_route(found) for found in _standing(advice))
    return Law(days, routes, tuple(_ask(advice, form)))


def _ask(advice: Advice, form: PhoneForm) -> list[str]:
    found = dict.fromkeys(FIELD_OF[fact] for fact, _changes in advice.unknowns if fact in FIELD_OF)
    if "sections" in found and form.cleaned_data.get("matter") != "plan_contents":
        del found["sections"]
    if "notice_sent" in found:
        del found["notice_sent"]
        found = {"letter_dated": None} | found
    return [name for name in found if name in form.fields and not form.cleaned_data.get(name)]


def _standing(advice: Advice) -> list[RouteAnswer]:
    """The routes that are there at all, the open ones first, each lot in the order in which families read them."""
    order = list(STANDS)
    there = [route for route in advice.routes if route.state in STANDS]
    return sorted(there, key=lambda route: (order.index(route.state), words.ORDER.index(route.route)))


def _route(found: RouteAnswer) -> Route:
    stands = str(STANDS[found.state])
    if found.first:
        stands = f"{stands} {_('First:')} {_(words.FIRST[found.first])}."
    return Route(_(words.ROUTES[found.route].name), stands, _why(found.because))


def _day(found: DateAnswer) -> Day:
    name = str(WORDS.get(found.date) or _(words.THEIR_DATES[found.date]))
    care = _(found.caution.text) if found.caution else ""
    return Day(
        f"{name}: {_(words.STEPS[found.step])}" if found.step else name,
        whose_words(found.whose),
        found.safe_on if found.state in ("ahead", "today") else None,
        found.on,
        in_full(found.on, found.at) if found.on else "",
        found.state,
        _why(found.because),
        care,
    )


def _why(reasons: Any) -> str:
    return " ".join(f"{_(one.text)} ({', '.join(cite.label for cite in one.cites)})" for one in reasons)
