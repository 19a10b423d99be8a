"""Every way the register can refuse.

RegisterRefusal
 ├─ RowsAreKept       a row was to be changed or deleted in place
 ├─ AlreadyReplaced   somebody else corrected or took back the same row first
 ├─ AlreadyThere      the person is on this provider's register, or the same row stands already
 ├─ AlreadyAnswered   the question about a conflict has had its answer
 ├─ NotTheirs         not the person who may do this
 └─ DaysOutOfOrder    the last day lies before the first
"""


class RegisterRefusal(Exception):
    """The register refuses, and the message says what can be done."""


class RowsAreKept(RegisterRefusal):
    """A row was to be changed or deleted in place."""


class AlreadyReplaced(RegisterRefusal):
    """Somebody else corrected or took back the same row first."""


class AlreadyThere(RegisterRefusal):
    """The person is on this provider's register already, or the same row stands."""


class AlreadyAnswered(RegisterRefusal):
    """The question about a conflict has had its answer."""


class NotTheirs(RegisterRefusal):
    """Not the person who may do this."""


class DaysOutOfOrder(RegisterRefusal):
    """The last day lies before the first."""
