"""When a meeting could be: everybody's answers put together, and the stretches that suit all of them and the law."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from evenhand.law import FactsRefused

from .heart.dues import dues_of
from .heart.stages import Kind
from .heart.state import State
from .heart.times import HALF, Slot, common, earliest_day, silent
from .models import Booking, Case

MOST_HALVES = 16


@dataclass(frozen=True, slots=True)
class Times:
    """Whose times are needed, who has given none, the first day that leaves time for notice, and what suits all.

    `limit` is the last day that the law gives, with its provision; None where none runs. Those who are silent are left
    out of `slots`, which are then only what suits the others so far.
    """

    needed: tuple[str, ...]
    silent: tuple[str, ...]
    first: date
    limit: date | None
    law: str
    slots: tuple[Slot, ...]

    @property
    def in_time(self) -> list[Slot]:
        """What suits everybody and is no later than the law allows."""
        return [slot for slot in self.slots if not slot.after_limit]

    @property
    def late(self) -> list[Slot]:
        """What suits everybody and is later than the law allows."""
        return [slot for slot in self.slots if slot.after_limit]


def times_for(case: Case, state: State, today: date, *, halves: int) -> Times:
    """What suits everybody for a meeting of so many half-hours, if notice of it goes out today.

    Rests on the SEND Regulations 2014, regs 36(2) (thirty days) and 37(2) (five clear working days of notice).
    """
    needed = tuple(needed_for(state))
    quiet = silent(state.free, needed)
    free = {key: set(halves_of) for key, halves_of in state.free.items()}
    leads = f"mediator:{state.mediator_id}"
    if leads in free and state.mediator_id is not None:
        free[leads] -= set(_taken(case, state.mediator_id, free[leads]))
    limit, law = _limit(state, today)
    first = earliest_day(today)
    answered = [key for key in needed if key not in quiet]
    slots = common(free, answered, halves=halves, first=first, limit=limit)
    return Times(needed, tuple(quiet), first, limit, law, tuple(slots))


def needed_for(state: State) -> list[str]:
    """Without whom there is no meeting: the parties, and whoever leads it."""
    keys = [one.key for one in state.parties]
    return keys if state.mediator_id is None else [*keys, f"mediator:{state.mediator_id}"]


def _limit(state: State, today: date) -> tuple[date | None, str]:
    if state.kind is not Kind.MEDIATION:
        return None, ""
    try:
        dues = dues_of(state, today)
    except FactsRefused:
        return None, ""
    due = next((one for one in dues if one.name == "arrange_mediation"), None)
    return (due.on, due.law) if due else (None, "")


def _taken(case: Case, person_id: int, free: Iterable[str]) -> Iterable[str]:
    """Of these half-hours, the ones in which whoever leads is taken by another case."""
    taken = Booking.objects.unseen().filter(person=person_id).exclude(case=case)
    booked = list(taken.values_list("on", "starts", "ends"))
    for half in free:
        begins = datetime.fromisoformat(half)
        from_, to = f"{begins:%H:%M}", f"{begins + HALF:%H:%M}"
        if any(on == begins.date() and starts < to and ends > from_ for on, starts, ends in booked):
            yield half
