"""Two ways to use a page: with a pointer, and with the keys alone. A story is told once and taken by either.

Fields are named as they are posted; links and buttons by the words that can be read on them.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from playwright.sync_api import Locator, Page

from tests.browser import going

Given = Mapping[str, str | list[str] | Path]
MOST_TABS = 400

FOCUSED = """target => {
    const one = document.activeElement;
    if (one === target) return 'there';
    const details = one.tagName === 'SUMMARY' && one.parentElement;
    return details && !details.open && details.contains(target) ? 'shut' : '';
}"""


def on(day: date, name: str = "on") -> dict[str, str]:
    """A day in the three boxes in which it is typed."""
    return {f"{name}-day": str(day.day), f"{name}-month": str(day.month), f"{name}-year": str(day.year)}


class Hand(ABC):
    """Somebody at a page."""

    def __init__(self, page: Page, arrived: Callable[[Page], None]) -> None:
        self.page, self.arrived = page, arrived

    def follow(self, words: str) -> None:
        """Follow a link."""
        self._follow(self.link(words))
        self.arrived(self.page)

    def follow_first(self, words: str) -> None:
        """Follow the first link in which these words stand among others."""
        self._follow(self.page.locator("a").filter(has_text=words).first)
        self.arrived(self.page)

    def press(self, words: str) -> None:
        """Press a button."""
        self._press(self.button(words))
        self.arrived(self.page)

    def link(self, words: str) -> Locator:
        """The first link of the page with exactly these words, whatever it looks like."""
        return self._named("a", words)

    def button(self, words: str) -> Locator:
        """The first button with these words."""
        return self._named("button", words)

    def _named(self, kind: str, words: str) -> Locator:
        exact = re.compile(rf"^\s*{re.escape(words)}\s*$")
        found = self.page.locator(kind).filter(has_text=exact)
        offered = [" ".join(one.split()) for one in self.page.locator(kind).all_text_contents()]
        assert found.count(), f"{self.page.url} does not offer “{words}”, but {offered}"
        return found.first

    def fill(self, given: Given) -> None:
        """Type into boxes, and choose."""
        for name, value in given.items():
            for one in value if isinstance(value, list) else [value]:
                self.give(name, one)

    def says(self, *words: str) -> None:
        """All of these words stand on the page, if need be in a fold."""
        missing = [one for one in words if one not in self.text]
        assert not missing, f"{self.page.url} does not say {missing}:\n{self.text}"

    @property
    def text(self) -> str:
        """All words of the page."""
        return " ".join((self.page.locator("body").text_content() or "").split())

    @abstractmethod
    def _follow(self, link: Locator) -> None:
        """Come to a link and follow it."""

    @abstractmethod
    def _press(self, button: Locator) -> None:
        """Come to a button and press it."""

    @abstractmethod
    def give(self, name: str, value: str | Path) -> None:
        """Fill in one field."""

    def kind_of(self, name: str) -> str:
        """What sort of field has the name: `radio`, `checkbox`, `file`, `select-one` or one that is typed into."""
        field = self.page.locator(f'[name="{name}"]')
        assert field.count(), f"{self.page.url} does not ask for “{name}”: {self.text}"
        kind: str = field.first.evaluate("one => one.type")
        return kind

    def choice(self, name: str, value: str) -> Locator:
        """One of the choices."""
        return self.page.locator(f'[name="{name}"][value="{value}"]')


class Pointer(Hand):
    """With a mouse or a finger."""

    def _follow(self, link: Locator) -> None:
        self._unfold(link)
        going.click(link)

    def _press(self, button: Locator) -> None:
        going.click(button)

    def give(self, name: str, value: str | Path) -> None:
        kind = self.kind_of(name)
        if kind in ("radio", "checkbox"):
            choice = self.choice(name, str(value))
            self._unfold(choice)
            choice.check()
            return
        field = self.page.locator(f'[name="{name}"]').first
        self._unfold(field)
        if kind == "file":
            field.set_input_files(value)
        elif kind == "select-one":
            field.select_option(str(value))
        else:
            field.fill(str(value))

    def _unfold(self, target: Locator) -> None:
        """Open the fold in which something lies, as somebody would who looks for it."""
        if not target.is_visible():
            target.locator("xpath=ancestor::details[not(@open)]/summary").first.click()


class Keys(Hand):
    """With the keyboard alone: Tab, Enter, Space, the arrows and letters."""

    def _follow(self, link: Locator) -> None:
        self._reach(link)
        going.press(self.page, "Enter")

    def _press(self, button: Locator) -> None:
        self._reach(button)
        going.press(self.page, "Enter")

    def give(self, name: str, value: str | Path) -> None:
        kind = self.kind_of(name)
        if kind == "checkbox":
            box = self.choice(name, str(value))
            self._reach(box)
            if not box.is_checked():
                self.page.keyboard.press("Space")
        elif kind == "radio":
            self._choose(name, str(value))
        else:
            field = self.page.locator(f'[name="{name}"]').first
            self._reach(field)
            if kind == "select-one":
                self._select(field, str(value))
            elif kind == "file":
                field.set_input_files(value)  # the window that opens is the machine's, not the page's
            else:
                self.page.keyboard.press("Control+A")
                self.page.keyboard.type(str(value)) if value else self.page.keyboard.press("Delete")

    def _choose(self, name: str, value: str) -> None:
        group = self.page.locator(f'[name="{name}"]')
        chosen = self.page.locator(f'[name="{name}"]:checked')
        self._reach(chosen if chosen.count() else group.locator("visible=true").first)
        if not chosen.count():
            self.page.keyboard.press("Space")
        wanted = self.choice(name, value)
        for _time in range(group.count()):
            if wanted.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        assert wanted.is_checked(), f"The arrows never came to {value} of {name}."

    def _select(self, field: Locator, value: str) -> None:
        for key in ("ArrowDown", "ArrowUp"):
            for _time in range(field.locator("option").count()):
                if field.input_value() == value:
                    return
                self.page.keyboard.press(key)
        assert field.input_value() == value, f"The arrows never came to {value}."

    def _reach(self, target: Locator) -> None:
        """Press Tab until the focus is there; a fold that holds it is opened on the way."""
        wanted = target.element_handle()
        for _time in range(MOST_TABS):
            found = self.page.evaluate(FOCUSED, wanted)
            if found == "there":
                return
            self.page.keyboard.press("Enter" if found == "shut" else "Tab")
        raise AssertionError(f"The keyboard never came to {target}.")


MakeHand = type[Pointer] | type[Keys]
