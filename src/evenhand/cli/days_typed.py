"""A day as people type it: 15 June 2026, 15/6/2026, Mon 15th June 2026, 2026-06-15.

The day comes before the month, as in England. What cannot be a day, or does not say enough, is refused with
what is wrong with it: a day read wrongly can cost a family its appeal.
"""

import re
from calendar import monthrange
from datetime import date

from evenhand.journeys.typed_dates import (
    MONTHS,
    WEEKDAYS,
    NotADay,
    in_order,
    month_like,
    month_of,
    weekday_of,
    words_of,
)

from .output import Refusal, shortened

LIKE = "Type it like 15 June 2026, 15/6/2026 or 2026-06-15."


def day_typed(text: str) -> date:
    """The day that was typed. Raises `Refusal`."""
    if len(text) > 60 or not re.fullmatch(r"[A-Za-z0-9\s,./-]+", text):
        raise Refusal(f"'{shortened(text)}' is not a day. {LIKE}")
    named = map(weekday_of, re.findall("[A-Za-z]+", text))
    weekday = next((place for place in named if place is not None), None)
    year, month, day = _in_order(text, words_of(text))
    found = _day(year, month, day)
    if weekday is not None and found.weekday() != weekday:
        said, typed = WEEKDAYS[found.weekday()], WEEKDAYS[weekday]
        raise Refusal(
            f"{found.day} {month_name(month)} {year} is a {said}, not a {typed}: one of the two is wrong."
        )
    return found


def could_be_read_otherwise(text: str, day: date) -> bool:
    """Whether somebody who writes the month first would have meant another day."""
    words = words_of(text)
    return (
        len(words[0]) < 3
        and words[0].isdigit()
        and words[1].isdigit()
        and day.day <= 12
        and day.day != day.month
    )


def month_name(month: int) -> str:
    """The month by its name."""
    return MONTHS[month - 1]


def in_full(day: date) -> str:
    """The day in full: Monday 15 June 2026."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {month_name(day.month)} {day.year}"


def _month_in(word: str) -> int:
    month = month_of(word)
    if month is None:
        near = month_like(word)
        hint = f"Did you mean {near}?" if near else LIKE
        raise Refusal(f"There is no month called '{word}'. {hint}")
    return month


def _in_order(text: str, words: list[str]) -> tuple[int, int, int]:
    """Year, month and day out of what was typed. Raises `Refusal`."""
    numbers = [word for word in words if word.isdigit()]
    if len(words) == 2 and len(numbers) == 1:
        _month_in(next(word for word in words if not word.isdigit()))
        raise Refusal(f"'{text.strip()}' has no {'day' if len(numbers[0]) == 4 else 'year'}. {LIKE}")
    try:
        day, month, year = in_order(text, words)
    except NotADay:
        day, month, year = "", "", ""
    if not (day.isdigit() and year.isdigit()):
        raise Refusal(f"'{text.strip()}' is not a whole day: it needs a day, a month and a year. {LIKE}")
    number = int(month) if month.isdigit() else _month_in(month)
    return _year(text, year), number, int(day)


def _year(text: str, word: str) -> int:
    if len(word) != 4:
        raise Refusal(
            f"'{text.strip()}' could be more than one day: write the year with four figures. {LIKE}"
        )
    return int(word)


def _day(year: int, month: int, day: int) -> date:
    """The day itself. Raises `Refusal` where the calendar has none such."""
    if not 1 <= month <= 12:
        hint = ": the day comes first, then the month" if 1 <= day <= 12 and month <= 31 else ""
        raise Refusal(f"There is no month {month}{hint}. {LIKE}")
    if year < 1:
        raise Refusal(f"There is no year {year:04}. {LIKE}")
    days = monthrange(year, month)[1]
    if not 1 <= day <= days:
        raise Refusal(
            f"{month_name(month)} {year} has {days} days: there is no {day} {month_name(month)} {year}."
        )
    return date(year, month, day)
