"""Going to a page that is slow to come: nothing is asked of a page before it is there."""

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import going

FORM = "<!doctype html><title>t</title><h1>Asked</h1><form method=post><button>Continue</button></form>"
HEAD, REST = "<!doctype html><title>t</title>", "<h1>Answered</h1>"
HEADING = "document.querySelector('h1')?.textContent"

pytestmark = [pytest.mark.browser]


class Slow(BaseHTTPRequestHandler):
    """A form, and an answer at the same address, whose second piece comes after a while, and not before it may."""

    may_end = threading.Event()

    def do_GET(self) -> None:
        self._begin()
        self.wfile.write(FORM.encode())

    def do_POST(self) -> None:
        time.sleep(0.3)
        self._begin()
        self.wfile.write(HEAD.encode())
        self.may_end.wait(30)
        time.sleep(0.3)
        self.wfile.write(REST.encode())

    def _begin(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def form(browser: Browser) -> Iterator[Page]:
    Slow.may_end.set()
    with HTTPServer(("127.0.0.1", 0), Slow) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/")
        yield page
        page.close()
        server.shutdown()


def test_a_click_that_is_not_waited_for_is_too_early(form: Page) -> None:
    Slow.may_end.clear()
    form.get_by_role("button").click()
    assert form.evaluate(HEADING) != "Answered"
    Slow.may_end.set()


def test_a_click_that_leads_on(form: Page) -> None:
    going.click(form.get_by_role("button"))
    assert form.evaluate(HEADING) == "Answered"


def test_a_key_that_leads_on(form: Page) -> None:
    going.press(form, "Tab", "Enter")
    assert form.evaluate(HEADING) == "Answered"
