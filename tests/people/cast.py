"""The cast of the tests: invented people in invented organisations, made where a test asks for them.

Every function gives the same account when it is asked twice within one test. Nobody has a second factor,
and the organisations ask for none unless a test says so.
"""

from functools import cache

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.test import Client

from evenhand.people.models import Membership, Organisation, Person
from evenhand.people.roles import OrganisationKind, Role

PASSWORD = "seven walls of warm brick"
BACKEND = "evenhand.web.accounts.backend.Accounts"

OURS = ("Northwold Mediation", "northwold-mediation", OrganisationKind.PROVIDER, "")
ANOTHER = ("Farside Resolution", "farside-resolution", OrganisationKind.PROVIDER, "")
AUTHORITY = ("Ealing Council", "ealing-council", OrganisationKind.AUTHORITY, "ealing")
BODY = ("North West London ICB", "north-west-london-icb", OrganisationKind.COMMISSIONING_BODY, "")


@cache
def _hashed() -> str:
    return make_password(PASSWORD)


def person(first_name: str, *, surname: str = "Example") -> Person:
    """An account `first_name@cast.example`, its address verified, with `PASSWORD`."""
    found, made = Person.objects.get_or_create(
        email=f"{first_name.lower()}@cast.example",
        defaults={"name": f"{first_name} {surname}", "password": _hashed()},
    )
    if made:
        EmailAddress.objects.create(user=found, email=found.email, verified=True, primary=True)
    return found


def organisation(of: tuple[str, str, OrganisationKind, str], *, second_factor: bool = False) -> Organisation:
    """One of the organisations above."""
    name, slug, kind, area = of
    fields = {"name": name, "kind": kind, "area": area, "second_factor_required": second_factor}
    return Organisation.objects.get_or_create(slug=slug, defaults=fields)[0]


def member(first_name: str, role: Role, of: tuple[str, str, OrganisationKind, str]) -> Person:
    """An account that holds a role in an organisation."""
    found = person(first_name)
    Membership.objects.get_or_create(
        person=found, organisation=organisation(of), role=role.value, ended_at=None
    )
    return found


def amina() -> Person:
    """An adviser at our provider."""
    return member("Amina", Role.ADVISER, OURS)


def ben() -> Person:
    """An adviser at another provider: a stranger to every case of ours."""
    return member("Ben", Role.ADVISER, ANOTHER)


def cerys() -> Person:
    """A parent: an account and no membership."""
    return person("Cerys")


def dev() -> Person:
    """An officer of the authority."""
    return member("Dev", Role.AUTHORITY_OFFICER, AUTHORITY)


def eilidh() -> Person:
    """The manager of our provider."""
    return member("Eilidh", Role.MANAGER, OURS)


def farah() -> Person:
    """Somebody at the authority who can decide."""
    return member("Farah", Role.AUTHORITY_DECIDER, AUTHORITY)


def gwen() -> Person:
    """An officer of the commissioning body (integrated care board)."""
    return member("Gwen", Role.COMMISSIONING_OFFICER, BODY)


def hassan() -> Person:
    """A mediator at our provider."""
    return member("Hassan", Role.MEDIATOR, OURS)


EVERYBODY = (amina, ben, cerys, dev, eilidh, farah, gwen, hassan)


def client_of(signed_in: Person | None = None) -> Client:
    """A browser in which somebody is signed in, past the sign-in pages; without a person, a stranger's."""
    client = Client()
    if signed_in is not None:
        client.force_login(signed_in, backend=BACKEND)
    return client
