"""The day on which compulsory school age has ended: the young person becomes the party."""

from datetime import date, datetime

from evenhand import clock

from ..heart.dues import comes_of_age_on
from ..heart.events import SYSTEM
from ..heart.history import state_of
from ..heart.steps import Step
from ..histories import history_of
from ..models import Case, DueDate
from ..recording import record
from .reports import Report


def come_of_age(*, now: datetime) -> Report:
    """Record it in each open case on its day, or as soon after as this runs."""
    today = clock.today_in_london()
    rows = DueDate.objects.unseen().filter(name="comes_of_age", met=False, on__lte=today, case__is_open=True)
    done = sum(
        _becomes_party(case, today) for case in Case.objects.unseen().filter(pk__in=rows.values("case"))
    )
    return Report(done, "young people became the party")


def _becomes_party(case: Case, today: date) -> bool:
    on = comes_of_age_on(state_of(history_of(case)))
    if on is None or on > today:
        return False
    record(case=case, step=Step.COME_OF_AGE, by=SYSTEM, on=on)
    return True
