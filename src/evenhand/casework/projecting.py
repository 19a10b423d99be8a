"""What a case adds up to, written where boards and doors can find it."""

import hashlib
from datetime import date
from functools import cache

from django.db.models import F

from evenhand.law import LAW_AS_AT
from evenhand.law.bank_holidays import KNOWN_TO, bank_holidays
from evenhand.people.roles import Role

from .heart.dues import CONFIDENTIAL, Due, dues_of, next_due
from .heart.state import State
from .models import Booking, Case, DueDate, Place, Tally
from .models.case import NO_DAY
from .room import may_come

FIRST_YEAR = 2014


@cache
def law_marks() -> str:
    """What the dates of a case rest on beside its facts: the day of the law, and every bank holiday known."""
    days = [
        day.isoformat()
        for year in range(FIRST_YEAR, KNOWN_TO.year + 1)
        for day in sorted(bank_holidays(year))
    ]
    said = "\n".join([str(LAW_AS_AT), KNOWN_TO.isoformat(), *days])
    return hashlib.sha256(said.encode()).hexdigest()


def project(case: Case, state: State, today: date) -> list[Due]:
    """Write the state into the case's columns, its places and its dues. Raises `FactsRefused`."""
    before = (case.stage, case.known_to_authority) if case.events else None
    dues = fill(case, state, today)
    case.save()
    _keep_count(case, before)
    DueDate.objects.unseen().filter(case=case).delete()
    DueDate.objects.add_all(due_rows(case, dues))
    _keep_places(case, state)
    Booking.objects.unseen().filter(case=case).delete()
    Booking.objects.add_all(booking_rows(case, state))
    return dues


def fill(case: Case, state: State, today: date) -> list[Due]:
    """Set the case's columns from the state, unsaved, and give what is due."""
    dues = dues_of(state, today)
    coming = next_due(_for_boards(dues), today) if state.is_open else None
    case.kind, case.stage, case.is_open = state.kind.value, state.stage.value, state.is_open
    case.matter, case.area = state.matter, state.area
    case.opened_on, case.closed_on = state.opened_on, state.closed_on
    case.child_label = initials(state.child.get("name", ""))
    case.adviser_id, case.mediator_id, case.health = state.adviser_id, state.mediator_id, state.health
    case.known_to_authority = "authority" in state.known_to
    case.known_to_commissioner = "commissioning_body" in state.known_to
    case.known_to_setting = "setting" in state.known_to
    case.next_on = coming.on if coming and coming.on else NO_DAY
    case.next_name = coming.name if coming else ""
    case.next_whose = coming.whose if coming else ""
    case.next_law = coming.law if coming else ""
    case.law_marks = law_marks()
    return dues


def _for_boards(dues: list[Due]) -> list[Due]:
    return [due for due in dues if due.name not in CONFIDENTIAL]


def _keep_count(case: Case, before: tuple[str, bool] | None) -> None:
    """Move the case from the count of the stage that it was at to the count of the one it is at."""
    now = (case.stage, case.known_to_authority)
    if now == before:
        return
    if before is not None:
        for scope in scopes(case, before[1]):
            move_count(scope, before[0], -1)
    for scope in scopes(case, now[1]):
        move_count(scope, now[0], 1)


def scopes(case: Case, known_to_authority: bool) -> list[str]:
    """The scopes in which a case is counted: its provider's, and its authority's once that knows of it."""
    provider = [f"provider:{case.provider_id}"]
    return [*provider, f"authority:{case.authority_id}"] if known_to_authority else provider


def move_count(scope: str, stage: str, by: int) -> None:
    """Add to a kept count, inside the caller's transaction."""
    Tally.objects.get_or_create(scope=scope, stage=stage)
    Tally.objects.filter(scope=scope, stage=stage).update(count=F("count") + by)


def initials(name: str) -> str:
    """The first letters of a name's words, at most four: `Zoë van der Berg` is `ZvdB`."""
    return "".join(word[0] for word in name.split())[:4]


def due_rows(case: Case, dues: list[Due]) -> list[DueDate]:
    """The rows for what is due, unsaved."""
    return [
        DueDate(
            case=case,
            name=due.name,
            item=due.item,
            step=due.step,
            on=due.on,
            safe_on=due.safe_on,
            at=due.at,
            whose=due.whose,
            met=due.met,
            law=due.law,
        )
        for due in dues
    ]


def place_rows(case: Case, state: State) -> list[Place]:
    """The rows for who has a place in the case, unsaved: its people, and whoever leads its meetings."""
    rows = [
        Place(
            case=case,
            person_id=one.person_id,
            key=one.key,
            role=one.role.value,
            side=one.side,
            party=one.party,
            invited=may_come(state, one),
            ended=not one.present,
        )
        for one in state.people.values()
    ]
    if state.mediator_id is not None:
        rows.append(
            Place(
                case=case,
                person_id=state.mediator_id,
                key=f"mediator:{state.mediator_id}",
                role=Role.MEDIATOR.value,
                side="provider",
            )
        )
    return rows


def booking_rows(case: Case, state: State) -> list[Booking]:
    """The time that a fixed meeting takes of whoever leads it, unsaved."""
    meeting = state.meeting
    if meeting is None or meeting.held is not None or state.mediator_id is None or not state.is_open:
        return []
    return [
        Booking(
            case=case, person_id=state.mediator_id, on=meeting.on, starts=meeting.starts, ends=meeting.ends
        )
    ]


def _keep_places(case: Case, state: State) -> None:
    """Whoever is no longer in the state has no place: a mediator who was replaced, a person who left."""
    wanted = {row.key: row for row in place_rows(case, state)}
    kept = {row.key: row for row in Place.objects.unseen().filter(case=case)}
    for key, row in kept.items():
        now = wanted.pop(key, None)
        if now is None:
            row.ended = True
        else:
            row.person_id, row.role, row.side = now.person_id, now.role, now.side
            row.party, row.invited, row.ended = now.party, now.invited, now.ended
        row.save()
    Place.objects.add_all(list(wanted.values()))
