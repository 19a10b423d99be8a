"""Who may see a register entry, and who may change it.

A manager of the provider may see and change it. The person whom it is about sees it and writes their own
training, supervision, practice log and days away, for as long as they belong to the provider. To everybody
else there is no such entry.
"""

from django.db.models import Q, QuerySet

from ..models.membership import Membership
from ..models.person import Person
from ..reader import Reader
from ..roles import IN_THE_MIDDLE, OrganisationKind, Role
from .models import Practitioner


def managed_by(reader: Reader) -> frozenset[int]:
    """The keys of the providers whose register the reader keeps."""
    return frozenset(
        held.organisation_id
        for held in reader.memberships
        if held.role == Role.MANAGER and held.organisation_kind == OrganisationKind.PROVIDER
    )


def visible_to(reader: Reader) -> QuerySet[Practitioner]:
    """The register entries that the reader may see: those of their providers, and their own."""
    own = Q(person_id=reader.person_id, provider_id__in=_belongs_to(reader))
    return Practitioner.objects.filter(Q(provider_id__in=managed_by(reader)) | own)


def may_change(reader: Reader, practitioner: Practitioner) -> bool:
    """Whether the reader keeps the register that this entry is in."""
    return practitioner.provider_id in managed_by(reader)


def is_own(reader: Reader, practitioner: Practitioner) -> bool:
    """Whether the entry is about the reader, who still belongs to the provider."""
    return practitioner.person_id == reader.person_id and practitioner.provider_id in _belongs_to(reader)


def is_manager(person: Person, provider_id: int) -> bool:
    """Whether somebody is a manager of the provider at this moment."""
    return Membership.objects.filter(
        person=person,
        organisation_id=provider_id,
        organisation__kind=OrganisationKind.PROVIDER,
        role=Role.MANAGER,
        ended_at__isnull=True,
    ).exists()


def _belongs_to(reader: Reader) -> frozenset[int]:
    return frozenset(held.organisation_id for held in reader.memberships if held.role in IN_THE_MIDDLE)
