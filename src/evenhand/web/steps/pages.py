"""Every step that a person takes, and its page: the form, and the words around it."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as lazy

from evenhand.casework.heart.steps import Step

from .advising import ChooseMediation, DeclineMediation, GiveAdvice, RecordCall
from .agreed import ApproveAgreement, MakeAgreement, ReportAction
from .agreeing import DraftAgreement
from .asked import Area, Asked
from .certificate import IssueCertificate
from .childs_views import RecordViews
from .coming import GiveAvailability, NameRepresentative
from .correcting import Correct
from .ending import Close, LinkCase, Reopen, Withdraw
from .facts import RecordFacts
from .forms import Said, StepForm
from .held import Adjourn, HoldMeeting, MeetingNotHeld, RecordOutcome
from .meeting import CancelMeeting, ChangeMeeting, FixMeeting, GiveNotice
from .money import ClaimExpenses, DecideExpenses
from .papers import AddDocument
from .persons import AddPerson, ConsentToPerson, DescribePerson, EndPlace
from .resolving import AgreeToMeet, RefuseToMeet
from .saying import AddNote, AnswerComplaint, Complain, GiveFeedback, RaiseConcern, WriteToMediator
from .sharing import Share, StopSharing
from .telling import CannotArrange, InviteParties, RecordAppeal, TellAuthority, TellCommissioner
from .who_acts import ChooseWhoActs
from .work import Assign, HandOver


@dataclass(frozen=True, slots=True)
class FamilyWords:
    """The words of a step on the family's pages: its title, its button, and what is said when it is done."""

    title: Said
    button: Said = ""
    done: Said = ""


@dataclass(frozen=True, slots=True)
class StepPage:
    """The page of one step.

    `done` is said when it is done, and `button` are the words of its button. `person` is the form for one person of
    the case, whom the address names. A party reads the family's title, wherever the page is.
    """

    form: type[StepForm]
    done: Said
    family: FamilyWords | None = None
    button: Said = ""
    person: type[StepForm] | None = None

    def form_for(self, asked: Asked) -> type[StepForm]:
        """The form, or the one for the person in the address."""
        somebody = asked.seen.state.people.get(asked.query.get("person", ""))
        return self.person if self.person and somebody and somebody.present else self.form

    def title(self, asked: Asked) -> Said:
        """The title for this reader."""
        if asked.acts_for_a_party and self.family:
            return self.family.title
        return self.title_in(asked.area, asked.step)

    def title_in(self, area: Area, step: Step) -> Said:
        """The title in an area."""
        return self.family.title if area.plain and self.family else step.says

    def words_of_button(self, asked: Asked) -> Said:
        """What is on the button."""
        if asked.area.plain and self.family and self.family.button:
            return self.family.button
        return self.button or self.title(asked)

    def words_when_done(self, area: Area) -> Said:
        """What is said when it is done."""
        return self.family.done if area.plain and self.family and self.family.done else self.done


SAVE, SEND = lazy("Save"), lazy("Send")

PAGES: dict[Step, StepPage] = {
    Step.RECORD_FACTS: StepPage(
        RecordFacts, lazy("The facts are recorded."), button=SAVE, person=DescribePerson
    ),
    Step.RECORD_CALL: StepPage(RecordCall, lazy("The call is recorded."), button=SAVE),
    Step.GIVE_ADVICE: StepPage(GiveAdvice, lazy("The mediation advice is recorded."), button=SAVE),
    Step.DECLINE_MEDIATION: StepPage(
        DeclineMediation,
        lazy("It is recorded that the family does not wish to mediate."),
        family=FamilyWords(
            lazy("Say that you do not want to mediate"),
            lazy("I do not want to mediate"),
            done=lazy("We have noted that you do not want to mediate."),
        ),
        button=lazy("Record it"),
    ),
    Step.CHOOSE_MEDIATION: StepPage(
        ChooseMediation,
        lazy("It is recorded that the family wishes to mediate."),
        family=FamilyWords(
            lazy("Say that you want to mediate"),
            lazy("I want to mediate"),
            done=lazy("We have noted that you want to mediate."),
        ),
        button=SAVE,
    ),
    Step.TELL_AUTHORITY: StepPage(TellAuthority, lazy("The authority has been told.")),
    Step.TELL_COMMISSIONER: StepPage(
        TellCommissioner, lazy("It is recorded that the commissioning body has been told."), button=SAVE
    ),
    Step.INVITE_PARTIES: StepPage(InviteParties, lazy("The parties are invited.")),
    Step.AGREE_TO_MEET: StepPage(
        AgreeToMeet,
        lazy("It is recorded that they agree to meet."),
        family=FamilyWords(lazy("Agree to meet"), done=lazy("We have noted that you agree to meet.")),
    ),
    Step.REFUSE_TO_MEET: StepPage(
        RefuseToMeet,
        lazy("It is recorded. No reason was asked, and nothing is read into it."),
        family=FamilyWords(
            lazy("Say that you do not want to meet"),
            lazy("I do not want to meet"),
            done=lazy("We have noted it. You do not have to say why."),
        ),
        button=lazy("Record it"),
    ),
    Step.NAME_REPRESENTATIVE: StepPage(
        NameRepresentative, lazy("It is recorded who will come."), button=SAVE
    ),
    Step.GIVE_AVAILABILITY: StepPage(
        GiveAvailability,
        lazy("The times are recorded."),
        family=FamilyWords(lazy("Say when you are free")),
        button=SAVE,
    ),
    Step.CANNOT_ARRANGE: StepPage(
        CannotArrange,
        lazy("It is recorded that mediation cannot be arranged in time."),
        button=lazy("Record it"),
    ),
    Step.ASSIGN: StepPage(Assign, lazy("The work has been given."), button=SAVE),
    Step.HAND_OVER: StepPage(HandOver, lazy("The case has been handed over."), button=lazy("Hand it over")),
    Step.ADD_PERSON: StepPage(AddPerson, lazy("The person is in the case."), button=lazy("Add the person")),
    Step.CONSENT_TO_PERSON: StepPage(
        ConsentToPerson,
        lazy("The answer is recorded."),
        family=FamilyWords(lazy("Say if a person may come"), done=lazy("We have noted your answer.")),
        button=SAVE,
    ),
    Step.END_PLACE: StepPage(EndPlace, lazy("The person has left the case.")),
    Step.FIX_MEETING: StepPage(FixMeeting, lazy("The meeting is fixed."), button=lazy("Fix the meeting")),
    Step.GIVE_NOTICE: StepPage(GiveNotice, lazy("Notice of the meeting has been given.")),
    Step.CHANGE_MEETING: StepPage(ChangeMeeting, lazy("The meeting is changed, and everybody is told.")),
    Step.CANCEL_MEETING: StepPage(CancelMeeting, lazy("The meeting is cancelled, and everybody is told.")),
    Step.HOLD_MEETING: StepPage(HoldMeeting, lazy("It is recorded that the meeting was held."), button=SAVE),
    Step.MEETING_NOT_HELD: StepPage(
        MeetingNotHeld, lazy("It is recorded that the meeting was not held."), button=SAVE
    ),
    Step.ADJOURN: StepPage(
        Adjourn, lazy("It is recorded that the meeting goes on another day."), button=SAVE
    ),
    Step.RECORD_OUTCOME: StepPage(RecordOutcome, lazy("The outcome is recorded."), button=SAVE),
    Step.DRAFT_AGREEMENT: StepPage(
        DraftAgreement, lazy("The agreement is written, for every party to read."), button=SAVE
    ),
    Step.APPROVE_AGREEMENT: StepPage(
        ApproveAgreement,
        lazy("The agreement is approved."),
        family=FamilyWords(lazy("Read the agreement, and approve it or not")),
        button=lazy("Approve this version"),
    ),
    Step.MAKE_AGREEMENT: StepPage(
        MakeAgreement, lazy("The agreement is made."), button=lazy("Make the agreement")
    ),
    Step.ISSUE_CERTIFICATE: StepPage(
        IssueCertificate,
        lazy("The certificate is issued: its number, its day and its ground are recorded."),
    ),
    Step.REPORT_ACTION: StepPage(
        ReportAction,
        lazy("What you said is recorded."),
        family=FamilyWords(lazy("Say if it was done"), done=lazy("We have noted what you said.")),
        button=SAVE,
    ),
    Step.RECORD_VIEWS: StepPage(RecordViews, lazy("The child’s views are recorded."), button=SAVE),
    Step.ADD_NOTE: StepPage(
        AddNote, lazy("The note is kept."), family=FamilyWords(lazy("Write a note")), button=SAVE
    ),
    Step.WRITE_TO_MEDIATOR: StepPage(
        WriteToMediator,
        lazy("The message is with the mediator and the party, and nobody else."),
        family=FamilyWords(
            lazy("Write to the mediator"), done=lazy("Your message is with the mediator, and nobody else.")
        ),
        button=SEND,
    ),
    Step.SHARE: StepPage(Share, lazy("It is shared."), button=lazy("Share it")),
    Step.STOP_SHARING: StepPage(StopSharing, lazy("It is no longer shared.")),
    Step.ADD_DOCUMENT: StepPage(AddDocument, lazy("The document is kept."), button=lazy("Add the document")),
    Step.CLAIM_EXPENSES: StepPage(
        ClaimExpenses, lazy("The claim is with whoever decides it."), button=lazy("Claim")
    ),
    Step.DECIDE_EXPENSES: StepPage(DecideExpenses, lazy("The claim is decided."), button=SAVE),
    Step.RAISE_CONCERN: StepPage(
        RaiseConcern,
        lazy("The service’s lead for safeguarding has been told."),
        family=FamilyWords(
            lazy("Say that somebody may not be safe"),
            done=lazy("Thank you. Somebody whose job it is to keep people safe has been told."),
        ),
        button=lazy("Send it now"),
    ),
    Step.RECORD_APPEAL: StepPage(RecordAppeal, lazy("The appeal is recorded."), button=SAVE),
    Step.LINK_CASE: StepPage(LinkCase, lazy("The cases are linked."), button=lazy("Link it")),
    Step.GIVE_FEEDBACK: StepPage(
        GiveFeedback,
        lazy("Thank you. The manager reads it."),
        family=FamilyWords(lazy("Tell us how it went")),
        button=SEND,
    ),
    Step.COMPLAIN: StepPage(
        Complain,
        lazy("The complaint is with the manager."),
        family=FamilyWords(lazy("Complain about us")),
        button=SEND,
    ),
    Step.ANSWER_COMPLAINT: StepPage(
        AnswerComplaint, lazy("The complaint is answered."), button=lazy("Send the answer")
    ),
    Step.CORRECT: StepPage(Correct, lazy("The entry is corrected."), button=lazy("Correct it")),
    Step.CHOOSE_WHO_ACTS: StepPage(
        ChooseWhoActs,
        lazy("It is recorded who acts from now on."),
        family=FamilyWords(lazy("Say who acts for you"), done=lazy("We have noted who acts for you.")),
        button=SAVE,
    ),
    Step.WITHDRAW: StepPage(
        Withdraw,
        lazy("The case is withdrawn."),
        family=FamilyWords(
            lazy("Stop, and end your case"),
            lazy("End my case"),
            done=lazy("Your case is ended. You can ask us to open it again."),
        ),
        button=lazy("Withdraw"),
    ),
    Step.CLOSE: StepPage(Close, lazy("The case is closed.")),
    Step.REOPEN: StepPage(Reopen, lazy("The case is open again.")),
}
"""Every step but those in `ELSEWHERE`."""

ELSEWHERE: dict[Step, str] = {
    Step.OPEN: "A case is opened where there is none yet, by the ways in.",
    Step.COME_OF_AGE: "The system takes it itself, on the day on which compulsory school age is over.",
    Step.MOVE_DATES: "The system takes it itself, when the law or the bank holidays change.",
}
"""Steps that have no page here, and why."""
