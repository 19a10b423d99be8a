"""Half-hours, the last free place, codes, claiming and forgetting: what stands before there is a case."""

import threading
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection, connections

from evenhand.casework import asked_online, asking
from evenhand.casework.actions.claiming import NotForWork
from evenhand.casework.asking import SlotTaken, Wanted, ask_for_call, days_offered, free_slots
from evenhand.casework.heart.stages import Kind
from evenhand.casework.models import Asking, CallBack, Case, Event
from evenhand.casework.recording import AlreadyDone
from evenhand.people.models import Organisation
from evenhand.people.roles import Role
from tests.casework import cases
from tests.people import cast
from tests.post.test_two_senders import in_a_file

FRIDAY_AT_NOON = datetime(2026, 6, 19, 11, 0, tzinfo=UTC)
MONDAY_AT_TEN = datetime(2026, 6, 22, 9, 0, tzinfo=UTC)
PRESS = UUID("0c1bd1ab-6d8f-4d3a-9d3e-0f0c9d0a1b2c")


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("evenhand.clock.instant", lambda: FRIDAY_AT_NOON)
    monkeypatch.setattr("evenhand.clock.today_in_london", lambda: FRIDAY_AT_NOON.date())


def wanted(slot: datetime = MONDAY_AT_TEN, **more: Any) -> Wanted:
    """A call that somebody wants."""
    return Wanted(name="Cerys Example", phone="020 7946 0001", slot=slot, **more)


def ours() -> Organisation:
    """The provider of the tests."""
    return cast.organisation(cast.OURS)


class TestTheHalfHours:
    """Which days and times are offered."""

    def test_five_working_days_today_among_them_while_there_is_time(self) -> None:
        days = [date(2026, 6, day) for day in (19, 22, 23, 24, 25)]
        assert days_offered(FRIDAY_AT_NOON) == days

    def test_in_the_evening_today_is_over(self) -> None:
        evening = datetime(2026, 6, 19, 14, 31, tzinfo=UTC)  # 15:31 in London: 16:30 is less than an hour off
        assert days_offered(evening)[0] == date(2026, 6, 22)
        assert days_offered(evening - timedelta(minutes=1))[0] == date(2026, 6, 19)

    def test_a_bank_holiday_is_no_day_for_calls(self) -> None:
        assert date(2026, 8, 31) not in days_offered(datetime(2026, 8, 28, 8, 0, tzinfo=UTC))

    def test_a_day_has_sixteen_half_hours_from_nine_in_london(self) -> None:
        slots = list(asking.slots_of(date(2026, 6, 22)))
        assert len(slots) == 16
        assert slots[0] == datetime(2026, 6, 22, 8, 0, tzinfo=UTC)
        assert slots[-1] == datetime(2026, 6, 22, 15, 30, tzinfo=UTC)

    @pytest.mark.django_db
    def test_a_full_half_hour_is_not_free_and_an_ended_call_frees_it(self) -> None:
        calls = [ask_for_call(provider=ours(), wanted=wanted(), press=uuid4()) for _number in range(2)]
        assert MONDAY_AT_TEN not in free_slots(ours(), FRIDAY_AT_NOON)[date(2026, 6, 22)]
        CallBack.objects.filter(pk=calls[0].pk).update(ended_at=FRIDAY_AT_NOON)
        assert MONDAY_AT_TEN in free_slots(ours(), FRIDAY_AT_NOON)[date(2026, 6, 22)]

    @pytest.mark.django_db
    def test_another_service_has_its_own_capacity(self) -> None:
        for _number in range(2):
            ask_for_call(provider=ours(), wanted=wanted(), press=uuid4())
        farside = cast.organisation(cast.ANOTHER)
        assert MONDAY_AT_TEN in free_slots(farside, FRIDAY_AT_NOON)[date(2026, 6, 22)]


@pytest.mark.django_db
class TestAskingForACall:
    """One call for a press, and none in a half-hour that cannot be."""

    def test_the_same_press_is_the_same_call(self) -> None:
        first = ask_for_call(provider=ours(), wanted=wanted(), press=PRESS)
        again = ask_for_call(provider=ours(), wanted=wanted(), press=PRESS)
        assert first == again
        assert CallBack.objects.count() == 1

    def test_a_reference_is_two_groups_of_four_and_says_nothing_of_the_press(self) -> None:
        reference = asking.reference_of(PRESS)
        assert len(reference) == 9
        assert reference[4] == "-"
        assert reference != asking.reference_of(uuid4())

    @pytest.mark.parametrize(
        "slot",
        [
            datetime(2026, 6, 20, 9, 0, tzinfo=UTC),  # a Saturday
            datetime(2026, 6, 22, 16, 0, tzinfo=UTC),  # 17:00 in London
            datetime(2026, 6, 22, 9, 10, tzinfo=UTC),  # no half-hour begins then
            datetime(2026, 6, 19, 11, 30, tzinfo=UTC),  # in half an hour
            datetime(2026, 7, 22, 9, 0, tzinfo=UTC),  # too far off
        ],
    )
    def test_a_time_that_is_not_offered_is_refused(self, slot: datetime) -> None:
        with pytest.raises(SlotTaken):
            ask_for_call(provider=ours(), wanted=wanted(slot), press=uuid4())
        assert not CallBack.objects.exists()


@pytest.mark.django_db
class TestWhoIsAsked:
    """Which service an area's family is led to."""

    def test_the_only_one_is_asked(self) -> None:
        only = ours()
        assert asking.provider_for("") == only

    def test_of_several_nobody_is_guessed(self) -> None:
        ours()
        cast.organisation(cast.ANOTHER)
        assert asking.provider_for("") is None
        assert asking.provider_for("ealing") is None

    def test_the_one_that_had_the_councils_latest_case_is_asked(self) -> None:
        cast.organisation(cast.ANOTHER)
        cases.enquiry(on=date(2026, 6, 19))
        assert asking.provider_for("ealing") == ours()
        assert asking.provider_for("kent") is None

    def test_the_one_that_the_directory_names_is_asked(self) -> None:
        ours()
        named = Organisation.objects.create(kind="provider", name="Global Mediation", slug="global")
        from evenhand import directory

        area = next(
            one.slug
            for one in directory.described()
            if any(service.name == "Global Mediation" for service in one.services)
        )
        assert asking.provider_for(area) == named


@pytest.fixture
def shared(tmp_path: Path) -> Iterator[None]:
    """A database that several threads may use at once."""
    if connection.vendor != "sqlite":
        yield
        return
    with in_a_file(tmp_path / "calls.sqlite3"):
        yield


@pytest.mark.django_db(transaction=True)
def test_of_many_at_once_exactly_as_many_get_a_call_as_there_is_room(shared: None) -> None:
    provider, got, refused = ours(), [], []
    start = threading.Barrier(5)

    def ask() -> None:
        try:
            start.wait(timeout=20)
            got.append(ask_for_call(provider=provider, wanted=wanted(), press=uuid4()).reference)
        except SlotTaken as why:
            refused.append(str(why))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=ask) for _number in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(got), len(refused)) == (2, 3)
    assert refused[0] == "Somebody else has just taken this time. Choose another. We kept all that you typed."
    assert CallBack.objects.count() == 2


def a_request() -> asked_online.Request:
    """A parent who asks for mediation about a refusal to assess in Ealing."""
    return asked_online.Request(
        kind=Kind.MEDIATION,
        role=Role.PARENT,
        matter="refusal_to_assess",
        area="ealing",
        name="Cerys Example",
        call=wanted(),
        facts={"acting": "parent", "notice_sent": "2026-06-15"},
        child={"name": "Robin Example"},
        contact={"phone": "020 7946 0001"},
    )


@pytest.mark.django_db
class TestAskedOnline:
    """Sent once, both or neither, and claimed once."""

    def sent(self, press: UUID | None = None) -> asked_online.Sent:
        return asked_online.send(
            provider=ours(), request=a_request(), person=None, press=press or uuid4(), asking_id=None
        )

    def test_what_was_saved_is_emptied_when_it_is_sent(self) -> None:
        row, _code = asked_online.save(asking_id=None, wants="mediation", answers={"a": "canary"})
        asked_online.send(provider=ours(), request=a_request(), person=None, press=uuid4(), asking_id=row.pk)
        row.refresh_from_db()
        assert (row.answers, row.case) == ({}, Case.objects.unseen().get())

    def test_the_second_press_opens_no_second_case(self) -> None:
        self.sent(PRESS)
        with pytest.raises(AlreadyDone):
            self.sent(PRESS)
        assert (Case.objects.unseen().count(), CallBack.objects.count()) == (1, 1)

    def test_without_a_time_nothing_is_opened(self) -> None:
        for _number in range(2):
            ask_for_call(provider=ours(), wanted=wanted(), press=uuid4())
        with pytest.raises(SlotTaken):
            self.sent()
        assert not Case.objects.unseen().exists()

    def test_of_the_code_only_the_hash_is_kept(self) -> None:
        code = self.sent().code
        assert code not in str(list(Asking.objects.values()))
        assert len(Asking.objects.get().code_hash) == 64

    def test_an_account_joins_once_and_the_history_says_so(self) -> None:
        sent = self.sent()
        case = asked_online.claim(code=sent.code, person=cast.cerys())
        assert cases.seen(case, cast.cerys()).standings[0].key == "party:1"
        last = Event.objects.unseen().filter(case=case).order_by("number").last()
        assert last is not None
        assert (last.step, last.by_person) == ("record_facts", cast.cerys().pk)
        with pytest.raises(asked_online.NoSuchCode):
            asked_online.claim(code=sent.code, person=cast.person("Nobody"))

    def test_a_code_that_ran_out_claims_nothing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        code = self.sent().code
        later = FRIDAY_AT_NOON + asked_online.KEPT
        monkeypatch.setattr("evenhand.clock.instant", lambda: later)
        with pytest.raises(asked_online.NoSuchCode):
            asked_online.claim(code=code, person=cast.cerys())

    def test_work_takes_no_familys_place(self) -> None:
        code = self.sent().code
        for at_work in (cast.dev(), cast.amina()):
            with pytest.raises(NotForWork):
                asked_online.claim(code=code, person=at_work)
        assert asked_online.claim(code=code, person=cast.cerys())

    def test_a_saved_code_is_none_to_claim_with(self) -> None:
        _row, code = asked_online.save(asking_id=None, wants="mediation", answers={})
        with pytest.raises(asked_online.NoSuchCode):
            asked_online.claim(code=code, person=cast.cerys())


@pytest.mark.django_db
class TestForgetting:
    """What came to nothing goes in its time."""

    def test_calls_that_ended_long_ago_and_codes_that_ran_out_go(self) -> None:
        old = ask_for_call(provider=ours(), wanted=wanted(), press=uuid4())
        CallBack.objects.filter(pk=old.pk).update(ended_at=FRIDAY_AT_NOON - asking.CALLS_KEPT)
        ask_for_call(provider=ours(), wanted=wanted(), press=uuid4())
        asked_online.save(asking_id=None, wants="mediation", answers={})
        Asking.objects.update(expires_at=FRIDAY_AT_NOON)
        report = asking.forget(now=FRIDAY_AT_NOON)
        assert str(report) == "2 old requests forgotten"
        assert (CallBack.objects.count(), Asking.objects.count()) == (1, 0)
        assert not asking.forget(now=FRIDAY_AT_NOON)

    def test_a_call_that_led_to_a_case_stays_with_it(self) -> None:
        asked_online.send(provider=ours(), request=a_request(), person=None, press=uuid4())
        CallBack.objects.update(ended_at=FRIDAY_AT_NOON - timedelta(365))
        asking.forget(now=FRIDAY_AT_NOON)
        assert CallBack.objects.count() == 1
