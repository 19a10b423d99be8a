"""A day as people type it: 15 June 2026, 15/6/2026, Mon 15th June 2026, 2026-06-15.

The day comes before the month, as in England. What cannot be a day, or does not say enough, is refused with
what is wrong with it: a day read wrongly can cost a family its appeal.
"""

import re
from calendar import monthrange
from datetime import date
from difflib import get_close_matches

from .output import Refusal, shortened

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
LIKE = "Type it like 15 June 2026, 15/6/2026 or 2026-06-15."


def day_typed(text: str) -> date:
    """The day that was typed. Raises `Refusal`."""
    words = _words(text)
    weekday = None
    if words and not words[0].isdigit() and (weekday := _one_of(WEEKDAYS, words[0])) is not None:
        words = words[1:]
    year, month, day = _in_order(text, words)
    found = _day(year, month, day)
    if weekday is not None and found.weekday() != weekday:
        said, typed = WEEKDAYS[found.weekday()].capitalize(), WEEKDAYS[weekday].capitalize()
        raise Refusal(
            f"{found.day} {month_name(month)} {year} is a {said}, not a {typed}: one of the two is wrong."
        )
    return found


def could_be_read_otherwise(text: str, day: date) -> bool:
    """Whether somebody who writes the month first would have meant another day."""
    words = _words(text)
    return (
        len(words[0]) < 3
        and words[0].isdigit()
        and words[1].isdigit()
        and day.day <= 12
        and day.day != day.month
    )


def month_name(month: int) -> str:
    """The month by its name."""
    return MONTHS[month - 1].capitalize()


def in_full(day: date) -> str:
    """The day in full: Monday 15 June 2026."""
    return f"{WEEKDAYS[day.weekday()].capitalize()} {day.day} {month_name(day.month)} {day.year}"


def _words(text: str) -> list[str]:
    """Numbers and words, in lower case, without ordinal endings, fillers and separators. Raises `Refusal`."""
    plain = re.sub(r"(?<=[0-9])(st|nd|rd|th)\b", "", text.strip().lower())
    if len(text) > 60 or not re.fullmatch(r"[a-z0-9\s,./-]+", plain):
        raise Refusal(f"'{shortened(text)}' is not a day. {LIKE}")
    return [word for word in re.findall(r"[0-9]+|[a-z]+", plain) if word not in ("of", "the", "on")]


def _one_of(names: tuple[str, ...], word: str) -> int | None:
    """The place of the name that the word is or begins, if it is at least three letters long."""
    if len(word) < 3:
        return None
    return next(
        (place for place, name in enumerate(names) if name.startswith(word) or word == name[:3] + "s"), None
    )


def _month_in(word: str) -> int:
    place = 8 if word == "sept" else _one_of(MONTHS, word)
    if place is None:
        near = get_close_matches(word, MONTHS, 1, 0.6)
        hint = f"Did you mean {near[0].capitalize()}?" if near else LIKE
        raise Refusal(f"There is no month called '{word}'. {hint}")
    return place + 1


def _in_order(text: str, words: list[str]) -> tuple[int, int, int]:
    """Year, month and day out of what was typed. Raises `Refusal`."""
    named = [word for word in words if not word.isdigit()]
    numbers = [word for word in words if word.isdigit()]
    if len(named) == 1 and len(numbers) == 2 and words[2].isdigit():
        month = _month_in(named[0])
        first, last = numbers
        year, day = (first, last) if len(first) == 4 else (last, first)
        return _year(text, year), month, int(day)
    if len(named) == 1 and len(numbers) == 1:
        _month_in(named[0])
        raise Refusal(f"'{text.strip()}' has no {'day' if len(numbers[0]) == 4 else 'year'}. {LIKE}")
    if named or len(numbers) != 3:
        raise Refusal(f"'{text.strip()}' is not a whole day: it needs a day, a month and a year. {LIKE}")
    if len(numbers[0]) == 4:
        return int(numbers[0]), int(numbers[1]), int(numbers[2])
    return _year(text, numbers[2]), int(numbers[1]), int(numbers[0])


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
