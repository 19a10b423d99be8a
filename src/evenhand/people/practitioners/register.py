"""The register at a glance: who is fit for what on a day, and what runs out next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from .fitness import SOON, Fitness, Refusal, fit_for, last_day, papers
from .models import Practitioner
from .rules import Asked, asked_by


@dataclass(frozen=True)
class Standing:
    """How somebody stands for one work. `but_not_for_health`: fit only where health is not at issue."""

    work: str
    fitness: Fitness
    but_not_for_health: bool = False


@dataclass(frozen=True)
class Ending:
    """What runs out, or has run out, and its last day."""

    what: str
    last_day: date


@dataclass(frozen=True)
class RegisterRow:
    """One practitioner on one day: the works, and what runs out within ninety days or has run out, soonest first."""

    practitioner: Practitioner
    standings: tuple[Standing, ...]
    endings: tuple[Ending, ...]

    @property
    def fit(self) -> list[Standing]:
        """The works for which the person is fit."""
        return [one for one in self.standings if one.fitness.fit]

    @property
    def refusals(self) -> list[Refusal]:
        """Everything in the way of any work, each once."""
        return list(dict.fromkeys(one for standing in self.standings for one in standing.fitness.refusals))


def register_on(practitioners: Iterable[Practitioner], on: date) -> list[RegisterRow]:
    """The register on a day: first those with something that runs out, the soonest first; the rest by name.

    Give it practitioners with their rows (`choosing.with_rows`). One query more for each provider.
    """
    rules: dict[int, dict[str, Asked]] = {}
    rows = []
    for one in practitioners:
        if one.provider_id not in rules:
            rules[one.provider_id] = asked_by(one.provider_id)
        rows.append(row_of(one, on, rules[one.provider_id]))
    return sorted(rows, key=_place)


def row_of(practitioner: Practitioner, on: date, rules: dict[str, Asked]) -> RegisterRow:
    """One practitioner on a day, by the rules of the provider."""
    works = practitioner.works_on(on)
    standings = tuple(_standing(practitioner, work, on, rules[work]) for work in works)
    asked = [rules[work] for work in works]
    wanted = Asked(
        any(one.registration for one in asked),
        any(one.insurance for one in asked),
        any(one.disclosure_check for one in asked),
    )
    return RegisterRow(practitioner, standings, tuple(_endings(practitioner, on, wanted)))


def _standing(practitioner: Practitioner, work: str, on: date, asked: Asked) -> Standing:
    def fitness(health: bool) -> Fitness:
        return fit_for(practitioner=practitioner, work=work, on=on, health_at_issue=health, asked=asked)

    with_health = fitness(True)
    if with_health.fit:
        return Standing(work, with_health)
    without = fitness(False)
    return Standing(work, without, but_not_for_health=without.fit)


def _endings(practitioner: Practitioner, on: date, asked: Asked) -> list[Ending]:
    found = []
    for _, what, rows in papers(practitioner, asked):
        if any(row.covers(on) for row in rows):
            last = last_day(rows, on)
        else:
            last = max((row.until for row in rows if row.until is not None and row.until < on), default=None)
        if last is not None and last - on <= SOON:
            found.append(Ending(what, last))
    return sorted(found, key=lambda ending: ending.last_day)


def _place(row: RegisterRow) -> tuple[bool, date, str, int]:
    soonest = row.endings[0].last_day if row.endings else date.max
    return not row.endings, soonest, row.practitioner.person.name.casefold(), row.practitioner.pk
