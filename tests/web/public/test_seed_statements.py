"""Every statement of the five documents is on its page: a test for each row of the table in the docs."""

from functools import cache
from typing import Any

import pytest
from django.test import Client

from tests.directory.seeds_table import load
from tests.web.family.asking import REFUSED, Family
from tests.web.pages import reads

DATA = load()
POINTS: dict[str, Any] = DATA["points"]
ROWS = [row for row in DATA["rows"] if "point" in row]

ADDRESSES = {
    "start": "/",
    "local-offer": "/areas/kent/local-offer",
    "heads-notice": "/areas/kent/heads-notice",
}


def address_of(home: str) -> str:
    """The address of a page by the name that the table calls it."""
    if home.startswith("area:"):
        return f"/areas/{home.removeprefix('area:')}"
    return ADDRESSES.get(home) or f"/{home}"


@cache
def _page(home: str) -> str:
    if home == "options":
        return _options()
    answer = Client().get(address_of(home))
    assert answer.status_code == 200
    return reads(answer.content)


def _options() -> str:
    """The options of the family that README and issue speak of: refused an assessment, 15 June 2026, Ealing."""
    family = Family(Client()).answers(*REFUSED)
    return reads(family.get("/your-options"))


def _rows() -> list[Any]:
    return [pytest.param(row, id=f"{row['seed']}-{row['n']}") for row in ROWS]


@pytest.mark.django_db
@pytest.mark.parametrize("row", _rows())
def test_the_page_says_it(row: dict[str, Any]) -> None:
    point = POINTS[row["point"]]
    home = point["home"]
    assert point["marker"] in _page(home)


def test_no_row_was_left_out() -> None:
    assert len(ROWS) == 379
