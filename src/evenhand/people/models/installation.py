"""What this database is."""

from django.db import models
from django.db.models import Q


class Installation(models.Model):
    """One row at most, which says whether everything in this database is invented."""

    demonstration = models.BooleanField(default=False)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(pk=1), name="one_installation")]

    def __str__(self) -> str:
        return "a demonstration" if self.demonstration else "not a demonstration"
