"""Accounts: opened, and signed out wherever they are signed in."""

from allauth.account.models import EmailAddress
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import F

from ..models import Person, SignedIn
from .refused import Refused


@transaction.atomic
def open_account(*, email: str, name: str, password: str | None) -> Person:
    """An account whose address is known to be its owner's: they followed a link that was sent there.

    Errors: `Refused` where the address has an account.
    """
    if Person.objects.filter(email__iexact=email).exists():
        raise Refused("There is an account with this e-mail address already.")
    person = Person.objects.create_user(email, password, name=name)
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    return person


@transaction.atomic
def sign_out_everywhere(*, person: Person) -> None:
    """End every session of the account. A session that nobody wrote down ends with the others."""
    Person.objects.filter(pk=person.pk).update(sign_in_round=F("sign_in_round") + 1)
    sessions = SignedIn.objects.filter(person=person)
    Session.objects.filter(pk__in=list(sessions.values_list("session_key", flat=True))).delete()
    sessions.delete()
