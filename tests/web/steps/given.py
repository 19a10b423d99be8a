"""For every step: a case in which it can be taken, who takes it, what is posted, and what must come of it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from evenhand.casework import actions
from evenhand.casework.heart import contents
from evenhand.casework.heart.contents import ADVICE_POINTS
from evenhand.casework.heart.events import SYSTEM
from evenhand.casework.heart.stages import Kind
from evenhand.casework.heart.steps import Step
from evenhand.casework.models import Case
from evenhand.casework.recording import record
from evenhand.people.models import Person
from evenhand.people.policy import SHARED, DataClass
from evenhand.people.practitioners import declaring
from evenhand.people.practitioners.models import Practitioner, WorksAs
from evenhand.people.roles import Role
from tests.casework import cases
from tests.casework.cases import FAMILY, TODAY, acting, adviser
from tests.people import cast
from tests.people.practitioners import makes

D = DataClass
MEETING = {
    "meeting_on-day": "30",
    "meeting_on-month": "June",
    "meeting_on-year": "2026",
    "starts": "10",
    "ends": "12.30pm",
    "how": "online",
    "link": "https://meet.example/two",
    "place": "",
    "access": "Ring the bell.",
}
ITEMS = [
    {"what": "Assess Robin.", "who": "authority", "action": "assess", "by": None},
    {"what": "Ring once a week.", "who": "authority", "action": "other", "by": date(2026, 7, 1)},
]


def on(day: date = TODAY) -> dict[str, str]:
    """A day in its three fields."""
    return {"on-day": str(day.day), "on-month": str(day.month), "on-year": str(day.year)}


def hassans() -> Practitioner:
    """Hassan on the register, fit as a mediator and as an adviser."""
    provider = cast.organisation(cast.OURS)
    made = makes.practitioner("Nadia Fit", provider, cast.eilidh(), works=("mediator",))
    makes.row(WorksAs, made, work="adviser", since=makes.LONG_AGO)
    makes.row(WorksAs, made, work="facilitator", since=makes.LONG_AGO)
    makes.employed(made, "provider_under_contract", "Northwold Mediation")
    return made


def said_no_conflict(case: Case) -> Practitioner:
    """The same, who knows nobody in the case."""
    made = hassans()
    asked = declaring.ask(practitioner=made, case_reference=case.reference, by=cast.amina())
    declaring.answer(asked, by=made.person, knows=False)
    return made


def mediated(make: Callable[..., Case] = cases.held, **given: Any) -> Case:
    """A case whose mediator is Hassan."""
    case = make(**given)
    hassan = cast.hassan()
    return actions.assign(case=case, by=adviser(), on=TODAY, work="mediator", person_id=hassan.pk).case


def hassan_in(case: Case) -> Any:
    hassan = cast.hassan()
    return acting(hassan, Role.MEDIATOR, f"mediator:{hassan.pk}")


def drafted() -> Case:
    """The outcome recorded, and a draft of two things."""
    case = mediated(cases.concluded)
    return actions.draft_agreement(case=case, by=hassan_in(case), on=TODAY, items=ITEMS).case


def approved() -> Case:
    """The same, approved by both parties."""
    case = drafted()
    for party in (FAMILY, "authority"):
        case = actions.approve_agreement(case=case, by=hassan_in(case), on=TODAY, party=party, version=1).case
    return case


def made() -> Case:
    """The same, made today."""
    return actions.make_agreement(case=approved(), by=adviser(), on=TODAY).case


def withdrawn() -> Case:
    """Withdrawn before anything was chosen."""
    return actions.withdraw(case=cases.advised(), by=adviser(), on=TODAY).case


def resolving() -> Case:
    """Disagreement resolution between Cerys and the council, not yet asked."""
    return cases.enquiry(kind=Kind.RESOLUTION, matter="duties_not_carried_out", facts={"acting": "parent"})


def invited() -> Case:
    """The same, both asked."""
    return actions.invite_parties(case=resolving(), by=adviser(), on=TODAY).case


def with_another() -> Case:
    """An enquiry with a supporter, and another person who comes by consent."""
    case = cases.enquiry()
    for name, role in (("Sam", Role.SUPPORTER), ("Ina", Role.ADVICE_SERVICE)):
        case = actions.add_person(
            case=case, by=adviser(), on=TODAY, role=role, side="family", name=name, party=False
        ).case
    return case


def claimed() -> Case:
    """Cerys claims forty miles and a taxi."""
    case = cases.fixed()
    cerys = acting(cast.cerys(), Role.PARENT, FAMILY)
    lines = [{"head": "car_or_motorcycle", "quantity": 40, "pence": 1000}, {"head": "taxi", "pence": 550}]
    return actions.claim_expenses(case=case, by=cerys, on=TODAY, owner=FAMILY, lines=lines).case


def complained() -> Case:
    """Cerys complains."""
    cerys = acting(cast.cerys(), Role.PARENT, FAMILY)
    return actions.complain(case=cases.enquiry(), by=cerys, on=TODAY, words="Nobody rang back.").case


def noted() -> Case:
    """The council has a note of its own, and there is a mediator."""
    case = mediated(cases.fixed)
    dev = acting(cast.dev(), Role.AUTHORITY_OFFICER, "authority")
    return actions.add_note(
        case=case, by=dev, on=TODAY, data_class=D.BODY_PRIVATE, owner="authority", words="Our line."
    ).case


def shared() -> Case:
    """The same, shared with the mediator."""
    case = noted()
    dev = acting(cast.dev(), Role.AUTHORITY_OFFICER, "authority")
    number = case.events
    return actions.share(
        case=case, by=dev, on=TODAY, number=number, with_key=f"mediator:{cast.hassan().pk}"
    ).case


def with_health() -> Case:
    """Health is an issue and the authority has been told."""
    return cases.arranging(health=True)


def of_age() -> Case:
    """The young person’s compulsory school age is over."""
    case = cases.enquiry()
    person = contents.person(key="party:3", role=Role.YOUNG_PERSON, side="family", name="Robin Example")
    case = record(case=case, step=Step.ADD_PERSON, by=adviser(), on=TODAY, pieces=person).case
    return record(case=case, step=Step.COME_OF_AGE, by=SYSTEM, on=TODAY).case


@dataclass(frozen=True)
class Given:
    """One step as it is taken. `data` may hang on the case; `pieces` are the class and compartment of each piece."""

    case: Callable[[], Case]
    who: Callable[[], Person]
    data: dict[str, Any] | Callable[[Case], dict[str, Any]] = field(default_factory=dict)
    pieces: tuple[tuple[DataClass, str], ...] = ((D.DATES, SHARED),)
    query: str = ""

    def posted(self, case: Case) -> dict[str, Any]:
        return dict(self.data(case) if callable(self.data) else self.data)


def _someone(case: Case) -> dict[str, Any]:
    return {"who": str(said_no_conflict(case).pk), **on()}


def _other_case(_case: Case) -> dict[str, Any]:
    other = cases.enquiry(on=date(2026, 5, 12))
    return {"reference": other.reference.lower()}


def _entry(case: Case, step: Step, person: Person) -> str:
    found = [one.number for one in cases.seen(case, person).entries() if one.event.step is step]
    return str(found[-1])


def _letter() -> SimpleUploadedFile:
    return SimpleUploadedFile("letter.txt", b"Dear Cerys, no.\n", content_type="text/html")


amina, dev, eilidh, hassan, gwen, farah = (
    cast.amina,
    cast.dev,
    cast.eilidh,
    cast.hassan,
    cast.gwen,
    cast.farah,
)
NOTHING = ()
TWO_DATES = ((D.DATES, SHARED), (D.DATES, SHARED))
TWO_NOTES = ((D.DATES, SHARED), (D.JOINT_NOTES, SHARED))
WORDS = {"words": "In so many words."}

GIVEN: dict[Step, Given] = {
    Step.RECORD_FACTS: Given(
        cases.enquiry,
        amina,
        {"acting": "parent", "notice_sent-day": "2", "notice_sent-month": "5", "notice_sent-year": "2026"}
        | {"child_name": "Robin Other", "health_issue": "yes", **on()},
        ((D.DATES, SHARED), (D.CHILD_IDENTITY, SHARED)),
    ),
    Step.RECORD_CALL: Given(
        cases.enquiry, amina, {"reached": "no", **WORDS, **on()}, ((D.ADVISER_RECORD, FAMILY),)
    ),
    Step.GIVE_ADVICE: Given(
        cases.enquiry,
        amina,
        {"explained": list(ADVICE_POINTS), **WORDS, **on()},
        ((D.ADVISER_RECORD, FAMILY),),
    ),
    Step.DECLINE_MEDIATION: Given(cases.advised, amina, on(), NOTHING),
    Step.CHOOSE_MEDIATION: Given(
        cases.advised,
        amina,
        {"issues": ["education", "health"], "health_provision": "Speech therapy.", **WORDS, **on()},
        ((D.DATES, SHARED), (D.MEDIATION_ISSUES, SHARED)),
    ),
    Step.TELL_AUTHORITY: Given(cases.chosen, amina, on(), NOTHING),
    Step.TELL_COMMISSIONER: Given(with_health, amina, on(), NOTHING),
    Step.CANNOT_ARRANGE: Given(cases.arranging, dev, on(), NOTHING),
    Step.INVITE_PARTIES: Given(resolving, amina, on(), NOTHING),
    Step.AGREE_TO_MEET: Given(invited, dev, on()),
    Step.REFUSE_TO_MEET: Given(invited, amina, {"party": FAMILY, **on()}),
    Step.NAME_REPRESENTATIVE: Given(
        cases.arranging,
        dev,
        {"name": "Farah Example", "post": "Head of SEND", "can_decide": "yes", **on()},
        ((D.DATES, SHARED),),
    ),
    Step.GIVE_AVAILABILITY: Given(cases.arranging, dev, {"free-2026-06-22": "9:30 to 11, 2pm-3pm"}),
    Step.ASSIGN: Given(cases.arranging, amina, _someone, query="?work=mediator"),
    Step.HAND_OVER: Given(cases.enquiry, amina, _someone),
    Step.ADD_PERSON: Given(
        cases.enquiry,
        amina,
        {"kind": "supporter", "name": "Sam Example", "phone": "020 7946 0002", "discreet": "on"}
        | {"needs": "A ramp.", **on()},
        (
            (D.DATES, SHARED),
            (D.CONTACT_DETAILS, "person:3"),
            (D.CONTACT_DETAILS, "person:3"),
            (D.ACCESS_NEEDS, "person:3"),
        ),
    ),
    Step.CONSENT_TO_PERSON: Given(
        with_another, amina, {"party": "authority", "key": "person:4", "consents": "no", **on()}
    ),
    Step.END_PLACE: Given(with_another, amina, {"key": "person:3", **on()}),
    Step.FIX_MEETING: Given(cases.arranging, amina, MEETING | on(), TWO_DATES),
    Step.GIVE_NOTICE: Given(cases.fixed, amina, on(), NOTHING),
    Step.CHANGE_MEETING: Given(cases.fixed, amina, MEETING | {"why": "The council asked."} | on(), TWO_DATES),
    Step.CANCEL_MEETING: Given(cases.fixed, amina, {"why": "The council asked.", **on()}),
    Step.HOLD_MEETING: Given(cases.fixed, amina, {"came": [FAMILY], **on()}),
    Step.MEETING_NOT_HELD: Given(
        cases.fixed, amina, {"absent": ["authority"], "why": "Nobody said.", **on()}
    ),
    Step.ADJOURN: Given(cases.held, amina, {"why": "One more paper.", **on()}),
    Step.RECORD_OUTCOME: Given(cases.held, amina, {"issue-education": "part", **WORDS, **on()}, TWO_NOTES),
    Step.DRAFT_AGREEMENT: Given(
        lambda: mediated(cases.concluded),
        hassan,
        {"count": "1", "what-0": "Assess Robin.", "who-0": "authority", "action-0": "assess", **on()},
        ((D.AGREEMENT, SHARED),),
    ),
    Step.APPROVE_AGREEMENT: Given(drafted, farah, {"version": "1"}, ((D.AGREEMENT, SHARED),)),
    Step.MAKE_AGREEMENT: Given(approved, amina, on(), NOTHING),
    Step.ISSUE_CERTIFICATE: Given(cases.concluded, amina, on(), ((D.CERTIFICATE, SHARED),)),
    Step.REPORT_ACTION: Given(
        made, dev, {"item": "1", "done": "yes", **WORDS, **on()}, ((D.AGREEMENT, SHARED),)
    ),
    Step.RECORD_VIEWS: Given(
        cases.enquiry,
        amina,
        {"how": "drew", "may_be_read": "no", **WORDS, **on()},
        ((D.CHILDS_VIEWS, "child"),),
    ),
    Step.ADD_NOTE: Given(
        cases.arranging, dev, {"where": "body_private|authority", **WORDS}, ((D.BODY_PRIVATE, "authority"),)
    ),
    Step.WRITE_TO_MEDIATOR: Given(
        lambda: mediated(cases.fixed), dev, WORDS, ((D.MESSAGE_TO_MEDIATOR, "authority"),)
    ),
    Step.SHARE: Given(
        noted,
        dev,
        lambda case: {
            "number": _entry(case, Step.ADD_NOTE, dev()),
            "with_key": f"mediator:{hassan().pk}",
        },
        ((D.BODY_PRIVATE, "authority"),),
    ),
    Step.STOP_SHARING: Given(shared, dev, {"shared": "0"}, ((D.BODY_PRIVATE, "authority"),)),
    Step.ADD_DOCUMENT: Given(
        cases.arranging,
        dev,
        lambda _case: {"where": "decision_letter|shared", "file": _letter()},
        ((D.DECISION_LETTER, SHARED),),
    ),
    Step.CLAIM_EXPENSES: Given(
        cases.fixed, amina, {"car_or_motorcycle": "40", "taxi": "£5.50"}, ((D.OFFERS, FAMILY),)
    ),
    Step.DECIDE_EXPENSES: Given(
        claimed,
        dev,
        {"pence-0": "10", "pence-1": "0", "words": "Keep the receipt."},
        ((D.OFFERS, "authority"),),
    ),
    Step.RAISE_CONCERN: Given(cases.arranging, dev, WORDS, ((D.SAFEGUARDING, "safeguarding"),)),
    Step.RECORD_APPEAL: Given(cases.enquiry, amina, on(), NOTHING),
    Step.LINK_CASE: Given(cases.enquiry, amina, _other_case, ((D.ADVISER_RECORD, "provider"),)),
    Step.GIVE_FEEDBACK: Given(cases.arranging, dev, {"fair": "4", **WORDS}, ((D.FEEDBACK, "authority"),)),
    Step.COMPLAIN: Given(cases.arranging, dev, WORDS, ((D.FEEDBACK, "authority"),)),
    Step.ANSWER_COMPLAINT: Given(
        complained,
        eilidh,
        lambda case: {"number": _entry(case, Step.COMPLAIN, eilidh()), **WORDS},
        ((D.FEEDBACK, FAMILY),),
    ),
    Step.CORRECT: Given(
        cases.advised, amina, on(date(2026, 5, 13)) | {"new-words": "Quiet call."}, NOTHING, "?entry=5"
    ),
    Step.CHOOSE_WHO_ACTS: Given(of_age, amina, {"who": "parent_helps", **on()}),
    Step.WITHDRAW: Given(cases.advised, amina, {"why": "They moved.", **on()}),
    Step.CLOSE: Given(cases.advised, amina, {"reason": "settled", **on()}),
    Step.REOPEN: Given(withdrawn, amina, {"why": "They rang again.", **on()}),
}
