"""The form of a step: what every one has, and those that ask for nothing but the day."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.datastructures import MultiValueDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from evenhand.casework.heart.events import Actor
from evenhand.casework.models import Case
from evenhand.casework.recording import Done

from .asked import Asked
from .fields import Day

EXAMPLE = lazy("Today, or an earlier day. For example, 27 3 2026")
Said = str | Promise


@dataclass(frozen=True, slots=True)
class Turn:
    """What every action is told: the case, who, on which day, and the once-only mark of the form."""

    case: Case
    by: Actor
    on: date
    press: UUID

    @property
    def given(self) -> dict[str, Any]:
        """The same by name, as actions take it."""
        return {"case": self.case, "by": self.by, "on": self.on, "press": self.press}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a list above a form: what, and what is so."""

    name: Said
    says: Said


class StepForm(forms.Form):
    """What a step asks for. `begin` gives what stands in the fields, `act` takes the step.

    `title` is for a form that is not the step’s only one. `asks_day` is false where the day is always today. `can` says why the form has nothing to offer, or nothing.
    """

    template: ClassVar[str] = "steps/step.html"
    title: ClassVar[Said] = ""
    asks_day: ClassVar[bool] = True
    asks_family_day: ClassVar[bool] = False

    only_another = False
    """True where a button only asked for more fields: nothing is checked then, and nothing recorded."""

    on = Day(label=lazy("On which day?"), help_text=EXAMPLE, missing=lazy("Type the day."))

    def __init__(self, asked: Asked, data: Any = None, files: MultiValueDict[str, Any] | None = None) -> None:
        self.asked = asked
        super().__init__(data, files, use_required_attribute=False, auto_id="%s")
        self.order_fields([name for name in self.fields if name != "on"])
        if not (self.asks_day and (self.asks_family_day or not asked.area.plain)):
            del self.fields["on"]
        else:
            self._bound_day(self.fields["on"])
        self.arrange()
        self.initial = {"on": asked.today} | self.begin()

    def _bound_day(self, field: Any) -> None:
        field.earliest, field.latest = self.asked.seen.state.opened_on, self.asked.today

    def arrange(self) -> None:
        """Fit the fields to the case: choices, and what is not asked here."""

    def begin(self) -> dict[str, Any]:
        """What stands in the fields at first."""
        return {}

    def can(self) -> str:
        """Why nothing can be done here now, though the step is open; empty where it can."""
        return ""

    def before(self) -> list[Said]:
        """What is said before the fields, paragraph by paragraph."""
        return []

    def instead(self) -> list[Said]:
        """What the law says and what can be done where the step cannot be taken."""
        return []

    def rows(self) -> list[Row]:
        """A list of what is so, to check before the button is pressed."""
        return []

    def act(self, turn: Turn) -> Done | str:
        """Take the step. A sentence in place of `Done` says what was done that is no entry in the case."""
        raise NotImplementedError

    def typed(self) -> list[Row]:
        """The words that were typed, to give back where the form cannot be shown again."""
        found = [
            (field.label, str(self.data.get(name, "")))
            for name, field in self.fields.items()
            if getattr(field, "kind", "") in ("line", "words")
        ]
        return [Row(label or "", words) for label, words in found if words]

    def day(self) -> date:
        """The day on which it happened."""
        return self.cleaned_data.get("on") or self.asked.today

    def drop(self, *names: str) -> None:
        """Take fields out."""
        for name in names:
            self.fields.pop(name, None)

    def only_choice(self, name: str, choices: list[tuple[str, str]]) -> None:
        """Give a field its choices; with one alone there is nothing to ask."""
        field: Any = self.fields[name]
        field.choices = choices
        if len(choices) == 1:
            self.drop(name)
            self._settled = getattr(self, "_settled", {}) | {name: choices[0][0]}

    def chosen(self, name: str) -> str:
        """What was chosen, or what there was no choice about."""
        settled: dict[str, str] = getattr(self, "_settled", {})
        return settled[name] if name in settled else str(self.cleaned_data[name])


class OnlyTheDay(StepForm):
    """A step that says nothing but that it happened, and when."""

    action: ClassVar[Callable[..., Done]]

    def act(self, turn: Turn) -> Done:
        """Take the step."""
        return type(self).action(**turn.given)


def nobody() -> str:
    """What is said where a form needs somebody and there is nobody."""
    return _("There is nobody in the case for whom this could be said. Add a person first.")
