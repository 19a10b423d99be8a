"""An account made by a family, a forgotten password, and the e-mails of both."""

import re

import pytest
from django.core import mail
from django.test import Client

from evenhand.people.models import Person
from tests.people import cast
from tests.web.accounts.pieces import sign_in
from tests.web.pages import reads

pytestmark = pytest.mark.django_db
SIGN_UP, RESET = "/accounts/signup/", "/accounts/password/reset/"
TYPED = {"name": "Nia Family", "email": "nia@cast.example", "password1": "three or four odd words"}


def _link() -> str:
    """The link in the last e-mail."""
    found = re.search(r"http://testserver(/\S+)", mail.outbox[-1].body)
    assert found
    return found[1]


def test_a_family_makes_an_account_and_confirms_its_address(client: Client) -> None:
    assert client.post(SIGN_UP, TYPED)["Location"] == "/accounts/confirm-email/"
    assert client.get("/accounts/confirm-email/").status_code == 200
    assert client.get("/account").status_code == 302
    scanner = Client()
    assert "Is this your address?" in reads(scanner.get(_link()).content)
    assert sign_in(Client(), "nia@cast.example", TYPED["password1"])["Location"] == "/accounts/confirm-email/"
    Client().post(_link())
    fresh = Client()
    assert sign_in(fresh, "nia@cast.example", TYPED["password1"])["Location"] == "/signed-in"
    assert fresh.get("/signed-in")["Location"] == "/my"
    assert Person.objects.get(email="nia@cast.example").name == "Nia Family"


def test_an_address_with_an_account_looks_the_same_and_gets_another_letter() -> None:
    cerys = cast.cerys()
    new = Client().post(SIGN_UP, TYPED)
    old = Client().post(SIGN_UP, TYPED | {"email": cerys.email})
    assert (new.status_code, new["Location"]) == (old.status_code, old["Location"])
    assert [one.subject for one in mail.outbox] == [
        "Confirm your e-mail address",
        "You have an account already",
    ]
    cerys.refresh_from_db()
    assert cerys.check_password(cast.PASSWORD)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"name": ""}, "Type your name."),
        ({"email": ""}, "Type your e-mail address."),
        ({"email": "nia"}, "Type an e-mail address like name@example.org."),
        ({"password1": "short"}, "at least 12 characters"),
    ],
)
def test_what_is_missing_is_said(client: Client, typed: dict, words: str) -> None:
    page = client.post(SIGN_UP, TYPED | typed)
    assert page.status_code == 200
    assert words in reads(page.content)
    assert mail.outbox == []


def test_a_forgotten_password(client: Client) -> None:
    cerys = cast.cerys()
    assert client.post(RESET, {"email": cerys.email})["Location"] == "/accounts/password/reset/sent/"
    assert client.get("/accounts/password/reset/sent/").status_code == 200
    link = _link()
    form = client.get(link, follow=True)
    here = form.redirect_chain[-1][0]
    assert "Choose a new password" in reads(form.content)
    new = "quite another set of words"
    answer = client.post(here, {"password1": new, "password2": new}, follow=True)
    assert "Your password is changed" in reads(answer.content)
    assert sign_in(Client(), cerys).status_code == 200
    assert sign_in(Client(), cerys, new).status_code == 302
    assert "This link cannot be used" in reads(Client().get(link, follow=True).content)
    assert mail.outbox[-1].subject == "Your password is changed"


def test_an_unknown_address_gets_the_same_page_and_no_letter(client: Client) -> None:
    answer = client.post(RESET, {"email": "nobody@cast.example"})
    assert answer["Location"] == "/accounts/password/reset/sent/"
    assert mail.outbox == []


def test_letters_say_what_happened_and_name_nobody(client: Client) -> None:
    cast.cerys()
    client.post(SIGN_UP, TYPED)
    client.post(SIGN_UP, TYPED | {"email": "cerys@cast.example"})
    client.post(RESET, {"email": "cerys@cast.example"})
    for one in mail.outbox:
        assert "Nia" not in one.body + one.subject
        assert "Cerys" not in one.body + one.subject
        assert "&#" not in one.body
        assert not one.alternatives
    assert len(mail.outbox) == 3
