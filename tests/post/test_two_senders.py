"""Two senders at once, each with its own connection to the database."""

import threading
from collections import Counter
from contextlib import contextmanager

import pytest
from django.db import connection, connections

from evenhand.post import claiming, outbox, runs
from evenhand.post.models import Kind, Message, Run, State
from evenhand.post.outbox import Address
from evenhand.post.sending import send_due

pytestmark = pytest.mark.django_db(transaction=True)


@contextmanager
def in_a_file(path):
    """SQLite in memory shares its tables between threads and does not wait for a lock; a file does, as in use."""
    alias, known, told = "default", connections["default"], connections.settings["default"]
    with known.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(path)])
    connections.settings[alias] = {**told, "NAME": str(path)}
    connections[alias] = connections.create_connection(alias)
    try:
        yield
    finally:
        connections[alias].close()
        connections.settings[alias] = told
        connections[alias] = known


@pytest.fixture
def shared(tmp_path):
    """A database that several threads may use at once."""
    if connection.vendor != "sqlite":
        yield
        return
    with in_a_file(tmp_path / "post.sqlite3"):
        yield


def together(count, work):
    """Do the work in so many threads that start at one moment; what any of them raised is raised here."""
    start, raised = threading.Barrier(count), []

    def alone():
        try:
            start.wait(timeout=20)
            work()
        except Exception as error:
            raised.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=alone) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert not any(thread.is_alive() for thread in threads)
    assert raised == []


def sent_by_many(at, put, post):
    now = at("2026-06-01 09:00")
    for number in range(60):
        put(f"message {number}")
    here = post()
    together(4, lambda: send_due(now=now, through=here.ways))
    return Counter(here.arrived.values())


def test_four_senders_send_each_message_once(shared, at, put, post):
    assert sent_by_many(at, put, post) == {1: 60}
    assert set(Message.objects.values_list("state", "attempts")) == {("sent", 1)}


def test_without_the_lease_the_count_would_tell(shared, at, put, post, monkeypatch):
    """The planted fault: everybody may have everything that is not yet sent."""
    everything = lambda *, limit, **_: list(Message.objects.exclude(state=State.SENT)[:limit])  # noqa: E731
    gate = threading.Barrier(4)

    def taken(**how):
        found = everything(**how)
        gate.wait(timeout=20)
        return found

    monkeypatch.setattr(claiming, "claim", taken)
    monkeypatch.setattr(claiming, "hand_over", lambda *_, **__: True)
    now = at("2026-06-01 09:00")
    for number in range(5):
        put(f"message {number}")
    here = post()
    together(4, lambda: send_due(now=now, limit=5, through=here.ways))
    assert set(here.arrived.values()) == {4}


def test_the_same_key_put_by_four_at_once_is_one_message(shared, said):
    from django.db import transaction

    def put():
        with transaction.atomic():
            outbox.put(key="the same", to=Address(Kind.EMAIL, "parent@example.org"), words=said)

    together(4, put)
    assert Message.objects.count() == 1


def test_of_four_ticks_at_once_one_runs(shared, at):
    now = at("2026-06-01 09:00")
    begun = []
    together(4, lambda: begun.append(runs.begin("tick", now=now)))
    assert sum(run is not None for run in begun) == 1
    assert Run.objects.count() == 1
