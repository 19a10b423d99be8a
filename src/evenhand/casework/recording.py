"""How anything is ever done to a case: lock, check, append the event, work out, queue what must be sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from evenhand import clock

from .appending import append
from .heart.acting import may_act
from .heart.events import Actor, Happened, Piece
from .heart.history import put_right, state_of, take
from .heart.stages import StepNotOpen
from .heart.state import State
from .heart.steps import Step, may_do
from .histories import history_of
from .models import Case, Event
from .projecting import project
from .telling import tell


class NotYours(PermissionError):
    """The step is not for the role in which it was tried."""

    def __init__(self, step: Step) -> None:
        super().__init__(f"“{step.says}” is for somebody else in this case to do.")


class AlreadyDone(Exception):
    """The same button was pressed before; `event` is what that did."""

    def __init__(self, event: Event) -> None:
        super().__init__("This was already done. It was done once.")
        self.event = event


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a step: the case as it now stands, what it adds up to, and the event."""

    case: Case
    state: State
    event: Event


def locked(case: Case) -> Case:
    """The case, held until the transaction ends."""
    return Case.objects.unseen().select_for_update().get(pk=case.pk)


@transaction.atomic
def record(
    *,
    case: Case,
    step: Step,
    by: Actor,
    on: date,
    pieces: Sequence[Piece] = (),
    press: UUID | None = None,
    corrects: int | None = None,
    struck: bool = False,
) -> Done:
    """Take one step: one event, with the case worked out again and the messages queued, or nothing at all.

    Raises `NotYours` where the role may not take the step, `StepNotOpen` where the case does not stand right for it
    or the day cannot be, `AlreadyDone` where this very press was taken before, and `FactsRefused` where the law
    finds the facts cannot be true together.
    """
    if by.role is not None and not may_do(by.role, step):
        raise NotYours(step)
    case = locked(case)
    once(press)
    today = clock.today_in_london()
    believed = history_of(case)
    if not may_act(state_of(believed), by, step, today):
        raise NotYours(step)
    happened = Happened(len(believed) + 1, step, on, clock.instant(), by, tuple(pieces), corrects, struck)
    state = _with(believed, happened, today)
    (event,) = append(case, [happened], press)
    case.events = event.number
    dues = project(case, state, today)
    tell(case, state, happened, dues)
    return Done(case, state, event)


def once(press: UUID | None) -> None:
    """Raises `AlreadyDone` if this press was taken before."""
    if press is not None:
        before = Event.objects.unseen().filter(press=press).select_related("case").first()
        if before is not None:
            raise AlreadyDone(before)


def _with(believed: list[Happened], happened: Happened, today: date) -> State:
    state = state_of(believed)
    if happened.on > today:
        raise StepNotOpen("That day has not come yet. Give the day on which it happened.")
    if happened.corrects is not None:
        take(state, happened)
        return _corrected([*believed, happened])
    if happened.on < state.opened_on:
        raise StepNotOpen(
            f"The case was opened on {state.opened_on:%-d %B %Y}. Give that day or a later one, or correct the first entry."
        )
    take(state, happened)
    return state


def _corrected(history: list[Happened]) -> State:
    state = state_of(history)
    if any(one.on < state.opened_on for one in put_right(history)):
        raise StepNotOpen(
            f"The case was opened on {state.opened_on:%-d %B %Y}, and nothing in it can have happened before. "
            "Correct that other entry first."
        )
    return state
