"""Take the pictures that the README shows: `make screenshots`.

A server is started on a free port with a data folder of its own, and stopped again. It believes that it is
20 June 2026, so that the same letter always has the same days to come.
"""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(ROOT))

from tests import chromium  # noqa: E402
from tests.web.family.asking import REFUSED  # noqa: E402


class Picture(NamedTuple):
    """A file, an address, how many answers of the main task come before it, a window and a colour scheme."""

    file: str
    address: str
    answers: int
    width: int
    height: int
    scheme: str = "light"


PICTURES = [
    Picture("start.png", "/", 0, 1280, 960),
    Picture("start-phone.png", "/", 0, 375, 740),
    Picture("start-phone-dark.png", "/", 0, 375, 740, "dark"),
    Picture("what-happened-phone.png", "", 0, 375, 740),
    Picture("question-phone.png", "", 1, 375, 740),
    Picture("options-phone.png", "/your-options", len(REFUSED), 375, 1080),
    Picture("options.png", "/your-options", len(REFUSED), 1280, 1100),
]


class Inside(NamedTuple):
    """A file, who of the demonstration's cast is signed in, the case whose link is followed (or none), and a window."""

    file: str
    who: str
    link: str
    width: int
    height: int


INSIDE = [
    Inside("board.png", "adviser", "", 1280, 1300),
    Inside("case.png", "mediator", "a[href^='/workspace/cases/']", 1280, 1300),
    Inside("my-case-phone.png", "parent", "a[href^='/my/cases/']", 375, 1080),
]
PASSWORD = "seven pictures for one page"

SERVE = """
import sys
from datetime import date
from gunicorn.app.wsgiapp import run
import evenhand.clock
evenhand.clock.today_in_london = lambda: date(2026, 6, 20)
sys.argv = ["gunicorn", "--config", "python:evenhand.config.gunicorn", "evenhand.config.wsgi"]
run()
"""


def main() -> None:
    """Serve, take every picture, stop."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory() as data:
        told = os.environ | {
            "PORT": str(port),
            "EVENHAND_DATA": data,
            "EVENHAND_PLAIN_HTTP": "1",
            "EVENHAND_DEMO_PASSWORD": PASSWORD,
        }
        for command in (["migrate"], ["collectstatic", "--no-input"]):
            manage = [sys.executable, "-m", "evenhand.config.manage", *command, "--verbosity", "0"]
            subprocess.run(manage, cwd=ROOT, env=told, check=True)
        demonstrate = [sys.executable, "-m", "evenhand.cli", "demonstrate", "--today", "2026-06-20"]
        subprocess.run(demonstrate, cwd=ROOT, env=told, check=True)
        server = subprocess.Popen([sys.executable, "-c", SERVE], cwd=ROOT, env=told)
        try:
            _wait_for(f"http://localhost:{port}/health")
            _take(f"http://localhost:{port}")
        finally:
            server.terminate()
            server.wait()


def _wait_for(address: str) -> None:
    for _ in range(120):
        try:
            urllib.request.urlopen(address, timeout=5).close()
            return
        except OSError:
            time.sleep(0.5)
    raise SystemExit("The server did not start.")


def _take(base: str) -> None:
    with chromium.launched() as browser:
        for picture in PICTURES:
            context = browser.new_context(
                viewport={"width": picture.width, "height": picture.height},
                color_scheme="dark" if picture.scheme == "dark" else "light",
            )
            page = context.new_page()
            if picture.answers or not picture.address:
                page.goto(base + "/what-happened")
            for given in REFUSED[: picture.answers]:
                _answer(page, given)
            if picture.address:
                page.goto(base + picture.address)
            page.screenshot(path=HERE / picture.file)
            context.close()
        for inside in INSIDE:
            context = browser.new_context(viewport={"width": inside.width, "height": inside.height})
            page = context.new_page()
            page.goto(base + "/accounts/login/")
            page.fill("[name=login]", f"{inside.who}@demo.example")
            page.fill("[name=password]", PASSWORD)
            with page.expect_navigation():
                page.click("main button[type=submit]")
            if inside.link:
                with page.expect_navigation():
                    page.locator(f"main {inside.link}").first.click()
            page.screenshot(path=HERE / inside.file)
            context.close()


def _answer(page, given) -> None:
    """Fill in the question on the page and go on."""
    if isinstance(given, tuple):
        for field, text in zip(("day", "month", "year"), given, strict=True):
            page.fill(f"#{field}", text)
    elif page.locator("#council").count():
        page.fill("#council", given)
    else:
        for value in [given] if isinstance(given, str) else given:
            page.check(f'input[value="{value}"]')
    page.click("button:has-text('Continue')")


if __name__ == "__main__":
    main()
