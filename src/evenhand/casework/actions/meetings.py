"""The meeting: fixed, noticed, changed, held or not."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db import transaction

from evenhand.people.models import Person

from ..heart import contents
from ..heart.events import Actor
from ..heart.stages import StepNotOpen
from ..heart.steps import Step
from ..models import Booking, Case
from ..recording import Done, locked, record

HOW = {"online": "Online", "in_person": "In person", "telephone": "By telephone"}


def _where(on: date, meeting_on: date, how: str, place: str, link: str, starts: str, ends: str) -> None:
    if meeting_on < on:
        raise StepNotOpen("A meeting is fixed for a day that is still to come.")
    if how not in HOW:
        raise StepNotOpen("Say how the meeting is held: online, in person or by telephone.")
    if how == "in_person" and not place:
        raise StepNotOpen("Give the address, and how one gets in.")
    if how == "online" and not link:
        raise StepNotOpen("Give the link to the meeting.")
    if ends <= starts:
        raise StepNotOpen("The meeting ends before it begins. Check the times.")


def must_be_free(person_id: int | None, case: Case, meeting_on: date, starts: str, ends: str) -> None:
    """Nobody leads two meetings at once; inside the caller's transaction, in which nobody else books the person.

    Times are compared as text: `09:30` before `10:00`. Raises `StepNotOpen`.
    """
    if person_id is None:
        return
    # Without the key, which those who only name the person would have to wait for.
    list(Person.objects.select_for_update(no_key=True).filter(pk=person_id))
    taken = Booking.objects.unseen().filter(person=person_id, on=meeting_on, starts__lt=ends, ends__gt=starts)
    if taken.exclude(case=case).exists():
        raise StepNotOpen("Whoever leads this meeting has another one at that time. Choose another time.")


@transaction.atomic
def fix_meeting(
    *,
    case: Case,
    by: Actor,
    on: date,
    meeting_on: date,
    starts: str,
    ends: str,
    how: str,
    place: str = "",
    link: str = "",
    access: str = "",
    press: UUID | None = None,
) -> Done:
    """Fix the meeting: `starts` and `ends` as `10:00`. Raises `StepNotOpen` for what cannot be a meeting."""
    _where(on, meeting_on, how, place, link, starts, ends)
    case = locked(case)
    must_be_free(case.mediator_id, case, meeting_on, starts, ends)
    pieces = contents.meeting(
        on=meeting_on, starts=starts, ends=ends, how=how, place=place, link=link, access=access
    )
    return record(case=case, step=Step.FIX_MEETING, by=by, on=on, pieces=pieces, press=press)


@transaction.atomic
def change_meeting(
    *,
    case: Case,
    by: Actor,
    on: date,
    meeting_on: date,
    starts: str,
    ends: str,
    how: str,
    why: str,
    place: str = "",
    link: str = "",
    access: str = "",
    press: UUID | None = None,
) -> Done:
    """Another day, time or place; notice is given again. `why` says who asked, and the reason."""
    _where(on, meeting_on, how, place, link, starts, ends)
    case = locked(case)
    must_be_free(case.mediator_id, case, meeting_on, starts, ends)
    pieces = contents.meeting(
        on=meeting_on, starts=starts, ends=ends, how=how, place=place, link=link, access=access, why=why
    )
    return record(case=case, step=Step.CHANGE_MEETING, by=by, on=on, pieces=pieces, press=press)


def give_notice(*, case: Case, by: Actor, on: date, press: UUID | None = None) -> Done:
    """Everybody has been told the day and place (reg 37(2))."""
    return record(case=case, step=Step.GIVE_NOTICE, by=by, on=on, press=press)


def cancel_meeting(*, case: Case, by: Actor, on: date, why: str, press: UUID | None = None) -> Done:
    """The meeting will not take place; another may be fixed."""
    pieces = contents.attendance(came=(), absent=(), why=why)
    return record(case=case, step=Step.CANCEL_MEETING, by=by, on=on, pieces=pieces, press=press)


def hold_meeting(
    *, case: Case, by: Actor, on: date, came: Iterable[str], absent: Iterable[str], press: UUID | None = None
) -> Done:
    """The meeting took place: who came, and who did not, by compartment."""
    came = list(came)
    if not came:
        raise StepNotOpen("Say who came. If nobody did, the meeting was not held.")
    pieces = contents.attendance(came=came, absent=absent)
    return record(case=case, step=Step.HOLD_MEETING, by=by, on=on, pieces=pieces, press=press)


def meeting_not_held(
    *, case: Case, by: Actor, on: date, absent: Iterable[str], why: str, press: UUID | None = None
) -> Done:
    """The meeting did not take place: who did not come, and why, as far as they said."""
    pieces = contents.attendance(came=(), absent=absent, why=why)
    return record(case=case, step=Step.MEETING_NOT_HELD, by=by, on=on, pieces=pieces, press=press)


def adjourn(*, case: Case, by: Actor, on: date, why: str = "", press: UUID | None = None) -> Done:
    """The meeting goes on another day."""
    pieces = contents.attendance(came=(), absent=(), why=why)
    return record(case=case, step=Step.ADJOURN, by=by, on=on, pieces=pieces, press=press)
