"""Who is in the case and who does its work."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from evenhand.people.models import Membership
from evenhand.people.roles import FAMILY, Role, side_of

from ..heart import contents
from ..heart.events import Actor, Happened
from ..heart.history import state_of
from ..heart.stages import StepNotOpen
from ..heart.steps import Step
from ..histories import history_of
from ..models import Case
from ..recording import Done, locked, once, record
from .meetings import must_be_free

PARTY_ROLES = FAMILY | {
    Role.AUTHORITY_OFFICER,
    Role.AUTHORITY_DECIDER,
    Role.COMMISSIONING_OFFICER,
    Role.SETTING,
}
BODIES = {"authority", "commissioning_body", "setting"}


def next_key(history: Sequence[Happened], side: str, *, supporter: bool = False) -> str:
    """The compartment for somebody new: a body's own name, or a number that nobody had: `party:2`, `person:3`.

    Entries that were struck out count too: what lies in a compartment is never given to somebody else with its key.
    """
    if side in BODIES and not supporter:
        return side
    return f"{'person' if supporter else 'party'}:{sum(one.step is Step.ADD_PERSON for one in history) + 1}"


def refuse_an_account_of_work(person_id: int | None) -> None:
    """Whoever works on a side of the wall takes a family's place with another account (`people.roles.SIDES`).

    Raises `StepNotOpen`.
    """
    held = Membership.objects.filter(person=person_id, ended_at__isnull=True).values_list("role", flat=True)
    if any(side_of(Role(role)) is not None for role in held):
        raise StepNotOpen(
            "This account is for work. They need an account of their own, with another e-mail address."
        )


@transaction.atomic
def add_person(
    *,
    case: Case,
    by: Actor,
    on: date,
    role: Role,
    side: str,
    name: str,
    party: bool,
    person_id: int | None = None,
    contact: Mapping[str, Any] | None = None,
    address: str = "",
    needs: str = "",
    press: UUID | None = None,
) -> Done:
    """Somebody comes into the case: a party, the family's one supporter as of right, or another by consent (reg 38).

    Raises `StepNotOpen` for a party whose role is none, for a body that is there already, and for an account of
    somebody's work.
    """
    case = locked(case)
    once(press)
    history = history_of(case)
    state = state_of(history)
    if side not in BODIES:
        refuse_an_account_of_work(person_id)
    if party and role not in PARTY_ROLES:
        raise StepNotOpen("Only a family, an authority, a commissioning body or a setting can be a party.")
    if party and side in BODIES and side in state.people and state.people[side].present:
        raise StepNotOpen("This body is in the case already.")
    first_supporter = role is Role.SUPPORTER and not any(
        one.role is Role.SUPPORTER and one.present for one in state.people.values()
    )
    pieces = contents.person(
        key=next_key(history, side, supporter=not party),
        role=role,
        side=side,
        name=name,
        party=party,
        person_id=person_id,
        needs_consent=not party and not first_supporter,
        contact=contact,
        address=address,
        needs=needs,
    )
    return record(case=case, step=Step.ADD_PERSON, by=by, on=on, pieces=pieces, press=press)


def describe_person(
    *,
    case: Case,
    by: Actor,
    on: date,
    key: str,
    name: str = "",
    contact: Mapping[str, Any] | None = None,
    address: str = "",
    needs: str = "",
    press: UUID | None = None,
) -> Done:
    """Change how somebody in the case is called or reached, or what they need."""
    pieces = contents.described(key=key, name=name, contact=contact, address=address, needs=needs)
    return record(case=case, step=Step.RECORD_FACTS, by=by, on=on, pieces=pieces, press=press)


def end_place(*, case: Case, by: Actor, on: date, key: str, press: UUID | None = None) -> Done:
    """Somebody leaves the case, and from now on reads nothing of it."""
    pieces = (contents.dates(key=key),)
    return record(case=case, step=Step.END_PLACE, by=by, on=on, pieces=pieces, press=press)


def consent_to_person(
    *, case: Case, by: Actor, on: date, party: str, key: str, consents: bool, press: UUID | None = None
) -> Done:
    """A party says if somebody may come. It need not say why (reg 38(1))."""
    pieces = contents.consented(party=party, key=key, consents=consents)
    return record(case=case, step=Step.CONSENT_TO_PERSON, by=by, on=on, pieces=pieces, press=press)


@transaction.atomic
def assign(*, case: Case, by: Actor, on: date, work: str, person_id: int, press: UUID | None = None) -> Done:
    """Choose who does the work: `adviser`, `mediator` or `facilitator`. A new mediator starts with an empty notebook.

    Whether the person is independent and registered is asked before, where the practitioners are known.
    """
    case = locked(case)
    meeting = state_of(history_of(case)).meeting
    if work != "adviser" and meeting is not None and meeting.held is None:
        must_be_free(person_id, case, meeting.on, meeting.starts, meeting.ends)
    pieces = (contents.dates(work=work, person_id=person_id),)
    return record(case=case, step=Step.ASSIGN, by=by, on=on, pieces=pieces, press=press)


def hand_over(*, case: Case, by: Actor, on: date, person_id: int, press: UUID | None = None) -> Done:
    """The adviser's work goes to a colleague."""
    pieces = (contents.dates(work="adviser", person_id=person_id),)
    return record(case=case, step=Step.HAND_OVER, by=by, on=on, pieces=pieces, press=press)


def name_representative(
    *,
    case: Case,
    by: Actor,
    on: date,
    side: str,
    name: str,
    post: str,
    can_decide: bool,
    press: UUID | None = None,
) -> Done:
    """A body says who comes, and confirms that they can decide the issues. Nobody else can confirm it for them."""
    pieces = contents.representative(side=side, name=name, post=post, can_decide=can_decide)
    return record(case=case, step=Step.NAME_REPRESENTATIVE, by=by, on=on, pieces=pieces, press=press)


def give_availability(
    *, case: Case, by: Actor, on: date, key: str, times: Iterable[str], press: UUID | None = None
) -> Done:
    """The half-hours in which somebody is free."""
    pieces = contents.free(key=key, times=times)
    return record(case=case, step=Step.GIVE_AVAILABILITY, by=by, on=on, pieces=pieces, press=press)


WHO_ACTS = {
    "alone": "The young person acts alone",
    "parent_helps": "The young person acts, and the parent helps and reads along",
    "alternative_person": "The young person cannot decide this, and the parent acts for them",
}


def choose_who_acts(*, case: Case, by: Actor, on: date, who: str, press: UUID | None = None) -> Done:
    """Now that the right is the young person's own: who acts (s. 80; reg 64 where they lack capacity)."""
    if who not in WHO_ACTS:
        raise StepNotOpen("Say who acts from now on.")
    pieces = (contents.dates(who=who),)
    return record(case=case, step=Step.CHOOSE_WHO_ACTS, by=by, on=on, pieces=pieces, press=press)
