"""How a case ends, comes back, and is put right."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from evenhand import clock
from evenhand.people.policy import SHARED, DataClass

from ..heart import contents
from ..heart.dues import advice_of
from ..heart.events import Actor, Happened, Piece
from ..heart.history import state_of
from ..heart.stages import Stage, StepNotOpen
from ..heart.state import State
from ..heart.steps import STEPS, Step
from ..histories import history_of
from ..models import Case
from ..recording import Done, once, record

REASONS = {
    "done": "Everything has been done",
    "no_more_contact": "The family could not be reached any more",
    "settled": "It was settled another way",
    "appealed": "The family has appealed instead",
    "opened_twice": "The case was opened twice",
}


def withdraw(*, case: Case, by: Actor, on: date, why: str = "", press: UUID | None = None) -> Done:
    """The family does not go on. It can be opened again."""
    pieces = (contents.dates(why=why),) if why else ()
    return record(case=case, step=Step.WITHDRAW, by=by, on=on, pieces=pieces, press=press)


def close(*, case: Case, by: Actor, on: date, reason: str, press: UUID | None = None) -> Done:
    """Nothing more is to come. Raises `StepNotOpen` while a certificate is owed that the law allows."""
    if reason not in REASONS:
        raise StepNotOpen("Say why the case is closed.")
    once(press)
    _nothing_to_certify(state_of(history_of(case)))
    return record(
        case=case, step=Step.CLOSE, by=by, on=on, pieces=(contents.dates(reason=reason),), press=press
    )


def _nothing_to_certify(state: State) -> None:
    """Who came too late for a certificate goes to the Tribunal without one; everybody else gets theirs first."""
    if state.stage is not Stage.CERTIFICATE_DUE:
        return
    if advice_of(state, clock.today_in_london()).route("certificate").state == "open":
        raise StepNotOpen(
            "The certificate is still to be issued. Issue it first, or record that the family withdraws."
        )


def reopen(*, case: Case, by: Actor, on: date, why: str, press: UUID | None = None) -> Done:
    """The case goes on where it ended."""
    return record(case=case, step=Step.REOPEN, by=by, on=on, pieces=(contents.dates(why=why),), press=press)


def correct(
    *,
    case: Case,
    by: Actor,
    on: date,
    number: int,
    changed: Mapping[str, Any] | None = None,
    struck: bool = False,
    press: UUID | None = None,
) -> Done:
    """Put an entry right: `on` is the day it really happened, `changed` what was really so; `struck`, it never was.

    The wrong entry stays in the history, with what was believed until now. Raises `StepNotOpen` where the history
    could not have gone on from the corrected entry.
    """
    wrong = next((event for event in history_of(case) if event.number == number), None)
    if wrong is None or wrong.step is Step.CORRECT:
        raise StepNotOpen("There is no such entry to correct.")
    if lies_with_another(wrong, by):
        raise StepNotOpen("Only whoever wrote this can put it right: it lies in a compartment of its own.")
    if struck and number == 1:
        raise StepNotOpen("The first entry stays: it is how the case began. Correct it, or close the case.")
    return record(
        case=case,
        step=Step.CORRECT,
        by=by,
        on=on,
        pieces=_changed_pieces(wrong.pieces, changed or {}),
        corrects=number,
        struck=struck,
        press=press,
    )


def lies_with_another(wrong: Happened, by: Actor) -> bool:
    """True for what lies in a compartment of its own, if another wrote it: a confidence, a concern, a complaint.

    A manager does not strike out a complaint about the service, nor a mediator rewrite what a party confided.
    """
    if not STEPS[wrong.step].by_owner or (wrong.by.key, wrong.by.role) == (by.key, by.role):
        return False
    return any(
        piece.owner != SHARED and piece.data_class is not DataClass.ADVISER_RECORD for piece in wrong.pieces
    )


def _changed_pieces(pieces: Sequence[Piece], changed: Mapping[str, Any]) -> list[Piece]:
    """The changed content, each part in the class and compartment that it had."""
    changes = []
    for piece in pieces:
        said = {name: value for name, value in changed.items() if name in (piece.body or {})}
        if said:
            changes.append(Piece(piece.data_class, piece.owner, said, piece.sent_to, piece.part))
    return changes


def link_case(*, case: Case, by: Actor, on: date, reference: str, press: UUID | None = None) -> Done:
    """Another case of the same child: linked, never merged. Only the adviser knows: the other case has parties of its own."""
    if reference == case.reference:
        raise StepNotOpen("A case is not linked with itself.")
    pieces = contents.linked(reference=reference)
    return record(case=case, step=Step.LINK_CASE, by=by, on=on, pieces=pieces, press=press)
