"""What is changed behind the triggers' back, anywhere in a chain of some hundred events, is found and located."""

from typing import Any

import pytest
from django.db import connection

from evenhand.casework.heart import chain
from evenhand.casework.histories import history_of
from evenhand.casework.laying_down import Bodies, Laid, lay_down
from evenhand.casework.models import Case, ChainHead, Event, Piece
from evenhand.casework.verifying import Verdict, verify
from tests.casework import cases
from tests.casework.flushing import run, unguarded

pytestmark = pytest.mark.django_db


@pytest.fixture
def long_chain():
    """Some hundred events: one case in all its steps, and twenty-five like it laid down after."""
    case = cases.concluded()
    bodies = Bodies(case.provider_id, case.authority_id)
    history = history_of(case)
    lay_down(Laid(f"LAID-{number:04}", bodies, history) for number in range(25))
    assert Event.objects.unseen().count() == 286
    assert verify() == Verdict(286, True)


def at(place: int) -> int:
    """The key of the event in that place of the chain, from 1."""
    return list(Event.objects.unseen().order_by("pk").values_list("pk", flat=True))[place - 1]


def behind(statement: str, *values: Any) -> None:
    """SQL, with the triggers lifted."""
    with unguarded(connection):
        run(statement, *values)


def swapped(first: int, second: int) -> None:
    one, other = at(first), at(second)
    with unguarded(connection):
        run("UPDATE casework_piece SET event_id = NULL WHERE FALSE")
        run("UPDATE casework_event SET id = %s WHERE id = %s", 10**6, one)
        run("UPDATE casework_event SET id = %s WHERE id = %s", one, other)
        run("UPDATE casework_event SET id = %s WHERE id = %s", other, 10**6)


def left_out(place: int) -> None:
    key = at(place)
    with unguarded(connection):
        run("DELETE FROM casework_piece WHERE event_id = %s", key)
        run("DELETE FROM casework_event WHERE id = %s", key)


EVENT = "UPDATE casework_event SET {} WHERE id = %s"
PIECE = "UPDATE casework_piece SET {} WHERE event_id = %s AND place = 0"
COLUMNS = {
    "number": EVENT.format("number = 99"),
    "step": EVENT.format("step = 'withdraw'"),
    "day": EVENT.format("\"on\" = '2026-05-02'"),
    "moment": EVENT.format("recorded_at = '2026-05-02 10:00:00+00:00'"),
    "person": EVENT.format("by_person = 77"),
    "role": EVENT.format("by_role = 'manager'"),
    "compartment of who did it": EVENT.format("by_key = 'authority'"),
    "what it corrects": EVENT.format("corrects = 1"),
    "struck": EVENT.format("struck = NOT struck"),
    "hash before": EVENT.format("previous = 'x'"),
    "hash": EVENT.format("hash = 'x'"),
    "class": PIECE.format("data_class = 'joint_notes'"),
    "owner": PIECE.format("owner = 'party:9'"),
    "whom it was sent to": PIECE.format("sent_to = '[\"authority\"]'"),
    "part": PIECE.format("part = 'name'"),
    "content": PIECE.format('body = \'{"words": "no"}\''),
    "commitment": PIECE.format("commitment = 'x'"),
    "destroyed in silence": PIECE.format("body = NULL"),
    "salt lost": PIECE.format("salt = NULL"),
    "place": PIECE.format("place = 7"),
}


@pytest.mark.parametrize("column", COLUMNS)
def test_a_change_of_any_column_is_found_where_it_was_made(long_chain, column):
    place = 145  # the opening of a case: it has pieces, and nothing in it is empty
    behind(COLUMNS[column], at(place))
    verdict = verify()
    assert (verdict.ok, verdict.broken_at, verdict.length) == (False, place, place - 1)
    assert verdict.why.startswith("Entry ")


def test_an_event_of_another_case_is_found(long_chain):
    other = Case.objects.unseen().get(reference="LAID-0000").pk
    behind("UPDATE casework_event SET case_id = %s, number = 99 WHERE id = %s", other, at(145))
    assert verify().broken_at == 145


@pytest.mark.parametrize("place", [1, 2, 145, 285])
def test_an_event_left_out_is_found_by_the_one_after_it(long_chain, place):
    left_out(place)
    assert (verify().ok, verify().broken_at) == (False, place)


def test_the_last_event_left_out_is_found_by_the_row_that_knows_the_end(long_chain):
    left_out(286)
    assert verify() == Verdict(285, False, 286, "The history ends here, and 1 more were written down.")


def test_everything_left_out_is_found(long_chain):
    with unguarded(connection):
        run("DELETE FROM casework_piece")
        run("DELETE FROM casework_event")
    assert verify() == Verdict(0, False, 1, "The history ends here, and 286 more were written down.")


def test_the_end_rewritten_is_found(long_chain):
    ChainHead.objects.update(length=285)
    assert verify().why == "The history does not end where it was written down that it ends."
    ChainHead.objects.update(length=286, hash="x")
    assert verify().broken_at == 287


def test_an_event_put_in_is_found(long_chain):
    """Even one that is sealed rightly to the one before it: the next does not follow it."""
    last = Event.objects.unseen().order_by("pk").last()
    assert last is not None
    forged = Event.objects.unseen().get(pk=last.pk)
    forged.pk, forged.number, forged.previous, forged.press = None, last.number + 1, last.hash, None
    forged.hash = chain.sealed(last.hash, {"case": "forged"}, [])
    forged.save(force_insert=True)
    assert verify().broken_at == 287


def test_a_piece_put_in_or_left_out_is_found(long_chain):
    first = Piece.objects.unseen().filter(event=at(145)).first()
    assert first is not None
    first.pk, first.place = None, 9
    first.save(force_insert=True)
    assert verify().broken_at == 145
    behind("DELETE FROM casework_piece WHERE event_id = %s", at(100))
    assert verify().broken_at == 100


def test_two_events_that_changed_places_are_found(long_chain):
    # Two without content, so that nothing but their order changes: both tell of notice given.
    plain = [place for place in range(1, 287) if not Piece.objects.unseen().filter(event=at(place)).exists()]
    swapped(plain[4], plain[9])
    assert verify().broken_at == plain[4]


def test_whoever_checks_too_little_is_caught(long_chain, monkeypatch):
    monkeypatch.setattr("evenhand.casework.verifying._holds", lambda place, piece: None)
    behind(COLUMNS["content"], at(145))
    assert verify().ok


def test_an_empty_history_is_whole():
    assert verify() == Verdict(0, True)


def test_it_says_how_far_it_is(long_chain, monkeypatch):
    monkeypatch.setattr("evenhand.casework.verifying.CHUNK", 100)
    heard: list[int] = []
    assert verify(heard.append).ok
    assert heard == [100, 100, 86]


def test_the_hash_of_a_known_event_never_changes():
    """Written down once; a change of how things are sealed would break every chain that there is."""
    salt = bytes(range(16))
    said = chain.commitment(
        salt, "joint_notes", "shared", {"words": "Grüße", "on": "2026-06-01"}, sent_to=["a"]
    )
    assert said == "7f760f550a85d053eeba17f69f6d2202a3529ddf23e2fed1c47824cc1522ce74"
    assert (
        chain.sealed(chain.FIRST, {"case": "AAAA-0000", "number": 1}, [said])
        == "1c26d6c51dcad48fda249ece0a936698094145cf27a60bf49df73e4709d4e964"
    )
