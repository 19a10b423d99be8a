"""The history is only added to: the database refuses the rest, and what is done behind its back is found."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

import evenhand
from evenhand.casework import actions
from evenhand.casework.heart import chain
from evenhand.casework.histories import history_of
from evenhand.casework.laying_down import Bodies, Laid, lay_down
from evenhand.casework.models import Case, ChainHead, Event, Piece
from evenhand.casework.verifying import Verdict, verify
from tests.casework import cases
from tests.casework.flushing import TABLES, unguarded

pytestmark = pytest.mark.django_db

GONE = {"body": None, "salt": None, "destroyed_at": datetime(2026, 6, 20, tzinfo=UTC)}


def run(statement: str, *values: Any) -> None:
    """SQL in a transaction of its own, so that a refusal undoes only itself."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)


# ------------------------------------------------------------------------- what the database refuses


CHANGES: dict[str, Callable[[], Any]] = {
    "an event saved again": lambda: Event.objects.unseen().first().save(),
    "events updated": lambda: Event.objects.unseen().update(on=date(2026, 6, 1)),
    "events deleted": lambda: Event.objects.unseen().all()._raw_delete("default"),
    "pieces updated": lambda: Piece.objects.unseen().update(owner="party:2"),
    "a piece's content changed": lambda: Piece.objects.unseen().update(body={"words": "Nothing."}),
    "pieces deleted": lambda: Piece.objects.unseen().all()._raw_delete("default"),
    "half destroyed": lambda: Piece.objects.unseen().update(body=None),
    "destroyed and moved": lambda: Piece.objects.unseen().update(**GONE, owner="party:2"),
    "destroyed and sent to others": lambda: Piece.objects.unseen().update(**GONE, sent_to=["authority"]),
    "UPDATE of events": lambda: run("UPDATE casework_event SET by_key = 'authority'"),
    "DELETE of events": lambda: run("DELETE FROM casework_event"),
    "UPDATE of pieces": lambda: run("UPDATE casework_piece SET commitment = 'x'"),
    "DELETE of pieces": lambda: run("DELETE FROM casework_piece"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_the_history_cannot_be_changed(change):
    cases.advised()
    before = rows()
    with pytest.raises(DatabaseError, match=r"never (changed|deleted)|only added to"), transaction.atomic():
        CHANGES[change]()
    assert rows() == before


def rows() -> list[Any]:
    with connection.cursor() as cursor:
        found = []
        for table in TABLES:
            cursor.execute(f"SELECT * FROM {table} ORDER BY id")
            found += cursor.fetchall()
    return found


@pytest.mark.sqlite
@pytest.mark.parametrize("table", TABLES)
def test_a_row_cannot_be_replaced_either(table):
    cases.advised()
    before = rows()
    with pytest.raises(DatabaseError, match="never replaced"):
        run(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table} WHERE id = (SELECT MAX(id) FROM {table})")
    assert rows() == before


@pytest.mark.postgres
@pytest.mark.parametrize("table", TABLES)
def test_a_table_cannot_be_emptied_either(table):
    cases.advised()
    with pytest.raises(DatabaseError, match="History is only added to: no TRUNCATE"):
        run(f"TRUNCATE {table} CASCADE")
    assert Event.objects.unseen().exists()


@pytest.mark.django_db(transaction=True)
def test_the_commands_that_empty_a_database_do_not_empty_this_one():
    cases.advised()
    with pytest.raises(CommandError):
        call_command("flush", interactive=False, verbosity=0)
    assert verify() == Verdict(4 + 1, True)


def test_nothing_of_the_product_lifts_the_guards():
    """The triggers are named in the migrations that make them, and nowhere else; the lifting lies with the tests."""
    lifting = re.compile(r"(DROP|DISABLE|ENABLE)\s+TRIGGER|session_replication_role|sqlite_master", re.I)
    found = [
        path.relative_to(Path(evenhand.__file__).parent).as_posix()
        for path in Path(evenhand.__file__).parent.rglob("*.py")
        if lifting.search(path.read_text())
    ]
    assert sorted(found) == [
        "casework/migrations/0002_history_is_only_added_to.py",
        "casework/migrations/0004_history_is_never_replaced_or_emptied.py",
    ]


def test_the_guards_are_back_after_they_were_lifted():
    cases.advised()
    with unguarded(connection):
        run("UPDATE casework_event SET by_key = by_key")
    with pytest.raises(DatabaseError):
        run("UPDATE casework_event SET by_key = by_key")


# --------------------------------------------------------------------------- destroyed in its time


def test_content_is_destroyed_and_the_chain_still_holds():
    cases.concluded()
    length = Event.objects.unseen().count()
    assert Piece.objects.unseen().filter(data_class="adviser_record").update(**GONE) == 1
    assert Piece.objects.unseen().filter(data_class="contact_details").update(**GONE) == 4
    assert Piece.objects.unseen().filter(body__isnull=True, salt__isnull=True).count() == 5
    assert verify() == Verdict(length, True)


def test_destroyed_content_cannot_be_brought_back():
    cases.advised()
    Piece.objects.unseen().update(**GONE)
    with pytest.raises(DatabaseError), transaction.atomic():
        Piece.objects.unseen().update(body={"words": "Quiet call."}, salt=b"0" * 16, destroyed_at=None)


def test_the_commitment_says_nothing_without_the_salt():
    """The same words twice leave two commitments, and neither can be tried against likely words."""
    case = cases.advised()
    note = {"case": case, "by": cases.adviser(), "on": date(2026, 5, 13), "words": "Yes."}
    for _ in range(2):
        actions.record_call(
            case=case, by=cases.adviser(), on=note["on"], family=cases.FAMILY, reached=True, words="Yes."
        )
    first, second = Piece.objects.unseen().filter(event__step="record_call")
    assert (first.body, first.owner) == (second.body, second.owner)
    assert first.commitment != second.commitment
    assert len({bytes(one.salt) for one in Piece.objects.unseen()}) == Piece.objects.unseen().count()


# ------------------------------------------------------------- what is done behind the triggers' back


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
    assert chain.sealed(chain.FIRST, {"case": "AAAA-0000", "number": 1}, [said]) == "1c26d6c51dcad48fda249ece0a936698094145cf27a60bf49df73e4709d4e964"


