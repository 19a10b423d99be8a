"""What nobody told, and what it would change.

For each rule and each missing fact that the rule came upon: suppose the fact were told, in every way that could
matter, and see whether the rule would say something else. Days that a told fact would bring are not known, so
a question about a passed day is then open to both answers.
"""

from collections.abc import Callable, Iterator
from itertools import product
from operator import itemgetter

from .facts import ISSUES, Facts
from .mechanism.questions import QUESTIONS
from .mechanism.rules import Node, Rule, Settling
from .rules import asked

NO, YES = 0, 1
Suppositions = list[dict[int, int]]

_NOTICE, _PRINTED = "notice_sent", "notice_dated"
_BIRTH = "date_of_birth"
_CONTACTS = ("adviser_contacted", "adviser_told_no")
BEHIND: dict[str, tuple[tuple[str, tuple[int, ...]], ...]] = {
    "missed:the_bar": (
        (_NOTICE, (NO, YES)),
        (_PRINTED, (NO,)),
        (_CONTACTS[0], (YES,)),
        (_CONTACTS[1], (YES,)),
    ),
    "missed:consider_mediation": ((_NOTICE, (NO, YES)), (_CONTACTS[0], (YES,)), (_CONTACTS[1], (YES,))),
    "passed:register_appeal": ((_NOTICE, (NO, YES)), ("certificate_issued", (YES,))),
    "passed:register_appeal_other": ((_NOTICE, (NO, YES)), ("certificate_issued", (YES,))),
    "passed:discrimination_claim": (("conduct_on", (NO, YES)),),
    "passed:ask_ombudsman": (("learned_of_matter_on", (NO, YES)),),
    "passed:judicial_review": (("conduct_on", (NO, YES)), (_NOTICE, (NO, YES))),
    f"since:{asked.RECOMMENDATIONS_BEGIN}": ((_NOTICE, (NO, YES)), (_PRINTED, (YES,))),
}
"""For a question about days: the facts that would answer it, and which present answer each could turn."""

_AGELESS_BODIES = tuple(
    asked.who.code(f"{body}_of_unknown_age") for body in ("authority", "commissioning_body")
)
_BEHIND = {q.number: BEHIND[q.name] for q in QUESTIONS if q.name in BEHIND}
_EVENTS = {q.about: q.number for q in (*asked.EVENTS, asked.contact)}
_EVENT_FACTS = {
    q.number: _CONTACTS if q is asked.contact else (q.fact,) for q in (*asked.EVENTS, asked.contact)
}
_ISSUES = {q.number: q.about for q in (asked.health_issue, asked.social_care_issue, asked.education_issue)}
_WHO, _SECTIONS, _PARTY = asked.who.number, asked.sections.number, asked.not_a_party.number
_ACTION = asked.action.number
_BODY_BY_AGE = [asked.who.code("body_over_25")]
_BY_AGE = [asked.who.code(answer) for answer in ("young_person_holds", "parent_holds", "over_25")]


_HAPPENINGS = tuple(dict.fromkeys(fact for turned in BEHIND.values() for fact, _ in turned))
_MASK_AT = {number: len(QUESTIONS) + place for place, number in enumerate(_BEHIND)}


def behind_codes(facts: Facts) -> list[int]:
    """For each question about days, which of the facts behind it are missing, as bits: codes after the questions' own."""
    days, known_not = facts.days, facts.known_not
    missing = tuple([fact not in days and fact not in known_not for fact in _HAPPENINGS])
    found = _masks.get(missing)
    if found is None:
        absent = {fact for fact, is_missing in zip(_HAPPENINGS, missing, strict=True) if is_missing}
        found = _masks[missing] = [
            sum(1 << place for place, (fact, _) in enumerate(turned) if fact in absent)
            for turned in _BEHIND.values()
        ]
    return found


_masks: dict[tuple[bool, ...], list[int]] = {}


class Unknowns(Settling):
    """What the missing facts would change at one end of a rule.

    Most of it follows from the way that led here. The rest turns on the answers of the questions that a told fact
    would lead to (`_looked_at`); for those it is worked out once.
    """

    __slots__ = ("_kept", "_looked_at", "_pick")

    def __init__(self, end: Node, codes: list[int]) -> None:
        self._looked_at = {_MASK_AT[number] for number in end.asked if number in _MASK_AT}
        self._kept: dict[object, tuple[str, ...]] = {}
        known = not self._looked_at and not any(
            True for number in end.asked for _ in _facts_behind(number, codes)
        )
        self.always: tuple[str, ...] | None = () if known else None
        self._pick: Callable[[list[int]], object] | None = (
            itemgetter(*self._looked_at) if self._looked_at else None
        )

    def of(self, rule: Rule, end: Node, codes: list[int]) -> tuple[str, ...]:
        """The missing facts that would change what the rule says here."""
        if self.always is not None:
            return self.always
        if self._pick is not None:
            found = self._kept.get(self._pick(codes))
            if found is not None:
                return found
        return self._work_out(rule, end, codes)

    def _work_out(self, rule: Rule, end: Node, codes: list[int]) -> tuple[str, ...]:
        looked_at: set[int] = set()
        candidates = dict.fromkeys(fact for number in end.asked for fact in _facts_behind(number, codes))
        key = end.outcome.key  # type: ignore[attr-defined]
        found = tuple([fact for fact in candidates if _would_change(rule, key, fact, codes, looked_at)])
        looked_at |= {_MASK_AT[number] for number in looked_at if number in _MASK_AT}
        fresh = looked_at - self._looked_at - set(end.asked)
        if fresh or len(self._kept) >= MOST_KEPT:
            self._looked_at |= fresh
            self._kept.clear()
        if not self._looked_at:
            self.always = found
            return found
        if fresh or self._pick is None:
            self._pick = itemgetter(*self._looked_at)
        self._kept[self._pick(codes)] = found
        return found


MOST_KEPT = 4096


def settled(end: Node) -> bool:
    """Whether what would change this end follows from the way to it alone. Ask after `changes`."""
    unknowns = end.unknowns
    return isinstance(unknowns, Unknowns) and unknowns.always is not None


def changes(rule: Rule, end: Node, codes: list[int]) -> tuple[str, ...]:
    """The missing facts that would change what the rule says here."""
    unknowns = end.unknowns
    if unknowns is None:
        unknowns = end.unknowns = Unknowns(end, codes)
    return unknowns.of(rule, end, codes)  # type: ignore[attr-defined, no-any-return]


def _missing_behind(number: int, codes: list[int]) -> Iterator[str]:
    """The missing facts that could turn the present answer of a question about days."""
    bits = codes[_MASK_AT[number]]
    for place, (fact, turns) in enumerate(_BEHIND[number]):
        if bits >> place & 1 and codes[number] in turns:
            yield fact


def _facts_behind(number: int, codes: list[int]) -> Iterator[str]:
    """The missing facts that would answer a question."""
    question = QUESTIONS[number]
    if number in _BEHIND:
        yield from _missing_behind(number, codes)
    elif number == _WHO:
        if codes[number] == question.unknown or codes[number] in _AGELESS_BODIES:
            yield _BIRTH
    elif codes[number] != question.unknown:
        return
    elif number in _EVENT_FACTS:
        yield from _EVENT_FACTS[number]
    elif number in _ISSUES:
        yield question.fact
        if _about_a_plan(codes):
            yield "sections"
    elif number not in (_PARTY, _ACTION):
        yield question.fact


def _about_a_plan(codes: list[int]) -> bool:
    return asked.matter.answers[codes[asked.matter.number]] == "plan_contents"


def _would_change(rule: Rule, key: object, fact: str, codes: list[int], looked_at: set[int]) -> bool:
    kept = codes.copy()
    if fact == "sections":
        looked_at.update(_ISSUES)
    try:
        for supposed in _suppositions(rule, fact, codes):
            codes[:] = kept
            for number, code in supposed.items():
                codes[number] = code
            end = rule.find(codes)
            looked_at.update(end.asked)
            if end.outcome.key != key:  # type: ignore[attr-defined]
                return True
    finally:
        codes[:] = kept
    return False


def _suppositions(rule: Rule, fact: str, codes: list[int]) -> Suppositions:
    """Every way in which the fact might be told, as answers to the questions that this would answer."""
    if fact == _BIRTH:
        return [{_WHO: code} for code in (_BODY_BY_AGE if codes[_WHO] in _AGELESS_BODIES else _BY_AGE)]
    if fact == "sections":
        return _sections(codes)
    options: dict[int, tuple[int, ...]] = {}
    if fact in _EVENTS:
        options[_EVENTS[fact]] = (YES,)
    if fact in _CONTACTS:
        options[asked.contact.number] = (YES,)
    if fact == "agreement":
        options[_PARTY] = (NO, YES)
    for number in _BEHIND:
        if number in rule.numbers and fact in _missing_behind(number, codes):
            options[number] = (NO, YES)
    for number, name in _QUALITIES.items():
        if name == fact:
            options[number] = (NO, YES)
    return [dict(zip(options, chosen, strict=True)) for chosen in product(*options.values())]


_QUALITIES = {
    q.number: q.fact
    for q in (
        asked.health_issue,
        asked.social_care_issue,
        asked.education_issue,
        asked.wants_mediation,
        asked.under_way,
    )
}


def _sections(codes: list[int]) -> Suppositions:
    """The sections that might be named: which of B, F and I, with or without health and care sections."""
    health, care, education = (
        q.number for q in (asked.health_issue, asked.social_care_issue, asked.education_issue)
    )
    found = []
    for section, about_health, about_care in product(range(asked.sections.unknown), (NO, YES), (NO, YES)):
        told = {health: about_health, care: about_care, education: NO if section == 0 else YES}
        if all(codes[number] in (code, 2) for number, code in told.items()):
            found.append({_SECTIONS: section, **told})
    return found


assert frozenset(ISSUES) == frozenset(_ISSUES.values())
