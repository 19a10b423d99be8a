"""Links on their way, and two presses at one moment."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection

from evenhand.casework import actions
from evenhand.casework.heart.stages import StepNotOpen
from evenhand.casework.histories import history_of
from evenhand.casework.links import Gone, Opened, Purpose, make_link, open_link, redeem
from evenhand.casework.models import Case, SingleUse
from evenhand.casework.recording import Done
from evenhand.casework.sending_links import send_link
from evenhand.people.roles import Role
from evenhand.post.models import Message
from evenhand.post.outbox import AddressRefused
from tests.casework import cases
from tests.people import cast
from tests.post.test_two_senders import in_a_file, together

TODAY = date(2026, 5, 18)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch, today: None) -> None:
    monkeypatch.setattr("evenhand.clock.instant", lambda: datetime(2026, 5, 18, 9, tzinfo=UTC))
    monkeypatch.setattr("evenhand.clock.today_in_london", lambda: TODAY)


def names(opened: Opened) -> Done:
    return actions.name_representative(
        case=opened.case, by=opened.actor, on=TODAY, side="authority", name="Jo", post="Head", can_decide=True
    )


def send(**given: Any) -> Any:
    return send_link(**{"press": uuid4()} | given)


def bodies() -> list[str]:
    return list(Message.objects.filter(key__contains=":link:").order_by("pk").values_list("body", flat=True))


def test_it_goes_to_the_officers_and_says_no_content() -> None:
    case = cases.arranging()
    send(case=case, purpose=Purpose.REPRESENTATIVE, key="authority")
    (body,) = bodies()
    assert "You are asked who will come to a meeting for your organisation." in body
    assert f"It is about case {case.reference}." in body
    assert re.search(r"\nOpen the page: http\S+/l/\S{43}\Z", body)
    assert not {"Robin", "Cerys", "assess", "education"} & set(body.replace(".", " ").split())
    assert Message.objects.get(key__contains=":link:").address == cast.dev().email


def test_the_link_in_the_message_is_the_link() -> None:
    send(
        case=cases.arranging(), purpose=Purpose.REPRESENTATIVE, key="authority", to="somebody@council.example"
    )
    token = bodies()[0].rpartition("/l/")[2].split()[0]
    assert open_link(token).purpose is Purpose.REPRESENTATIVE


def test_a_discreet_message_says_nothing_of_what_it_is() -> None:
    case = cases.arranging()
    actions.describe_person(
        case=case, by=cases.adviser(), on=TODAY, key=cases.FAMILY, contact={"discreet": True}
    )
    send(case=case, purpose=Purpose.FREE, key=cases.FAMILY)
    message = Message.objects.get(key__contains=":link:")
    assert message.discreet
    assert case.reference not in message.body
    assert "Northwold" not in message.body


def test_a_link_to_follow_says_that_nobody_must_and_goes_where_it_is_sent() -> None:
    case = cases.arranging()
    actions.add_person(
        case=case,
        by=cases.adviser(),
        on=TODAY,
        role=Role.SUPPORTER,
        side="family",
        name="Sam Example",
        party=False,
        contact={"email": "sam@post.example"},
    )
    send(case=case, purpose=Purpose.FOLLOW, key="person:3")
    send(case=case, purpose=Purpose.FOLLOW, key="person:3", to="other@post.example")
    messages = Message.objects.filter(key__contains=":link:").order_by("pk")
    assert [one.address for one in messages] == ["sam@post.example", "other@post.example"]
    first, second = bodies()
    assert "You can follow your case with an account. You do not have to." in first
    assert "You do not need an account." not in first
    assert not {"Robin", "Cerys", "Sam", "assess"} & set(first.replace(".", " ").split())
    with pytest.raises(Gone):  # the second closed the first
        open_link(first.rpartition("/l/")[2])
    assert open_link(second.rpartition("/l/")[2]).purpose is Purpose.FOLLOW


def test_no_link_is_made_where_nothing_can_be_sent() -> None:
    case = cases.arranging()
    with pytest.raises(AddressRefused):
        send(case=case, purpose=Purpose.FREE, key="authority", to="not an address")
    actions.describe_person(case=case, by=cases.adviser(), on=TODAY, key=cases.FAMILY, contact={"email": ""})
    with pytest.raises(StepNotOpen, match="No e-mail address is known"):
        send(case=case, purpose=Purpose.FREE, key=cases.FAMILY)
    assert SingleUse.objects.count() == 0


def test_one_press_sends_once() -> None:
    case, press = cases.arranging(), uuid4()
    assert send(case=case, purpose=Purpose.FREE, key="authority", press=press) is not None
    assert send(case=case, purpose=Purpose.FREE, key="authority", press=press) is None
    assert len(bodies()) == 1
    assert open_link(bodies()[0].rpartition("/l/")[2]).purpose is Purpose.FREE


def pressed_by_two(token: str) -> list[str]:
    """What became of two presses at one moment."""
    found: list[str] = []

    def press() -> None:
        try:
            redeem(token, names)
            found.append("done")
        except Gone:
            found.append("gone")

    together(2, press)
    return sorted(found)


@pytest.fixture
def shared(tmp_path: Any, transactional_db: None) -> Iterator[None]:
    """A database that several threads may use at once."""
    if connection.vendor != "sqlite":
        yield
        return
    with in_a_file(tmp_path / "links.sqlite3"):
        yield


def in_the_case(case: Case) -> int:
    return sum(event.step.value == "name_representative" for event in history_of(case))


def test_of_two_presses_one_counts(shared: None) -> None:
    case = cases.arranging()
    assert pressed_by_two(make_link(case=case, purpose=Purpose.REPRESENTATIVE, key="authority").token) == [
        "done",
        "gone",
    ]
    assert in_the_case(case) == 1
