"""How much those who do the work have to do: open cases, and the days on which they lead a meeting."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date

from .models import Booking, Case


def open_cases(provider_id: int, work: str) -> Counter[int]:
    """How many open cases of a provider each account has as `adviser`, or as whoever leads the meeting."""
    column = "adviser" if work == "adviser" else "mediator"
    cases = Case.objects.unseen().filter(provider=provider_id, is_open=True).exclude(**{column: None})
    return Counter(cases.values_list(column, flat=True))


def days_taken(people: Iterable[int], since: date) -> defaultdict[int, set[date]]:
    """The days, from one on, on which each account leads a meeting. Whoever leads none has no days."""
    taken: defaultdict[int, set[date]] = defaultdict(set)
    booked = Booking.objects.unseen().filter(person__in=list(people), on__gte=since)
    for person, day in booked.values_list("person", "on"):
        taken[person].add(day)
    return taken
