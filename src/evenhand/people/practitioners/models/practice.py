"""What a practitioner does to stay good at the work, and when they are away."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from .kept import Dated, Kept

MOST_HOURS = 200


class Entry(Kept):
    """A day, what it was, how many hours, and some words. Never words about a family or a case."""

    KINDS: tuple[tuple[str, str], ...] = ()

    day = models.DateField()
    kind = models.CharField(max_length=24)
    hours = models.DecimalField(
        max_digits=5, decimal_places=2, validators=[MinValueValidator(0), MaxValueValidator(MOST_HOURS)]
    )
    words = models.CharField(max_length=500, blank=True)

    class Meta(Kept.Meta):
        abstract = True
        ordering = ["-day", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(hours__gte=0) & Q(hours__lte=MOST_HOURS), name="%(class)s_has_sensible_hours"
            )
        ]


class Training(Entry):
    """A course or a day of learning."""

    LAW = "law"
    KINDS = (
        (LAW, "The law on special needs, health and social care"),
        ("mediation", "Mediation"),
        ("safeguarding", "Safeguarding"),
        ("accessibility", "Access and communication"),
        ("other", "Something else"),
    )


class Supervision(Entry):
    """Supervision of practice."""

    KINDS = (
        ("one_to_one", "One to one"),
        ("group", "In a group"),
        ("observed", "Observed at work"),
    )


class PracticeLog(Entry):
    """Work done, as the professional registers ask for it."""

    KINDS = (
        ("advice", "Giving mediation advice"),
        ("mediation", "Mediation"),
        ("co_mediation", "Mediation together with somebody"),
        ("facilitation", "Disagreement resolution"),
        ("role_play", "Practice with others"),
    )


class Absence(Dated):
    """Days away. No reason is kept."""
