"""Call me back: every question, what is wrong, the last free place, and what comes along from “your options”."""

from datetime import UTC, datetime
from html import unescape
from typing import Any

import pytest
from django.test import Client

from evenhand.casework.models import CallBack
from evenhand.people.models import Organisation
from tests.people import cast
from tests.web.asking.caller import ANSWERS, TUESDAY_HALF_PAST_NINE, Caller, errors, pressed
from tests.web.family.asking import REFUSED, Family
from tests.web.pages import reads

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _provider(db: None) -> None:
    cast.organisation(cast.OURS)


def caller(client: Client, **changed: dict[str, Any]) -> Caller:
    """Somebody who answers as usual, but for what is changed; `_` in a name is a hyphen."""
    more = {name.replace("_", "-"): given for name, given in changed.items()}
    return Caller(client, ANSWERS | more)


def test_the_call_is_asked_for_and_told(client: Client) -> None:
    asking = caller(client).to_the_check()
    assert asking.asked == [key for key in ANSWERS if key != "provider"]
    page = unescape(reads(client.get(asking.at).content, "main"))
    assert "Cerys Example" in page
    assert "09:30 to 10:00" in page
    answer = asking.press()
    assert answer.headers["Location"] == "/call-me-back/done"
    call = CallBack.objects.get()
    done = unescape(reads(client.get("/call-me-back/done").content, "main"))
    assert call.reference in done
    assert "Tuesday 23 June 2026, 09:30 to 10:00" in done
    assert "We do not say who we are." in done
    assert call.slot == datetime(2026, 6, 23, 8, 30, tzinfo=UTC)
    assert (call.area, call.provider.slug) == ("ealing", "northwold-mediation")
    assert (call.safe_to_say, call.safe_to_leave, call.how) == (False, False, "telephone")


def test_somebody_elses_number_and_person_are_told_to_the_adviser(client: Client) -> None:
    caller(
        client,
        number={"phone": "020 7946 0002", "own": "no", "whose": "my sister’s"},
        for_whom={"whom": "other", "other": "Dafydd", "relation": "aunt"},
        how={"how": "bsl"},
        needs={"needs": "Speak slowly."},
        say_who={"say": "yes"},
    ).to_the_check().press()
    call = CallBack.objects.get()
    assert (call.for_somebody, call.relation, call.how, call.safe_to_say) == ("Dafydd", "aunt", "bsl", True)
    assert call.needs == "The number is not their own. Whose it is: my sister’s.\nSpeak slowly."


@pytest.mark.parametrize(
    ("key", "given", "said"),
    [
        ("name", {"name": " "}, "Type your name."),
        ("number", {"phone": "ring me", "own": "yes"}, "Type a telephone number, like 020 7946 0000."),
        ("number", {"phone": "020 7946 0001", "own": ""}, "Choose yes or no."),
        ("number", {"phone": "020 7946 0001", "own": "no", "whose": ""}, "Say whose number it is."),
        ("for-whom", {"whom": ""}, "Choose for whom you ask."),
        (
            "for-whom",
            {"whom": "other", "other": "", "relation": "aunt"},
            "Type the name of the person you ask for.",
        ),
        ("council", {"council": "Nowhere at all"}, "We do not know a council called “Nowhere at all”."),
        ("day", {"day": "2026-06-27"}, "Choose a day."),
        ("time", {"slot": "2026-06-23T17:00:00+01:00"}, "Choose a time."),
        ("say-who", {}, "Choose yes or no."),
        ("message", {"leave": "perhaps"}, "Choose yes or no."),
        ("how", {}, "Choose how you want to talk with us."),
        ("agree", {}, "We can only ring you if you agree. You can also ring us yourself."),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(
    client: Client, key: str, given: dict[str, str], said: str
) -> None:
    asking = caller(client)
    while asking.key != key:
        asking.at = client.post(asking.at, asking.answers[asking.key]).headers["Location"]
    answer = client.post(asking.at, given)
    assert answer.status_code == 200
    assert said in [unescape(one) for one in errors(answer)]
    assert "<title>Error:" in answer.content.decode()
    for typed in given.values():
        if typed.strip() and typed not in (
            "yes",
            "no",
            "other",
            "perhaps",
            "2026-06-27",
            "2026-06-23T17:00:00+01:00",
        ):
            assert typed in unescape(answer.content.decode())


def test_nobody_skips_a_question(client: Client) -> None:
    assert client.get("/call-me-back/time").headers["Location"] == "/call-me-back"
    assert client.get("/call-me-back/check").headers["Location"] == "/call-me-back"
    assert client.get("/call-me-back/done").headers["Location"] == "/call-me-back"
    assert client.get("/call-me-back/nothing").status_code == 404


def test_an_answer_is_changed_and_the_rest_is_kept(client: Client) -> None:
    asking = caller(client).to_the_check()
    answer = client.post("/call-me-back/needs", {"needs": "A break."})
    assert answer.headers["Location"] == "/call-me-back/check"
    answer = client.post("/call-me-back/day", {"day": "2026-06-24"})
    assert answer.headers["Location"] == "/call-me-back/time"
    assert client.get(asking.at).headers["Location"] == "/call-me-back/time"
    assert not CallBack.objects.exists()


def test_the_last_place_goes_to_one_and_the_other_keeps_all_that_was_typed() -> None:
    callers = [caller(Client(), name={"name": f"Caller {number}"}).to_the_check() for number in range(3)]
    for first in callers[:2]:
        assert first.press().headers["Location"] == "/call-me-back/done"
    late = callers[2]
    answer = late.press()
    assert answer.status_code == 200
    assert errors(answer) == [
        "Somebody else has just taken this time. Choose another. We kept all that you typed."
    ]
    assert TUESDAY_HALF_PAST_NINE not in answer.content.decode()
    assert CallBack.objects.count() == 2
    again = late.client.post("/call-me-back/time", {"slot": "2026-06-23T10:00:00+01:00"})
    assert again.headers["Location"] == "/call-me-back/check"
    late.at = "/call-me-back/check"
    assert late.press().headers["Location"] == "/call-me-back/done"
    assert CallBack.objects.filter(name="Caller 2", phone="020 7946 0001").exists()


def test_full_times_and_days_are_not_offered(client: Client, settings: Any) -> None:
    settings.CALLS_IN_A_SLOT = 1
    caller(Client()).to_the_check().press()
    asking = caller(client)
    while asking.key != "day":
        asking.at = client.post(asking.at, asking.answers[asking.key]).headers["Location"]
    page = client.get(asking.at).content.decode()
    assert "Tuesday 23 June: 15 times are free" in page
    assert "Monday 22 June: 15 times are free" in page
    settings.CALLS_IN_A_SLOT = 0
    assert "All times are taken" in client.get(asking.at).content.decode()


def test_pressed_twice_there_is_one_call(client: Client) -> None:
    asking = caller(client).to_the_check()
    page = client.get(asking.at).content.decode()
    said = {"press": pressed(page)}
    assert client.post(asking.at, said).status_code == 302
    assert client.post(asking.at, said).headers["Location"] == "/call-me-back/done"
    assert CallBack.objects.count() == 1


def test_your_options_come_along_and_are_not_asked_again(client: Client) -> None:
    Family(client).answers(*REFUSED)
    assert "You have told us what happened." in client.get("/call-me-back").content.decode()
    asking = caller(client).to_the_check()
    assert "council" not in asking.asked
    asking.press()
    call = CallBack.objects.get()
    assert call.area == "ealing"
    assert call.facts["matter"] == "refusal_to_assess"
    assert call.facts["notice_sent"] == "2026-06-15"
    assert "date_of_birth" not in call.facts


def test_with_several_services_somebody_chooses(client: Client) -> None:
    cast.organisation(cast.ANOTHER)
    asking = caller(client, provider={"provider": "farside-resolution"}).to_the_check()
    assert "provider" in asking.asked
    asking.press()
    assert CallBack.objects.get().provider.slug == "farside-resolution"


def test_without_any_service_it_says_whom_to_ring(client: Client) -> None:
    Organisation.objects.all().delete()
    asking = caller(client)
    while asking.key != "provider":
        asking.at = client.post(asking.at, asking.answers[asking.key]).headers["Location"]
    assert "Nobody can be asked here yet" in client.get(asking.at).content.decode()


def test_too_many_are_refused(client: Client, settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"ask": "1/h/ip"}
    caller(client).to_the_check().press()
    assert caller(client).to_the_check().press().status_code == 429
    assert CallBack.objects.count() == 1


def test_a_form_from_elsewhere_is_refused() -> None:
    client = Client(enforce_csrf_checks=True)
    assert client.post("/call-me-back", {"name": "Cerys"}).status_code == 403
