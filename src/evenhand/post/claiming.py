"""Who may hand over which message: a lease for each, so that two senders never hold the same one.

The lease comes first and the state `sending` only with the hand-over itself. Whatever dies between the two
leaves a message that certainly did not go, and only what dies after it leaves one of unknown fate.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Q

from .models import Message, State
from .outbox import MAY_HAVE_GONE

LEASE = timedelta(minutes=10)
TRIES = 6


def claim(*, now: datetime, limit: int, kinds: Iterable[str], holder: str) -> list[Message]:
    """Lease up to `limit` messages that are due, the longest due first. Commits before it returns.

    PostgreSQL passes over rows that another sender is about to lease; on SQLite the transaction is IMMEDIATE,
    so the other waits until this one is done.
    """
    with transaction.atomic(durable=True):
        found = list(
            Message.objects.select_for_update(skip_locked=True)
            .filter(Q(state=State.QUEUED) | Q(state=State.UNKNOWN, statutory=True))
            .filter(Q(lease_until=None) | Q(lease_until__lte=now), kind__in=list(kinds), try_at__lte=now)
            .order_by("try_at", "pk")[:limit]
        )
        Message.objects.filter(pk__in=[message.pk for message in found]).update(
            leased_by=holder, lease_until=now + LEASE
        )
    return found


def hand_over(message: Message, *, now: datetime, holder: str) -> bool:
    """Mark the message as being with its channel. False if it is no longer ours, or was withdrawn meanwhile."""
    return bool(
        Message.objects.filter(
            pk=message.pk, leased_by=holder, state=message.state, lease_until__gt=now
        ).update(state=State.SENDING, attempts=F("attempts") + 1, lease_until=now + LEASE)
    )


def take_back(message: Message, *, holder: str) -> None:
    """Undo `hand_over`, where the channel could not be reached: this was no attempt."""
    Message.objects.filter(pk=message.pk, leased_by=holder, state=State.SENDING).update(
        state=message.state, attempts=F("attempts") - 1, lease_until=None
    )


def let_go(*, holder: str) -> None:
    """Give up the leases of what this holder did not hand over."""
    Message.objects.filter(leased_by=holder, state__in=[State.QUEUED, State.UNKNOWN]).update(lease_until=None)


def settle(message: Message, *, holder: str, **outcome: object) -> None:
    """Write down what became of a message, unless another holder has it by now."""
    Message.objects.filter(
        pk=message.pk, leased_by=holder, state__in=[State.SENDING, State.UNKNOWN, State.FAILED]
    ).update(lease_until=None, **outcome)


def lapse(*, now: datetime) -> int:
    """Whatever was with a channel when its lease ran out is of unknown fate. Returns how many there were.

    One that was tried too often is failed instead: something in it may be what ends the program each time.
    """
    lapsed = Message.objects.filter(state=State.SENDING, lease_until__lte=now)
    why = f"{MAY_HAVE_GONE}: the program ended before the answer was kept."
    tired = lapsed.filter(attempts__gte=TRIES).update(state=State.FAILED, trouble=why, lease_until=None)
    return tired + lapsed.update(state=State.UNKNOWN, trouble=why, lease_until=None)
