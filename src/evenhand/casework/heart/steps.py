"""Every step: the words on its button and on the timeline, who may take it, the law, and who may know of it."""

from dataclasses import dataclass
from enum import StrEnum

from evenhand.people.policy import DataClass
from evenhand.people.roles import Role

A, M, P = Role.ADVISER, Role.MEDIATOR, Role.MANAGER
FAMILY = (Role.PARENT, Role.YOUNG_PERSON)
AUTHORITY = (Role.AUTHORITY_OFFICER, Role.AUTHORITY_DECIDER)
HEALTH = (Role.COMMISSIONING_OFFICER,)
PARTIES = (*FAMILY, *AUTHORITY, *HEALTH, Role.SETTING)
SERVICE = (A, M, P)


class Step(StrEnum):
    """What can be done to a case, in the order in which it usually is."""

    OPEN = "open"
    RECORD_FACTS = "record_facts"
    RECORD_CALL = "record_call"
    GIVE_ADVICE = "give_advice"
    DECLINE_MEDIATION = "decline_mediation"
    CHOOSE_MEDIATION = "choose_mediation"
    TELL_AUTHORITY = "tell_authority"
    TELL_COMMISSIONER = "tell_commissioner"
    INVITE_PARTIES = "invite_parties"
    AGREE_TO_MEET = "agree_to_meet"
    REFUSE_TO_MEET = "refuse_to_meet"
    NAME_REPRESENTATIVE = "name_representative"
    GIVE_AVAILABILITY = "give_availability"
    CANNOT_ARRANGE = "cannot_arrange"
    ASSIGN = "assign"
    HAND_OVER = "hand_over"
    ADD_PERSON = "add_person"
    CONSENT_TO_PERSON = "consent_to_person"
    END_PLACE = "end_place"
    FIX_MEETING = "fix_meeting"
    GIVE_NOTICE = "give_notice"
    CHANGE_MEETING = "change_meeting"
    CANCEL_MEETING = "cancel_meeting"
    HOLD_MEETING = "hold_meeting"
    MEETING_NOT_HELD = "meeting_not_held"
    ADJOURN = "adjourn"
    RECORD_OUTCOME = "record_outcome"
    DRAFT_AGREEMENT = "draft_agreement"
    APPROVE_AGREEMENT = "approve_agreement"
    MAKE_AGREEMENT = "make_agreement"
    ISSUE_CERTIFICATE = "issue_certificate"
    REPORT_ACTION = "report_action"
    RECORD_VIEWS = "record_views"
    ADD_NOTE = "add_note"
    WRITE_TO_MEDIATOR = "write_to_mediator"
    SHARE = "share"
    STOP_SHARING = "stop_sharing"
    ADD_DOCUMENT = "add_document"
    CLAIM_EXPENSES = "claim_expenses"
    DECIDE_EXPENSES = "decide_expenses"
    RAISE_CONCERN = "raise_concern"
    RECORD_APPEAL = "record_appeal"
    LINK_CASE = "link_case"
    GIVE_FEEDBACK = "give_feedback"
    COMPLAIN = "complain"
    ANSWER_COMPLAINT = "answer_complaint"
    CORRECT = "correct"
    MOVE_DATES = "move_dates"
    COME_OF_AGE = "come_of_age"
    CHOOSE_WHO_ACTS = "choose_who_acts"
    WITHDRAW = "withdraw"
    CLOSE = "close"
    REOPEN = "reopen"

    @property
    def says(self) -> str:
        """The words on the button."""
        return STEPS[self].says


@dataclass(frozen=True, slots=True)
class StepRule:
    """What a step is. `known_as` is the class of the fact *that* it happened; its content has classes of its own.

    `by_owner` is true where the fact itself lies in the compartment of whoever did it: a note of the mediator's
    is not even counted for the others.
    """

    says: str
    happened: str
    who: frozenset[Role]
    law: str = ""
    known_as: DataClass = DataClass.DATES
    by_owner: bool = False


def _rule(
    says: str,
    happened: str,
    *who: Role,
    law: str = "",
    known_as: DataClass = DataClass.DATES,
    by_owner: bool = False,
) -> StepRule:
    return StepRule(says, happened, frozenset(who), law, known_as, by_owner)


STEPS: dict[Step, StepRule] = {
    Step.OPEN: _rule("Open a case", "The service was first contacted", A, P, *FAMILY, *AUTHORITY, *HEALTH),
    Step.RECORD_FACTS: _rule("Add or change facts", "Facts were added", A, P, M),
    Step.RECORD_CALL: _rule(
        "Record a call", "A call was made", A, P, known_as=DataClass.ADVISER_RECORD, by_owner=True
    ),
    Step.GIVE_ADVICE: _rule(
        "Record mediation advice", "Mediation advice was given", A, law="s. 56(2); reg. 32"
    ),
    Step.DECLINE_MEDIATION: _rule(
        "The family does not wish to mediate",
        "The family said that it does not wish to mediate",
        A,
        *FAMILY,
        law="s. 55(4); reg. 34(1)",
    ),
    Step.CHOOSE_MEDIATION: _rule(
        "The family wishes to mediate",
        "The family said that it wishes to mediate",
        A,
        *FAMILY,
        law="s. 52(2), s. 53(1); reg. 33",
    ),
    Step.TELL_AUTHORITY: _rule(
        "Tell the authority",
        "The authority was told of the family’s wish and the issues",
        A,
        law="ss. 53(1), 54(1); regs 35, 36",
    ),
    Step.TELL_COMMISSIONER: _rule(
        "The commissioning body has been told",
        "The commissioning body was told of the health issues",
        A,
        *AUTHORITY,
        *HEALTH,
        law="s. 53(2); reg. 35(2)",
    ),
    Step.INVITE_PARTIES: _rule("Invite the parties", "The parties were invited", A, M, P, law="s. 57"),
    Step.AGREE_TO_MEET: _rule(
        "Agree to meet", "A party agreed to meet", A, M, P, *PARTIES, law="Code 11.6 to 11.8"
    ),
    Step.REFUSE_TO_MEET: _rule(
        "Do not agree to meet",
        "A party does not agree to meet, which says nothing about the disagreement",
        A,
        M,
        P,
        *PARTIES,
        law="Code 11.6",
    ),
    Step.NAME_REPRESENTATIVE: _rule(
        "Say who will come and can decide",
        "It was said who will come for a party and that they can decide",
        A,
        M,
        P,
        *AUTHORITY,
        *HEALTH,
        Role.SETTING,
        law="reg. 37(1); Code 11.40",
    ),
    Step.GIVE_AVAILABILITY: _rule("Say when somebody is free", "Times were given", *SERVICE, *PARTIES),
    Step.CANNOT_ARRANGE: _rule(
        "The authority cannot arrange it in 30 days",
        "The authority said that it cannot arrange mediation within 30 days",
        A,
        *AUTHORITY,
        law="reg. 36(3); reg. 39(3)",
    ),
    Step.ASSIGN: _rule(
        "Choose who does the work", "Somebody was given the work", A, P, law="ss. 53(5), 56(3)"
    ),
    Step.HAND_OVER: _rule("Hand over to a colleague", "The case was handed over", A, P),
    Step.ADD_PERSON: _rule("Add a person", "A person was added", A, M, P, law="reg. 38"),
    Step.CONSENT_TO_PERSON: _rule(
        "Say if a person may come",
        "A party said if a person may come",
        A,
        M,
        *PARTIES,
        law="reg. 38(1)",
    ),
    Step.END_PLACE: _rule("A person leaves the case", "A person left the case", A, M, P),
    Step.FIX_MEETING: _rule("Fix the meeting", "A meeting was fixed", A, M, law="regs 35(3), 36(2)"),
    Step.GIVE_NOTICE: _rule(
        "Give notice of the meeting", "Notice of the meeting was given", A, M, law="reg. 37(2)"
    ),
    Step.CHANGE_MEETING: _rule("Change the meeting", "The meeting was changed", A, M, law="reg. 37(2)"),
    Step.CANCEL_MEETING: _rule("Cancel the meeting", "The meeting was cancelled", A, M),
    Step.HOLD_MEETING: _rule("The meeting was held", "The meeting was held", A, M, law="reg. 38"),
    Step.MEETING_NOT_HELD: _rule("The meeting was not held", "The meeting was not held", A, M),
    Step.ADJOURN: _rule("The meeting goes on another day", "The meeting was adjourned", A, M),
    Step.RECORD_OUTCOME: _rule(
        "Record the outcome", "The mediation ended and its outcome was recorded", A, M
    ),
    Step.DRAFT_AGREEMENT: _rule(
        "Write the agreement", "A draft of the agreement was written", M, known_as=DataClass.AGREEMENT
    ),
    Step.APPROVE_AGREEMENT: _rule(
        "Approve the agreement", "A party approved the agreement", M, *PARTIES, known_as=DataClass.AGREEMENT
    ),
    Step.MAKE_AGREEMENT: _rule(
        "The agreement is made",
        "The agreement was made in writing",
        A,
        M,
        law="s. 51; reg. 42",
        known_as=DataClass.AGREEMENT,
    ),
    Step.ISSUE_CERTIFICATE: _rule(
        "Issue the certificate",
        "The mediation certificate was issued",
        A,
        law="s. 55(4), (5); regs 34, 39",
    ),
    Step.REPORT_ACTION: _rule(
        "Was it done?",
        "It was said if an agreed action was done",
        A,
        M,
        *PARTIES,
        law="reg. 42",
        known_as=DataClass.AGREEMENT,
    ),
    Step.RECORD_VIEWS: _rule(
        "Record the child’s views",
        "The child’s views were recorded",
        A,
        M,
        Role.YOUNG_PERSON,
        law="s. 56(1)(e); reg. 38(2), (3)",
        known_as=DataClass.CHILDS_VIEWS,
        by_owner=True,
    ),
    Step.ADD_NOTE: _rule("Add a note", "A note was written", *SERVICE, *PARTIES, by_owner=True),
    Step.WRITE_TO_MEDIATOR: _rule(
        "Write to the mediator in confidence",
        "A confidential message was written",
        M,
        *PARTIES,
        known_as=DataClass.MESSAGE_TO_MEDIATOR,
        by_owner=True,
    ),
    Step.SHARE: _rule(
        "Share something of mine", "Something was shared", *PARTIES, Role.SUPPORTER, by_owner=True
    ),
    Step.STOP_SHARING: _rule("Stop sharing", "A share was ended", *PARTIES, Role.SUPPORTER, by_owner=True),
    Step.ADD_DOCUMENT: _rule("Add a document", "A document was added", *SERVICE, *PARTIES, by_owner=True),
    Step.CLAIM_EXPENSES: _rule(
        "Claim expenses", "Expenses were claimed", A, *FAMILY, law="reg. 41", by_owner=True
    ),
    Step.DECIDE_EXPENSES: _rule(
        "Decide an expenses claim",
        "An expenses claim was decided",
        A,
        P,
        *AUTHORITY,
        *HEALTH,
        law="reg. 41",
        by_owner=True,
    ),
    Step.RAISE_CONCERN: _rule(
        "Raise a safeguarding concern",
        "A safeguarding concern was raised",
        *SERVICE,
        *PARTIES,
        Role.SUPPORTER,
        Role.ADVICE_SERVICE,
        known_as=DataClass.SAFEGUARDING,
        by_owner=True,
    ),
    Step.RECORD_APPEAL: _rule(
        "The Tribunal has received an appeal",
        "The Tribunal received an appeal",
        A,
        *FAMILY,
        *AUTHORITY,
        law="s. 51",
    ),
    Step.LINK_CASE: _rule(
        "Link another case of the same child",
        "Another case was linked",
        A,
        known_as=DataClass.ADVISER_RECORD,
        by_owner=True,
    ),
    Step.GIVE_FEEDBACK: _rule(
        "Give feedback",
        "Feedback was given",
        *PARTIES,
        Role.SUPPORTER,
        known_as=DataClass.FEEDBACK,
        by_owner=True,
    ),
    Step.COMPLAIN: _rule(
        "Complain about the service",
        "A complaint about the service was made",
        A,
        *PARTIES,
        Role.SUPPORTER,
        known_as=DataClass.FEEDBACK,
        by_owner=True,
    ),
    Step.ANSWER_COMPLAINT: _rule(
        "Answer a complaint",
        "A complaint about the service was answered",
        P,
        known_as=DataClass.FEEDBACK,
        by_owner=True,
    ),
    Step.CORRECT: _rule("Correct an entry", "An entry was corrected", A, M, P),
    Step.MOVE_DATES: _rule("Work the dates out again", "Dates were worked out again"),
    Step.COME_OF_AGE: _rule(
        "The young person becomes the party",
        "Compulsory school age ended, and the young person became the party",
        law="s. 83(2); Education Act 1996, s. 8",
    ),
    Step.CHOOSE_WHO_ACTS: _rule(
        "The young person says who acts",
        "The young person said who acts for them",
        A,
        Role.YOUNG_PERSON,
        law="s. 80; reg. 64",
    ),
    Step.WITHDRAW: _rule("The family withdraws", "The case was withdrawn", A, M, *FAMILY),
    Step.CLOSE: _rule("Close the case", "The case was closed", A, P),
    Step.REOPEN: _rule("Open the case again", "The case was opened again", A, P),
}


def may_do(role: Role, step: Step) -> bool:
    """True if somebody with this role in the case may take the step at all."""
    return role in STEPS[step].who
