"""Who is told what, after which step. The words say what happened and what to do, and nothing that anyone said."""

from dataclasses import dataclass

from .steps import Step

FAMILY, ADVISER, MEDIATOR, MANAGER = "family", "adviser", "mediator", "manager"
AUTHORITY, HEALTH, SETTING = "authority", "commissioning_body", "setting"
ROOM = (FAMILY, AUTHORITY, HEALTH, SETTING)


@dataclass(frozen=True, slots=True)
class Telling:
    """A message to each of the audiences. `due` names the date to say with it; `statutory` if the law asks for it."""

    to: tuple[str, ...]
    happened: str
    to_do: str
    due: str = ""
    statutory: bool = False


SIGN_IN = "Sign in to read it."

TELLINGS: dict[Step, tuple[Telling, ...]] = {
    Step.GIVE_ADVICE: (
        Telling(
            (FAMILY,),
            "You have been given information about mediation.",
            "Sign in to read it again.",
            "register_appeal",
        ),
    ),
    Step.DECLINE_MEDIATION: (
        Telling(
            (FAMILY,),
            "We have noted that you do not wish to mediate.",
            "You do not need to do anything. The certificate comes next.",
            "issue_certificate",
        ),
    ),
    Step.CHOOSE_MEDIATION: (
        Telling((FAMILY,), "We have noted that you wish to mediate.", "We tell the council for you."),
    ),
    Step.TELL_AUTHORITY: (
        Telling(
            (AUTHORITY,),
            "A family wishes to mediate about a decision of yours.",
            "Sign in to read the issues, and say who will come and can decide.",
            "arrange_mediation",
            statutory=True,
        ),
        Telling(
            (FAMILY,), "The council has been told that you wish to mediate.", SIGN_IN, "arrange_mediation"
        ),
    ),
    Step.TELL_COMMISSIONER: (
        Telling(
            (HEALTH,),
            "A mediation concerns health provision.",
            "Sign in to read the health issues.",
            statutory=True,
        ),
    ),
    Step.INVITE_PARTIES: (
        Telling(
            ROOM,
            "You are invited to a meeting to resolve a disagreement.",
            "Sign in to say if you agree to meet.",
        ),
    ),
    Step.REFUSE_TO_MEET: (
        Telling(
            (FAMILY, ADVISER, AUTHORITY, HEALTH, SETTING),
            "A party does not agree to meet, so there is no meeting.",
            "This says nothing about who is right. Sign in to see what else can be done.",
        ),
    ),
    Step.CANNOT_ARRANGE: (
        Telling(
            (FAMILY, ADVISER),
            "The council cannot arrange mediation in time.",
            "The certificate comes without it. Mediation may still follow.",
            "issue_certificate",
        ),
    ),
    Step.ASSIGN: (Telling((MEDIATOR,), "A case is waiting for you.", SIGN_IN),),
    Step.HAND_OVER: (Telling((ADVISER,), "A case has been handed over to you.", SIGN_IN),),
    Step.ADD_PERSON: (),
    Step.FIX_MEETING: (
        Telling((*ROOM, MEDIATOR), "A meeting has been fixed.", "Sign in to see the day and place."),
    ),
    Step.GIVE_NOTICE: (
        Telling(
            ROOM,
            "There is notice of your meeting.",
            "Sign in to read it, and to ask for a change.",
            statutory=True,
        ),
    ),
    Step.CHANGE_MEETING: (
        Telling(
            (*ROOM, MEDIATOR),
            "Your meeting has changed.",
            "Sign in to see the new day and place.",
            statutory=True,
        ),
    ),
    Step.CANCEL_MEETING: (
        Telling(
            (*ROOM, MEDIATOR),
            "Your meeting has been cancelled.",
            "Sign in to see what comes next.",
            statutory=True,
        ),
    ),
    Step.MEETING_NOT_HELD: (
        Telling(
            (FAMILY, AUTHORITY, HEALTH, SETTING),
            "The meeting did not take place.",
            "Sign in to see what comes next.",
        ),
    ),
    Step.RECORD_OUTCOME: (
        Telling(ROOM, "The outcome of your meeting has been written down.", SIGN_IN, "issue_certificate"),
    ),
    Step.DRAFT_AGREEMENT: (
        Telling(
            ROOM, "There is an agreement for you to read.", "Sign in to read it, and to approve it or not."
        ),
    ),
    Step.MAKE_AGREEMENT: (
        Telling(
            ROOM,
            "Your agreement is made.",
            "Sign in to see who does what, and by when.",
            "carry_out_agreement",
        ),
    ),
    Step.ISSUE_CERTIFICATE: (
        Telling(
            (FAMILY,),
            "Your mediation certificate has been issued.",
            "Sign in to read it. You need it if you appeal.",
            "register_appeal",
            statutory=True,
        ),
        Telling((AUTHORITY,), "A mediation certificate has been issued.", SIGN_IN),
    ),
    Step.RAISE_CONCERN: (
        Telling((MANAGER,), "A safeguarding concern has been raised.", "Sign in and act on it now."),
    ),
    Step.COME_OF_AGE: (
        Telling(
            (FAMILY, ADVISER),
            "The right to decide is now the young person’s own.",
            "Sign in to say who acts from now on.",
        ),
    ),
    Step.COMPLAIN: (Telling((MANAGER,), "There is a complaint about the service.", SIGN_IN),),
    Step.WITHDRAW: (
        Telling((*ROOM, MEDIATOR), "This case has been withdrawn.", "You do not need to do anything."),
    ),
    Step.CLOSE: (Telling((FAMILY,), "Your case has been closed.", "Sign in to tell us how it went."),),
    Step.REOPEN: (Telling((FAMILY, ADVISER), "Your case is open again.", SIGN_IN),),
}
