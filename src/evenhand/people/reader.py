"""Who is reading: one account with the memberships that are live at this moment.

A reader is worked out anew for each request and never kept in a session, so that a membership that ended
gives nothing to the next request. What a family may read comes from its place in a case, not from here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from django.contrib.auth.models import AnonymousUser

from .models import Membership, Person
from .roles import STAFF, OrganisationKind, Role
from .statements import read, written


@dataclass(frozen=True)
class Held:
    """One role held in one organisation. `area` is the slug of the authority's area, or empty."""

    organisation_id: int
    organisation_kind: OrganisationKind
    area: str
    role: Role
    administers: bool = False
    second_factor_required: bool = True


@dataclass(frozen=True)
class Reader:
    """Somebody who reads. `person_id` is None for a stranger, who holds nothing."""

    person_id: int | None
    name: str
    memberships: tuple[Held, ...] = ()

    @cached_property
    def roles(self) -> frozenset[Role]:
        """Every role held, in whatever organisation."""
        return frozenset(held.role for held in self.memberships)

    @property
    def is_stranger(self) -> bool:
        """Nobody is signed in."""
        return self.person_id is None

    @property
    def is_staff(self) -> bool:
        """A member of any organisation, in any role."""
        return not self.roles.isdisjoint(STAFF)

    @property
    def second_factor_required(self) -> bool:
        """One of the organisations asks its members for a second factor."""
        return any(held.second_factor_required for held in self.memberships)

    def organisations_as(self, *roles: Role) -> frozenset[int]:
        """The keys of the organisations in which one of the roles is held."""
        return frozenset(held.organisation_id for held in self.memberships if held.role in roles)

    def areas_as(self, *roles: Role) -> frozenset[str]:
        """The areas of those organisations; one without an area gives none."""
        return frozenset(held.area for held in self.memberships if held.role in roles and held.area)

    def administered(self) -> frozenset[int]:
        """The keys of the organisations whose members this person invites and ends."""
        return frozenset(held.organisation_id for held in self.memberships if _manages(held))


def _manages(held: Held) -> bool:
    return held.administers or held.role is Role.MANAGER


ANONYMOUS = Reader(None, "")
"""Whoever is not signed in."""


def reader_of(user: Person | AnonymousUser) -> Reader:
    """The reader that an account is now: one query for an account, none for a stranger.

    An account that is not active is a stranger.
    """
    if not isinstance(user, Person) or not user.is_active:
        return ANONYMOUS
    return Reader(user.pk, user.name, tuple(_held_by(user.pk)))


def _held_by(person_id: int) -> Iterator[Held]:
    for organisation_id, kind, area, role, administers, factor in read((_asking(), (person_id,))):
        yield Held(organisation_id, OrganisationKind(kind), area, Role(role), administers, factor)


@cache
def _asking() -> str:
    """The statement for the live memberships of one account."""
    rows = (
        Membership.objects.filter(person_id=0, ended_at__isnull=True)
        .order_by("pk")
        .values_list(
            "organisation_id",
            "organisation__kind",
            "organisation__area",
            "role",
            "administers",
            "organisation__second_factor_required",
        )
    )
    return written(rows)[0]
