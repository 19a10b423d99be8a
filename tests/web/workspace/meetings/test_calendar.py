"""The calendar file of a case: for whoever may know its days, with the place for whoever may read that."""

from datetime import date

import pytest
from django.test import Client
from icalendar import Calendar

from evenhand.casework import actions
from evenhand.casework.models import Case
from tests.casework import cases
from tests.people import cast

pytestmark = pytest.mark.django_db


def fixed() -> Case:
    case = cases.fixed()
    return actions.assign(
        case=case, by=cases.adviser(), on=date(2026, 5, 18), work="mediator", person_id=cast.hassan().pk
    ).case


def entry(client: Client, address: str) -> dict[str, object]:
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    (found,) = Calendar.from_ical(response.content).walk("VEVENT")
    return found


def test_everybody_who_arranges_or_comes_has_the_link_and_the_title_tells_nothing() -> None:
    case = fixed()
    address = f"/workspace/cases/{case.reference}/meeting.ics"
    for who in (cast.hassan(), cast.dev(), cast.amina()):
        assert entry(cast.client_of(who), address)["DESCRIPTION"] == "https://meet.example/one"
    mine = entry(cast.client_of(cast.amina()), address)
    assert mine["SUMMARY"] == f"Meeting, Evenhand, {case.reference}"


def test_a_family_has_its_own() -> None:
    case = fixed()
    cerys = cast.client_of(cast.cerys())
    found = entry(cerys, f"/my/cases/{case.reference}/meeting.ics")
    assert found["DESCRIPTION"] == "https://meet.example/one"
    assert found["UID"] == f"{case.reference}-meeting-1@evenhand"
    assert cerys.get(f"/workspace/cases/{case.reference}/meeting.ics").status_code == 404
    assert cast.client_of(cast.dev()).get(f"/my/cases/{case.reference}/meeting.ics").status_code == 404
    stranger = Client().get(f"/my/cases/{case.reference}/meeting.ics")
    assert stranger["Location"].startswith("/accounts/login/")


def test_without_a_meeting_there_is_no_file(case: Case) -> None:
    assert (
        cast.client_of(cast.amina()).get(f"/workspace/cases/{case.reference}/meeting.ics").status_code == 404
    )
    assert cast.client_of(cast.cerys()).get(f"/my/cases/{case.reference}/meeting.ics").status_code == 404
