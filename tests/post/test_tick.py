"""The clockwork: one at a time, each job whatever became of the others, and a clean stop."""

import sys
from datetime import datetime
from types import SimpleNamespace

import pytest
from django.core import mail
from django.db import OperationalError

from evenhand.cli import main, tick
from evenhand.post import runs
from evenhand.post.heartbeat import last_tick
from evenhand.post.models import Run

pytestmark = pytest.mark.django_db
REAL_JOBS = tick.JOBS

DONE = []
CONTENT = "what the family wrote"


class More:
    """A report that asks for another turn until there were three."""

    def __init__(self):
        self.turn = DONE.count("more")
        self.more = self.turn < 3

    def __str__(self):
        return f"turn {self.turn}"


class Trouble:
    trouble = "the mail server is away"

    def __str__(self):
        return self.trouble


def works(*, now):
    DONE.append("works")
    return "worked"


def breaks(*, now):
    DONE.append("breaks")
    raise ZeroDivisionError(CONTENT)


def asks_for_more(*, now):
    DONE.append("more")
    return More()


def is_in_trouble(*, now):
    DONE.append("trouble")
    return Trouble()


@pytest.fixture(autouse=True)
def _the_jobs_of_post_alone(monkeypatch):
    own = ("evenhand.post.sending.send_due", "evenhand.cli.tick.clear_sessions")
    monkeypatch.setattr(tick, "JOBS", own)


@pytest.fixture
def jobs(monkeypatch, _the_jobs_of_post_alone):
    """Let the tick do these jobs of this file; gives back what was done."""
    DONE.clear()

    def these(*names):
        monkeypatch.setitem(sys.modules, "evenhand.jobs_of_a_test", sys.modules[__name__])
        monkeypatch.setattr(tick, "JOBS", tuple(f"evenhand.jobs_of_a_test.{name}" for name in names))
        return DONE

    return these


def test_every_job_is_there_and_whatever_queues_comes_before_what_sends():
    assert all(callable(tick._found(name)) for name in REAL_JOBS)
    assert REAL_JOBS[-2:] == ("evenhand.post.sending.send_due", "evenhand.cli.tick.clear_sessions")


def test_what_is_due_is_sent_and_each_job_has_its_line(put, capsys):
    put()
    assert main(["tick"]) == 0
    assert capsys.readouterr().out == "post.sending.send_due: 1 sent\ncli.tick.clear_sessions: done\n"
    assert len(mail.outbox) == 1
    assert main(["tick"]) == 0
    assert len(mail.outbox) == 1


def test_sessions_that_ran_out_are_cleared(capsys):
    from django.contrib.sessions.models import Session

    for key, year in [("old", 2020), ("new", 2090)]:
        Session.objects.create(session_key=key, expire_date=datetime.fromisoformat(f"{year}-01-01T00:00Z"))
    assert main(["tick"]) == 0
    assert list(Session.objects.values_list("session_key", flat=True)) == ["new"]


def test_a_job_that_fails_stops_no_other_and_the_exit_says_it(jobs, capsys, caplog):
    done = jobs("breaks", "works")
    assert main(["tick"]) == 1
    assert done == ["breaks", "works"]
    lines = capsys.readouterr().out.splitlines()
    assert lines == ["jobs_of_a_test.breaks: FAILED with ZeroDivisionError", "jobs_of_a_test.works: worked"]
    assert "in breaks" in caplog.text
    assert CONTENT not in caplog.text
    assert Run.objects.get().report.splitlines() == lines


def test_trouble_is_a_failure_too(jobs, capsys):
    jobs("is_in_trouble")
    assert main(["tick"]) == 1
    assert capsys.readouterr().out == "jobs_of_a_test.is_in_trouble: the mail server is away\n"


def test_a_job_with_more_to_do_is_asked_again(jobs, capsys):
    jobs("asks_for_more")
    assert main(["tick"]) == 0
    assert capsys.readouterr().out == "jobs_of_a_test.asks_for_more: turn 1, then turn 2, then turn 3\n"


def test_a_backlog_is_sent_to_its_end(put, capsys, monkeypatch):
    from evenhand.post import sending

    monkeypatch.setattr(sending.send_due, "__kwdefaults__", {"limit": 10, "through": None})
    for number in range(25):
        put(f"message {number}")
    assert main(["tick"]) == 0
    assert len(mail.outbox) == 25


class TestOneAtATime:
    def test_a_second_tick_does_nothing_and_says_so(self, jobs, capsys, at):
        done = jobs("works")
        runs.begin("tick", now=at("2026-06-01 09:00"))
        at("2026-06-01 09:04")
        assert main(["tick"]) == 0
        assert done == []
        assert capsys.readouterr().out == "Another tick is at work.\n"

    def test_one_that_died_is_taken_over_after_its_lease(self, jobs, at):
        done = jobs("works")
        dead = runs.begin("tick", now=at("2026-06-01 09:00"))
        now = at("2026-06-01 09:05")
        assert main(["tick"]) == 0
        assert done == ["works"]
        dead.refresh_from_db()
        assert (dead.finished_at, dead.report) == (now, "It ended without a word.")

    def test_one_that_is_renewed_keeps_its_lease(self, jobs, at):
        done = jobs("works")
        alive = runs.begin("tick", now=at("2026-06-01 09:00"))
        assert runs.renew(alive, now=at("2026-06-01 09:04"))
        at("2026-06-01 09:08")
        assert main(["tick"]) == 0
        assert done == []

    def test_each_job_renews_it(self, jobs, monkeypatch, at):
        jobs("works", "asks_for_more")
        at("2026-06-01 09:00")
        monkeypatch.setattr(sys.modules[__name__], "works", lambda *, now: at("2026-06-01 09:04") and "done")
        leases = []
        monkeypatch.setattr(
            sys.modules[__name__],
            "asks_for_more",
            lambda *, now: leases.append(Run.objects.get().lease_until),
        )
        main(["tick"])
        assert [lease.isoformat() for lease in leases] == ["2026-06-01T09:09:00+00:00"]

    def test_one_of_another_name_is_no_hindrance(self, at):
        now = at("2026-06-01 09:00")
        assert runs.begin("tick", now=now)
        assert runs.begin("backup", now=now)
        assert runs.begin("tick", now=now) is None

    def test_one_that_is_overtaken_does_not_close_the_other(self, at):
        slow = runs.begin("tick", now=at("2026-06-01 09:00"))
        quick = runs.begin("tick", now=at("2026-06-01 09:06"))
        assert not runs.renew(slow, now=at("2026-06-01 09:07"))
        runs.end(slow, now=at("2026-06-01 09:08"), report="slow")
        quick.refresh_from_db()
        assert quick.finished_at is None


class TestTheHeartbeat:
    def test_is_the_end_of_the_last_tick(self, jobs, at):
        jobs("works")
        assert last_tick() is None
        now = at("2026-06-01 09:00")
        main(["tick"])
        assert last_tick() == now

    def test_does_not_count_one_that_died_or_still_runs(self, at):
        runs.begin("tick", now=at("2026-06-01 09:00"))
        assert last_tick() is None
        runs.begin("tick", now=at("2026-06-01 10:00"))
        assert last_tick() is None

    def test_runs_are_kept_for_thirty_days(self, jobs, at):
        jobs("works")
        for moment in ("2026-06-01 09:00", "2026-06-02 09:00", "2026-07-02 08:59"):
            at(moment)
            main(["tick"])
        assert Run.objects.count() == 2


@pytest.fixture
def stopping_after(monkeypatch):
    """Asked to stop after so many naps, each of which takes a second or more and no time."""

    def asked(naps):
        slept, moments, stopping = [], iter(range(1000)), tick.Stopping()
        clock = SimpleNamespace(
            sleep=lambda nap: slept.append(nap) or (len(slept) == naps and stopping()),
            monotonic=lambda: next(moments),
        )
        monkeypatch.setattr(tick, "time", clock)
        return stopping

    return asked


class TestWithoutTheDatabase:
    @pytest.fixture
    def away(self, monkeypatch):
        """`away("begin")`: the database goes away where a run begins, or where it ends."""

        def gone(when):
            def fail(*_, **__):
                raise OperationalError("no such table")

            monkeypatch.setattr(runs, when, fail)

        return gone

    @pytest.mark.parametrize("when", ["begin", "end"])
    def test_the_tick_refuses_in_one_line(self, away, jobs, capsys, when):
        jobs("works")
        away(when)
        assert main(["tick"]) == 2
        assert capsys.readouterr().err.startswith("evenhand: the database cannot be used: no such table.")

    def test_the_loop_goes_on(self, away, capsys, stopping_after):
        away("begin")
        assert tick._again_and_again(3, stopping_after(8)) == 0
        assert capsys.readouterr().err.count("the database cannot be used") > 2


@pytest.mark.django_db(transaction=True)  # each round gives up a connection that is in a transaction
class TestTheLoop:
    def test_tells_only_what_there_is_to_tell(self, put, capsys, stopping_after):
        put()
        assert tick._again_and_again(2, stopping_after(3)) == 0
        assert capsys.readouterr().out == "post.sending.send_due: 1 sent\n"

    def test_asked_to_stop_it_ends_what_it_does_and_begins_nothing(self, jobs, monkeypatch):
        done, stopping = jobs("works", "works"), tick.Stopping()
        monkeypatch.setattr(sys.modules[__name__], "works", lambda *, now: done.append("one") or stopping())
        assert tick._again_and_again(60, stopping) == 0
        assert done == ["one"]
        assert Run.objects.get().finished_at is not None


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["now"], "takes no words"),
        (["--every", "0"], "from 1 to 86400"),
        (["--every", "1.5"], "whole number"),
        (["--every", "²"], "whole number"),
        (["--every"], "needs a value"),
        (["--evry", "5"], "Did you mean --every?"),
    ],
)
def test_words_that_mean_nothing(capsys, words, said):
    assert main(["tick", *words]) == 2
    assert said in capsys.readouterr().err
