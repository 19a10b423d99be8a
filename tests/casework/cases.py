"""Cases for tests: made by the actions themselves, on days that never move."""

from datetime import date
from typing import Any

from evenhand.casework import actions
from evenhand.casework.door import Seen, case_for
from evenhand.casework.heart import contents
from evenhand.casework.heart.events import Actor
from evenhand.casework.heart.stages import Kind
from evenhand.casework.models import Case
from evenhand.people.models import Person
from evenhand.people.reader import reader_of
from evenhand.people.roles import Role
from tests.people import cast

TODAY = date(2026, 6, 20)
"""The day on which these tests are held; `today` in conftest sets the clock to it."""
NOTICE = date(2026, 5, 1)
FAMILY = "party:1"


def adviser() -> Actor:
    """Amina, at her work."""
    return Actor(cast.amina().pk, Role.ADVISER, "provider")


def acting(person: Person, role: Role, key: str) -> Actor:
    """A person in a role."""
    return Actor(person.pk, role, key)


def enquiry(*, on: date = date(2026, 5, 11), parent: Person | None = None, **given: Any) -> Case:
    """A first call by Cerys's parent about a refusal to assess in Ealing, notice sent on 1 May 2026."""
    who = parent or cast.cerys()
    family = contents.person(
        key=FAMILY,
        role=Role.PARENT,
        side="family",
        name=who.name,
        party=True,
        person_id=who.pk,
        contact={"email": who.email, "phone": "020 7946 0001"},
        address="1 Example Street",
    )
    authority = contents.person(
        key="authority", role=Role.AUTHORITY_OFFICER, side="authority", name="Ealing Council", party=True
    )
    cast.dev()
    said: dict[str, Any] = {
        "provider": cast.organisation(cast.OURS),
        "by": adviser(),
        "on": on,
        "kind": Kind.MEDIATION,
        "matter": "refusal_to_assess",
        "area": "ealing",
        "facts": {"acting": "parent", "notice_sent": NOTICE.isoformat()},
        "child": {"name": "Robin Example", "date_of_birth": "2017-03-04"},
        "people": [family, authority],
        "adviser_id": cast.amina().pk,
    } | given
    return actions.open_case(**said).case


def advised(**given: Any) -> Case:
    """The same, with mediation advice given on 12 May."""
    case = enquiry(**given)
    done = actions.give_advice(
        case=case,
        by=adviser(),
        on=date(2026, 5, 12),
        family=FAMILY,
        explained=contents.ADVICE_POINTS,
        words="Quiet call.",
    )
    return done.case


def chosen(*, health: bool = False, **given: Any) -> Case:
    """The same, and the family wishes to mediate, on 13 May."""
    return actions.choose_mediation(
        case=advised(**given),
        by=adviser(),
        on=date(2026, 5, 13),
        education=True,
        health=health,
        care=False,
        issues="Why there was no assessment.",
    ).case


def arranging(**given: Any) -> Case:
    """The same, and the authority was told on 14 May."""
    return actions.tell_authority(case=chosen(**given), by=adviser(), on=date(2026, 5, 14)).case


def fixed(**given: Any) -> Case:
    """The same, and a meeting fixed on 18 May for 9 June, online."""
    return actions.fix_meeting(
        case=arranging(**given),
        by=adviser(),
        on=date(2026, 5, 18),
        meeting_on=date(2026, 6, 9),
        starts="10:00",
        ends="12:00",
        how="online",
        link="https://meet.example/one",
    ).case


def held(**given: Any) -> Case:
    """The same, with notice on 20 May, and the meeting held."""
    case = actions.give_notice(case=fixed(**given), by=adviser(), on=date(2026, 5, 20)).case
    return actions.hold_meeting(
        case=case, by=adviser(), on=date(2026, 6, 9), came=[FAMILY, "authority"], absent=[]
    ).case


def concluded(**given: Any) -> Case:
    """The same, with the outcome recorded on the day: agreed about education."""
    return actions.record_outcome(
        case=held(**given), by=adviser(), on=date(2026, 6, 9), by_issue={"education": "agreed"}
    ).case


def seen(case: Case, person: Person) -> Seen:
    """The case as the person sees it."""
    return case_for(reader_of(person), case.reference)
