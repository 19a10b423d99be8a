"""What is asked after ringing: did anybody answer, what was said, when to try again, or how the call ended."""

from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from evenhand import clock
from evenhand.casework.asking import LONDON
from evenhand.casework.calling import ENDS
from evenhand.web.steps.fields import Choose, Clock, Words, YesOrNo

from .fields import OneDay

READS = lazy("Who will read this: the service’s advisers and its manager.")


class TryForm(forms.Form):
    """One try."""

    reached = YesOrNo(label=lazy("Did you reach them?"), missing=lazy("Choose if you reached them."))
    words = Words(label=lazy("What to remember"), rows=2, longest=2000)
    again_on = OneDay(label=lazy("If not: try again on"), ahead=True)
    again_time = Clock(label=lazy("At"), help_text=lazy("For example, 2:30pm"))

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, use_required_attribute=False, auto_id="%s", prefix=None)
        words: Any = self.fields["words"]
        words.reads = READS

    def clean(self) -> dict[str, Any]:
        """A try that reached nobody needs a day and a time to come."""
        given = super().clean() or {}
        if given.get("reached") is False and not self.errors:
            if not given.get("again_on"):
                self.add_error("again_on", _("Type the day on which to try again."))
            elif not given.get("again_time"):
                self.add_error("again_time", _("Type the time at which to try again."))
            elif self.again_at() <= clock.instant():
                self.add_error("again_time", _("That time has gone by. Type one that is still to come."))
        return given

    def again_at(self) -> datetime:
        """The moment of the next try."""
        day: date = self.cleaned_data["again_on"]
        at = time.fromisoformat(self.cleaned_data["again_time"])
        return datetime.combine(day, at, LONDON)

    def again_or_none(self) -> datetime | None:
        """The same, or None where nobody has to be rung again."""
        return None if self.cleaned_data["reached"] else self.again_at()


class EndForm(forms.Form):
    """How the call ended, where no case came of it. Giving up is offered once it may be done."""

    how = Choose(
        label=lazy("How did it end?"),
        choices=[(how, lazy(words)) for how, words in ENDS.items()],
        missing=lazy("Choose how it ended."),
    )

    def __init__(self, data: Any = None, *, may_give_up: bool = False) -> None:
        super().__init__(data, use_required_attribute=False, auto_id="%s")
        how: Any = self.fields["how"]
        if not may_give_up:
            how.choices = [(end, words) for end, words in how.choices if end != "no_answer"]
            how.help_text = _("You can give up after three tries on two days.")
