"""The law's answer as a family reads it: groups of routes, dates in full, and what is not known.

The page, the plain text and the calendar are all made from this.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from evenhand import directory
from evenhand.directory.model import Area
from evenhand.journeys import UNKNOWN, Walk
from evenhand.journeys.events import AGREED_OPTIONS, HAPPENED
from evenhand.law.answer import DateAnswer, RouteAnswer
from evenhand.law.citations import Citation
from evenhand.law.mechanism.outcomes import Reason
from evenhand.web.family import words
from evenhand.web.family.questions import address_of
from evenhand.web.frame import address
from evenhand.web.remembered import in_each_language


@dataclass(frozen=True)
class Cited:
    """A provision: what to call it, and where its text is."""

    label: str
    url: str | None


@dataclass(frozen=True)
class Why:
    """One reason: a sentence, what it rests on, and the page of its rule."""

    text: str
    cites: tuple[Cited, ...]
    rule: str | None


@dataclass(frozen=True)
class Day:
    """One last day, in words."""

    name: str
    what: str
    whose: str
    mine: bool
    state: str
    safe_on: date | None
    on: date | None
    at: str
    act: str
    last: str
    care: str
    why: tuple[Why, ...]
    slot: str

    @property
    def counts(self) -> bool:
        """Whether it is still to be kept."""
        return self.state in ("ahead", "today") and self.on is not None


@dataclass(frozen=True)
class ToAnswer:
    """A question that a family can go back to."""

    words: str
    address: str


@dataclass(frozen=True)
class Way:
    """One route."""

    name: str
    key: str
    state: str
    says: tuple[str, ...]
    next: str
    leaves: str
    first: str
    date: Day | None
    questions: tuple[ToAnswer, ...]
    why: tuple[Why, ...]


@dataclass(frozen=True)
class Group:
    """Routes that stand the same way."""

    state: str
    heading: str
    about: str
    ways: tuple[Way, ...]


@dataclass(frozen=True)
class Answered:
    """Everything the options page says."""

    as_of: date
    law_as_at: date
    matter: str
    groups: tuple[Group, ...]
    days: tuple[Day, ...]
    not_told: tuple[ToAnswer, ...]
    area: Area | None
    starts_on: date | None

    @property
    def to_do(self) -> tuple[Day, ...]:
        """The family's own days that are still to be kept, soonest first."""
        own = [day for day in self.days if day.mine and day.counts]
        return tuple(sorted(own, key=lambda day: (day.safe_on or date.max, day.on or date.max)))

    @property
    def gone(self) -> tuple[Day, ...]:
        """The family's own days that have passed."""
        return tuple(day for day in self.days if day.mine and day.state == "passed")

    @property
    def others(self) -> tuple[Day, ...]:
        """What others must do for the family, and what is done."""
        shown = (*self.to_do, *self.gone)
        return tuple(day for day in self.days if day not in shown)


def answered(walked: Walk) -> Answered:
    """The answer at the end of a walk."""
    advice = walked.advice
    days = tuple(_day(found, walked) for found in advice.dates)
    by_name = {day.name: day for day in reversed(days)}
    ways = sorted(
        (_way(route, by_name, walked) for route in advice.routes), key=lambda way: words.ORDER.index(way.key)
    )
    groups = [
        Group(state, _(heading), _or_nothing(about), tuple(way for way in ways if way.state == state))
        for state, (heading, about) in words.GROUPS.items()
    ]
    matter = walked.steps[0]
    slug = str(walked.answers.get("area", ""))
    return Answered(
        advice.as_of,
        date.fromisoformat(advice.law_as_at),
        next(_(option.words) for option in matter.page.options if option.value == matter.answer),
        tuple(group for group in groups if group.ways),
        days,
        _not_told(walked),
        directory.area(slug),
        walked.known.day("notice_sent")
        or walked.known.day("conduct_on")
        or walked.known.day("learned_of_matter_on"),
    )


def _or_nothing(text: str) -> str:
    return _(text) if text else ""


def _whys(reasons: Sequence[Reason]) -> tuple[Why, ...]:
    return tuple(_why(reason.text, reason.cites, reason.rule) for reason in reasons)


@in_each_language(2048)
def _why(text: str, cites: tuple[Citation, ...], rule: str) -> Why:
    cited = tuple(Cited(cite.label, cite.url) for cite in cites)
    return Why(_(text), cited, address("public:rule", rule))


def _way(route: RouteAnswer, days: dict[str, Day], walked: Walk) -> Way:
    why = _whys(route.because)
    way = _way_for_all(route.route, route.state, route.first, why)
    if not route.on_facts and not route.date:
        return way
    found = dict.fromkeys(walked.page_for(fact) for fact in route.on_facts)
    questions = tuple(
        ToAnswer(_(page.question(walked.answers)), address_of(page)) for page in found if page is not None
    )
    return replace(way, date=days.get(route.date) if route.date else None, questions=questions)


@in_each_language(1024)
def _way_for_all(route: str, state: str, first: str | None, why: tuple[Why, ...]) -> Way:
    """A route as it is for everybody with whom it stands like this: without a day, and without questions."""
    said = words.ROUTES[route]
    possible = state in ("open", "not_yet", "late", "depends")
    return Way(
        _(said.name),
        route,
        state,
        tuple(reason.text for reason in why),
        _(said.next) if state in ("open", "late") else "",
        _(said.leaves) if possible else "",
        _(words.FIRST[first]) if first else "",
        None,
        (),
        why,
    )


def _day(found: DateAnswer, walked: Walk) -> Day:
    mine = found.whose == "family"
    return Day(
        found.date,
        _what(found, walked),
        _(words.WHOSE[found.whose]),
        mine,
        found.state,
        found.safe_on,
        found.on,
        found.at or "",
        _act(found, walked.known.as_of) if mine else "",
        _last(found),
        _care(found),
        _whys(found.because),
        "-".join(str(part) for part in (found.date, found.item, found.step) if part is not None),
    )


def _what(found: DateAnswer, walked: Walk) -> str:
    text = _(words.DATES[found.date])
    agreed = walked.answers.get("agreed")
    if found.item is not None and isinstance(agreed, list):
        item = next(_(option.words) for option in AGREED_OPTIONS if option.value == agreed[found.item])
        text = _("Agreed: %(what)s") % {"what": item}
    return f"{text}: {_(words.STEPS[found.step])}" if found.step else text


@in_each_language(2048)
def _day_in_words(day: date) -> str:
    return date_format(day, "l j F Y")


def in_full(day: date, at: str | None = None) -> str:
    """A day in full, with the hour of the law if it sets one: Monday 4 January 2027, by 5pm."""
    text = _day_in_words(day)
    return _("%(day)s, by 5pm") % {"day": text} if at == "17:00" else text


def _act(found: DateAnswer, as_of: date) -> str:
    """What a family is told to do, the safe day first."""
    if found.safe_on is None or found.state in ("passed", "met"):
        return ""
    if found.safe_on < as_of:
        return _("The safe day has gone. Act today.")
    if found.safe_on == as_of:
        return _("Act today.")
    return _("Act by %(day)s.") % {"day": in_full(found.safe_on)}


def _last(found: DateAnswer) -> str:
    if found.on is None:
        return ""
    text = in_full(found.on, found.at)
    if found.state == "passed":
        return _("The last day in law was %(day)s. It has passed.") % {"day": text}
    return _("The last day in law is %(day)s.") % {"day": text}


def _care(found: DateAnswer) -> str:
    if found.caution is None:
        return ""
    text = _(found.caution.text)
    if found.caution.arguable_on is None:
        return text
    other = _("That other day is %(day)s. Please use the day above: it is safe.") % {
        "day": in_full(found.caution.arguable_on)
    }
    return f"{text} {other}"


def _not_told(walked: Walk) -> tuple[ToAnswer, ...]:
    """Questions that were answered "I do not know", where an answer would still change something."""
    pages = [walked.page_for(fact) for fact in sorted(walked.known.unknowns)]
    asked = [
        step.page
        for step in walked.steps
        if step.page in pages and step.answer == UNKNOWN and step.page.key not in ("sent", "area")
    ]
    if HAPPENED in pages and HAPPENED not in asked and walked.answers.get("happened") == UNKNOWN:
        asked.append(HAPPENED)
    return tuple(ToAnswer(_(page.question(walked.answers)), address_of(page)) for page in asked)
