"""Putting a message into the outbox, and taking it back."""

from datetime import datetime

import pytest
from django.db import IntegrityError, transaction

from evenhand.post import outbox
from evenhand.post.models import Kind, Message, State
from evenhand.post.outbox import Address, AddressRefused, NotInATransaction
from evenhand.post.sending import send_due
from evenhand.post.words import Words, WordsRefused, message

pytestmark = pytest.mark.django_db


def test_a_message_waits_for_its_moment(at, put):
    at("2026-06-01 09:00")
    kept = put(
        "case-1/notice", about="case 1", statutory=True, due_at=datetime.fromisoformat("2026-06-05T08:00Z")
    )
    assert (kept.state, kept.address, kept.about, kept.statutory) == (
        "queued",
        "parent@example.org",
        "case 1",
        True,
    )
    assert kept.queued_at.isoformat() == "2026-06-01T09:00:00+00:00"
    assert kept.due_at.isoformat() == kept.try_at.isoformat() == "2026-06-05T08:00:00+00:00"


def test_without_a_moment_it_is_due_now(at, put):
    at("2026-06-01 09:00")
    assert put().due_at.isoformat() == "2026-06-01T09:00:00+00:00"


def test_the_same_key_again_is_the_first_message_untouched(put):
    first = put("twice", about="first")
    other = message("Another thing.", "Please sign in.", "http://localhost/other")
    second = put("twice", where="other@example.org", words=other, about="second", statutory=True)
    assert second.pk == first.pk
    assert Message.objects.get().about == "first"
    assert Message.objects.get().address == "parent@example.org"


def test_the_key_gives_the_message_id(put, settings):
    settings.DEFAULT_FROM_EMAIL = "North Mediation <post@north.example>"
    first, other = put("a").message_id, put("b").message_id
    assert first == outbox.message_id("a") != other
    assert first.startswith("<")
    assert first.endswith("@north.example>")
    settings.SECRET_KEY = "another key of another installation, long enough for anybody"
    assert outbox.message_id("a") != first


def test_nothing_is_kept_of_an_action_that_fails(put):
    def action():
        with transaction.atomic():
            put("gone")
            raise ArithmeticError

    with pytest.raises(ArithmeticError):
        action()
    assert not Message.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_nothing_is_put_or_withdrawn(said):
    with pytest.raises(NotInATransaction):
        outbox.put(key="a", to=Address(Kind.EMAIL, "a@example.org"), words=said)
    with pytest.raises(NotInATransaction):
        outbox.withdraw("a")
    assert not Message.objects.exists()


@pytest.mark.parametrize(
    ("kind", "where"),
    [
        (Kind.EMAIL, ""),
        (Kind.EMAIL, "parent"),
        (Kind.EMAIL, "a@example.org\nBcc: b@example.org"),
        (Kind.EMAIL, "a@example.org, b@example.org"),
        (Kind.TEXT, "12345"),
        (Kind.TEXT, "0770 900 000x"),
        (Kind.LETTER, "  \n "),
        (Kind.LETTER, "x" * 501),
    ],
)
def test_an_address_to_which_nothing_can_go(put, kind, where):
    with pytest.raises(AddressRefused):
        put(kind=kind, where=where)


def test_words_are_looked_at(put):
    with pytest.raises(WordsRefused):
        put(words=Words("News", "He said no."))


def test_a_moment_needs_a_zone_and_a_message_a_key(put):
    with pytest.raises(ValueError, match="time zone"):
        put(due_at=datetime.fromisoformat("2026-06-01T09:00"))
    with pytest.raises(ValueError, match="key"):
        put("")


def test_withdrawn_it_never_goes(at, put, post):
    now = at("2026-06-01 09:00")
    put("one")
    assert outbox.withdraw("one") is True
    assert outbox.withdraw("one") is True
    here = post()
    assert send_due(now=now, through=here.ways).sent == 0
    assert not here.arrived
    assert Message.objects.get().state == State.WITHDRAWN


def test_sent_it_cannot_be_withdrawn(at, put, post):
    now = at("2026-06-01 09:00")
    put("one")
    send_due(now=now, through=post().ways)
    assert outbox.withdraw("one") is False
    assert Message.objects.get().state == State.SENT


def test_of_unknown_fate_it_is_not_sent_again_once_withdrawn(at, put, post, power_cut, minutes):
    now = at("2026-06-01 09:00")
    put("one", statutory=True)
    with pytest.raises(power_cut.error):
        send_due(now=now, through=post(then=power_cut).ways)
    here = post()
    send_due(now=now + minutes(11), limit=0, through=here.ways)
    assert outbox.withdraw("one") is False
    assert outbox.withdraw("one") is False
    assert send_due(now=now + minutes(30), through=here.ways).sent == 0
    assert not here.arrived


def test_withdrawing_what_nobody_put(db):
    with pytest.raises(Message.DoesNotExist):
        outbox.withdraw("never put")


def test_the_database_itself_holds_the_key_once(put):
    put("one")
    with pytest.raises(IntegrityError), transaction.atomic():
        Message.objects.create(
            key="one",
            kind="email",
            address="a",
            due_at=put("two").due_at,
            try_at=put("two").due_at,
            message_id="x",
        )


@pytest.mark.parametrize("wrong", [{"state": "sent"}, {"state": "lost"}, {"kind": "pigeon"}])
def test_the_database_refuses_what_cannot_be(put, wrong):
    put("one")
    with pytest.raises(IntegrityError), transaction.atomic():
        Message.objects.update(**wrong)
