"""The words for a Local Offer and the notice for heads: to copy, and to embed on anybody's page."""

import re

import pytest
from django.test import Client

from evenhand import directory
from evenhand.directory.known_to import local_offer_text, notice_for_heads
from tests.web.pages import BARE_PAGES, COUNCIL_PAGES, FRAMED_PAGES, parse, reads

MAKERS = {"local-offer": local_offer_text, "heads-notice": notice_for_heads}


@pytest.mark.parametrize("address", [*COUNCIL_PAGES, *BARE_PAGES])
def test_the_whole_text_is_there(client: Client, address: str) -> None:
    _, _, slug, name, *_ = address.split("/")
    area = directory.area(slug)
    assert area is not None
    page = reads(client.get(address).content)
    for paragraph in MAKERS[name](area):
        assert " ".join(paragraph.text.split()) in page


@pytest.mark.parametrize("address", COUNCIL_PAGES)
def test_the_text_to_copy_is_the_text(client: Client, address: str) -> None:
    tree = parse(client.get(address).content)
    plain = tree.findtext(".//textarea[@id='plain']") or ""
    _, _, slug, name, *_ = address.split("/")
    area = directory.area(slug)
    assert area is not None
    for paragraph in MAKERS[name](area):
        assert paragraph.text in plain
    frame = tree.findtext(".//textarea[@id='frame']") or ""
    assert f'src="http://testserver{address}/embed"' in frame


@pytest.mark.parametrize("address", COUNCIL_PAGES)
def test_the_blanks_are_named_above_the_text_and_outside_it(client: Client, address: str) -> None:
    tree = parse(client.get(address).content)
    note = tree.find(".//section[@aria-labelledby='before']")
    assert note is not None
    told = " ".join("".join(note.itertext()).split())
    plain = tree.findtext(".//textarea[@id='plain']") or ""
    for blank in set(re.findall(r"\[.*?\]", plain)):
        assert blank in told
    assert ("have not checked" in told) is ("ealing" in address)
    assert "check" not in plain.casefold()
    lines = [" ".join("".join(line.itertext()).split()) for line in note.iter("li")]
    if address == "/areas/kent/heads-notice":
        each = "[name of the service], [telephone number], [email address], [web address]"
        assert lines == [
            "[web address of the Local Offer]",
            f"Free advice – {each}",
            f"Disagreement resolution – {each}",
        ]


@pytest.mark.parametrize("address", BARE_PAGES)
def test_a_bare_page_may_stand_in_a_frame_anywhere_and_leaves_nothing(client: Client, address: str) -> None:
    answer = client.get(address)
    assert "frame-ancestors *" in answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert "X-Frame-Options" not in answer.headers
    assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert not answer.cookies


@pytest.mark.parametrize("address", [*FRAMED_PAGES, "/areas/nowhere/local-offer/embed"])
def test_no_other_page_may(client: Client, address: str) -> None:
    answer = client.get(address)
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Frame-Options"] == "DENY"
