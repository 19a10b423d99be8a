"""Whether this database is a demonstration, in which everybody is invented and one password opens the cast.

The password comes from `EVENHAND_DEMO_PASSWORD`. It must never be set for a database with real people in it,
so the service does not start, and migrations do not run, where it is.
"""

from collections.abc import Sequence

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Critical
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connection

from .models import Installation, Person

REFUSAL = (
    "EVENHAND_DEMO_PASSWORD is set, and this database is not a demonstration. "
    "Unset it, or point EVENHAND_DATA at an empty folder."
)


def is_demonstration() -> bool:
    """True once the database was marked; False too where there is no database or no table yet."""
    if not _is_there(Installation._meta.db_table):
        return False
    return Installation.objects.filter(demonstration=True).exists()


def mark_as_demonstration() -> None:
    """Mark the database, for good. Errors: `ValueError` where it holds an account: somebody may be real."""
    if is_demonstration():
        return
    if Person.objects.exists():
        raise ValueError("There are accounts in this database: it cannot become a demonstration.")
    Installation.objects.create(pk=1, demonstration=True)


def second_factor_excused() -> bool:
    """True where the cast signs in with a password alone: a demonstration, and its password is set."""
    return bool(settings.DEMONSTRATION_PASSWORD) and is_demonstration()


def refuse_a_password_of_nobodys() -> None:
    """Before serving. Errors: `ImproperlyConfigured` where the password is set outside a demonstration."""
    if settings.DEMONSTRATION_PASSWORD and not is_demonstration():
        raise ImproperlyConfigured(REFUSAL)


def check_before_migrating(
    app_configs: Sequence[AppConfig] | None = None,
    databases: Sequence[str] | None = None,
    **_others: object,
) -> list[CheckMessage]:
    """The same as a check of Django's. A database with nobody in it may still become a demonstration."""
    if not databases or not settings.DEMONSTRATION_PASSWORD or is_demonstration():
        return []
    if not _is_there(Person._meta.db_table) or not Person.objects.values("pk").exists():
        return []
    return [Critical(REFUSAL, id="evenhand.C001")]


def _is_there(table: str) -> bool:
    try:
        return table in connection.introspection.table_names()
    except DatabaseError:
        return False
