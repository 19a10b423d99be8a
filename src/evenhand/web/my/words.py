"""What families are told about their case: where it stands, what is due, what happened, and who people are."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from evenhand.casework.heart.stages import Kind, Stage
from evenhand.casework.heart.steps import Step
from evenhand.people.policy import DataClass
from evenhand.people.roles import Role

KINDS: dict[Kind, Promise] = {
    Kind.MEDIATION: _("Mediation"),
    Kind.RESOLUTION: _("Disagreement resolution"),
}

STANDS: dict[Stage, Promise] = {
    Stage.ENQUIRY: _("You have asked for help."),
    Stage.ADVICE_GIVEN: _("You have been told what mediation is. Now you choose."),
    Stage.CERTIFICATE_DUE: _("You do not want mediation. The certificate comes next."),
    Stage.MEDIATION_CHOSEN: _("You want mediation. We tell the council."),
    Stage.ARRANGING: _("The council knows. A meeting is being arranged."),
    Stage.CANNOT_ARRANGE: _("The council cannot arrange a meeting in time. The certificate comes next."),
    Stage.INVITED: _("Everybody has been asked to a meeting. Nobody has to come."),
    Stage.DECLINED: _(
        "Somebody does not want to meet. So there is no meeting. It does not say who is right."
    ),
    Stage.ALL_AGREED: _("Everybody has said yes to a meeting. Now it gets a day."),
    Stage.MEETING_FIXED: _("There is a day for your meeting."),
    Stage.NOTICE_GIVEN: _("There is a day for your meeting."),
    Stage.NOT_HELD: _("The meeting did not take place."),
    Stage.HELD: _("The meeting has taken place."),
    Stage.ADJOURNED: _("The meeting goes on another day."),
    Stage.OUTCOME_RECORDED: _("The meeting is over. What came of it is written down."),
    Stage.CERTIFIED: _("You have your certificate."),
    Stage.FOLLOWING_UP: _("You have an agreement. Now it is carried out."),
    Stage.WITHDRAWN: _("This case was ended because the family asked for it."),
    Stage.CLOSED: _("This case is closed."),
}
"""Where a case stands, as its family is told."""

DUE: dict[str, Promise] = {
    "give_advice": _("We ring you and tell you about mediation"),
    "ask_choice": _("We ask you what you want to do"),
    "tell_authority": _("We tell the council that you want mediation"),
    "choose_mediator": _("We choose a mediator"),
    "name_representative": _("They say who comes and can decide"),
    "record_outcome": _("The mediator writes down what came of it"),
    "fix_meeting": _("We find a day for the meeting"),
    "tell_family_of_meeting": _("You must be told the day and place of the meeting"),
    "answer_invitation": _("Everybody says if they want to meet"),
    "invite_parties": _("We ask everybody if they want to meet"),
    "answer_complaint": _("We answer your complaint about us"),
    "decide_expenses": _("You are told if your costs are paid"),
    "comes_of_age": _("The young person becomes the one who decides"),
}
"""What the service has set itself to do. What is not here is our own housekeeping, and no day of a family's."""

WHOSE: dict[str, Promise] = {
    "family": _("The family"),
    "adviser": _("The mediation adviser"),
    "mediator": _("The mediator"),
    "manager": _("The service’s manager"),
    "authority": _("The council"),
    "commissioning_body": _("The health service"),
    "setting": _("The school or college"),
    "parties": _("Everybody who was asked"),
}

SIDES: dict[str, Promise] = WHOSE | {"provider": _("The service")}

CERTIFICATE_BECAUSE: dict[str, Promise] = {
    "took_part": _("You took part in mediation."),
    "cannot_arrange": _("Mediation could not be arranged in time."),
    "does_not_wish": _("You do not want mediation."),
}

HAPPENED: dict[Step, Promise] = {
    Step.OPEN: _("The case began."),
    Step.RECORD_FACTS: _("Something was added to what we know."),
    Step.RECORD_CALL: _("We rang you."),
    Step.GIVE_ADVICE: _("We told you what mediation is."),
    Step.DECLINE_MEDIATION: _("You said that you do not want mediation."),
    Step.CHOOSE_MEDIATION: _("You said that you want mediation."),
    Step.TELL_AUTHORITY: _("The council was told that you want mediation, and what about."),
    Step.TELL_COMMISSIONER: _("The health service was told what is about health."),
    Step.INVITE_PARTIES: _("Everybody was asked to a meeting."),
    Step.AGREE_TO_MEET: _("Somebody said yes to a meeting."),
    Step.REFUSE_TO_MEET: _("Somebody said no to a meeting. It does not say who is right."),
    Step.NAME_REPRESENTATIVE: _("We were told who comes to the meeting and can decide."),
    Step.GIVE_AVAILABILITY: _("Somebody told us when they are free."),
    Step.CANNOT_ARRANGE: _("The council said that it cannot arrange a meeting in time."),
    Step.ASSIGN: _("Somebody was chosen to do the work."),
    Step.HAND_OVER: _("Another adviser took over."),
    Step.ADD_PERSON: _("Somebody joined the case."),
    Step.CONSENT_TO_PERSON: _("Somebody said if another person may come."),
    Step.END_PLACE: _("Somebody left the case."),
    Step.FIX_MEETING: _("The meeting got a day."),
    Step.GIVE_NOTICE: _("Everybody was told the day and place of the meeting."),
    Step.CHANGE_MEETING: _("The meeting was changed."),
    Step.CANCEL_MEETING: _("The meeting was called off."),
    Step.HOLD_MEETING: _("The meeting took place."),
    Step.MEETING_NOT_HELD: _("The meeting did not take place."),
    Step.ADJOURN: _("The meeting is to go on another day."),
    Step.RECORD_OUTCOME: _("It was written down what came of the meeting."),
    Step.DRAFT_AGREEMENT: _("The agreement was written down."),
    Step.APPROVE_AGREEMENT: _("Somebody said yes to the agreement."),
    Step.MAKE_AGREEMENT: _("Everybody said yes. The agreement is made."),
    Step.ISSUE_CERTIFICATE: _("The certificate was issued."),
    Step.REPORT_ACTION: _("Somebody said if a thing that was agreed has been done."),
    Step.RECORD_VIEWS: _("The child said what they think."),
    Step.ADD_NOTE: _("A note was written."),
    Step.WRITE_TO_MEDIATOR: _("There was a message between a family and the mediator."),
    Step.SHARE: _("Something was shown to one other person."),
    Step.STOP_SHARING: _("Something is no longer shown to another person."),
    Step.ADD_DOCUMENT: _("A document was added."),
    Step.CLAIM_EXPENSES: _("Somebody asked for their costs to be paid."),
    Step.DECIDE_EXPENSES: _("It was decided if costs are paid."),
    Step.RAISE_CONCERN: _("Somebody told us that they are worried."),
    Step.RECORD_APPEAL: _("The Tribunal has an appeal."),
    Step.LINK_CASE: _("Another case of the same child was put beside this one."),
    Step.GIVE_FEEDBACK: _("Somebody told us how it was."),
    Step.COMPLAIN: _("Somebody complained about us."),
    Step.ANSWER_COMPLAINT: _("We answered a complaint about us."),
    Step.CORRECT: _("A mistake was put right."),
    Step.MOVE_DATES: _("The days were worked out again."),
    Step.COME_OF_AGE: _("School age ended. The young person decides now."),
    Step.CHOOSE_WHO_ACTS: _("The young person said who acts for them."),
    Step.WITHDRAW: _("The family ended the case."),
    Step.CLOSE: _("The case was closed."),
    Step.REOPEN: _("The case was opened again."),
}
"""Every step as a family reads of it."""

BY: dict[Role, Promise] = {
    Role.PARENT: _("a parent"),
    Role.YOUNG_PERSON: _("the young person"),
    Role.SUPPORTER: _("the supporter"),
    Role.SETTING: _("the school or college"),
    Role.AUTHORITY_OFFICER: _("the council"),
    Role.AUTHORITY_DECIDER: _("the council"),
    Role.COMMISSIONING_OFFICER: _("the health service"),
    Role.ADVISER: _("the adviser"),
    Role.MEDIATOR: _("the mediator"),
    Role.MANAGER: _("the service’s manager"),
    Role.ADVICE_SERVICE: _("the advice service"),
}

WRITTEN: dict[DataClass, Promise] = {
    DataClass.CONTACT_DETAILS: _("How to reach you, and where you live"),
    DataClass.CHILD_IDENTITY: _("Who the child is"),
    DataClass.DECISION_LETTER: _("The council’s letter"),
    DataClass.ADVISER_RECORD: _("What you and the adviser talked about"),
    DataClass.MEDIATION_ISSUES: _("What the mediation is about"),
    DataClass.FAMILY_PRIVATE: _("Your own notes"),
    DataClass.MESSAGE_TO_MEDIATOR: _("Your messages to the mediator"),
    DataClass.JOINT_NOTES: _("Papers that are shared"),
    DataClass.CHILDS_VIEWS: _("What the child thinks"),
    DataClass.AGREEMENT: _("The agreement"),
    DataClass.CERTIFICATE: _("The certificate"),
    DataClass.DATES: _("Days, and who came"),
    DataClass.ACCESS_NEEDS: _("What you need, to take part"),
}
"""The kinds of content that a family is told who reads them."""
