"""Which case a row of somebody's spreadsheet became."""

from django.db import models

from evenhand.people.models import Organisation

from .case import Case


class Imported(models.Model):
    """One imported row: the reference that the provider had for it, and the case. Imported again, it is passed over."""

    provider = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    source_key = models.CharField(max_length=100)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["provider", "source_key"], name="a_row_is_imported_once")
        ]

    def __str__(self) -> str:
        return f"{self.source_key} as case {self.case_id}"
