"""A case with a word of its own in every kind of content, and who must read which: worked out by hand.

The expectation is read off the confidentiality matrix, not off the policy table.
"""

from datetime import date

from evenhand.casework import actions
from evenhand.casework.heart import contents
from evenhand.casework.models import Case
from evenhand.people.policy import SHARED, DataClass
from evenhand.people.roles import Role
from tests.casework import cases
from tests.casework.cases import FAMILY, acting, adviser
from tests.people import cast

NAME, PHONE, ADDRESS, NEEDS = "Canaryname", "canaryphone", "canaryaddress", "canaryneeds"
CHILD, LETTER, CALL, ISSUES = "Canarychild", "canaryletter", "canarycall", "canaryissues"
OF_FAMILY, OF_AUTHORITY, OF_BODY = "canaryfamily", "canaryauthority", "canarybody"
TO_MEDIATOR, FROM_OFFICER, NOTEBOOK = "canarymessage", "canaryofficer", "canarynotebook"
JOINT, VIEWS, CLAIM, AGREED = "canaryjoint", "canaryviews", "canaryclaim", "canaryagreed"
CONCERN, COMPLAINT = "canaryconcern", "canarycomplaint"

ALL = {
    *(NAME, PHONE, ADDRESS, NEEDS, CHILD, LETTER, CALL, ISSUES, OF_FAMILY, OF_AUTHORITY, OF_BODY),
    *(TO_MEDIATOR, FROM_OFFICER, NOTEBOOK, JOINT, VIEWS, CLAIM, AGREED, CONCERN, COMPLAINT),
}

READS: dict[str, set[str]] = {
    "amina": {NAME, PHONE, ADDRESS, NEEDS, CHILD, LETTER, CALL, ISSUES, CONCERN},
    "dev": {NAME, ADDRESS, CHILD, LETTER, ISSUES, OF_AUTHORITY, FROM_OFFICER, JOINT, CLAIM, AGREED},
    "eilidh": {NAME, PHONE, ADDRESS, NEEDS, CONCERN, COMPLAINT},
    "farah": {NAME, PHONE, ADDRESS, CHILD, LETTER, ISSUES, OF_AUTHORITY, FROM_OFFICER, JOINT, CLAIM, AGREED},
    "gwen": {NAME, CHILD, LETTER, ISSUES, OF_BODY},
    "hassan": {
        *(NAME, PHONE, ADDRESS, NEEDS, CHILD, LETTER, ISSUES),
        *(TO_MEDIATOR, FROM_OFFICER, NOTEBOOK, JOINT, VIEWS, AGREED, CONCERN),
    },
}
"""Who of the cast reads what in the workspace. Gwen was told of the health issue and is not a party."""


def case() -> Case:
    """The case, from the first call to the agreement, with everything said that can be."""
    hassan, gwen = cast.hassan(), cast.gwen()
    cast.eilidh()
    mediator = acting(hassan, Role.MEDIATOR, f"mediator:{hassan.pk}")
    body = acting(gwen, Role.COMMISSIONING_OFFICER, "commissioning_body")
    made = _opened()
    on = date(2026, 5, 13)
    made = actions.choose_mediation(
        case=made, by=adviser(), on=on, education=True, health=True, care=False, issues=ISSUES
    ).case
    made = actions.tell_authority(case=made, by=adviser(), on=on).case
    made = actions.tell_commissioner(case=made, by=adviser(), on=on).case
    made = actions.assign(case=made, by=adviser(), on=on, work="mediator", person_id=hassan.pk).case
    made = _said(made)
    _note(made, DataClass.BODY_PRIVATE, body, OF_BODY)
    _note(made, DataClass.MEDIATOR_NOTES, mediator, NOTEBOOK)
    _note(made, DataClass.JOINT_NOTES, mediator, JOINT, SHARED)
    return _met(made)


def _opened() -> Case:
    family = contents.person(
        key=FAMILY,
        role=Role.PARENT,
        side="family",
        name=f"Cerys {NAME}",
        party=True,
        person_id=cast.cerys().pk,
        contact={"email": "cerys@cast.example", "phone": PHONE},
        address=f"1 {ADDRESS}",
        needs=NEEDS,
    )
    authority = contents.person(
        key="authority", role=Role.AUTHORITY_OFFICER, side="authority", name="Ealing Council", party=True
    )
    made = cases.enquiry(
        child={"name": f"Robin {CHILD}", "date_of_birth": "2017-03-04"},
        people=[family, authority],
        commissioning_body=cast.organisation(cast.BODY),
    )
    return actions.give_advice(
        case=made,
        by=adviser(),
        on=date(2026, 5, 12),
        family=FAMILY,
        explained=contents.ADVICE_POINTS,
        words=CALL,
    ).case


def _note(case: Case, data_class: DataClass, by: contents.Any, words: str, owner: str = "") -> None:
    on = date(2026, 5, 14)
    actions.add_note(case=case, by=by, on=on, data_class=data_class, owner=owner or by.key, words=words)


def _said(made: Case) -> Case:
    on = date(2026, 5, 14)
    parent = acting(cast.cerys(), Role.PARENT, FAMILY)
    officer = acting(cast.dev(), Role.AUTHORITY_OFFICER, "authority")
    _note(made, DataClass.FAMILY_PRIVATE, parent, OF_FAMILY)
    _note(made, DataClass.BODY_PRIVATE, officer, OF_AUTHORITY)
    actions.write_to_mediator(case=made, by=parent, on=on, party=FAMILY, words=TO_MEDIATOR)
    actions.write_to_mediator(case=made, by=officer, on=on, party="authority", words=FROM_OFFICER)
    actions.record_views(case=made, by=adviser(), on=on, words=VIEWS, how="drawing", may_be_read=False)
    actions.raise_concern(case=made, by=parent, on=on, words=CONCERN)
    actions.complain(case=made, by=parent, on=on, words=COMPLAINT)
    lines = [{"head": "travel", "what": CLAIM, "pence": 100}]
    actions.claim_expenses(case=made, by=parent, on=on, owner=FAMILY, lines=lines)
    letter = {"file_id": "f1", "name": f"{LETTER}.pdf", "kind": "pdf", "size": 3, "sha256": "0" * 64}
    return actions.add_document(
        case=made, by=parent, on=on, data_class=DataClass.DECISION_LETTER, owner=SHARED, **letter
    ).case


def _met(made: Case) -> Case:
    hassan = cast.hassan()
    mediator = acting(hassan, Role.MEDIATOR, f"mediator:{hassan.pk}")
    made = actions.fix_meeting(
        case=made,
        by=adviser(),
        on=date(2026, 5, 18),
        meeting_on=date(2026, 6, 9),
        starts="10:00",
        ends="12:00",
        how="online",
        link="https://meet.example/one",
    ).case
    made = actions.give_notice(case=made, by=adviser(), on=date(2026, 5, 20)).case
    on = date(2026, 6, 9)
    made = actions.hold_meeting(case=made, by=mediator, on=on, came=[FAMILY], absent=["authority"]).case
    made = actions.record_outcome(case=made, by=mediator, on=on, by_issue={"education": "agreed"}).case
    items = [{"what": AGREED, "who": "authority", "action": "assess"}]
    return actions.draft_agreement(case=made, by=mediator, on=on, items=items).case
