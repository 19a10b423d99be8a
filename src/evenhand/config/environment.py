"""What the service is told from outside: environment variables and nothing else.

Each function reads one variable and says in its docstring what it means. There is no
settings file to edit and nothing here that differs between a laptop and a server.
"""

import os
import secrets
import tempfile
from contextlib import suppress
from pathlib import Path


def data_folder() -> Path:
    """`EVENHAND_DATA`: the folder of the database and files, made when it is not there."""
    folder = Path(os.environ.get("EVENHAND_DATA") or "var").expanduser().resolve()
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def hosts() -> list[str]:
    """`EVENHAND_HOSTS`: the host names to answer to, separated by spaces or commas."""
    named = os.environ.get("EVENHAND_HOSTS", "localhost 127.0.0.1 [::1]")
    return named.replace(",", " ").split()


def plain_http() -> bool:
    """`EVENHAND_PLAIN_HTTP`: 1 where there is no TLS, as on a developer's own machine.

    Without it cookies travel over https alone, and requests over http are sent there.
    """
    return os.environ.get("EVENHAND_PLAIN_HTTP") == "1"


def contact_email() -> str:
    """`EVENHAND_CONTACT`: the e-mail address of whoever runs this installation; empty until it is set."""
    return os.environ.get("EVENHAND_CONTACT", "").strip()


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
