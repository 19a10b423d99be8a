"""From facts to a situation: the code of every answer that needs no counting of days."""

from datetime import date

from .facts import ISSUES, Facts
from .mechanism.questions import QUESTIONS
from .rules import asked
from .rules.asked import EVENTS
from .rules.holders import who_holds

NO, YES, UNKNOWN = 0, 1, 2
_BLANK = [
    question.unknown if question.kind in ("always", "choice", "quality", "event") else NO
    for question in QUESTIONS
]
_MATTER_CODES = {answer: code for code, answer in enumerate(asked.matter.answers)}
_WHO_CODES = {answer: code for code, answer in enumerate(asked.who.answers)}
_EVENT_NUMBERS = {event.about: event.number for event in EVENTS}
_FLAGS = tuple(
    (question.number, question.about, ISSUES.get(question.about))
    for question in (
        asked.health_issue,
        asked.social_care_issue,
        asked.education_issue,
        asked.wants_mediation,
        asked.under_way,
    )
)
_FAMILY = ("parent", "young_person")
_CONTACT = asked.contact.number
_SECTIONS, _WHO, _MATTER = asked.sections.number, asked.who.number, asked.matter.number
_PARTY, _SINCE = asked.not_a_party.number, asked.since_recommendations.number
_ACTION, _AGREED_BY = asked.action.number, asked.agreed_by.number
_OTHER_ACTION = asked.action.code("other")
_SINCE_DAY = date.fromisoformat(asked.since_recommendations.about)
_EDUCATION = ISSUES["education_issue"]


def days_of(facts: Facts) -> dict[str, date]:
    """The days that clocks may start from or be met by: the facts' own, and the day the adviser was contacted."""
    days = dict(facts.days)
    contacted, told_no = days.get("adviser_contacted"), days.get("adviser_told_no")
    if contacted is not None or told_no is not None:
        days["contact"] = min(day for day in (contacted, told_no) if day is not None)
    return days


def section_code(sections: tuple[str, ...]) -> int:
    """Which of B, F and I are among the sections: none of them, I alone, or B or F; unknown where none is named."""
    if not sections:
        return asked.sections.unknown
    found = [section for section in sections if section in _EDUCATION]
    if not found:
        return 0
    return 1 if found == ["I"] else 2


def codes_of(facts: Facts) -> list[int]:
    """The code of every question, those about passed and missed days still at "no"."""
    codes = _BLANK.copy()
    sections = facts.sections
    codes[_MATTER] = _MATTER_CODES[facts.matter]
    born = facts.days.get("date_of_birth")
    if born is not None or facts.acting not in _FAMILY:
        codes[_WHO] = _WHO_CODES[who_holds(facts.acting, born, facts.as_of)]
    codes[_SECTIONS] = section_code(sections)
    flags = facts.flags
    for number, name, about in _FLAGS:
        flag = flags.get(name)
        if flag is not None:
            codes[number] = YES if flag else NO
        elif about is not None and sections:
            codes[number] = YES if not about.isdisjoint(sections) else NO
    for name in facts.days:
        if name in _EVENT_NUMBERS:
            codes[_EVENT_NUMBERS[name]] = YES
    for name in facts.known_not:
        if name in _EVENT_NUMBERS:
            codes[_EVENT_NUMBERS[name]] = NO
    if facts.agreement is not None:
        codes[_PARTY] = YES if facts.agreement.authority_was_party else NO
        codes[_ACTION], codes[_AGREED_BY] = _OTHER_ACTION, NO  # its items are asked about one by one
    codes[_CONTACT] = _contact_code(facts)
    decided = facts.days.get("notice_dated") or facts.days.get("notice_sent") or facts.as_of
    codes[_SINCE] = YES if decided >= _SINCE_DAY else NO
    return codes


def _contact_code(facts: Facts) -> int:
    if "adviser_contacted" in facts.days or "adviser_told_no" in facts.days:
        return YES
    return NO if {"adviser_contacted", "adviser_told_no"} <= facts.known_not else UNKNOWN
