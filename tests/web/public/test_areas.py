"""Finding an area, and what its page shows: each detail with its document and day, none as checked."""

import pytest
from django.test import Client

from evenhand import directory
from evenhand.directory.model import Area, Detail, Told
from tests.directory.test_details import walk
from tests.web.pages import parse, reads

UNCHECKED = "as read on 22 November 2026. We have not checked it."


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("ealing", "ealing"),
        ("Ealing Council", "ealing"),
        ("ealling", "ealing"),
        ("st helens", "st-helens"),
        ("London borough of ealing", "ealing"),
        ("BCP", "bournemouth-christchurch-and-poole"),
    ],
)
def test_a_search_forgives(client: Client, typed: str, slug: str) -> None:
    page = client.get("/areas", {"q": typed}).content
    section = parse(page).find(".//section[@aria-labelledby='found']")
    assert section is not None
    links = [link.get("href", "") for link in section.iter("a")]
    assert links[0].startswith(f"/areas/{slug}")


@pytest.mark.parametrize("typed", ["zzzz", "!!", "a" * 5000, "\x00\x1b[31m", "<script>", "دبي"])
def test_a_search_that_finds_nothing_says_what_to_do(client: Client, typed: str) -> None:
    answer = client.get("/areas", {"q": typed})
    assert answer.status_code == 200
    page = answer.content.decode()
    assert "<script" not in page
    assert "\x00" not in page
    assert "It is at the top of the letter." in page


@pytest.mark.parametrize("end", ["", "/who-helps", "/local-offer", "/heads-notice"])
def test_an_area_that_is_not_there_leads_to_the_search(client: Client, end: str) -> None:
    answer = client.get(f"/areas/eeling{end}")
    assert answer.status_code == 404
    page = answer.content.decode()
    assert 'href="/areas/ealing"' in page  # what was meant
    assert 'name="q"' in page


@pytest.mark.parametrize("area", directory.described(), ids=lambda area: area.slug)
def test_a_page_shows_all_that_the_directory_holds(client: Client, area: Area) -> None:
    page = reads(client.get(f"/areas/{area.slug}").content)
    for thing in walk(area):
        if isinstance(thing, Told):
            assert thing.text in page
            assert thing.source.document in page
        elif isinstance(thing, Detail):
            assert thing.value in page
            assert thing.source.document in page
    assert UNCHECKED in page
    assert "Checked" not in page


def test_each_detail_stands_above_its_document(client: Client) -> None:
    page = reads(client.get("/areas/ealing").content, "main")
    number = page.index("020 8825 5588")
    assert UNCHECKED in page[number : number + 600]
    assert "Ealing ISAID's information sheet" in page[number : number + 500]


def test_an_area_known_by_its_name_says_so_and_how_to_find_out(client: Client) -> None:
    page = reads(client.get("/areas/kent").content)
    assert "We know only the name of this area." in page
    assert "Ask the council who its information, advice and support service is." in page
    assert "IPSEA" in page
    assert "Kent County Council" in page


def test_the_law_puts_the_document_right(client: Client) -> None:
    page = reads(client.get("/areas/prime-resolution-council").content)
    assert "that must be somebody independent" in page
    assert "section 57(6)" in page


def test_who_helps_names_the_service_of_the_area_and_warns(client: Client) -> None:
    page = reads(client.get("/areas/ealing/who-helps").content)
    assert "Ealing ISAID" in page
    assert page.index("may charge you") < page.index("IPSEA")


def test_every_area_can_be_found_without_a_search(client: Client) -> None:
    page = client.get("/areas").content.decode()
    for area in directory.areas():
        assert f'href="/areas/{area.slug}"' in page
