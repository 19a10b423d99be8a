"""Rows that are kept: a wrong one is taken back or replaced by another, never changed."""

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import F, Q

from evenhand import clock

from ...models.person import Person
from ..errors import AlreadyReplaced, RowsAreKept
from .practitioner import Practitioner

KEPT = "Rows of the register are kept. Record another, or take this one back with a reason."


class KeptRows(models.QuerySet[Any]):
    """Rows that refuse to be changed or deleted together."""

    def update(self, **fields: Any) -> int:
        raise RowsAreKept(KEPT)

    def delete(self) -> tuple[int, dict[str, int]]:
        raise RowsAreKept(KEPT)

    def standing(self) -> Self:
        """Without the rows that were taken back or replaced."""
        return self.filter(withdrawn_at__isnull=True)


class Kept(models.Model):
    """A row about a practitioner: who recorded it and when; if it was wrong, who took it back, when and why.

    `replaces` is the row that this one corrects.
    """

    practitioner = models.ForeignKey(Practitioner, on_delete=models.PROTECT, related_name="%(class)s_rows")
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=clock.instant)
    replaces = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="replaced_by"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_words = models.CharField(max_length=500, blank=True)

    objects = KeptRows.as_manager()

    class Meta:
        abstract = True

    @property
    def stands(self) -> bool:
        """It was neither taken back nor replaced."""
        return self.withdrawn_at is None

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Written once. Raises `RowsAreKept`."""
        if not self._state.adding:
            raise RowsAreKept(KEPT)
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Never. Raises `RowsAreKept`."""
        raise RowsAreKept(KEPT)

    def take_back(self, *, by: Person, words: str) -> None:
        """Mark the row as wrong: it stays and no longer counts. Raises `AlreadyReplaced`."""
        marks = {"withdrawn_at": clock.instant(), "withdrawn_by": by, "withdrawn_words": words}
        own: models.QuerySet[Any] = models.QuerySet(type(self)).filter(pk=self.pk, withdrawn_at__isnull=True)
        if not own.update(**marks):
            raise AlreadyReplaced("Somebody corrected this entry before you. Look at what it says now.")
        for name, value in marks.items():
            setattr(self, name, value)


class Dated(Kept):
    """A row that holds from a day to a last day, both counted; without a last day it goes on."""

    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta(Kept.Meta):
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="%(class)s_ends_after_it_starts",
            )
        ]

    def covers(self, day: date) -> bool:
        """Whether it holds on that day."""
        return self.since <= day and (self.until is None or day <= self.until)
