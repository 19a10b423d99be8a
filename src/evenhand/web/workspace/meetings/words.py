"""What is asked by a link, and what became of it, in words."""

from datetime import datetime, timedelta
from typing import NamedTuple

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from evenhand.casework.links import Purpose
from evenhand.casework.models import SingleUse

from ..readable import Readable

PURPOSES: dict[Purpose, Promise] = {
    Purpose.REPRESENTATIVE: lazy("Who will come, and that they can decide"),
    Purpose.FREE: lazy("When they are free"),
    Purpose.CONSENT: lazy("If somebody may come"),
    Purpose.MEET: lazy("If they agree to meet"),
    Purpose.FEEDBACK: lazy("How it went"),
    Purpose.FOLLOW: lazy("To follow the case with an account"),
}


class LinkShown(NamedTuple):
    """A link that was sent: to whom it belongs, what it asks, and how it stands."""

    whom: str
    asks: str
    stands: str


def asks_words(readable: Readable, purpose: Purpose, about: str) -> str:
    """What a link asks; about whom, where it asks about somebody."""
    words = str(PURPOSES[purpose])
    return f"{words}: {readable.place_words(about)}" if about else words


def link_words(readable: Readable, link: SingleUse) -> LinkShown:
    """One link for the list of those that were sent."""
    word, _colon, about = link.purpose.partition(":")
    if link.used_at is not None:
        stands = _("Answered on %(day)s") % {"day": _day(link.used_at)}
    else:
        stands = _("Sent on %(sent)s, not answered. It works to the end of %(until)s.") % {
            "sent": _day(link.made_at),
            "until": _day(link.expires_at - timedelta(seconds=1)),
        }
    return LinkShown(readable.place_words(link.key), asks_words(readable, Purpose(word), about), stands)


def _day(at: datetime) -> str:
    return date_format(localtime(at), "j F Y")
