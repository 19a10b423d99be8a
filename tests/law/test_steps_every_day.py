"""Every step, on every day of the law's life, against the second arithmetic; and its table against the step.

The table `SAME` says, for each step by name, which function of the second arithmetic means the same, and from
which day to which day the step is law. A step that is not in it fails.
"""

import importlib
import pkgutil
from datetime import date, timedelta
from functools import cache

import numpy as np
import pytest

from evenhand.law import rules
from evenhand.law.counting import months_after
from evenhand.law.errors import NoLawInForce
from evenhand.law.facts import LAST_DAY
from evenhand.law.mechanism.steps import STEPS, Step
from evenhand.law.rules.appeals import rule_12
from evenhand.law.sources import REG_33
from evenhand.law.tables import FIRST, day_of_number, number_of, roll_table, step_table
from tests.law.second_reading import arithmetic as a

for _module in pkgutil.iter_modules(rules.__path__):
    importlib.import_module(f"{rules.__name__}.{_module.name}")

DAY_ONE = date(2014, 9, 1)
DAYS = [DAY_ONE + timedelta(n) for n in range((LAST_DAY - DAY_ONE).days + 1)]
BEFORE_REWRITING, REWRITTEN = date(2015, 3, 22), date(2015, 3, 23)
RECOMMENDATIONS, CLAIMS_LEFT_RULE_12 = date(2018, 4, 3), date(2020, 7, 21)


def weeks(count):
    return lambda day: a.weeks_after(day, count)


def three_working_days(day):
    return a.working_days_after(day, 3)


def four_or_five_weeks(day):
    """SI 2014/1530 reg 45 as made gave four weeks for contents, and since SI 2015/359 it gives five."""
    return a.weeks_after(day, 5 if day >= REWRITTEN else 4)


def thirty_working_days_out_of_season(day):
    """SI 2008/2699 r 21 with r 12(3): days of August and 25 December to 1 January are left out of the count."""
    left = 30
    while left:
        day += a.ONE_DAY
        if a.working(day) and not a.closed_for_starting(day):
            left -= 1
    return day


def six_months_safe(day):
    return a.six_months_starting_with(day)[0]


def six_months_other(day):
    """The last of a short month; or, for a claim whose time ended before 21 July 2020, rule 12(3) as it then read."""
    safe, last_of_month = a.six_months_starting_with(day)
    if last_of_month is not None:
        return last_of_month
    if safe < CLAIMS_LEFT_RULE_12 and a.closed_for_starting(safe):
        return a.rule_12(safe)[0]
    return None


def twelve_months_safe(day):
    return a.twelve_months_beginning_with(day)[0]


def twelve_months_other(day):
    return a.twelve_months_beginning_with(day)[1]


class Same:
    """What a step should come to: `on`, the `other` reading, and the days for which it is law."""

    def __init__(self, on, other=None, since=DAY_ONE, until=date.max):
        self.on, self.other, self.since, self.until = on, other, since, until


ALWAYS = date.min
SAME = {
    "two_months_from_sending": Same(a.two_months_after),
    "two_months_from_its_date": Same(a.two_months_after),
    "two_months_from_notice": Same(a.two_months_after),
    "one_month_from_certificate": Same(a.one_month_after),
    "three_months_at_most": Same(a.three_months_after, since=ALWAYS),
    "three_working_days_from_being_told_no": Same(three_working_days),
    "three_working_days_from_conclusion": Same(three_working_days),
    "three_working_days_from_cannot_arrange": Same(three_working_days),
    "three_working_days_to_notify": Same(three_working_days),
    "thirty_days_for_the_authority": Same(a.thirty_days_after),
    "thirty_days_for_the_health_body": Same(a.thirty_days_after),
    "five_clear_working_days_before": Same(a.five_clear_working_days_before, a.five_working_days_before),
    "one_week_to_tell_authority": Same(weeks(1)),
    "two_weeks_to_notify_assessment": Same(weeks(2)),
    "ten_weeks_for_reasons": Same(weeks(10)),
    "fourteen_weeks_for_plan": Same(weeks(14)),
    "five_weeks_for_draft": Same(weeks(5)),
    "eleven_weeks_for_plan": Same(weeks(11)),
    "two_weeks_to_reconsider": Same(weeks(2)),
    "five_weeks_to_amend": Same(weeks(5)),
    "two_weeks_to_name_school": Same(weeks(2)),
    "five_weeks_to_continue_and_amend": Same(weeks(5)),
    "two_weeks_for_other_things": Same(weeks(2)),
    "the_day_agreed": Same(lambda day: day, since=ALWAYS),
    "five_weeks_beginning_with_recommendation": Same(a.five_weeks_beginning_with, since=RECOMMENDATIONS),
    "twelve_months_beginning_with_knowledge": Same(twelve_months_safe, twelve_months_other, since=ALWAYS),
    "six_months_starting_with_conduct": Same(six_months_safe, six_months_other, since=ALWAYS),
    "thirty_working_days_to_respond": Same(thirty_working_days_out_of_season),
    "unopposed_two_weeks_to_notify": Same(weeks(2), since=REWRITTEN),
    "unopposed_four_weeks_to_assess": Same(weeks(4), until=BEFORE_REWRITING),
    "unopposed_ten_weeks_for_reasons": Same(weeks(10), since=REWRITTEN),
    "unopposed_fourteen_weeks_for_plan": Same(weeks(14), since=REWRITTEN),
    "unopposed_time_to_amend": Same(four_or_five_weeks),
    "unopposed_time_to_name_school": Same(weeks(2)),
    "unopposed_five_weeks_for_draft": Same(weeks(5), since=REWRITTEN),
    "unopposed_eleven_weeks_for_plan": Same(weeks(11), since=REWRITTEN),
    "unopposed_five_weeks_to_continue_and_amend": Same(weeks(5), since=REWRITTEN),
}

every_step = pytest.mark.parametrize("name", STEPS)


def differences(step, same):
    """The days on which the step and the second arithmetic differ, with what each says."""
    found = []
    for day in DAYS:
        in_force = same.since <= day <= same.until
        expected = same.on(day) if in_force else None
        other = same.other(day) if in_force and same.other is not None else None
        got = step.look_up(day)[0], step.other_on(day)
        if got != (expected, other):
            found.append((day, (expected, other), got))
    return found


def table_differences(step, table):
    """The days, from the first a table holds, on which the table and the step differ."""
    since = min(date.fromisoformat(version.since) if version.since else FIRST for version in step.versions)
    outside = np.flatnonzero(table[: number_of(since)])
    found = [day_of_number(int(number)) for number in outside]
    found += [
        day_of_number(int(n))
        for n in np.flatnonzero(table[number_of(LAST_DAY) + 1 :]) + number_of(LAST_DAY) + 1
    ]
    for day in DAYS:
        last, number = step.look_up(day)[0], int(table[number_of(day)])
        if (day_of_number(number) if number else None) != last:
            found.append(day)
    return found


def test_there_are_9619_days():
    assert (len(DAYS), DAYS[-1]) == (9_619, date(2040, 12, 31))


def test_every_step_has_its_second_reading_and_none_is_left_over():
    assert sorted(STEPS) == sorted(SAME)


@every_step
def test_every_day_is_that_of_the_second_arithmetic(name):
    assert differences(STEPS[name], SAME[name])[:3] == []


@every_step
def test_the_table_of_a_step_is_the_step(name):
    assert table_differences(STEPS[name], step_table(STEPS[name]))[:3] == []


@every_step
def test_a_day_without_that_law_is_refused_and_no_other(name):
    same = SAME[name]
    for day in (
        DAY_ONE - a.ONE_DAY,
        DAY_ONE,
        BEFORE_REWRITING,
        REWRITTEN,
        RECOMMENDATIONS - a.ONE_DAY,
        RECOMMENDATIONS,
    ):
        if same.since <= day <= same.until:
            assert STEPS[name].on(day) == same.on(day)
        else:
            with pytest.raises(NoLawInForce, match=f"No version of '{name}' is written for {day}"):
                STEPS[name].on(day)


# ---- rule 12


RAW = [DAY_ONE + timedelta(n) for n in range((LAST_DAY - DAY_ONE).days + 63)]
"""The days on which a time may end before rule 12 moves it: to two months after the last day of the law."""


def rule_12_differences(roll):
    return [day for day in RAW if roll(day)[:2] != a.rule_12(day)]


def test_rule_12_on_every_day_is_that_of_the_second_arithmetic():
    assert rule_12_differences(rule_12)[:3] == []


def test_rule_12_says_why_exactly_where_it_moves_a_day():
    for day in RAW:
        on, _, reasons = rule_12(day)
        assert (on != day) == bool(reasons), day


def test_the_table_of_rule_12_is_rule_12():
    """The safe day, and beside it the last day by any reading."""
    table = roll_table()
    for day in RAW:
        on, arguable, _ = rule_12(day)
        assert [int(number) for number in table[number_of(day)]] == [number_of(on), number_of(arguable or on)]


# ---- a test that has never failed proves nothing


def planted(count, since="2014-09-01", until=None, other=None):
    """A step that the books do not hold."""

    def counted(day):
        """A step with a fault."""
        return count(day)

    return Step("planted", None, "", False).version(REG_33, since=since, until=until, other=other)(counted)


def two_months_of_sixty_days(day):
    return day + timedelta(60)


def two_months_with_the_overflow_carried_on(day):
    """What `date(year, month + 2, day)` would be if 31 February were 3 March."""
    clamped = months_after(day, 2)
    return clamped + timedelta(day.day - clamped.day)


@pytest.mark.parametrize(
    ("step", "days"),
    [
        (planted(a.two_months_after), 0),
        (planted(two_months_of_sixty_days), 8_000),
        (planted(two_months_with_the_overflow_carried_on), 100),
        (planted(a.two_months_after, since="2014-09-02"), 1),
        (planted(a.two_months_after, until="2040-12-30"), 1),
        (planted(a.two_months_after, other=a.one_month_after), len(DAYS)),
    ],
)
def test_a_planted_fault_in_a_step_is_found(step, days):
    found = len(differences(step, SAME["two_months_from_notice"]))
    assert found >= days
    assert bool(found) == bool(days)


def test_a_planted_fault_in_a_table_is_found():
    step = STEPS["two_months_from_notice"]
    for day in (DAY_ONE - a.ONE_DAY, DAY_ONE, date(2026, 6, 15), LAST_DAY, LAST_DAY + a.ONE_DAY):
        table = step_table(step).copy()
        table[number_of(day)] += 1
        assert table_differences(step, table) == [day]


def test_a_planted_fault_in_rule_12_is_found():
    def forgotten(day):
        """What a well-known prototype does: no August and no Christmas."""
        while not a.working(day):
            day += a.ONE_DAY
        return day, None, ()

    @cache
    def by_name(day):
        return (day + a.ONE_DAY, None, ()) if day == date(2026, 8, 15) else rule_12(day)

    assert date(2026, 8, 15) not in rule_12_differences(rule_12)
    assert date(2026, 8, 14) in rule_12_differences(forgotten)
    assert rule_12_differences(by_name) == [date(2026, 8, 15)]
