"""Days as people type them."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evenhand.journeys.typed_dates import MONTHS, NotADay, day_typed, within

DAY = date(2026, 6, 15)


@pytest.mark.parametrize(
    "typed",
    [
        ("15", "6", "2026"),
        ("15", "06", "2026"),
        (" 15 ", " June ", " 2026 "),
        ("15th", "june", "2026"),
        ("15", "JUN", "2026"),
        ("15", "Jun.", "2026"),
        ("１５", "６", "２０２６"),
        ("15/6/2026", "", ""),
        ("15/06/2026", "", ""),
        ("15.6.2026", "", ""),
        ("15-6-2026", "", ""),
        ("", "15 June 2026", ""),
        ("", "", "Monday 15th June 2026"),
        ("Mon 15 of June, 2026", "", ""),
        ("June 15 2026", "", ""),
        ("2026-06-15", "", ""),
    ],
)
def test_each_of_these_is_15_june_2026(typed: tuple[str, str, str]) -> None:
    assert day_typed(*typed) == DAY


@pytest.mark.parametrize(
    ("word", "month"), [("Sept", 9), ("sep", 9), ("September", 9), ("march", 3), ("Dec", 12)]
)
def test_a_month_by_its_name(word: str, month: int) -> None:
    assert day_typed("3", word, "2026") == date(2026, month, 3)


@pytest.mark.parametrize(
    ("typed", "fields", "words"),
    [
        (("", "6", "2026"), {"day"}, "needs a day"),
        (("15", "", "2026"), {"month"}, "needs a month"),
        (("15", "6", ""), {"year"}, "needs a year"),
        (("15 June", "", ""), {"year"}, "needs a year"),
        (("June 2026", "", ""), {"day"}, "needs a day"),
        (("15", "", ""), {"month"}, "needs a month"),
        (("31", "4", "2026"), {"day"}, "April 2026 has 30 days, so there is no 31 April"),
        (("29", "2", "2026"), {"day"}, "February 2026 has 28 days"),
        (("5", "13", "2026"), {"day", "month"}, "Did you mean 13 May?"),
        (("5/13/2026", "", ""), {"day", "month"}, "Did you mean 13 May?"),
        (("15", "40", "2026"), {"month"}, "is not a month"),
        (("15", "0", "2026"), {"month"}, "is not a month"),
        (("15", "Juen", "2026"), {"month"}, "Did you mean June?"),
        (("15", "blah", "2026"), {"month"}, "is not a month"),
        (("15", "Ju", "2026"), {"month"}, "month"),
        (("15", "6", "26"), {"year"}, "such as 2026"),
        (("15", "6", "226"), {"year"}, "Type all four figures"),
        (("15", "6", "0000"), {"year"}, "is not a year"),
        (("15", "6", "soon"), {"year"}, "is not a year"),
        (("0", "6", "2026"), {"day"}, "is not a day"),
        (("32", "6", "2026"), {"day"}, "is not a day"),
        (("x", "6", "2026"), {"day"}, "is not a day"),
        (("-1", "6", "2026"), {"day"}, "is not a day"),
        (("²", "6", "2026"), set(), ""),
        (("1 2 3 4", "", ""), {"day", "month", "year"}, "is not a whole date"),
    ],
)
def test_what_is_wrong_is_said(typed: tuple[str, str, str], fields: set[str], words: str) -> None:
    if not fields:
        assert day_typed(*typed) == date(2026, 6, 2)  # the figure itself, written small
        return
    with pytest.raises(NotADay) as refusal:
        day_typed(*typed)
    assert words in str(refusal.value)
    assert set(refusal.value.fields) == fields


@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=80))
def test_whatever_is_typed_is_a_day_or_a_message(day: str, month: str, year: str) -> None:
    with suppress(NotADay):  # and nothing else
        assert isinstance(day_typed(day, month, year), date)


@given(st.dates(date(1000, 1, 1)))
def test_every_day_can_be_typed(day: date) -> None:
    assert day_typed(str(day.day), MONTHS[day.month - 1], f"{day.year:04}") == day


@pytest.mark.parametrize(
    ("day", "ahead", "words"),
    [
        (date(2026, 11, 17), False, "still to come"),
        (date(2041, 1, 1), True, "later than we can count"),
        (date(2014, 8, 31), False, "before 2014-09-01"),
    ],
)
def test_a_day_must_be_one_that_the_question_can_mean(day: date, ahead: bool, words: str) -> None:
    with pytest.raises(NotADay, match=words):
        within(day, date(2026, 11, 16), date(2014, 9, 1), ahead)


def test_today_is_not_ahead() -> None:
    assert within(DAY, DAY, date(2014, 9, 1), False) == DAY
    assert within(date(2026, 7, 1), DAY, date(2014, 9, 1), True) == date(2026, 7, 1)
