"""A day as people type it into three fields, or the whole of it into one, or after a command.

The day comes before the month, as in England. What cannot be a day is refused with what is wrong with it:
a day that is read wrongly can cost a family its appeal.
"""

import re
import unicodedata
from calendar import monthrange
from datetime import date
from difflib import get_close_matches

from .model import gettext_noop

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
LAST_DAY = date(2040, 12, 31)
DAY, MONTH, YEAR = FIELDS = ("day", "month", "year")

NO_DAY = gettext_noop("The date needs a day.")
NO_MONTH = gettext_noop("The date needs a month.")
NO_YEAR = gettext_noop("The date needs a year.")
NOT_A_DAY = gettext_noop("“{typed}” is not a day. Type a number from 1 to 31.")
NOT_A_MONTH = gettext_noop("“{typed}” is not a month. Type a number from 1 to 12, or its name.")
DID_YOU_MEAN = gettext_noop("There is no month called “{typed}”. Did you mean {month}?")
SWAPPED = gettext_noop(
    "There is no month {typed}. The day comes first, then the month. Did you mean {day} {month}?"
)
NOT_A_YEAR = gettext_noop("“{typed}” is not a year. Type all four figures, such as 2026.")
SHORT_YEAR = gettext_noop("Type all four figures of the year, such as {year}.")
NO_SUCH_DAY = gettext_noop("{month} {year} has {days} days, so there is no {day} {month}.")
NOT_A_DATE = gettext_noop("“{typed}” is not a whole date. Type it like 27 3 2026 or 27 March 2026.")
AHEAD = gettext_noop("That day is still to come. Type a day that is today or in the past.")
TOO_EARLY = gettext_noop("That is before {earliest}. These rules are not for days before it. Check the year.")
TOO_LATE = gettext_noop("That is later than we can count. Check the year.")


class NotADay(ValueError):
    """What was typed is no day that can be used.

    `wording` has places for `values`, so that it can be translated; `fields` are those at fault.
    """

    def __init__(self, wording: str, *fields: str, **values: object) -> None:
        self.wording, self.values = wording, values
        self.fields = fields or FIELDS
        super().__init__(wording.format_map(values))


def day_typed(day: str, month: str, year: str) -> date:
    """The day that the three fields name. Raises `NotADay`.

    >>> day_typed("15", "June", "2026"), day_typed("15/6/2026", "", ""), day_typed("3", "sept", "2026")
    (datetime.date(2026, 6, 15), datetime.date(2026, 6, 15), datetime.date(2026, 9, 3))
    """
    parts = [_plain(part) for part in (day, month, year)]
    whole = [part for part in parts if part]
    if len(whole) == 1 and len(words_of(whole[0])) > 1:
        parts = in_order(whole[0], words_of(whole[0]))
    for wording, field, part in zip((NO_DAY, NO_MONTH, NO_YEAR), FIELDS, parts, strict=True):
        if not part:
            raise NotADay(wording, field)
    return _day(parts, _month(parts), _year(parts[2]))


def within(day: date, as_of: date, earliest: date, may_lie_ahead: bool) -> date:
    """The day, if it can be one for this question. Raises `NotADay`."""
    if day > LAST_DAY:
        raise NotADay(TOO_LATE, YEAR)
    if day > as_of and not may_lie_ahead:
        raise NotADay(AHEAD)
    if day < earliest:
        raise NotADay(TOO_EARLY, YEAR, earliest=earliest)
    return day


def _plain(text: str) -> str:
    """Without full-width figures, ordinal endings and space around it; never long."""
    text = unicodedata.normalize("NFKC", text).strip()[:60]
    return re.sub(r"(?<=\d)(st|nd|rd|th)\b", "", text, flags=re.IGNORECASE)


def words_of(text: str) -> list[str]:
    """The numbers and words of a date, without ordinal endings, fillers and days of the week."""
    found: list[str] = re.findall(r"\d+|[^\W\d_]+", _plain(text))
    fillers = ("of", "the", "on")
    return [word for word in found if word.lower() not in fillers and weekday_of(word) is None]


def weekday_of(word: str) -> int | None:
    """The day of the week that a word is or begins, Monday being 0: Mon, Tues, Wednesday."""
    word = word.capitalize()
    return next(
        (
            place
            for place, day in enumerate(WEEKDAYS)
            if len(word) > 2 and (day.startswith(word) or word == f"{day[:3]}s")
        ),
        None,
    )


def month_of(word: str) -> int | None:
    """The month that a word is or begins: Jun, sept, October."""
    word = word.capitalize()
    if word == "Sept":
        return 9
    return next(
        (place for place, name in enumerate(MONTHS, 1) if len(word) > 2 and name.startswith(word)), None
    )


def month_like(word: str) -> str | None:
    """The month that somebody may have meant."""
    return next(iter(get_close_matches(word.capitalize(), MONTHS, 1, 0.6)), None)


def in_order(whole: str, words: list[str]) -> list[str]:
    """Day, month and year of a whole date: 15/6/2026, 15 June 2026, June 15 2026, 2026-06-15. Raises `NotADay`."""
    if len(words) == 2:
        if _is_month(words[1]):
            return [words[0], words[1], ""]
        return ["", *words] if _is_month(words[0]) else [*words, ""]
    if len(words) != 3:
        raise NotADay(NOT_A_DATE, typed=whole)
    if len(words[0]) == 4 and words[0].isdecimal():
        return words[::-1]
    if not words[0].isdecimal():
        return [words[1], words[0], words[2]]
    return words


def _is_month(word: str) -> bool:
    return not word.isdecimal()


def _month(parts: list[str]) -> int:
    typed = parts[1].strip(".")
    if typed.isdecimal():
        month = int(typed)
        if 1 <= month <= 12:
            return month
        day = parts[0]
        if month <= 31 and day.isdecimal() and 1 <= int(day) <= 12:
            raise NotADay(SWAPPED, DAY, MONTH, typed=month, day=month, month=MONTHS[int(day) - 1])
        raise NotADay(NOT_A_MONTH, MONTH, typed=parts[1])
    return _named_month(typed, parts[1])


def _named_month(word: str, typed: str) -> int:
    if month := month_of(word):
        return month
    if near := month_like(word):
        raise NotADay(DID_YOU_MEAN, MONTH, typed=typed, month=near)
    raise NotADay(NOT_A_MONTH, MONTH, typed=typed)


def _year(typed: str) -> int:
    if not typed.isdecimal() or len(typed) not in (2, 4):
        raise NotADay(NOT_A_YEAR, YEAR, typed=typed)
    if len(typed) == 2:
        raise NotADay(SHORT_YEAR, YEAR, year=f"20{int(typed):02}")
    if int(typed) < 1:
        raise NotADay(NOT_A_YEAR, YEAR, typed=typed)
    return int(typed)


def _day(parts: list[str], month: int, year: int) -> date:
    typed = parts[0]
    if not typed.isdecimal() or not 1 <= int(typed) <= 31:
        raise NotADay(NOT_A_DAY, DAY, typed=typed)
    days = monthrange(year, month)[1]
    if int(typed) > days:
        raise NotADay(NO_SUCH_DAY, DAY, month=MONTHS[month - 1], year=year, days=days, day=int(typed))
    return date(year, month, int(typed))
