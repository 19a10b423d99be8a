"""People, as Django knows them."""

from django.apps import AppConfig
from django.core import checks
from django.core.management import call_command
from django.db.models.signals import post_migrate


class PeopleConfig(AppConfig):
    name = "evenhand.people"
    label = "people"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Before migrating, ask whether the demonstration's password may be set; after it, see to the cache."""
        from .demonstration import check_before_migrating

        checks.register(check_before_migrating, checks.Tags.database)
        post_migrate.connect(_make_the_cache_table, sender=self, dispatch_uid="the table of attempts")


def _make_the_cache_table(using: str, **_others: object) -> None:
    """The table in which tries are counted. It belongs to no model, so no migration would make it."""
    call_command("createcachetable", database=using, verbosity=0)
