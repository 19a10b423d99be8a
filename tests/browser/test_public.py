"""Every public page in a real browser: axe, narrow and wide, light and dark, by keyboard, on paper, turned round."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from tests.browser import axe, going, results
from tests.web import pseudo
from tests.web.pages import ALL_PAGES

WIDTHS = [320, 1280]
LOOKS = [(width, scheme) for width in WIDTHS for scheme in ("light", "dark")]

pytestmark = [pytest.mark.browser]


@pytest.fixture(scope="module")
def looked() -> Iterator[list[dict[str, Any]]]:
    """Where each look is gathered; written down at the end if all were taken and we were asked to."""
    found: list[dict[str, Any]] = []
    yield found
    if results.WRITE and len(found) == len(ALL_PAGES) * len(LOOKS):
        results.write(results.summary(found, ALL_PAGES, WIDTHS))


def _open_page(browser: Browser, width: int, scheme: str = "light", **more: Any) -> Page:
    # axe is put into the page by the test, which the page's own policy rightly forbids.
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme="dark" if scheme == "dark" else "light",
        bypass_csp=True,
        **more,
    )
    return context.new_page()


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_axe_finds_no_fault_and_nothing_is_too_wide(
    browser: Browser, live_server: LiveServer, looked: list[dict[str, Any]], width: int, scheme: str
) -> None:
    page = _open_page(browser, width, scheme)
    faults: dict[str, list[str]] = {}
    wide = []
    for address in ALL_PAGES:
        page.goto(live_server.url + address)
        found = axe.look(page)
        looked.append(found)
        if axe.violations(found):
            faults[address] = axe.violations(found)
        if axe.too_wide(page):
            wide.append((address, axe.too_wide(page)))
    page.context.close()
    assert faults == {}
    assert wide == []


def test_the_accessibility_statement_tells_of_these_pages() -> None:
    """Pages were added or the tool changed: write the results anew (see `results.py`)."""
    if results.WRITE:
        pytest.skip("being written")
    written = results.written()
    assert written["pages"] == ALL_PAGES
    assert f"axe v{written['axe']}\n" in axe.SOURCE[:200]
    assert written["runs"] == len(ALL_PAGES) * len(LOOKS)
    assert written["violations"] == 0


@pytest.mark.parametrize("width", WIDTHS)
def test_from_right_to_left(browser: Browser, live_server: LiveServer, settings: Any, width: int) -> None:
    page = _open_page(browser, width)
    with pseudo.installed() as code:
        settings.LANGUAGE_CODE = code
        for address in ALL_PAGES:
            page.goto(live_server.url + address)
            assert page.evaluate("document.documentElement.dir") == "rtl"
            if width == WIDTHS[0]:  # what axe looks at does not hang on the width here
                assert axe.violations(axe.look(page)) == [], address
            assert axe.too_wide(page) == [], address
            if name := page.query_selector(".eh-header__name"):
                box = name.bounding_box()
                assert box is not None
                assert box["x"] > width / 3, address
    page.context.close()


def _tab_to(page: Page, selector: str, most: int = 60) -> None:
    """Press Tab until the element has the focus; the focus must be seen on the way."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("sel => document.activeElement.matches(sel)", selector):
            return
    raise AssertionError(f"{selector} is not reached in {most} steps of the Tab key.")


@pytest.mark.parametrize("scripted", [True, False])
def test_an_area_is_found_with_the_keyboard_alone(
    browser: Browser, live_server: LiveServer, scripted: bool
) -> None:
    page = _open_page(browser, 320, java_script_enabled=scripted)
    page.goto(live_server.url)
    page.keyboard.press("Tab")  # the skip link
    page.keyboard.press("Tab")  # the name
    page.keyboard.press("Tab")  # your area
    going.press(page, "Enter")
    page.wait_for_url("**/areas")
    if scripted:
        _tab_to(page, "#q")
    else:
        page.focus("#q")
    page.keyboard.type("ealling")
    going.press(page, "Enter")
    page.wait_for_url("**/areas?q=ealling")
    going.click(page.locator("section[aria-labelledby=found] a").first)
    page.wait_for_url("**/areas/ealing")
    assert page.locator("a[href='tel:+442088255588']").first.is_visible()
    page.context.close()


def test_the_first_thing_to_do_is_near_by_keyboard(browser: Browser, live_server: LiveServer) -> None:
    page = _open_page(browser, 1280)
    page.goto(live_server.url)
    _tab_to(page, ".eh-start", most=10)
    outline = page.evaluate("getComputedStyle(document.activeElement).boxShadow")
    assert outline != "none"
    page.context.close()


def test_what_can_be_pressed_is_large_enough(browser: Browser, live_server: LiveServer) -> None:
    """At least 24 by 24 pixels for what stands alone (WCAG 2.2, 2.5.8); links in a sentence are apart."""
    page = _open_page(browser, 320)
    for address in ("/", "/areas", "/areas/ealing", "/about-the-law"):
        page.goto(live_server.url + address)
        small = page.evaluate(
            """() => [...document.querySelectorAll('nav a, .eh-found a, .eh-start, button, input, summary')]
            .map(one => [one.textContent.trim(), one.getBoundingClientRect()])
            .filter(([, box]) => box.height < 24 || box.width < 24).map(([text]) => text)"""
        )
        assert small == [], address
    page.context.close()


def test_on_paper(browser: Browser, live_server: LiveServer) -> None:
    page = _open_page(browser, 794)
    page.emulate_media(media="print")
    page.goto(live_server.url + "/getting-ready")
    assert page.locator(".eh-own-notes").is_visible()
    assert page.locator("h1").is_visible()
    assert page.locator(".eh-ring__number").first.is_visible()
    for hidden in (".eh-ways", ".eh-contents", ".eh-footer__columns"):
        assert not page.locator(hidden).first.is_visible()
    page.emulate_media(media="screen")
    assert not page.locator(".eh-own-notes").is_visible()
    page.context.close()


@pytest.mark.parametrize(
    ("address", "shown"), [("/areas/ealing/local-offer/embed", True), ("/areas/ealing", False)]
)
def test_a_frame_on_a_page_of_somebody_else(
    browser: Browser, live_server: LiveServer, address: str, shown: bool
) -> None:
    page = browser.new_page()
    with _somebody_elses(
        f'<!doctype html><title>t</title><iframe title="t" src="{live_server.url}{address}">'
    ) as theirs:
        page.goto(theirs)
        heading = page.frame_locator("iframe").locator("h1").inner_text()
    assert heading.startswith("Ealing") is shown
    page.close()


@contextmanager
def _somebody_elses(body: str) -> Iterator[str]:
    """A page at another origin: the address it is served at for as long as this lasts."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Answer) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
