"""What a rule says: the state of a route, or the clock that runs, with its reasons."""

from datetime import date

from ..citations import Citation

TYPE_CHECKING = False  # `typing` costs a cold start more than the law does
if TYPE_CHECKING:
    from ..counted import Counted
    from .steps import Step

    Leg = tuple[Step, str] | tuple[Step, str, str]

OPEN, NOT_YET, LATE, CLOSED, UNAVAILABLE, DEPENDS = STATES = (
    "open",
    "not_yet",
    "late",
    "closed",
    "unavailable",
    "depends",
)


class Reason:
    """One sentence that a parent can read, the rule that says it, and the citations it rests on (at least one)."""

    __slots__ = ("cites", "rule", "text")

    def __init__(self, text: str, cites: tuple[Citation, ...], rule: str = "") -> None:
        if not cites:
            raise ValueError(f"A reason needs a citation: {text!r}")
        self.text, self.cites, self.rule = text, cites, rule

    def __repr__(self) -> str:
        return f"<Reason {self.text!r}>"


class Outcome:
    """What a rule says about a route: its state, what comes first, and why.

    `on_facts` names, for `depends`, the unknown facts that decide. `date` is None, "" for "the rule's own
    governing date", and a rule that speaks of no date at all leaves it out.
    """

    __slots__ = ("dated", "first", "key", "on_facts", "reasons", "state")

    def __init__(
        self,
        state: str,
        reasons: tuple[Reason, ...],
        first: str | None = None,
        on_facts: tuple[str, ...] = (),
        dated: bool = True,
    ) -> None:
        self.state, self.reasons, self.first = state, reasons, first
        self.on_facts, self.dated = on_facts, dated
        self.key: tuple[object, ...] = (state, first)
        """What must be equal for two outcomes to be the same answer (the words may differ)."""

    def __repr__(self) -> str:
        return f"<{self.state}{f' after {self.first}' if self.first else ''}: {self.reasons[0].text}>"


def open_(text: str, *cites: Citation) -> Outcome:
    """The route may be taken now."""
    return Outcome(OPEN, (Reason(text, cites),))


def not_yet(first: str, text: str, *cites: Citation) -> Outcome:
    """A step comes first: `first` names the route or the step."""
    return Outcome(NOT_YET, (Reason(text, cites),), first)


def late(text: str, *cites: Citation) -> Outcome:
    """Time has run out; the sentence says who may still let it in."""
    return Outcome(LATE, (Reason(text, cites),))


def closed(text: str, *cites: Citation) -> Outcome:
    """It was there, and is over."""
    return Outcome(CLOSED, (Reason(text, cites),))


def unavailable(text: str, *cites: Citation) -> Outcome:
    """It never was a route for these facts. No date governs it."""
    return Outcome(UNAVAILABLE, (Reason(text, cites),), dated=False)


def undated(outcome: Outcome) -> Outcome:
    """The same, where the rule's own date no longer governs it."""
    return Outcome(outcome.state, outcome.reasons, outcome.first, outcome.on_facts, dated=False)


class Run:
    """A clock that runs: whose duty it is, from which facts, by which steps.

    `legs` are `(step, fact)` or `(step, fact, label)`; `pick` says what is made of them: `"latest"` or
    `"earliest"` one date, `"each"` a date a leg, `"none"` a duty for which the law sets no day. `notes` are
    reasons said after the reasons of the steps. Where `doubt` is set, `"earliest"` is the safe one of two
    readings: the latest is then named as arguable, with those words.
    """

    __slots__ = ("doubt", "kept", "key", "legs", "notes", "pick", "whose")

    def __init__(
        self,
        whose: str,
        *legs: "Leg",
        pick: str = "latest",
        notes: tuple[Reason, ...] = (),
        doubt: str = "",
    ) -> None:
        self.whose, self.legs, self.pick, self.notes, self.doubt = whose, legs, pick, notes, doubt
        self.key: tuple[object, ...] = (whose, pick, *((leg[0].name, *leg[1:]) for leg in legs))
        """What must be equal for two runs to be the same clock."""
        self.kept: dict[date, Counted] = {}
        """What one leg comes to, by the day it starts on: no more entries than the law has days."""

    def __repr__(self) -> str:
        legs = ", ".join(f"{leg[0].name} from {leg[1]}" for leg in self.legs)
        return f"<{self.whose}: {self.pick} of {legs or 'nothing'}>"


class Stopped(Run):
    """The clock that does not run."""

    def __init__(self) -> None:
        super().__init__("", pick="stopped")


STOPPED = Stopped()


class Finding(Outcome):
    """What a rule outside the advice says: a `value` of its own (`may_attend`, `independent`), and why.

    It is no state of a route; where an answer that matters is not known, it is `depends` like one.
    """

    __slots__ = ()

    def __init__(self, value: str, *reasons: Reason) -> None:
        super().__init__(value, reasons, dated=False)

    @property
    def value(self) -> str:
        """What was found."""
        return self.state


def found(value: str, text: str, *cites: Citation) -> Finding:
    """A finding with one reason."""
    return Finding(value, Reason(text, cites))
