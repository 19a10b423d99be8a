"""A provider with a manager and practitioners whose papers are all in order, for the tests of the register."""

from datetime import date
from typing import Any

from evenhand.people.models import Membership, Organisation, Person
from evenhand.people.practitioners.models import (
    DisclosureCheck,
    Employment,
    Insurance,
    Kept,
    Practitioner,
    Registration,
    Training,
    WorksAs,
)

LONG_AGO, TODAY, FAR_AHEAD = date(2015, 1, 1), date(2026, 6, 20), date(2029, 12, 31)


def provider(slug: str = "even-mediation", **fields: Any) -> Organisation:
    return Organisation.objects.create(
        **{
            "kind": "provider",
            "name": slug.replace("-", " ").title(),
            "slug": slug,
            "second_factor_required": False,
        }
        | fields
    )


def member(name: str, organisation: Organisation, *roles: str) -> Person:
    address = f"{name.lower().replace(' ', '.')}@{organisation.slug}.example"
    person = Person.objects.create_user(address, name=name)
    for role in roles:
        Membership.objects.create(person=person, organisation=organisation, role=role)
    return person


def row(kind: type[Kept], of: Practitioner, /, **fields: Any) -> Any:
    given = {"practitioner": of, "recorded_by": of.recorded_by} | fields
    return kind.objects.create(**given)  # type: ignore[attr-defined]


def practitioner(
    name: str, organisation: Organisation, by: Person, works: tuple[str, ...] = ("mediator",)
) -> Practitioner:
    """Somebody fit for each of the works on any day until the end of 2029, but for who employs them."""
    person = member(name, organisation, "mediator")
    made = Practitioner.objects.create(person=person, provider=organisation, since=LONG_AGO, recorded_by=by)
    for work in works:
        row(WorksAs, made, work=work, since=LONG_AGO)
    in_order(made)
    return made


def in_order(made: Practitioner) -> None:
    """The papers of somebody on the register, in order until the end of 2029."""
    row(Registration, made, body="Civil Mediation Council", number="C 17", since=LONG_AGO, until=FAR_AHEAD)
    row(Insurance, made, insurer="Fair Mutual", policy="P 4", since=LONG_AGO, until=FAR_AHEAD)
    row(DisclosureCheck, made, kind="enhanced", reference="D 9", since=LONG_AGO, until=FAR_AHEAD)
    row(Training, made, kind="law", day=LONG_AGO, hours=6)


def employed(of: Practitioner, kind: str, name: str = "", **days: date | None) -> Employment:
    return row(Employment, of, **{"employer_kind": kind, "employer_name": name, "since": LONG_AGO} | days)
