"""Days: typed as people type them, never ahead and never before the case."""

from datetime import date

import pytest

from evenhand.casework.heart.steps import Step
from tests.casework import cases
from tests.people.cast import amina
from tests.web.steps.pressing import count, last, page, press

pytestmark = pytest.mark.django_db


def test_today_is_offered() -> None:
    shown = page(cases.enquiry(), Step.RECORD_APPEAL, amina())
    for name, value in (("day", "20"), ("month", "6"), ("year", "2026")):
        assert f'name="on-{name}" type="text" autocomplete="off" value="{value}"' in shown


@pytest.mark.parametrize(
    ("typed", "day"),
    [(("15", "June", "2026"), date(2026, 6, 15)), (("15/6/2026", "", ""), date(2026, 6, 15))],
)
def test_a_day_is_read_as_people_type_it(typed: tuple[str, str, str], day: date) -> None:
    case = cases.enquiry()
    data = dict(zip(("on-day", "on-month", "on-year"), typed, strict=True))
    press(case, Step.RECORD_APPEAL, amina(), data)
    assert last(case).on == day


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        (("21", "6", "2026"), "That day is still to come."),
        (("10", "5", "2026"), "The case began on 11 May 2026. Type that day or a later one."),
        (("31", "6", "2026"), "June 2026 has 30 days, so there is no 31 June."),
        (("", "", ""), "Type the day."),
    ],
)
def test_what_is_wrong_is_said_beside_the_field(typed: tuple[str, str, str], message: str) -> None:
    case = cases.enquiry()
    before = count(case)
    data = dict(zip(("on-day", "on-month", "on-year"), typed, strict=True))
    shown = press(case, Step.RECORD_APPEAL, amina(), data).content.decode()
    assert count(case) == before
    assert f'<a href="#on-day">{message}' in shown
    assert 'id="on-error"' in shown
    assert f'value="{typed[0]}"' in shown
