"""Events and their content. Rows are only added; the database itself refuses to change or delete one."""

from django.db import models

from evenhand import clock
from evenhand.people.policy import Part

from .asked import AskedManager
from .case import Case


class Event(models.Model):
    """One link of the chain. `number` counts in its case; the key counts in the whole chain.

    People are kept as plain numbers, so that an event outlives the account. `press` is the once-only mark of
    the form that made it: pressed twice, the second finds the first.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="history")
    number = models.PositiveIntegerField()
    step = models.CharField(max_length=24)
    on = models.DateField()
    recorded_at = models.DateTimeField(default=clock.instant)
    by_person = models.BigIntegerField(null=True)
    by_role = models.CharField(max_length=24, blank=True)
    by_key = models.CharField(max_length=32)
    corrects = models.PositiveIntegerField(null=True)
    struck = models.BooleanField(default=False)
    press = models.UUIDField(null=True, unique=True)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    objects = AskedManager["Event"]()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="events_are_numbered_in_a_case")
        ]

    def __str__(self) -> str:
        return f"{self.step} ({self.number})"


class Piece(models.Model):
    """Content of an event: its class, its compartment, and what it says until its time is over.

    `body` and `salt` may be emptied once, in the piece's time; the commitment stays, and says nothing without them.
    """

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="pieces")
    place = models.PositiveSmallIntegerField(default=0)
    data_class = models.CharField(max_length=24)
    owner = models.CharField(max_length=32)
    part = models.CharField(max_length=16, default=Part.WHOLE.value)
    sent_to = models.JSONField(default=list)
    body = models.JSONField(null=True)
    salt = models.BinaryField(max_length=16, null=True)
    commitment = models.CharField(max_length=64)
    destroyed_at = models.DateTimeField(null=True)

    objects = AskedManager["Piece"]()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "place"], name="pieces_are_in_order")]

    def __str__(self) -> str:
        return f"{self.data_class} of event {self.event_id}"


class ChainHead(models.Model):
    """The one row that knows the end of the chain. Whoever appends takes it first."""

    length = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{self.length} events"
