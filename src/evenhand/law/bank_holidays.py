"""England's bank holidays: a frozen list, and the ordinary pattern for the years beyond it.

Source of the list: gov.uk/bank-holidays as carried by the package govuk-bank-holidays 0.19, read on
22 November 2026; `tests/law/test_bank_holidays.py` holds it against two libraries and fails when it ends
less than twelve months from today. Good Friday and Christmas Day are common-law holidays, the rest stand
under section 1 of the Banking and Financial Dealings Act 1971 and royal proclamations.
"""

from datetime import date, timedelta

KNOWN_FROM = date(2012, 1, 1)
KNOWN_TO = date(2028, 12, 31)

_LIST = """
2012 0102 0406 0409 0507 0604 0605 0827 1225 1226
2013 0101 0329 0401 0506 0527 0826 1225 1226
2014 0101 0418 0421 0505 0526 0825 1225 1226
2015 0101 0403 0406 0504 0525 0831 1225 1228
2016 0101 0325 0328 0502 0530 0829 1226 1227
2017 0102 0414 0417 0501 0529 0828 1225 1226
2018 0101 0330 0402 0507 0528 0827 1225 1226
2019 0101 0419 0422 0506 0527 0826 1225 1226
2020 0101 0410 0413 0508 0525 0831 1225 1228
2021 0101 0402 0405 0503 0531 0830 1227 1228
2022 0103 0415 0418 0502 0602 0603 0829 0919 1226 1227
2023 0102 0407 0410 0501 0508 0529 0828 1225 1226
2024 0101 0329 0401 0506 0527 0826 1225 1226
2025 0101 0418 0421 0505 0526 0825 1225 1226
2026 0101 0403 0406 0504 0525 0831 1225 1228
2027 0101 0326 0329 0503 0531 0830 1227 1228
2028 0103 0414 0417 0501 0529 0828 1225 1226
"""

_LISTED: dict[int, str] = {int(line[:4]): line[5:] for line in _LIST.split("\n") if line}


def bank_holidays(year: int) -> frozenset[date]:
    """The bank holidays of a year on Mondays to Fridays: listed where known, otherwise the ordinary pattern."""
    listed = _LISTED.get(year)
    if listed is None:
        return ordinary_bank_holidays(year)
    return frozenset(date(year, int(day[:2]), int(day[2:])) for day in listed.split())


def ordinary_bank_holidays(year: int) -> frozenset[date]:
    """What the 1971 Act and the usual proclamations give in a year without a special occasion.

    >>> sorted(ordinary_bank_holidays(2026)) == sorted(bank_holidays(2026))
    True
    """
    easter = easter_sunday(year)
    return frozenset(
        {
            easter - timedelta(2),
            easter + timedelta(1),
            _next_weekday(date(year, 1, 1), set()),
            _monday_on_or_after(date(year, 5, 1)),
            _monday_on_or_after(date(year, 5, 25)),
            _monday_on_or_after(date(year, 8, 25)),
            *_christmas(year),
        }
    )


def easter_sunday(year: int) -> date:
    """Easter Day of the Gregorian calendar (the anonymous computus, as in Meeus, Astronomical Algorithms).

    >>> easter_sunday(2026)
    datetime.date(2026, 4, 5)
    """
    golden, century, in_century = year % 19, year // 100, year % 100
    skipped = century - century // 4 - (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + skipped + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (in_century // 4) - epact - in_century % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _monday_on_or_after(day: date) -> date:
    return day + timedelta(-day.weekday() % 7)


def _next_weekday(day: date, taken: set[date]) -> date:
    while day.weekday() > 4 or day in taken:
        day += timedelta(1)
    return day


def _christmas(year: int) -> set[date]:
    """Christmas Day and Boxing Day; one that falls on a weekend moves to the next free weekday."""
    days = [date(year, 12, 25), date(year, 12, 26)]
    kept = {day for day in days if day.weekday() < 5}
    for day in days:
        if day.weekday() > 4:
            kept.add(_next_weekday(date(year, 12, 27), kept))
    return kept
