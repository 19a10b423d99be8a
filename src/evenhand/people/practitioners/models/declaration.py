"""Whether a practitioner knows somebody in a case."""

from typing import Any

from django.db import models
from django.db.models import Q

from evenhand import clock

from ...models.person import Person
from ..errors import RowsAreKept
from .practitioner import Practitioner


class Declaration(models.Model):
    """The question "do you know this family, school or officer?", asked of one person for one case.

    `knows` is None until it is answered. An answer of yes stands in the way until a manager has recorded why
    it may go on. `case_reference` is a text that the register does not look into.
    """

    practitioner = models.ForeignKey(Practitioner, on_delete=models.PROTECT, related_name="declarations")
    case_reference = models.CharField(max_length=40, db_index=True)
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=clock.instant)
    answered_at = models.DateTimeField(null=True, blank=True)
    knows = models.BooleanField(null=True, blank=True)
    words = models.CharField(max_length=500, blank=True)
    cleared_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    cleared_at = models.DateTimeField(null=True, blank=True)
    cleared_words = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["practitioner", "case_reference"],
                condition=Q(answered_at__isnull=True),
                name="a_conflict_is_asked_about_once",
            ),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, knows__isnull=True)
                | Q(answered_at__isnull=False, knows__isnull=False),
                name="declaration_is_answered_with_yes_or_no",
            ),
            models.CheckConstraint(
                condition=Q(cleared_at__isnull=True, cleared_by__isnull=True, cleared_words="")
                | (Q(cleared_at__isnull=False, cleared_by__isnull=False, knows=True) & ~Q(cleared_words="")),
                name="declaration_is_cleared_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.practitioner}, {self.case_reference}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Written when it is asked; afterwards only `actions` writes the answer. Raises `RowsAreKept`."""
        if not self._state.adding:
            raise RowsAreKept("A declaration is kept as it was given. Answer it, or ask again.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Never. Raises `RowsAreKept`."""
        raise RowsAreKept("A declaration is kept as it was given.")

    @property
    def stands_in_the_way(self) -> bool:
        """Not answered, or answered yes and not cleared."""
        return self.knows is None or (self.knows and self.cleared_at is None)
