"""The start page in a real browser, on a small screen and a large one, light and dark."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from tests.browser import axe

PAGES = ["/", "/for-programs", "/nowhere"]

pytestmark = [pytest.mark.browser]


@pytest.fixture(params=[(320, "light"), (1280, "light"), (320, "dark"), (1280, "dark")])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    width, scheme = request.param
    # axe is put into the page by the test, which the page's own policy rightly forbids.
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_sound(page: Page, live_server: LiveServer, address: str) -> None:
    complaints: list[str] = []
    elsewhere: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "request",
        lambda request: (
            None if request.url.startswith((live_server.url, "data:")) else elsewhere.append(request.url)
        ),
    )
    page.goto(live_server.url + address)
    page.wait_for_load_state("networkidle")

    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]
    assert page.evaluate("document.fonts.check('16px \"Atkinson Hyperlegible Next\"')")
    assert axe.violations(axe.look(page)) == []
    assert [text for text in complaints if "404 (Not Found)" not in text] == []
    assert elsewhere == []


def test_axe_would_have_seen_a_fault(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content('<html lang="en"><title>t</title><main><h1>h</h1><img src="data:,"></main>')
    assert [fault.partition(":")[0] for fault in axe.violations(axe.look(page))] == ["image-alt"]
    page.close()


def test_the_policy_lets_the_page_have_all_it_needs(browser: Browser, live_server: LiveServer) -> None:
    """Without the bypass: nothing of the page's own is blocked."""
    page = browser.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(live_server.url)
    page.wait_for_load_state("networkidle")
    page.close()
    assert complaints == []


def test_the_keyboard_reaches_the_text_first(browser: Browser, live_server: LiveServer) -> None:
    page = browser.new_page()
    page.goto(live_server.url)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "govuk-skip-link"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.close()


def test_from_right_to_left(browser: Browser, live_server: LiveServer, settings: object) -> None:
    settings.LANGUAGE_CODE = "ar"  # type: ignore[attr-defined]
    page = browser.new_page(viewport={"width": 320, "height": 800})
    page.goto(live_server.url)
    assert page.evaluate("document.documentElement.dir") == "rtl"
    name = page.locator(".eh-header__name").bounding_box()
    assert name is not None
    assert name["x"] > 150
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.close()
