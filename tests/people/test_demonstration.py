"""The demonstration's password opens a demonstration and nothing else."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from evenhand.people import demonstration
from tests.people import cast


@pytest.mark.django_db
def test_an_empty_database_can_be_marked_and_stays_so() -> None:
    assert not demonstration.is_demonstration()
    demonstration.mark_as_demonstration()
    demonstration.mark_as_demonstration()
    assert demonstration.is_demonstration()


@pytest.mark.django_db
def test_a_database_with_somebody_in_it_cannot() -> None:
    cast.cerys()
    with pytest.raises(ValueError, match="cannot become"):
        demonstration.mark_as_demonstration()
    assert not demonstration.is_demonstration()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("password", "marked", "excused"),
    [("", True, False), ("a password for all", False, False), ("a password for all", True, True)],
)
def test_who_is_excused_the_second_factor(settings, password: str, marked: bool, excused: bool) -> None:
    settings.DEMONSTRATION_PASSWORD = password
    if marked:
        demonstration.mark_as_demonstration()
    assert demonstration.second_factor_excused() is excused


@pytest.mark.django_db
def test_the_server_is_refused_where_somebody_may_be_real(settings) -> None:
    demonstration.refuse_a_password_of_nobodys()
    settings.DEMONSTRATION_PASSWORD = "a password for all"
    with pytest.raises(ImproperlyConfigured, match="not a demonstration"):
        demonstration.refuse_a_password_of_nobodys()
    demonstration.mark_as_demonstration()
    demonstration.refuse_a_password_of_nobodys()


@pytest.mark.django_db
def test_migrating_is_refused_only_with_somebody_in_it(settings) -> None:
    settings.DEMONSTRATION_PASSWORD = "a password for all"
    assert demonstration.check_before_migrating(databases=["default"]) == []
    cast.cerys()
    assert [one.id for one in demonstration.check_before_migrating(databases=["default"])] == [
        "evenhand.C001"
    ]
    assert demonstration.check_before_migrating(databases=None) == []


def test_before_there_is_a_database_nothing_breaks(tmp_path: Path) -> None:
    """As a process of its own: the server says why it does not start, in one sentence."""
    (tmp_path / "static").mkdir()
    where = os.environ | {
        "EVENHAND_DATA": str(tmp_path),
        "EVENHAND_DEMO_PASSWORD": "a password for all",
        "DJANGO_SETTINGS_MODULE": "evenhand.config.settings",
    }
    done = subprocess.run(
        [sys.executable, "-c", "import evenhand.config.wsgi"],
        env=where,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.strip() == demonstration.REFUSAL
