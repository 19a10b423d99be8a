"""From facts to every route and every date: the one calculation behind every door.

The order of work: facts, the situation, which clocks run, their days, which have passed or were missed, and
from these how every route stands. Nothing here knows a rule; it asks them.
"""

from collections.abc import Collection, Mapping
from operator import itemgetter

from .answer import Advice, DateAnswer, RouteAnswer
from .counted import Days, count, count_items
from .facts import ISSUES, ORDER, Facts, read
from .mechanism.outcomes import STOPPED, Outcome
from .mechanism.questions import BY_NAME
from .mechanism.registry import CLOCKS, ROUTES, Clock, Route
from .mechanism.rules import LEAF, Node, Rule
from .mechanism.steps import STEPS
from .reading import codes_of, days_of
from .rules import (
    agreements,
    appeals,
    asked,
    certificates,
    complaints,
    courts,
    mediation,
    resolution,
    schools,
)
from .unknowns import behind_codes, changes, settled

RULE_FILES = (agreements, appeals, certificates, complaints, courts, mediation, resolution, schools)

ROUTE_ORDER = (
    "talk",
    "needs_assessment",
    "setting_complaint",
    "authority_complaint",
    "health_complaint",
    "ombudsman",
    "secretary_of_state",
    "ofsted",
    "disagreement_resolution",
    "mediation",
    "certificate",
    "appeal",
    "recommendations",
    "discrimination_claim",
    "exclusion_review",
    "admission_appeal",
    "judicial_review",
)
DATE_ORDER = (
    "contact_adviser",
    "issue_certificate",
    "notify_commissioner",
    "arrange_mediation",
    "tell_family_of_meeting",
    "register_appeal",
    "tell_authority_of_agreement",
    "carry_out_agreement",
    "reply_to_recommendations",
    "discrimination_claim",
    "ask_ombudsman",
    "judicial_review",
)
LIMITS = tuple(CLOCKS[name] for name in ("consider_mediation", "the_bar"))
"""The clocks that other clocks ask about: they are counted first."""
DATES = tuple(CLOCKS[name] for name in DATE_ORDER)
WAYS = tuple(ROUTES[name] for name in ROUTE_ORDER)

_CHANGE: dict[Rule, str] = {
    **{way: f"route:{way.name}" for way in WAYS},
    **{clock: f"date:{clock.name}" for clock in DATES},
}
_PLACE = {change: place for place, change in enumerate((*_CHANGE.values(), "local_names"))}
_CONTACT = {"contact": ("adviser_contacted", "adviser_told_no")}
_MET_FACTS = {
    clock: tuple(fact for met in clock.met_by for fact in _CONTACT.get(met, (met,))) for clock in DATES
}
_SAFE_FACTS = {clock: tuple(clock.safe_from.values()) for clock in DATES}
_ACTION, _AGREED_BY = asked.action.number, asked.agreed_by.number


def _numbers(pattern: str) -> dict[Clock, int]:
    asked_about = {clock: BY_NAME.get(pattern.format(clock.name)) for clock in (*LIMITS, *DATES)}
    return {clock: question.number for clock, question in asked_about.items() if question is not None}


_MISSED = _numbers("missed:{}")
_PASSED, _OTHER_PASSED = _numbers("passed:{}"), _numbers("passed:{}_other")

Found = dict[str, list[str]]
"""A missing fact, and what it would change."""
Noted = list[tuple[tuple[str, ...], str]]
"""Missing facts, and the one thing that each of them would change."""


def forget() -> None:
    """Forget every situation ever asked about: trees, tables and what was kept. For tests and measures."""
    for rule in (*LIMITS, *DATES, *WAYS):
        rule.forget()
    for step in STEPS.values():
        step.forget()
    _BEGINNINGS.clear()


def advise(facts: Mapping[str, object]) -> Advice:
    """Every route open to this person and every date that runs.

    `facts` has the shape of the contract's schema, as JSON would give it; `as_of` must be among them.
    Raises `FactsRefused` with one sentence that says what to mend.
    """
    return advise_on(read(facts))


HEAD = (asked.matter.number, asked.who.number, asked.sections.number)
"""Questions that most rules begin with, and that no counting changes."""


class Beginning:
    """How far the rules come by the answers of `HEAD`: what is already decided, and what is left to ask.

    `routes` holds the answers that are decided, None for the others; `ways` the rest with their place; `told` the missing
    facts that would change what is decided.
    """

    def __init__(self, codes: list[int]) -> None:
        self.limits = [(clock, clock.settle(_HEAD_SET, codes)) for clock in LIMITS]
        self.dates: list[tuple[Clock, Node]] = []
        self.routes: list[RouteAnswer | None] = [None] * len(WAYS)
        self.ways: list[tuple[int, Route, Node]] = []
        self.told: list[tuple[str, str]] = []
        for place, way in enumerate(WAYS):
            node = way.settle(_HEAD_SET, codes)
            if self._decides(way, node, codes) and not (way.date and node.outcome.dated):  # type: ignore[attr-defined]
                self.routes[place] = _route(way, node, frozenset(), "")
            else:
                self.ways.append((place, way, node))
        for clock in DATES:
            node = clock.settle(_HEAD_SET, codes)
            if not self._decides(clock, node, codes) or node.outcome is not STOPPED:
                self.dates.append((clock, node))

    def _decides(self, rule: Rule, node: Node, codes: list[int]) -> bool:
        """Whether the head leads to an end, and to all that missing facts could change there."""
        if node.number != LEAF:
            return False
        changing = changes(rule, node, codes)
        if not settled(node):
            return False
        self.told += [(fact, _CHANGE[rule]) for fact in changing]
        return True


_HEAD_SET = frozenset(HEAD)
_BEGINNINGS: dict[tuple[int, ...], Beginning] = {}
_head = itemgetter(*HEAD)


def advise_on(facts: Facts) -> Advice:
    """The same for facts that have been read."""
    codes, days, matter = codes_of(facts), days_of(facts), facts.matter
    codes += behind_codes(facts)
    beginning = _BEGINNINGS.get(_head(codes))
    if beginning is None:
        beginning = _BEGINNINGS[_head(codes)] = Beginning(codes)
    _count_limits(beginning, codes, days, facts)
    noted: list[tuple[tuple[str, ...], str]] = []
    dates = _count_dates(beginning, codes, days, facts, noted)
    given = {date.date for date in dates}
    routes = beginning.routes.copy()
    found: Found = {}
    for fact, change in beginning.told:
        found.setdefault(fact, []).append(change)
    for place, way, node in beginning.ways:
        end = way.find_under(node, codes)
        answer = routes[place] = _route(way, end, given, matter)
        known = end.unknowns
        changing = changes(way, end, codes) if known is None or known.always is None else known.always
        if changing or answer.on_facts:
            noted.append((changing + answer.on_facts, _CHANGE[way]))
    for changing, change in noted:
        for fact in changing:
            if fact in found:
                found[fact].append(change)
            else:
                found[fact] = [change]
    return Advice(facts.as_of, routes, dates, _in_order(found, facts))  # type: ignore[arg-type]


def _count_limits(beginning: Beginning, codes: list[int], days: Days, facts: Facts) -> None:
    done = days.get("contact", facts.as_of)
    for clock, node in beginning.limits:
        run = clock.find_under(node, codes).outcome
        if run is not STOPPED:
            last, _ = run.legs[0][0].look_up(days[run.legs[0][1]])  # type: ignore[attr-defined]
            codes[_MISSED[clock]] = 1 if done > last else 0


def _count_dates(
    beginning: Beginning, codes: list[int], days: Days, facts: Facts, noted: Noted
) -> list[DateAnswer]:
    found: list[DateAnswer] = []
    for clock, node in beginning.dates:
        end = clock.find_under(node, codes)
        known = end.unknowns
        changing = changes(clock, end, codes) if known is None or known.always is None else known.always
        if changing:
            noted.append((changing, _CHANGE[clock]))
        run = end.outcome
        if run is STOPPED:
            continue
        if clock.name == "carry_out_agreement":
            found += _count_agreement(clock, codes, days, facts, noted)
            continue
        answer = count(clock, run, days, facts.as_of)  # type: ignore[arg-type]
        if answer is not None:
            found.append(answer)
            _note_passed(clock, answer, codes, facts)
            if answer.state != "met" or clock.safe_from:
                noted.append((_not_met(clock, answer, facts), _CHANGE[clock]))
    return found


def _note_passed(clock: Clock, answer: DateAnswer, codes: list[int], facts: Facts) -> None:
    number = _PASSED.get(clock)
    if number is None or answer.on is None or facts.as_of <= answer.on:
        return
    codes[number] = 1
    other = _OTHER_PASSED.get(clock)
    if other is not None:
        arguable = answer.caution.arguable_on if answer.caution is not None else None
        codes[other] = 1 if arguable is None or facts.as_of > arguable else 0


def _count_agreement(
    clock: Clock, codes: list[int], days: Days, facts: Facts, noted: Noted
) -> list[DateAnswer]:
    assert facts.agreement is not None
    found: list[DateAnswer] = []
    trial, day_of = codes.copy(), dict(days)
    for place, (action, agreed_by) in enumerate(facts.agreement.items):
        trial[_ACTION] = asked.action.code(action)
        trial[_AGREED_BY] = 0 if agreed_by is None else 1
        if agreed_by is not None:
            day_of["agreed_by"] = agreed_by
        end = clock.find(trial)
        noted.append((changes(clock, end, trial), _CHANGE[clock]))
        found += count_items(clock, end.outcome, day_of, facts.as_of, place)  # type: ignore[arg-type]
    return found


def _route(way: Route, end: Node, given: Collection[str], matter: str) -> RouteAnswer:
    """The route's answer, kept with the end it belongs to; its date is named only where that date is given."""
    views = end.view
    if views is None:
        outcome = end.outcome
        assert isinstance(outcome, Outcome)
        if outcome.on_facts and matter == "plan_contents":
            outcome = _by_sections(outcome)
        views = end.view = (
            RouteAnswer(way.name, outcome, None),
            RouteAnswer(way.name, outcome, way.date if outcome.dated else None),
        )
    return views[1 if way.date in given else 0]  # type: ignore[index, no-any-return]


def _by_sections(outcome: Outcome) -> Outcome:
    """The contents of a plan are about what their sections are about: the sections decide, not the flags."""
    facts = dict.fromkeys("sections" if fact in ISSUES else fact for fact in outcome.on_facts)
    return Outcome(outcome.state, outcome.reasons, outcome.first, tuple(facts), outcome.dated)


def _not_met(clock: Clock, date: DateAnswer, facts: Facts) -> tuple[str, ...]:
    """The missing facts that would say whether the duty was done, or would move the day to act by."""
    met = _MET_FACTS[clock] if date.state != "met" else ()
    return tuple(
        [fact for fact in met + _SAFE_FACTS[clock] if fact not in facts.days and fact not in facts.known_not]
    )


def _in_order(found: Found, facts: Facts) -> list[tuple[str, tuple[str, ...]]]:
    """Each missing fact with what it would change, in the contract's order."""
    if facts.area is not None and not _is_known(facts.area):
        found["area"] = ["local_names"]
    return [(fact, _sorted_changes(tuple(found[fact]))) for fact in sorted(found, key=ORDER.__getitem__)]


def _sorted_changes(changes: tuple[str, ...]) -> tuple[str, ...]:
    """What a fact would change, each thing once and in the contract's order; kept, for there are few such lists."""
    known = _CHANGES_SORTED.get(changes)
    if known is None:
        if len(_CHANGES_SORTED) >= 4096:
            _CHANGES_SORTED.clear()
        known = _CHANGES_SORTED[changes] = tuple(sorted(set(changes), key=_PLACE.__getitem__))
    return known


_CHANGES_SORTED: dict[tuple[str, ...], tuple[str, ...]] = {}


def _is_known(area: str) -> bool:
    """Whether it is one of the authorities; their list is read only when an area is given."""
    from .authorities import known_slugs

    return area in known_slugs()
