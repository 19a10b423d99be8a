"""The answer: routes, dates and unknowns, and the bytes that every door gives for them.

The order of keys is the schema's, the order of lists the contract's, so the same facts give the same bytes.
A piece that many answers share (a reason, a route's state) is written out once and kept.
"""

from datetime import date

from .citations import Citation
from .mechanism.outcomes import Outcome, Reason
from .sources import LAW_AS_AT


def quoted(text: str) -> str:
    """The text as JSON writes it, not escaped beyond need."""
    if text.isprintable() and '"' not in text and "\\" not in text:
        return f'"{text}"'
    from json import dumps

    return dumps(text, ensure_ascii=False)


def _or_null(text: str | None) -> str:
    return "null" if text is None else quoted(text)


def _day(day: date | None) -> str:
    return "null" if day is None else f'"{day.isoformat()}"'


def _cite(cite: Citation) -> str:
    return (
        f'{{"id":{quoted(cite.id)},"label":{quoted(cite.label)},"url":{_or_null(cite.url)},'
        f'"in_force_from":{quoted(cite.in_force_from)},"in_force_to":{_or_null(cite.in_force_to)},'
        f'"confidence":{quoted(cite.confidence)}}}'
    )


_written: dict[tuple[Reason, ...], str] = {}


def written(reasons: tuple[Reason, ...]) -> str:
    """The reasons as JSON. Kept, because reasons are few and their tuples are shared."""
    found = _written.get(reasons)
    if found is None:
        found = _written[reasons] = (
            "["
            + ",".join(
                f'{{"text":{quoted(r.text)},"rule":{quoted(r.rule)},"cites":[{",".join(map(_cite, r.cites))}]}}'
                for r in reasons
            )
            + "]"
        )
    return found


class RouteAnswer:
    """How one route stands. `first` for `not_yet`, `on_facts` for `depends`, `date` the governing date's name."""

    __slots__ = ("_json", "because", "date", "first", "on_facts", "route", "state")

    def __init__(self, route: str, outcome: Outcome, date: str | None) -> None:
        self.route, self.state, self.first = route, outcome.state, outcome.first
        self.on_facts, self.because, self.date = outcome.on_facts, outcome.reasons, date
        self._json = ""

    def json(self) -> str:
        """The route as JSON."""
        if not self._json:
            facts = ",".join(map(quoted, self.on_facts))
            self._json = (
                f'{{"route":{quoted(self.route)},"state":{quoted(self.state)},"first":{_or_null(self.first)},'
                f'"on_facts":[{facts}],"date":{_or_null(self.date)},"because":{written(self.because)}}}'
            )
        return self._json


class Caution:
    """Why a date is to be taken with care, and the day by the other reading where there is one."""

    __slots__ = ("arguable_on", "text")

    def __init__(self, text: str, arguable_on: date | None = None) -> None:
        self.text, self.arguable_on = text, arguable_on

    def json(self) -> str:
        """The caution as JSON."""
        return f'{{"text":{quoted(self.text)},"arguable_on":{_day(self.arguable_on)}}}'


class DateAnswer:
    """One date that runs: the last day in law, the day to act by, whose it is, how it stands, and why."""

    __slots__ = ("at", "because", "caution", "date", "item", "on", "safe_on", "state", "step", "whose")

    def __init__(
        self,
        name: str,
        on: date | None,
        safe_on: date | None,
        at: str | None,
        state: str,
        whose: str,
        because: tuple[Reason, ...],
        caution: Caution | None,
        item: int | None = None,
        step: str | None = None,
    ) -> None:
        self.date, self.on, self.safe_on, self.at, self.state = name, on, safe_on, at, state
        self.whose, self.because, self.caution, self.item, self.step = whose, because, caution, item, step

    def json(self) -> str:
        """The date as JSON."""
        return (
            f'{{"date":"{self.date}","item":{"null" if self.item is None else self.item},"step":{_or_null(self.step)},'
            f'"on":{_day(self.on)},"safe_on":{_day(self.safe_on)},"at":{_or_null(self.at)},"state":"{self.state}",'
            f'"whose":"{self.whose}","because":{written(self.because)},'
            f'"caution":{"null" if self.caution is None else self.caution.json()}}}'
        )


class Advice:
    """Every route, every date that runs, and what was not known but would change something.

    `routes` are always all seventeen, `dates` those that run, both in the contract's order; `unknowns` are
    `(fact, (what it would change, ...))`.
    """

    __slots__ = ("as_of", "dates", "routes", "unknowns")

    law_as_at = LAW_AS_AT

    def __init__(
        self,
        as_of: date,
        routes: list[RouteAnswer],
        dates: list[DateAnswer],
        unknowns: list[tuple[str, tuple[str, ...]]],
    ) -> None:
        self.as_of, self.routes, self.dates, self.unknowns = as_of, routes, dates, unknowns

    def route(self, name: str) -> RouteAnswer:
        """The route of that name. Raises `KeyError` where there is none."""
        for found in self.routes:
            if found.route == name:
                return found
        raise KeyError(name)

    def date(self, name: str) -> DateAnswer | None:
        """The first date of that name, or None where that clock does not run."""
        return next((found for found in self.dates if found.date == name), None)

    def json(self) -> bytes:
        """The answer as UTF-8 JSON without spaces, one line feed at the end: the same at every door."""
        unknowns = ",".join(
            f'{{"fact":{quoted(fact)},"changes":[{",".join(map(quoted, changes))}]}}'
            for fact, changes in self.unknowns
        )
        return (
            f'{{"as_of":{_day(self.as_of)},"law_as_at":"{LAW_AS_AT}",'
            f'"routes":[{",".join([route.json() for route in self.routes])}],'
            f'"dates":[{",".join([date.json() for date in self.dates])}],"unknowns":[{unknowns}]}}\n'
        ).encode()
