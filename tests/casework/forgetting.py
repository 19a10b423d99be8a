"""What the law remembers of days that it has counted, forgotten: for tests that change the days under it."""

from collections.abc import Iterator
from contextlib import contextmanager

from evenhand.casework.projecting import law_marks
from evenhand.law.advice import forget as law_forgets
from evenhand.law.calendars import REGULATIONS, TRIBUNAL


def forget() -> None:
    """Every day is counted anew from now on."""
    law_forgets()
    for calendar in (REGULATIONS, TRIBUNAL):
        calendar._holidays.clear()
    law_marks.cache_clear()


@contextmanager
def forgetful() -> Iterator[None]:
    """Days counted here are remembered neither from before nor afterwards."""
    forget()
    try:
        yield
    finally:
        forget()
