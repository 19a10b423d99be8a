"""Signing in by password: who gets in, who is locked out, and what nobody can find out."""

import re
from datetime import datetime, timedelta

import pytest
from axes.models import AccessAttempt
from django.test import Client

from tests.people import cast
from tests.web.accounts.pieces import LOGIN, sign_in
from tests.web.pages import reads

pytestmark = pytest.mark.django_db
WRONG = "not the password at all"


def _without_the_token(page: bytes, *typed: str) -> str:
    """The page as it is for everybody: without its form's token and the address that was typed."""
    text = re.sub(r'(name="csrfmiddlewaretoken" value=")[^"]+', r"\1", page.decode())
    for one in typed:
        text = text.replace(one, "TYPED")
    return text


def test_the_fields_have_the_names_that_programs_know(client: Client) -> None:
    page = client.get(LOGIN).content.decode()
    assert 'name="login"' in page
    assert 'name="password"' in page


@pytest.mark.parametrize(
    ("who", "lands"),
    [("amina", "/workspace"), ("dev", "/workspace"), ("eilidh", "/workspace"), ("cerys", "/my")],
)
def test_whoever_signs_in_lands_on_their_own_side(client: Client, who: str, lands: str) -> None:
    answer = sign_in(client, getattr(cast, who)())
    assert (answer.status_code, answer["Location"]) == (302, "/signed-in")
    answer = client.get("/signed-in")
    assert (answer.status_code, answer["Location"]) == (302, lands)


def test_an_address_counts_however_it_is_typed(client: Client) -> None:
    assert sign_in(client, cast.amina().email.upper()).status_code == 302


def test_the_session_is_another_one_after_signing_in(client: Client) -> None:
    client.post("/what-happened", {"answer": "refusal_to_assess"})
    before = client.session.session_key
    assert before
    sign_in(client, cast.cerys())
    assert client.session.session_key != before
    assert client.session["family"]["answers"] == {"matter": "refusal_to_assess"}


def test_signing_out_forgets_the_session(client: Client) -> None:
    cerys = cast.cerys()
    client.post("/what-happened", {"answer": "refusal_to_assess"})
    sign_in(client, cerys)
    assert client.get("/accounts/logout/").status_code == 200
    assert client.get("/account").status_code == 200
    client.post("/accounts/logout/")
    assert client.get("/account").status_code == 302
    assert "family" not in client.session
    assert not cerys.signed_in.exists()


def test_a_wrong_password_and_no_account_are_the_same_page(client: Client) -> None:
    known, unknown = cast.amina().email, "nobody@cast.example"
    pages = [_without_the_token(sign_in(Client(), one, WRONG).content, one) for one in (known, unknown)]
    assert "The e-mail address or the password is not right." in pages[0]
    assert pages[0] == pages[1]


def test_four_wrong_tries_and_the_right_password_opens(client: Client) -> None:
    amina = cast.amina()
    for _ in range(4):
        assert sign_in(client, amina, WRONG).status_code == 200
    assert sign_in(client, amina).status_code == 302
    assert not AccessAttempt.objects.exists()


def test_the_fifth_wrong_try_locks(client: Client) -> None:
    amina = cast.amina()
    answers = [sign_in(client, amina, WRONG).status_code for _ in range(5)]
    assert answers == [200, 200, 200, 200, 429]
    answer = sign_in(client, amina)
    assert answer.status_code == 429
    assert "Wait 15 minutes" in reads(answer.content)
    assert client.get("/account").status_code == 302


@pytest.mark.parametrize(("minutes", "opens"), [(14.9, False), (15.1, True)])
def test_the_lock_opens_after_fifteen_minutes(client: Client, minutes: float, opens: bool) -> None:
    amina = cast.amina()
    for _ in range(5):
        sign_in(client, amina, WRONG)
    for attempt in AccessAttempt.objects.all():
        moved: datetime = attempt.attempt_time - timedelta(minutes=minutes)
        AccessAttempt.objects.filter(pk=attempt.pk).update(attempt_time=moved)
    assert (sign_in(client, amina).status_code == 302) is opens


def test_tries_while_locked_do_not_make_it_longer(client: Client) -> None:
    amina = cast.amina()
    for _ in range(5):
        sign_in(client, amina, WRONG)
    before = AccessAttempt.objects.get()
    sign_in(client, amina, WRONG)
    assert AccessAttempt.objects.get().attempt_time == before.attempt_time


def test_a_locked_account_and_a_locked_nobody_are_the_same_page() -> None:
    pages = []
    for one in (cast.amina().email, "nobody@cast.example"):
        client = Client()
        for _ in range(5):
            answer = sign_in(client, one, WRONG)
        pages.append((answer.status_code, _without_the_token(answer.content)))
    assert pages[0][0] == 429
    assert pages[0] == pages[1]


def test_another_address_of_the_network_is_not_locked(client: Client) -> None:
    amina = cast.amina()
    for _ in range(5):
        sign_in(client, amina, WRONG, REMOTE_ADDR="192.0.2.1")
    assert sign_in(client, amina, REMOTE_ADDR="192.0.2.1").status_code == 429
    assert sign_in(client, amina, REMOTE_ADDR="192.0.2.2").status_code == 302


def test_a_colleague_behind_the_same_network_address_is_not_locked(client: Client) -> None:
    amina, hassan = cast.amina(), cast.hassan()
    for _ in range(5):
        sign_in(client, amina, WRONG)
    assert sign_in(client, amina).status_code == 429
    assert sign_in(client, hassan).status_code == 302


def test_guessing_from_everywhere_is_stopped_too(client: Client) -> None:
    """Ten tries for one account from ten addresses; the eleventh is not looked at, though it is right."""
    amina = cast.amina()
    for last in range(10):
        assert sign_in(client, amina, WRONG, REMOTE_ADDR=f"192.0.2.{last}").status_code == 200
    answer = sign_in(client, amina, REMOTE_ADDR="192.0.2.99")
    assert answer.status_code == 200
    assert "Too many wrong tries." in reads(answer.content)


def test_nothing_of_the_form_is_kept_with_a_try(client: Client) -> None:
    sign_in(client, cast.amina(), WRONG, HTTP_USER_AGENT="A browser")
    kept = AccessAttempt.objects.get()
    assert WRONG not in kept.post_data
    assert "amina" not in kept.post_data


def test_a_closed_account_does_not_sign_in(client: Client) -> None:
    amina = cast.amina()
    amina.is_active = False
    amina.save()
    sign_in(client, amina)
    assert client.get("/account").status_code == 302


def test_where_to_go_next_stays_on_this_site(client: Client) -> None:
    amina = cast.amina()
    typed = {"login": amina.email, "password": cast.PASSWORD}
    assert client.post(LOGIN, typed | {"next": "/account"})["Location"] == "/account"
    client.logout()
    assert client.post(LOGIN, typed | {"next": "https://elsewhere.example/"})["Location"] == "/signed-in"


def test_every_page_of_somebody_signed_in_is_not_stored(client: Client) -> None:
    assert "Cache-Control" not in client.get("/areas").headers
    signed_in = cast.client_of(cast.amina())
    for page in ("/", "/account", "/areas", "/nowhere"):
        assert signed_in.get(page)["Cache-Control"] == "no-store"


def test_a_stranger_s_page_asks_nothing_of_the_database(client: Client, django_assert_num_queries) -> None:
    client.get("/")
    with django_assert_num_queries(0):
        page = client.get("/").content
    assert "Sign in" in reads(page)
    assert "Sign out" not in reads(page)


def test_a_page_of_somebody_signed_in_asks_for_session_account_and_memberships(
    django_assert_num_queries,
) -> None:
    client = cast.client_of(cast.cerys())
    client.get("/")
    with django_assert_num_queries(3):
        page = client.get("/").content
    assert "Cerys Example" in reads(page)
    assert "Sign out" in reads(page)


@pytest.mark.parametrize(
    "page", ["/account", "/account/name", "/organisation/members", "/signed-in", "/accounts/factors/"]
)
def test_a_stranger_is_asked_to_sign_in(client: Client, page: str) -> None:
    answer = client.get(page)
    assert (answer.status_code, answer["Location"]) == (302, f"/accounts/login/?next={page}")


@pytest.mark.parametrize(
    "page",
    [
        "/accounts/",
        "/accounts/email/",
        "/accounts/login/code/",
        "/accounts/signup/passkey/",
        "/accounts/3rdparty/",
    ],
)
def test_what_we_do_not_offer_is_not_there(client: Client, page: str) -> None:
    assert client.get(page).status_code == 404
