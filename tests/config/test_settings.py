"""The settings as a whole: what must hold however the service is told to run."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection


def test_neither_the_admin_nor_the_sites_are_installed() -> None:
    assert not apps.is_installed("django.contrib.admin")
    assert not apps.is_installed("django.contrib.sites")


@pytest.mark.django_db
def test_every_change_of_a_model_has_its_migration() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.sqlite
@pytest.mark.django_db
@pytest.mark.parametrize(("pragma", "value"), [("synchronous", 2), ("foreign_keys", 1)])
def test_the_database_writes_through(pragma: str, value: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {pragma}")
        assert cursor.fetchone() == (value,)


@pytest.mark.sqlite
def test_a_writer_queues_from_its_first_statement() -> None:
    options = settings.DATABASES["default"]["OPTIONS"]
    assert options["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode = WAL" in options["init_command"]


def test_behind_tls_the_deployment_check_finds_nothing(tmp_path: Path) -> None:
    """Without EVENHAND_PLAIN_HTTP everything is as Django's own check for production asks."""
    told = {**os.environ, "EVENHAND_DATA": str(tmp_path), "EVENHAND_PLAIN_HTTP": ""}
    for name in ("EVENHAND_SECRET_KEY", "DJANGO_ALLOW_ASYNC_UNSAFE"):
        told.pop(name, None)
    told["DJANGO_SETTINGS_MODULE"] = "evenhand.config.settings"
    checked = subprocess.run(
        [sys.executable, "-m", "evenhand.config.manage", "check", "--deploy"],
        env=told,
        capture_output=True,
        text=True,
    )
    # W005 and W021 ask to bind every sub-domain, which is for the owner of the domain to say.
    assert checked.returncode == 0, checked.stderr
    found = {word for word in checked.stderr.split() if word.startswith("(security.")}
    assert found <= {"(security.W005)", "(security.W021)"}, checked.stderr
