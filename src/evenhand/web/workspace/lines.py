"""Rows of the board as they are shown: every word worked out before the page is put together, for it is long."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from evenhand.casework.board import Row
from evenhand.casework.heart.stages import Stage
from evenhand.web.remembered import in_each_language

from .words import days_left_words, short_day, short_law, stage_words, whose_words

WEEK = 7
GROUPS: tuple[tuple[str, Promise], ...] = (
    ("late", lazy("Late")),
    ("today", lazy("Today")),
    ("week", lazy("In the next 7 days")),
    ("later", lazy("Later")),
    ("nothing", lazy("Nothing due")),
)
MARKS = {"late": " ws-row--late", "today": " ws-row--soon", "week": " ws-row--soon"}


class Line(NamedTuple):
    """One case, in words."""

    reference: str
    mark: str
    left: str
    day: str
    says: str
    whose: str
    stage: str
    child: str
    authority: str
    people: str


class Group(NamedTuple):
    """Rows under one heading."""

    heading: str
    rows: list[Row]


def group_of(days: int | None) -> str:
    """The group that a row belongs to, by the days that are left."""
    if days is None:
        return "nothing"
    if days < 0:
        return "late"
    if days == 0:
        return "today"
    return "week" if days <= WEEK else "later"


def grouped(rows: Iterable[Row]) -> list[Group]:
    """The rows in their order under headings, those without rows left out."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(group_of(row.days_left), []).append(row)
    return [Group(heading, found[name]) for name, heading in _headings() if name in found]


@in_each_language(32)
def _headings() -> tuple[tuple[str, str], ...]:
    return tuple((name, str(heading)) for name, heading in GROUPS)


def line(row: Row) -> Line:
    """One row in words."""
    language = get_language()
    return Line(
        reference=row.reference,
        mark=MARKS.get(group_of(row.days_left), ""),
        left=_left(row.days_left, language),
        day=_day(row.next_on, language) if row.next_on else "",
        says=row.next_says,
        whose=_duty(row.next_whose, row.next_law, language),
        stage=_stage(row.stage, language),
        child=row.child_label,
        authority=row.authority,
        people=_people(row.adviser, row.mediator, language),
    )


# The same few words come on every page; each is worked out once a language.
@lru_cache(maxsize=2048)
def _left(days: int | None, language: str | None) -> str:
    return days_left_words(days)


@lru_cache(maxsize=2048)
def _day(day: date, language: str | None) -> str:
    return short_day(day)


@lru_cache(maxsize=512)
def _duty(whose: str, law: str, language: str | None) -> str:
    if not whose:
        return ""
    under = short_law(law) or _("the service’s own rule")
    return _("%(whose)s: %(law)s") % {"whose": whose_words(whose), "law": under}


@lru_cache(maxsize=64)
def _stage(stage: Stage, language: str | None) -> str:
    return stage_words(stage)


@lru_cache(maxsize=1024)
def _people(adviser: str, mediator: str, language: str | None) -> str:
    first = _("Adviser %(name)s") % {"name": adviser} if adviser else _("No adviser yet")
    return f"{first}; " + _("mediator %(name)s") % {"name": mediator} if mediator else first
