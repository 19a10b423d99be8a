"""Advice, the family's choice, and telling those who must be told."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from ..heart import contents
from ..heart.events import Actor
from ..heart.stages import StepNotOpen
from ..heart.steps import Step
from ..models import Case
from ..recording import Done, record


def record_facts(
    *,
    case: Case,
    by: Actor,
    on: date,
    facts: Mapping[str, Any],
    child: Mapping[str, str] | None = None,
    press: UUID | None = None,
) -> Done:
    """Facts that became known after the case was opened. None takes a fact away. Raises `FactsRefused`."""
    pieces = contents.facts_added(facts=facts, child=child)
    return record(case=case, step=Step.RECORD_FACTS, by=by, on=on, pieces=pieces, press=press)


def record_call(
    *, case: Case, by: Actor, on: date, family: str, reached: bool, words: str = "", press: UUID | None = None
) -> Done:
    """A call to the family, whether anybody answered or not; one that reached nobody is tried again."""
    pieces = contents.call(family=family, reached=reached, words=words)
    return record(case=case, step=Step.RECORD_CALL, by=by, on=on, pieces=pieces, press=press)


def give_advice(
    *,
    case: Case,
    by: Actor,
    on: date,
    family: str,
    explained: Iterable[str],
    words: str = "",
    press: UUID | None = None,
) -> Done:
    """The conversation before choosing. Every point of `contents.ADVICE_POINTS` was explained, or it is not advice yet."""
    said = set(explained)
    missing = [words for point, words in contents.ADVICE_POINTS.items() if point not in said]
    if missing:
        raise StepNotOpen(f"Not everything has been explained yet: {missing[0].lower()}.")
    pieces = contents.advice(family=family, explained=contents.ADVICE_POINTS, words=words)
    return record(case=case, step=Step.GIVE_ADVICE, by=by, on=on, pieces=pieces, press=press)


def decline_mediation(*, case: Case, by: Actor, on: date, press: UUID | None = None) -> Done:
    """The family tells the adviser that it does not wish to mediate: the certificate's three working days begin."""
    return record(case=case, step=Step.DECLINE_MEDIATION, by=by, on=on, press=press)


def choose_mediation(
    *,
    case: Case,
    by: Actor,
    on: date,
    education: bool,
    health: bool,
    care: bool,
    issues: str,
    health_provision: str = "",
    press: UUID | None = None,
) -> Done:
    """The family wishes to mediate, and says about what. One issue at least, or there is nothing to mediate."""
    if not (education or health or care):
        raise StepNotOpen("Say what the mediation is about: education, health or social care.")
    pieces = contents.wish(
        education=education, health=health, care=care, issues=issues, health_provision=health_provision
    )
    return record(case=case, step=Step.CHOOSE_MEDIATION, by=by, on=on, pieces=pieces, press=press)


def tell_authority(*, case: Case, by: Actor, on: date, press: UUID | None = None) -> Done:
    """The authority is told of the wish and the issues: its thirty days begin (reg 36(2))."""
    return record(case=case, step=Step.TELL_AUTHORITY, by=by, on=on, press=press)


def tell_commissioner(*, case: Case, by: Actor, on: date, press: UUID | None = None) -> Done:
    """The commissioning body received the authority's notice of the health issues (reg 35(2))."""
    return record(case=case, step=Step.TELL_COMMISSIONER, by=by, on=on, press=press)


def cannot_arrange(*, case: Case, by: Actor, on: date, press: UUID | None = None) -> Done:
    """The authority tells the adviser that it cannot arrange mediation within thirty days (reg 39(3))."""
    return record(case=case, step=Step.CANNOT_ARRANGE, by=by, on=on, press=press)


def record_appeal(*, case: Case, by: Actor, on: date, press: UUID | None = None) -> Done:
    """The Tribunal received an appeal about the same decision."""
    return record(case=case, step=Step.RECORD_APPEAL, by=by, on=on, press=press)
