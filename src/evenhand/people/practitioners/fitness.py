"""Whether somebody may do a piece of work on a day, and if not, why not and what to do.

The law asks one thing of everybody, independence, and one more of mediators, that they know the law. All
else here is asked by the service, and the words say so.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from .independence import counts_as_independent, knowledge_asked
from .models import Dated, Declaration, Practitioner, Training
from .rules import Asked, asked_by

SOON = timedelta(days=90)
"""How long before something runs out it is said."""

SERVICE_RULE = "This is the service's rule, not the law."


class Kind(StrEnum):
    """What a refusal or a warning is about."""

    NOT_ON_THE_REGISTER = "not_on_the_register"
    OTHER_WORK = "other_work"
    NOT_INDEPENDENT = "not_independent"
    EMPLOYER_NOT_RECORDED = "employer_not_recorded"
    REGISTRATION = "registration"
    INSURANCE = "insurance"
    DISCLOSURE_CHECK = "disclosure_check"
    CONFLICT_NOT_ASKED = "conflict_not_asked"
    CONFLICT_NOT_ANSWERED = "conflict_not_answered"
    CONFLICT = "conflict"
    KNOWLEDGE_OF_THE_LAW = "knowledge_of_the_law"
    AWAY = "away"


@dataclass(frozen=True)
class Refusal:
    """Why somebody may not do the work, and what to do. `citation` is a provision's label where the law says so."""

    text: str
    citation: str | None
    kind: Kind


@dataclass(frozen=True)
class Caution:
    """What does not stand in the way and should be known."""

    text: str
    citation: str | None
    kind: Kind


@dataclass(frozen=True)
class Fitness:
    """Whether somebody may do the work, with every reason against it and everything to look out for."""

    fit: bool
    refusals: tuple[Refusal, ...] = ()
    warnings: tuple[Caution, ...] = ()


def fit_for(
    *,
    practitioner: Practitioner,
    work: str,
    on: date,
    health_at_issue: bool,
    declarations: Iterable[Declaration] | None = None,
    asked: Asked | None = None,
) -> Fitness:
    """Whether somebody may do `adviser`, `mediator` or `facilitator` work on a day.

    `declarations` are the answers given for the case in question; None where there is no case yet, so that
    conflicts are not looked at. `asked` is what the service asks for the work, looked up if it is not given.
    Every refusal is named, not only the first. Nothing is raised.
    """
    asked = asked or asked_by(practitioner.provider_id)[work]
    declared = None if declarations is None else tuple(declarations)
    refusals = (
        *on_the_register(practitioner, work, on),
        *not_independent(practitioner, work, on, health_at_issue),
        *not_in_order(practitioner, on, asked),
        *conflicts(practitioner, declared),
    )
    return Fitness(not refusals, refusals, tuple(_warnings(practitioner, work, on, asked, declared)))


def in_words(day: date) -> str:
    """A day in a sentence.

    >>> in_words(date(2026, 5, 3))
    '3 May 2026'
    """
    return f"{day.day} {day:%B %Y}"


def standing(rows: Iterable[Dated]) -> list[Dated]:
    """The rows that were neither taken back nor replaced."""
    return [row for row in rows if row.stands]


def on_the_register(practitioner: Practitioner, work: str, on: date) -> Iterator[Refusal]:
    """That somebody is on the register, and does this work."""
    if not practitioner.is_on_the_register(on):
        yield Refusal(
            f"{practitioner} is not on the register on {in_words(on)}. Choose somebody else.",
            None,
            Kind.NOT_ON_THE_REGISTER,
        )
    elif not practitioner.works_as(work, on):
        yield Refusal(
            f"{practitioner} is not on the register as a{'n' if work == 'adviser' else ''} {work} on "
            f"{in_words(on)}. Record that they do this work, or choose somebody else.",
            None,
            Kind.OTHER_WORK,
        )


def not_independent(
    practitioner: Practitioner, work: str, on: date, health_at_issue: bool
) -> Iterator[Refusal]:
    """The law's test for every employer of the day. An employer whom nobody recorded is not a yes."""
    employments = [row for row in practitioner.employment_rows.all() if row.stands and row.covers(on)]
    if not employments:
        yield Refusal(
            f"Nobody has recorded who employs {practitioner} on {in_words(on)}, so we cannot tell whether they "
            "are independent. Record the employer, or that they are self-employed.",
            None,
            Kind.EMPLOYER_NOT_RECORDED,
        )
    for row in employments:
        law = counts_as_independent(
            work=work, employer_kind=row.employer_kind, on=on, health_at_issue=health_at_issue
        )
        if not law.independent:
            where = f" ({row.employer_name})" if row.employer_name else ""
            yield Refusal(
                f"{practitioner} is not independent on {in_words(on)}{where}. {law.text} "
                "Choose somebody else, or record the last day of that job if it has ended.",
                law.citation,
                Kind.NOT_INDEPENDENT,
            )


def not_in_order(practitioner: Practitioner, on: date, asked: Asked) -> Iterator[Refusal]:
    """What the service asks for and is not valid on the day."""
    for kind, what, rows in papers(practitioner, asked):
        if problem := _problem(what, rows, on):
            text = f"{practitioner}: {problem} Record the one that is valid, or choose somebody else. "
            yield Refusal(text + SERVICE_RULE, None, kind)


def conflicts(practitioner: Practitioner, declarations: Iterable[Declaration] | None) -> Iterator[Refusal]:
    """What the practitioner has said, or not yet said, about knowing somebody in the case."""
    if declarations is None:
        return
    own = [one for one in declarations if one.practitioner_id == practitioner.pk]
    if not own:
        yield Refusal(
            f"Nobody has asked {practitioner} whether they know this family, school or officer. Ask them first.",
            None,
            Kind.CONFLICT_NOT_ASKED,
        )
    elif any(one.knows is None for one in own):
        yield Refusal(
            f"{practitioner} has not yet said whether they know this family, school or officer. "
            "Wait for the answer, or choose somebody else.",
            None,
            Kind.CONFLICT_NOT_ANSWERED,
        )
    if any(one.knows and one.stands_in_the_way for one in own):
        yield Refusal(
            f"{practitioner} has said that they know this family, school or officer. Choose somebody else, or a "
            "manager records why it may go on.",
            None,
            Kind.CONFLICT,
        )


def papers(practitioner: Practitioner, asked: Asked) -> list[tuple[Kind, str, list[Dated]]]:
    """Each thing that the service asks for: its kind, what it is called, and the rows of it."""
    wanted = (
        (asked.registration, Kind.REGISTRATION, "registration", practitioner.registration_rows),
        (asked.insurance, Kind.INSURANCE, "insurance", practitioner.insurance_rows),
        (
            asked.disclosure_check,
            Kind.DISCLOSURE_CHECK,
            "disclosure check",
            practitioner.disclosurecheck_rows,
        ),
    )
    return [(kind, what, standing(rows.all())) for asks, kind, what, rows in wanted if asks]


def _problem(what: str, rows: list[Dated], on: date) -> str:
    """What is wrong with the papers of one kind on a day; empty where one of them covers it."""
    if any(row.covers(on) for row in rows):
        return ""
    ended = [row.until for row in rows if row.until is not None and row.until < on]
    if ended:
        return f"the {what} ran out on {in_words(max(ended))}."
    starts = [row.since for row in rows if row.since > on]
    if starts:
        return f"the {what} begins only on {in_words(min(starts))}."
    return f"no {what} is recorded."


def _warnings(
    practitioner: Practitioner,
    work: str,
    on: date,
    asked: Asked,
    declarations: Iterable[Declaration] | None,
) -> Iterator[Caution]:
    for kind, what, rows in papers(practitioner, asked):
        last = last_day(rows, on)
        if last is not None and last - on <= SOON:
            text = f"{practitioner}: the {what} runs out on {in_words(last)}. Ask for the new one."
            yield Caution(text, None, kind)
    if any(row.covers(on) for row in standing(practitioner.absence_rows.all())):
        yield Caution(f"{practitioner} is away on {in_words(on)}.", None, Kind.AWAY)
    for one in declarations or ():
        if one.practitioner_id == practitioner.pk and one.cleared_at is not None:
            text = f"{practitioner} knows somebody here. Why it may go on: {one.cleared_words}"
            yield Caution(text, None, Kind.CONFLICT)
    law = knowledge_asked(work)
    if law.found == "the_law" and not _has_learned_the_law(practitioner):
        text = f"No training in the law is recorded for {practitioner}. {law.text}"
        yield Caution(text, law.citation, Kind.KNOWLEDGE_OF_THE_LAW)


def last_day(rows: list[Dated], on: date) -> date | None:
    """The last day to which the rows cover every day from `on`; None where they do not, or have no end."""
    day = None
    for row in sorted(rows, key=lambda row: row.since):
        reached = on if day is None else day + timedelta(days=1)
        if row.since <= reached and (row.until is None or row.until >= reached):
            if row.until is None:
                return None
            day = row.until
    return day


def _has_learned_the_law(practitioner: Practitioner) -> bool:
    return any(row.stands and row.kind == Training.LAW for row in practitioner.training_rows.all())
