"""What came of it: outcome, agreement, certificate, and whether the agreed things were done."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from evenhand import clock
from evenhand.law.rules.agreements import LIMITS

from ..heart import contents
from ..heart.dues import advice_of
from ..heart.events import Actor
from ..heart.history import state_of
from ..heart.stages import Stage, StepNotOpen
from ..heart.state import State
from ..heart.steps import Step
from ..histories import history_of
from ..models import Case
from ..recording import Done, locked, once, record
from .opening import LETTERS

RESULTS = {"agreed": "Agreed", "part": "Agreed in part", "not_agreed": "Not agreed"}
ACTIONS = {
    "assess": "Make an EHC needs assessment",
    "reassess": "Assess again",
    "issue_plan": "Make a plan",
    "reconsider_plan": "Think again about making a plan",
    "amend_contents": "Change what the plan says",
    "amend_placement": "Change the school or college that the plan names",
    "amend_contents_and_placement": "Change what the plan says and the school or college",
    "continue_plan": "Keep the plan going",
    "continue_and_amend_plan": "Keep the plan going, and change it",
    "cease_plan": "End the plan",
    "other": "Something else",
}
"""The kinds of thing that can be agreed, as the advice contract names them; the kind decides the day (reg 42)."""


def record_outcome(
    *,
    case: Case,
    by: Actor,
    on: date,
    by_issue: Mapping[str, str],
    words: str = "",
    press: UUID | None = None,
) -> Done:
    """The mediation has ended: for each issue if it was agreed, in part or not. The certificate's days begin."""
    if not by_issue or any(result not in RESULTS for result in by_issue.values()):
        raise StepNotOpen("Say for each issue if it was agreed, agreed in part or not agreed.")
    pieces = contents.outcome(by_issue=by_issue, words=words)
    return record(case=case, step=Step.RECORD_OUTCOME, by=by, on=on, pieces=pieces, press=press)


def draft_agreement(
    *, case: Case, by: Actor, on: date, items: Sequence[Mapping[str, Any]], press: UUID | None = None
) -> Done:
    """Write down what was agreed: items with `what`, `who`, `action` and, if agreed, `by`. A change asks everybody again."""
    if not items:
        raise StepNotOpen("Write down one thing at least that was agreed.")
    for item in items:
        if not item.get("what") or not item.get("who") or item.get("action") not in ACTIONS:
            raise StepNotOpen(
                "Each thing agreed says what is done, who does it, and what kind of thing it is."
            )
    pieces = contents.agreement(items=items)
    return record(case=case, step=Step.DRAFT_AGREEMENT, by=by, on=on, pieces=pieces, press=press)


def approve_agreement(
    *, case: Case, by: Actor, on: date, party: str, version: int, press: UUID | None = None
) -> Done:
    """A party approves the version that it read."""
    pieces = contents.approval(party=party, version=version)
    return record(case=case, step=Step.APPROVE_AGREEMENT, by=by, on=on, pieces=pieces, press=press)


def not_yet_approved(state: State) -> list[str]:
    """The compartments of the parties who have not approved the agreement as it now reads."""
    if state.agreement is None:
        return []
    return [one.key for one in state.parties if one.key not in state.agreement.approved]


@transaction.atomic
def make_agreement(*, case: Case, by: Actor, on: date, press: UUID | None = None) -> Done:
    """Every party has approved: the agreement is made, and its days run (reg 42)."""
    case = locked(case)
    once(press)
    waiting = not_yet_approved(state_of(history_of(case)))
    if waiting:
        raise StepNotOpen("Not every party has approved the agreement yet. It is made when all have.")
    return record(case=case, step=Step.MAKE_AGREEMENT, by=by, on=on, press=press)


def steps_of(action: str) -> tuple[str, ...]:
    """The steps that the law gives days of their own for a kind of thing; none where it has one day."""
    return tuple(leg[2] for leg in LIMITS.get(action, ()) if len(leg) > 2)


def report_action(
    *,
    case: Case,
    by: Actor,
    on: date,
    party: str,
    item: int,
    done: bool,
    words: str = "",
    step: str = "",
    press: UUID | None = None,
) -> Done:
    """One side says if a thing agreed was done, or one step of it where the law gives each its own day (reg 44)."""
    agreement = state_of(history_of(case)).agreement
    if agreement is None or not 0 <= item < len(agreement.items):
        raise StepNotOpen("There is no such thing in the agreement.")
    if step and step not in steps_of(agreement.items[item].action):
        raise StepNotOpen("The law has no such step for this thing.")
    pieces = contents.action_report(party=party, item=item, done=done, words=words, step=step)
    return record(case=case, step=Step.REPORT_ACTION, by=by, on=on, pieces=pieces, press=press)


def ground_of(state: State) -> str:
    """Why a certificate is issued: `took_part` (s. 55(5)), `cannot_arrange` (reg 39(3)) or `does_not_wish` (s. 55(4))."""
    if "mediation_concluded" in state.facts:
        return "took_part"
    if state.stage is Stage.CANNOT_ARRANGE:
        return "cannot_arrange"
    return "does_not_wish"


def new_number() -> str:
    """Sixteen letters of Crockford's, eighty bits that nobody can guess, in groups of four."""
    letters = "".join(secrets.choice(LETTERS) for _ in range(16))
    return "-".join(letters[at : at + 4] for at in range(0, 16, 4))


@transaction.atomic
def issue_certificate(*, case: Case, by: Actor, on: date, press: UUID | None = None) -> Done:
    """Issue the mediation certificate. Raises `StepNotOpen` with the law's own reason where the law allows none."""
    case = locked(case)
    once(press)
    state = state_of(history_of(case))
    route = advice_of(state, clock.today_in_london()).route("certificate")
    if route.state != "open":
        raise StepNotOpen(" ".join(reason.text for reason in route.because))
    pieces = contents.certificate(number=new_number(), ground=ground_of(state), adviser=by.key)
    return record(case=case, step=Step.ISSUE_CERTIFICATE, by=by, on=on, pieces=pieces, press=press)
