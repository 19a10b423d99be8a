"""What was agreed, as either side follows it: who does what and by when, was it done, and what can be done if not.

Only for a reader who may read the agreement; a council's officer and a family get the same things and the same days,
each with what is theirs to do.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from evenhand.casework.door import Seen
from evenhand.casework.heart.dues import Due, dues_of, facts_of
from evenhand.casework.heart.history import put_right
from evenhand.casework.heart.stages import Kind
from evenhand.casework.heart.state import ENDS_A_THING
from evenhand.casework.heart.steps import Step
from evenhand.law import FactsRefused, advise
from evenhand.people.policy import DataClass
from evenhand.people.roles import FAMILY, Role
from evenhand.web.family.words import ROUTES

IF_NOT = {
    "authority": ("talk", "disagreement_resolution", "authority_complaint", "ombudsman", "judicial_review"),
    "commissioning_body": ("talk", "disagreement_resolution", "health_complaint", "judicial_review"),
    "setting": ("talk", "disagreement_resolution", "setting_complaint"),
}
"""The ways that may be open where a body has not done what was agreed, the gentlest first."""
NOT_DONE = "duties_not_carried_out"


class Stands(StrEnum):
    """How a thing agreed stands."""

    DONE = "done"
    LATE = "late"
    AHEAD = "ahead"
    NO_DAY = "no_day"


@dataclass(frozen=True)
class DayBy:
    """One day by which a thing, or a step of it, is to be done, and why."""

    on: date
    step: str
    because: str
    law: str
    late: bool


@dataclass(frozen=True)
class Way:
    """What can be done if a thing was not: the way, what to do, why it is open, the provision, and its last day."""

    name: str
    do: str
    because: str
    law: str
    by: date | None


@dataclass(frozen=True)
class Thing:
    """One thing agreed. `said` are the answers to “was it done?”; `asks` that it is this reader's turn to say.

    `whose` is whose duty it is to do it. `ways` are there where it is late and the reader is of the family or helps it.
    """

    number: int
    what: str
    who: str
    whose: str
    mine: bool
    stands: Stands
    days: tuple[DayBy, ...]
    said: tuple[str, ...]
    asks: bool
    ways: tuple[Way, ...]


@dataclass(frozen=True)
class Agreed:
    """The agreement before a reader. `may_say` is true where the reader can say if a thing was done."""

    made_on: date | None
    things: tuple[Thing, ...]
    may_say: bool


def agreement_for(seen: Seen, today: date) -> Agreed | None:
    """What was agreed, for this reader on this day; None where nothing was, or nothing that they may read.

    Rests on the SEND Regulations 2014, reg 42 with 44; the ways are the law's own answer for duties not carried out.
    """
    told = [event for event in put_right(seen.history) if _may_read(seen, event)]
    drafts = [event.told["items"] for event in told if event.step is Step.DRAFT_AGREEMENT]
    if not drafts:
        return None
    made_on = _made_on(seen)
    may_say = made_on is not None and Step.REPORT_ACTION in seen.steps()
    reports = [event.told for event in told if event.step is Step.REPORT_ACTION]
    dues = _dues(seen, today) if made_on else []
    things = [
        _thing(seen, number, item, dues, [one for one in reports if one["item"] == number], may_say, today)
        for number, item in enumerate(drafts[-1])
    ]
    return Agreed(made_on, tuple(things), may_say)


def _made_on(seen: Seen) -> date | None:
    """The day on which it was made, if the reader may know that it was."""
    known = {entry.event.number for entry in seen.entries() if entry.event.step is Step.MAKE_AGREEMENT}
    return next((event.on for event in put_right(seen.history) if event.number in known), None)


def _may_read(seen: Seen, event: Any) -> bool:
    agreed = [piece for piece in event.pieces if piece.data_class is DataClass.AGREEMENT]
    return bool(agreed) and all(seen.may_read(piece, event.number) for piece in agreed)


def _dues(seen: Seen, today: date) -> list[Due]:
    try:
        return [due for due in dues_of(seen.state, today) if due.name == "carry_out_agreement"]
    except FactsRefused:
        return []


def _thing(
    seen: Seen,
    number: int,
    item: Mapping[str, Any],
    dues: list[Due],
    reports: list[dict[str, Any]],
    may_say: bool,
    today: date,
) -> Thing:
    mine_due = [due for due in dues if due.item == number]  # no day is worked out for a draft
    days = tuple(_days(item, mine_due, today))
    last = {(one["party"], one.get("step", "")): bool(one["done"]) for one in reports}
    stands = _stands([one for one in reports if one.get("step", "") in ENDS_A_THING], days)
    asked = may_say and stands is not Stands.DONE and any(one.on <= today for one in days)
    late_since = min((one.on for one in days if one.late), default=None)
    family = _of_the_family(seen)
    theirs = item["who"] in IF_NOT
    return Thing(
        number=number + 1,
        what=item["what"],
        who=side_words(seen, item["who"]),
        whose=side_words(seen, mine_due[0].whose if mine_due and theirs else item["who"]),
        mine=any(_side(seen, one.key) == item["who"] for one in seen.standings),
        stands=stands,
        days=days,
        said=tuple(_said(seen, key, step, done) for (key, step), done in last.items()),
        asks=asked,
        ways=tuple(ways_if_not(seen, item["who"], late_since, today))
        if family and theirs and late_since and stands is Stands.LATE
        else (),
    )


def _days(item: Mapping[str, Any], dues: list[Due], today: date) -> Iterator[DayBy]:
    """The law's days; where none run, as in disagreement resolution, the day that was agreed in writing."""
    for due in dues:
        if due.on is not None:
            yield DayBy(
                due.on, str(STEPS.get(due.step, "")), due.because, due.law, not due.met and due.on < today
            )
    if not dues and item.get("by"):
        by = date.fromisoformat(item["by"])
        yield DayBy(by, "", _("All agreed this day in writing."), "", by < today)


def _stands(reports: list[dict[str, Any]], days: tuple[DayBy, ...]) -> Stands:
    """Done as whoever spoke last says. Until then it is late if one of its days has gone by."""
    if reports and reports[-1]["done"]:
        return Stands.DONE
    if not days:
        return Stands.NO_DAY
    return Stands.LATE if any(one.late for one in days) else Stands.AHEAD


STEPS = {
    "notify": lazy("say that it will assess"),
    "reasons": lazy("say why, if no plan follows"),
    "draft": lazy("send the draft plan"),
    "final": lazy("send the final plan"),
}
"""The steps of one thing, where the law gives each its own day."""


def _said(seen: Seen, key: str, step: str, done: bool) -> str:
    who = side_words(seen, _side(seen, key))
    if step:
        said = _("%(who)s: done: %(step)s.") if done else _("%(who)s: not done: %(step)s.")
        return said % {"who": who, "step": STEPS[step]}
    return (
        _("%(who)s: it was done.") % {"who": who} if done else _("%(who)s: it was not done.") % {"who": who}
    )


def _side(seen: Seen, key: str) -> str:
    somebody = seen.state.people.get(key)
    return somebody.side if somebody is not None else key


def side_words(seen: Seen, side: str) -> str:
    """What a side is called: a body's own name where it is known."""
    case = seen.case
    bodies = {
        "authority": case.authority,
        "commissioning_body": case.commissioning_body,
        "setting": case.setting,
    }
    if (body := bodies.get(side)) is not None:
        return body.name
    words = {
        "authority": _("The council"),
        "commissioning_body": _("The NHS body"),
        "setting": _("The school or college"),
        "family": _("The family"),
    }
    return words.get(side, _("The service"))


def _of_the_family(seen: Seen) -> bool:
    helps = FAMILY | {Role.SUPPORTER, Role.ADVICE_SERVICE, Role.ADVISER, Role.MEDIATOR, Role.MANAGER}
    return any(one.role in helps for one in seen.standings)


def ways_if_not(seen: Seen, whose: str, late_since: date, today: date) -> Iterator[Way]:
    """The ways that the law leaves open where a body has not done what was agreed by its day.

    The case's own facts are put to the law anew, as a duty that was not carried out on its last day, from which
    a careful person counts.
    """
    facts = {name: value for name, value in facts_of(seen.state, today).items() if name in KEPT}
    since = late_since.isoformat()
    if whose == "commissioning_body":
        facts["health_issue"] = True
    matter = NOT_DONE if seen.state.kind is Kind.MEDIATION else seen.state.matter
    facts |= {"matter": matter, "conduct_on": since, "learned_of_matter_on": since}
    try:
        advice = advise(facts)
    except FactsRefused:
        return
    last_days = {one.date: one.on for one in advice.dates}
    for name in IF_NOT[whose]:
        route = advice.route(name)
        if route.state in ("open", "not_yet"):
            words, reason = ROUTES[name], route.because[0]
            by = last_days.get(route.date) if route.date else None
            yield Way(_(words.name), _(words.next), reason.text, reason.cites[0].label, by)


KEPT = frozenset(
    {"acting", "area", "date_of_birth", "as_of", "education_issue", "health_issue", "social_care_issue"}
)
"""The facts that are as true of what was not done as of what the mediation was about."""
