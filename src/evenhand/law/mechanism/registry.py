"""The decorators that make rules, and the books they are written in."""

from collections.abc import Callable
from datetime import date

from ..citations import Citation
from .asking import RuleFunction
from .outcomes import Reason
from .questions import BY_NAME, Question
from .rules import Rule

Roll = Callable[[date], tuple[date, date | None, tuple[Reason, ...]]]


class Clock(Rule):
    """A rule that says which clock runs, and from which facts.

    `met_by` names the facts of which the first known says when the duty was done; `at` is the hour; `roll`
    moves a last day, `safe_from` maps a starting fact to one that a careful person counts from instead;
    `public` is false for a limit that only other rules ask about.
    """

    def __init__(
        self,
        name: str,
        met_by: tuple[str, ...],
        at: str | None,
        roll: Roll | None,
        safe_from: dict[str, str],
        hour: Reason | None,
        public: bool,
        relaxed: bool,
    ) -> None:
        super().__init__(name)
        self.met_by, self.at, self.roll, self.safe_from = met_by, at, roll, safe_from
        self.hour, self.public, self.relaxed = hour, public, relaxed

    def question(self, kind: str) -> Question | None:
        """The question about this clock of that kind, if any rule may ask it."""
        return BY_NAME.get(f"{kind}:{self.name}")


class Route(Rule):
    """A rule that says how a route stands; `date` names the date that governs it, or None."""

    def __init__(self, name: str, governing: str | None) -> None:
        super().__init__(name)
        self.date = governing


CLOCKS: dict[str, Clock] = {}
ROUTES: dict[str, Route] = {}
RULES: dict[str, Rule] = {}


def clock(
    *cites: Citation,
    met_by: tuple[str, ...] = (),
    at: str | None = None,
    roll: Roll | None = None,
    safe_from: dict[str, str] | None = None,
    hour: Reason | None = None,
    public: bool = True,
    relaxed: bool = False,
    name: str = "",
    since: str | None = None,
    until: str | None = None,
) -> Callable[[RuleFunction], Clock]:
    """Make a clock of a function from a situation to a `Run`. A second one of its name is another version."""

    def make(function: RuleFunction) -> Clock:
        own = name or function.__name__
        if own not in CLOCKS:
            CLOCKS[own] = Clock(own, met_by, at, roll, safe_from or {}, hour, public, relaxed)
        CLOCKS[own].add(function, cites, since, until)
        return CLOCKS[own]

    return make


def route(
    *cites: Citation,
    date: str | None = None,
    name: str = "",
    since: str | None = None,
    until: str | None = None,
) -> Callable[[RuleFunction], Route]:
    """Make a route of a function from a situation to an `Outcome`. A second one of its name is another version."""

    def make(function: RuleFunction) -> Route:
        own = name or function.__name__
        if own not in ROUTES:
            ROUTES[own] = Route(own, date)
        ROUTES[own].add(function, cites, since, until)
        return ROUTES[own]

    return make


def rule(
    *cites: Citation, name: str = "", since: str | None = None, until: str | None = None
) -> Callable[[RuleFunction], Rule]:
    """Make a rule that stands outside the advice: who may attend, what a notice must hold."""

    def make(function: RuleFunction) -> Rule:
        own = name or function.__name__
        if own not in RULES:
            RULES[own] = Rule(own)
        RULES[own].add(function, cites, since, until)
        return RULES[own]

    return make
