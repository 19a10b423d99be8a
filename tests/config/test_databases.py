"""Where Evenhand is kept: SQLite unless an address says otherwise, and PostgreSQL as it must be."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError, connection, transaction

from evenhand.config import databases, environment

HERE = Path("/data")


def described(address: str) -> dict[str, object]:
    return databases.described(address, HERE)


def test_nothing_said_is_sqlite_in_the_data_folder() -> None:
    told = described("")
    assert told["ENGINE"] == "django.db.backends.sqlite3"
    assert told["NAME"] == HERE / "evenhand.sqlite3"


@pytest.mark.parametrize(
    ("address", "user", "password", "host", "port", "name"),
    [
        ("postgresql://eve:secret@db.example:5433/case", "eve", "secret", "db.example", "5433", "case"),
        ("postgres://eve@db.example/case", "eve", "", "db.example", "", "case"),
        ("postgresql://e%40v:a%2Fb%23c%3F%25@db/case", "e@v", "a/b#c?%", "db", "", "case"),
        ("postgresql://eve:p+w@[::1]:5432/my%20case", "eve", "p+w", "::1", "5432", "my case"),
        ("postgresql://eve@/case?host=/run/PostgreSQL", "eve", "", "/run/PostgreSQL", "", "case"),
        ("postgresql:///case", "", "", "", "", "case"),
    ],
)
def test_an_address_in_its_parts(
    address: str, user: str, password: str, host: str, port: str, name: str
) -> None:
    told = described(address)
    assert told["ENGINE"] == "django.db.backends.postgresql"
    assert (told["USER"], told["PASSWORD"], told["HOST"], told["PORT"], told["NAME"]) == (
        user,
        password,
        host,
        port,
        name,
    )
    assert told["CONN_MAX_AGE"] == 600


def test_a_server_elsewhere_is_reached_as_safely_as_asked() -> None:
    asked = "sslmode=verify-full&sslrootcert=/etc/ca.pem"
    options = described(f"postgresql://eve@db.example/case?{asked}")["OPTIONS"]
    assert isinstance(options, dict)
    assert options["sslmode"] == "verify-full"
    assert options["sslrootcert"] == "/etc/ca.pem"


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("mysql://eve:hush@db/case", "must begin with postgresql://"),
        ("sqlite:///hush.sqlite3", "must begin with postgresql://"),
        ("/data/hush.sqlite3", "must begin with postgresql://"),
        ("postgresql://eve:hush@db", "one database must be named"),
        ("postgresql://eve:hush@db/case/two", "one database must be named"),
        ("postgresql://eve:hush@db:fivefour/case", "its port is no number"),
        ("postgresql://eve:hu/sh@db/case", "its port is no number"),
        ("postgresql://eve:hush#@db/case", "# is %23"),
        ("postgresql://eve@db/case#hush", "must be written as %23"),
        ("postgresql://eve:hush@%2Frun/case", "?host=/run/postgresql"),
        ("postgresql://eve:hush@db/case?host=/run", "given twice"),
        ("postgresql://eve:hush@db/case?options=-c%20fsync%3Doff", "only host, sslmode, sslrootcert"),
        ("postgresql://eve:hush@db/case?host", "come words like"),
    ],
)
def test_any_other_address_is_refused_without_telling_its_password(address: str, why: str) -> None:
    with pytest.raises(ImproperlyConfigured) as refused:
        described(address)
    said = str(refused.value)
    assert said.startswith("EVENHAND_DATABASE cannot be used: ")
    assert why in said
    assert "hush" not in said


@pytest.mark.parametrize(("told", "address"), [(" postgresql:///case\n", "postgresql:///case"), ("", "")])
def test_the_address_comes_from_outside(told: str, address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EVENHAND_DATABASE", told)
    assert environment.database_address() == address


@pytest.mark.postgres
@pytest.mark.django_db
@pytest.mark.parametrize(
    ("setting", "value"),
    [("synchronous_commit", "on"), ("lock_timeout", "5s"), ("statement_timeout", "25s")],
)
def test_a_session_on_postgresql_is_as_it_must_be(setting: str, value: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SHOW {setting}")
        assert cursor.fetchone() == (value,)


@pytest.mark.postgres
@pytest.mark.django_db
def test_the_server_is_15_or_later_and_speaks_utf_8() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version_num")
        assert int(cursor.fetchone()[0]) >= 150000
        cursor.execute("SHOW server_encoding")
        assert cursor.fetchone() == ("UTF8",)


@pytest.mark.postgres
@pytest.mark.django_db
def test_a_statement_that_takes_too_long_is_ended() -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = '50ms'")
        with pytest.raises(OperationalError, match="statement timeout"), transaction.atomic():
            cursor.execute("SELECT pg_sleep(5)")
