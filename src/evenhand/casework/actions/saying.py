"""Words and documents, each into the compartment that its writer was shown."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from evenhand.people.policy import DataClass

from ..heart import contents
from ..heart.dues import who_arranges
from ..heart.events import Actor, Piece
from ..heart.history import BODIES, state_of
from ..heart.stages import StepNotOpen
from ..heart.steps import Step
from ..histories import history_of
from ..models import Case
from ..recording import Done, once, record

MOST_IN_WORDS = 20_000


def _worded(words: str) -> str:
    words = words.replace("\0", "").strip()  # which PostgreSQL keeps in no text
    if not words:
        raise StepNotOpen("Write something first.")
    if len(words) > MOST_IN_WORDS:
        raise StepNotOpen("This is too long. Shorten it, or add it as a document.")
    return words


def add_note(
    *,
    case: Case,
    by: Actor,
    on: date,
    data_class: DataClass,
    owner: str,
    words: str,
    press: UUID | None = None,
) -> Done:
    """A note of one class in one compartment. Whether the writer may is the door's question, asked before."""
    pieces = contents.note(data_class, owner, _worded(words))
    return record(case=case, step=Step.ADD_NOTE, by=by, on=on, pieces=pieces, press=press)


def write_to_mediator(
    *, case: Case, by: Actor, on: date, party: str, words: str, press: UUID | None = None
) -> Done:
    """A party's words for the mediator alone, or the mediator's answer to that party: both lie with the party."""
    if case.mediator_id is None:
        raise StepNotOpen("Nobody has been chosen to lead the meeting yet.")
    sent_to = (f"mediator:{case.mediator_id}",)
    pieces = contents.note(DataClass.MESSAGE_TO_MEDIATOR, party, _worded(words), sent_to)
    return record(case=case, step=Step.WRITE_TO_MEDIATOR, by=by, on=on, pieces=pieces, press=press)


def record_views(
    *, case: Case, by: Actor, on: date, words: str, how: str, may_be_read: bool, press: UUID | None = None
) -> Done:
    """What the child thinks, in the way the child chose (s. 56(1)(e); reg 38(3))."""
    sent_to = [f"mediator:{case.mediator_id}"] if case.mediator_id else []
    pieces = contents.views(words=_worded(words), how=how, may_be_read=may_be_read, sent_to=sent_to)
    return record(case=case, step=Step.RECORD_VIEWS, by=by, on=on, pieces=pieces, press=press)


def add_document(
    *,
    case: Case,
    by: Actor,
    on: date,
    data_class: DataClass,
    owner: str,
    file_id: str,
    name: str,
    kind: str,
    size: int,
    sha256: str,
    press: UUID | None = None,
) -> Done:
    """A document whose bytes were checked, cleaned and stored before."""
    pieces = contents.document(
        data_class=data_class, owner=owner, file_id=file_id, name=name, kind=kind, size=size, sha256=sha256
    )
    return record(case=case, step=Step.ADD_DOCUMENT, by=by, on=on, pieces=pieces, press=press)


def raise_concern(*, case: Case, by: Actor, on: date, words: str, press: UUID | None = None) -> Done:
    """A worry about somebody's safety. It goes to the provider's lead at once, and nobody else reads it."""
    pieces = contents.concern(words=_worded(words))
    return record(case=case, step=Step.RAISE_CONCERN, by=by, on=on, pieces=pieces, press=press)


def share(*, case: Case, by: Actor, on: date, number: int, with_key: str, press: UUID | None = None) -> Done:
    """Let one other person read something of one's own; `number` is the event that holds it."""
    pieces = _own(case, by, number, with_key)
    return record(case=case, step=Step.SHARE, by=by, on=on, pieces=pieces, press=press)


def stop_sharing(
    *, case: Case, by: Actor, on: date, number: int, with_key: str, press: UUID | None = None
) -> Done:
    """From now on the other no longer reads it. What was read before cannot be taken back."""
    pieces = _own(case, by, number, with_key)
    return record(case=case, step=Step.STOP_SHARING, by=by, on=on, pieces=pieces, press=press)


def _own(case: Case, by: Actor, number: int, with_key: str) -> contents.Pieces:
    event = next((one for one in history_of(case) if one.number == number), None)
    if event is None or not any(piece.owner == by.key for piece in event.pieces):
        raise StepNotOpen("Only what is your own can be shared.")
    private = DataClass.BODY_PRIVATE if by.key in BODIES else DataClass.FAMILY_PRIVATE
    return (Piece(private, by.key, {"number": number, "with": with_key}),)


def claim_expenses(
    *,
    case: Case,
    by: Actor,
    on: date,
    owner: str,
    lines: Iterable[Mapping[str, Any]],
    press: UUID | None = None,
) -> Done:
    """A family's expenses of the mediation (reg 41), for whoever arranged it to decide."""
    lines = list(lines)
    if not lines:
        raise StepNotOpen("Say what you claim for, and how much.")
    pieces = contents.expenses(owner=owner, decides=who_arranges(state_of(history_of(case))), lines=lines)
    return record(case=case, step=Step.CLAIM_EXPENSES, by=by, on=on, pieces=pieces, press=press)


def decide_expenses(
    *,
    case: Case,
    by: Actor,
    on: date,
    number: int,
    lines: Iterable[Mapping[str, Any]],
    words: str = "",
    press: UUID | None = None,
) -> Done:
    """What is paid of a claim, and why not the rest."""
    once(press)
    claim = next((one for one in state_of(history_of(case)).claims if one.number == number), None)
    if claim is None or claim.ended_on is not None:
        raise StepNotOpen("There is no such claim waiting.")
    pieces = contents.expenses_decided(number=number, claimant=claim.by, by=by.key, lines=lines, words=words)
    return record(case=case, step=Step.DECIDE_EXPENSES, by=by, on=on, pieces=pieces, press=press)


def give_feedback(
    *, case: Case, by: Actor, on: date, words: str, marks: Mapping[str, int], press: UUID | None = None
) -> Done:
    """How it went, for the provider."""
    pieces = contents.feedback(owner=by.key, words=words.strip(), marks=marks)
    return record(case=case, step=Step.GIVE_FEEDBACK, by=by, on=on, pieces=pieces, press=press)


def complain(
    *, case: Case, by: Actor, on: date, words: str, owner: str = "", press: UUID | None = None
) -> Done:
    """A complaint about the service, with a clock of its own. `owner` is whose it is, where it was taken by telephone."""
    pieces = contents.note(DataClass.FEEDBACK, owner or by.key, _worded(words))
    return record(case=case, step=Step.COMPLAIN, by=by, on=on, pieces=pieces, press=press)


def answer_complaint(
    *, case: Case, by: Actor, on: date, number: int, words: str, press: UUID | None = None
) -> Done:
    """The provider's answer to the complaint with this number, which the complainant reads."""
    once(press)
    complaint = next((one for one in state_of(history_of(case)).complaints if one.number == number), None)
    if complaint is None or complaint.ended_on is not None:
        raise StepNotOpen("There is no such complaint waiting.")
    said = {"number": number, "words": _worded(words)}
    pieces = (Piece(DataClass.FEEDBACK, complaint.by, said),)
    return record(case=case, step=Step.ANSWER_COMPLAINT, by=by, on=on, pieces=pieces, press=press)
