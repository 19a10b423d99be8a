"""The small print: privacy, cookies, accessibility and contact, from what is true of this installation."""

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

RESULTS = Path(__file__).parent / "accessibility.json"
"""What the browser tests found, as they wrote it: `tests/browser/results.py`."""


def session_length() -> str:
    """How long a session is kept, in words, from the settings."""
    minutes = settings.SESSION_COOKIE_AGE // 60
    if minutes % (24 * 60) == 0:
        days = minutes // (24 * 60)
        return ngettext("%(n)d day", "%(n)d days", days) % {"n": days}
    if minutes % 60 == 0:
        hours = minutes // 60
        return ngettext("%(n)d hour", "%(n)d hours", hours) % {"n": hours}
    return ngettext("%(n)d minute", "%(n)d minutes", minutes) % {"n": minutes}


@cache
def results() -> dict[str, Any]:
    """The results of the last accessibility tests that were written down, with their day as a day."""
    found: dict[str, Any] = json.loads(RESULTS.read_text(encoding="utf-8"))
    return found | {"tested_on": date.fromisoformat(found["tested_on"])}


UNDECIDED: dict[str, Promise] = {
    "aria-prohibited-attr": _("whether a label that only screen readers hear is heard"),
    "color-contrast": _("whether letters stand out well enough from what is behind them"),
    "target-size": _("whether something to press is large enough"),
}
"""What the program looks at, in words, by the name that it uses."""


def undecided() -> list[tuple[str, int]]:
    """What the program could not decide, in words, and how often."""
    counts: dict[str, int] = results()["undecided"]
    other = gettext("something else that it looks at")
    return [(str(UNDECIDED.get(name, other)), count) for name, count in counts.items()]


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept, for how long, and who can see it."""
    return render(
        request, "public/privacy.html", {"length": session_length(), "email": settings.CONTACT_EMAIL}
    )


@require_safe
def cookies(request: HttpRequest) -> HttpResponse:
    """The cookies there are, from the settings: none for tracking."""
    context = {
        "length": session_length(),
        "session": settings.SESSION_COOKIE_NAME,
        "form": "" if settings.CSRF_USE_SESSIONS else settings.CSRF_COOKIE_NAME,
        "until_closed": settings.SESSION_EXPIRE_AT_BROWSER_CLOSE,
    }
    return render(request, "public/cookies.html", context)


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """How accessible the pages are, from the results of the tests, and what no person has tried."""
    context = {"results": results(), "undecided": undecided(), "email": settings.CONTACT_EMAIL}
    return render(request, "public/accessibility.html", context)


@require_safe
def contact(request: HttpRequest) -> HttpResponse:
    """Whom to ask about what."""
    return render(request, "public/contact.html", {"email": settings.CONTACT_EMAIL})
