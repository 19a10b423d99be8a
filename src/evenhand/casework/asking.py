"""Before there is a case: who can be asked, and a call asked for in a half-hour that is still free.

What is typed is kept apart from cases until somebody acts on it, and forgotten in its time (`forget`).
"""

import hashlib
import hmac
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction
from django.db.models import Count

from evenhand import clock, directory
from evenhand.law.calendars import REGULATIONS
from evenhand.people.models import Organisation
from evenhand.people.roles import OrganisationKind

from .actions.opening import LETTERS
from .models import Asking, CallBack, Case
from .waking.reports import Report

LONDON = ZoneInfo("Europe/London")
HALF_HOUR = timedelta(minutes=30)
FIRST, LAST = time(9, 0), time(16, 30)
"""The first and the last half-hour of a day in which somebody is rung."""
DAYS_OFFERED = 5
NOTICE = timedelta(hours=1)
"""How long before a half-hour it can still be asked for: somebody has to see it."""
CALLS_KEPT = timedelta(days=28)
"""How long a call that came to nothing is kept after it ended."""


class SlotTaken(Exception):
    """Somebody else was quicker: the half-hour has no room left."""

    def __init__(self) -> None:
        super().__init__(
            "Somebody else has just taken this time. Choose another. We kept all that you typed."
        )


@dataclass(frozen=True)
class Wanted:
    """A call that somebody wants: who, on what number, when, and what may be said to whoever answers."""

    name: str
    phone: str
    slot: datetime
    safe_to_say: bool = False
    safe_to_leave: bool = False
    for_somebody: str = ""
    relation: str = ""
    language: str = ""
    how: str = "telephone"
    needs: str = ""
    area: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)


# -------------------------------------------------------------------------- who can be asked


def providers() -> list[Organisation]:
    """The independent services of this installation, by name."""
    kind = OrganisationKind.PROVIDER.value
    return list(Organisation.objects.filter(kind=kind).order_by("name", "pk"))


def provider_for(area: str) -> Organisation | None:
    """The service that serves an area here; the only service where there is one. None where somebody must choose.

    A service serves an area if the directory names it there, or if it had the latest case of the area's authority.
    """
    found = providers()
    if len(found) < 2 or not area:
        return found[0] if len(found) == 1 else None
    place = directory.area(area)
    named = {service.name.casefold() for service in place.services} if place else set()
    there = [one for one in found if one.name.casefold() in named]
    if len(there) == 1:
        return there[0]
    authority = Organisation.objects.filter(kind=OrganisationKind.AUTHORITY.value, area=area)
    latest = Case.objects.unseen().filter(authority__in=authority).order_by("-pk").first()
    return next((one for one in found if latest is not None and one.pk == latest.provider_id), None)


# ------------------------------------------------------------------------ the half-hours


def slots_of(day: date) -> Iterator[datetime]:
    """The half-hours of a day, as moments."""
    at = datetime.combine(day, FIRST, LONDON)
    while at.time() <= LAST:
        yield at
        at += HALF_HOUR


def days_offered(now: datetime) -> list[date]:
    """The next five working days, today among them while a half-hour of it can still be asked for."""
    today = now.astimezone(LONDON).date()
    days: list[date] = []
    day = today
    while len(days) < DAYS_OFFERED:
        if REGULATIONS.works(day) and any(_in_time(slot, now) for slot in slots_of(day)):
            days.append(day)
        day += timedelta(1)
    return days


def _in_time(slot: datetime, now: datetime) -> bool:
    return slot >= now + NOTICE


def free_slots(provider: Organisation, now: datetime) -> dict[date, list[datetime]]:
    """The half-hours in which the provider still has room for a call, by day; a full day has an empty list."""
    days = days_offered(now)
    first, last = next(slots_of(days[0])), next(slots_of(days[-1])) + timedelta(1)
    rows = _waiting(provider).filter(slot__gte=first, slot__lt=last)
    taken = {
        row["slot"].astimezone(LONDON): row["calls"]
        for row in rows.values("slot").annotate(calls=Count("pk"))
    }
    return {
        day: [
            slot
            for slot in slots_of(day)
            if _in_time(slot, now) and taken.get(slot, 0) < settings.CALLS_IN_A_SLOT
        ]
        for day in days
    }


def _waiting(provider: Organisation) -> Any:
    return CallBack.objects.filter(provider=provider, ended_at__isnull=True)


# -------------------------------------------------------------------------- asking for a call


@transaction.atomic
def ask_for_call(*, provider: Organisation, wanted: Wanted, press: UUID) -> CallBack:
    """Put a call on the provider's list, once for each press. Raises `SlotTaken` where the half-hour has no room.

    The provider's row is held, so that of two who want the last place in a half-hour exactly one gets it.
    """
    Organisation.objects.select_for_update().get(pk=provider.pk)
    reference = reference_of(press)
    before = CallBack.objects.filter(reference=reference).first()
    if before is not None:
        return before
    now = clock.instant()
    day = wanted.slot.astimezone(LONDON).date()
    if wanted.slot not in free_slots(provider, now).get(day, []):
        raise SlotTaken
    return CallBack.objects.create(
        provider=provider,
        reference=reference,
        name=wanted.name,
        phone=wanted.phone,
        slot=wanted.slot,
        safe_to_say=wanted.safe_to_say,
        safe_to_leave=wanted.safe_to_leave,
        for_somebody=wanted.for_somebody,
        relation=wanted.relation,
        language=wanted.language,
        how=wanted.how,
        needs=wanted.needs,
        area=wanted.area,
        facts=dict(wanted.facts),
        asked_at=now,
    )


def reference_of(press: UUID) -> str:
    """The reference that belongs to a press: the same press has the same, and nobody can work out another's."""
    said = hmac.digest(settings.SECRET_KEY.encode(), b"call-back:" + press.bytes, hashlib.sha256)
    number = int.from_bytes(said[:5], "big")
    letters = "".join(LETTERS[(number >> (5 * place)) & 31] for place in range(8))
    return f"{letters[:4]}-{letters[4:]}"


# ---------------------------------------------------------------------------------- forgetting


def forget(*, now: datetime) -> Report:
    """Forget calls that came to nothing and what was typed online, each in its time. `evenhand tick` calls it."""
    calls = CallBack.objects.filter(case__isnull=True, ended_at__lte=now - CALLS_KEPT)
    gone = calls.count()
    calls.delete()
    askings = Asking.objects.filter(expires_at__lte=now)
    gone += askings.count()
    askings.delete()
    return Report(gone, "old requests forgotten")
