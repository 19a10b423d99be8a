"""What is known at one point of the journey, and what the law says could still change.

No question is hidden or shown by a list of our own: a page asks here whether the law's answer would be
another one.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cached_property

from evenhand.law import Advice, FactsRefused, advise
from evenhand.law.answer import DateAnswer
from evenhand.law.rules.holders import who_holds

from .model import Answers, Facts

Look = tuple[object, ...]


class Known:
    """The facts so far, the answers that gave them, and the day of asking."""

    def __init__(self, facts: Facts, answers: Answers, as_of: date) -> None:
        self.facts, self.answers, self.as_of = facts, answers, as_of
        self._to_come: dict[tuple[str, ...], frozenset[str]] = {}

    @property
    def matter(self) -> str:
        """The matter, or nothing before it is known."""
        return str(self.facts.get("matter", ""))

    def day(self, fact: str) -> date | None:
        """The day of a fact, where it is known."""
        value = self.facts.get(fact)
        return date.fromisoformat(value) if isinstance(value, str) else None

    @cached_property
    def advice(self) -> Advice:
        """The law's answer to the facts so far. Raises `FactsRefused`."""
        return advise({**self.facts, "as_of": self.as_of.isoformat()})

    @cached_property
    def unknowns(self) -> frozenset[str]:
        """The facts that the law asked for, was not told, and would answer differently for."""
        return frozenset(fact for fact, _ in self.advice.unknowns)

    def lacks(self, *facts: str) -> bool:
        """Whether the law would answer differently, were one of these known."""
        return not self.unknowns.isdisjoint(facts)

    def would_change(self, candidates: Iterable[Facts]) -> bool:
        """Whether the law would answer differently for one of these additions."""
        now = look(self.advice)
        return any(self._look_with(more) not in (now, None) for more in candidates)

    def _look_with(self, more: Facts) -> Look | None:
        try:
            return look(advise({**self.facts, **more, "as_of": self.as_of.isoformat()}))
        except FactsRefused:
            return None

    def events_to_come(self, events: tuple[str, ...]) -> frozenset[str]:
        """Those of the events that matter now, or would once another of them had happened."""
        found = self._to_come.get(events)
        if found is None:
            found = self._to_come[events] = self._look_ahead(frozenset(events))
        return found

    def _look_ahead(self, wanted: frozenset[str]) -> frozenset[str]:
        found = self.unknowns & wanted
        days = self._days_to_try()
        for event in sorted(found):
            for day in days:
                found |= self._unknowns_with({event: day.isoformat()}) & wanted
        return found

    def _days_to_try(self) -> tuple[date, ...]:
        sent = self.day("notice_sent")
        return (self.as_of,) if sent is None else (sent, min(sent + timedelta(30), self.as_of), self.as_of)

    def _unknowns_with(self, more: Facts) -> frozenset[str]:
        try:
            return Known({**self.facts, **more}, {}, self.as_of).unknowns
        except FactsRefused:
            return frozenset()


def other_holder(known: Known) -> tuple[str, Advice] | None:
    """Whose right it is, where it is not the right of who asks, and the law's answer to them.

    They are asked about with the same other facts: `young_person_holds` or `parent_holds`.
    """
    acting = known.facts.get("acting")
    if acting not in _THE_OTHER:
        return None
    found = who_holds(str(acting), known.day("date_of_birth"), known.as_of)
    if found not in _HELD_BY_ANOTHER:
        return None
    facts = {**known.facts, "acting": _THE_OTHER[str(acting)], "as_of": known.as_of.isoformat()}
    return found, advise(facts)


_THE_OTHER = {"parent": "young_person", "young_person": "parent"}
_HELD_BY_ANOTHER = ("young_person_holds", "parent_holds")


def look(advice: Advice) -> Look:
    """What makes an answer the same answer: how each route stands, and each date by each reading."""
    return (
        *((route.state, route.first, route.on_facts) for route in advice.routes),
        *((*_day(day), day.caution.arguable_on if day.caution else None) for day in advice.dates),
    )


def _day(day: DateAnswer) -> Look:
    return day.date, day.item, day.step, day.on, day.safe_on, day.state, day.whose
