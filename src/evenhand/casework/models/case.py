"""The case, the places of people in it, and what is due: all of it worked out from events."""

from datetime import date

from django.db import models
from django.db.models import Q

from evenhand.people.models import Organisation, Person
from evenhand.people.roles import Role

from ..heart.stages import ENDED, Kind, Stage
from .asked import AskedManager, CaseManager

NO_DAY = date(9999, 12, 31)
"""Nothing is due: last in every order, on both databases."""


class Case(models.Model):
    """One case. Every column but the reference and the organisations is a projection of its events.

    `next_on`, `next_name` and `next_whose` are the first thing due; `known_to_authority` and `known_to_commissioner`
    say since when those may see the case at all. `child_label` is the child's initials, for those who may know them.
    """

    reference = models.CharField(max_length=9, unique=True)
    kind = models.CharField(max_length=12)
    provider = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    authority = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", null=True)
    commissioning_body = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="+", null=True
    )
    setting = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", null=True)
    matter = models.CharField(max_length=40)
    area = models.SlugField(blank=True)
    child_label = models.CharField(max_length=12, blank=True)
    opened_on = models.DateField()
    closed_on = models.DateField(null=True)
    stage = models.CharField(max_length=20)
    is_open = models.BooleanField(default=True)
    adviser = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", null=True)
    mediator = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", null=True)
    health = models.BooleanField(default=False)
    known_to_authority = models.BooleanField(default=False)
    known_to_commissioner = models.BooleanField(default=False)
    known_to_setting = models.BooleanField(default=False)
    next_on = models.DateField(default=NO_DAY)
    next_name = models.CharField(max_length=32, blank=True)
    next_whose = models.CharField(max_length=20, blank=True)
    next_law = models.CharField(max_length=120, blank=True)
    law_marks = models.CharField(max_length=64, blank=True)
    events = models.PositiveIntegerField(default=0)

    objects = CaseManager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(stage__in=[stage.value for stage in Stage]), name="case_is_at_a_known_stage"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in Kind]), name="case_is_of_a_known_kind"
            ),
            models.CheckConstraint(
                condition=Q(is_open=True) ^ Q(stage__in=sorted(stage.value for stage in ENDED)),
                name="case_is_open_unless_ended",
            ),
        ]
        indexes = [
            # A board is one of these, read from its beginning; each ends in what makes the order certain.
            models.Index(fields=["provider", "is_open", "next_on", "id"], name="board_of_provider"),
            models.Index(fields=["adviser", "is_open", "next_on", "id"], name="board_of_adviser"),
            models.Index(fields=["mediator", "is_open", "next_on", "id"], name="board_of_mediator"),
            models.Index(
                fields=["authority", "known_to_authority", "is_open", "next_on", "id"],
                name="board_of_authority",
            ),
            models.Index(
                fields=["commissioning_body", "known_to_commissioner", "is_open", "next_on", "id"],
                name="board_of_commissioner",
            ),
        ]

    def __str__(self) -> str:
        return self.reference


class Place(models.Model):
    """Somebody's place in a case: their role, their compartment, and the account, if they have one.

    A row for each person in the case and for whoever does its work. Ended, it gives nothing at once.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="places")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="places", null=True)
    key = models.CharField(max_length=32)
    role = models.CharField(max_length=24)
    side = models.CharField(max_length=20)
    party = models.BooleanField(default=False)
    invited = models.BooleanField(default=True)
    ended = models.BooleanField(default=False)

    objects = AskedManager["Place"]()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "key"], name="a_compartment_has_one_place"),
            models.CheckConstraint(
                condition=Q(role__in=[role.value for role in Role]), name="place_has_a_known_role"
            ),
        ]
        indexes = [models.Index(fields=["person", "ended", "case"], name="places_of_a_person")]

    def __str__(self) -> str:
        return f"{self.key} in case {self.case_id}"


class DueDate(models.Model):
    """One thing due, as it was last worked out: the projection of `heart.dues.Due`."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="dues")
    name = models.CharField(max_length=32)
    item = models.PositiveSmallIntegerField(null=True)
    step = models.CharField(max_length=12, blank=True)
    on = models.DateField(null=True)
    safe_on = models.DateField(null=True)
    at = models.CharField(max_length=5, blank=True)
    whose = models.CharField(max_length=20)
    met = models.BooleanField(default=False)
    law = models.CharField(max_length=120, blank=True)

    objects = AskedManager["DueDate"]()

    class Meta:
        indexes = [models.Index(fields=["met", "on", "whose"], name="dues_by_day")]

    def __str__(self) -> str:
        return f"{self.name} on {self.on}"


class Booking(models.Model):
    """Half-hours in which somebody who leads meetings is taken, by the meeting that is fixed in a case."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="bookings")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    starts = models.CharField(max_length=5)
    ends = models.CharField(max_length=5)

    objects = AskedManager["Booking"]()

    class Meta:
        indexes = [models.Index(fields=["person", "on"], name="bookings_of_a_person")]

    def __str__(self) -> str:
        return f"{self.on} {self.starts} to {self.ends}"
