"""The ways in, in a real browser: sound on every screen, quick with a script and whole without one."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from evenhand.casework.models import CallBack, CallTry, Case
from evenhand.people.models import Person
from tests.browser import axe, going
from tests.casework import cases
from tests.casework.importing.sheets import ENQUIRY, GOOD, csv_of
from tests.people import cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WIDTHS = (375, 1280)
SLOT = datetime(2026, 6, 20, 11, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("evenhand.clock.today_in_london", lambda: cases.TODAY)


def signed_in(browser: Browser, at: str, person: Person, **options: Any) -> BrowserContext:
    """A browser in which somebody is signed in."""
    name = settings.SESSION_COOKIE_NAME
    session = cast.client_of(person).cookies[name].value
    context = browser.new_context(**options)
    context.add_cookies([{"name": name, "value": session, "url": at}])
    return context


@pytest.fixture(params=WIDTHS)
def wide(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture
def adviser(browser: Browser, live_server: LiveServer, wide: int) -> Iterator[Page]:
    """Amina's screen, past the page's own policy so that axe can be put in."""
    options: dict[str, Any] = {"viewport": {"width": wide, "height": 900}, "bypass_csp": True}
    context = signed_in(browser, live_server.url, cast.amina(), **options)
    yield context.new_page()
    context.close()


@pytest.fixture
def manager(browser: Browser, live_server: LiveServer, wide: int) -> Iterator[Page]:
    cast.amina()
    options: dict[str, Any] = {"viewport": {"width": wide, "height": 900}, "bypass_csp": True}
    context = signed_in(browser, live_server.url, cast.eilidh(), **options)
    yield context.new_page()
    context.close()


def type_call(page: Page) -> None:
    """A call, as it is typed."""
    page.get_by_label("Name of the caller").fill("Cerys Example")
    page.get_by_label("Telephone number").fill("020 7946 0001")
    page.get_by_label("A parent or carer").check()
    page.get_by_label("Name of the child or young person").fill("Robin Example")
    page.get_by_label("Date of birth").fill("4 3 2017")
    page.get_by_label("Council", exact=True).fill("Ealing")
    page.get_by_label("What happened?").select_option("refusal_to_assess")
    page.get_by_label("Date on the letter").fill("4/5/2026")
    page.get_by_label("First contact with the service").fill("11 May 2026")


def test_the_screen_of_a_call_is_sound_empty_answered_and_refused(
    adviser: Page, live_server: LiveServer
) -> None:
    cases.enquiry()
    adviser.goto(f"{live_server.url}/workspace/new")
    assert axe.faults(adviser) == []
    type_call(adviser)
    going.click(adviser.get_by_role("button", name="Work it out").first)
    expect(adviser.locator("#law")).to_contain_text("By Friday 3 July 2026.")
    assert axe.faults(adviser) == []
    going.click(adviser.get_by_role("button", name="Open the case"))
    expect(adviser.get_by_role("heading", name="There is a problem")).to_be_visible()
    expect(adviser.get_by_role("heading", name="This may be a case that is here already")).to_be_visible()
    assert axe.faults(adviser) == []
    adviser.get_by_label("Name of the caller").fill("")
    adviser.get_by_label("First contact with the service").fill("30 April 2026")
    going.click(adviser.get_by_role("button", name="Open the case"))
    assert axe.faults(adviser) == []


def test_the_answer_follows_what_is_typed(browser: Browser, live_server: LiveServer) -> None:
    """Under the page's own policy, without a button, and without a word from the console."""
    context = signed_in(browser, live_server.url, cast.amina())
    page = context.new_page()
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.goto(f"{live_server.url}/workspace/new")
    page.get_by_label("What happened?").select_option("refusal_to_assess")
    expect(page.locator("#law")).to_contain_text("Ask next:")
    page.get_by_label("Date on the letter").fill("4 5 2026")
    page.get_by_label("Date on the letter").press("Tab")
    expect(page.locator("#law")).to_contain_text("By Friday 3 July 2026.")
    assert heard == []
    assert not Case.objects.unseen().exists()
    context.close()


def test_without_a_script_a_case_is_opened_by_keyboard(browser: Browser, live_server: LiveServer) -> None:
    context = signed_in(browser, live_server.url, cast.amina(), java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_server.url}/workspace/new")
    type_call(page)
    page.get_by_role("button", name="Open the case").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/workspace/cases/*/")
    assert Case.objects.unseen().count() == 1
    context.close()


def test_the_list_of_calls_and_one_call_are_sound(adviser: Page, live_server: LiveServer) -> None:
    for number, slot in enumerate((SLOT - timedelta(1), SLOT)):
        made = CallBack.objects.create(
            provider=cast.organisation(cast.OURS),
            reference=f"CALL-000{number}",
            name="Cerys Example",
            phone="020 7946 0001",
            slot=slot,
            language="Polish",
            needs="Please speak slowly",
            area="ealing",
        )
        CallTry.objects.create(call_back=made, by=cast.amina(), reached=False, words="Engaged.")
    adviser.goto(f"{live_server.url}/workspace/calls")
    assert axe.faults(adviser) == []
    going.click(adviser.get_by_role("link", name="Cerys Example").first)
    assert axe.faults(adviser) == []
    going.click(adviser.get_by_role("button", name="Record the try"))
    expect(adviser.get_by_role("heading", name="There is a problem")).to_be_visible()
    assert axe.faults(adviser) == []
    going.click(adviser.get_by_role("button", name="Make a case from this call"))
    expect(adviser.get_by_label("Name of the caller")).to_have_value("Cerys Example")
    assert axe.faults(adviser) == []


def test_disagreement_resolution_is_sound(adviser: Page, live_server: LiveServer) -> None:
    cast.organisation(cast.BODY)
    adviser.goto(f"{live_server.url}/workspace/new-disagreement")
    assert axe.faults(adviser) == []
    going.click(adviser.get_by_role("button", name="Open the case"))
    expect(adviser.get_by_role("heading", name="There is a problem")).to_be_visible()
    assert axe.faults(adviser) == []


def test_an_officer_s_screen_is_sound(browser: Browser, live_server: LiveServer, wide: int) -> None:
    cast.organisation(cast.OURS)
    options: dict[str, Any] = {"viewport": {"width": wide, "height": 900}, "bypass_csp": True}
    context = signed_in(browser, live_server.url, cast.dev(), **options)
    page = context.new_page()
    page.goto(f"{live_server.url}/workspace/new-disagreement")
    assert axe.faults(page) == []
    context.close()


def test_importing_is_sound(manager: Page, live_server: LiveServer) -> None:
    manager.goto(f"{live_server.url}/workspace/import")
    assert axe.faults(manager) == []
    going.click(manager.get_by_role("button", name="Read the file"))
    assert axe.faults(manager) == []
    bad = ENQUIRY | {"key": "A-8", "council": "Atlantis"}
    file: Any = {"name": "cases.csv", "mimeType": "text/csv", "buffer": csv_of(*GOOD, bad)}
    manager.get_by_label("Spreadsheet").set_input_files(file)
    going.click(manager.get_by_role("button", name="Read the file"))
    expect(manager.get_by_role("heading", name="Check the import")).to_be_visible()
    assert axe.faults(manager) == []
    going.click(manager.get_by_role("button", name="Check again with these columns"))
    going.click(manager.get_by_role("button", name="Import 3 cases"))
    assert axe.faults(manager) == []
    manager.get_by_label("Leave the bad rows out").check()
    going.click(manager.get_by_role("button", name="Import 3 cases"))
    expect(manager.get_by_role("status")).to_contain_text("3 cases were imported. 1 bad row was left out.")
    assert Case.objects.unseen().count() == 3
