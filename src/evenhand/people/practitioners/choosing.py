"""Who could do a piece of work: the fit first, with how much each has to do and when they are free."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet

from evenhand.law.calendars import REGULATIONS

from ..models.membership import Organisation
from .fitness import Fitness, fit_for, standing
from .models import Declaration, Practitioner
from .rules import asked_by

LOOKED_AHEAD = timedelta(days=366)
ROWS = (
    *("worksas_rows", "employment_rows", "registration_rows", "insurance_rows", "disclosurecheck_rows"),
    *("spokenlanguage_rows", "servedarea_rows", "absence_rows", "training_rows"),
)
"""What `fit_for` and the register read of each practitioner."""


@dataclass(frozen=True)
class Choice:
    """Somebody who does the work: whether they may do it here, what they lack, and how much they have to do."""

    practitioner: Practitioner
    fitness: Fitness
    languages_missing: tuple[str, ...]
    serves_the_area: bool
    load: int
    next_free: tuple[date, ...]


def with_rows(practitioners: QuerySet[Practitioner]) -> QuerySet[Practitioner]:
    """The same practitioners with all that is read of them, in as many queries for a hundred as for one."""
    return practitioners.select_related("person", "provider").prefetch_related(*ROWS)


def load_of(practitioners: Iterable[Practitioner], counts: Mapping[int, int]) -> dict[int, int]:
    """How many open cases each has, by key; `counts` comes from whoever keeps the cases."""
    return {one.pk: counts.get(one.pk, 0) for one in practitioners}


def next_free_days(
    practitioner: Practitioner, after: date, taken: Collection[date], count: int = 3
) -> tuple[date, ...]:
    """The next working days after a day on which somebody is on the register, not away and not taken.

    Fewer than `count` where a year holds no more.
    """
    away = standing(practitioner.absence_rows.all())
    found: list[date] = []
    day = after
    while len(found) < count:
        day = REGULATIONS.after(day, 1)
        if day > after + LOOKED_AHEAD:
            break
        free = day not in taken and not any(row.covers(day) for row in away)
        if free and practitioner.is_on_the_register(day):
            found.append(day)
    return tuple(found)


def choices_for(
    *,
    provider: Organisation,
    work: str,
    on: date,
    health: bool,
    area: str = "",
    languages: Collection[str] = (),
    taken: Mapping[int, Collection[date]] | None = None,
    load: Mapping[int, int] | None = None,
    declarations: Sequence[Declaration] | None = None,
) -> list[Choice]:
    """Everybody on a provider's register who does the work on a day, best first.

    The fit come first, then who speaks the languages, then who has least to do; where that is equal, who
    serves the area, then by name. Those who are not fit stay in the list and say why. `taken` and `load` are
    by the practitioner's key. Without `declarations` conflicts are not looked at.
    """
    asked = asked_by(provider.pk)[work]
    people = list(with_rows(Practitioner.objects.filter(provider=provider)))
    loads = load_of(people, load or {})
    choices = [
        Choice(
            practitioner=one,
            fitness=fit_for(
                practitioner=one,
                work=work,
                on=on,
                health_at_issue=health,
                declarations=declarations,
                asked=asked,
            ),
            languages_missing=_missing(one, languages, on),
            serves_the_area=not area or area in areas_of(one, on),
            load=loads[one.pk],
            next_free=next_free_days(one, on, (taken or {}).get(one.pk, ())),
        )
        for one in people
        if one.is_on_the_register(on) and one.works_as(work, on)
    ]
    return sorted(choices, key=_place)


def languages_of(practitioner: Practitioner, on: date) -> list[str]:
    """The codes of the languages that somebody works in on a day."""
    rows = practitioner.spokenlanguage_rows.all()
    return [row.code for row in rows if row.stands and row.covers(on)]


def areas_of(practitioner: Practitioner, on: date) -> list[str]:
    """The slugs of the areas that somebody serves on a day."""
    return [row.area for row in practitioner.servedarea_rows.all() if row.stands and row.covers(on)]


def _missing(practitioner: Practitioner, wanted: Collection[str], on: date) -> tuple[str, ...]:
    spoken = languages_of(practitioner, on)
    return tuple(code for code in wanted if code not in spoken)


def _place(choice: Choice) -> tuple[bool, int, int, bool, str, int]:
    return (
        not choice.fitness.fit,
        len(choice.languages_missing),
        choice.load,
        not choice.serves_the_area,
        choice.practitioner.person.name.casefold(),
        choice.practitioner.pk,
    )
