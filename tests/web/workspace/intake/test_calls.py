"""Call-backs: overdue first, each try recorded once, giving up in its time, and a case made from a call."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from evenhand.casework.heart.history import state_of
from evenhand.casework.histories import history_of
from evenhand.casework.models import CallBack, CallTry, Case
from evenhand.people.models import Person
from tests.people import cast
from tests.web.workspace.intake.conftest import typed
from tests.web.workspace.intake.test_phone import text

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 6, 20, 10, 10, tzinfo=UTC)
"""Ten past eleven in London."""
PAGE = "/workspace/calls"


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("evenhand.clock.instant", lambda: NOW)


def call(reference: str = "CALL-0001", **more: Any) -> CallBack:
    said: dict[str, Any] = {
        "provider": cast.organisation(cast.OURS),
        "reference": reference,
        "name": "Cerys Example",
        "phone": "020 7946 0001",
        "slot": NOW + timedelta(hours=1),
        "asked_at": NOW - timedelta(days=1),
    }
    return CallBack.objects.create(**said | more)


def missed(of: CallBack, *days_ago: int) -> None:
    for days in days_ago:
        CallTry.objects.create(call_back=of, by=cast.amina(), at=NOW - timedelta(days=days), reached=False)


def test_the_list_has_overdue_calls_first_and_the_rest_by_half_hour(adviser: Client) -> None:
    call("CALL-0003", name="Later Today", slot=NOW + timedelta(hours=3), safe_to_say=True, safe_to_leave=True)
    call("CALL-0002", name="Soon Today", language="Polish", needs="Slowly")
    call("CALL-0001", name="Forgotten Yesterday", slot=NOW - timedelta(days=1))
    call("CALL-0004", slot=NOW + timedelta(days=1))
    call("CALL-0005", name="Ended Before", ended_at=NOW)
    shown = text(adviser.get(PAGE))
    places = [shown.index(name) for name in ("Forgotten Yesterday", "Soon Today", "Later Today")]
    assert places == sorted(places)
    assert "Overdue Friday 19 June 2026, 11:00–11:30" in shown
    assert "12:00–12:30" in shown
    assert "14:00–14:30" in shown
    assert "Do not say who is calling. Leave no message. Language: Polish Slowly" in shown
    assert "You may say who is calling. You may leave a message." in shown
    assert "1 call is for another day." in shown
    assert "Ended Before" not in shown


def test_a_call_of_this_half_hour_is_not_overdue(adviser: Client) -> None:
    call(slot=NOW - timedelta(minutes=29))
    assert "Overdue" not in text(adviser.get(PAGE))
    CallBack.objects.update(slot=NOW - timedelta(minutes=30))
    assert "Overdue" in text(adviser.get(PAGE))


def test_nobody_reached_waits_for_the_next_time(adviser: Client) -> None:
    one = call()
    said = {
        "try": "1",
        "reached": "no",
        "words": "Engaged.",
        "again_on": "22 6 2026",
        "again_time": "9:30am",
        "tries_seen": "0",
    }
    assert adviser.post(f"{PAGE}/CALL-0001", said)["Location"] == PAGE
    one.refresh_from_db()
    assert one.slot == datetime(2026, 6, 22, 8, 30, tzinfo=UTC)
    (tried,) = one.tries.all()
    assert (tried.by, tried.reached, tried.words) == (cast.amina(), False, "Engaged.")
    assert "1 call is for another day." in text(adviser.get(PAGE))
    assert "nobody answered. Engaged." in text(adviser.get(f"{PAGE}/CALL-0001"))


def test_pressed_twice_a_try_is_recorded_once(adviser: Client) -> None:
    one = call()
    said = {"try": "1", "reached": "yes", "tries_seen": "0"}
    adviser.post(f"{PAGE}/CALL-0001", said)
    adviser.post(f"{PAGE}/CALL-0001", said)
    assert one.tries.count() == 1
    assert "This call was recorded already. It was recorded once." in text(adviser.get(f"{PAGE}/CALL-0001"))


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({}, "Choose if you reached them."),
        ({"reached": "no"}, "Type the day on which to try again."),
        ({"reached": "no", "again_on": "22 6 2026"}, "Type the time at which to try again."),
        ({"reached": "no", "again_on": "today", "again_time": "11:00"}, "That time has gone by."),
        ({"reached": "no", "again_on": "22 6 2026", "again_time": "half nine"}, "Type a time such as 10:00"),
    ],
)
def test_what_is_missing_of_a_try_is_said(adviser: Client, more: dict[str, str], told: str) -> None:
    one = call()
    assert told in text(adviser.post(f"{PAGE}/CALL-0001", {"try": "1", "tries_seen": "0"} | more))
    assert one.tries.count() == 0


def test_giving_up_takes_three_tries_on_two_days(adviser: Client) -> None:
    one = call()
    give_up = {"end": "1", "how": "no_answer"}
    missed(one, 0, 0)
    adviser.post(f"{PAGE}/CALL-0001", give_up | {"tries_seen": "2"})
    missed(one, 0)
    adviser.post(f"{PAGE}/CALL-0001", give_up | {"tries_seen": "3"})
    one.refresh_from_db()
    assert one.ended_at is None
    missed(one, 1)
    assert adviser.post(f"{PAGE}/CALL-0001", give_up | {"tries_seen": "4"})["Location"] == PAGE
    one.refresh_from_db()
    assert (one.ended_at, one.ended_how) == (NOW, "no_answer")


def test_a_call_that_is_over_is_not_recorded_again(adviser: Client) -> None:
    one = call()
    adviser.post(f"{PAGE}/CALL-0001", {"end": "1", "how": "not_wanted", "tries_seen": "0"})
    adviser.post(f"{PAGE}/CALL-0001", {"try": "1", "reached": "yes", "tries_seen": "0"})
    one.refresh_from_db()
    assert (one.ended_how, one.tries.count()) == ("not_wanted", 0)
    assert "This call is over." in text(adviser.get(f"{PAGE}/CALL-0001"))


def test_a_case_is_made_from_a_call_once(adviser: Client) -> None:
    one = call(
        for_somebody="Robin’s mother",
        area="ealing",
        facts={
            "acting": "parent",
            "matter": "refusal_to_assess",
            "notice_sent": "2026-05-01",
            "health_issue": True,
        },
        language="Polish",
    )
    page = adviser.get("/workspace/new?call=CALL-0001")
    shown = page.content.decode()
    assert 'value="Cerys Example"' in shown
    assert 'value="Ealing"' in shown
    assert 'value="1 5 2026"' in shown
    assert 'value="for_parent" checked' in shown
    assert 'value="health_issue" checked' in shown
    assert "Get a mediation certificate Open now." in text(page)
    adviser.post("/workspace/new", typed(call="CALL-0001"))
    one.refresh_from_db()
    (case,) = Case.objects.unseen()
    assert (one.case, one.ended_how) == (case, "case_opened")
    again = adviser.post("/workspace/new", typed(call="CALL-0001", another="1"))
    assert "This call is over already." in text(again)
    assert Case.objects.unseen().count() == 1
    assert state_of(history_of(case)).people["party:1"].name == "Cerys Example"


@pytest.mark.parametrize("who", [cast.ben, cast.cerys, cast.dev, cast.gwen, cast.hassan])
def test_for_others_a_call_is_not_there(db: None, who: Callable[[], Person]) -> None:
    call()
    client = cast.client_of(who())
    absent = client.get("/workspace/no-such-page")
    answers = [client.get(f"{PAGE}/CALL-0001"), client.get("/workspace/new?call=CALL-0001")]
    answers.append(client.post(f"{PAGE}/CALL-0001", {"try": "1", "reached": "yes", "tries_seen": "0"}))
    if who is not cast.ben:
        answers.append(client.get(PAGE))
    for answer in answers:
        assert (answer.status_code, text(answer)) == (404, text(absent))
    assert not CallTry.objects.exists()


def test_another_provider_s_list_is_empty(db: None) -> None:
    call()
    assert "Cerys Example" not in text(cast.client_of(cast.ben()).get(PAGE))
