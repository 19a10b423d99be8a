"""The frozen list of England's bank holidays against two libraries, and that it does not run out unnoticed."""

from datetime import date

import holidays
import pytest
from govuk_bank_holidays.bank_holidays import BankHolidays

from evenhand import clock
from evenhand.law.bank_holidays import (
    KNOWN_FROM,
    KNOWN_TO,
    bank_holidays,
    easter_sunday,
    ordinary_bank_holidays,
)
from evenhand.law.calendars import REGULATIONS, TRIBUNAL
from evenhand.law.facts import LAST_DAY
from tests.law.second_reading import arithmetic

LISTED = range(KNOWN_FROM.year, KNOWN_TO.year + 1)
EXPECTED = range(KNOWN_TO.year + 1, LAST_DAY.year + 2)


def on_weekdays(days, year):
    return {day for day in days if day.year == year and day.weekday() < 5}


@pytest.fixture(scope="module")
def published():
    """The days that gov.uk publishes, as the package carries them: nothing is fetched."""
    found = BankHolidays(use_cached_holidays=True).get_holidays(division=BankHolidays.ENGLAND_AND_WALES)
    return {holiday["date"] for holiday in found}


def without_each_other(ours, theirs):
    return sorted(ours ^ theirs)


@pytest.mark.parametrize("year", [*LISTED, *EXPECTED])
def test_as_the_package_holidays_has_them(year):
    theirs = on_weekdays(holidays.country_holidays("GB", subdiv="ENG", years=year), year)
    assert without_each_other(bank_holidays(year), theirs) == []


@pytest.mark.parametrize("year", LISTED)
def test_as_gov_uk_published_them(year, published):
    assert without_each_other(bank_holidays(year), on_weekdays(published, year)) == []


def test_the_list_reaches_as_far_as_gov_uk_published(published):
    assert (min(published).year, max(published).year) == (KNOWN_FROM.year, KNOWN_TO.year)


def test_a_planted_fault_is_found(published):
    """Without the State Funeral of 19 September 2022 the two would differ by that day."""
    funeral = date(2022, 9, 19)
    assert without_each_other(bank_holidays(2022) - {funeral}, on_weekdays(published, 2022)) == [funeral]
    assert funeral not in ordinary_bank_holidays(2022)


@pytest.mark.parametrize("year", range(1900, 2101))
def test_easter_as_the_second_arithmetic_has_it(year):
    assert easter_sunday(year) == arithmetic.easter_sunday(year)


def months_left(today):
    """Whole months from today for which the list is known."""
    months = 12 * (KNOWN_TO.year - today.year) + KNOWN_TO.month - today.month
    return months if KNOWN_TO.day >= today.day else months - 1


def test_the_list_ends_twelve_months_from_now_or_later():
    assert months_left(clock.today_in_london()) >= 12, (
        f"The list of bank holidays ends on {KNOWN_TO}. Take the new ones from gov.uk/bank-holidays into "
        "src/evenhand/law/bank_holidays.py, and move KNOWN_TO."
    )


@pytest.mark.parametrize(
    ("today", "passes"),
    [("2027-12-31", True), ("2028-01-01", False), ("2028-12-31", False), ("2031-05-01", False)],
)
def test_that_test_fails_when_the_list_is_too_short(monkeypatch, today, passes):
    monkeypatch.setattr(clock, "today_in_london", lambda: date.fromisoformat(today))
    if passes:
        test_the_list_ends_twelve_months_from_now_or_later()
    else:
        with pytest.raises(AssertionError, match="Take the new ones"):
            test_the_list_ends_twelve_months_from_now_or_later()


@pytest.mark.parametrize("calendar", [REGULATIONS, TRIBUNAL], ids=["regulations", "tribunal"])
class TestCalendars:
    def test_a_count_is_provisional_only_beyond_the_list(self, calendar):
        assert not calendar.provisional(KNOWN_TO)
        assert calendar.provisional(date(2026, 1, 1), date(2029, 1, 1))

    @pytest.mark.parametrize("day", ["2026-04-03", "2026-12-25", "2026-12-28", "2026-06-20", "2026-06-21"])
    def test_no_working_day(self, calendar, day):
        assert not calendar.works(date.fromisoformat(day))

    def test_working_days_as_the_second_arithmetic_has_them(self, calendar):
        day = date(2012, 1, 1)
        while day.year < 2043:
            assert calendar.works(day) == arithmetic.working(day), day
            day += arithmetic.ONE_DAY
