"""The other ways that are open while a case goes on, from the law's advice for its facts, and a link to all of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from evenhand.casework.heart.dues import advice_of, facts_of
from evenhand.casework.heart.stages import Kind
from evenhand.journeys import NONE, UNKNOWN, Answer, Page
from evenhand.journeys import Kind as PageKind
from evenhand.journeys.walking import begin, go_on
from evenhand.law import Advice
from evenhand.law.rules.holders import TOO_OLD, birthday, school_age_ends
from evenhand.web.family.answer import Why, whys
from evenhand.web.family.saved_link import token
from evenhand.web.family.words import ORDER, ROUTES, in_full

from .sight import Sight

HERE = {Kind.MEDIATION: ("mediation", "certificate"), Kind.RESOLUTION: ("disagreement_resolution",)}
"""The ways that the case itself is."""
MOST_QUESTIONS = 40


@dataclass(frozen=True)
class OtherWay:
    """A way that is open: its name, what to do, its last days if it has one, and what the law says of it."""

    name: str
    do: str
    by: str
    leaves: str
    why: tuple[Why, ...]


def other_ways(sight: Sight, today: date) -> tuple[OtherWay, ...]:
    """The ways that are open beside the case, in the order in which families are shown them."""
    if not sight.knows_dates:
        return ()
    advice = advice_of(sight.state, today)
    found = [
        route
        for route in advice.routes
        if route.state in ("open", "late") and route.route not in HERE[sight.state.kind]
    ]
    return tuple(
        OtherWay(
            _(ROUTES[route.route].name),
            _(ROUTES[route.route].next),
            _by(advice, route.date),
            _(ROUTES[route.route].leaves),
            whys(route.because),
        )
        for route in sorted(found, key=lambda route: ORDER.index(route.route))
    )


def _by(advice: Advice, name: str | None) -> str:
    found = advice.date(name) if name else None
    if found is None or found.on is None or found.safe_on is None or found.state in ("passed", "met"):
        return ""
    said = _("Act by %(safe)s. The last day in law is %(last)s.")
    return said % {"safe": in_full(found.safe_on), "last": in_full(found.on, found.at)}


def options_link(sight: Sight, today: date) -> str:
    """A link that opens “your options” with what the case knows. It holds no name and no date of birth."""
    given = dict(answers(sight, today))
    return reverse("family:open", args=[token(given, f"case-{sight.seen.case.pk}", today)])


def answers(sight: Sight, today: date) -> Iterator[tuple[str, Answer]]:
    """The facts of the case as answers to the family's questions, in the order in which those are asked."""
    facts = facts_of(sight.state, today)
    walked = begin(today)
    for _number in range(MOST_QUESTIONS):
        page = walked.page
        if page is None:
            return
        answer = _answer(page, facts, [option.value for option in page.choices(walked.known)], today)
        further = go_on(walked, answer) if answer is not None else walked
        if answer is None or further.page is page:
            return
        yield page.key, answer
        walked = further


def _answer(page: Page, facts: dict[str, Any], offered: list[str], today: date) -> Answer | None:
    """What the family would answer, as far as the case knows; None ends the questions there."""
    if page.key == "matter":
        return facts.get("matter")
    if page.key == "who":
        return _who(facts, today)
    if page.key == "letter":
        return facts.get("notice_dated") or facts.get("notice_sent") or _not_known(page)
    if page.key == "sent":
        return "later" if facts.get("notice_dated") not in (None, facts.get("notice_sent")) else "same"
    if page.key == "sent-on":
        return facts.get("notice_sent") or UNKNOWN
    if page.key == "under-way":
        under_way = facts.get("assessment_or_plan_under_way")
        return _not_known(page) if under_way is None else "yes" if under_way else "no"
    if page.key == "agreed":
        agreed = [item["action"] for item in (facts.get("agreement") or {}).get("items", [])]
        return list(dict.fromkeys(agreed)) or UNKNOWN
    if page.kind is PageKind.CHECKBOXES:
        ticked = [name for name in offered if facts.get(name) or name in facts.get("sections", [])]
        return ticked or (NONE if page.none else _not_known(page))
    if page.kind is PageKind.AREA:
        return facts.get("area") or UNKNOWN
    value = facts.get(page.fact)
    if page.fact == "agreement" and isinstance(value, dict):
        value = value["made_on"]
    return value or _not_known(page)


def _not_known(page: Page) -> Answer | None:
    return UNKNOWN if page.unknown else None


def _who(facts: dict[str, Any], today: date) -> Answer:
    born = facts.get("date_of_birth")
    acting = facts.get("acting")
    if not born or acting not in ("parent", "young_person"):
        return UNKNOWN
    day = date.fromisoformat(born)
    if today >= birthday(day, TOO_OLD):
        return "over_25"
    grown = today > school_age_ends(day)
    if acting == "parent":
        return "parent_of_grown" if grown else "parent_of_child"
    return "young_person" if grown else "child"
