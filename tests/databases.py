"""Which tests are run on both databases, and what is run on one of them alone.

An ordinary run is on SQLite. `EVENHAND_TEST_DATABASE=postgres` makes it one on PostgreSQL, where
`-m database` picks the tests that hang on the database:

    EVENHAND_TEST_DATABASE=postgres .venv/bin/pytest -n 2 -m database

A test is marked `database` by the folder that it lies in. It says `postgres` or `sqlite` itself if it
is of one of them alone. `make test` makes both runs.
"""

from pathlib import Path

import pytest

from tests import postgres

TESTS = Path(__file__).parent
FOLDERS = [
    TESTS / folder
    for folder in (
        "people",
        "post",
        "casework",
        "web/accounts",
        "web/my",
        "web/steps",
        "web/links",
        "web/workspace",
        "web/demo",
    )
]


@pytest.hookimpl(tryfirst=True)  # before `-m` picks
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what hangs on the database, and take out what is of the other one alone."""
    for item in items:
        if item.get_closest_marker("postgres") or _lies_there(item):
            item.add_marker("database")
    if postgres.wanted():
        others = _marked(items, "sqlite")
        for item in items:
            # So that it is left out, and told of, where there is no server to be had.
            if item.get_closest_marker("database"):
                item.add_marker("postgres")
    else:
        # Where there is no server they stay, so that the last line tells of them.
        others = _marked(items, "postgres") if postgres.programs() else []
    if others:
        config.hook.pytest_deselected(items=others)
        items[:] = [item for item in items if item not in set(others)]


def _lies_there(item: pytest.Item) -> bool:
    """It lies in one of the folders, and is of more than how a page looks, which hangs on no database."""
    there = any(item.path.is_relative_to(folder) for folder in FOLDERS)
    return there and not item.get_closest_marker("browser")


def _marked(items: list[pytest.Item], marker: str) -> list[pytest.Item]:
    return [item for item in items if item.get_closest_marker(marker)]
