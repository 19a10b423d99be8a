"""From facts to every route and every date: the one calculation behind every door.

The order of work: facts, the situation, which clocks run, their days, which have passed or were missed, and
from these how every route stands. Nothing here knows a rule; it asks them.
"""

from collections.abc import Collection, Iterable, Mapping

from .answer import Advice, DateAnswer, RouteAnswer
from .counted import Days, count, count_items
from .facts import ORDER, Facts, read
from .mechanism.outcomes import STOPPED
from .mechanism.questions import BY_NAME
from .mechanism.registry import CLOCKS, ROUTES, Clock, Route
from .mechanism.rules import LEAF, Node, Rule
from .reading import codes_of, days_of, fact_of
from .rules import agreements, appeals, asked, certificates, complaints, courts, mediation, resolution, schools

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

_CHANGE: dict[Rule, str] = {**{way: f"route:{way.name}" for way in WAYS}, **{clock: f"date:{clock.name}" for clock in DATES}}
_PLACE = {change: place for place, change in enumerate((*_CHANGE.values(), "local_names"))}
_FACT_OF_MET = {"contact": "adviser_contacted"}
_ACTION, _AGREED_BY = asked.action.number, asked.agreed_by.number


def _numbers(pattern: str) -> dict[Clock, int]:
    asked_about = {clock: BY_NAME.get(pattern.format(clock.name)) for clock in (*LIMITS, *DATES)}
    return {clock: question.number for clock, question in asked_about.items() if question is not None}


_MISSED = _numbers("missed:{}")
_PASSED, _OTHER_PASSED = _numbers("passed:{}"), _numbers("passed:{}_other")


def advise(facts: Mapping[str, object]) -> Advice:
    """Every route open to this person and every date that runs.

    `facts` has the shape of the contract's schema, as JSON would give it; `as_of` must be among them.
    Raises `FactsRefused` with one sentence that says what to mend.
    """
    return advise_on(read(facts))


HEAD = frozenset(q.number for q in (asked.matter, asked.who, asked.sections, asked.since_recommendations))
"""Questions that most rules begin with, and that no counting changes."""


class Beginning:
    """How far the rules come by the answers of `HEAD`: routes that are already decided, and what is left to ask."""

    def __init__(self, codes: list[int]) -> None:
        self.limits = self._left(_MISSED, codes)
        self.dates = self._left(DATES, codes)
        self.routes: list[RouteAnswer | None] = []
        self.ways: list[tuple[int, Route, Node]] = []
        for place, way in enumerate(WAYS):
            node = way.settle(HEAD, codes)
            decided = node.number == LEAF and not node.flags and not node.outcome.dated  # type: ignore[attr-defined]
            if node.number == LEAF and not node.flags and (decided or way.date is None):
                self.routes.append(_route(way, node, frozenset()))
            else:
                self.routes.append(None)
                self.ways.append((place, way, node))

    @staticmethod
    def _left(clocks: Iterable[Clock], codes: list[int]) -> list[tuple[Clock, Node]]:
        settled = [(clock, clock.settle(HEAD, codes)) for clock in clocks]
        return [(clock, node) for clock, node in settled if node.number != LEAF or node.outcome is not STOPPED]


_BEGINNINGS: dict[tuple[int, ...], Beginning] = {}
_HEAD_ORDER = tuple(sorted(HEAD))


def advise_on(facts: Facts) -> Advice:
    """The same for facts that have been read."""
    codes, days = codes_of(facts), days_of(facts)
    key = tuple([codes[number] for number in _HEAD_ORDER])
    beginning = _BEGINNINGS.get(key)
    if beginning is None:
        beginning = _BEGINNINGS[key] = Beginning(codes)
    _count_limits(beginning, codes, days, facts)
    clocks: list[tuple[Rule, Node]] = []
    dates = _count_dates(beginning, codes, days, facts, clocks)
    given = {date.date for date in dates}
    routes = beginning.routes.copy()
    ways: list[tuple[Rule, Node]] = []
    for place, way, node in beginning.ways:
        end = node if node.number == LEAF else way.find_under(node, codes)
        ways.append((way, end))
        routes[place] = _route(way, end, given)
    return Advice(facts.as_of, routes, dates, _unknowns(ways, clocks, dates, codes, facts))  # type: ignore[arg-type]


def _count_limits(beginning: Beginning, codes: list[int], days: Days, facts: Facts) -> None:
    contact = days.get("contact")
    for clock, node in beginning.limits:
        number, run = _MISSED[clock], clock.find_under(node, codes).outcome
        if run is STOPPED:
            continue
        last, _ = run.legs[0][0].look_up(days[run.legs[0][1]])  # type: ignore[attr-defined]
        if contact is not None:
            codes[number] = 1 if contact > last else 0
        elif facts.as_of > last:
            codes[number] = 1 if "adviser_contacted" in facts.known_not else 2


def _count_dates(
    beginning: Beginning, codes: list[int], days: Days, facts: Facts, ends: list[tuple[Rule, Node]]
) -> list[DateAnswer]:
    found: list[DateAnswer] = []
    for clock, node in beginning.dates:
        end = node if node.number == LEAF else clock.find_under(node, codes)
        ends.append((clock, end))
        if end.outcome is STOPPED:
            continue
        if clock.name == "carry_out_agreement":
            found += _count_agreement(clock, codes, days, facts)
            continue
        answer = count(clock, end.outcome, days, facts.as_of)  # type: ignore[arg-type]
        if answer is not None:
            found.append(answer)
            _note_passed(clock, answer, codes, facts)
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


def _count_agreement(clock: Clock, codes: list[int], days: Days, facts: Facts) -> list[DateAnswer]:
    assert facts.agreement is not None
    found: list[DateAnswer] = []
    trial, day_of = codes.copy(), dict(days)
    for place, (action, agreed_by) in enumerate(facts.agreement.items):
        trial[_ACTION] = asked.action.code(action)
        trial[_AGREED_BY] = 0 if agreed_by is None else 1
        if agreed_by is not None:
            day_of["agreed_by"] = agreed_by
        found += count_items(clock, clock.find(trial).outcome, day_of, facts.as_of, place)  # type: ignore[arg-type]
    return found


def _route(way: Route, end: Node, given: Collection[str]) -> RouteAnswer:
    """The route's answer, kept with the end it belongs to; its date is named only where that date is given."""
    views = end.view
    if views is None:
        outcome = end.outcome
        dated = outcome.dated  # type: ignore[attr-defined]
        views = end.view = (
            RouteAnswer(way.name, outcome, None),  # type: ignore[arg-type]
            RouteAnswer(way.name, outcome, way.date if dated else None),  # type: ignore[arg-type]
        )
    return views[1 if way.date in given else 0]  # type: ignore[index, no-any-return]


def _unknowns(
    ways: list[tuple[Rule, Node]],
    clocks: list[tuple[Rule, Node]],
    dates: list[DateAnswer],
    codes: list[int],
    facts: Facts,
) -> list[tuple[str, tuple[str, ...]]]:
    """Each fact that was asked for and not told, with what it would change, in the contract's order."""
    found: dict[str, dict[str, None]] = {}
    for rule, end in ways:
        for fact in end.outcome.on_facts:  # type: ignore[attr-defined]
            found.setdefault(fact, {})[_CHANGE[rule]] = None
        if end.flags:
            _note_changes(rule, end, codes, facts.matter, found)
    for rule, end in clocks:
        if end.flags:
            _note_changes(rule, end, codes, facts.matter, found)
    for date in dates:
        _note_not_met(date, facts, found)
    if facts.area is not None:
        found["area"] = {"local_names": None}
    return [(fact, tuple(sorted(found[fact], key=_PLACE.__getitem__))) for fact in sorted(found, key=ORDER.__getitem__)]


def _note_changes(
    rule: Rule, end: Node, codes: list[int], matter: str, found: dict[str, dict[str, None]]
) -> None:
    for question in rule.changes(end, codes):
        fact = fact_of(question, matter)
        changes = found.get(fact)
        if changes is None:
            changes = found[fact] = {}
        changes[_CHANGE[rule]] = None


def _note_not_met(date: DateAnswer, facts: Facts, found: dict[str, dict[str, None]]) -> None:
    """The fact that would say whether the duty was done, where nobody has told it."""
    met_by = CLOCKS[date.date].met_by
    if met_by and date.state != "met":
        fact = _FACT_OF_MET.get(met_by[0], met_by[0])
        if fact not in facts.days and fact not in facts.known_not:
            found.setdefault(fact, {})[f"date:{date.date}"] = None
