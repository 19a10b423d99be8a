"""A million people at once: arrays of facts in, arrays of dates and states out.

The same law as `advise`, taken from its tables. In: for each fact an array of numbers (see `Columns`). Out: the last
day of each date and the state of each route. Agreements, being lists, are not for bulk.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import cache

import numpy as np
from numpy.typing import NDArray

from .advice import DATE_ORDER, DATES, LIMITS, ROUTE_ORDER, WAYS
from .facts import ISSUES, LAST_DAY, SECTIONS
from .mechanism.registry import Clock
from .mechanism.steps import Step
from .reading import section_code
from .rules import asked
from .rules.holders import TOO_OLD, birthday, school_age_ends
from .tables import DAYS, Codes, Group, Legs, Numbers, RuleTable, day_of_number, groups, head_codes, number_of, roll_tables, route_tables, step_table

CHUNK = 1 << 15
"""Rows worked on at a time: their arrays stay in the processor's own memory."""
UNKNOWN = 2
DAY_FACTS = (
    "notice_sent", "notice_dated", "adviser_contacted", "adviser_told_no", "authority_told", "commissioner_notified",
    "adviser_told_cannot_arrange", "mediation_on", "mediation_concluded", "certificate_issued", "conduct_on",
    "learned_of_matter_on", "recommendation_made_on", "appeal_received", "complaint_answered_on", "governors_decided_on",
)
FLAG_FACTS = (
    "health_issue", "social_care_issue", "education_issue", "wants_mediation", "assessment_or_plan_under_way",
)
COUNTED = tuple(clock for clock in DATES if clock.name not in ("tell_authority_of_agreement", "carry_out_agreement"))


class Columns:
    """The facts of many people, one array each, all of one length.

    `matter` and `acting` are codes (places in `MATTERS` and `ACTING`); `sections` has a bit for each section in the
    schema's order and 0 for unknown; `days` maps a fact to numbers of days (`tables.number_of`; 0 none), with `as_of`
    and perhaps `date_of_birth` among them; `flags` maps a fact to 0, 1 or 2 (unknown). What is missing is unknown.
    The rows are taken to be free of contradictions.
    """

    def __init__(
        self, matter: Codes, acting: Codes | None, sections: NDArray[np.uint16] | None,
        days: dict[str, Numbers], flags: dict[str, Codes],
    ) -> None:
        self.matter, self.acting, self.sections = matter, acting, sections
        self.days, self.flags = days, flags

    def __len__(self) -> int:
        return len(self.matter)

    def part(self, start: int, stop: int) -> "Columns":
        """The rows from `start` to `stop`."""
        return Columns(
            self.matter[start:stop],
            None if self.acting is None else self.acting[start:stop],
            None if self.sections is None else self.sections[start:stop],
            {name: column[start:stop] for name, column in self.days.items()},
            {name: column[start:stop] for name, column in self.flags.items()},
        )


class Answers:
    """`dates[:, i]` the number of the last day of `DATE_ORDER[i]` (0 none); `states[:, j]` the state of route j."""

    def __init__(self, count: int) -> None:
        self.dates: Numbers = np.zeros((len(DATE_ORDER), count), np.uint16)
        self.states: Codes = np.zeros((len(ROUTE_ORDER), count), np.uint8)


class Tables:
    """Every table that the bulk path takes from, made once."""

    def __init__(self) -> None:
        self.legs = {clock: Legs(clock) for clock in (*LIMITS, *COUNTED)}
        self.limits = Group([RuleTable(clock, self.legs[clock]) for clock in LIMITS])
        self.clocks = groups(RuleTable(clock, self.legs[clock]) for clock in COUNTED)
        self.routes = groups(route_tables(WAYS))
        self.steps: dict[Step, Numbers] = {
            step: step_table(step) for legs in self.legs.values() for step, _ in legs.legs
        }
        self.roll, self.other_roll = roll_tables()
        combinations = [
            tuple(name for bit, name in enumerate(SECTIONS) if bits >> bit & 1) for bits in range(1 << len(SECTIONS))
        ]
        self.sections = np.array([section_code(found) for found in combinations], np.uint8)
        self.issues = {
            name: np.array([UNKNOWN if not found else int(not about.isdisjoint(found)) for found in combinations], np.uint8)
            for name, about in ISSUES.items()
        }

    @property
    def ages(self) -> tuple[Numbers, Numbers]:
        """By day of birth: the last day of compulsory school age, and the 25th birthday."""
        return _ages()


@cache
def _ages() -> tuple[Numbers, Numbers]:
    grown, old = np.zeros(DAYS + 1, np.uint16), np.zeros(DAYS + 1, np.uint16)
    for number in range(1, number_of(LAST_DAY) + 1):
        born = day_of_number(number)
        grown[number] = number_of(school_age_ends(born))
        old[number] = number_of(birthday(born, TOO_OLD))
    return grown, old


@cache
def tables() -> Tables:
    """The tables, made at the first use (about a second)."""
    return Tables()


def evaluate(columns: Columns, threads: int = 2, progress: Callable[[int], None] | None = None) -> Answers:
    """The dates and states of every row. `progress` is told how many rows each finished part had."""
    made, answers, count = tables(), Answers(len(columns)), len(columns)
    if "date_of_birth" in columns.days:
        _ages()

    def work(start: int) -> int:
        stop = min(start + CHUNK, count)
        _evaluate_part(made, columns.part(start, stop), answers.dates[:, start:stop], answers.states[:, start:stop])
        return stop - start

    starts = range(0, count, CHUNK)
    if len(starts) < 2 or threads < 2:
        finished = map(work, starts)
        _tell(finished, progress)
    else:
        with ThreadPoolExecutor(threads) as pool:
            _tell(pool.map(work, starts), progress)
    return answers


def _tell(finished: object, progress: Callable[[int], None] | None) -> None:
    for rows in finished:  # type: ignore[attr-defined]
        if progress is not None:
            progress(rows)


def _evaluate_part(made: Tables, columns: Columns, dates: Numbers, states: Codes) -> None:
    count = len(columns)
    days = _all_days(columns, count)
    codes = _codes(made, columns, days, count)
    as_of = days["as_of"]
    taken: dict[tuple[int, str], Numbers] = {}
    head = head_codes(codes)
    bits = made.limits.look_up(head, codes)
    for place, clock in enumerate(LIMITS):
        on = _last_days(made, clock, bits[:, place], days, taken)
        done = np.where(days["contact"] != 0, days["contact"], as_of)
        question = clock.question("missed")
        assert question is not None
        codes[question.number] = _after(done, on)
    for group in made.clocks:
        bits = group.look_up(head, codes)
        for place, clock in enumerate(group.rules):
            assert isinstance(clock, Clock)
            dates[DATE_ORDER.index(clock.name)] = _count(made, clock, bits[:, place], days, taken, codes)
    for group in made.routes:
        found = group.look_up(head, codes)
        for place, way in enumerate(group.rules):
            states[ROUTE_ORDER.index(way.name)] = found[:, place]


def _after(day: Numbers, limit: Numbers) -> Codes:
    """Whether the day lies after the limit; not where there is no limit (0 wraps to the largest number)."""
    return (np.subtract(day, 1) > np.subtract(limit, 1)).view(np.uint8)


def _all_days(columns: Columns, count: int) -> dict[str, Numbers]:
    none = np.zeros(count, np.uint16)
    days = {name: columns.days.get(name, none) for name in (*DAY_FACTS, "as_of", "date_of_birth")}
    contacted, told_no = days["adviser_contacted"], days["adviser_told_no"]
    days["contact"] = np.minimum(np.subtract(contacted, 1), np.subtract(told_no, 1)) + np.uint16(1)
    days["agreement"] = none
    return days


def _codes(made: Tables, columns: Columns, days: dict[str, Numbers], count: int) -> dict[int, Codes]:
    unknown = np.full(count, UNKNOWN, np.uint8)
    no = np.zeros(count, np.uint8)
    codes = {question.number: no for question in (*asked.PASSED, *asked.MISSED)}
    codes[asked.matter.number] = columns.matter
    codes[asked.who.number] = _who(columns, days, made)
    sections = columns.sections
    codes[asked.sections.number] = (
        np.full(count, asked.sections.unknown, np.uint8) if sections is None else made.sections.take(sections)
    )
    for name in FLAG_FACTS:
        codes[QUALITIES[name]] = _flag(made, columns, name, unknown)
    for event in asked.EVENTS:
        codes[event.number] = (days[event.about] != 0).view(np.uint8)
    codes[asked.contact.number] = (days["contact"] != 0).view(np.uint8)
    decided = np.where(days["notice_dated"] != 0, days["notice_dated"], days["notice_sent"])
    decided = np.where(decided != 0, decided, days["as_of"])
    codes[asked.since_recommendations.number] = (decided >= SINCE).view(np.uint8)
    codes[asked.not_a_party.number] = unknown
    return codes


QUALITIES = {q.about: q.number for q in (asked.health_issue, asked.social_care_issue, asked.education_issue, asked.wants_mediation, asked.under_way)}
SINCE = number_of(date.fromisoformat(asked.RECOMMENDATIONS_BEGIN))


def _flag(made: Tables, columns: Columns, name: str, unknown: Codes) -> Codes:
    flag = columns.flags.get(name)
    if name not in ISSUES or columns.sections is None:
        return unknown if flag is None else flag
    from_sections = made.issues[name].take(columns.sections)
    return from_sections if flag is None else np.where(flag != UNKNOWN, flag, from_sections)


def _who(columns: Columns, days: dict[str, Numbers], made: Tables) -> Codes:
    """Parent and young person hold the right unless the date of birth says otherwise; the bodies are themselves."""
    code = asked.who.code
    bodies = np.array([code("holder"), code("holder"), code("authority"), code("commissioning_body")], np.uint8)
    acting = np.zeros(len(columns), np.uint8) if columns.acting is None else columns.acting
    who = bodies.take(acting)
    if "date_of_birth" not in columns.days:
        return who
    born, as_of = days["date_of_birth"], days["as_of"]
    grown_by, old_from = (table.take(born) for table in made.ages)
    known, grown = born != 0, as_of > grown_by
    who = np.where(known & grown & (acting == 0), np.uint8(code("young_person_holds")), who)
    who = np.where(known & ~grown & (acting == 1), np.uint8(code("parent_holds")), who)
    too_old = np.where(acting < 2, np.uint8(code("over_25")), np.uint8(code("body_over_25")))
    return np.where(known & (as_of >= old_from), too_old, who)


def _last_days(
    made: Tables, clock: Clock, bits: Codes, days: dict[str, Numbers], taken: dict[tuple[int, str], Numbers]
) -> Numbers:
    """The last day before any roll: the latest or the earliest of the legs that run, 0 where none does."""
    legs = made.legs[clock]
    found: Numbers | None = None
    for place, (step, fact) in enumerate(legs.legs):
        table = made.steps[step]
        last = taken.get((id(table), fact))
        if last is None:
            last = taken[id(table), fact] = table.take(days[fact], mode="clip")
        runs = bits & np.uint8(1 << place) if len(legs.legs) > 1 else bits
        last = last * (runs != 0)
        if found is None:
            found = last
        elif legs.latest:
            found = np.maximum(found, last)
        else:
            found = np.minimum(np.subtract(found, 1), np.subtract(last, 1)) + np.uint16(1)
    assert found is not None
    return found


def _count(
    made: Tables, clock: Clock, bits: Codes, days: dict[str, Numbers], taken: dict[tuple[int, str], Numbers],
    codes: dict[int, Codes],
) -> Numbers:
    """The last day of a clock, and the codes of the questions whether it has passed."""
    on = _last_days(made, clock, bits, days, taken)
    passed = clock.question("passed")
    if clock.roll is None:
        if passed is not None:
            codes[passed.number] = _after(days["as_of"], on)
        return on
    rolled, other = made.roll.take(on), made.other_roll.take(on)
    assert passed is not None
    codes[passed.number] = _after(days["as_of"], rolled)
    last = np.where(other != 0, other, rolled)
    codes[OTHER] = _after(days["as_of"], last)
    return rolled


OTHER = next(question.number for question in asked.PASSED if question.about == "register_appeal_other")
