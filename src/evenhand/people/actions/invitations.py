"""Invitations: how a member of staff comes to hold a role."""

import secrets
from datetime import timedelta
from hashlib import sha256
from typing import NamedTuple

from django.db import transaction

from evenhand import clock

from ..models import Invitation, Membership, Organisation, Person
from ..roles import ROLES_OF, OrganisationKind, Role
from .accounts import open_account
from .members import live, may_administer, refuse_a_clash
from .refused import Refused

HOURS_OPEN = 72
_GONE = "This invitation cannot be used. It may have been used, withdrawn or too old."


class Invited(NamedTuple):
    """The invitation, and the token for its link. The token is kept nowhere."""

    invitation: Invitation
    token: str


def _hashed(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def open_invitation(token: str) -> Invitation | None:
    """The invitation of a link, while it can still be taken up. Looking at it uses nothing up."""
    found = Invitation.objects.select_related("organisation").filter(token_hash=_hashed(token)).first()
    return found if found and found.is_open else None


@transaction.atomic
def invite(
    *, organisation: Organisation, role: Role, email: str, by: Person | None, administers: bool = False
) -> Invited:
    """Offer a role to whoever reads the mail of an address. An earlier open offer of it is withdrawn.

    `by` is None from the command line only. Nothing is said about whether the address has an account.
    Errors: `Refused` where `by` does not administer the organisation or the role is not one of its kind.
    """
    if by is not None and not may_administer(by, organisation):
        raise Refused("You cannot invite people to this organisation.")
    if role not in ROLES_OF[OrganisationKind(organisation.kind)]:
        raise Refused("Nobody holds this role in an organisation of this kind.")
    now, token = clock.instant(), secrets.token_urlsafe(32)
    Invitation.objects.filter(
        organisation=organisation,
        role=role.value,
        email=email.lower(),
        used_at__isnull=True,
        withdrawn_at__isnull=True,
    ).update(withdrawn_at=now)
    made = Invitation.objects.create(
        organisation=organisation,
        role=role.value,
        administers=administers,
        email=email.lower(),
        token_hash=_hashed(token),
        invited_by=by,
        created_at=now,
        expires_at=now + timedelta(hours=HOURS_OPEN),
    )
    return Invited(made, token)


@transaction.atomic
def accept(*, token: str, person: Person) -> Membership:
    """Take up an invitation, once.

    Errors: `Refused` where it cannot be taken up any more, was sent to another address, or where the account
    already holds a role that nobody may hold beside this one.
    """
    person = Person.objects.select_for_update().get(pk=person.pk)
    found = Invitation.objects.select_for_update().filter(token_hash=_hashed(token)).first()
    if found is None or not found.is_open:
        raise Refused(_GONE)
    if found.email != person.email:
        raise Refused("This invitation was sent to another e-mail address.")
    role = Role(found.role)
    refuse_a_clash(person, role)
    found.used_at, found.used_by = clock.instant(), person
    found.save(update_fields=["used_at", "used_by"])
    membership, _made = Membership.objects.get_or_create(
        person=person,
        organisation_id=found.organisation_id,
        role=role.value,
        ended_at=None,
        defaults={"administers": found.administers or _is_the_first(found.organisation)},
    )
    return membership


@transaction.atomic
def open_and_accept(*, token: str, name: str, password: str) -> Person:
    """Open an account for the address that was invited, and take the invitation up with it.

    Errors: `Refused`, and no account is opened, where it cannot be taken up or there is an account already.
    """
    found = open_invitation(token)
    if found is None:
        raise Refused(_GONE)
    person = open_account(email=found.email, name=name, password=password)
    accept(token=token, person=person)
    return person


def _is_the_first(organisation: Organisation) -> bool:
    """Whoever comes first to an organisation invites the rest; a provider has managers for that."""
    return organisation.kind != OrganisationKind.PROVIDER and not live(organisation).exists()


@transaction.atomic
def withdraw(*, invitation: Invitation, by: Person) -> None:
    """Take an open invitation back. Errors: `Refused` where `by` may not, or it is not open."""
    invitation = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if not may_administer(by, invitation.organisation):
        raise Refused("You cannot change the invitations of this organisation.")
    if not invitation.is_open:
        raise Refused("This invitation is not open any more.")
    invitation.withdrawn_at = clock.instant()
    invitation.save(update_fields=["withdrawn_at"])
