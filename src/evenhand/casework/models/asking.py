"""Before there is a case: somebody who wants to be rung, and somebody who asks online. And links that work once."""

from django.db import models

from evenhand import clock
from evenhand.people.models import Organisation, Person

from .case import Case


class CallBack(models.Model):
    """Somebody asked to be rung. `slot` is the beginning of the half-hour that suits them.

    `safe_to_say` and `safe_to_leave` are what may be said to whoever answers, and left on a machine.
    """

    provider = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    reference = models.CharField(max_length=9, unique=True)
    name = models.CharField(max_length=200)
    phone = models.CharField(max_length=40)
    slot = models.DateTimeField()
    safe_to_say = models.BooleanField(default=False)
    safe_to_leave = models.BooleanField(default=False)
    for_somebody = models.CharField(max_length=200, blank=True)
    relation = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=100, blank=True)
    how = models.CharField(max_length=20, default="telephone")
    needs = models.TextField(blank=True)
    area = models.SlugField(blank=True)
    facts = models.JSONField(default=dict)
    asked_at = models.DateTimeField(default=clock.instant)
    ended_at = models.DateTimeField(null=True)
    ended_how = models.CharField(max_length=20, blank=True)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+", null=True)

    class Meta:
        indexes = [models.Index(fields=["provider", "ended_at", "slot"], name="calls_of_provider")]

    def __str__(self) -> str:
        return f"Call back {self.reference}"


class CallTry(models.Model):
    """One try to ring somebody back."""

    call_back = models.ForeignKey(CallBack, on_delete=models.CASCADE, related_name="tries")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.instant)
    reached = models.BooleanField()
    words = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"Try for {self.call_back_id}"


class Asking(models.Model):
    """What a family has typed so far when it asks online. Saved under a code that only the family has."""

    code_hash = models.CharField(max_length=64, unique=True)
    wants = models.CharField(max_length=20)
    answers = models.JSONField(default=dict)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", null=True)
    saved_at = models.DateTimeField(default=clock.instant)
    expires_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+", null=True)

    def __str__(self) -> str:
        return f"Asking for {self.wants}"


class SingleUse(models.Model):
    """A link that lets whoever holds it do one thing in one case, once, without an account.

    `purpose` is what for; `key` the compartment in whose name. Only the hash of its token is kept.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=24)
    key = models.CharField(max_length=32)
    role = models.CharField(max_length=24)
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=clock.instant)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"Link for {self.purpose}"


class Tally(models.Model):
    """A count that is kept, not counted: cases of one scope at one stage. `scope` is `provider:5` or `authority:7`."""

    scope = models.CharField(max_length=40)
    stage = models.CharField(max_length=20)
    count = models.BigIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["scope", "stage"], name="a_count_is_kept_once")]

    def __str__(self) -> str:
        return f"{self.scope} {self.stage}: {self.count}"
