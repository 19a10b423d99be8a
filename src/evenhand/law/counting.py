"""Counting in months, weeks and days: the only place where a period is added to a date.

A period "after" or "from" a day leaves that day out; a period "beginning with" a day counts it.
Months clamp to the last day of a shorter month, here and nowhere else (Dodds v Walker [1981]
1 WLR 1027; Interpretation Act 1978, Sch 1: a month is a calendar month).
"""

from datetime import date, timedelta

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def last_of_month(year: int, month: int) -> int:
    """The number of days in that month.

    >>> last_of_month(2028, 2), last_of_month(2100, 2)
    (29, 28)
    """
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if leap else _LENGTHS[month - 1]


def months_after(start: date, months: int) -> date:
    """The same-numbered day, `months` later; the last day of the month where there is none.

    >>> months_after(date(2025, 3, 14), 2)
    datetime.date(2025, 5, 14)

    December has a 31st and February has not, so the count stops at the 28th:

    >>> months_after(date(2025, 12, 31), 2)
    datetime.date(2026, 2, 28)
    """
    years, month = divmod(start.month - 1 + months, 12)
    year, month = start.year + years, month + 1
    return date(year, month, min(start.day, last_of_month(year, month)))


def months_beginning_with(start: date, months: int) -> date:
    """The last day of a period of months that counts its first day: the day before the same-numbered day.

    >>> months_beginning_with(date(2026, 1, 15), 6)
    datetime.date(2026, 7, 14)

    Where the last month has no such day this is the shorter reading, the day before its last day;
    `clamped` says so, and `months_after` then gives the longer one:

    >>> months_beginning_with(date(2026, 8, 31), 6), clamped(date(2026, 8, 31), 6)
    (datetime.date(2027, 2, 27), True)
    """
    return months_after(start, months) - timedelta(1)


def clamped(start: date, months: int) -> bool:
    """Whether the month that the period ends in is too short for the day it started on."""
    return months_after(start, months).day != start.day


def days_after(start: date, days: int) -> date:
    """The day that many days later; the first day is not counted.

    >>> days_after(date(2026, 12, 1), 30)
    datetime.date(2026, 12, 31)
    """
    return start + timedelta(days)


def weeks_after(start: date, weeks: int) -> date:
    """The same weekday, that many weeks later.

    >>> weeks_after(date(2026, 10, 15), 5)
    datetime.date(2026, 11, 19)
    """
    return start + timedelta(7 * weeks)


def weeks_beginning_with(start: date, weeks: int) -> date:
    """The last day of a period of weeks that counts its first day.

    >>> weeks_beginning_with(date(2026, 6, 1), 5)
    datetime.date(2026, 7, 5)
    """
    return start + timedelta(7 * weeks - 1)
