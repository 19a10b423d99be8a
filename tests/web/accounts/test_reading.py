"""The pages of accounts that families meet read as easily as every other page of theirs."""

import pytest
from django.test import Client

from tests.people import cast
from tests.web.accounts.pieces import sign_in
from tests.web.public.test_reading_grade import LIMIT, family_text
from tests.web.reading_grade import grade

pytestmark = pytest.mark.django_db

STRANGERS = [
    "/accounts/login/",
    "/accounts/signup/",
    "/accounts/password/reset/sent/",
    "/accounts/confirm-email/",
    "/accounts/confirm-email/none/",
    "/invitations/none",
]
THEIRS = ["/account", "/accounts/factors/", "/accounts/factors/app/", "/accounts/factors/passkeys/add/"]


@pytest.mark.parametrize("address", STRANGERS)
def test_a_stranger_s_page(client: Client, address: str) -> None:
    assert grade(family_text(client.get(address).content)) <= LIMIT


@pytest.mark.parametrize("address", THEIRS)
def test_a_parent_s_page(client: Client, address: str) -> None:
    sign_in(client, cast.cerys())
    text = family_text(client.get(address).content)
    if text:
        assert grade(text) <= LIMIT
    assert text or address == "/account"


def test_the_page_after_too_many_wrong_passwords(client: Client) -> None:
    for _ in range(5):
        answer = sign_in(client, "nobody@cast.example", "wrong")
    assert grade(family_text(answer.content)) <= LIMIT
