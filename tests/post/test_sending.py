"""Once, and only once; and where nobody can know, again under the same Message-ID or not at all."""

import pytest
from django.db import transaction

from evenhand.post import claiming, outbox, sending
from evenhand.post.channels import Down, NotSent, Unsure
from evenhand.post.models import Message, State
from evenhand.post.sending import send_due

pytestmark = pytest.mark.django_db


def raises(error):
    def step(parcel):
        raise error

    return step


def only():
    return Message.objects.get()


def test_what_is_due_goes_once(at, put, post):
    now = at("2026-06-01 09:00")
    for number in range(45):
        put(f"message {number}")
    here = post()
    assert str(send_due(now=now, through=here.ways)) == "45 sent"
    assert str(send_due(now=now, through=here.ways)) == "0 sent"
    assert set(here.arrived.values()) == {1}
    assert len(here.arrived) == 45
    assert set(Message.objects.values_list("state", "sent_at", "late", "lease_until")) == {
        ("sent", now, False, None)
    }


def test_before_its_moment_nothing_goes(at, put, post, minutes):
    now = at("2026-06-01 09:00")
    put(due_at=now + minutes(5))
    here = post()
    assert not send_due(now=now + minutes(4), through=here.ways)
    assert send_due(now=now + minutes(5), through=here.ways).sent == 1


def test_no_more_than_was_asked_for_and_the_longest_due_first(at, put, post, minutes):
    now = at("2026-06-01 09:00")
    for number in range(30):
        put(f"message {number}", due_at=now - minutes(number))
    here = post()
    report = send_due(now=now, limit=25, through=here.ways)
    assert (report.sent, report.more) == (25, True)
    assert here.parcels[0].message_id == Message.objects.get(key="message 29").message_id
    report = send_due(now=now, limit=25, through=here.ways)
    assert (report.sent, report.more) == (5, False)


@pytest.mark.django_db(transaction=True)
def test_inside_a_transaction_nothing_is_sent(at, put, post):
    now = at("2026-06-01 09:00")
    put()
    here = post()
    with pytest.raises(RuntimeError), transaction.atomic():
        send_due(now=now, through=here.ways)
    assert not here.arrived


class TestThePowerIsCut:
    """Whatever the moment: nothing is lost, and only a hand-over that was cut can make a second copy."""

    def test_after_the_lease_and_before_the_hand_over(self, at, put, post, monkeypatch, power_cut, minutes):
        now = at("2026-06-01 09:00")
        put()
        here = post()
        with monkeypatch.context() as broken:
            broken.setattr(claiming, "hand_over", lambda *_, **__: power_cut())
            with pytest.raises(power_cut.error):
                send_due(now=now, through=here.ways)
        assert only().state == State.QUEUED
        assert send_due(now=now + minutes(9), through=here.ways).sent == 0
        assert send_due(now=now + minutes(10), through=here.ways).sent == 1
        assert list(here.arrived.values()) == [1]

    @pytest.mark.parametrize("statutory", [True, False])
    def test_before_the_server_has_it(self, at, put, post, power_cut, minutes, statutory):
        now = at("2026-06-01 09:00")
        put(statutory=statutory)
        here = post(does=power_cut)
        with pytest.raises(power_cut.error):
            send_due(now=now, through=here.ways)
        assert only().state == State.SENDING
        here.does = None
        send_due(now=now + minutes(11), through=here.ways)
        assert sum(here.arrived.values()) == (1 if statutory else 0)
        assert only().state == (State.SENT if statutory else State.UNKNOWN)
        assert list(outbox.stuck()) == ([] if statutory else [only()])

    @pytest.mark.parametrize("statutory", [True, False])
    def test_after_the_server_said_yes(self, at, put, post, power_cut, minutes, statutory):
        now = at("2026-06-01 09:00")
        put(statutory=statutory)
        here = post(then=power_cut)
        with pytest.raises(power_cut.error):
            send_due(now=now, through=here.ways)
        here.then = None
        assert not send_due(now=now + minutes(9), through=here.ways)
        report = send_due(now=now + minutes(11), through=here.ways)
        assert report.unsure == 1
        assert here.arrived == {outbox.message_id("one"): 2 if statutory else 1}
        assert only().state == (State.SENT if statutory else State.UNKNOWN)
        send_due(now=now + minutes(60), through=here.ways)
        assert sum(here.arrived.values()) == (2 if statutory else 1)

    def test_again_and_again_it_gives_up(self, at, put, post, power_cut, minutes):
        now = at("2026-06-01 09:00")
        put(statutory=True)
        here = post(then=power_cut)
        for time in range(6):
            with pytest.raises(power_cut.error):
                send_due(now=now + minutes(11 * time), through=here.ways)
        assert str(send_due(now=now + minutes(66), through=here.ways)) == "0 sent; 1 of unknown fate"
        assert only().state == State.FAILED
        assert only().trouble.startswith("It may have arrived")

    def test_in_the_middle_of_many(self, at, put, post, power_cut, minutes):
        now = at("2026-06-01 09:00")
        for number in range(30):
            put(f"message {number}", statutory=True)
        here = post()
        here.then = lambda parcel: power_cut() if len(here.parcels) % 7 == 0 else None
        cuts = 0
        for time in range(10):
            try:
                send_due(now=now + minutes(11 * time), through=here.ways)
            except power_cut.error:
                cuts += 1
        assert cuts == 4
        assert len(here.arrived) == 30
        assert sum(here.arrived.values()) == 30 + cuts
        assert set(Message.objects.values_list("state", flat=True)) == {"sent"}


def test_a_sender_that_forgets_to_mark_is_caught_by_the_count(at, put, post, monkeypatch, minutes):
    """The planted fault: what was sent is not written down, and so the count goes up."""
    now = at("2026-06-01 09:00")
    put(statutory=True)
    here = post()
    monkeypatch.setattr(sending, "_mark_sent", lambda *_: None)
    send_due(now=now, through=here.ways)
    send_due(now=now + minutes(11), through=here.ways)
    assert list(here.arrived.values()) == [2]


def test_it_is_tried_after_1_5_30_minutes_2_hours_and_12_hours_and_then_a_person_is_asked(at, put, post):
    now = at("2026-06-01 09:00")
    put(due_at=now)
    here = post(does=raises(NotSent("the mail server refused: SMTPDataError 451")))
    tried = []
    for moment in [
        "09:00",
        "09:00:59",
        "09:01",
        "09:05:59",
        "09:06",
        "09:35",
        "09:36",
        "11:36",
        "23:35",
        "23:36",
    ]:
        before = only().attempts
        report = send_due(now=at(f"2026-06-01 {moment}"), through=here.ways)
        tried += [moment] if only().attempts > before else []
    assert tried == ["09:00", "09:01", "09:06", "09:36", "11:36", "23:36"]
    assert (report.again, report.failed) == (0, 1)
    assert (only().state, only().trouble) == ("failed", "the mail server refused: SMTPDataError 451")
    assert list(outbox.stuck()) == [only()]
    assert not send_due(now=at("2026-07-01 09:00"), through=here.ways)


def test_refused_for_good_it_is_not_tried_again(at, put, post):
    now = at("2026-06-01 09:00")
    put()
    report = send_due(now=now, through=post(does=raises(NotSent("no such box", for_good=True))).ways)
    assert str(report) == "0 sent; 1 failed"
    assert only().trouble == "no such box"


@pytest.mark.parametrize(("statutory", "times"), [(True, 2), (False, 1)])
def test_the_line_breaks_after_the_words_have_gone(at, put, post, minutes, statutory, times):
    now = at("2026-06-01 09:00")
    put(statutory=statutory)
    here = post(then=raises(Unsure("TimeoutError")))
    assert str(send_due(now=now, through=here.ways)) == "0 sent; 1 of unknown fate"
    assert only().trouble == "It may have arrived: TimeoutError"
    here.then = None
    send_due(now=now + minutes(1), through=here.ways)
    assert here.arrived == {only().message_id: times}


def test_a_line_that_breaks_every_time_makes_six_copies_at_most(at, put, post):
    now = at("2026-06-01 09:00")
    put(statutory=True, due_at=now)
    here = post(then=raises(Unsure("TimeoutError")))
    for day in range(1, 11):
        send_due(now=at(f"2026-06-{day:02} 09:00"), through=here.ways)
    assert here.arrived == {only().message_id: 6}
    assert (only().state, only().trouble) == ("failed", "It may have arrived: TimeoutError")


def test_what_may_have_gone_stays_so_when_the_next_try_is_refused(at, put, post, minutes):
    now = at("2026-06-01 09:00")
    put(statutory=True)
    send_due(now=now, through=post(then=raises(Unsure("TimeoutError"))).ways)
    send_due(now=now + minutes(1), through=post(does=raises(NotSent("busy"))).ways)
    assert (only().state, only().trouble) == ("unknown", "It may have arrived at an earlier try; now: busy")


def test_with_the_mail_server_away_for_three_days_nothing_fails_and_all_goes_in_the_end(
    at, put, post, minutes
):
    now = at("2026-06-01 09:00")
    for number in range(30):
        put(f"message {number}")
    here = post(does=raises(Down("the mail server cannot be used: ConnectionRefusedError 111")))
    for time in range(0, 3 * 24 * 60, 30):
        report = send_due(now=now + minutes(time), through=here.ways)
        assert str(report) == "0 sent; the mail server cannot be used: ConnectionRefusedError 111"
    assert set(Message.objects.values_list("state", "attempts", "lease_until")) == {("queued", 0, None)}
    here.does = None
    assert str(send_due(now=now + minutes(3 * 24 * 60), through=here.ways)) == "30 sent (30 late)"
    assert set(here.arrived.values()) == {1}


def test_after_a_week_of_silence_everything_goes_and_says_that_it_is_late(at, put, post, minutes):
    now = at("2026-06-01 09:00")
    put("old", due_at=now)
    put("a day old", due_at=at("2026-06-07 09:00"))
    put("more than a day old", due_at=at("2026-06-07 08:59"))
    here = post()
    assert str(send_due(now=at("2026-06-08 09:00"), through=here.ways)) == "3 sent (2 late)"
    first = {parcel.message_id: parcel.body.split("\n\n")[0] for parcel in here.parcels}
    assert first == {
        outbox.message_id("old"): "This message is late. It should have gone out on 1 June 2026.",
        outbox.message_id(
            "more than a day old"
        ): "This message is late. It should have gone out on 7 June 2026.",
        outbox.message_id("a day old"): "Your adviser has written to you.",
    }
    assert set(Message.objects.filter(late=True).values_list("key", flat=True)) == {
        "old",
        "more than a day old",
    }


def test_withdrawn_between_the_lease_and_the_hand_over_it_does_not_go(at, put, post):
    now = at("2026-06-01 09:00")
    put("first"), put("second")
    here = post(does=lambda parcel: outbox.withdraw("second"))
    assert send_due(now=now, through=here.ways).sent == 1
    assert here.arrived == {outbox.message_id("first"): 1}


def test_a_slow_sender_whose_lease_ran_out_leaves_it_to_the_next(at, put, post, minutes):
    now = at("2026-06-01 09:00")
    put("first", statutory=True), put("second")
    [first, second] = claiming.claim(now=now, limit=5, kinds=["email"], holder="slow")
    assert claiming.hand_over(first, now=now, holder="slow")
    here = post(then=raises(Unsure("TimeoutError")))
    assert send_due(now=now + minutes(10), through=here.ways).unsure == 3
    assert not claiming.hand_over(second, now=now + minutes(10), holder="slow")
    claiming.settle(first, holder="slow", state=State.FAILED)
    assert Message.objects.get(key="first").state == State.UNKNOWN


def test_a_slow_sender_that_hears_yes_after_its_lease_says_so(at, put, post, minutes):
    now = at("2026-06-01 09:00")
    put()
    [slow] = claiming.claim(now=now, limit=5, kinds=["email"], holder="slow")
    assert claiming.hand_over(slow, now=now, holder="slow")
    assert send_due(now=now + minutes(10), through=post().ways).unsure == 1
    claiming.settle(slow, holder="slow", state=State.SENT, sent_at=now)
    assert only().state == State.SENT


def test_a_server_that_is_away_is_asked_once_a_turn(at, put, post):
    now = at("2026-06-01 09:00")
    put("first"), put("second"), put("third")
    asked = []

    def away(parcel):
        asked.append(parcel)
        raise Down("away")

    send_due(now=now, through=post(does=away).ways)
    assert len(asked) == 1
