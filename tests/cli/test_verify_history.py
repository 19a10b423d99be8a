"""`evenhand verify-history` says that the history is whole, or where it breaks."""

import io

import pytest
from django.db import DatabaseError, connection

from evenhand.casework.models import Event
from tests.casework import cases
from tests.casework.flushing import unguarded

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture(autouse=True)
def the_day(today):
    today(cases.TODAY.isoformat())


def test_an_empty_history_is_whole(run):
    ran = run("verify-history")
    assert (ran.status, ran.out, ran.err) == (0, b"The history is whole: 0 entries.\n", "")


def test_a_whole_history_is_counted(run):
    cases.concluded()
    assert run("verify-history").out == b"The history is whole: 11 entries.\n"


def test_a_broken_one_is_located_and_the_exit_status_says_so(run):
    case = cases.concluded()
    with unguarded(connection), connection.cursor() as cursor:
        cursor.execute("UPDATE casework_event SET by_key = 'authority' WHERE number = 7")
    ran = run("verify-history")
    assert (ran.status, ran.out) == (1, b"")
    assert ran.err == (
        "evenhand: the history breaks at entry 7 of the chain. "
        f"Entry 7 of case {case.reference}: it is not what was sealed.\n"
    )


def test_a_bar_is_shown_to_whoever_watches_and_is_gone_at_the_end(run, monkeypatch):
    class Screen(io.StringIO):
        def isatty(self) -> bool:
            return True

    cases.concluded()
    screen = Screen()
    monkeypatch.setattr("sys.stderr", screen)
    assert run("verify-history").status == 0
    assert "11 of 11 entries" in screen.getvalue()
    assert screen.getvalue().endswith("\r\x1b[K")


def test_words_are_refused(run):
    assert "takes no words" in run("verify-history", "now").err
    assert "has no option --fast" in run("verify-history", "--fast").err


def test_a_database_that_is_not_prepared_is_said_to_be(run, monkeypatch):
    def gone(manager):
        raise DatabaseError("no such table")

    monkeypatch.setattr(type(Event.objects), "unseen", gone)
    ran = run("verify-history")
    assert (ran.status, "Has it been prepared (migrate)?" in ran.err) == (2, True)


def test_the_help_says_what_it_does(run):
    assert b"is the history of all cases whole?" in run("verify-history", "--help").out
