"""The board: open cases in the order of what is due next, for one capacity of one reader.

One filter, one index, read from its beginning or from where the last page ended; never an offset, never a count of
rows. Counts by stage are kept as cases move (`Tally`).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Q, QuerySet

from evenhand.people.policy import TABLE, DataClass, When
from evenhand.people.reader import Reader
from evenhand.people.roles import Role

from .heart.dues import WORDS
from .heart.stages import Kind, Stage
from .models import Case, Tally
from .models.case import NO_DAY

PAGE = 50


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


@dataclass(frozen=True, slots=True)
class Row:
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
    cases = _narrowed(cases_of(reader, whose), filters, today)
    found = list(cases[: PAGE + 1])
    named = not reader.roles.isdisjoint(MAY_KNOW_CHILD)
    rows = [row_of(case, today, named) for case in found[:PAGE]]
    more = (found[PAGE - 1].next_on, found[PAGE - 1].pk) if len(found) > PAGE else None
    return Board(rows, more, _kept(reader, whose))


def cases_of(reader: Reader, whose: Whose) -> QuerySet[Case]:
    """Every case on that board of the reader's, open or not, in no order."""
    cases = Case.objects.unseen()
    if whose is Whose.MINE:
        return cases.filter(_mine(reader))
    if whose is Whose.PROVIDER:
        return cases.filter(_one_of("provider", reader.organisations_as(Role.ADVISER, Role.MANAGER)))
    if whose is Whose.AUTHORITY:
        at = reader.organisations_as(Role.AUTHORITY_OFFICER, Role.AUTHORITY_DECIDER)
        return cases.filter(_one_of("authority", at), known_to_authority=True)
    at = reader.organisations_as(Role.COMMISSIONING_OFFICER)
    return cases.filter(_one_of("commissioning_body", at), known_to_commissioner=True, health=True)


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
    cases = cases.filter(is_open=not filters.closed)
    for column, value in (("stage", filters.stage), ("kind", filters.kind), ("area", filters.area)):
        if value:
            cases = cases.filter(**{column: value})
    if filters.duty:
        cases = cases.filter(next_whose=filters.duty)
    if filters.overdue:
        cases = cases.filter(next_on__lt=today)
    if filters.after is not None:
        on, pk = filters.after
        cases = cases.filter(next_on__gte=on).exclude(next_on=on, pk__lte=pk)
    return cases.select_related("authority", "adviser", "mediator").order_by("next_on", "pk")


MAY_KNOW_CHILD = frozenset(
    role for role in Role if {When.ALWAYS, When.IF_HEALTH} & set(TABLE[role, DataClass.CHILD_IDENTITY].read)
)
"""Roles that read who the child is, by the policy table; a manager reads the initials of nobody."""


def row_of(case: Case, today: date, named: bool) -> Row:
    """One case as a board shows it; `named` if the reader may know who the child is."""
    due = case.next_on != NO_DAY
    return Row(
        pk=case.pk,
        reference=case.reference,
        kind=Kind(case.kind),
        stage=Stage(case.stage),
        child_label=case.child_label if named else "",
        authority=case.authority.name if case.authority else "",
        adviser=case.adviser.name if case.adviser else "",
        mediator=case.mediator.name if case.mediator else "",
        next_says=WORDS.get(case.next_name, ""),
        next_on=case.next_on if due else None,
        next_whose=case.next_whose,
        next_law=case.next_law,
        days_left=(case.next_on - today).days if due else None,
    )


def _kept(reader: Reader, whose: Whose) -> dict[Stage, int]:
    """The kept counts by stage; a board of one's own has none."""
    ids: frozenset[int] = frozenset()
    if whose is Whose.PROVIDER:
        ids = reader.organisations_as(Role.ADVISER, Role.MANAGER)
    elif whose is Whose.AUTHORITY:
        ids = reader.organisations_as(Role.AUTHORITY_OFFICER, Role.AUTHORITY_DECIDER)
    kept: dict[Stage, int] = {}
    for row in Tally.objects.filter(scope__in=[f"{whose.value}:{one}" for one in ids], count__gt=0):
        kept[Stage(row.stage)] = kept.get(Stage(row.stage), 0) + row.count
    return kept
