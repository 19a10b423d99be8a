"""Letters: what is to be printed, and that somebody has posted it."""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from evenhand import clock
from evenhand.people.models import Person

from .channels import Parcel
from .models import Kind, Message, State
from .sending import is_late, parcel


class NotToBePosted(Exception):
    """This letter does not wait to be posted; the message says why, for the page."""


def to_post(*, now: datetime) -> QuerySet[Message]:
    """The letters that wait to be printed and posted, the longest due first."""
    waiting = Message.objects.filter(kind=Kind.LETTER, state=State.QUEUED, due_at__lte=now)
    return waiting.order_by("due_at", "pk")


def printed(message: Message, *, now: datetime) -> Parcel:
    """The letter as it is printed at this moment: if it is late it says so."""
    return parcel(message, late=is_late(message, now))


@transaction.atomic
def mark_posted(message: Message, by: Person) -> Message:
    """Write down that somebody has posted this letter. Raises `NotToBePosted`, also the second time."""
    found = Message.objects.select_for_update().get(pk=message.pk)
    if found.kind != Kind.LETTER:
        raise NotToBePosted("This is not a letter.")
    if found.state == State.SENT:
        raise NotToBePosted("This letter has been marked as posted already.")
    if found.state != State.QUEUED:
        raise NotToBePosted("This letter was withdrawn.")
    found.state, found.sent_at, found.marked_by = State.SENT, clock.instant(), by
    found.late = is_late(found, found.sent_at)
    found.save(update_fields=["state", "sent_at", "marked_by", "late"])
    return found
