"""What holds for every public page: it is there, sound, named, light-footed and silent."""

import re
from itertools import pairwise

import pytest
from django.test import Client

from evenhand import directory
from tests.web.pages import ALL_PAGES, BARE_PAGES, FRAMED_PAGES, MISSING_PAGES, RULES, parse, reads

EVERY_AREA = [area.slug for area in directory.areas()]


@pytest.mark.parametrize("address", ALL_PAGES)
def test_a_page_is_there_and_is_sound_html(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == (404 if address in MISSING_PAGES else 200)
    tree = parse(answer.content)
    assert len(tree.findall(".//h1")) == 1
    assert len(tree.findall(".//main")) == 1
    assert tree.get("lang") == "en-gb"
    ids = [found.get("id") for found in tree.iter() if found.get("id")]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("address", FRAMED_PAGES)
def test_headings_go_down_one_at_a_time(client: Client, address: str) -> None:
    main = parse(client.get(address).content).find(".//main")
    assert main is not None
    levels = [int(found.tag[1]) for found in main.iter() if re.fullmatch("h[1-6]", str(found.tag))]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("address", ALL_PAGES)
def test_links_within_a_page_lead_somewhere(client: Client, address: str) -> None:
    tree = parse(client.get(address).content)
    ids = {found.get("id") for found in tree.iter()}
    for link in tree.iter("a"):
        to = link.get("href", "")
        assert to
        if to.startswith("#"):
            assert to[1:] in ids, to
    for found in tree.iter():
        for name in (found.get("aria-labelledby") or "").split() + (
            found.get("aria-describedby") or ""
        ).split():
            assert name in ids, name


def test_every_link_of_ours_leads_to_a_page(client: Client) -> None:
    seen: dict[str, int] = {}
    for address in ALL_PAGES:
        for link in parse(client.get(address).content).iter("a"):
            to = link.get("href", "").partition("#")[0]
            if to.startswith("/") and to not in seen:
                seen[to] = client.get(to).status_code
    assert len(seen) > 250  # every area and every rule among them
    assert {to: code for to, code in seen.items() if code != 200} == {}


def test_no_two_pages_have_one_title(client: Client) -> None:
    titles = [parse(client.get(address).content).findtext(".//title") for address in ALL_PAGES]
    alike = {title for title in titles if titles.count(title) > 1}
    # Two addresses where nothing is give the same page, and so do two searches that find nothing of one kind.
    assert alike <= {"We have no page for that area – Evenhand"}
    assert all(titles)


@pytest.mark.parametrize("address", FRAMED_PAGES)
def test_each_has_the_small_print_and_a_number_to_ring(client: Client, address: str) -> None:
    page = client.get(address).content.decode()
    for small in ("/privacy", "/cookies", "/accessibility", "/contact"):
        assert f'href="{small}"' in page
    assert 'href="tel:+441799582030"' in page
    assert "We have not checked it." in reads(page, "footer")


@pytest.mark.parametrize("address", ALL_PAGES)
def test_nothing_is_fetched_from_another_host_and_nothing_is_kept(client: Client, address: str) -> None:
    answer = client.get(address)
    assert not answer.cookies
    for found in parse(answer.content).iter():
        for name in ("src", "action", "srcset", "poster"):
            assert (found.get(name) or "/").startswith("/"), found.get(name)
        if found.tag == "link":
            assert found.get("href", "").startswith("/")
        assert found.tag not in ("script", "style")
        assert not found.get("style")
        assert not [name for name in found.attrib if name.startswith("on")]


@pytest.mark.parametrize("slug", EVERY_AREA)
def test_every_area_has_its_four_pages_and_two_to_embed(client: Client, slug: str) -> None:
    for end in (
        "",
        "/who-helps",
        "/local-offer",
        "/heads-notice",
        "/local-offer/embed",
        "/heads-notice/embed",
    ):
        answer = client.get(f"/areas/{slug}{end}")
        assert answer.status_code == 200
        area = directory.area(slug)
        assert area is not None
        assert area.name in reads(answer.content)


@pytest.mark.parametrize("name", sorted(set(RULES)))
def test_every_rule_has_its_page(client: Client, name: str) -> None:
    answer = client.get(f"/about-the-law/{name}")
    assert answer.status_code == 200
    parse(answer.content)


@pytest.mark.parametrize("address", BARE_PAGES)
def test_a_bare_page_has_nothing_but_its_text(client: Client, address: str) -> None:
    tree = parse(client.get(address).content)
    assert not tree.findall(".//footer")
    assert not tree.findall(".//header")
    assert not tree.findall(".//form")
