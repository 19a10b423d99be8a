"""Tables that can be emptied after a test that commits: the only place where the history's guards are lifted.

Django empties every table after a `TransactionTestCase` (pytest-django: `transactional_db`, `live_server`). The
history refuses to be emptied, so the triggers are taken away for that moment and put back as they were.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

TABLES = ("casework_event", "casework_piece")


@contextmanager
def unguarded(connection: Any) -> Iterator[None]:
    """The history without its triggers; they are back afterwards, whatever happened."""
    lift, put_back = _postgresql() if connection.vendor == "postgresql" else _sqlite(connection)
    _all(connection, lift)
    try:
        yield
    finally:
        _all(connection, put_back)


def _all(connection: Any, statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _sqlite(connection: Any) -> tuple[list[str], list[str]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN (%s, %s)", TABLES
        )
        triggers = cursor.fetchall()
    return [f"DROP TRIGGER {name}" for name, _ in triggers], [sql for _, sql in triggers]


def _postgresql() -> tuple[list[str], list[str]]:
    """No trigger is touched while keys that were written in the same transaction still wait to be checked."""
    check = ["SET CONSTRAINTS ALL IMMEDIATE", "SET CONSTRAINTS ALL DEFERRED"]
    lift, put_back = (
        [*check, *(f"ALTER TABLE {table} {what} TRIGGER USER" for table in TABLES)]
        for what in ("DISABLE", "ENABLE")
    )
    return lift, put_back


def run(statement: str, *values: Any) -> None:
    """SQL in a transaction of its own, so that a refusal undoes only itself."""
    from django.db import connection, transaction

    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)


@pytest.fixture(autouse=True, scope="session")
def _tables_can_be_emptied_between_tests() -> Iterator[None]:
    """Whatever test of this run commits, its tables are emptied after it."""
    from django.db import connection
    from django.test import TransactionTestCase

    emptied = TransactionTestCase._fixture_teardown

    def unguarded_while_emptied(self: TransactionTestCase) -> None:
        if set(TABLES) <= set(connection.introspection.table_names()):
            with unguarded(connection):
                emptied(self)
        else:
            emptied(self)

    patched = pytest.MonkeyPatch()
    patched.setattr(TransactionTestCase, "_fixture_teardown", unguarded_while_emptied)
    yield
    patched.undo()
