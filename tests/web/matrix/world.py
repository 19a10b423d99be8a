"""One case, and everybody who could try to reach it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256

from evenhand import clock
from evenhand.casework import actions
from evenhand.casework.door import NoSuchCase, case_for
from evenhand.casework.files.kinds import Kind
from evenhand.casework.heart.steps import Step
from evenhand.casework.models import CallBack, Case
from evenhand.people import actions as staff
from evenhand.people.models import Membership, Person
from evenhand.people.policy import DataClass
from evenhand.people.practitioners.models import Practitioner
from evenhand.people.reader import reader_of
from evenhand.people.roles import OrganisationKind, Role
from evenhand.web.steps.documents import store
from tests.casework import cases
from tests.casework.actions.doing import do
from tests.people import cast

ANOTHER_COUNCIL = ("Barnet Council", "barnet-council", OrganisationKind.AUTHORITY, "barnet")
ABSENT = {
    "case": "ZZZZ-ZZZZ",
    "call": "ZZZZ-ZZZZ",
    "practitioner": "999999",
    "member": "999999",
    "invitation": "999999",
    "session": "999999",
    "provider": "999999",
    "document": "999999",
    "letter": "999999",
    "secret": "999999",
}


@dataclass(frozen=True)
class Actor:
    """Somebody who tries: their account, and the role that they have in the case, if they have one."""

    person: Callable[[], Person]
    role: Role | None = None
    family: bool = False


def _removed() -> Person:
    who = cast.member("Rem", Role.ADVISER, cast.OURS)
    Membership.objects.filter(person=who).update(ended_at=clock.instant())
    return who


ACTORS: dict[str, Actor] = {
    "adv": Actor(cast.amina, Role.ADVISER),
    "med": Actor(cast.hassan, Role.MEDIATOR),
    "was": Actor(lambda: cast.member("Ines", Role.MEDIATOR, cast.OURS)),
    "man": Actor(cast.eilidh, Role.MANAGER),
    "off": Actor(cast.dev, Role.AUTHORITY_OFFICER),
    "dec": Actor(cast.farah, Role.AUTHORITY_DECIDER),
    "icb": Actor(cast.gwen, Role.COMMISSIONING_OFFICER),
    "par": Actor(cast.cerys, Role.PARENT, family=True),
    "oth": Actor(lambda: cast.person("Owen"), Role.PARENT, family=True),
    "sup": Actor(lambda: cast.person("Sam")),
    "fam": Actor(lambda: cast.person("Fran")),
    "tom": Actor(lambda: cast.member("Tom", Role.AUTHORITY_OFFICER, ANOTHER_COUNCIL)),
    "ben": Actor(cast.ben),
    "rem": Actor(_removed),
}


def made() -> dict[str, str]:
    """Everything there, and what stands for each name in an address."""
    people = {name: actor.person() for name, actor in ACTORS.items()}
    case = cases.chosen(health=True, commissioning_body=cast.organisation(cast.BODY))
    on = date(2026, 5, 20)
    for step in (Step.TELL_AUTHORITY, Step.TELL_COMMISSIONER):
        case = do(step, case, on=on).case
    for mediator in ("was", "med"):
        case = do(Step.ASSIGN, case, on=on, person_id=people[mediator].pk).case
    case = do(Step.FIX_MEETING, case, on=on).case
    comes = {"case": case, "by": cases.adviser(), "on": on, "side": "family"}
    actions.add_person(**comes, role=Role.PARENT, name="Owen", party=True, person_id=people["oth"].pk)
    done = actions.add_person(
        **comes, role=Role.SUPPORTER, name="Sam", party=False, person_id=people["sup"].pk
    )
    actions.end_place(case=case, by=cases.adviser(), on=on, key=list(done.state.people)[-1])
    actions.add_person(**comes, role=Role.SUPPORTER, name="Una", party=False)
    actions.add_person(**comes, role=Role.SUPPORTER, name="Vic", party=False)
    for data_class, owner in (
        (DataClass.DECISION_LETTER, "shared"),
        (DataClass.FAMILY_PRIVATE, cases.FAMILY),
    ):
        _document(case, data_class, owner, people["par"])
    cases.enquiry(parent=people["fam"])
    return _names(case, people)


def _document(case: Case, data_class: DataClass, owner: str, parent: Person) -> None:
    data = f"This is {data_class}.\n".encode()
    actions.add_document(
        case=case,
        by=cases.acting(parent, Role.PARENT, cases.FAMILY),
        on=date(2026, 5, 20),
        data_class=data_class,
        owner=owner,
        file_id=store().add(data),
        name="paper.txt",
        kind=Kind.TEXT.value,
        size=len(data),
        sha256=sha256(data).hexdigest(),
    )


def counted_by(actor: str, names: dict[str, str]) -> dict[str, str]:
    """The numbers of the documents as this actor counts the entries, where they count them at all."""
    try:
        seen = case_for(reader_of(ACTORS[actor].person()), names["case"])
    except NoSuchCase:
        return {}
    mine = {str(entry.event.number): str(entry.number) for entry in seen.entries()}
    return {name: mine.get(names[name], names[name]) for name in ("letter", "secret")}


def _names(case: Case, people: dict[str, Person]) -> dict[str, str]:
    ours = cast.organisation(cast.OURS)
    call = CallBack.objects.create(
        provider=ours, reference="CA11-BACK", name="Cy", phone="1", slot=datetime(2026, 6, 20, 9, tzinfo=UTC)
    )
    entry = Practitioner.objects.create(
        person=people["med"], provider=ours, since=date(2015, 1, 1), recorded_by=people["man"]
    )
    invited = staff.invite(
        organisation=ours, role=Role.ADVISER, email="new@example.org", by=people["man"], administers=False
    )
    signed_in = cast.client_of(cast.person("Zed"))
    signed_in.get("/account")
    session = cast.person("Zed").signed_in.first()
    return {
        "case": case.reference,
        "call": call.reference,
        "practitioner": str(entry.pk),
        "member": str(Membership.objects.get(person=people["was"]).pk),
        "invitation": str(invited.invitation.pk),
        "session": str(session.pk if session else 999999),
        "provider": str(ours.pk),
        "document": "1",  # an entry, and no document
        "letter": str(Case.objects.unseen().get(pk=case.pk).events - 1),
        "secret": str(Case.objects.unseen().get(pk=case.pk).events),
    }
