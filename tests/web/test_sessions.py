"""A session is read as Django reads it: what it holds, and nothing once it ran out or was never there."""

import pytest
from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.utils import timezone

from evenhand.web.sessions import SessionStore

pytestmark = pytest.mark.django_db


@pytest.fixture
def key() -> str:
    store = SessionStore()
    store["family"] = {"answers": {"matter": "refusal_to_assess"}, "name": "n"}
    store.save()
    assert store.session_key
    return store.session_key


def test_it_holds_what_django_finds_in_it(key: str) -> None:
    assert dict(SessionStore(key).items()) == dict(db.SessionStore(key).items())
    assert SessionStore(key)["family"]["name"] == "n"


def test_a_session_that_ran_out_is_empty_and_has_no_key(key: str) -> None:
    Session.objects.filter(pk=key).update(expire_date=timezone.now())  # noqa: TID251
    store = SessionStore(key)
    assert store.get("family") is None
    assert store.session_key is None


@pytest.mark.parametrize("forged", ["x" * 32, "\0" * 32, "' OR 1=1 --", "\N{SNOWMAN}" * 32])
def test_a_forged_key_is_nobody(forged: str) -> None:
    store = SessionStore(forged)
    assert store.get("family") is None
    assert store.session_key is None


def test_a_question_that_is_kept_ready_has_a_token_of_its_own_for_each_family() -> None:
    from django.test import Client

    pages = [Client().get("/what-happened") for _ in range(2)]
    tokens = {page.cookies["evenhand-form"].value for page in pages}
    assert len(tokens) == 2
    assert pages[0].content != pages[1].content
    assert all(b"the-token-of-this-form" not in page.content for page in pages)
