"""The people who wait to be rung, at the top of the board: each call is a task with a clock of its own."""

from datetime import datetime, time, timedelta
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from evenhand import clock
from evenhand.casework.asking import LONDON
from evenhand.casework.calling import soonest
from evenhand.people.reader import Reader

SHOWN = 3


class Call(NamedTuple):
    """One call to make: who, when in words, and where it is recorded."""

    name: str
    when: str
    href: str


class Calls(NamedTuple):
    """The first calls of today, and if there are more."""

    first: list[Call]
    more: bool


def calls_to_make(reader: Reader) -> Calls | None:
    """The calls of today and those that are late, the latest first; None where nobody waits."""
    today = clock.today_in_london()
    midnight = datetime.combine(today + timedelta(1), time(), LONDON)
    found = soonest(reader, midnight, SHOWN + 1)
    if not found:
        return None
    now = clock.instant()
    return Calls([_call(one.name, one.reference, one.slot, now) for one in found[:SHOWN]], len(found) > SHOWN)


def _call(name: str, reference: str, slot: datetime, now: datetime) -> Call:
    at = slot.astimezone(LONDON)
    late = slot + timedelta(minutes=30) <= now
    days = (now.astimezone(LONDON).date() - at.date()).days
    if days > 0:
        when = ngettext("%(count)s day late", "%(count)s days late", days) % {"count": days}
    else:
        when = (_("Late: %(time)s") if late else _("Today at %(time)s")) % {"time": f"{at:%H:%M}"}
    return Call(name, when, reverse("workspace:call-back", args=[reference]))
