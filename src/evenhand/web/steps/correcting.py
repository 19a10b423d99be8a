"""Putting an entry right: the wrong one stays, with what was believed until now."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from evenhand.casework import actions
from evenhand.casework.actions.ending import lies_with_another
from evenhand.casework.door import Entry
from evenhand.casework.heart.stages import StepNotOpen
from evenhand.casework.heart.steps import STEPS, Step
from evenhand.casework.recording import Done

from .fields import Clock, Day, Line, Tick, Words
from .forms import EXAMPLE, Row, Said, StepForm, Turn
from .sharing import described

TYPED: dict[str, tuple[Any, Any]] = {
    "name": (Line, lazy("Name")),
    "words": (Words, lazy("Words")),
    "issues": (Words, lazy("The issues")),
    "health_provision": (Words, lazy("Health help that is wanted")),
    "why": (Words, lazy("Why")),
    "meeting_on": (Day, lazy("Day of the meeting")),
    "starts": (Clock, lazy("Begins at")),
    "ends": (Clock, lazy("Ends at")),
    "place": (Words, lazy("Address")),
    "link": (Line, lazy("Link")),
    "access": (Words, lazy("How to get in")),
    "needs": (Words, lazy("What they need to take part")),
    "address": (Words, lazy("Address for letters")),
}
"""What of an entry can be typed anew; whatever else is wrong, the entry is struck and made again."""


class Correct(StepForm):
    """First which entry, by the address; then what was really so."""

    template = "steps/correct.html"

    struck = Tick(
        label=lazy("It never happened: strike it out"),
    )
    on = Day(
        label=lazy("On which day did it really happen?"), help_text=EXAMPLE, missing=lazy("Type the day.")
    )

    def arrange(self) -> None:
        """The entry in the address, if there is one."""
        self.entries = list(self._entries())
        wanted = self.asked.query.get("entry", "")
        self.entry = next((one for one in self.entries if str(one.number) == wanted), None)
        day: Any = self.fields["on"]
        if self.entry is not None:
            if self.entry.event.number == 1:
                day.earliest = None
                self.drop("struck")
            self.believed = self._believed(self.entry)
            for name in self.believed:
                self._add(name)

    def _add(self, name: str) -> None:
        kind, label = TYPED[name]
        longest = {Words: {"longest": 20_000}, Line: {"longest": 500}}.get(kind, {})
        field = kind(label=label, **longest)
        self.fields[f"new-{name}"] = field

    def _entries(self) -> Iterator[Entry]:
        struck = {event.corrects for event in self.asked.seen.history if event.struck}
        for entry in self.asked.seen.entries():
            said = entry.event
            if said.step in (Step.CORRECT, Step.MOVE_DATES) or said.number in struck:
                continue
            if not lies_with_another(said, self.asked.actor):
                yield entry

    def _so_far(self, entry: Entry) -> Iterator[Entry]:
        """The entry and its corrections, oldest first."""
        for one in self.asked.seen.entries():
            if one.event.number == entry.event.number or one.event.corrects == entry.event.number:
                yield one

    def _believed(self, entry: Entry) -> dict[str, Any]:
        """What it says, as it was last put right, of what can be typed anew."""
        told: dict[str, Any] = {}
        for one in self._so_far(entry):
            told |= one.told
        return {name: told[name] for name in TYPED if isinstance(told.get(name), str)}

    def begin(self) -> dict[str, Any]:
        """What is believed now."""
        if self.entry is None:
            return {}
        known: dict[str, Any] = {"on": list(self._so_far(self.entry))[-1].event.on}
        for name, value in self.believed.items():
            known[f"new-{name}"] = date.fromisoformat(value) if name == "meeting_on" else value
        return known

    def choices(self) -> list[tuple[int, str]]:
        """Every entry that can be put right, by the reader's own numbers, the newest first."""
        return [(entry.number, described(entry)) for entry in reversed(self.entries)]

    def before(self) -> list[Said]:
        """That nothing is lost."""
        return [
            lazy(
                "The wrong entry stays in the history, with what was believed until now, and who put it right."
            )
        ]

    def rows(self) -> list[Row]:
        """What was believed, each time."""
        if self.entry is None:
            return []
        found = [Row(_("The entry"), STEPS[self.entry.event.step].happened)]
        for one in self._so_far(self.entry):
            day = date_format(one.event.on, "j F Y")
            at = date_format(one.event.recorded_at, "j F Y")
            found.append(
                Row(_("Recorded on {day}").format(day=at), _("that it happened on {day}").format(day=day))
            )
        return found

    def clean(self) -> dict[str, Any]:
        """An entry must be chosen."""
        given = super().clean() or {}
        if self.entry is None:
            self.add_error(None, _("Choose which entry is wrong."))
        return given

    def act(self, turn: Turn) -> Done:
        """Put it right. Raises `StepNotOpen` where nothing is other than it was."""
        assert self.entry is not None
        struck = bool(self.cleaned_data.get("struck"))
        changed = {} if struck else dict(self._changed())
        same_day = turn.on == list(self._so_far(self.entry))[-1].event.on
        if not struck and not changed and same_day:
            raise StepNotOpen(_("Nothing was changed. Change what is wrong, or cancel."))
        number = self.entry.event.number
        return actions.correct(**turn.given, number=number, changed=changed, struck=struck)

    def _changed(self) -> Iterator[tuple[str, Any]]:
        for name, before in self.believed.items():
            value = self.cleaned_data.get(f"new-{name}")
            value = value.isoformat() if isinstance(value, date) else value or ""
            if value != before and not (name == "meeting_on" and not value):
                yield name, value
