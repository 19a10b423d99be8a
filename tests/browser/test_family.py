"""The family's door in a real browser: axe in every state, the main task by keyboard and without JavaScript."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from pytest_django.live_server_helper import LiveServer

from tests.browser import axe, going
from tests.web.family.asking import Given
from tests.web.family.states import STATES, State

TODAY = date(2026, 6, 20)

pytestmark = [pytest.mark.browser]


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("evenhand.clock.today_in_london", lambda: TODAY)


def answer(page: Page, given: Given) -> None:
    """Fill in the question on the page and go on."""
    if isinstance(given, tuple):
        for field, text in zip(("day", "month", "year"), given, strict=True):
            page.fill(f"#{field}", text)
    elif isinstance(given, str) and given.startswith("instead:"):
        going.click(page.locator(f'button[value="{given.removeprefix("instead:")}"]'))
        return
    elif page.locator("#council").count():
        page.fill("#council", given if isinstance(given, str) else "")
    else:
        for value in [given] if isinstance(given, str) else given:
            if value:
                page.check(f'input[value="{value}"]')
    # Not by its words: in another language a library's catalogue may have them already.
    going.click(page.locator("main form button.govuk-button:not([name])"))


def come_to(page: Page, server: LiveServer, state: State) -> None:
    """Bring the page into a state."""
    page.goto(f"{server.url}/what-happened")
    for given in state.answers:
        answer(page, given)
    if state.posted is not None:
        answer(page, state.posted)
    if state.address:
        page.goto(server.url + state.address)


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)
def test_axe_finds_no_fault(
    browser: Browser, live_server: LiveServer, monkeypatch: pytest.MonkeyPatch, state: State
) -> None:
    monkeypatch.setattr("evenhand.clock.today_in_london", lambda: date.fromisoformat(state.today))
    context = browser.new_context(bypass_csp=True, viewport={"width": 320, "height": 800})
    page = context.new_page()
    come_to(page, live_server, state)
    for width in (320, 1280):
        for scheme in ("light", "dark"):
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            assert axe.faults(page) == [], (width, scheme)
    context.close()


@pytest.fixture
def without_javascript(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": 375, "height": 700}, accept_downloads=True
    )
    yield context
    context.close()


def test_the_main_task_without_javascript(
    without_javascript: BrowserContext, live_server: LiveServer, tmp_path: Path
) -> None:
    page = without_javascript.new_page()
    page.goto(f"{live_server.url}/what-happened")
    page.get_by_label("The council said no to an assessment").check()
    going.click(page.get_by_role("button", name="Continue"))
    for label, text in (("Day", "15"), ("Month", "6"), ("Year", "2026")):
        page.get_by_label(label, exact=True).fill(text)
    going.click(page.get_by_role("button", name="Continue"))
    for label in (
        "Yes, on the same day",
        "I am the parent or carer of a child",
        "Education",
        "None of these yet",
    ):
        page.get_by_label(label).check()
        going.click(page.get_by_role("button", name="Continue"))
    page.get_by_label("Which council is it about?").fill("Ealing")
    going.click(page.get_by_role("button", name="Continue"))
    going.click(page.get_by_role("link", name="See what you can do"))
    main = page.inner_text("main")
    for words in (
        "Act by Friday 14 August 2026.",
        "The last day in law is Tuesday 1 September 2026, by 5pm.",
        "KIDS",
        "020 8825 5588",
    ):
        assert words in main
    page.locator("summary", has_text="Why").first.click()
    assert "Contact the mediation adviser within two months" in page.inner_text("main")
    with page.expect_download() as download:
        page.get_by_role("link", name="Put the days in your calendar").click()
    download.value.save_as(tmp_path / "evenhand.ics")
    assert (tmp_path / "evenhand.ics").read_text(encoding="utf-8").count("BEGIN:VEVENT") == 4
    going.click(page.get_by_role("link", name="Get a link that opens it again"))
    link = page.locator(".eh-code a").get_attribute("href")
    assert link
    page.goto(link)
    assert page.url.endswith("/your-options")


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def focused(page: Page) -> str:
    """What has the focus, in a few words."""
    found: str = page.evaluate(
        "(e => (e.value == 'none' ? 'none' : e.id || e.name || e.textContent).trim())(document.activeElement)"
    )
    return found


def tab_to(page: Page, what: str) -> None:
    """Go on with Tab until the focus is there."""
    for _ in range(60):
        press(page, "Tab")
        if focused(page).startswith(what):
            return
    raise AssertionError(f"Tab does not come to {what!r}.")


def test_the_main_task_by_keyboard_alone(browser: Browser, live_server: LiveServer) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(f"{live_server.url}/what-happened")
    tab_to(page, "answer")
    going.press(page, "Space", "Enter")
    page.wait_for_url("**/questions/letter")
    for field, text in (("day", "15"), ("month", "June"), ("year", "2026")):
        tab_to(page, field)
        page.keyboard.type(text)
    going.press(page, "Enter")
    for key in ("sent", "who", "about"):
        page.wait_for_url(f"**/questions/{key}")
        tab_to(page, "answer")
        going.press(page, "Space", "Enter")
    page.wait_for_url("**/questions/happened")
    tab_to(page, "none")
    going.press(page, "Space", "Enter")
    page.wait_for_url("**/questions/area")
    tab_to(page, "council")
    page.keyboard.type("Ealing")
    going.press(page, "Enter")
    page.wait_for_url("**/your-answers")
    tab_to(page, "See what you can do")
    going.press(page, "Enter")
    page.wait_for_url("**/your-options")
    assert "Act by Friday 14 August 2026." in page.inner_text("main")
    tab_to(page, "Why: Contact")
    press(page, "Enter")
    assert page.locator("details[open]").count() == 1
    page.close()


def test_an_error_takes_the_focus_and_leads_to_its_field(
    without_javascript: BrowserContext, browser: Browser, live_server: LiveServer
) -> None:
    page = browser.new_page()
    come_to(page, live_server, next(state for state in STATES if state.name == "letter-error"))
    assert page.title().startswith("Error: ")
    assert page.evaluate("document.activeElement.className") == "govuk-error-summary"
    press(page, "Tab", "Enter")
    assert focused(page) == "day"
    page.close()


def test_from_right_to_left(browser: Browser, live_server: LiveServer, settings: Any) -> None:
    settings.LANGUAGE_CODE = "ar"
    page = browser.new_page(viewport={"width": 320, "height": 800}, java_script_enabled=False)
    come_to(page, live_server, next(state for state in STATES if state.name == "options"))
    content = page.content()
    assert 'dir="rtl"' in content
    page.close()
    page = browser.new_page(viewport={"width": 320, "height": 800})
    come_to(page, live_server, next(state for state in STATES if state.name == "letter"))
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.close()


def test_on_paper_everything_is_unfolded(browser: Browser, live_server: LiveServer) -> None:
    page = browser.new_page()
    come_to(page, live_server, next(state for state in STATES if state.name == "options"))
    page.emulate_media(media="print")
    assert page.get_by_text("A weekend, August or Christmas does not give more time here.").first.is_visible()
    assert not page.get_by_text("Put the days in your calendar").is_visible()
    page.close()
