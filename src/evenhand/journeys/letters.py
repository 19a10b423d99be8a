"""Questions about days that clocks run from: the letter, the act, the day it was first known."""

from datetime import date, timedelta

from evenhand.law.facts import FIRST_NOTICE
from evenhand.law.rules.decisions import MEDIATED

from .asking import Known
from .model import NEVER, UNKNOWN, Answer, Facts, Kind, Option, Page, gettext_noop

DATE_NOT_KNOWN = gettext_noop("I do not know the date")
NO_LETTER = gettext_noop("There is no letter yet")
DATE_MISSING = gettext_noop("Type the date. If you do not know it, press “I do not know the date”.")
LETTER_EXAMPLE = date(2026, 3, 27)


def _day_of(fact: str, answer: Answer) -> Facts:
    return {} if answer == UNKNOWN else {fact: None if answer == NEVER else answer}


def _letter(answer: Answer, known: Known) -> Facts:
    return _day_of("notice_sent", answer)


def _sent(answer: Answer, known: Known) -> Facts:
    return {}


def _sent_on(answer: Answer, known: Known) -> Facts:
    if answer == UNKNOWN:
        return {}
    return {"notice_dated": known.facts["notice_sent"], "notice_sent": answer}


def _a_later_day_matters(known: Known) -> bool:
    printed = known.day("notice_sent")
    if printed is None or printed >= known.as_of:
        return False
    later = (printed + timedelta(1)).isoformat()
    return known.would_change([{"notice_dated": printed.isoformat(), "notice_sent": later}])


def _conduct_is_asked(known: Known) -> bool:
    """The day of a decision by letter is the letter's; only where there is none is the day itself asked."""
    by_letter = known.matter in MEDIATED
    return (
        known.lacks("conduct_on")
        and known.day("notice_sent") is None
        and (not by_letter or "letter" in known.answers)
    )


LETTER = Page(
    key="letter",
    kind=Kind.DATE,
    fact="notice_sent",
    words=gettext_noop("What date is printed on the council’s letter?"),
    short=gettext_noop("Date on the letter"),
    hint=gettext_noop("It is the letter with the decision. The date is near the top of the first page."),
    unknown=DATE_NOT_KNOWN,
    never=NO_LETTER,
    missing=DATE_MISSING,
    earliest=FIRST_NOTICE,
    asked=lambda known: known.lacks("notice_sent"),
    gives=_letter,
    instead={
        "provision_by_setting": gettext_noop("If you had a letter about it, what date is printed on it?"),
        "permanent_exclusion": gettext_noop("What date is printed on the school’s letter?"),
        "admission_refused": gettext_noop("What date is printed on the letter that said no?"),
        "duties_not_carried_out": gettext_noop("If you had a letter about it, what date is printed on it?"),
    },
)

SENT = Page(
    key="sent",
    kind=Kind.RADIOS,
    fact="notice_sent",
    words=gettext_noop("Was the letter sent on the day that is printed on it?"),
    short=gettext_noop("Day it was sent"),
    hint=gettext_noop(
        "The law counts from the day it was sent, not from the day it came. Look at the postmark or the email."
    ),
    options=(
        Option("same", gettext_noop("Yes, on the same day")),
        Option("later", gettext_noop("No, on a later day")),
    ),
    unknown=gettext_noop("I do not know. Count from the date on the letter, to be safe"),
    missing=gettext_noop("Choose if the letter was sent on the day that is printed on it."),
    asked=_a_later_day_matters,
    gives=_sent,
)

SENT_ON = Page(
    key="sent-on",
    kind=Kind.DATE,
    fact="notice_sent",
    words=gettext_noop("On what day was the letter sent?"),
    short=gettext_noop("Sent on"),
    hint=gettext_noop("Use the date of the postmark, or of the email that it came with."),
    unknown=DATE_NOT_KNOWN,
    missing=DATE_MISSING,
    earliest=FIRST_NOTICE,
    asked=lambda known: known.answers.get("sent") == "later" and _a_later_day_matters(known),
    gives=_sent_on,
)

CONDUCT = Page(
    key="conduct",
    kind=Kind.DATE,
    fact="conduct_on",
    words=gettext_noop("When did it happen?"),
    short=gettext_noop("When it happened"),
    hint=gettext_noop("If it goes on, give the last day that you know of."),
    unknown=DATE_NOT_KNOWN,
    missing=DATE_MISSING,
    asked=_conduct_is_asked,
    gives=lambda answer, known: _day_of("conduct_on", answer),
    instead={
        "admission_refused": gettext_noop("On what day did the school say no?"),
        "permanent_exclusion": gettext_noop("On what day was the child excluded?"),
    },
    instead_hint={
        "admission_refused": gettext_noop("Use the date on the letter or the email that said no."),
        "permanent_exclusion": gettext_noop(
            "Use the day on which the head decided. The school’s letter says it."
        ),
    },
)

LEARNED = Page(
    key="learned",
    kind=Kind.DATE,
    fact="learned_of_matter_on",
    words=gettext_noop("When did you first know about it?"),
    short=gettext_noop("First known"),
    hint=gettext_noop(
        "The Ombudsman counts a year from this day. If you are not sure, give the earliest day."
    ),
    unknown=DATE_NOT_KNOWN,
    missing=DATE_MISSING,
    asked=lambda known: known.lacks("learned_of_matter_on"),
    gives=lambda answer, known: _day_of("learned_of_matter_on", answer),
)
