"""Signing in in a real browser: a passkey is added and used, and the pages are sound on every screen."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from evenhand.people import actions
from evenhand.people.roles import Role
from tests import chromium
from tests.browser.axe import faults
from tests.browser.going import to_next_page
from tests.people import cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


SIGNED_OUT = [
    "/accounts/login/",
    "/accounts/signup/",
    "/accounts/password/reset/",
    "/accounts/password/reset/sent/",
    "/accounts/confirm-email/",
    "/accounts/inactive/",
    "/invitations/none",
]
SIGNED_IN = [
    "/account",
    "/account/name",
    "/accounts/logout/",
    "/accounts/password/change/",
    "/accounts/factors/",
    "/accounts/factors/app/",
    "/accounts/factors/passkeys/",
    "/accounts/factors/passkeys/add/",
    "/organisation/members",
    "/organisation/northwold-mediation/invite",
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium.launched() as launched:
        yield launched


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 375, "height": 800})
    yield context.new_page()
    context.close()


@pytest.fixture
def complaints(page: Page) -> list[str]:
    """What the browser complains of: a blocked script, a broken one."""
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    return heard


def _type_in(page: Page, at: str) -> None:
    page.goto(at + "/accounts/login/")
    page.get_by_label("E-mail address").fill("amina@cast.example")
    page.get_by_label("Password").fill(cast.PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()


def _with_a_finger(page: Page) -> None:
    """Give the browser an authenticator that says yes to everything."""
    client = page.context.new_cdp_session(page)
    client.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    client.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def test_a_passkey_is_added_and_opens_the_account(
    page: Page, live_server: LiveServer, complaints: list[str]
) -> None:
    """At http://localhost, which is the address that `make run` prints."""
    cast.organisation(cast.OURS, second_factor=True)
    cast.amina()
    at = live_server.url.replace("127.0.0.1", "localhost")
    assert at.startswith("http://localhost:")
    _with_a_finger(page)
    _type_in(page, at)
    assert page.url == at + "/accounts/factors/"
    page.get_by_role("link", name="Add a passkey").click()
    page.get_by_label("What to call it").fill("My telephone")
    page.get_by_role("button", name="Add a passkey").click()
    page.wait_for_url(at + "/accounts/factors/codes/")
    page.get_by_role("button", name="I have kept them").click()
    page.get_by_role("link", name="You have 1 passkey").click()
    assert page.get_by_text("My telephone").first.is_visible()

    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url(at + "/")
    page.goto(at + "/accounts/login/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url(lambda url: not url.startswith(at + "/accounts/login"))
    page.goto(at + "/account")
    assert page.get_by_role("heading", name="Your account").is_visible()

    page.get_by_role("button", name="Sign out", exact=True).first.click()
    page.wait_for_url(at + "/")
    _type_in(page, at)
    assert page.url == at + "/accounts/factors/show/"
    page.get_by_role("button", name="Use your passkey").click()
    page.wait_for_url(lambda url: not url.startswith(at + "/accounts/"))
    page.goto(at + "/account")
    assert page.get_by_role("heading", name="Your account").is_visible()
    assert [one for one in complaints if "404 (Not Found)" not in one] == []


def test_without_a_passkey_the_page_says_so_and_a_password_works(page: Page, live_server: LiveServer) -> None:
    cast.amina()
    at = live_server.url.replace("127.0.0.1", "localhost")
    page.goto(at + "/accounts/login/")
    page.evaluate("() => { navigator.credentials.get = () => Promise.reject(new Error('none')); }")
    wrong = page.get_by_text("The passkey was not used. Try again, or type your password.")
    assert not wrong.is_visible()
    page.get_by_role("button", name="Sign in with a passkey").click()
    wrong.wait_for()
    _type_in(page, at)
    page.goto(at + "/account")
    assert page.get_by_role("heading", name="Your account").is_visible()


def test_without_javascript_everything_but_passkeys_works(browser: Browser, live_server: LiveServer) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    cast.amina()
    page.goto(live_server.url + "/accounts/login/")
    assert not page.get_by_role("button", name="Sign in with a passkey").is_visible()
    _type_in(page, live_server.url)
    page.goto(live_server.url + "/account")
    assert page.get_by_role("heading", name="Your account").is_visible()
    context.close()


def test_somebody_invited_joins_and_sets_up_an_app_by_keyboard(page: Page, live_server: LiveServer) -> None:
    invited = actions.invite(
        organisation=cast.organisation(cast.OURS, second_factor=True),
        role=Role.ADVISER,
        email="iris@cast.example",
        by=None,
    )
    page.goto(f"{live_server.url}/invitations/{invited.token}")
    page.get_by_label("Your name").focus()
    page.keyboard.type("Iris New")
    page.keyboard.press("Tab")
    page.keyboard.type("three or four odd words")
    page.keyboard.press("Enter")
    page.wait_for_url(live_server.url + "/account")
    assert page.get_by_text("Northwold Mediation: Mediation adviser").is_visible()
    assert page.get_by_text("None yet. Your organisation asks for one.").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_is_sound_on_a_small_screen(
    browser: Browser, live_server: LiveServer, scheme: str
) -> None:
    invited = actions.invite(
        organisation=cast.organisation(cast.OURS), role=Role.ADVISER, email="i@cast.example", by=cast.eilidh()
    )
    cast.amina()
    context = browser.new_context(
        viewport={"width": 320, "height": 800}, color_scheme=scheme, bypass_csp=True
    )
    page = context.new_page()
    found: dict[str, list[str]] = {}

    def look(addresses: list[str]) -> None:
        for address in addresses:
            page.goto(live_server.url + address)
            found[address] = faults(page)

    look(SIGNED_OUT)
    look([f"/invitations/{invited.token}"])
    page.goto(live_server.url + "/accounts/login/")
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.get_by_text("There is a problem").wait_for()
    found["a wrong form"] = faults(page)
    page.get_by_label("E-mail address").fill("eilidh@cast.example")
    page.get_by_label("Password").fill(cast.PASSWORD)
    with to_next_page(page):
        page.get_by_role("button", name="Sign in", exact=True).click()
    look(SIGNED_IN)
    member = cast.amina().memberships.get()
    look([f"/organisation/members/{member.pk}/{what}" for what in ("end", "role")])
    context.close()
    assert {address: wrong for address, wrong in found.items() if wrong} == {}
