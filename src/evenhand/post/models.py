"""The tables of post: what is to go out, and the runs of the clockwork that makes it go."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from evenhand import clock


class Kind(models.TextChoices):
    """How a message reaches somebody."""

    EMAIL = "email"
    TEXT = "text"
    LETTER = "letter"


class State(models.TextChoices):
    """Where a message stands.

    Queued waits for its moment. Sending is with a channel, which has not answered. Unknown was with a channel
    when the program died or the line broke: it may have arrived. Failed needs a person.
    """

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    UNKNOWN = "unknown"
    FAILED = "failed"
    WITHDRAWN = "withdrawn"


class Message(models.Model):
    """An address and words, which go out once.

    `key` is the caller's name for it, so that the same thing queued twice is one message; `about` is whatever
    the caller wants to find it by. `due_at` is when it should go, `try_at` when it is tried next.
    """

    key = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=8, choices=Kind)
    address = models.TextField()
    subject = models.CharField(max_length=120)
    body = models.TextField()
    language = models.CharField(max_length=12, default="en-gb")
    discreet = models.BooleanField(default=False)
    about = models.CharField(max_length=200, blank=True, db_index=True)
    statutory = models.BooleanField(default=False)

    queued_at = models.DateTimeField(default=clock.instant)
    due_at = models.DateTimeField()
    try_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State, default=State.QUEUED)
    attempts = models.PositiveSmallIntegerField(default=0)
    trouble = models.CharField(max_length=300, blank=True)
    leased_by = models.CharField(max_length=32, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    late = models.BooleanField(default=False)
    message_id = models.CharField(max_length=320, unique=True)
    marked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        indexes = [models.Index(fields=["state", "try_at"], name="post_message_is_due")]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="message_is_of_a_known_kind"),
            models.CheckConstraint(condition=Q(state__in=State.values), name="message_has_a_known_state"),
            models.CheckConstraint(
                condition=Q(state=State.SENT, sent_at__isnull=False)
                | (~Q(state=State.SENT) & Q(sent_at__isnull=True)),
                name="message_is_sent_at_a_moment",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}, {self.state}"


class Run(models.Model):
    """One run of the clockwork. While it is open no other of its name starts; it lapses if it is not renewed."""

    name = models.CharField(max_length=40)
    started_at = models.DateTimeField()
    lease_until = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    report = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["name", "finished_at"], name="post_run_finished")]
        constraints = [
            models.UniqueConstraint(
                fields=["name"], condition=Q(finished_at__isnull=True), name="one_run_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return f"{self.name}, started {self.started_at:%Y-%m-%d %H:%M}"
