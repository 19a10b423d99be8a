"""Somebody on a provider's register."""

from datetime import date

from django.db import models
from django.db.models import F, Q

from evenhand import clock

from ...models.membership import Organisation
from ...models.person import Person


class Practitioner(models.Model):
    """One person on one provider's register, from a day until the last day there.

    A person who works for two providers has a register entry with each, and neither sees the other's.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="practitioners")
    provider = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="practitioners")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=clock.instant)
    left_recorded_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    left_recorded_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "provider"],
                condition=Q(until__isnull=True),
                name="on_a_register_once",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="practitioner_leaves_after_coming",
            ),
        ]

    def __str__(self) -> str:
        return self.person.name

    def is_on_the_register(self, on: date) -> bool:
        """Whether the person is on the register on that day; the last day counts."""
        return self.since <= on and (self.until is None or on <= self.until)

    def works_as(self, work: str, on: date) -> bool:
        """Whether the person does that work for the provider on that day."""
        return any(row.work == work for row in self.worksas_rows.all() if row.stands and row.covers(on))

    def works_on(self, on: date) -> list[str]:
        """The works of that day, in the order in which they are always named."""
        from .register import Work

        return [work.value for work in Work if self.works_as(work, on)]
