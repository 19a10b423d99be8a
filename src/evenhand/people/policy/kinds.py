"""The twenty kinds of information that a case can hold, numbered as in the table, with plain words for families."""

from dataclasses import dataclass
from enum import StrEnum


class DataClass(StrEnum):
    """One kind of information: a row of the table."""

    CONTACT_DETAILS = "contact_details"
    CHILD_IDENTITY = "child_identity"
    DECISION_LETTER = "decision_letter"
    ADVISER_RECORD = "adviser_record"
    MEDIATION_ISSUES = "mediation_issues"
    FAMILY_PRIVATE = "family_private"
    BODY_PRIVATE = "body_private"
    """The authority's own notes and the commissioning body's: one kind, each in its owner's compartment."""
    MESSAGE_TO_MEDIATOR = "message_to_mediator"
    MEDIATOR_NOTES = "mediator_notes"
    JOINT_NOTES = "joint_notes"
    CHILDS_VIEWS = "childs_views"
    OFFERS = "offers"
    AGREEMENT = "agreement"
    CERTIFICATE = "certificate"
    DATES = "dates"
    ACCESS_NEEDS = "access_needs"
    SAFEGUARDING = "safeguarding"
    FEEDBACK = "feedback"
    STATISTICS = "statistics"
    AUDIT = "audit"

    @property
    def number(self) -> int:
        """The row's number, from 1."""
        return _NUMBERS[self]


_NUMBERS = {one: number for number, one in enumerate(DataClass, 1)}


@dataclass(frozen=True, slots=True)
class Kind:
    """What a kind of information is called, what it is, why it is so, and what the law or the profession says."""

    name: str
    what: str
    why: str
    ground: str


_SCHEME = "Children and Families Act 2014, ss. 52 to 56; SEND Regulations 2014, regs 32 to 39"
_CONFIDENCE = (
    "confidence between a party and the mediator; without prejudice; the agreement to mediate; "
    "for disagreement resolution, SEND Code of Practice, 11.10"
)

KINDS: dict[DataClass, Kind] = {
    DataClass.CONTACT_DETAILS: Kind(
        "How to reach you",
        "Names, numbers and addresses.",
        "We must be able to reach you. One parent’s address is not shown to the other parent.",
        _SCHEME,
    ),
    DataClass.CHILD_IDENTITY: Kind(
        "Who the child is",
        "The child’s name, and in short what help they need.",
        "Those who talk about the child must know who it is.",
        _SCHEME,
    ),
    DataClass.DECISION_LETTER: Kind(
        "The letter",
        "The council’s letter that the case is about.",
        "Your dates are counted from this letter.",
        _SCHEME,
    ),
    DataClass.ADVISER_RECORD: Kind(
        "Your talk with the adviser",
        "What the adviser wrote down when you spoke.",
        "You can ask freely. The council does not read it.",
        _SCHEME,
    ),
    DataClass.MEDIATION_ISSUES: Kind(
        "What you want to talk about",
        "The points to be talked over, and the health help that you want.",
        "The law says that the council must be told these points. So they are no secret.",
        _SCHEME,
    ),
    DataClass.FAMILY_PRIVATE: Kind(
        "Your own notes",
        "What you write down for yourself.",
        "They are yours. Another parent has their own, and you each see only your own.",
        _CONFIDENCE,
    ),
    DataClass.BODY_PRIVATE: Kind(
        "The council’s and the NHS body’s own notes",
        "What the council writes for itself, and what the NHS body does. They are kept apart.",
        "Each side may think on paper.",
        _CONFIDENCE,
    ),
    DataClass.MESSAGE_TO_MEDIATOR: Kind(
        "What you tell the mediator alone",
        "Messages between you and the mediator.",
        "The mediator does not pass it on unless you say yes.",
        _CONFIDENCE,
    ),
    DataClass.MEDIATOR_NOTES: Kind(
        "The mediator’s own notes",
        "What the mediator writes down to help them think.",
        "If the mediator changes, the new one does not get the notes of the old one.",
        _CONFIDENCE,
    ),
    DataClass.JOINT_NOTES: Kind(
        "Papers that are shared",
        "Notes and papers that somebody puts before everyone.",
        "What you put here, the other side reads.",
        "the parties’ agreement",
    ),
    DataClass.CHILDS_VIEWS: Kind(
        "What the child thinks",
        "What the child wants to say, in the way that they choose.",
        "The child decides who hears it.",
        "Children and Families Act 2014, s. 56(1)(e); UN Convention on the Rights of the Child, art. 12",
    ),
    DataClass.OFFERS: Kind(
        "Offers and answers",
        "What each side says it could agree to.",
        "An offer is seen only by those who made it and those it was sent to.",
        _CONFIDENCE,
    ),
    DataClass.AGREEMENT: Kind(
        "What was agreed",
        "Who will do what, and by when.",
        "Those who agreed must be able to hold each other to it.",
        "SEND Regulations 2014, reg. 42; contract",
    ),
    DataClass.CERTIFICATE: Kind(
        "The certificate",
        "The paper that most appeals need.",
        "You need it to appeal. The Tribunal can check that it is real.",
        "Children and Families Act 2014, s. 55; SEND Regulations 2014, regs 32 to 39",
    ),
    DataClass.DATES: Kind(
        "Dates",
        "What must be done by when, and who came to a meeting.",
        "Everyone must know when to do what.",
        _SCHEME,
    ),
    DataClass.ACCESS_NEEDS: Kind(
        "What you need to take part",
        "A signer, a ramp, a break, big print.",
        "Those who plan the meeting must know. You choose what the council is told.",
        "Equality Act 2010, ss. 20 and 29",
    ),
    DataClass.SAFEGUARDING: Kind(
        "A worry that somebody is not safe",
        "What somebody wrote because they fear for a child or for a person.",
        "The person who keeps children safe at the service must hear of it at once.",
        "Children Act 2004, s. 11; Working Together; Data Protection Act 2018, Sch. 1, para. 18",
    ),
    DataClass.FEEDBACK: Kind(
        "What you say about the service",
        "How it was for you, and complaints about the service.",
        "The manager must answer it. The mediator does not read what you said.",
        "SEND Code of Practice, chapter 11; contract",
    ),
    DataClass.STATISTICS: Kind(
        "Numbers",
        "How many cases there were, and how they ended. Never one family’s case.",
        "It shows if the service works. Small numbers are left out.",
        "contract; the safeguards of UK GDPR, art. 89",
    ),
    DataClass.AUDIT: Kind(
        "Who did what, and when",
        "A list that the computer keeps by itself. Nobody writes in it.",
        "It lets you see who opened what is yours.",
        "UK GDPR, arts 5(2) and 32",
    ),
}
"""The words of each kind."""
