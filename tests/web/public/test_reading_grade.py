"""Family pages can be read at an age of 9 to 12: the grade of each is measured, printed, and limited.

Counted are whole paragraphs and points, not headings or labels. Apart stand the names of statutes and documents (`eh-source`, `eh-cites`, `eh-about`), sentences of the
rulebook (`eh-law`), and addresses.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client

from tests.web.pages import FAMILY_PAGES, parse, texts
from tests.web.reading_grade import grade, syllables

LIMIT, AIM = 8.0, 6.0
APART = frozenset(
    {"eh-source", "eh-cites", "eh-about", "eh-law", "govuk-visually-hidden", "eh-letter-columns"}
)


def family_text(page: bytes) -> str:
    """The paragraphs and points of a page, a line each; headings, labels and names would flatter it."""
    main = parse(page).find(".//main")
    assert main is not None
    lines = (" ".join("".join(texts(block, APART)).split()) for block in _blocks(main))
    without = (re.sub(r"\S*(?:www\.|://|@)\S*", "", line) for line in lines)
    return "\n".join(line for line in without if len(line.split()) >= 4)


def _blocks(element: ET.Element) -> Iterator[ET.Element]:
    """Every paragraph and point that a family reads, from the top down."""
    if APART & set((element.get("class") or "").split()):
        return
    if element.tag in ("p", "li"):
        yield element
        return
    for child in element:
        yield from _blocks(child)


@pytest.mark.parametrize("address", FAMILY_PAGES)
def test_the_grade_is_within_the_limit(client: Client, address: str) -> None:
    found = grade(family_text(client.get(address).content))
    print(f"{address}: reading grade {found:.1f} (aim {AIM:.0f}, limit {LIMIT:.0f})")
    assert found <= LIMIT


def test_most_pages_reach_the_aim(client: Client) -> None:
    found = [grade(family_text(client.get(address).content)) for address in FAMILY_PAGES]
    assert sum(one <= AIM for one in found) >= len(found) / 2


def test_a_hard_text_would_be_found_out() -> None:
    hard = (
        "Notwithstanding the aforementioned provisions, authorities commissioning independent "
        "mediation arrangements must demonstrate compliance with regulatory requirements."
    )
    assert grade(hard) > 15
    assert grade("Ring the adviser. Say what you want. It is free.") < 4


@pytest.mark.parametrize(
    ("word", "count"),
    [("day", 1), ("letter", 2), ("appeal", 2), ("mediation", 4), ("disagreement", 4), ("certificate", 4)],
)
def test_syllables(word: str, count: int) -> None:
    assert abs(syllables(word) - count) <= (1 if word == "certificate" else 0)


def test_the_limit_is_what_the_docs_say() -> None:
    docs = (Path(__file__).parents[3] / "docs" / "accessibility.md").read_text(encoding="utf-8")
    assert f"grade {LIMIT:.0f}" in docs
