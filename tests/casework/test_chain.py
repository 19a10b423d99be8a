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
from evenhand.casework.models import Event, Piece
from evenhand.casework.verifying import Verdict, verify
from tests.casework import cases
from tests.casework.flushing import TABLES, run, unguarded

pytestmark = pytest.mark.django_db

GONE = {"body": None, "salt": None, "destroyed_at": datetime(2026, 6, 20, tzinfo=UTC)}


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
    run("SET CONSTRAINTS ALL IMMEDIATE")  # or it would be refused for what still waits to be checked
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
        "casework/migrations/0003_history_is_never_replaced_or_emptied.py",
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
