"""Two who press at the same moment: real threads, each with its own connection, and one effect."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.db import connection, connections

from evenhand.casework import actions
from evenhand.casework.models import Booking, Case, Event, Tally
from evenhand.casework.verifying import verify
from evenhand.post.models import Message
from tests.casework import cases
from tests.casework.actions.doing import MEETING
from tests.casework.actions.telling import counts_are_true
from tests.casework.actions.test_mediation_story import opening
from tests.people import cast

pytestmark = pytest.mark.django_db(transaction=True)
PRESS = UUID("7f3c9a10-52d1-4a86-9d1e-2f6b8c0a4e11")
AT_ONCE = 6


@contextmanager
def in_a_file(path: Path) -> Iterator[None]:
    """SQLite in memory does not wait for a lock between threads; a file does, as in use."""
    known, told = connections["default"], connections.settings["default"]
    with known.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(path)])
    connections.settings["default"] = {**told, "NAME": str(path)}
    connections["default"] = connections.create_connection("default")
    try:
        yield
    finally:
        connections["default"].close()
        connections.settings["default"] = told
        connections["default"] = known


@pytest.fixture(autouse=True)
def _shared(tmp_path):
    """A database that several threads may use at once, with everybody in it."""
    if connection.vendor == "sqlite":
        with in_a_file(tmp_path / "cases.sqlite3"):
            yield
    else:
        yield


def together(*works: Callable[[], Any]) -> list[type]:
    """Do all the works at one moment; what each came to: its type, or the type of what it raised."""
    start, came = threading.Barrier(len(works)), []

    def alone(work: Callable[[], Any]) -> None:
        try:
            start.wait(timeout=20)
            came.append(type(work()))
        except Exception as error:
            came.append(type(error))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=alone, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return sorted(came, key=lambda kind: kind.__name__)


def test_one_press_in_many_windows_has_one_effect():
    case = cases.advised()
    before = Message.objects.count()
    who = cases.adviser()

    def press() -> Any:
        return actions.close(case=case, by=who, on=date(2026, 5, 13), reason="done", press=PRESS)

    came = together(*[press] * AT_ONCE)
    assert [kind.__name__ for kind in came] == ["AlreadyDone"] * (AT_ONCE - 1) + ["Done"]
    assert Event.objects.unseen().filter(step="close").count() == 1
    assert Message.objects.count() == before + 1
    assert verify().ok
    assert counts_are_true()


def test_one_press_of_a_first_call_opens_one_case():
    cast.dev()
    given, who = opening(), cases.adviser()

    def press() -> Any:
        return actions.open_case(by=who, on=date(2026, 5, 11), press=PRESS, **given)

    came = together(*[press] * AT_ONCE)
    assert [kind.__name__ for kind in came] == ["AlreadyDone"] * (AT_ONCE - 1) + ["Done"]
    assert Case.objects.unseen().count() == 1
    assert Tally.objects.get(scope__startswith="provider", stage="enquiry").count == 1


def test_two_who_do_different_things_do_them_one_after_the_other():
    """Declining and choosing at the same moment: both are recorded, in one order, and the chain holds."""
    case, who = cases.advised(), cases.adviser()
    wish = {"education": True, "health": False, "care": False, "issues": "Why not"}
    on = date(2026, 5, 13)
    came = together(
        lambda: actions.decline_mediation(case=case, by=who, on=on),
        lambda: actions.choose_mediation(case=case, by=who, on=on, **wish),
    )
    assert {kind.__name__ for kind in came} == {"Done"}
    now = Case.objects.unseen().get()
    steps = list(Event.objects.unseen().order_by("-number").values_list("step", flat=True)[:2])
    last = {"choose_mediation": "mediation_chosen", "decline_mediation": "certificate_due"}[steps[0]]
    assert (set(steps), now.stage) == ({"choose_mediation", "decline_mediation"}, last)
    assert verify().ok
    assert counts_are_true()


def test_of_two_who_close_the_same_case_the_second_is_refused():
    case, who = cases.advised(), cases.adviser()

    def press() -> Any:
        return actions.close(case=case, by=who, on=date(2026, 5, 13), reason="done")

    came = together(press, press)
    assert [kind.__name__ for kind in came] == ["Done", "StepNotOpen"]
    assert Event.objects.unseen().filter(step="close").count() == 1


def test_one_certificate_is_issued_however_many_press():
    case, who = cases.concluded(), cases.adviser()

    def press() -> Any:
        return actions.issue_certificate(case=case, by=who, on=date(2026, 6, 10))

    came = together(*[press] * AT_ONCE)
    assert [kind.__name__ for kind in came] == ["Done"] + ["StepNotOpen"] * (AT_ONCE - 1)
    assert Event.objects.unseen().filter(step="issue_certificate").count() == 1


def test_nobody_is_booked_for_two_meetings_at_one_time():
    who, both = cases.adviser(), [cases.arranging(), cases.arranging()]
    for case in both:
        actions.assign(case=case, by=who, on=date(2026, 5, 15), work="mediator", person_id=cast.hassan().pk)
    both = list(Case.objects.unseen())

    def fix(case: Case) -> Callable[[], Any]:
        return lambda: actions.fix_meeting(case=case, by=who, on=date(2026, 5, 18), **MEETING)

    came = together(*[fix(case) for case in both])
    assert [kind.__name__ for kind in came] == ["Done", "StepNotOpen"]
    assert Booking.objects.unseen().count() == 1


def test_nobody_is_given_a_meeting_while_they_lead_another():
    who, both = cases.adviser(), [cases.arranging(), cases.arranging()]
    for case in both:
        actions.fix_meeting(case=case, by=who, on=date(2026, 5, 18), **MEETING)

    def assign(case: Case) -> Callable[[], Any]:
        return lambda: actions.assign(
            case=case, by=who, on=date(2026, 5, 18), work="mediator", person_id=cast.hassan().pk
        )

    cast.hassan()
    came = together(*[assign(case) for case in both])
    assert [kind.__name__ for kind in came] == ["Done", "StepNotOpen"]
    assert Booking.objects.unseen().count() == 1


def test_many_cases_grow_at_once_and_the_chain_is_one():
    many = [cases.enquiry() for _ in range(AT_ONCE)]
    who = cases.adviser()

    def call(case: Case) -> Callable[[], Any]:
        def ring() -> Any:
            for _ in range(3):
                done = actions.record_call(
                    case=case, by=who, on=date(2026, 5, 12), family=cases.FAMILY, reached=False
                )
            return done

        return ring

    before = Event.objects.unseen().count()
    assert {kind.__name__ for kind in together(*[call(case) for case in many])} == {"Done"}
    assert verify().length == before + 3 * AT_ONCE
    assert verify().ok


def test_a_booking_that_is_not_looked_for_is_seen(monkeypatch):
    monkeypatch.setattr("evenhand.casework.actions.meetings.must_be_free", lambda *given: None)
    with pytest.raises(AssertionError):
        test_nobody_is_booked_for_two_meetings_at_one_time()


def test_a_press_that_is_looked_for_before_the_case_is_held_is_seen(monkeypatch):
    """Looked for too early, each finds that nobody pressed before; the second is stopped, and not told why."""
    monkeypatch.setattr("evenhand.casework.recording.once", lambda press: None)
    monkeypatch.setattr("evenhand.casework.actions.ending.once", lambda press: None)
    with pytest.raises(AssertionError):
        test_one_press_in_many_windows_has_one_effect()
