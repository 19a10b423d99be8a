"""People type the name of their council in every way but the official one."""

import doctest

import pytest

from evenhand import directory
from evenhand.directory import search
from evenhand.directory.search import MOST, find


def first(text: str) -> str:
    found = find(text)
    return found[0].slug if found else ""


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("Ealing", "ealing"),
        ("Ealing council", "ealing"),
        ("london borough of ealing", "ealing"),
        ("  EALING!  ", "ealing"),
        ("Ealling", "ealing"),
        ("E09000009", "ealing"),
        ("Bath", "bath-and-north-east-somerset"),
        ("banes", "bath-and-north-east-somerset"),
        ("BCP", "bournemouth-christchurch-and-poole"),
        ("poole", "bournemouth-christchurch-and-poole"),
        ("RBKC", "kensington-and-chelsea"),
        ("City of Bristol", "bristol"),
        ("st. helen's", "st-helens"),
        ("Saint Helens", "st-helens"),
        ("Telford & Wrekin", "telford-and-wrekin"),
        ("stoke on trent", "stoke-on-trent"),
        ("hull", "kingston-upon-hull"),
        ("durham", "county-durham"),
        ("York", "york"),
        ("city of london corporation", "city-of-london"),
        ("Herts county council", "hertfordshire"),
        ("bucks", "buckinghamshire"),
        ("hants", "hampshire"),
        ("Middlesborough", "middlesbrough"),
        ("my council is Kent", ""),
        ("Kent", "kent"),
    ],
)
def test_what_a_person_types_finds_their_council(typed: str, slug: str):
    assert first(typed) == slug


@pytest.mark.parametrize("slug", sorted(directory.known_slugs()))
def test_every_council_is_first_for_each_of_its_own_names(slug: str):
    area = directory.area(slug)
    assert area is not None
    assert area.authority is not None
    for name in (slug, area.name, area.authority.official_name, area.name.upper()):
        assert first(name) == slug, name


def test_a_name_that_two_share_gives_both():
    assert {area.slug for area in find("Northamptonshire")[:2]} == {
        "north-northamptonshire",
        "west-northamptonshire",
    }
    assert len(find("Kingston")) == 2


@pytest.mark.parametrize("typed", ["", "   ", "council", "zzzz", "Edinburgh", "?!", "\x00", "🏠"])
def test_what_is_no_council_finds_none(typed: str):
    assert find(typed) == ()


def test_a_search_of_any_length_ends_at_once_and_gives_few():
    assert find("x" * 1_000_000) == ()
    assert len(find("north south east west shire")) <= MOST
    assert len(find("s" * 3)) <= MOST


def test_only_authorities_are_found():
    assert all(area.authority for area in (*find("mediatelegal"), *find("prime"), *find("global")))


def test_its_examples_hold():
    assert doctest.testmod(search).failed == 0
