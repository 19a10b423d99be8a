"""axe-core as the browser tests use it: put into the page, run there, and told in a line a fault."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

SOURCE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")


def look(page: Page) -> dict[str, Any]:
    """All that axe-core says of the page, with every detail of it opened first.

    The page must have come whole (see `going`), and its context must pass over the page's own
    policy (`bypass_csp=True`), which rightly forbids a script from elsewhere.
    """
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    page.evaluate(SOURCE)
    found: dict[str, Any] = page.evaluate("axe.run()")
    return found


def violations(found: dict[str, Any]) -> list[str]:
    """What axe-core found wrong, one line for each element."""
    return [f"{fault['id']}: {node['html']}" for fault in found["violations"] for node in fault["nodes"]]


def too_wide(page: Page) -> list[str]:
    """What stands out of the window to the side: nothing, or the elements that do."""
    found: list[str] = page.evaluate(
        """() => document.documentElement.scrollWidth <= window.innerWidth ? [] :
        [...document.querySelectorAll('body *')].filter(one => {
            const box = one.getBoundingClientRect();
            return box.width && (box.right > window.innerWidth + 1 || box.left < -1);
        }).map(one => one.outerHTML.slice(0, 120)).concat(['the page'])"""
    )
    return found


def faults(page: Page) -> list[str]:
    """What axe-core finds wrong, then what is too wide; an empty list is a sound page."""
    return [*violations(look(page)), *(f"too wide: {one}" for one in too_wide(page))]
