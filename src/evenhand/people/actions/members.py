"""Memberships: ended, and changed to another role."""

from django.db import transaction
from django.db.models import Q, QuerySet

from evenhand import clock

from ..models import Membership, Organisation, Person
from ..roles import ROLES_OF, OrganisationKind, Role, clash
from .refused import Refused

_ADMINISTERS = Q(administers=True) | Q(role=Role.MANAGER.value)


def live(organisation: Organisation) -> QuerySet[Membership]:
    """The memberships of the organisation that have not ended."""
    return Membership.objects.filter(organisation=organisation, ended_at__isnull=True)


def may_administer(person: Person, organisation: Organisation) -> bool:
    """True for a manager, and for a member who administers it."""
    return live(organisation).filter(_ADMINISTERS, person=person).exists()


def refuse_a_clash(person: Person, wanted: Role, *, leaving: Membership | None = None) -> None:
    """Hold to the rule that no account reaches across two sides.

    Errors: `Refused` where a live membership, other than the one being left, is on another side.
    """
    others = Membership.objects.filter(person=person, ended_at__isnull=True)
    if leaving is not None:
        others = others.exclude(pk=leaving.pk)
    for membership in others.select_related("organisation"):
        if clash(Role(membership.role), wanted):
            raise Refused(
                f"This account is a member of {membership.organisation.name}. One account cannot reach both "
                "sides of a wall. Use a second account, with another e-mail address."
            )


@transaction.atomic
def end_membership(*, membership: Membership, by: Person) -> None:
    """End a membership: from now on it gives nothing.

    Errors: `Refused` where `by` may not, it has ended, or nobody would be left to invite anybody.
    """
    _end(_to_change(membership, by), by)


@transaction.atomic
def change_role(*, membership: Membership, role: Role, by: Person) -> Membership:
    """End a membership and begin another in its place; the same role again changes nothing.

    Errors: as `end_membership`, and `Refused` where the role is not one of the organisation's kind.
    """
    old = _to_change(membership, by)
    if old.role == role.value:
        return old
    if role not in ROLES_OF[OrganisationKind(old.organisation.kind)]:
        raise Refused("Nobody holds this role in an organisation of this kind.")
    if live(old.organisation).filter(person=old.person, role=role.value).exists():
        raise Refused("They hold this role already.")
    refuse_a_clash(old.person, role, leaving=old)
    _end(old, by, stays_to_administer=old.administers or role is Role.MANAGER)
    return Membership.objects.create(
        person=old.person, organisation=old.organisation, role=role.value, administers=old.administers
    )


def _to_change(membership: Membership, by: Person) -> Membership:
    found = Membership.objects.select_for_update().get(pk=membership.pk)
    if not may_administer(by, found.organisation):
        raise Refused("You cannot change the members of this organisation.")
    if found.ended_at is not None:
        raise Refused("This membership has ended already.")
    return found


def _end(membership: Membership, by: Person, *, stays_to_administer: bool = False) -> None:
    others = live(membership.organisation).filter(_ADMINISTERS).exclude(pk=membership.pk)
    if not stays_to_administer and not others.exists():
        raise Refused("Nobody would be left to invite people. Invite somebody who can, and try again.")
    membership.ended_at, membership.ended_by = clock.instant(), by
    membership.save(update_fields=["ended_at", "ended_by"])
