"""Every sentence goes through gettext: in a pseudo-language nothing of ours is left in Latin letters.

What may be left: names and addresses as a document gives them, the labels of provisions, and code.
"""

import re
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.test import Client
from django.utils import translation

from evenhand import directory
from tests.web import pseudo
from tests.web.pages import ALL_PAGES, BARE_PAGES, parse, texts

APART = frozenset({"eh-cites", "eh-about", "eh-breaks", "eh-code"})
NAMES = {
    *(word for area in directory.areas() for word in re.findall(r"\w{3,}", f"{area.name} {area.council}")),
    *("Evenhand", "Frame", "CAFAMILY", "Contact", "Family", "CORAM", "Kids", "Why", "Mediate", "Ltd"),
    *("axe", "core", settings.SESSION_COOKIE_NAME, "form"),
}


@pytest.fixture(autouse=True)
def _turned() -> Iterator[None]:
    with pseudo.installed(), translation.override(pseudo.CODE):
        yield


@pytest.mark.parametrize("address", [page for page in ALL_PAGES if page != "/for-programs"])
def test_nothing_is_left_untranslated(client: Client, address: str) -> None:
    tree = parse(client.get(address).content)
    assert tree.get("lang") == pseudo.CODE
    assert tree.get("dir") == "rtl"
    body = tree.find("body")
    assert body is not None
    left = re.findall(r"[A-Za-z]{3,}", re.sub(r"\S*(?:www\.|://|@)\S*", "", " ".join(texts(body, APART))))
    typed = re.findall(r"\w+", address.partition("?q=")[2])
    assert [word for word in left if word not in NAMES and word not in typed] == []


@pytest.mark.parametrize("address", [*BARE_PAGES, "/"])
def test_the_page_has_the_sheet_of_its_direction(client: Client, address: str) -> None:
    assert "evenhand.rtl.css" in client.get(address).content.decode()


def test_no_label_is_left_untranslated(client: Client) -> None:
    for address in ALL_PAGES:
        for found in parse(client.get(address).content).iter():
            for name in ("aria-label", "placeholder", "alt", "title"):
                assert not re.search("[a-z]{3}", found.get(name, "")), found.get(name)


def test_a_number_to_ring_is_read_from_left_to_right(client: Client) -> None:
    for address in ALL_PAGES:
        for link in parse(client.get(address).content).iter("a"):
            if link.get("href", "").startswith("tel:"):
                assert link.get("dir") == "ltr", address
