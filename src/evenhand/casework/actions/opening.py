"""How a case begins."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from evenhand import clock
from evenhand.people.models import Organisation
from evenhand.people.roles import OrganisationKind

from ..appending import append, held_end
from ..heart import contents
from ..heart.events import Actor, Happened, Piece
from ..heart.history import state_of
from ..heart.stages import Kind, Stage, StepNotOpen
from ..heart.steps import Step, may_do
from ..models import Case
from ..projecting import project
from ..recording import Done, NotYours, once
from ..telling import tell

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's letters: none that reads like another, and no U."""


def new_reference() -> str:
    """Eight letters that nobody can guess from another's, in two groups: `7F3K-9Q2M`."""
    letters = "".join(secrets.choice(LETTERS) for _ in range(8))
    return f"{letters[:4]}-{letters[4:]}"


@transaction.atomic
def open_case(
    *,
    provider: Organisation,
    by: Actor,
    on: date,
    kind: Kind,
    matter: str,
    area: str = "",
    facts: Mapping[str, Any] | None = None,
    child: Mapping[str, str] | None = None,
    people: Sequence[Sequence[Piece]] = (),
    commissioning_body: Organisation | None = None,
    setting: Organisation | None = None,
    adviser_id: int | None = None,
    press: UUID | None = None,
) -> Done:
    """Open a case on the day of the first contact, with whoever is in it from the start.

    `people` are pieces from `contents.person`, one sequence each. The authority is found by its area. Raises
    `NotYours`, `AlreadyDone`, `StepNotOpen` for a day to come, `FactsRefused` for facts that cannot be.
    """
    if by.role is not None and not may_do(by.role, Step.OPEN):
        raise NotYours(Step.OPEN)
    held_end()  # there is no case yet to hold, so that a second press at the same moment waits here
    once(press)
    today = clock.today_in_london()
    if on > today:
        raise StepNotOpen("That day has not come yet. Give the day of the first contact.")
    pieces = contents.opened(kind=kind.value, matter=matter, area=area, facts=facts or {}, child=child or {})
    history = [Happened(1, Step.OPEN, on, clock.instant(), by, pieces)]
    for number, said in enumerate(people, 2):
        history.append(Happened(number, Step.ADD_PERSON, on, clock.instant(), by, tuple(said)))
    if adviser_id is not None:
        assigned = (contents.dates(work="adviser", person_id=adviser_id),)
        history.append(Happened(len(history) + 1, Step.ASSIGN, on, clock.instant(), by, assigned))
    state = state_of(history)
    case = _new_case(provider, area, commissioning_body, setting, on)
    events = append(case, history, press)
    dues = project(case, state, today)
    case.events = len(history)
    case.save(update_fields=["events"])
    for happened in history:
        tell(case, state, happened, dues)
    return Done(case, state, events[0])


def _new_case(
    provider: Organisation,
    area: str,
    commissioning_body: Organisation | None,
    setting: Organisation | None,
    on: date,
) -> Case:
    authority = None
    if area:
        authority = Organisation.objects.filter(kind=OrganisationKind.AUTHORITY.value, area=area).first()
    return Case.objects.add(
        reference=new_reference(),
        kind=Kind.MEDIATION.value,
        provider=provider,
        authority=authority,
        commissioning_body=commissioning_body,
        setting=setting,
        opened_on=on,
        stage=Stage.ENQUIRY.value,
    )
