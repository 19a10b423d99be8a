"""The situation as a rule sees it: something that answers, and remembers what it was asked."""

from collections.abc import Callable, Mapping, Sequence

from .questions import BY_NAME, NO, YES, Question

FORK = None


class NotKnown(Exception):
    """A rule asked about a quality that is not known, and did not say what to take instead."""


class Situation:
    """What is known of one person, put so that a rule can ask.

    `codes` maps a question's number to the code of its answer. Every question asked is kept, in order,
    in `trail` as `(question, unless, code)`.
    """

    __slots__ = ("_codes", "trail")

    def __init__(self, codes: Sequence[int] | Mapping[int, int]) -> None:
        self._codes = codes
        self.trail: list[tuple[Question, str | None, int]] = []

    def ask(self, name: str, unless_known: str | None = FORK) -> str:
        """The answer to a question; where it is not known, `unless_known`, or every answer is tried in turn."""
        question = BY_NAME[name]
        code = self._codes[question.number]
        self.trail.append((question, unless_known, code))
        if code < question.unknown:
            return question.answers[code]
        if unless_known is not FORK:
            return unless_known
        if any(asked is question for asked, _, _ in self.trail[:-1]):
            raise TypeError(
                f"{name!r} was asked before with an answer to take if unknown; ask it plainly first."
            )
        raise NotKnown

    def is_(self, name: str) -> bool:
        """Yes or no; where it is not known, both are tried and the answer may be that it depends."""
        return self.ask(name) == YES

    def surely(self, name: str) -> bool:
        """Whether it is known to be so."""
        return self.ask(name, NO) == YES

    def possibly(self, name: str) -> bool:
        """Whether it is not known to be otherwise."""
        return self.ask(name, YES) == YES

    def has(self, name: str) -> bool:
        """Whether this is known to have happened."""
        return self.ask(f"event:{name}", NO) == YES

    def passed(self, clock: str) -> bool:
        """Whether the last day of the clock lies before the day of asking; no where the clock does not run."""
        return self.ask(f"passed:{clock}", NO) == YES

    def missed(self, clock: str) -> bool:
        """Whether the act was done after the clock's last day, or has not been done and the day has passed."""
        return self.ask(f"missed:{clock}", YES) == YES

    def since(self, day: str) -> bool:
        """Whether the decision is of that day or later."""
        return self.ask(f"since:{day}", NO) == YES


RuleFunction = Callable[[Situation], object]
