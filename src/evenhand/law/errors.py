"""Every way the law package can refuse to answer.

LawError
 ├─ FactsRefused         the facts cannot be read, or cannot be true together
 ├─ NoLawInForce         no version of a rule covers that day
 ├─ OverlappingVersions  two versions of a rule claim one day (found at import)
 └─ UnknownAnswer        a rule was asked with an answer that its question does not have
"""


class LawError(ValueError):
    """The law package cannot answer; the message says what to do about it."""


class FactsRefused(LawError):
    """The facts are refused. `str()` is one sentence; `facts` names the facts at fault."""

    def __init__(self, message: str, *facts: str) -> None:
        super().__init__(message)
        self.facts = facts


class NoLawInForce(LawError):
    """No version of the rule is written for that day."""


class OverlappingVersions(LawError):
    """Two versions of one rule claim the same day."""


class UnknownAnswer(LawError):
    """A question was given an answer that is not among its answers."""
