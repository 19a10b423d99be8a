"""A million people at once: arrays of facts in, arrays of dates and states out.

The same law as `advise`, taken from its tables. In: for each fact an array of numbers (see `Columns`). Out: the last
day of each date and the state of each route. Agreements, being lists, are not for bulk.
"""

from collections.abc import Callable, Iterator
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
from .tables import (
    DAYS,
    Codes,
    Group,
    Legs,
    Numbers,
    RuleTable,
    day_of_number,
    groups,
    head_codes,
    number_of,
    roll_table,
    route_tables,
    step_table,
)

CHUNK = 1 << 15
"""Rows worked on at a time: their arrays stay in the processor's own memory."""
UNKNOWN = 2
DAY_FACTS = (
    "notice_sent",
    "notice_dated",
    "adviser_contacted",
    "adviser_told_no",
    "authority_told",
    "commissioner_notified",
    "adviser_told_cannot_arrange",
    "mediation_on",
    "mediation_concluded",
    "certificate_issued",
    "conduct_on",
    "learned_of_matter_on",
    "recommendation_made_on",
    "appeal_received",
    "complaint_answered_on",
    "governors_decided_on",
)
FLAG_FACTS = (
    "health_issue",
    "social_care_issue",
    "education_issue",
    "wants_mediation",
    "assessment_or_plan_under_way",
)
COUNTED = tuple(
    clock for clock in DATES if clock.name not in ("tell_authority_of_agreement", "carry_out_agreement")
)


class Columns:
    """The facts of many people, one array each, all of one length.

    `matter` and `acting` are codes (places in `MATTERS` and `ACTING`); `sections` has a bit for each section in the
    schema's order and 0 for unknown; `days` maps a fact to numbers of days (`tables.number_of`; 0 none), with `as_of`
    and perhaps `date_of_birth` among them; `flags` maps a fact to 0, 1 or 2 (unknown). What is missing is unknown.
    The rows are taken to be free of contradictions.
    """

    def __init__(
        self,
        matter: Codes,
        acting: Codes | None,
        sections: NDArray[np.uint16] | None,
        days: dict[str, Numbers],
        flags: dict[str, Codes],
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
        self.limits = Group([RuleTable(clock, self.legs[clock]) for clock in LIMITS], masks=True)
        self.clocks = groups((RuleTable(clock, self.legs[clock]) for clock in COUNTED), masks=True)
        self.routes = groups(route_tables(WAYS))
        self.roll = roll_table()
        combinations = [
            tuple(name for bit, name in enumerate(SECTIONS) if bits >> bit & 1)
            for bits in range(1 << len(SECTIONS))
        ]
        self.sections = np.array(
            [[section_code(found), *self._issues(found)] for found in combinations], np.uint8
        )
        """By the bits of the sections: which can be appealed, and whether they are about health, care, education."""
        self.who = np.array([self._who(place) for place in range(32)], np.uint16)

    @staticmethod
    def _issues(found: tuple[str, ...]) -> list[int]:
        return [UNKNOWN if not found else int(not about.isdisjoint(found)) for about in ISSUES.values()]

    @staticmethod
    def _who(place: int) -> int:
        """The answer to `who` by `acting` and three bits: age known, over compulsory school age, 25 or over."""
        acting, known, grown, old = place & 3, place >> 2 & 1, place >> 3 & 1, place >> 4 & 1
        if known and old:
            return asked.who.code("over_25" if acting < 2 else "body_over_25")
        if acting >= 2:
            return asked.who.code(("authority", "commissioning_body")[acting - 2])
        if known and grown and acting == 0:
            return asked.who.code("young_person_holds")
        return asked.who.code("parent_holds" if known and not grown and acting == 1 else "holder")

    @property
    def ages(self) -> Numbers:
        """By day of birth: the last day of compulsory school age, and the 25th birthday, side by side."""
        return _ages()


@cache
def _ages() -> Numbers:
    ages = np.zeros((DAYS + 1, 2), np.uint16)
    for number in range(1, number_of(LAST_DAY) + 1):
        born = day_of_number(number)
        ages[number] = number_of(school_age_ends(born)), number_of(birthday(born, TOO_OLD))
    return ages


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
        _evaluate_part(
            made, columns.part(start, stop), answers.dates[:, start:stop], answers.states[:, start:stop]
        )
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
    days = _all_days(columns)
    codes = _codes(made, columns, days)
    as_of = days["as_of"]
    counting = Counting(made, days)
    head = head_codes(codes)
    done = np.minimum(days["contact"] - ONE, as_of - ONE) + ONE  # no contact is later than today
    for clock, masks in _clocks_of(made, made.limits, head, codes):
        codes[MISSED[clock.name]] = _after(done, counting.last_days(clock, masks))
    for group in made.clocks:
        for clock, masks in _clocks_of(made, group, head, codes):
            dates[DATE_ORDER.index(clock.name)] = counting.count(clock, masks, codes)
    for group in made.routes:
        found = group.look_up(head, codes)
        for place, way in enumerate(group.rules):
            states[ROUTE_ORDER.index(way.name)] = found[:, place]


def _clocks_of(
    made: Tables, group: Group, head: NDArray[np.intp], codes: dict[int, Numbers]
) -> Iterator[tuple[Clock, Numbers]]:
    """Each clock of a group with the masks of its legs: an array of rows by legs."""
    masks, place = group.look_up(head, codes), 0
    for clock in group.rules:
        assert isinstance(clock, Clock)
        count = len(made.legs[clock].legs)
        yield clock, masks[:, place : place + count]
        place += count


def _after(day: Numbers, limit: Numbers) -> Numbers:
    """Whether the day lies after the limit; not where there is no limit (0 wraps to the largest number)."""
    return (day - ONE > limit - ONE).astype(np.uint16)


ONE = np.uint16(1)
MISSED = {question.about: question.number for question in asked.MISSED}
PASSED = {question.about: question.number for question in asked.PASSED}
QUALITIES = {
    q.about: q.number
    for q in (
        asked.health_issue,
        asked.social_care_issue,
        asked.education_issue,
        asked.wants_mediation,
        asked.under_way,
    )
}
SINCE = number_of(date.fromisoformat(asked.RECOMMENDATIONS_BEGIN))


def _all_days(columns: Columns) -> dict[str, Numbers]:
    none = np.zeros(len(columns), np.uint16)
    days = {name: columns.days.get(name, none) for name in (*DAY_FACTS, "as_of", "date_of_birth")}
    days["contact"] = np.minimum(days["adviser_contacted"] - ONE, days["adviser_told_no"] - ONE) + ONE
    days["agreement"] = none
    return days


def _codes(made: Tables, columns: Columns, days: dict[str, Numbers]) -> dict[int, Numbers]:
    count = len(columns)
    unknown, no = np.full(count, UNKNOWN, np.uint16), np.zeros(count, np.uint16)
    codes = {question.number: no for question in (*asked.PASSED, *asked.MISSED)}
    codes[asked.matter.number] = columns.matter.astype(np.uint16)
    codes[asked.who.number] = _who(columns, days, made)
    _sections(made, columns, codes, unknown)
    for event in (*asked.EVENTS, asked.contact):
        codes[event.number] = (days[event.about] != 0).astype(np.uint16)
    printed, sent, as_of = days["notice_dated"], days["notice_sent"], days["as_of"]
    since = (printed >= SINCE) | (printed == 0) & ((sent >= SINCE) | (sent == 0) & (as_of >= SINCE))
    codes[asked.since_recommendations.number] = since.astype(np.uint16)
    codes[asked.not_a_party.number] = unknown
    return codes


def _sections(made: Tables, columns: Columns, codes: dict[int, Numbers], unknown: Numbers) -> None:
    """What the matter is about: the sections where they are named, the flags where they are given."""
    flags = {name: columns.flags[name].astype(np.uint16) for name in FLAG_FACTS if name in columns.flags}
    named = (
        None
        if columns.sections is None
        else made.sections.take(columns.sections.astype(np.intp), axis=0, mode="wrap")
    )
    codes[asked.sections.number] = (
        np.full(len(columns), asked.sections.unknown, np.uint16)
        if named is None
        else named[:, 0].astype(np.uint16)
    )
    for name in FLAG_FACTS:
        code = flags.get(name, unknown)
        if named is not None and name in ISSUES:
            # Both known they agree, so the smaller code is the known one: 0 and 1 stand before "unknown".
            code = np.minimum(code, named[:, 1 + list(ISSUES).index(name)])
        codes[QUALITIES[name]] = code


def _who(columns: Columns, days: dict[str, Numbers], made: Tables) -> Numbers:
    """Parent and young person hold the right unless the date of birth says otherwise; the bodies are themselves."""
    place = np.zeros(len(columns), np.uint16) if columns.acting is None else columns.acting.astype(np.uint16)
    if "date_of_birth" in columns.days:
        born, as_of = days["date_of_birth"], days["as_of"]
        ages = made.ages.take(born.astype(np.intp), axis=0, mode="wrap")
        place = place + (born != 0) * np.uint16(4)
        place += (as_of > ages[:, 0]) * np.uint16(8)
        place += (as_of >= ages[:, 1]) * np.uint16(16)
    return made.who.take(place.astype(np.intp), mode="wrap")


class Counting:
    """The last days of a part's rows; a step from the same fact is looked up once."""

    def __init__(self, made: Tables, days: dict[str, Numbers]) -> None:
        self._made, self._days = made, days
        self._taken: dict[tuple[int, str], Numbers] = {}
        self._indexes: dict[str, NDArray[np.intp]] = {}

    def _last(self, step: Step, fact: str) -> Numbers:
        table = step_table(step)
        last = self._taken.get((id(table), fact))
        if last is None:
            last = self._taken[id(table), fact] = table.take(self._index(fact), mode="wrap")
        return last

    def _index(self, fact: str) -> NDArray[np.intp]:
        index = self._indexes.get(fact)
        if index is None:
            index = self._indexes[fact] = self._days[fact].astype(np.intp)
        return index

    def last_days(self, clock: Clock, masks: Numbers) -> Numbers:
        """The last day before any roll: the latest or the earliest of the legs that run, 0 where none does."""
        legs = self._made.legs[clock]
        found: Numbers | None = None
        for place, (step, fact) in enumerate(legs.legs):
            last = self._last(step, fact) & masks[:, place]
            if found is None:
                found = last
            elif legs.latest:
                np.maximum(found, last, out=found)
            else:
                found = np.minimum(found - ONE, last - ONE) + ONE
        assert found is not None
        return found

    def count(self, clock: Clock, masks: Numbers, codes: dict[int, Numbers]) -> Numbers:
        """The last day of a clock, and the codes of the questions whether it has passed."""
        on, as_of = self.last_days(clock, masks), self._days["as_of"]
        if clock.roll is None:
            if clock.name in PASSED:
                codes[PASSED[clock.name]] = _after(as_of, on)
            return on
        rolled = self._made.roll.take(on.astype(np.intp), axis=0, mode="wrap")
        codes[PASSED[clock.name]] = _after(as_of, rolled[:, 0])
        codes[PASSED[f"{clock.name}_other"]] = _after(as_of, rolled[:, 1])
        return rolled[:, 0]
