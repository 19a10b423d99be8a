"""When a meeting could be: with time for notice, within the thirty days, and with whoever leads it free."""

from datetime import date
from typing import Any

import pytest

from evenhand.casework import actions, arranging
from evenhand.casework.arranging import Times, times_for
from evenhand.casework.heart.dues import dues_of
from evenhand.casework.heart.stages import Kind
from evenhand.casework.models import Case
from evenhand.people.roles import Role
from tests.casework import cases
from tests.people import cast

pytestmark = pytest.mark.django_db
TODAY = date(2026, 5, 18)
"""A Monday; the 25th is a bank holiday, so that a meeting with notice of today can be on the 27th at the soonest."""
EARLY, FIRST, LAST, LATER = "2026-05-26", "2026-05-27", "2026-06-12", "2026-06-15"


@pytest.fixture(autouse=True)
def _then(monkeypatch: pytest.MonkeyPatch, today: None) -> None:
    monkeypatch.setattr("evenhand.clock.today_in_london", lambda: TODAY)


def mornings(*days: str) -> list[str]:
    return [f"{day}T{at}" for day in days for at in ("10:00", "10:30", "11:00")]


def led_by_hassan() -> Case:
    hassan = cast.hassan()
    return actions.assign(
        case=cases.arranging(), by=cases.adviser(), on=TODAY, work="mediator", person_id=hassan.pk
    ).case


def free(case: Case, key: str, *days: str) -> Case:
    return actions.give_availability(
        case=case, by=cases.adviser(), on=TODAY, key=key, times=mornings(*days)
    ).case


def everybody(case: Case) -> Case:
    for key in (cases.FAMILY, "authority", f"mediator:{cast.hassan().pk}"):
        case = free(case, key, EARLY, FIRST, LAST, LATER)
    return case


def times(case: Case, halves: int = 2) -> Times:
    return times_for(case, cases.seen(case, cast.amina()).state, TODAY, halves=halves)


def when(slots: list[Any]) -> list[str]:
    return [f"{one.starts:%Y-%m-%d %H:%M}" for one in slots]


def test_what_suits_all_with_notice_and_within_the_thirty_days() -> None:
    found = times(everybody(led_by_hassan()))
    assert (found.first, found.limit) == (date(2026, 5, 27), date(2026, 6, 13))
    assert "36(2)" in found.law
    assert when(found.in_time) == [f"{FIRST} 10:00", f"{FIRST} 10:30", f"{LAST} 10:00", f"{LAST} 10:30"]
    assert when(found.late) == [f"{LATER} 10:00", f"{LATER} 10:30"]


def test_a_longer_meeting_fits_in_less_often() -> None:
    found = times(everybody(led_by_hassan()), halves=3)
    assert when(found.in_time) == [f"{FIRST} 10:00", f"{LAST} 10:00"]
    assert times(everybody(led_by_hassan()), halves=4).slots == ()


def test_who_is_silent_is_named_and_the_others_are_put_together() -> None:
    case = free(free(led_by_hassan(), cases.FAMILY, FIRST, LAST), "authority", FIRST)
    found = times(case)
    assert found.silent == (f"mediator:{cast.hassan().pk}",)
    assert when(found.in_time) == [f"{FIRST} 10:00", f"{FIRST} 10:30"]


def test_with_nobodys_answer_there_is_nothing() -> None:
    found = times(led_by_hassan())
    assert found.silent == (cases.FAMILY, "authority", f"mediator:{cast.hassan().pk}")
    assert found.slots == ()


def test_an_hour_in_which_the_mediator_is_elsewhere_is_no_hour() -> None:
    other = led_by_hassan()
    actions.fix_meeting(
        case=other,
        by=cases.adviser(),
        on=TODAY,
        meeting_on=date(2026, 5, 27),
        starts="10:30",
        ends="12:00",
        how="telephone",
    )
    assert when(times(everybody(led_by_hassan())).in_time) == [f"{LAST} 10:00", f"{LAST} 10:30"]
    assert FIRST in when(times(everybody(other)).in_time)[0]  # one's own meeting is what is being moved


def test_no_clock_runs_in_disagreement_resolution() -> None:
    case = cases.enquiry(kind=Kind.RESOLUTION, matter="duties_not_carried_out", facts={"acting": "parent"})
    assert times(case).limit is None


def test_a_search_that_forgot_the_notice_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    known = arranging.common

    def forgetful(free: Any, needed: Any, *, halves: int, first: date, limit: date | None) -> Any:
        return known(free, needed, halves=halves, first=date.min, limit=limit)

    monkeypatch.setattr(arranging, "common", forgetful)
    with pytest.raises(AssertionError):
        test_what_suits_all_with_notice_and_within_the_thirty_days()


# ---------------------------------------------------------------------------------------- unconfirmed by the notice day


def unconfirmed(case: Case, on: date) -> list[tuple[str, date | None]]:
    dues = dues_of(cases.seen(case, cast.amina()).state, on)
    return [(due.whose, due.on) for due in dues if due.name == "name_representative"]


def test_a_body_that_has_not_confirmed_is_due_by_the_notice_day_and_raises_the_case() -> None:
    case = cases.fixed()  # 9 June: notice by the 1st
    assert unconfirmed(case, TODAY) == [("authority", date(2026, 6, 1))]
    given = {
        "by": cases.acting(cast.dev(), Role.AUTHORITY_OFFICER, "authority"),
        "on": TODAY,
        "side": "authority",
    }
    case = actions.name_representative(case=case, name="Jo", post="Head", can_decide=False, **given).case
    assert unconfirmed(case, TODAY) == [("authority", date(2026, 6, 1))]
    assert (case.next_name, case.next_on) == ("tell_family_of_meeting", date(2026, 6, 1))
    case = actions.give_notice(case=case, by=cases.adviser(), on=TODAY).case
    assert (case.next_name, case.next_on, case.next_whose) == (
        "name_representative",
        date(2026, 6, 1),
        "authority",
    )
    case = actions.name_representative(case=case, name="Jo", post="Head", can_decide=True, **given).case
    assert unconfirmed(case, TODAY) == []
    assert case.next_name != "name_representative"
