"""Where somebody is signed in."""

from django.db import models

from evenhand import clock

from .person import Person


class SignedIn(models.Model):
    """One session of one account, so that its owner can see it and end it.

    The device is told in a few words ("Firefox on Windows"); no network address is kept.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="signed_in")
    session_key = models.CharField(max_length=40, unique=True)
    device = models.CharField(max_length=60)
    since = models.DateTimeField(default=clock.instant)
    last_seen_at = models.DateTimeField(default=clock.instant)

    def __str__(self) -> str:
        return f"{self.person} on {self.device}"
