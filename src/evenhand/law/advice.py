"""From facts to every route and every date: the one calculation behind every door.

The order of work: facts, the situation, which clocks run, their days, which have passed or were missed, and
from these how every route stands. Nothing here knows a rule; it asks them.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from operator import itemgetter

from .answer import Advice, DateAnswer, RouteAnswer
from .counted import Days, count, count_items
from .facts import ISSUES, ORDER, Facts, read
from .mechanism.outcomes import STOPPED, Outcome
from .mechanism.questions import BY_NAME, QUESTIONS
from .mechanism.registry import CLOCKS, ROUTES, Clock, Route
from .mechanism.rules import LEAF, Node, Rule
from .mechanism.steps import STEPS
from .reading import codes_of, days_of
from .rules import agreements, appeals, asked, certificates, complaints, courts, mediation, resolution, schools

from .unknowns import behind_codes, changes, masks_of
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
_FACTS_OF_MET = {"contact": ("adviser_contacted", "adviser_told_no")}
_ACTION, _AGREED_BY = asked.action.number, asked.agreed_by.number
_KEPT_AT_MOST = 4096


def _numbers(pattern: str) -> dict[Clock, int]:
    asked_about = {clock: BY_NAME.get(pattern.format(clock.name)) for clock in (*LIMITS, *DATES)}
    return {clock: question.number for clock, question in asked_about.items() if question is not None}


_MISSED = _numbers("missed:{}")
_PASSED, _OTHER_PASSED = _numbers("passed:{}"), _numbers("passed:{}_other")

Stand = tuple[Node, tuple[str, ...]]
"""Where a rule comes out, and the missing facts that would change it."""
Found = dict[str, dict[str, None]]


class Asked:
    """A rule, and how it stood in the situations it was asked in before.

    The answers of exactly the questions that its tree has come to say how it stands, and with them which facts behind
    its questions about days are missing. What is kept is bounded, and forgotten whole when it is full.
    """

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        self.forget()

    def forget(self) -> None:
        """Forget what was kept."""
        self._pick: Callable[[list[int]], object] = itemgetter(0)
        self._kept: dict[object, Stand] = {}
        self._known = 0

    def stand(self, codes: list[int]) -> Stand:
        """How the rule stands for these answers."""
        return self._kept.get(self._pick(codes)) or self._work_out(codes)

    def _work_out(self, codes: list[int]) -> Stand:
        end = self.rule.find(codes)
        found = end, changes(self.rule, end, codes)
        if len(self.rule.numbers) != self._known or len(self._kept) >= _KEPT_AT_MOST:
            self._known = len(self.rule.numbers)
            self._pick = itemgetter(*sorted(self.rule.numbers), *masks_of(self.rule.numbers))
            self._kept.clear()
        self._kept[self._pick(codes)] = found
        return found


_ASKED = {rule: Asked(rule) for rule in (*DATES, *WAYS)}


def forget() -> None:
    """Forget every situation ever asked about: trees, tables and what was kept. For tests and measures."""
    for rule in (*LIMITS, *DATES, *WAYS):
        rule.forget()
    for kept in _ASKED.values():
        kept.forget()
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
    """How far the rules come by the answers of `HEAD`: routes that are already decided, and what is left to ask."""

    def __init__(self, codes: list[int]) -> None:
        self.limits = self._left(LIMITS, codes)
        self.dates = self._left(DATES, codes)
        self.routes: list[RouteAnswer | None] = []
        self.ways: list[tuple[int, Route, Asked]] = []
        for place, way in enumerate(WAYS):
            end = self._decided(way, codes)
            if end is not None and not (way.date and end.outcome.dated):  # type: ignore[attr-defined]
                self.routes.append(_route(way, end, frozenset(), ""))
            else:
                self.routes.append(None)
                self.ways.append((place, way, _ASKED[way]))

    @classmethod
    def _left(cls, clocks: Iterable[Clock], codes: list[int]) -> list[Clock]:
        ends = [(clock, cls._decided(clock, codes)) for clock in clocks]
        return [clock for clock, end in ends if end is None or end.outcome is not STOPPED]

    @staticmethod
    def _decided(rule: Rule, codes: list[int]) -> Node | None:
        """The end that the head leads to, where nothing that nobody told could change it."""
        end = rule.settle(frozenset(HEAD), codes)
        unknown = any(codes[number] == QUESTIONS[number].unknown for number in end.asked)
        return end if end.number == LEAF and not unknown else None


_BEGINNINGS: dict[tuple[int, ...], Beginning] = {}
_head = itemgetter(*HEAD)


def advise_on(facts: Facts) -> Advice:
    """The same for facts that have been read."""
    codes, days, matter = codes_of(facts), days_of(facts), facts.matter
    codes += behind_codes(facts)
    beginning = _BEGINNINGS.get(_head(codes))
    if beginning is None:
        beginning = _BEGINNINGS[_head(codes)] = Beginning(codes)
    found: Found = {}
    _count_limits(beginning, codes, days, facts)
    clocks: list[tuple[Clock, Stand]] = []
    dates = _count_dates(beginning, codes, days, facts, clocks)
    given = {date.date for date in dates}
    routes = beginning.routes.copy()
    for place, way, kept in beginning.ways:
        end, changing = kept.stand(codes)
        answer = routes[place] = _route(way, end, given, matter)
        for fact in answer.on_facts:
            found.setdefault(fact, {})[_CHANGE[way]] = None
        for fact in changing:
            found.setdefault(fact, {})[_CHANGE[way]] = None
    for clock, (_, changing) in clocks:
        for fact in changing:
            found.setdefault(fact, {})[_CHANGE[clock]] = None
    for date in dates:
        _note_not_met(date, facts, found)
    return Advice(facts.as_of, routes, dates, _in_order(found, facts))  # type: ignore[arg-type]


def _count_limits(beginning: Beginning, codes: list[int], days: Days, facts: Facts) -> None:
    done = days.get("contact", facts.as_of)
    for clock in beginning.limits:
        run = clock.find(codes).outcome
        if run is not STOPPED:
            last, _ = run.legs[0][0].look_up(days[run.legs[0][1]])  # type: ignore[attr-defined]
            codes[_MISSED[clock]] = 1 if done > last else 0


def _count_dates(
    beginning: Beginning, codes: list[int], days: Days, facts: Facts, stands: list[tuple[Clock, Stand]]
) -> list[DateAnswer]:
    found: list[DateAnswer] = []
    for clock in beginning.dates:
        stand = _ASKED[clock].stand(codes)
        stands.append((clock, stand))
        run = stand[0].outcome
        if run is STOPPED:
            continue
        if clock.name == "carry_out_agreement":
            found += _count_agreement(clock, codes, days, facts, stands)
            continue
        answer = count(clock, run, days, facts.as_of)  # type: ignore[arg-type]
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


def _count_agreement(
    clock: Clock, codes: list[int], days: Days, facts: Facts, stands: list[tuple[Clock, Stand]]
) -> list[DateAnswer]:
    assert facts.agreement is not None
    found: list[DateAnswer] = []
    trial, day_of = codes.copy(), dict(days)
    for place, (action, agreed_by) in enumerate(facts.agreement.items):
        trial[_ACTION] = asked.action.code(action)
        trial[_AGREED_BY] = 0 if agreed_by is None else 1
        if agreed_by is not None:
            day_of["agreed_by"] = agreed_by
        end, changing = _ASKED[clock].stand(trial)
        stands.append((clock, (end, changing)))
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


def _note_not_met(date: DateAnswer, facts: Facts, found: Found) -> None:
    """The facts that would say whether the duty was done, and one that would move the day to act by."""
    clock = CLOCKS[date.date]
    if date.state != "met":
        for met in clock.met_by:
            for fact in _FACTS_OF_MET.get(met, (met,)):
                if fact not in facts.days and fact not in facts.known_not:
                    found.setdefault(fact, {})[_CHANGE[clock]] = None
    for fact in clock.safe_from.values():
        if fact not in facts.days and fact not in facts.known_not:
            found.setdefault(fact, {})[_CHANGE[clock]] = None


def _in_order(found: Found, facts: Facts) -> list[tuple[str, tuple[str, ...]]]:
    """Each missing fact with what it would change, in the contract's order."""
    if facts.area is not None:
        found["area"] = {"local_names": None}
    return [
        (fact, tuple(sorted(found[fact], key=_PLACE.__getitem__))) for fact in sorted(found, key=ORDER.__getitem__)
    ]
