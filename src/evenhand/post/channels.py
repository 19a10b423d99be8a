"""The ways out: e-mail by Django's mail connection, letters for a person to post, and no text gateway yet."""

import smtplib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from django.conf import settings
from django.core.mail import EmailMessage, get_connection

from .models import Kind
from .outbox import sender

SECONDS_TO_ANSWER = 30
"""How long a mail server may take for one step; well within the lease of a message."""


class NotSent(Exception):
    """The channel is certain that the message did not go. `for_good`: to try again would not help."""

    def __init__(self, why: str, *, for_good: bool = False) -> None:
        super().__init__(why)
        self.for_good = for_good


class Unsure(Exception):
    """The line broke after the message was handed over: it may have gone."""


class Down(Exception):
    """The channel cannot be reached at all. Nothing is wrong with the message, which was not handed over."""


@dataclass(frozen=True)
class Parcel:
    """What a channel is given."""

    message_id: str
    address: str
    subject: str
    body: str
    language: str
    discreet: bool


class Channel(Protocol):
    """A way out. `by_hand`: a person does it, so nothing is handed over here."""

    by_hand: bool

    def send(self, parcel: Parcel) -> None:
        """Hand the parcel over; to return is to have been told that it was taken.

        Raises `NotSent`, `Unsure` or `Down`.
        """


class EmailChannel:
    """E-mail, by the mail connection that the settings name; a connection for each message.

    A connection that is kept may have been closed by the server meanwhile, and one could not tell whether it
    was before or after the message.
    """

    by_hand = False

    def send(self, parcel: Parcel) -> None:
        """Hand it to the mail server. Raises `NotSent`, `Unsure` or `Down`."""
        connection = get_connection(timeout=settings.EMAIL_TIMEOUT or SECONDS_TO_ANSWER)
        try:
            connection.open()
        except (OSError, smtplib.SMTPException) as error:
            raise Down(f"the mail server cannot be used: {_said(error)}") from error
        try:
            taken = connection.send_messages([self._letter(parcel)])
        except smtplib.SMTPRecipientsRefused as refused:
            codes = [code for code, _ in refused.recipients.values()]
            good = bool(codes) and all(500 <= code < 600 for code in codes)
            raise NotSent("the mail server refuses this address", for_good=good) from refused
        except smtplib.SMTPResponseException as refused:
            raise NotSent(f"the mail server refused: {_said(refused)}") from refused
        except (OSError, smtplib.SMTPException) as error:
            raise Unsure(_said(error)) from error
        finally:
            _close(connection)
        if not taken:
            raise NotSent("the mail server took nothing")

    def _letter(self, parcel: Parcel) -> EmailMessage:
        return EmailMessage(
            subject=parcel.subject,
            body=parcel.body,
            from_email=sender(discreet=parcel.discreet),
            to=[parcel.address],
            headers={
                "Message-ID": parcel.message_id,
                "Content-Language": parcel.language,
                "Auto-Submitted": "auto-generated",
            },
        )


def _close(connection: object) -> None:
    """To be told goodbye is not needed: what the server took, it took."""
    try:
        connection.close()  # type: ignore[attr-defined]
    except (OSError, smtplib.SMTPException):
        return


def _said(error: Exception) -> str:
    """The kind of error and its code; a server's own sentence may repeat the address, and this is kept."""
    code = getattr(error, "smtp_code", None) or getattr(error, "errno", None)
    return f"{type(error).__name__}{f' {code}' if code else ''}"


class LetterQueue:
    """Letters wait until somebody has printed and posted them (`evenhand.post.letters`)."""

    by_hand = True

    def send(self, parcel: Parcel) -> None:
        """Never: a person posts it. Raises `NotSent`."""
        raise NotSent("a letter is posted by hand")


class NoTextGateway:
    """Where no gateway for texts is configured, each text fails at once, and a person sees it."""

    by_hand = False

    def send(self, parcel: Parcel) -> None:
        """Raises `NotSent`, for good."""
        raise NotSent("no text gateway is configured", for_good=True)


def channels() -> Mapping[Kind, Channel]:
    """The ways out of this installation."""
    return {Kind.EMAIL: EmailChannel(), Kind.LETTER: LetterQueue(), Kind.TEXT: NoTextGateway()}
