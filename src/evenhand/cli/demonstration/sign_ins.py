"""How the cast signs in: with the password that the environment gives, or with one made once and kept beside the data."""

import os
import secrets
from pathlib import Path

from django.conf import settings
from django.contrib.auth.hashers import make_password

from evenhand.people.demonstration import is_demonstration
from evenhand.people.models import Person

from . import cast

NAME = "demonstration-sign-ins.txt"
PASSWORD = "Password: "
FROM_OUTSIDE = "the one in EVENHAND_DEMO_PASSWORD"


def _file() -> Path:
    return Path(settings.DATA) / NAME


def password_of_the_cast() -> str:
    """`EVENHAND_DEMO_PASSWORD` if it is set; else the one that is kept, or a new one of 96 random bits."""
    return settings.DEMONSTRATION_PASSWORD or _kept() or secrets.token_urlsafe(12)


def _kept() -> str:
    try:
        lines = _file().read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return ""
    kept = next((line.removeprefix(PASSWORD) for line in lines if line.startswith(PASSWORD)), "")
    return "" if kept == FROM_OUTSIDE else kept


def printed() -> str:
    """The sign-ins as they are kept, for whoever starts the server; empty where this is no demonstration."""
    try:
        return _file().read_text(encoding="utf-8") if is_demonstration() else ""
    except FileNotFoundError:
        return ""


def page(password: str) -> str:
    """The sign-ins as they are printed and kept; a password from outside is not repeated."""
    shown = FROM_OUTSIDE if settings.DEMONSTRATION_PASSWORD else password
    lines = [f"  {player.email + '@' + cast.DOMAIN:<28}{player.does}" for player in cast.CAST]
    return "\n".join(["Everybody here is invented. Sign in as", *lines, PASSWORD + shown, ""])


def keep(password: str) -> str:
    """Write the sign-ins where only the owner reads them, and give what was written."""
    said = page(password)
    file = _file()
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as kept:
        os.fchmod(kept.fileno(), 0o600)
        kept.write(said)
    return said


def renew() -> str:
    """In a demonstration that is there: see to it that the cast signs in with the password of today, and keep it."""
    password = password_of_the_cast()
    addresses = [f"{player.email}@{cast.DOMAIN}" for player in cast.CAST]
    players = Person.objects.filter(email__in=addresses)
    first = players.order_by("pk").first()
    if first is not None and not first.check_password(password):
        players.update(password=make_password(password))
    return keep(password)
