"""How the tests of what is due ask for it, and how they see that a check fails."""

from datetime import date
from typing import Any

from evenhand.casework.heart.dues import Due, dues_of
from tests.casework.heart.histories import History

AS_OF = date(2026, 5, 20)


def due(history: History, name: str, as_of: date = AS_OF, **which: Any) -> Due:
    """The one thing due of that name."""
    found = [one for one in dues_of(history.state, as_of) if one.name == name]
    found = [one for one in found if all(getattr(one, key) == value for key, value in which.items())]
    assert len(found) == 1, found
    return found[0]


def names(history: History, as_of: date = AS_OF) -> list[str]:
    return [one.name for one in dues_of(history.state, as_of)]


def fails(check: Any, *given: Any) -> bool:
    """The check finds something wrong."""
    try:
        check(*given)
    except AssertionError:
        return True
    return False
