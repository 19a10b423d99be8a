"""When two answers cannot both be right: the law's refusal in plain words, and the questions at fault."""

from datetime import date
from typing import NamedTuple

from evenhand.law import FactsRefused
from evenhand.law.facts import FIRST_NOTICE, LAST_DAY

from .model import Facts, gettext_noop

NAMES = {
    "notice_sent": gettext_noop("the day the letter was sent"),
    "notice_dated": gettext_noop("the date on the letter"),
    "date_of_birth": gettext_noop("the day of birth"),
    "adviser_contacted": gettext_noop("the day you contacted the mediation adviser"),
    "adviser_told_no": gettext_noop("the day you said no to mediation"),
    "authority_told": gettext_noop("the day the council was told"),
    "mediation_on": gettext_noop("the day of the mediation meeting"),
    "mediation_concluded": gettext_noop("the day the mediation ended"),
    "certificate_issued": gettext_noop("the date on the certificate"),
    "agreement": gettext_noop("the day of the agreement"),
}
OUT_OF_ORDER = gettext_noop(
    "{later} ({later_day}) is before {earlier} ({earlier_day}). One of the two is wrong."
)
AHEAD = gettext_noop("One of the days is still to come. Check the dates that you gave.")
AGE = gettext_noop("This does not fit the date of the letter. Check who you are, and the year of the letter.")
OUTSIDE = gettext_noop("The date is outside the days that we can count. Check the year.")
OTHER = gettext_noop("This does not fit with what you said before. Check your answers.")


class Contradiction(NamedTuple):
    """What to say, with places for `values`, and the facts that it is about."""

    wording: str
    values: dict[str, object]
    facts: tuple[str, ...]


def in_plain_words(refusal: FactsRefused, facts: Facts) -> Contradiction:
    """What a family is told of a refusal; `facts` are those that were refused."""
    about = refusal.facts
    if "date_of_birth" in about:
        return Contradiction(AGE, {}, about)
    days = [_day(facts.get(fact)) for fact in about]
    if any(day is not None and not FIRST_NOTICE <= day <= LAST_DAY for day in days) and len(about) == 1:
        return Contradiction(OUTSIDE, {}, about)
    if len(about) == 2 and all(fact in NAMES for fact in about) and None not in days:
        values: dict[str, object] = {
            "later": NAMES[about[0]],
            "later_day": days[0],
            "earlier": NAMES[about[1]],
            "earlier_day": days[1],
        }
        return Contradiction(OUT_OF_ORDER, values, about)
    return Contradiction(AHEAD if "as_of" in about else OTHER, {}, about)


def _day(value: object) -> date | None:
    if isinstance(value, dict):
        value = value.get("made_on")
    return date.fromisoformat(value) if isinstance(value, str) else None
