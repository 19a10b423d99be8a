"""Statements that every page asks of the database: written by Django once, and run as they stand from then on.

Writing such a statement takes several times as long as running it.
"""

from typing import Any

from django.db import connection
from django.db.models import QuerySet

Statement = tuple[str, tuple[Any, ...]]
"""The words, with places for the values, and the values."""


def written(rows: QuerySet[Any, Any]) -> Statement:
    """The statement of a query for plain values. Errors: `EmptyResultSet` for one that nothing can answer."""
    words, values = rows.query.sql_with_params()
    return str(words), values


def read(statement: Statement) -> list[tuple[Any, ...]]:
    """The rows that answer it, as the database gives them."""
    with connection.cursor() as cursor:
        cursor.execute(*statement)
        return cursor.fetchall()
