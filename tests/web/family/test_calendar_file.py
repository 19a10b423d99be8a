"""The calendar file, read back by another program."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from evenhand.casework.calendars import escaped, folded
from tests.web.family.asking import REFUSED, Family

LONDON = ZoneInfo("Europe/London")


def file_of(family: Family) -> bytes:
    answer = family.client.get("/your-options.ics")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert 'filename="evenhand.ics"' in answer.headers["Content-Disposition"]
    assert "no-store" in answer.headers["Cache-Control"]
    return answer.content


def entries(data: bytes) -> dict[str, object]:
    """Each entry by what comes after the random name in its own."""
    calendar = Calendar.from_ical(data)
    return {str(event["UID"]).partition("-")[2]: event for event in calendar.walk("VEVENT")}


def test_the_days_of_the_main_task(family: Family) -> None:
    found = entries(file_of(family.answers(*REFUSED)))
    starts = {uid: event.decoded("DTSTART") for uid, event in found.items()}  # type: ignore[attr-defined]
    assert starts == {
        "contact_adviser-safe@evenhand": date(2026, 8, 14),
        "contact_adviser-last@evenhand": date(2026, 8, 15),
        "register_appeal-safe@evenhand": date(2026, 8, 14),
        "register_appeal-last@evenhand": datetime(2026, 9, 1, 16, tzinfo=LONDON),
    }
    last = found["register_appeal-last@evenhand"]
    assert last.decoded("DTEND") == datetime(2026, 9, 1, 17, tzinfo=LONDON)  # type: ignore[attr-defined]
    assert last.decoded("DTEND").astimezone(UTC).hour == 16  # type: ignore[attr-defined]
    assert found["contact_adviser-last@evenhand"].decoded("DTEND") == date(2026, 8, 16)  # type: ignore[attr-defined]


def test_an_alarm_a_week_and_two_days_before(family: Family) -> None:
    for event in entries(file_of(family.answers(*REFUSED))).values():
        triggers = [alarm.decoded("TRIGGER") for alarm in event.walk("VALARM")]  # type: ignore[attr-defined]
        assert triggers == [timedelta(-7), timedelta(-2)]


def test_the_zone_is_in_the_file(family: Family) -> None:
    zones = Calendar.from_ical(file_of(family.answers(*REFUSED))).walk("VTIMEZONE")
    assert [str(zone["TZID"]) for zone in zones] == ["Europe/London"]


def test_names_stay_when_a_day_moves_and_differ_between_families(family: Family) -> None:
    from django.test import Client

    before = file_of(family.answers(*REFUSED))
    assert file_of(family) == before
    family.at = "/questions/letter"
    family.answers(("16", "6", "2026"), "same")
    after = file_of(family)
    names = [
        {str(event["UID"]) for event in Calendar.from_ical(data).walk("VEVENT")} for data in (before, after)
    ]
    assert names[0] == names[1]
    assert before != after
    other = Family(Client()).answers(*REFUSED)
    assert names[0].isdisjoint(
        str(event["UID"]) for event in Calendar.from_ical(file_of(other)).walk("VEVENT")
    )


def test_a_duty_of_somebody_else_has_no_alarm(family: Family) -> None:
    family.answers(*REFUSED[:5], ["authority_told"], ("17", "6", "2026"), "Ealing")
    event = entries(file_of(family))["arrange_mediation-last@evenhand"]
    assert event.walk("VALARM") == []  # type: ignore[attr-defined]
    assert event.decoded("DTSTART") == date(2026, 7, 17)  # type: ignore[attr-defined]


def test_lines_are_short_and_end_as_they_must(family: Family) -> None:
    data = file_of(family.answers(*REFUSED))
    lines = data.split(b"\r\n")
    assert lines[-1] == b""
    assert max(map(len, lines)) <= 75
    assert b"\n" not in data.replace(b"\r\n", b"")
    for line in lines:
        line.decode()


def test_nothing_that_has_passed_is_put_in_a_calendar(
    family: Family, monkeypatch: pytest.MonkeyPatch
) -> None:
    family.answers(*REFUSED)
    monkeypatch.setattr("evenhand.clock.today_in_london", lambda: date(2026, 11, 22))
    assert entries(file_of(family)) == {}


def test_a_text_is_escaped_and_comes_back() -> None:
    text = "One, two; three\\four\nfive\r\nsix"
    assert escaped(text) == "One\\, two\\; three\\\\four\\nfive\\nsix"
    body = folded(f"SUMMARY:{escaped(text)} " + "é" * 90)
    assert max(len(piece.encode()) for piece in body.split("\r\n")) <= 75
    whole = f"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\n{body}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    event = Calendar.from_ical(whole).walk("VEVENT")[0]
    assert str(event["SUMMARY"]).replace("\r\n", "\n") == "One, two; three\\four\nfive\nsix " + "é" * 90
