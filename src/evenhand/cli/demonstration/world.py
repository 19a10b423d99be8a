"""Where the invented cases happen: working days around today, and the organisations and people, by their keys."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from evenhand.law.calendars import REGULATIONS

MONTHS_18 = 548
BEFORE, AFTER = MONTHS_18 + 260, 150


class Days:
    """Working days as a list, so that a story counts in places of it. `last` is the place of the last one before today.

    >>> days = Days(date(2026, 11, 22))
    >>> days[days.last], days[days.last + 1], days.span > 360
    (datetime.date(2026, 11, 20), datetime.date(2026, 11, 23), True)
    """

    def __init__(self, today: date) -> None:
        first = today - timedelta(BEFORE)
        every = (first + timedelta(one) for one in range(BEFORE + AFTER))
        self._days = [day for day in every if REGULATIONS.works(day)]
        self.today = today
        self.last = sum(day < today for day in self._days) - 1
        begins = today - timedelta(MONTHS_18)
        self.span = sum(begins <= day < today for day in self._days) - 1

    def __getitem__(self, place: int) -> date:
        return self._days[place]


@dataclass(frozen=True, slots=True)
class Provider:
    """A provider and the accounts of those who work there."""

    organisation_id: int
    advisers: tuple[int, ...]
    mediators: tuple[int, ...]
    managers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """A school or college, and who answers for it."""

    organisation_id: int
    name: str
    officer: int


@dataclass(frozen=True, slots=True)
class Area:
    """An authority's area with everybody in it."""

    slug: str
    council: str
    authority_id: int
    officer: int
    decider: int
    board_id: int
    board: str
    board_officer: int
    settings: tuple[Setting, ...]
    provider: Provider


@dataclass(frozen=True, slots=True)
class Account:
    """A family's account."""

    person_id: int
    name: str
    email: str


Keep = Callable[[str, str], dict[str, Any]]
"""Keeps a text under a file name, and gives what a document's event says of it."""


@dataclass(frozen=True)
class World:
    """All of it. `taken` counts the meetings of a mediator on a day, so that nobody leads two at once."""

    days: Days
    areas: Mapping[str, Area]
    cast: Mapping[str, Account]
    families: tuple[Account, ...]
    keep: Keep
    taken: dict[tuple[int, int], int] = field(default_factory=dict)
