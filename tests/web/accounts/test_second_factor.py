"""The second factor: asked of staff before anything else, and of whoever has one at every sign-in."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client

from evenhand.people import demonstration
from evenhand.people.models import Organisation, Person
from tests.people import cast
from tests.web.accounts.pieces import SECRET, code, sign_in, with_an_app
from tests.web.pages import reads

pytestmark = pytest.mark.django_db

APP, SHOW, CODES = "/accounts/factors/app/", "/accounts/factors/show/", "/accounts/factors/codes/"


@pytest.fixture
def strict() -> Organisation:
    """Our provider, which asks its members for a second factor, as every organisation does by default."""
    return cast.organisation(cast.OURS, second_factor=True)


@pytest.fixture
def amina(strict: Organisation) -> Person:
    return cast.amina()


def test_organisations_ask_for_one_unless_told_otherwise() -> None:
    made = Organisation.objects.create(kind="provider", name="A", slug="a")
    assert made.second_factor_required


@pytest.mark.parametrize("page", ["/signed-in", "/", "/areas", "/your-options", "/organisation/members"])
def test_staff_without_one_get_nowhere_else(client: Client, amina: Person, page: str) -> None:
    sign_in(client, amina)
    answer = client.get(page)
    assert (answer.status_code, answer["Location"]) == (302, "/accounts/factors/")
    assert answer["Cache-Control"] == "no-store"


def test_a_form_is_not_taken_either(client: Client, amina: Person) -> None:
    sign_in(client, amina)
    assert client.post("/what-happened", {"answer": "refusal_to_assess"})["Location"] == "/accounts/factors/"
    assert "family" not in client.session


@pytest.mark.parametrize("page", ["/account", "/accounts/factors/", APP, "/accounts/factors/passkeys/add/"])
def test_the_pages_to_set_one_up_are_open(client: Client, amina: Person, page: str) -> None:
    sign_in(client, amina)
    assert client.get(page).status_code == 200


def test_a_parent_needs_none(client: Client, strict: Organisation) -> None:
    sign_in(client, cast.cerys())
    assert client.get("/signed-in")["Location"] == "/my"


@pytest.mark.django_db(transaction=True)
def test_setting_up_an_app_opens_the_way_and_shows_recovery_codes_once(client: Client, amina: Person) -> None:
    sign_in(client, amina)
    page = client.get(APP).content.decode()
    assert "<svg" in page
    secret = re.search(r'dir="ltr">([A-Z2-7]{32})<', page)
    assert secret
    answer = client.post(APP, {"code": code(secret[1])})
    assert answer["Location"] == CODES
    first = reads(client.get(CODES).content)
    assert len(re.findall(r"\b\d{8}\b", first)) == 10
    assert not re.findall(r"\b\d{8}\b", reads(client.get(CODES).content))
    assert client.get("/signed-in")["Location"] == "/workspace"
    assert [letter.subject for letter in mail.outbox] == ["An authenticator app was added"]


def test_the_secret_is_not_readable_in_the_database(amina: Person) -> None:
    with_an_app(amina)
    assert SECRET not in str(Authenticator.objects.get().data)


def test_a_wrong_code_sets_nothing_up(client: Client, amina: Person) -> None:
    sign_in(client, amina)
    client.get(APP)
    assert "This code is not right." in reads(client.post(APP, {"code": "000000"}).content)
    assert not Authenticator.objects.exists()


def test_with_an_app_the_password_alone_opens_nothing(client: Client, amina: Person) -> None:
    with_an_app(amina)
    assert sign_in(client, amina)["Location"] == SHOW
    assert client.get("/account")["Location"] == "/accounts/login/?next=/account"
    assert "Use your passkey" not in reads(client.get(SHOW).content)
    assert "This code is not right." in reads(client.post(SHOW, {"code": "000000"}).content)
    assert client.get("/account").status_code == 302
    assert client.post(SHOW, {"code": code()})["Location"] == "/signed-in"
    assert client.get("/signed-in")["Location"] == "/workspace"


@pytest.mark.parametrize(("away", "opens"), [(-3, False), (-1, True), (0, True), (3, False)])
def test_a_code_is_good_for_a_minute_or_so(client: Client, amina: Person, away: int, opens: bool) -> None:
    with_an_app(amina)
    sign_in(client, amina)
    assert (client.post(SHOW, {"code": code(away=away)}).status_code == 302) is opens


def test_a_code_opens_once(client: Client, amina: Person) -> None:
    with_an_app(amina)
    sign_in(client, amina)
    now = code()
    assert client.post(SHOW, {"code": now}).status_code == 302
    another = Client()
    sign_in(another, amina)
    assert another.post(SHOW, {"code": now}).status_code == 200


def test_a_recovery_code_opens_once(client: Client, amina: Person) -> None:
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

    with_an_app(amina)
    spare = RecoveryCodes.activate(amina).get_unused_codes()[0]
    sign_in(client, amina)
    assert client.post(SHOW, {"code": spare}).status_code == 302
    assert client.get("/signed-in")["Location"] == "/workspace"
    another = Client()
    sign_in(another, amina)
    assert another.post(SHOW, {"code": spare}).status_code == 200


def test_guessing_codes_is_stopped(client: Client, amina: Person) -> None:
    """Ten wrong ones; then the right one is not looked at."""
    with_an_app(amina)
    sign_in(client, amina)
    for _ in range(10):
        client.post(SHOW, {"code": "000000"})
    answer = client.post(SHOW, {"code": code()})
    assert "Too many wrong tries." in reads(answer.content)
    assert client.get("/account").status_code == 302


def test_a_session_from_before_the_app_has_to_show_it(client: Client, amina: Person) -> None:
    sign_in(client, amina)
    with_an_app(amina)
    assert client.get("/areas")["Location"] == "/accounts/login/"
    assert client.get("/account").status_code == 302


def test_without_its_last_factor_the_session_stops_again(client: Client, amina: Person) -> None:
    with_an_app(amina)
    sign_in(client, amina)
    client.post(SHOW, {"code": code()})
    assert client.get("/areas").status_code == 200
    client.post("/accounts/factors/app/remove/")
    assert not Authenticator.objects.exists()
    assert client.get("/areas")["Location"] == "/accounts/factors/"


def test_the_password_is_asked_again_some_time_later(client: Client, amina: Person) -> None:
    with_an_app(amina)
    sign_in(client, amina)
    client.post(SHOW, {"code": code()})
    assert client.get("/accounts/factors/app/remove/").status_code == 200
    session = client.session
    records = session["account_authentication_methods"]
    session["account_authentication_methods"] = [one | {"at": one["at"] - 301} for one in records]
    session.save()
    assert client.get("/accounts/factors/app/remove/")["Location"].startswith("/accounts/reauthenticate/")
    client.post("/accounts/reauthenticate/", {"password": cast.PASSWORD})
    assert client.get("/accounts/factors/app/remove/").status_code == 200


@pytest.mark.parametrize(
    ("password", "lands"), [("", "/accounts/factors/"), ("a password for all", "/workspace")]
)
def test_the_cast_of_a_demonstration_needs_none(client: Client, settings, password: str, lands: str) -> None:
    settings.DEMONSTRATION_PASSWORD = password
    demonstration.mark_as_demonstration()
    cast.organisation(cast.OURS, second_factor=True)
    sign_in(client, cast.amina())
    assert client.get("/signed-in")["Location"] == lands


def test_outside_a_demonstration_the_password_excuses_nobody(client: Client, settings, amina: Person) -> None:
    settings.DEMONSTRATION_PASSWORD = cast.PASSWORD
    sign_in(client, amina)
    assert client.get("/signed-in")["Location"] == "/accounts/factors/"


SCRIPT = "script-src 'self'"


@pytest.mark.parametrize(
    ("page", "has_a_script"),
    [
        ("/accounts/factors/passkeys/add/", True),
        ("/accounts/factors/passkeys/", False),
        ("/accounts/factors/", False),
        ("/account", False),
        ("/areas", False),
    ],
)
def test_only_pages_that_ask_for_a_passkey_may_run_our_script(page: str, has_a_script: bool) -> None:
    client = Client()
    sign_in(client, cast.cerys())
    answer = client.get(page)
    assert answer.status_code == 200
    assert (SCRIPT in answer["Content-Security-Policy"]) is has_a_script
    assert ("<script" in answer.content.decode()) is has_a_script


def test_the_sign_in_page_offers_a_passkey(client: Client) -> None:
    answer = client.get("/accounts/login/")
    assert SCRIPT in answer["Content-Security-Policy"]
    asked = client.get("/accounts/login/passkey/", headers={"Accept": "application/json"}).json()
    assert asked["request_options"]["publicKey"]["rpId"] == "testserver"
    assert asked["request_options"]["publicKey"]["userVerification"] == "required"


NONSENSE = [
    '{"id": "x"}',
    "[]",
    '"x"',
    "7",
    '{"id": "eA", "rawId": "eA", "type": "public-key", "response": {}}',
    '{"id": "eA", "rawId": "eA", "type": "public-key", "response": {"userHandle": "MQ", "signature": "eA",'
    ' "clientDataJSON": "e30", "authenticatorData": "eA"}}',
    '{"id": "eA", "rawId": "eA", "type": "public-key", "response": {"clientDataJSON": "e30",'
    ' "attestationObject": "eA"}}',
]


@pytest.mark.parametrize("credential", NONSENSE)
def test_a_passkey_that_is_none_is_refused_in_words(client: Client, credential: str) -> None:
    client.get("/accounts/login/passkey/", headers={"Accept": "application/json"})
    answer = client.post("/accounts/login/passkey/", {"credential": credential}, follow=True)
    assert answer.status_code == 200
    assert "Not done" in reads(answer.content)


@pytest.mark.parametrize("credential", ["", "not json", *NONSENSE])
def test_one_that_is_none_is_not_added(client: Client, credential: str) -> None:
    sign_in(client, cast.cerys())
    client.get("/accounts/factors/passkeys/add/")
    answer = client.post(
        "/accounts/factors/passkeys/add/", {"credential": credential, "passwordless": "on", "name": "x"}
    )
    assert answer.status_code == 200
    assert "There is a problem" in reads(answer.content)
    assert not Authenticator.objects.exists()
