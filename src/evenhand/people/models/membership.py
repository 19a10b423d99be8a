"""Organisations, and who is what in them."""

from django.db import models
from django.db.models import Q

from evenhand import clock

from ..roles import OrganisationKind, Role
from .person import Person


def _choices(of: type[OrganisationKind] | type[Role]) -> list[tuple[str, str]]:
    return [(one.value, one.value.replace("_", " ")) for one in of]


class Organisation(models.Model):
    """A provider, authority, commissioning body, setting, advice service, payer of the service, or the host.

    `area` is the slug of the authority's area in the directory; empty for all that serve no one area.
    """

    kind = models.CharField(max_length=24, choices=_choices(OrganisationKind))
    name = models.CharField(max_length=200)
    slug = models.SlugField(unique=True)
    area = models.SlugField(blank=True)
    second_factor_required = models.BooleanField(default=True)
    created_at = models.DateTimeField(default=clock.instant)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in OrganisationKind]),
                name="organisation_is_of_a_known_kind",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """One role of one person in one organisation, from a day to a day. Ended, it gives nothing at once.

    Whoever `administers` invites and ends the other members; a provider's manager does so without it.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="memberships")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=24, choices=_choices(Role))
    since = models.DateTimeField(default=clock.instant)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="memberships_ended"
    )
    administers = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "organisation", "role"],
                condition=Q(ended_at__isnull=True),
                name="a_role_is_held_once",
            ),
            models.CheckConstraint(
                condition=Q(role__in=[role.value for role in Role]), name="membership_has_a_known_role"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.role} at {self.organisation}"
