"""An invitation to hold a role in an organisation."""

from django.db import models
from django.db.models import Q

from evenhand import clock

from ..roles import Role
from .membership import Organisation
from .person import Person


class Invitation(models.Model):
    """One role offered to one e-mail address, for some days, to be taken up once.

    Only the hash of the token in the link is kept: whoever reads this table cannot take up an invitation.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="invitations")
    role = models.CharField(max_length=24, choices=[(role.value, role.value) for role in Role])
    administers = models.BooleanField(default=False)
    email = models.EmailField()
    token_hash = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="invitations_sent"
    )
    created_at = models.DateTimeField(default=clock.instant)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    used_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="invitations_taken_up"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(used_at__isnull=True) | Q(withdrawn_at__isnull=True),
                name="an_invitation_is_used_or_withdrawn",
            ),
            models.CheckConstraint(
                condition=Q(role__in=[role.value for role in Role]), name="invitation_has_a_known_role"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} at {self.organisation}"

    @property
    def is_open(self) -> bool:
        """It can still be taken up: not used, not withdrawn, not run out."""
        return self.used_at is None and self.withdrawn_at is None and clock.instant() < self.expires_at
