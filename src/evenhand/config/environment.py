"""What the service is told from outside: environment variables and nothing else.

Each function reads one variable and says in its docstring what it means. There is no
settings file to edit and nothing here that differs between a laptop and a server.
"""

import os
import secrets
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit


def data_folder() -> Path:
    """`EVENHAND_DATA`: the folder of the database and files, made when it is not there."""
    folder = Path(os.environ.get("EVENHAND_DATA") or "var").expanduser().resolve()
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def database_address() -> str:
    """`EVENHAND_DATABASE`: where PostgreSQL 15 or later is, as `postgresql://user:password@host:port/name`.

    Empty means SQLite in the data folder. `evenhand.config.databases` says what an address may hold.
    """
    return os.environ.get("EVENHAND_DATABASE", "").strip()


def hosts() -> list[str]:
    """`EVENHAND_HOSTS`: the host names to answer to, separated by spaces or commas."""
    named = os.environ.get("EVENHAND_HOSTS", "localhost 127.0.0.1 [::1]")
    return named.replace(",", " ").split()


def plain_http() -> bool:
    """`EVENHAND_PLAIN_HTTP`: 1 where there is no TLS, as on a developer's own machine.

    Without it cookies travel over https alone, and requests over http are sent there.
    """
    return os.environ.get("EVENHAND_PLAIN_HTTP") == "1"


def site_address() -> str:
    """`EVENHAND_ADDRESS`: how this service is reached, for the links in messages; no slash at the end.

    Without it the address of this machine at `PORT`, as `make run` prints it.
    """
    given = os.environ.get("EVENHAND_ADDRESS", "").strip().rstrip("/")
    return given or f"http://localhost:{os.environ.get('PORT') or 8000}"


def contact_email() -> str:
    """`EVENHAND_CONTACT`: the e-mail address of whoever runs this installation; empty until it is set."""
    return os.environ.get("EVENHAND_CONTACT", "").strip()


def demonstration_password() -> str:
    """`EVENHAND_DEMO_PASSWORD`: the password of the cast of a demonstration database; empty anywhere else.

    With it the cast signs in without a second factor. On any other database the service refuses to start.
    """
    return os.environ.get("EVENHAND_DEMO_PASSWORD", "")


class MailServer(NamedTuple):
    """The mail server to hand letters to."""

    host: str
    port: int
    user: str
    password: str
    tls_from_the_start: bool
    tls_on_demand: bool


def mail_server() -> MailServer | None:
    """`EVENHAND_SMTP`: `smtp://name:password@host:587` (STARTTLS), `smtps://…:465`, or `smtp+plain://…:25`.

    None where it is not set: e-mails are then written into the folder `mail` in the data folder.
    Errors: `ValueError` for another scheme or no host.
    """
    given = os.environ.get("EVENHAND_SMTP", "").strip()
    if not given:
        return None
    read = urlsplit(given)
    ports = {"smtp": 587, "smtps": 465, "smtp+plain": 25}
    if read.scheme not in ports or not read.hostname:
        raise ValueError("EVENHAND_SMTP must look like smtp://name:password@host:587")
    return MailServer(
        host=read.hostname,
        port=read.port or ports[read.scheme],
        user=unquote(read.username or ""),
        password=unquote(read.password or ""),
        tls_from_the_start=read.scheme == "smtps",
        tls_on_demand=read.scheme == "smtp",
    )


def mail_from() -> str:
    """`EVENHAND_MAIL_FROM`: the address that e-mails come from; the contact address if it is not set."""
    return os.environ.get("EVENHAND_MAIL_FROM", "").strip() or contact_email() or "evenhand@localhost"


def secret_key(folder: Path) -> str:
    """`EVENHAND_SECRET_KEY`, or else a key of this installation's own, made once and kept.

    The kept key lies in `secret-key` in the data folder, readable by its owner alone.
    """
    given = os.environ.get("EVENHAND_SECRET_KEY")
    if given:
        return given
    kept = folder / "secret-key"
    if not kept.exists():
        _keep_new_key(kept)
    return kept.read_text(encoding="ascii").strip()


def _keep_new_key(kept: Path) -> None:
    """Write a new key whole or not at all; two workers that start together agree on one."""
    handle, name = tempfile.mkstemp(dir=kept.parent, prefix=".secret-key-")  # made as 0600
    try:
        with os.fdopen(handle, "w", encoding="ascii") as draft:
            draft.write(secrets.token_urlsafe(50) + "\n")
        # Where the other worker was first, its key is as good.
        with suppress(FileExistsError):
            os.link(name, kept)
    finally:
        os.unlink(name)
