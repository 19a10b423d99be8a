"""Moments as they are said to somebody who waits for a call."""

from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from evenhand.casework.asking import HALF_HOUR, LONDON


def half_hour(slot: datetime) -> str:
    """A half-hour: 09:30 to 10:00."""
    begins = slot.astimezone(LONDON)
    return _("%(begins)s to %(ends)s") % {
        "begins": f"{begins:%H:%M}",
        "ends": f"{begins + HALF_HOUR:%H:%M}",
    }


def half_hour_of(kept: str) -> str:
    """A day and its half-hour, from how a session keeps it: Monday 22 June 2026, 09:30 to 10:00."""
    slot = datetime.fromisoformat(kept)
    return f"{date_format(slot.astimezone(LONDON).date(), 'l j F Y')}, {half_hour(slot)}"
