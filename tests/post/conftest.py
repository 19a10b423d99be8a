"""What the tests of post share: a clock that stands still, messages, and channels that do as they are told."""

from collections import Counter
from datetime import datetime, timedelta

import pytest
from django.db import transaction

from evenhand import clock
from evenhand.post import outbox, words
from evenhand.post.channels import LetterQueue, NoTextGateway
from evenhand.post.models import Kind
from evenhand.post.outbox import Address

SIGN_IN = "http://localhost:8000/signed-in"


class PowerCut(BaseException):
    """The program is gone: nobody catches this."""


class Post:
    """A channel that counts what reached it; `does` is called before each parcel arrives, `then` after it."""

    by_hand = False

    def __init__(self, does=None, then=None):
        self.arrived, self.parcels, self.does, self.then = Counter(), [], does, then

    def send(self, parcel):
        if self.does:
            self.does(parcel)
        self.arrived[parcel.message_id] += 1
        self.parcels.append(parcel)
        if self.then:
            self.then(parcel)

    @property
    def ways(self):
        return {Kind.EMAIL: self, Kind.TEXT: NoTextGateway(), Kind.LETTER: LetterQueue()}


@pytest.fixture
def post():
    return Post


@pytest.fixture
def power_cut():
    """`power_cut()` is a step of a channel at which the program dies."""

    def cut(parcel=None):
        raise PowerCut

    cut.error = PowerCut
    return cut


@pytest.fixture
def at(monkeypatch):
    """The moment that a text names, in UTC; the clock stands there: `at("2026-06-01 09:00")`."""

    def stand(text):
        moment = datetime.fromisoformat(f"{text}+00:00")
        monkeypatch.setattr(clock, "instant", lambda: moment)
        return moment

    return stand


@pytest.fixture
def said():
    return words.message("Your adviser has written to you.", "Please sign in to read it.", SIGN_IN)


@pytest.fixture
def put(said):
    """Queue an e-mail: `put("a key", statutory=True)`."""

    def queued(key="one", kind=Kind.EMAIL, where="parent@example.org", **what):
        with transaction.atomic():
            return outbox.put(key=key, to=Address(kind, where), words=what.pop("words", said), **what)

    return queued


@pytest.fixture
def minutes():
    return lambda number: timedelta(minutes=number)
