"""What comes next in a case and why, what the reader can do now, and every date with its reason."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from evenhand.casework.door import Seen
from evenhand.casework.heart.dues import DOES, Due, dues_of, next_due
from evenhand.casework.heart.stages import PATHS, Stage
from evenhand.casework.heart.steps import STEPS, Step
from evenhand.web.steps.offered import offered

from .words import days_left_words, short_law, whose_words

NOTES = frozenset({Step.ADD_NOTE, Step.WRITE_TO_MEDIATOR})
"""Steps that have a page of their own, where the compartment is said first."""
KNOWN_BY = {"answer_complaint": Step.COMPLAIN, "decide_expenses": Step.CLAIM_EXPENSES}
"""The step that a confidential due comes from: it is shown to those who may know that the step was taken."""


class DateLine(NamedTuple):
    """One date. `left` says how it stands in words: done, days left, days late, or gone by."""

    says: str
    on: date | None
    at: str
    left: str
    whose: str
    law: str
    why: str
    caution: str
    arguable_on: date | None
    safe_on: date | None
    late: bool


class Doing(NamedTuple):
    """A step that the reader can take now: its words, the law, and the address of its page.

    `turns_back` is true for one that ends what was begun: its button is never the strong one.
    """

    says: str
    law: str
    to: str
    turns_back: bool


class Steps(NamedTuple):
    """The steps on the path of the case, and those beside it."""

    path: list[Doing]
    asides: list[Doing]


def dues_for(seen: Seen, today: date) -> list[Due]:
    """What is due, but for what would tell the reader of something that they may not know of."""
    dues = dues_of(seen.state, today)
    for name, step in KNOWN_BY.items():
        known = {entry.event.number for entry in seen.entries() if entry.event.step is step}
        dues = _known_of(dues, name, seen, known)
    return dues


def _known_of(dues: list[Due], name: str, seen: Seen, known: set[int]) -> list[Due]:
    waiting = seen.state.complaints if name == "answer_complaint" else seen.state.claims
    open_ones = sorted((one for one in waiting if one.ended_on is None), key=lambda one: one.on)
    # One due for each that waits, both in the order of their days.
    numbers = iter([one.number for one in open_ones])
    return [due for due in dues if due.name != name or next(numbers, None) in known]


def coming_next(dues: list[Due], seen: Seen, today: date) -> DateLine | None:
    """The first thing that is to be done; None where nothing is."""
    due = next_due(dues, today) if seen.state.is_open else None
    return _line(due, today) if due else None


def dates_of(dues: list[Due], today: date, items: Sequence[str] = ()) -> list[DateLine]:
    """Every date in words, in order. `items` are the things agreed, where they may be read."""
    return [_line(due, today, items) for due in dues]


def _line(due: Due, today: date, items: Sequence[str] = ()) -> DateLine:
    about = items[due.item] if due.item is not None and due.item < len(items) else ""
    return DateLine(
        says=f"{due.says}: {about}" if about else due.says,
        on=due.on,
        at=due.at,
        left=_left(due, today),
        whose=whose_words(due.whose),
        law=short_law(due.law),
        why=due.because,
        caution=due.caution,
        arguable_on=due.arguable_on,
        safe_on=due.safe_on if due.safe_on != due.on else None,
        late=_is_late(due, today),
    )


def _is_late(due: Due, today: date) -> bool:
    return not due.met and due.on is not None and due.on < today and due.whose != "family"


def _left(due: Due, today: date) -> str:
    if due.met:
        return _("Done")
    if due.on is None:
        return _("The law names no day")
    if due.whose == "family" and due.on < today:
        return _("This day has gone by")
    return days_left_words((due.on - today).days)


TURNING_BACK = (
    Step.DECLINE_MEDIATION,
    Step.CANNOT_ARRANGE,
    Step.CANCEL_MEETING,
    Step.WITHDRAW,
    Step.REFUSE_TO_MEET,
)
"""Steps that end what was begun: never the first that is offered, unless they are what is due."""
WHILE_ARRANGING = frozenset(
    {Stage.ARRANGING, Stage.CANNOT_ARRANGE, Stage.ALL_AGREED, Stage.NOT_HELD, Stage.ADJOURNED}
)
"""Stages in which a party is asked who comes and when they are free, before any day for it has begun."""


def steps_for(seen: Seen, dues: list[Due], today: date) -> Steps:
    """What the reader can do now: what does the thing due, then the steps that lead on, and the others beside."""
    path = PATHS[seen.state.kind]
    due = next_due(dues, today) if seen.state.is_open else None
    wanted = (*(DOES.get(due.name, ()) if due else ()), *_still_to_say(seen))
    found = [step for step in offered(seen) if step not in NOTES]
    first = [step for step in wanted if step in found]
    on_path = [step for step in found if (seen.state.stage, step) in path and step not in first]
    on_path.sort(key=lambda step: step in TURNING_BACK)
    asides = [step for step in found if step not in first and step not in on_path]
    return Steps(list(_doings(seen, [*first, *on_path], first)), list(_doings(seen, asides, first)))


def _still_to_say(seen: Seen) -> Iterator[Step]:
    """What the reader’s own party has not said yet, without which no day can be fixed."""
    state = seen.state
    if state.stage not in WHILE_ARRANGING:
        return
    for step, said in (
        (Step.NAME_REPRESENTATIVE, state.representatives),
        (Step.GIVE_AVAILABILITY, state.free),
    ):
        actor = seen.actor(step)
        if actor is not None and actor.key in state.people and not said.get(actor.key):
            yield step


def _doings(seen: Seen, steps: list[Step], wanted: list[Step]) -> Iterator[Doing]:
    for step in steps:
        to = f"/workspace/cases/{seen.case.reference}/do/{step.value}"
        yield Doing(step.says, STEPS[step].law, to, step in TURNING_BACK and step not in wanted)
