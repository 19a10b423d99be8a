"""Every step as a call of its action, with words that fit, for tests that take all of them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from evenhand.casework import actions
from evenhand.casework.heart import contents
from evenhand.casework.heart.events import SYSTEM, Actor
from evenhand.casework.heart.steps import Step
from evenhand.casework.models import Case
from evenhand.casework.recording import Done, record
from evenhand.people.policy import DataClass
from evenhand.people.roles import Role
from tests.casework.cases import FAMILY, TODAY
from tests.people import cast

MEETING = {"meeting_on": date(2026, 6, 30), "starts": "10:00", "ends": "12:00", "how": "telephone"}
ITEMS = [{"what": "Assess", "who": "authority", "action": "assess"}]
COMES = {"side": "authority", "name": "Farah", "post": "Head", "can_decide": True}
WISH = {"education": True, "health": False, "care": False, "issues": "Why not"}
BOTH = {"came": [FAMILY, "authority"], "absent": []}
PAPER = {"file_id": "f", "name": "letter.pdf", "kind": "pdf", "size": 1, "sha256": "0" * 64}

CALLS: dict[Step, tuple[Callable[..., Done], dict[str, Any]]] = {
    Step.RECORD_FACTS: (actions.record_facts, {"facts": {"notice_dated": "2026-05-01"}}),
    Step.RECORD_CALL: (actions.record_call, {"family": FAMILY, "reached": False}),
    Step.GIVE_ADVICE: (actions.give_advice, {"family": FAMILY, "explained": list(contents.ADVICE_POINTS)}),
    Step.DECLINE_MEDIATION: (actions.decline_mediation, {}),
    Step.CHOOSE_MEDIATION: (actions.choose_mediation, WISH),
    Step.TELL_AUTHORITY: (actions.tell_authority, {}),
    Step.TELL_COMMISSIONER: (actions.tell_commissioner, {}),
    Step.INVITE_PARTIES: (actions.invite_parties, {}),
    Step.AGREE_TO_MEET: (actions.agree_to_meet, {"party": FAMILY}),
    Step.REFUSE_TO_MEET: (actions.refuse_to_meet, {"party": FAMILY}),
    Step.NAME_REPRESENTATIVE: (actions.name_representative, COMES),
    Step.GIVE_AVAILABILITY: (actions.give_availability, {"key": FAMILY, "times": ["2026-06-30T10:00"]}),
    Step.CANNOT_ARRANGE: (actions.cannot_arrange, {}),
    Step.CONSENT_TO_PERSON: (actions.consent_to_person, {"party": FAMILY, "key": FAMILY, "consents": True}),
    Step.END_PLACE: (actions.end_place, {"key": FAMILY}),
    Step.FIX_MEETING: (actions.fix_meeting, MEETING),
    Step.GIVE_NOTICE: (actions.give_notice, {}),
    Step.CHANGE_MEETING: (actions.change_meeting, MEETING | {"why": "Illness"}),
    Step.CANCEL_MEETING: (actions.cancel_meeting, {"why": "Illness"}),
    Step.HOLD_MEETING: (actions.hold_meeting, BOTH),
    Step.MEETING_NOT_HELD: (actions.meeting_not_held, {"absent": ["authority"], "why": "Nobody came"}),
    Step.ADJOURN: (actions.adjourn, {}),
    Step.RECORD_OUTCOME: (actions.record_outcome, {"by_issue": {"education": "agreed"}}),
    Step.DRAFT_AGREEMENT: (actions.draft_agreement, {"items": ITEMS}),
    Step.APPROVE_AGREEMENT: (actions.approve_agreement, {"party": FAMILY, "version": 1}),
    Step.MAKE_AGREEMENT: (actions.make_agreement, {}),
    Step.ISSUE_CERTIFICATE: (actions.issue_certificate, {}),
    Step.REPORT_ACTION: (actions.report_action, {"party": FAMILY, "item": 0, "done": True}),
    Step.RECORD_VIEWS: (actions.record_views, {"words": "I like it.", "how": "drawing", "may_be_read": True}),
    Step.ADD_NOTE: (
        actions.add_note,
        {"data_class": DataClass.FAMILY_PRIVATE, "owner": FAMILY, "words": "Mine."},
    ),
    Step.WRITE_TO_MEDIATOR: (actions.write_to_mediator, {"party": FAMILY, "words": "Between us."}),
    Step.SHARE: (actions.share, {"number": 1, "with_key": "authority"}),
    Step.STOP_SHARING: (actions.stop_sharing, {"number": 1, "with_key": "authority"}),
    Step.ADD_DOCUMENT: (
        actions.add_document,
        PAPER | {"data_class": DataClass.DECISION_LETTER, "owner": "shared"},
    ),
    Step.CLAIM_EXPENSES: (
        actions.claim_expenses,
        {"owner": FAMILY, "lines": [{"head": "travel", "pence": 420}]},
    ),
    Step.DECIDE_EXPENSES: (
        actions.decide_expenses,
        {"number": 5, "lines": [{"head": "travel", "pence": 420}]},
    ),
    Step.RAISE_CONCERN: (actions.raise_concern, {"words": "A worry."}),
    Step.RECORD_APPEAL: (actions.record_appeal, {}),
    Step.LINK_CASE: (actions.link_case, {"reference": "ABCD-EFGH"}),
    Step.GIVE_FEEDBACK: (actions.give_feedback, {"words": "Kind.", "marks": {"kind": 5}}),
    Step.COMPLAIN: (actions.complain, {"words": "Slow."}),
    Step.ANSWER_COMPLAINT: (actions.answer_complaint, {"number": 5, "words": "Sorry."}),
    Step.CORRECT: (actions.correct, {"number": 2}),
    Step.CHOOSE_WHO_ACTS: (actions.choose_who_acts, {"who": "alone"}),
    Step.WITHDRAW: (actions.withdraw, {}),
    Step.CLOSE: (actions.close, {"reason": "done"}),
    Step.REOPEN: (actions.reopen, {"why": "They rang again"}),
}
WITH_PEOPLE = (Step.ASSIGN, Step.HAND_OVER, Step.ADD_PERSON)
BY_THE_SYSTEM = (Step.MOVE_DATES, Step.COME_OF_AGE)

ORDINARY: dict[Step, Role] = {
    Step.APPROVE_AGREEMENT: Role.PARENT,
    Step.WRITE_TO_MEDIATOR: Role.PARENT,
    Step.SHARE: Role.PARENT,
    Step.STOP_SHARING: Role.PARENT,
    Step.GIVE_FEEDBACK: Role.PARENT,
    Step.ANSWER_COMPLAINT: Role.MANAGER,
    Step.DRAFT_AGREEMENT: Role.MEDIATOR,
}
"""Who takes a step here, where it is not the adviser."""


def as_role(role: Role) -> Actor:
    """Somebody in a role, with the key that goes with it."""
    if role in (Role.PARENT, Role.YOUNG_PERSON):
        return Actor(cast.cerys().pk, role, FAMILY)
    return Actor(cast.amina().pk, role, "provider")


def do(
    step: Step,
    case: Case,
    *,
    on: date | None = None,
    press: UUID | None = None,
    role: Role | None = None,
    **other: Any,
) -> Done:
    """Take the step on the day of the tests, or raise what its action raises."""
    day = on or TODAY
    if step in BY_THE_SYSTEM:
        return record(case=case, step=step, by=as_role(role) if role else SYSTEM, on=day, press=press)
    by = as_role(role or ORDINARY.get(step, Role.ADVISER))
    if step in (Step.SHARE, Step.STOP_SHARING):
        by = replace(by, key=FAMILY)  # so that it is their own, whoever they are
    action, given = CALLS[step] if step in CALLS else _with_people(step)
    return action(case=case, by=by, on=day, press=press, **given | other)


def _with_people(step: Step) -> tuple[Callable[..., Done], dict[str, Any]]:
    if step is Step.ASSIGN:
        return actions.assign, {"work": "mediator", "person_id": cast.hassan().pk}
    if step is Step.HAND_OVER:
        return actions.hand_over, {"person_id": cast.eilidh().pk}
    return actions.add_person, {"role": Role.PARENT, "side": "family", "name": "Owen", "party": True}
