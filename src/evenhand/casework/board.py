"""The board: open cases in the order of what is due next, for one capacity of one reader.

One filter, one index, read from its beginning or from where the last page ended; never an offset, never a count of
rows. Counts by stage are kept as cases move (`Tally`).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Any, NamedTuple

from django.db.models import F, Func, IntegerField, Q, QuerySet, Value
from django.db.models.lookups import GreaterThan

from evenhand.people.policy import TABLE, DataClass, When
from evenhand.people.reader import Reader
from evenhand.people.roles import Role
from evenhand.people.statements import Statement, read, written

from .heart.dues import WORDS
from .heart.stages import Kind, Stage
from .models import Case, Tally
from .models.case import NO_DAY

PAGE = 50
YES = Value(True)
"""Compared as a value. Django writes a plain True as the bare column, by which SQLite does not go through an index."""


class Whose(StrEnum):
    """Whose board it is."""

    MINE = "mine"
    PROVIDER = "provider"
    AUTHORITY = "authority"
    COMMISSIONING_BODY = "commissioning_body"


@dataclass(frozen=True, slots=True)
class Filters:
    """What the address of the page asks for; empty is everything. `after` is where the last page ended."""

    stage: str = ""
    kind: str = ""
    area: str = ""
    duty: str = ""
    overdue: bool = False
    closed: bool = False
    after: tuple[date, int] | None = None


class Row(NamedTuple):
    """One case on the board. `days_left` is negative where the day has gone by, None where nothing is due."""

    pk: int
    reference: str
    kind: Kind
    stage: Stage
    child_label: str
    authority: str
    adviser: str
    mediator: str
    next_says: str
    next_on: date | None
    next_whose: str
    next_law: str
    days_left: int | None

    @property
    def standing(self) -> str:
        """`overdue`, `today`, `soon` (five days or fewer), `ahead` or `nothing`: a word, so that no colour has to say it."""
        if self.days_left is None:
            return "nothing"
        if self.days_left < 0:
            return "overdue"
        if self.days_left == 0:
            return "today"
        return "soon" if self.days_left <= 5 else "ahead"


@dataclass(frozen=True, slots=True)
class Board:
    """A page of the board. `more` is where the next page begins, None on the last; `stages` are the kept counts."""

    rows: list[Row]
    more: tuple[date, int] | None
    stages: dict[Stage, int]


def boards_of(reader: Reader) -> list[Whose]:
    """The boards that a reader has, the first being where they land."""
    boards = []
    if reader.roles & {Role.ADVISER, Role.MEDIATOR}:
        boards.append(Whose.MINE)
    if reader.roles & {Role.ADVISER, Role.MANAGER}:
        boards.append(Whose.PROVIDER)
    if reader.roles & {Role.AUTHORITY_OFFICER, Role.AUTHORITY_DECIDER}:
        boards.append(Whose.AUTHORITY)
    if Role.COMMISSIONING_OFFICER in reader.roles:
        boards.append(Whose.COMMISSIONING_BODY)
    if boards and boards[0] is Whose.MINE and Role.MANAGER in reader.roles:
        boards.reverse()
    return boards


def board(reader: Reader, whose: Whose, filters: Filters, today: date) -> Board:
    """A page of the reader's board. Raises `LookupError` for a board that is not theirs."""
    if whose not in boards_of(reader):
        raise LookupError
    found = read(_of_page(reader, whose, filters, today, PAGE))
    named = _may_know_children(reader, whose)
    rows = [row_of(values, today, named) for values in found[:PAGE]]
    more = (rows[-1].next_on or NO_DAY, rows[-1].pk) if len(found) > PAGE else None
    return Board(rows, more, _kept(reader, whose))


@lru_cache(maxsize=1024)
def _of_page(reader: Reader, whose: Whose, filters: Filters, today: date, page: int) -> Statement:
    """The statement for one page and the line after it."""
    return written(page_of(cases_of(reader, whose), filters, today, page))


def page_of(cases: QuerySet[Case], filters: Filters, today: date, page: int = PAGE) -> QuerySet[Any, Any]:
    """The first so many of these cases and one more, narrowed and in the board's order, as values of `COLUMNS`."""
    narrowed = _narrowed(cases, filters, today)
    return narrowed.order_by("next_on", "pk").values_list(*COLUMNS)[: page + 1]


def cases_of(reader: Reader, whose: Whose) -> QuerySet[Case]:
    """Every case on that board of the reader's, open or not, in no order."""
    cases = Case.objects.unseen()
    if whose is Whose.MINE:
        return cases.filter(_mine(reader))
    if whose is Whose.PROVIDER:
        return cases.filter(_one_of("provider", reader.organisations_as(Role.ADVISER, Role.MANAGER)))
    if whose is Whose.AUTHORITY:
        at = reader.organisations_as(Role.AUTHORITY_OFFICER, Role.AUTHORITY_DECIDER)
        return cases.filter(_one_of("authority", at), known_to_authority=YES)
    at = reader.organisations_as(Role.COMMISSIONING_OFFICER)
    return cases.filter(_one_of("commissioning_body", at), known_to_commissioner=YES, health=YES)


def _one_of(column: str, ids: frozenset[int]) -> Q:
    """Equal to the one, or among several: with the one, the index gives the rows in order."""
    return Q(**{column: next(iter(ids))}) if len(ids) == 1 else Q(**{f"{column}__in": ids})


def _mine(reader: Reader) -> Q:
    at = reader.organisations_as(Role.ADVISER)
    advising = Q(adviser=reader.person_id, provider__in=at)
    mediating = Q(mediator=reader.person_id, provider__in=reader.organisations_as(Role.MEDIATOR))
    if Role.MEDIATOR not in reader.roles:
        return advising
    return mediating if Role.ADVISER not in reader.roles else advising | mediating


def _narrowed(cases: QuerySet[Case], filters: Filters, today: date) -> QuerySet[Case]:
    cases = cases.filter(is_open=Value(not filters.closed))
    for column, value in (("stage", filters.stage), ("kind", filters.kind), ("area", filters.area)):
        if value:
            cases = cases.filter(**{column: value})
    if filters.duty:
        cases = cases.filter(next_whose=filters.duty)
    if filters.overdue:
        cases = cases.filter(next_on__lt=today)
    if filters.after is not None:
        on, pk = filters.after
        cases = cases.filter(GreaterThan(_pair(F("next_on"), F("pk")), _pair(Value(on), Value(pk))))
    return cases


def _pair(day: F | Value, key: F | Value) -> Func:
    """Compared as a pair, an index is entered where the last page ended, however many cases have one day."""
    return Func(day, key, template="(%(expressions)s)", output_field=IntegerField())


MAY_KNOW_CHILD = frozenset(
    role for role in Role if {When.ALWAYS, When.IF_HEALTH} & set(TABLE[role, DataClass.CHILD_IDENTITY].read)
)
"""Roles that read who the child is, by the policy table; a manager reads the initials of nobody."""


def _may_know_children(reader: Reader, whose: Whose) -> bool:
    """True if the role by which the reader has this board reads who the child is.

    Being a mediator in one case lends a manager nothing in the others of the service.
    """
    if whose is Whose.PROVIDER:
        advises = reader.organisations_as(Role.ADVISER)
        return reader.organisations_as(Role.ADVISER, Role.MANAGER) <= advises
    return not reader.roles.isdisjoint(MAY_KNOW_CHILD)


COLUMNS = (
    *(
        "pk",
        "reference",
        "kind",
        "stage",
        "child_label",
        "authority__name",
        "adviser__name",
        "mediator__name",
    ),
    *("next_name", "next_on", "next_whose", "next_law"),
)
"""What a line needs of a case: plain values, because fifty objects with theirs take longer to make than to find."""


@lru_cache(maxsize=8192)
def row_of(values: tuple[Any, ...], today: date, named: bool) -> Row:
    """One case, as the values of `COLUMNS`, as a board shows it; `named` if the reader may know who the child is.

    Remembered: what a board shows is much the same from one page to the next.
    """
    pk, reference, kind, stage, child, authority, adviser, mediator, name, on, whose, law = values
    due = on != NO_DAY
    return Row(
        pk=pk,
        reference=reference,
        kind=Kind(kind),
        stage=Stage(stage),
        child_label=child if named else "",
        authority=authority or "",
        adviser=adviser or "",
        mediator=mediator or "",
        next_says=WORDS.get(name, ""),
        next_on=on if due else None,
        next_whose=whose,
        next_law=law,
        days_left=(on - today).days if due else None,
    )


def _kept(reader: Reader, whose: Whose) -> dict[Stage, int]:
    """The kept counts by stage; a board of one's own has none."""
    ids: frozenset[int] = frozenset()
    if whose is Whose.PROVIDER:
        ids = reader.organisations_as(Role.ADVISER, Role.MANAGER)
    elif whose is Whose.AUTHORITY:
        ids = reader.organisations_as(Role.AUTHORITY_OFFICER, Role.AUTHORITY_DECIDER)
    kept: dict[Stage, int] = {}
    for stage, count in read(_of_counts(whose, ids)) if ids else ():
        kept[Stage(stage)] = kept.get(Stage(stage), 0) + count
    return kept


@lru_cache(maxsize=1024)
def _of_counts(whose: Whose, ids: frozenset[int]) -> Statement:
    kept = Tally.objects.filter(scope__in=[f"{whose.value}:{one}" for one in ids], count__gt=0)
    return written(kept.values_list("stage", "count"))
