"""Who comes for a body, and when people are free."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from evenhand.casework import actions
from evenhand.casework.heart.steps import Step
from evenhand.casework.heart.times import HALF
from evenhand.casework.recording import Done
from evenhand.law.calendars import REGULATIONS
from evenhand.people.policy import DataClass

from .fields import Choose, Line, YesOrNo, clock_time
from .forms import Said, StepForm, Turn
from .people_shown import BODIES, body_name, for_whom

DAYS_SHOWN = 10
PARTS = {"all day": "9-17", "morning": "9-12:30", "afternoon": "13-17"}
FIRST, LAST = "08:00", "20:00"


class NameRepresentative(StepForm):
    """A body says who comes, and that they can decide."""

    side = Choose(label=lazy("For whom do they come?"), missing=lazy("Choose for whom they come."))
    name = Line(label=lazy("Who comes?"), missing=lazy("Type the name."), longest=200)
    post = Line(label=lazy("What is their post?"), missing=lazy("Type their post."), longest=200)
    can_decide = YesOrNo(
        label=lazy("Can they decide the issues at the meeting?"),
        help_text=lazy("A meeting with somebody who must ask others first seldom settles anything."),
    )

    def arrange(self) -> None:
        """A body speaks for itself; the service writes down what a body told it."""
        self.only_choice("side", self._sides())

    def _sides(self) -> list[tuple[str, str]]:
        if self.asked.actor.key in BODIES:
            return [(self.asked.actor.key, body_name(self.asked.seen, self.asked.actor.key))]
        there = {one.side for one in self.asked.seen.state.people.values() if one.present}
        return [(side, body_name(self.asked.seen, side)) for side in BODIES if side in there]

    def can(self) -> str:
        """Nothing without a body."""
        return "" if self._sides() else _("No body is in this case yet. Add the person first.")

    def act(self, turn: Turn) -> Done:
        """Record who comes."""
        given = self.cleaned_data
        return actions.name_representative(
            **turn.given,
            side=self.chosen("side"),
            name=given["name"],
            post=given["post"],
            can_decide=given["can_decide"],
        )


class FreeTimes(Line):
    """The times of one day, typed as ranges; kept as the half-hours in them."""

    def __init__(self, day: date) -> None:
        self.day = day
        super().__init__(label=date_format(day, "l j F Y"), longest=80)

    def clean(self, value: Any) -> list[str]:
        """The half-hours. Raises `ValidationError`."""
        typed = super().clean(value)
        times = half_hours(self.day, typed)
        if times is None:
            raise ValidationError(_("Type times such as 9:30 to 12, 2pm to 4pm, or all day."))
        return times


def half_hours(day: date, typed: str) -> list[str] | None:
    """The half-hours in the ranges that were typed, as `2026-06-22T09:30`; None where they cannot be read.

    >>> half_hours(date(2026, 6, 22), "9:30 to 10.30")
    ['2026-06-22T09:30', '2026-06-22T10:00']
    """
    found: set[str] = set()
    for part in filter(None, (one.strip().lower() for one in re.split(r"[,;]| and ", typed))):
        ends = re.split(r"\s*(?:-|–|to)\s*", PARTS.get(part, part))
        if len(ends) != 2:
            return None
        begins, stops = clock_time(ends[0]), clock_time(ends[1])
        if begins is None or stops is None or stops <= begins or begins.minute % 30 or stops.minute % 30:
            return None
        if not f"{begins:%H:%M}" >= FIRST or not f"{stops:%H:%M}" <= LAST:
            return None
        at = datetime.combine(day, begins)
        while at < datetime.combine(day, stops):
            found.add(f"{at:%Y-%m-%dT%H:%M}")
            at += HALF
    return sorted(found)


def ranges(times: list[str]) -> str:
    """Half-hours of one day as ranges again.

    >>> ranges(["2026-06-22T09:30", "2026-06-22T10:00", "2026-06-22T14:00"])
    '09:30 to 10:30, 14:00 to 14:30'
    """
    said: list[list[datetime]] = []
    for at in sorted(map(datetime.fromisoformat, times)):
        if said and said[-1][1] == at:
            said[-1][1] = at + HALF
        else:
            said.append([at, at + HALF])
    return ", ".join(f"{begins:%H:%M} to {stops:%H:%M}" for begins, stops in said)


class GiveAvailability(StepForm):
    """When somebody is free: ranges typed day by day, so that it works on the smallest screen and without a script."""

    template = "steps/availability.html"
    asks_day = False

    key = Choose(label=lazy("Who is free?"), missing=lazy("Choose who is free."))

    def arrange(self) -> None:
        """The next working days from today, or from where the address says."""
        self.only_choice("key", self._people())
        pages = self.asked.query.get("page", "")
        self.page = int(pages) if pages in ("1", "2", "3") else 0
        first = REGULATIONS.after(self.asked.today, 1 + self.page * DAYS_SHOWN)
        self.days = [first if not n else REGULATIONS.after(first, n) for n in range(DAYS_SHOWN)]
        for day in self.days:
            self.fields[f"free-{day.isoformat()}"] = FreeTimes(day)

    def _people(self) -> list[tuple[str, str]]:
        if self.asked.acts_for_a_party:
            return for_whom(self.asked)
        return [(self.asked.actor.key, _("Me")), *for_whom(self.asked)]

    def _said(self, key: str) -> set[str]:
        """The half-hours that were given last."""
        free: set[str] = set()
        for event, piece in self.asked.seen.of_class(DataClass.DATES):
            body = piece.body or {}
            if event.step is Step.GIVE_AVAILABILITY and body.get("key") == key:
                free = set(body.get("free", ()))
        return free

    def begin(self) -> dict[str, Any]:
        """What was said before, for whoever is the only one to ask, or for oneself."""
        return dict(self._begin(self.asked.actor.key))

    def _begin(self, key: str) -> Iterator[tuple[str, Any]]:
        if "key" in self.fields:
            return
        said = self._said(key)
        for day in self.days:
            times = [one for one in said if one.startswith(day.isoformat())]
            yield f"free-{day.isoformat()}", ranges(times)

    def before(self) -> list[Said]:
        """How to type, and who sees it."""
        return [
            lazy(
                "Type when there is time, such as 9:30 to 12, 2pm to 4pm, morning, or all day. Leave the others empty."
            ),
            lazy("Everybody in the case can see these times. Nobody sees why another time does not suit."),
        ]

    def act(self, turn: Turn) -> Done:
        """Record the times of these days; those of other days stay as they were."""
        key = self.chosen("key")
        shown = {day.isoformat() for day in self.days}
        kept = {one for one in self._said(key) if one[:10] not in shown}
        new = [one for day in shown for one in self.cleaned_data[f"free-{day}"]]
        return actions.give_availability(**turn.given, key=key, times=[*kept, *new])
