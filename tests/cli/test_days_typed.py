"""Days as people type them."""

from datetime import date

import pytest

from evenhand.cli.days_typed import day_typed, in_full
from evenhand.cli.output import Refusal


@pytest.mark.parametrize(
    "typed",
    [
        "2026-06-15", "2026/6/15", "2026.06.15", "15/6/2026", "15/06/2026", "15-6-2026", "15.06.2026", "15 6 2026",
        "15 June 2026", "15 june 2026", "15 JUN 2026", "15 Jun. 2026", "15June2026", "15-Jun-2026",
        "15th June 2026", "15th of June, 2026", "the 15th of June 2026", "June 15, 2026", "2026 June 15",
        "Monday 15 June 2026", "Mon, 15 Jun 2026", "on Monday 15 June 2026", "  15   June   2026 ",
    ],
)  # fmt: skip
def test_is_understood(typed):
    assert day_typed(typed) == date(2026, 6, 15)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        pytest.param("3/4/2026", "2026-04-03", id="the day comes first"),
        pytest.param("29 February 2028", "2028-02-29", id="a leap day"),
        pytest.param("1st Sept 2026", "2026-09-01", id="Sept"),
        pytest.param("2nd September 2026", "2026-09-02", id="2nd"),
        pytest.param("Weds 3rd June 2026", "2026-06-03", id="Weds, 3rd"),
        pytest.param("Tues 1 May 2029", "2029-05-01", id="May"),
    ],
)
def test_is_read_as(typed, day):
    assert day_typed(typed) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        ("31 June 2026", "June 2026 has 30 days: there is no 31 June 2026"),
        ("29/2/2026", "February 2026 has 28 days"),
        ("0 June 2026", "there is no 0 June 2026"),
        ("2026-13-01", "There is no month 13"),
        ("6/15/2026", "There is no month 15: the day comes first"),
        ("15/6/26", "could be more than one day: write the year with four figures"),
        ("1/2/3", "write the year with four figures"),
        ("15 June 26", "write the year with four figures"),
        ("15 June", "has no year"),
        ("June 2026", "has no day"),
        ("2026", "not a whole day"),
        ("15/6", "not a whole day"),
        ("Tuesday", "not a whole day"),
        ("Tuesday 15 June 2026", "is a Monday, not a Tuesday"),
        ("15 Jume 2026", "Did you mean June?"),
        ("15 xyz 2026", "There is no month called 'xyz'"),
        ("0000-01-01", "There is no year 0000"),
        ("last week", "not a whole day"),
        ("15/6/2026T00:00", "is not a day"),
        ("\N{ARABIC-INDIC DIGIT ONE}5/6/2026", "is not a day"),
        ("15 June 2026 16 June 2026", "not a whole day"),
        ("x" * 5000, "is not a day"),
        ("", "is not a day"),
        ("99999999999999999999/6/2026", "there is no 99999999999999999999 June"),
    ],
)
def test_is_refused_with_what_is_wrong(typed, part):
    with pytest.raises(Refusal) as refusal:
        day_typed(typed)
    assert part in str(refusal.value)
    assert len(str(refusal.value)) < 240


def test_is_said_in_full():
    assert in_full(date(2026, 9, 1)) == "Tuesday 1 September 2026"
