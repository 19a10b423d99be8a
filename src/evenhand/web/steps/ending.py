"""How a case ends, comes back, and stands beside another."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from evenhand.casework import actions
from evenhand.casework.actions.ending import REASONS
from evenhand.casework.door import NoSuchCase, case_for
from evenhand.casework.recording import Done

from .fields import Choose, Line
from .forms import Said, StepForm, Turn

EVERYBODY_READS = lazy("Everybody in the case can read this. Say no more than they need.")


class Withdraw(StepForm):
    """The family does not go on."""

    why = Line(label=lazy("Why, if they said so"), help_text=EVERYBODY_READS, longest=500)

    def arrange(self) -> None:
        """A family is not asked for a reason."""
        if self.asked.area.plain:
            self.drop("why")

    def before(self) -> list[Said]:
        """What it leaves open."""
        said: list[Said] = [lazy("The case can be opened again. Withdrawing does not stop any clock.")]
        if self.asked.mediates and self.asked.area.plain:
            said.append(
                lazy(
                    "If you only do not want to mediate, say that instead: then you get a certificate. Without a "
                    "certificate most appeals cannot begin."
                )
            )
        return said

    def act(self, turn: Turn) -> Done:
        """Withdraw it."""
        return actions.withdraw(**turn.given, why=self.cleaned_data.get("why", ""))


class Close(StepForm):
    """Nothing more is to come."""

    reason = Choose(
        label=lazy("Why is it closed?"), choices=list(REASONS.items()), missing=lazy("Choose why.")
    )

    def before(self) -> list[Said]:
        """What is told, and that it can be opened again."""
        return [lazy("The family is told, and asked how it went. The case can be opened again.")]

    def act(self, turn: Turn) -> Done:
        """Close it."""
        return actions.close(**turn.given, reason=self.cleaned_data["reason"])


class Reopen(StepForm):
    """It goes on where it ended."""

    why = Line(
        label=lazy("Why is it opened again?"),
        help_text=EVERYBODY_READS,
        missing=lazy("Say why."),
        longest=500,
    )

    def before(self) -> list[Said]:
        """Where it goes on."""
        return [lazy("The case goes on where it ended, and its dates run again.")]

    def act(self, turn: Turn) -> Done:
        """Open it again."""
        return actions.reopen(**turn.given, why=self.cleaned_data["why"])


class LinkCase(StepForm):
    """Another case of the same child."""

    asks_day = False

    reference = Line(
        label=lazy("Reference of the other case"),
        help_text=lazy("For example, 7F3K-9Q2M"),
        missing=lazy("Type the reference."),
        longest=20,
    )

    def clean_reference(self) -> str:
        """A case that the reader sees; absent and not theirs are one. Raises `ValidationError`."""
        typed = str(self.cleaned_data["reference"]).strip().upper()
        try:
            other = case_for(self.asked.seen.reader, typed)
        except NoSuchCase:
            raise ValidationError(_("There is no such case that you can see. Check the reference.")) from None
        if other.case.reference in self.asked.seen.state.linked:
            raise ValidationError(_("This case is linked already."))
        return other.case.reference

    def before(self) -> list[Said]:
        """Linked is not merged."""
        said: list[Any] = [
            lazy("The two cases stay apart. Who sees one does not come to see the other by it.")
        ]
        return said

    def act(self, turn: Turn) -> Done:
        """Link it."""
        return actions.link_case(**turn.given, reference=self.cleaned_data["reference"])
