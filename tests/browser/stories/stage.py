"""Where the stories are played: a clock that is moved by hand, a browser for each of the cast, and axe looking on."""

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import ClassVar
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Response
from pytest_django.live_server_helper import LiveServer

from evenhand.people.models import Person
from tests.browser import axe
from tests.people import cast

from .hands import Hand, MakeHand

LONDON = ZoneInfo("Europe/London")
REFERENCE = re.compile(r"/[0-9A-Z]{4}-[0-9A-Z]{4}(?=/|$)")
NUMBER = re.compile(r"(?<=/)\d[\d-]*(?=/|$)")
SIZES = [(320, "light"), (1280, "dark")]
ELSEWHERE = ("/call-me-back", "/accounts")
"""Pages whose every state another file of browser tests looks at."""


class Clock:
    """The one clock, moved by hand."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, day: date) -> None:
        self.day = day
        monkeypatch.setattr("evenhand.clock.today_in_london", lambda: self.day)
        monkeypatch.setattr("evenhand.clock.instant", lambda: self.now)

    @property
    def now(self) -> datetime:
        """A quarter past eight in the morning."""
        return datetime.combine(self.day, time(8, 15), LONDON).astimezone(UTC)


@dataclass
class Stage:
    """A play: who is signed in where, and which kinds of page have been looked at.

    Every page that is come to is asked for once more with scripts on, and axe finds nothing in it, narrow and in light,
    wide and in dark; one of each kind, in the whole file of tests.
    """

    browser: Browser
    server: LiveServer
    clock: Clock
    make_hand: MakeHand
    scripts: bool
    contexts: dict[str, BrowserContext] = field(default_factory=dict)
    hands: dict[str, Hand] = field(default_factory=dict)
    signed: dict[str, date] = field(default_factory=dict)

    looked_at: ClassVar[set[str]] = set()

    def close(self) -> None:
        """Everybody goes home."""
        for context in self.contexts.values():
            context.close()

    def on(self, day: date) -> None:
        """It is another day."""
        self.clock.day = day

    def somebody(self, person: Person | None = None) -> Hand:
        """The person at their own browser, signed in for the day; without one, a stranger."""
        name = person.email if person else ""
        if name not in self.contexts:
            context = self.browser.new_context(
                java_script_enabled=self.scripts, viewport={"width": 1280, "height": 900}
            )
            context.set_default_timeout(10_000)
            self.contexts[name] = context
            page = context.new_page()
            page.on("response", self._found)
            self.hands[name] = self.make_hand(page, self.look)
        if person is not None and self.signed.get(name) != self.clock.day:
            self._sign_in(self.contexts[name], person)
            self.signed[name] = self.clock.day
        return self.hands[name]

    def _sign_in(self, context: BrowserContext, person: Person) -> None:
        kept = cast.client_of(person).cookies["evenhand"]
        context.add_cookies([{"name": kept.key, "value": kept.value, "url": self.server.url}])

    @staticmethod
    def _found(response: Response) -> None:
        """Nothing on the way is broken: every page that was come to by what is offered is there."""
        assert response.status < 400, (response.status, response.url)

    def at(self, person: Person | None, path: str) -> Hand:
        """The person at a page, whose address they know."""
        hand = self.somebody(person)
        hand.page.goto(self.server.url + path, wait_until="load")
        self.look(hand.page)
        return hand

    def reads(self, person: Person, *paths: str) -> str:
        """All that the person's pages at these addresses hold, shown or folded away; a page that is not theirs is empty."""
        hand = self.somebody(person)
        answers = [hand.page.request.get(self.server.url + path) for path in paths]
        return " ".join(one.text() for one in answers if one.status == 200)

    def look(self, page: Page) -> None:
        """Axe finds nothing on a page of this kind; the page of a case is another every day."""
        path = page.url.removeprefix(self.server.url).partition("?")[0]
        kind = NUMBER.sub("#", REFERENCE.sub("/REF", path))
        if kind.endswith("/REF/"):
            kind += self.clock.day.isoformat()
        if kind in self.looked_at or kind.startswith(ELSEWHERE):
            return
        self.looked_at.add(kind)
        beside = self.browser.new_context(bypass_csp=True)
        beside.add_cookies(page.context.cookies())  # type: ignore[arg-type]
        again = beside.new_page()
        again.goto(page.url, wait_until="load")
        found = {}
        for width, scheme in SIZES:
            again.set_viewport_size({"width": width, "height": 800})
            again.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            found[width, scheme] = axe.faults(again)
        beside.close()
        assert not any(found.values()), (page.url, found)
