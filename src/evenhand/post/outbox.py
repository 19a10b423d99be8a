"""The outbox: the one way by which anything leaves the house.

A message is put here in the transaction of whatever it tells of, so that both are kept or neither is.
"""

from dataclasses import dataclass
from datetime import datetime
from email.utils import parseaddr

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.crypto import salted_hmac

from evenhand import clock

from .models import Kind, Message, State
from .words import Words, check

MOST_IN_ADDRESS = 500


class AddressRefused(ValueError):
    """Nothing can be sent to this address."""


class NotInATransaction(RuntimeError):
    """The outbox was used outside the transaction of whatever the message tells of."""


@dataclass(frozen=True)
class Address:
    """An e-mail address, a telephone number, or a postal address with its lines."""

    kind: Kind
    where: str

    def checked(self) -> "Address":
        """This address without spaces around it. Raises `AddressRefused`."""
        where = self.where.strip()
        if not where or len(where) > MOST_IN_ADDRESS or "\0" in where:
            raise AddressRefused("The address is empty or too long.")
        if self.kind == Kind.EMAIL:
            try:
                validate_email(where)
            except ValidationError:
                raise AddressRefused("That is not an e-mail address.") from None
        if self.kind == Kind.TEXT and (
            sum(char.isdigit() for char in where) < 7 or not set(where) <= set("+0123456789 ()-")
        ):
            raise AddressRefused("That is not a telephone number.")
        return Address(Kind(self.kind), where)


def put(
    *,
    key: str,
    to: Address,
    words: Words,
    due_at: datetime | None = None,
    about: str = "",
    statutory: bool = False,
) -> Message:
    """Queue a message, to go out at `due_at` or as soon as can be.

    The same key again gives the first message, untouched, whatever the other arguments are. A `statutory`
    message is sent again where nobody knows whether it arrived: a second copy does less harm than none.
    Raises `NotInATransaction`, `AddressRefused`, `WordsRefused`, and `ValueError` for a moment without a zone.
    """
    _must_be_in_a_transaction()
    if not key:
        raise ValueError("A message needs a key.")
    if due_at is not None and due_at.tzinfo is None:
        raise ValueError("The moment at which a message is due needs a time zone.")
    to = to.checked()
    check(words)
    now = clock.instant()
    message, _ = Message.objects.get_or_create(
        key=key,
        defaults={
            "kind": to.kind,
            "address": to.where,
            "subject": words.subject,
            "body": words.body,
            "language": words.language,
            "discreet": words.discreet,
            "about": about,
            "statutory": statutory,
            "queued_at": now,
            "due_at": due_at or now,
            "try_at": due_at or now,
            "message_id": message_id(key, discreet=words.discreet),
        },
    )
    return message


def withdraw(key: str) -> bool:
    """Stop a message that waits. True if it is certain that it never went out and never will.

    One that went, or may have gone, gives False; one whose fate is unknown is not sent again. Raises
    `NotInATransaction`, and `Message.DoesNotExist` for a key that nobody put.
    """
    _must_be_in_a_transaction()
    message = Message.objects.select_for_update().get(key=key)
    if message.state in (State.QUEUED, State.UNKNOWN):
        Message.objects.filter(pk=message.pk).update(state=State.WITHDRAWN, lease_until=None)
    return message.state in (State.QUEUED, State.WITHDRAWN) and not message.trouble.startswith(MAY_HAVE_GONE)


def stuck(about: str | None = None) -> QuerySet[Message]:
    """The messages that a person should look at: failed, or of unknown fate and not sent again."""
    found = Message.objects.filter(Q(state=State.FAILED) | Q(state=State.UNKNOWN, statutory=False))
    return (found if about is None else found.filter(about=about)).order_by("due_at", "pk")


MAY_HAVE_GONE = "It may have arrived"
"""How the trouble of every message begins that was with a channel when nobody heard the answer."""


def sender(*, discreet: bool) -> str:
    """Whom a message comes from. A discreet one shows an address and no name.

    The settings may hold a `DISCREET_FROM_EMAIL`, at a host whose own name tells nothing.
    """
    if discreet:
        given = getattr(settings, "DISCREET_FROM_EMAIL", "") or parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
        return str(given)
    return settings.DEFAULT_FROM_EMAIL


def message_id(key: str, *, discreet: bool = False) -> str:
    """The Message-ID that every copy of this message carries, so that mail programs show one of them."""
    host = parseaddr(sender(discreet=discreet))[1].rpartition("@")[2] or "localhost"
    digest = salted_hmac("evenhand.post.message-id", key, algorithm="sha256").hexdigest()
    return f"<{digest[:40]}@{host}>"


def _must_be_in_a_transaction() -> None:
    if not transaction.get_connection().in_atomic_block:
        raise NotInATransaction(
            "Put a message, or take it back, inside the transaction of whatever it tells of."
        )
