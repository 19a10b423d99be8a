"""Reminders: before a day, on it, and after it, to whoever has to act; each once, however often this runs.

A reminder's key says the case, the duty, the day and which reminder it is. If the clockwork slept, only the reminder
that is right today goes out, and what was missed in between does not follow it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from evenhand import clock
from evenhand.post.models import Message

from ..heart.dues import WORDS
from ..heart.history import state_of
from ..heart.state import State
from ..heart.tellings import Telling
from ..histories import histories_of
from ..models import Case, DueDate
from ..telling import send
from .reports import Report

BEFORE = 5
BEFORE_BY_NAME = {"comes_of_age": 28, "register_appeal": 14, "contact_adviser": 14}
"""Days of warning. A family gets two weeks for its own limits, and everybody four before a right changes hands."""
ASKED_FOR = 30
"""Days after which the board alone goes on saying that it is late."""

AUDIENCE = {
    "family": ("family",),
    "adviser": ("adviser",),
    "mediator": ("mediator",),
    "manager": ("manager",),
    "authority": ("authority",),
    "commissioning_body": ("commissioning_body",),
    "setting": ("setting",),
    "parties": ("family", "authority", "commissioning_body", "setting"),
}


@dataclass(frozen=True, slots=True)
class Reminder:
    """One reminder of one thing due: which it is (`before`, `today`, `late`) and its key."""

    row: DueDate
    which: str
    key: str


def remind(*, now: datetime) -> Report:
    """Queue every reminder that is right today and was not queued before."""
    today = clock.today_in_london()
    wanted = [reminder for row in _rows(today) if (reminder := _right_today(row, today))]
    known = set(
        Message.objects.filter(about__in={one.row.case.reference for one in wanted}).values_list(
            "key", flat=True
        )
    )
    fresh = [one for one in wanted if not any(key.startswith(one.key + ":") for key in known)]
    histories = histories_of({one.row.case_id for one in fresh})
    queued = 0
    for one in fresh:
        queued += _queue(one, state_of(histories[one.row.case_id]))
    return Report(queued, "reminders queued")


def _rows(today: date) -> Iterator[DueDate]:
    most = max(BEFORE, *BEFORE_BY_NAME.values())
    rows = (
        DueDate.objects.unseen()
        .filter(
            met=False,
            on__gte=today - timedelta(ASKED_FOR),
            on__lte=today + timedelta(most + ASKED_FOR),
            case__is_open=True,
        )
        .select_related("case", "case__provider")
    )
    yield from rows


def _right_today(row: DueDate, today: date) -> Reminder | None:
    """The reminder that is right today for what is due, by the day to act by."""
    assert row.on is not None
    assert row.safe_on is not None
    act_by = row.safe_on
    if row.on < today:
        which = "late"
    elif act_by <= today:
        which = "today"
    elif (act_by - today).days <= BEFORE_BY_NAME.get(row.name, BEFORE):
        which = "before"
    else:
        return None
    if which == "late" and row.whose == "family":
        return None
    item = "" if row.item is None else str(row.item)
    return Reminder(row, which, f"{row.case.reference}:due:{row.name}:{item}:{row.step}:{row.on}:{which}")


SAYS = {
    "before": "There is something to do soon: {what}.",
    "today": "There is something to do now: {what}.",
    "late": "Something is late: {what}.",
}


@transaction.atomic
def _queue(reminder: Reminder, state: State) -> int:
    row = reminder.row
    case: Case = row.case
    what = WORDS[row.name][0].lower() + WORDS[row.name][1:]
    to = AUDIENCE[row.whose]
    if row.name == "carry_out_agreement" and reminder.which == "late":
        to = (*to, "family")
    if row.name == "comes_of_age":
        to = ("family", "adviser")
    telling = Telling(to, SAYS[reminder.which].format(what=what), "Sign in to see what it is and to do it.")
    assert row.safe_on is not None
    return send(case, state, telling, reminder.key, on=row.safe_on)
