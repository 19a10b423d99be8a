"""The law's answer as a family reads it: groups of routes, dates in full, and what is not known.

The page, the plain text and the calendar are all made from this.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _

from evenhand import directory
from evenhand.directory.model import Area
from evenhand.journeys import UNKNOWN, Walk
from evenhand.journeys.events import AGREED_OPTIONS, HAPPENED
from evenhand.law import Advice
from evenhand.law.answer import DateAnswer, RouteAnswer
from evenhand.law.citations import Citation
from evenhand.law.mechanism.outcomes import Reason
from evenhand.web.family import standing, words
from evenhand.web.family.questions import address_of
from evenhand.web.family.standing import Holder, Now
from evenhand.web.family.words import in_full
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
    says: tuple[str, ...] = ()
    theirs: bool = False
    behind: bool = False

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
    urgent: tuple[Now, ...]
    holder: Holder | None
    no_limit: bool
    only_others: bool
    at_school: bool
    service: str

    @property
    def to_do(self) -> tuple[Day, ...]:
        """The family's own days that are still to be kept, soonest first."""
        own = [day for day in self.days if day.mine and day.counts and day.name != LAST_RESORT]
        return tuple(sorted(own, key=_soonest))

    @property
    def last_resort(self) -> tuple[Day, ...]:
        """The court's day: it comes after everything else."""
        return tuple(day for day in self.days if day.mine and day.counts and day.name == LAST_RESORT)

    @property
    def theirs(self) -> tuple[Day, ...]:
        """The days of the person whose right it is, where that is not the person who asks."""
        return tuple(sorted((day for day in self.days if day.theirs and day.state != "met"), key=_soonest))

    @property
    def overdue(self) -> tuple[Day, ...]:
        """What others should have done by now."""
        return tuple(day for day in self.days if not day.mine and not day.theirs and day.says)

    @property
    def gone(self) -> tuple[Day, ...]:
        """The family's own days that have passed."""
        return tuple(day for day in self.days if day.mine and day.state == "passed")

    @property
    def nothing_runs(self) -> bool:
        """Whether there is nothing to say about days, and no reason was given for that."""
        said = self.to_do or self.gone or self.urgent or self.holder or self.no_limit
        return not said and not self.last_resort

    @property
    def may_ask_assessment(self) -> bool:
        """Whether an assessment of needs can be asked for."""
        return any(
            way.key == "needs_assessment"
            for group in self.groups
            if group.state == "open"
            for way in group.ways
        )

    @property
    def drawn(self) -> tuple[Day, ...]:
        """The days on the line of time, in the order of the page; a court's, the last resort, is not drawn."""
        shown = (*self.theirs, *self.to_do, *self.gone, *self.overdue, *self.others)
        return tuple(day for day in shown if day.on is not None)

    @property
    def others(self) -> tuple[Day, ...]:
        """What others must do for the family, and what is done."""
        shown = (*self.to_do, *self.gone, *self.theirs, *self.overdue, *self.last_resort)
        return tuple(day for day in self.days if day not in shown)


def answered(walked: Walk) -> Answered:
    """The answer at the end of a walk."""
    advice = walked.advice
    other = standing.holder(walked)
    told = other[1] if other else advice
    days = tuple(
        _day(found, walked, told, other[0] if other else None)
        for found in told.dates
        if not standing.waits(found, told)
    )
    by_name = {day.name: day for day in reversed(days) if not day.theirs}
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
        standing.urgent(told, walked),
        other[0] if other else None,
        walked.known.matter in standing.NO_LIMIT,
        walked.known.matter == "authority_and_commissioner",
        walked.known.matter in ("provision_by_setting", "refusal_to_assess"),
        standing.service(told),
    )


LAST_RESORT = "judicial_review"


def _soonest(day: Day) -> tuple[bool, date, date]:
    return day.behind, day.safe_on or date.max, day.on or date.max


def _or_nothing(text: str) -> str:
    return _(text) if text else ""


def whys(reasons: Sequence[Reason]) -> tuple[Why, ...]:
    """The law's reasons in the reader's language, each with its provisions and its page."""
    return tuple(_why(reason.text, reason.cites, reason.rule) for reason in reasons)


@in_each_language(2048)
def _why(text: str, cites: tuple[Citation, ...], rule: str) -> Why:
    cited = tuple(Cited(cite.label, cite.url) for cite in cites)
    return Why(_(text), cited, address("public:rule", rule))


def _way(route: RouteAnswer, days: dict[str, Day], walked: Walk) -> Way:
    why = whys(route.because)
    area = directory.area(str(walked.answers.get("area", "")))
    after = standing.next_step(route.route, walked.advice, walked) or _service(route.route, area)
    leaves = standing.leaves(route.route, walked)
    way = _way_for_all(route.route, route.state, route.first, why, after, leaves)
    if not route.on_facts and not route.date:
        return way
    found = dict.fromkeys(walked.page_for(fact) for fact in route.on_facts)
    questions = tuple(
        ToAnswer(_(page.question(walked.answers)), address_of(page)) for page in found if page is not None
    )
    return replace(way, date=days.get(route.date) if route.date else None, questions=questions)


@in_each_language(1024)
def _way_for_all(
    route: str, state: str, first: str | None, why: tuple[Why, ...], after: str, leaves: str | None
) -> Way:
    """A route as it is for everybody with whom it stands like this: without a day, and without questions."""
    said = words.ROUTES[route]
    possible = state in ("open", "not_yet", "late", "depends")
    return Way(
        _(said.name),
        route,
        state,
        tuple(reason.text for reason in why),
        (after or _(said.next)) if state in ("open", "late") else "",
        (_(said.leaves) if leaves is None else leaves) if possible else "",
        _(words.FIRST[first]) if first else "",
        None,
        (),
        why,
    )


def _service(route: str, area: Area | None) -> str:
    """Who does it in the area, by name, where the directory knows."""
    if area is None or route != "disagreement_resolution":
        return ""
    names = {service.name for service in area.services if service.role.value == "disagreement resolution"}
    if not names:
        return ""
    values = {"names": ", ".join(_(name) for name in sorted(names)), "area": area.name}
    return _("Ask %(names)s, who does this in %(area)s. It costs you nothing.") % values


def _day(found: DateAnswer, walked: Walk, told: Advice, holder: Holder | None) -> Day:
    own = found.whose == "family"
    mine = own and holder is None
    return Day(
        found.date,
        _what(found, walked, own and not mine),
        holder.whose if own and holder else _(words.WHOSE[found.whose]),
        mine,
        found.state,
        found.safe_on,
        found.on,
        found.at or "",
        act(found, told) if own else "",
        last(found),
        care(found),
        whys(found.because),
        "-".join(str(part) for part in (found.date, found.item, found.step) if part is not None),
        (*standing.beside(found, told), *standing.chase(found)),
        own and not mine,
        any(route.date == found.date and route.state == "not_yet" for route in told.routes),
    )


def _what(found: DateAnswer, walked: Walk, theirs: bool) -> str:
    text = _(words.THEIR_DATES[found.date] if theirs else words.DATES[found.date])
    agreed = walked.answers.get("agreed")
    if found.item is not None and isinstance(agreed, list):
        item = next(_(option.words) for option in AGREED_OPTIONS if option.value == agreed[found.item])
        text = _("Agreed: %(what)s") % {"what": item}
    return f"{text}: {_(words.STEPS[found.step])}" if found.step else text


def act(found: DateAnswer, advice: Advice) -> str:
    """What a family is told to do, the safe day first."""
    as_of = advice.as_of
    if found.safe_on is None or found.state in ("passed", "met"):
        return ""
    if found.date == "register_appeal" and advice.route("appeal").first and found.safe_on <= as_of:
        return _("Get the certificate first. The appeal cannot be made without it.")
    if found.safe_on < as_of:
        return _("The safe day has gone. Act today.")
    if found.safe_on == as_of:
        return _("Act today.")
    return _("Act by %(day)s.") % {"day": in_full(found.safe_on)}


def last(found: DateAnswer) -> str:
    """The last day in law, and whether it has passed."""
    if found.on is None:
        return ""
    text = in_full(found.on, found.at)
    if found.state == "passed":
        return _("The last day in law was %(day)s. It has passed.") % {"day": text}
    return _("The last day in law is %(day)s.") % {"day": text}


def care(found: DateAnswer) -> str:
    """Why the day is to be taken with care, with the other day where there is one."""
    if found.caution is None:
        return ""
    text = _(found.caution.text)
    if found.caution.arguable_on is None:
        return text
    wording = (
        _("That other day is %(day)s.")
        if found.state in ("passed", "met")
        else _("That other day is %(day)s. Please use the day above: it is safe.")
    )
    other = wording % {"day": in_full(found.caution.arguable_on)}
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
