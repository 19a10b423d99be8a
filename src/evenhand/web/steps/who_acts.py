"""Who acts once the right is the young person’s own."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from evenhand.casework.actions.people import WHO_ACTS, choose_who_acts
from evenhand.casework.recording import Done

from .fields import Choose
from .forms import Said, StepForm, Turn

TO_THEMSELVES = {
    "alone": lazy("I decide by myself"),
    "parent_helps": lazy("I decide, and my parent helps me and reads along"),
    "alternative_person": lazy("I cannot decide this, and my parent acts for me"),
}


class ChooseWhoActs(StepForm):
    """The young person says who acts for them from now on."""

    who = Choose(
        label=lazy("Who acts from now on?"), choices=list(WHO_ACTS.items()), missing=lazy("Choose who acts.")
    )

    def arrange(self) -> None:
        """On their own page the choices are said in the young person’s words."""
        if self.asked.area.plain:
            self.fields["who"].choices = list(TO_THEMSELVES.items())  # type: ignore[attr-defined]

    def can(self) -> str:
        """Not before compulsory school age is over."""
        if self.asked.seen.state.of_age_at is None:
            return _("The right is the parent’s until compulsory school age is over.")
        return ""

    def before(self) -> list[Said]:
        """Whose choice it is."""
        return [
            lazy("When compulsory school age is over, the right to decide is the young person’s own."),
            lazy("It is their choice who helps them, and who reads along. They can choose again later."),
        ]

    def act(self, turn: Turn) -> Done:
        """Record the choice."""
        return choose_who_acts(**turn.given, who=self.cleaned_data["who"])
