"""Periods added to days: month ends, both ways of counting, and leap years."""

from datetime import date, timedelta

import pytest

from evenhand.law import counting
from tests.law.second_reading import arithmetic


def d(text):
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("start", "months", "last"),
    [
        ("2025-09-30", 4, "2026-01-30"),  # Dodds v Walker itself: 30 September to 30 January
        ("2025-12-31", 2, "2026-02-28"),
        ("2027-12-31", 2, "2028-02-29"),
        ("2027-12-29", 2, "2028-02-29"),
        ("2026-12-30", 2, "2027-02-28"),
        ("2026-02-28", 2, "2026-04-28"),
        ("2026-03-31", 1, "2026-04-30"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2096-02-29", 48, "2100-02-28"),
        ("2026-06-15", 0, "2026-06-15"),
    ],
)
def test_months_after(start, months, last):
    assert counting.months_after(d(start), months) == d(last)


def test_every_day_and_every_number_of_months_as_the_second_arithmetic_has_them():
    day = date(2014, 9, 1)
    while day < date(2029, 1, 1):
        for months in (1, 2, 3, 6, 12):
            assert counting.months_after(day, months) == arithmetic.months_after(day, months)
            safe, other = arithmetic.months_beginning_with(day, months)
            assert counting.months_beginning_with(day, months) == safe
            assert counting.clamped(day, months) == (other is not None)
        day += timedelta(1)


@pytest.mark.parametrize("weeks", [1, 2, 5, 10, 11, 14])
def test_weeks_after_and_beginning_with_differ_by_a_day(weeks):
    start = date(2026, 3, 27)  # across the change of the clocks
    assert counting.weeks_after(start, weeks) == arithmetic.weeks_after(start, weeks)
    assert counting.weeks_beginning_with(start, weeks) == counting.weeks_after(start, weeks) - timedelta(1)
    assert counting.weeks_after(start, weeks).weekday() == start.weekday()


def test_five_weeks_beginning_with_the_first_are_35_days():
    assert counting.weeks_beginning_with(date(2026, 6, 1), 5) == arithmetic.five_weeks_beginning_with(
        date(2026, 6, 1)
    )


def test_thirty_days_do_not_count_the_first():
    assert (
        counting.days_after(date(2026, 1, 31), 30)
        == date(2026, 3, 2)
        == arithmetic.thirty_days_after(date(2026, 1, 31))
    )


@pytest.mark.parametrize(
    ("year", "last"), [(1900, 28), (2000, 29), (2026, 28), (2028, 29), (2040, 29), (2100, 28)]
)
def test_the_last_of_february(year, last):
    assert counting.last_of_month(year, 2) == last


def test_a_month_that_carried_on_would_be_found():
    """What adding 60 days, or letting 31 February run into March, would give is not what is given."""
    assert counting.months_after(date(2025, 12, 31), 2) not in (date(2026, 3, 1), date(2026, 3, 3))
