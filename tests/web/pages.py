"""Every public page in every state, and what can be read on it: for the tests of the pages and of the browser."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator

import html5lib

from evenhand.law.rulebook import rulebook

FAMILY_PAGES = [
    "/",
    "/areas",
    "/areas?q=ealling+counsil",
    "/areas?q=zzzz",
    "/areas/ealing",
    "/areas/global-mediation-area",
    "/areas/prime-resolution-council",
    "/areas/general-explanation",
    "/areas/mediatelegal",
    "/areas/kent",
    "/areas/st-helens",
    "/areas/ealing/who-helps",
    "/areas/kent/who-helps",
    "/who-helps",
    "/getting-ready",
    "/mediation-explained",
    "/resolution-explained",
    "/complaints-explained",
    "/appeals-explained",
    "/who-can-see-what",
    "/privacy",
    "/cookies",
    "/accessibility",
    "/contact",
]
"""What a family reads: the reading grade of these is limited."""

COUNCIL_PAGES = [
    "/areas/ealing/local-offer",
    "/areas/kent/local-offer",
    "/areas/ealing/heads-notice",
    "/areas/kent/heads-notice",
]
BARE_PAGES = [f"{page}/embed" for page in COUNCIL_PAGES]
LAW_PAGES = [
    "/about-the-law",
    "/about-the-law?q=certificate",
    "/about-the-law?q=working+days+elephant",
    "/about-the-law?q=zzzz",
    "/about-the-law?q=bank+holiday",
    "/about-the-law/at-a-glance",
    "/about-the-law/decisions",
    "/about-the-law/calendars",
    "/about-the-law/sources",
    "/about-the-law/open-questions",
    "/about-the-law/proposals",
    "/about-the-law/contact_adviser",
    "/about-the-law/judicial_review",
    "/about-the-law/two_months_from_sending",
    "/about-the-law/recommendations",
    "/about-the-law/certificate",
    "/about-the-law/expenses_paid",
]
MISSING_PAGES = ["/areas/nowhere", "/areas/eeling", "/about-the-law/certficate", "/nowhere"]

FRAMED_PAGES = [*FAMILY_PAGES, *COUNCIL_PAGES, *LAW_PAGES, "/for-programs", *MISSING_PAGES]
"""Every page with our header and footer round it."""
ALL_PAGES = [*FRAMED_PAGES, *BARE_PAGES]

RULES = [entry["name"] for part in rulebook()["parts"] for entry in part["entries"]]


def parse(page: bytes | str) -> ET.Element:
    """The page as a tree; a page that is not sound HTML is an error that names the first fault."""
    text = page.decode() if isinstance(page, bytes) else page
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    found: ET.Element = parser.parse(text)
    return found


_SILENT = {"script", "style", "svg", "head", "textarea"}
_BESIDE = {"a", "abbr", "b", "code", "em", "i", "span", "strong"}
"""Elements that stand in a line; every other begins a line of its own."""


def name_of(element: ET.Element) -> str:
    """The element's name, without the namespace that a drawing has."""
    return str(element.tag).rpartition("}")[2]


def texts(tree: ET.Element, leave_out: frozenset[str] = frozenset()) -> Iterator[str]:
    """The pieces of text that a reader meets, in order; elements of the classes named are left out."""
    name = name_of(tree)
    if name in _SILENT or leave_out & set((tree.get("class") or "").split()):
        return
    space = "" if name in _BESIDE else " "
    yield space + (tree.text or "")
    for child in tree:
        yield from texts(child, leave_out)
        if child.tail:
            yield child.tail
    yield space


def reads(page: bytes | str, part: str = "body") -> str:
    """What a reader meets on the page, as one line of text with single spaces."""
    tree = parse(page).find(f".//{part}")
    assert tree is not None
    return " ".join("".join(texts(tree)).split())
