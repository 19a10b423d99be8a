"""The 153 authorities, alone and beside the published list."""

import csv
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from evenhand import directory
from evenhand.directory.model import Area, AreaKind, Authority
from evenhand.directory.who_serves import every_area
from evenhand.law.authorities import rows

SLUG = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")
MADE_PLAIN = {"City of Bristol": "Bristol", "Dorset Council": "Dorset", "St. Helens": "St Helens"}


def authorities() -> list[Authority]:
    return [area.authority for area in directory.areas() if area.authority is not None]


def test_there_are_153():
    assert len(rows()) == 153
    assert len(directory.known_slugs()) == 153
    assert len(authorities()) == 153


def test_every_row_is_whole():
    for row in rows():
        assert len(row) == 7, row
        assert all(column and column == column.strip() for column in row), row


@pytest.mark.parametrize("column", ["slug", "name", "official_name", "gss", "dfe_code"])
def test_no_two_authorities_share(column: str):
    values = [getattr(authority, column) for authority in authorities()]
    assert len(set(values)) == 153, Counter(values).most_common(1)


def test_slugs_are_of_the_shape_that_facts_ask_for():
    for slug in every_area():
        assert SLUG.fullmatch(slug), slug
        assert len(slug) <= 80


def test_the_codes_are_of_their_shape():
    for authority in authorities():
        assert re.fullmatch(r"E\d{8}", authority.gss)
        assert re.fullmatch(r"\d{3}", authority.dfe_code)


def test_there_are_nine_regions_and_five_kinds():
    assert len({authority.region for authority in authorities()}) == 9
    assert Counter(authority.type for authority in authorities()) == {
        "Unitary authority": 63,
        "Metropolitan district": 36,
        "London borough": 32,
        "County": 21,
        "City corporation": 1,
    }


def test_areas_without_an_authority_are_not_answers_to_the_fact_area():
    others = [area for area in directory.areas() if area.kind is not AreaKind.AUTHORITY]
    assert len(others) == 4
    assert not {area.slug for area in others} & directory.known_slugs()


def test_an_area_that_is_not_there_is_none():
    assert directory.area("atlantis") is None
    assert directory.area("") is None
    assert isinstance(directory.area("ealing"), Area)


def test_asking_for_the_slugs_loads_nothing_heavy():
    code = (
        "import sys; before = set(sys.modules); import evenhand.directory as d; d.known_slugs();"
        "print(*sorted(set(sys.modules) - before))"
    )
    source = str(Path(directory.__file__).parents[2])
    ran = subprocess.run(
        [sys.executable, "-S", "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": source},
    )
    loaded = set(ran.stdout.split())
    assert "evenhand.law.authorities" in loaded
    assert not loaded & {"dataclasses", "enum", "evenhand.directory.model", "json", "re", "typing"}


def test_it_agrees_with_the_published_list():
    folder = os.environ.get("EVENHAND_PUBLISHED_DATA")
    if not folder:
        pytest.skip("EVENHAND_PUBLISHED_DATA does not say where the published list is")
    path = Path(folder) / "english_education_authorities_153.csv"
    with path.open(encoding="utf-8", newline="") as file:
        published = {row["gss"]: row for row in csv.DictReader(file)}
    assert {authority.gss for authority in authorities()} == set(published)
    for ours in authorities():
        theirs = published[ours.gss]
        assert ours.name == MADE_PLAIN.get(theirs["name"], theirs["name"])
        assert ours.official_name == theirs["official_name"]
        assert (ours.type, ours.region) == (theirs["type"], theirs["region"])
        assert ours.dfe_code == theirs["dfe_code"]
        if theirs["gov_uk_slug"]:
            assert ours.slug == theirs["gov_uk_slug"].replace(".", "")
