"""Going from page to page: whatever leads to another page is waited for until that page is whole.

A click comes back as soon as the browser has been told of it. What is asked of the page next
might still reach the old one, or one whose document is just being taken away.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Locator, Page


@contextmanager
def to_next_page(page: Page) -> Iterator[None]:
    """Do within this what leads to another page, or to the same one anew; it ends when that page has loaded."""
    with page.expect_navigation(wait_until="load"):
        yield


def click(target: Locator) -> None:
    """Click a link or a button that leads to another page, and wait for that page."""
    with to_next_page(target.page):
        target.click()


def press(page: Page, *keys: str) -> None:
    """Press keys of which the last leads to another page, and wait for that page."""
    for key in keys[:-1]:
        page.keyboard.press(key)
    with to_next_page(page):
        page.keyboard.press(keys[-1])
