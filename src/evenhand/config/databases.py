"""The two databases that Evenhand can be kept in, each as Django is told of it."""

from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

KEPT_SECONDS = 600  # for which a connection is kept from one request to the next

SCHEMES = ("postgresql", "postgres")
# What may follow the question mark; the rest of what PostgreSQL knows is ours to say.
MAY_BE_ASKED = ("host", "sslmode", "sslrootcert")

SESSION = {
    # What was answered "saved" is on the disk, power cut or not, whatever the server's own default is.
    "synchronous_commit": "on",
    # Nobody waits behind a stuck writer for longer than they would wait for a page.
    "lock_timeout": "5s",
    # Before the web server gives up the worker, so that the work is undone and the reason is logged.
    # A migration or a bulk load that needs longer sets its own.
    "statement_timeout": "25s",
    "idle_in_transaction_session_timeout": "60s",
}


def described(address: str, folder: Path) -> dict[str, Any]:
    """Django's description of the database at an address; empty means SQLite in the data folder.

    Raises `ImproperlyConfigured` for an address that cannot be used. The message says what is wrong
    and never repeats the address, which holds a password.
    """
    return _postgresql(address) if address else _sqlite(folder)


def _sqlite(folder: Path) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": folder / "evenhand.sqlite3",
        "CONN_MAX_AGE": KEPT_SECONDS,
        "OPTIONS": {
            # A writer queues from its first statement; it never finds out half-way through
            # that another was before it.
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            # FULL: what was answered "saved" is on the disk, power cut or not.
            "init_command": (
                "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
            ),
        },
    }


def _postgresql(address: str) -> dict[str, Any]:
    parts, port = _split(address)
    asked = _asked(parts.query)
    name = unquote(parts.path.removeprefix("/"))
    if not name or "/" in name:
        raise _unusable("one database must be named after the host, as in postgresql://user@host/evenhand")
    host = asked.pop("host", "")
    if host and parts.hostname:
        raise _unusable("the host is given twice, before the name and after the question mark")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host or parts.hostname or "",
        "PORT": port,
        "CONN_MAX_AGE": KEPT_SECONDS,
        "CONN_HEALTH_CHECKS": True,  # the server may have been started anew meanwhile
        "OPTIONS": asked | {"options": " ".join(f"-c {name}={value}" for name, value in SESSION.items())},
    }


def _split(address: str) -> tuple[SplitResult, str]:
    """The parts of the address and its port, if they can be told apart at all."""
    try:
        parts = urlsplit(address)
        port = str(parts.port or "")
    except ValueError:
        raise _unusable(
            "its port is no number, or a sign in the password is not written in percent "
            "(/ is %2F, # is %23, ? is %3F)"
        ) from None
    if parts.scheme not in SCHEMES:
        raise _unusable("it must begin with postgresql://")
    if parts.fragment:
        raise _unusable("a # in it must be written as %23")
    if "%" in (parts.hostname or ""):
        raise _unusable("the folder of a socket goes to the end, as in ?host=/run/postgresql")
    return parts, port


def _asked(query: str) -> dict[str, str]:
    """What follows the question mark, if every word of it is known."""
    try:
        asked = dict(parse_qsl(query, keep_blank_values=True, strict_parsing=bool(query)))
    except ValueError:
        raise _unusable("after the question mark come words like host=/run/postgresql") from None
    unknown = sorted(asked.keys() - set(MAY_BE_ASKED))
    if unknown:
        raise _unusable(f"after the question mark only {', '.join(MAY_BE_ASKED)} are known")
    return asked


def _unusable(why: str) -> ImproperlyConfigured:
    return ImproperlyConfigured(
        f"EVENHAND_DATABASE cannot be used: {why}. Leave it empty for SQLite in the data folder, or give "
        "postgresql://user:password@host:port/name, or postgresql://user@/name?host=/folder/of/the/socket."
    )
