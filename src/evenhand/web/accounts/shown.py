"""How the pages of accounts show moments, languages and the picture for an app."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from markupsafe import Markup


def moment(at: datetime) -> str:
    """A moment by the clock in England: 22 November 2026 at 14:05."""
    here = localtime(at)
    return _("%(day)s at %(time)s") % {"day": date_format(here, "j F Y"), "time": date_format(here, "H:i")}


def language_name(code: str) -> str:
    """The name of a language of ours; the code itself where we have no pages in it."""
    return dict(settings.LANGUAGES).get(code, code)


def has_passkeys(options: Mapping[str, Any]) -> bool:
    """Whether there is a passkey to be asked for, by what a browser would be asked with."""
    return bool(options["publicKey"].get("allowCredentials"))


def totp_picture(svg: str) -> Markup:
    """The QR code as part of the page: the picture without the line that declares a file."""
    return Markup(svg[svg.index("<svg") :])
