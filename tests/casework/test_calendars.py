"""Meetings in a calendar file: read back with a library that is not ours."""

from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from icalendar import Calendar

from evenhand.casework import actions, calendars
from evenhand.casework.calendars import Where, calendar_of, entries_of
from evenhand.casework.histories import history_of
from evenhand.casework.models import Case
from tests.casework import cases

pytestmark = pytest.mark.django_db
WHERE = {"meeting_on": date(2026, 6, 11), "starts": "14:00", "ends": "16:30", "how": "in_person"}


@pytest.fixture(autouse=True)
def moment(monkeypatch: pytest.MonkeyPatch, today: None) -> None:
    monkeypatch.setattr("evenhand.clock.instant", lambda: datetime(2026, 5, 18, 9, tzinfo=UTC))


def read(case: Case, where: dict[int, Where] | None = None) -> list[dict[str, object]]:
    text = calendar_of(case.reference, entries_of(history_of(case)), where or {})
    found = Calendar.from_ical(text)
    assert [one.name for one in found.subcomponents][:1] == ["VTIMEZONE"]
    return list(found.walk("VEVENT"))


def moved(case: Case) -> Case:
    return actions.change_meeting(
        case=case,
        by=cases.adviser(),
        on=date(2026, 5, 19),
        why="The family asked.",
        place="Room 2, Hall",
        **WHERE,
    ).case


def said(entry: dict[str, object]) -> tuple[object, ...]:
    return entry["UID"], entry["SEQUENCE"], entry["STATUS"]


def test_the_hours_are_londons_and_the_title_is_neutral() -> None:
    case = cases.fixed()
    (entry,) = read(case)
    assert said(entry) == (f"{case.reference}-meeting-1@evenhand", 0, "CONFIRMED")
    starts, ends = entry["DTSTART"].dt, entry["DTEND"].dt  # type: ignore[attr-defined]
    assert (starts.date(), starts.time(), ends.time()) == (date(2026, 6, 9), time(10), time(12))
    assert starts.astimezone(UTC).hour == 9  # summer time
    assert entry["SUMMARY"] == f"Meeting, Evenhand, {case.reference}"
    assert "LOCATION" not in entry
    assert "DESCRIPTION" not in entry


def test_a_change_moves_the_entry_and_makes_no_second() -> None:
    case = moved(cases.fixed())
    (entry,) = read(case)
    assert said(entry) == (f"{case.reference}-meeting-1@evenhand", 1, "CONFIRMED")
    assert entry["DTSTART"].dt.time() == time(14)  # type: ignore[attr-defined]


def test_a_cancelled_meeting_is_cancelled_and_the_next_is_another() -> None:
    case = moved(cases.fixed())
    case = actions.cancel_meeting(case=case, by=cases.adviser(), on=date(2026, 5, 20), why="Ill.").case
    (entry,) = read(case)
    assert said(entry) == (f"{case.reference}-meeting-1@evenhand", 2, "CANCELLED")
    case = actions.fix_meeting(
        case=case, by=cases.adviser(), on=date(2026, 5, 21), place="Hall", **WHERE
    ).case
    assert [said(one)[1:] for one in read(case)] == [(2, "CANCELLED"), (0, "CONFIRMED")]
    assert read(case)[1]["UID"] == f"{case.reference}-meeting-2@evenhand"


def test_a_case_that_is_withdrawn_takes_its_meeting_along() -> None:
    case = actions.withdraw(
        case=cases.fixed(), by=cases.adviser(), on=date(2026, 5, 20), why="moved_away"
    ).case
    assert said(read(case)[0])[1:] == (1, "CANCELLED")


def test_a_meeting_that_was_held_stays_when_the_case_is_closed() -> None:
    case = actions.close(case=cases.concluded(), by=cases.adviser(), on=date(2026, 6, 15), reason="done").case
    assert said(read(case)[0])[2] == "CONFIRMED"


def test_a_correction_moves_the_entry_too() -> None:
    case = cases.fixed()
    fixed = history_of(case)[-1]
    case = correct(case, fixed.number, changed={"starts": "11:00"})
    (entry,) = read(case)
    assert said(entry)[1:] == (1, "CONFIRMED")
    assert entry["DTSTART"].dt.time() == time(11)  # type: ignore[attr-defined]


def correct(case: Case, number: int, **what: Any) -> Case:
    on = history_of(case)[number - 1].on
    return actions.correct(case=case, by=cases.adviser(), on=on, number=number, **what).case


def test_a_change_that_never_was_moves_it_back_and_the_count_goes_on() -> None:
    case = moved(cases.fixed())
    case = correct(case, history_of(case)[-1].number, struck=True)
    (entry,) = read(case)
    assert said(entry)[1:] == (2, "CONFIRMED")
    assert entry["DTSTART"].dt.time() == time(10)  # type: ignore[attr-defined]


def test_a_meeting_that_never_was_is_cancelled_and_the_next_takes_another_name() -> None:
    case = cases.fixed()
    case = correct(case, history_of(case)[-1].number, struck=True)
    case = actions.fix_meeting(
        case=case, by=cases.adviser(), on=date(2026, 5, 21), place="Hall", **WHERE
    ).case
    assert [said(one) for one in read(case)] == [
        (f"{case.reference}-meeting-1@evenhand", 1, "CANCELLED"),
        (f"{case.reference}-meeting-2@evenhand", 0, "CONFIRMED"),
    ]


def test_a_case_that_is_opened_again_has_its_meeting_again() -> None:
    case = actions.withdraw(case=cases.fixed(), by=cases.adviser(), on=date(2026, 5, 20)).case
    case = actions.reopen(case=case, by=cases.adviser(), on=date(2026, 5, 21), why="A mistake.").case
    assert said(read(case)[0])[1:] == (2, "CONFIRMED")


def test_place_and_link_are_there_for_who_may_read_them() -> None:
    case = cases.fixed()
    (event,) = [one for one in history_of(case) if one.step.value == "fix_meeting"]
    where = {event.number: Where("Town Hall; Room 2,\nsecond floor", "https://meet.example/one")}
    (entry,) = read(case, where)
    assert entry["LOCATION"] == "Town Hall; Room 2,\nsecond floor"
    assert entry["DESCRIPTION"] == "https://meet.example/one"


def test_no_line_is_longer_than_the_standard_allows() -> None:
    case = cases.fixed()
    entries = entries_of(history_of(case))
    text = calendar_of(case.reference, entries, {entries[0].told_by: Where("é" * 200)})
    assert max(len(line) for line in text.split(b"\r\n")) <= 75


def test_a_sequence_that_stood_still_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calendars, "TOUCHES", frozenset())
    with pytest.raises(AssertionError):
        test_a_change_moves_the_entry_and_makes_no_second()
