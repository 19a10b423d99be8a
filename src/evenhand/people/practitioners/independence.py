"""The law's own test of independence, asked for one employer, one work and one day."""

from dataclasses import dataclass
from datetime import date

from evenhand.law.mechanism.outcomes import Outcome
from evenhand.law.rules.independence import BOARDS_BEGAN, asked_of_the_person, is_independent


@dataclass(frozen=True)
class LawSays:
    """What a rule found, in the words of the rule, and the label of the provision it rests on."""

    found: str
    text: str
    citation: str

    @property
    def independent(self) -> bool:
        """Whether the person counts as independent; an answer that depends is not a yes."""
        return self.found == "independent"


def role_in_law(work: str, health_at_issue: bool) -> str:
    """What the law calls a work: it has two tests for mediators, and one each for advisers and facilitators.

    >>> role_in_law("mediator", True), role_in_law("adviser", True)
    ('mediator_with_health_issues', 'adviser')
    """
    if work != "mediator":
        return work
    return "mediator_with_health_issues" if health_at_issue else "mediator_without_health_issues"


def counts_as_independent(*, work: str, employer_kind: str, on: date, health_at_issue: bool) -> LawSays:
    """Ask the rule `is_independent` as it stands for the day.

    In: `adviser`, `mediator` or `facilitator`, and a kind of employer as the rule names it. Errors:
    `UnknownAnswer` for another. Rests on the Children and Families Act 2014, ss. 53(5), 54(3), 56(3), 57(7).
    """
    boards = {f"since:{BOARDS_BEGAN}": "yes" if on >= date.fromisoformat(BOARDS_BEGAN) else "no"}
    answers = {"independent_role": role_in_law(work, health_at_issue), "employer": employer_kind}
    return _said(is_independent.answer(**answers, **boards))


def knowledge_asked(work: str) -> LawSays:
    """What the law asks somebody to know for a work (SEND Regulations 2014, reg 40: mediators alone)."""
    answers = {"independent_role": role_in_law(work, True), "requirement": "knowledge_of_the_law"}
    return _said(asked_of_the_person.answer(**answers))


def _said(outcome: object) -> LawSays:
    assert isinstance(outcome, Outcome)
    reason = outcome.reasons[0]
    return LawSays(outcome.state, reason.text, reason.cites[0].label)
