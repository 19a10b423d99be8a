"""The board and the case page in a real browser: sound in every state, by keyboard, and without JavaScript."""

from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from pytest_django.live_server_helper import LiveServer

from evenhand.casework import actions
from evenhand.casework.models import Case
from evenhand.people.models import Person
from evenhand.people.roles import Role
from tests.browser import axe, going
from tests.casework import cases
from tests.people import cast
from tests.web.workspace import canaries

pytestmark = [pytest.mark.browser]

LONG = "Bartholomew-Constantine Featherstonehaugh-Cholmondeley-Donaudampfschifffahrtsgesellschaft"


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """20 June 2026, in this process, where the pages are made too."""
    monkeypatch.setattr("evenhand.clock.today_in_london", lambda: cases.TODAY)


def signed_in(context: BrowserContext, server: LiveServer, who: Person) -> Page:
    """A page in which somebody is signed in."""
    cookie = cast.client_of(who).cookies["evenhand"]
    context.add_cookies([{"name": "evenhand", "value": cookie.value, "url": server.url}])
    return context.new_page()


@pytest.fixture
def case(live_server: LiveServer) -> Case:
    """A full case with long names, beside cases that are late, due soon, and ended."""
    made = canaries.case()
    by = cases.adviser()
    on = date(2026, 6, 10)
    for name in (LONG, "Aunt Example"):
        actions.add_person(
            case=made,
            by=by,
            on=on,
            role=Role.SUPPORTER,
            side="family",
            name=name,
            party=False,
            needs="A ramp.",
        )
    actions.correct(case=made, by=by, on=date(2026, 5, 13), number=5, changed={"issues": LONG * 3})
    cases.enquiry(on=cases.TODAY)
    cases.arranging()
    actions.withdraw(case=cases.enquiry(), by=by, on=date(2026, 5, 12))
    actions.record_call(case=made, by=by, on=cases.TODAY, family=cases.FAMILY, reached=False)
    return made


@pytest.fixture(params=[(320, "light"), (1280, "light"), (320, "dark"), (1280, "dark")])
def context(request: pytest.FixtureRequest, browser: Browser) -> Iterator[BrowserContext]:
    width, scheme = request.param
    # axe is put into the page by the test, which the page's own policy rightly forbids.
    made = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True)
    yield made
    made.close()


def test_every_page_is_sound(context: BrowserContext, live_server: LiveServer, case: Case) -> None:
    this = f"/workspace/cases/{case.reference}/"
    seen = {
        cast.amina: [
            "/workspace",
            "/workspace?stage=enquiry&late=1",
            "/workspace?kind=resolution",
            "/workspace/today",
        ],
        cast.hassan: [this, f"{this}history?day=20&month=6&year=2026", f"{this}notes/new"],
        cast.dev: ["/workspace", this, f"{this}notes/new?compartment=body_private%3Aauthority"],
        cast.eilidh: [
            "/workspace/loads",
            this,
            f"{this}history?day=40&month=6&year=2026",
            f"{this}notes/new",
        ],
        cast.ben: ["/workspace"],
    }
    for who, addresses in seen.items():
        page = signed_in(context, live_server, who())
        for address in addresses:
            page.goto(live_server.url + address, wait_until="load")
            assert axe.faults(page) == [], (who.__name__, address)
        page.close()


def test_nothing_on_the_case_page_is_refused_by_the_policy(
    browser: Browser, live_server: LiveServer, case: Case
) -> None:
    context = browser.new_context()
    page = signed_in(context, live_server, cast.amina())
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    for address in ("/workspace", f"/workspace/cases/{case.reference}/"):
        page.goto(live_server.url + address, wait_until="load")
    context.close()
    assert complaints == []


def test_with_the_keyboard_from_the_board_to_a_note(
    browser: Browser, live_server: LiveServer, case: Case
) -> None:
    context = browser.new_context()
    page = signed_in(context, live_server, cast.hassan())
    page.goto(live_server.url + "/workspace", wait_until="load")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "govuk-skip-link"
    page.keyboard.press("Enter")
    tab_to(page, case.reference)
    going.press(page, "Enter")
    assert page.url.endswith(f"/workspace/cases/{case.reference}/")
    tab_to(page, "Add a note to “Mediator’s own notes: Hassan Example”")
    going.press(page, "Enter")
    tab_to(page, "")
    page.keyboard.type("Typed by hand.")
    page.keyboard.press("Tab")
    going.press(page, "Enter")
    assert page.get_by_text("It is written down in: Mediator’s own notes: Hassan Example.").is_visible()
    assert page.locator("#notes ~ .ws-entry", has_text="Typed by hand.").first.is_visible()
    context.close()


def tab_to(page: Page, words: str) -> None:
    """Press Tab until the link with these words has the focus; with none, until a box to type in has."""
    for _press in range(200):
        page.keyboard.press("Tab")
        tag, text = page.evaluate(
            "[document.activeElement.tagName, document.activeElement.textContent.trim()]"
        )
        if (tag == "A" and words and text == words) or (tag == "TEXTAREA" and not words):
            return
    raise AssertionError(f"The keyboard never came to “{words}”.")


def test_without_javascript_the_board_is_filtered_and_a_note_written(
    browser: Browser, live_server: LiveServer, case: Case
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = signed_in(context, live_server, cast.dev())
    page.goto(live_server.url + "/workspace", wait_until="load")
    page.get_by_text("Filter the cases").click()
    page.get_by_label("Stage").select_option("outcome_recorded")
    going.click(page.get_by_role("button", name="Show these cases"))
    assert page.get_by_role("link", name="Remove Outcome recorded").is_visible()
    going.click(page.get_by_role("link", name=case.reference).first)
    going.click(page.get_by_role("link", name="Add a note to “Own notes: Ealing Council”"))
    going.click(page.get_by_role("button", name="Write it down"))
    assert page.get_by_role("link", name="Write something first.").is_visible()
    page.get_by_label("Note. Own notes: Ealing Council").fill("Written without a script.")
    going.click(page.get_by_role("button", name="Write it down"))
    assert page.get_by_text("Written without a script.").first.is_visible()
    context.close()


def test_overdue_is_said_in_words_where_there_are_no_colours(
    browser: Browser, live_server: LiveServer, case: Case
) -> None:
    context = browser.new_context(forced_colors="active")
    page = signed_in(context, live_server, cast.amina())
    page.goto(live_server.url + "/workspace", wait_until="load")
    assert page.get_by_role("heading", name="Late", exact=True).is_visible()
    assert page.locator(".ws-row--late").first.inner_text().partition("\n")[0].endswith("days late")
    context.close()
