"""The two boxes of one's own: who is said to read them, what is wrong, and once is once."""

from uuid import uuid4

import pytest

from evenhand.casework import actions
from evenhand.casework.models import Case
from tests.casework import cases
from tests.people import cast

pytestmark = pytest.mark.django_db


def with_a_mediator() -> Case:
    """A case that has a mediator."""
    case = cases.arranging()
    on = cases.date(2026, 5, 20)
    given = {"case": case, "by": cases.adviser(), "on": on}
    return actions.assign(**given, work="mediator", person_id=cast.hassan().pk).case


def test_a_note_is_written_and_only_its_writer_is_told_it_can_be_read() -> None:
    case = with_a_mediator()
    client = cast.client_of(cast.cerys())
    address = f"/my/cases/{case.reference}/notes"
    assert "Only you can read this." in client.get(address).content.decode()
    answer = client.post(address, {"words": "Ask about the taxi.", "press": str(uuid4())})
    assert answer.headers["Location"] == f"/my/cases/{case.reference}/"
    page = client.get(answer.headers["Location"]).content.decode()
    assert "Your note is saved." in page
    assert "Ask about the taxi." in page


def test_a_message_is_for_the_mediator_alone() -> None:
    case = with_a_mediator()
    client = cast.client_of(cast.cerys())
    address = f"/my/cases/{case.reference}/mediator"
    assert "Only you and the mediator can read this." in client.get(address).content.decode()
    assert client.post(address, {"words": "I am afraid.", "press": str(uuid4())}).status_code == 302
    assert "I am afraid." in client.get(f"/my/cases/{case.reference}/").content.decode()
    seen = cases.seen(case, cast.amina())
    assert "I am afraid." not in str([entry.told for entry in seen.entries()])


def test_pressed_twice_it_is_written_once() -> None:
    case = with_a_mediator()
    client = cast.client_of(cast.cerys())
    said = {"words": "Once.", "press": str(uuid4())}
    for _time in range(2):
        client.post(f"/my/cases/{case.reference}/notes", said)
    page = client.get(f"/my/cases/{case.reference}/").content.decode()
    assert "Nothing was done twice." in page
    assert page.count("<p>A note was written.") == 1


def test_an_empty_box_says_what_is_wrong() -> None:
    case = with_a_mediator()
    client = cast.client_of(cast.cerys())
    page = client.post(f"/my/cases/{case.reference}/notes", {"words": " ", "press": str(uuid4())})
    assert "Write something first." in page.content.decode()
    broken = client.post(
        f"/my/cases/{case.reference}/notes", {"words": "Kept.", "press": "x"}
    ).content.decode()
    assert "This form was not whole" in broken
    assert "Kept." in broken


def test_without_a_mediator_there_is_nobody_to_write_to() -> None:
    case = cases.arranging()
    assert cast.client_of(cast.cerys()).get(f"/my/cases/{case.reference}/mediator").status_code == 404
