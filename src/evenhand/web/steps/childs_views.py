"""What the child thinks, in the way that the child chose."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from evenhand.casework import actions
from evenhand.casework.recording import Done

from .fields import Choose, Words, YesOrNo
from .forms import Said, StepForm, Turn

HOW = (
    ("spoke", lazy("They said it")),
    ("wrote", lazy("They wrote it")),
    ("drew", lazy("They drew it or made it")),
    ("signed", lazy("They signed it, or showed it")),
    ("through_somebody", lazy("They asked somebody to say it for them")),
)


class RecordViews(StepForm):
    """The child’s views, and who may read them."""

    how = Choose(label=lazy("How did they choose to say it?"), choices=HOW, missing=lazy("Choose how."))
    words = Words(
        label=lazy("What they think"),
        help_text=lazy("Their own words, as far as you can."),
        missing=lazy("Write what they think."),
    )
    may_be_read = YesOrNo(
        label=lazy("Do they agree that their parents read it?"),
        help_text=lazy(
            "Ask them. They can say yes to some things and no to others: write only what they agreed to."
        ),
        missing=lazy("Ask them, then choose yes or no."),
    )

    def arrange(self) -> None:
        """Who reads it."""
        words: Any = self.fields["words"]
        words.reads = _(
            "Who will read this: the mediator. Parents read it only if the child says yes. The council reads it only "
            "if it is passed on. Whoever writes it down cannot read it again."
        )

    def before(self) -> list[Said]:
        """Whose it is."""
        return [lazy("The child decides who hears it. It can be left out altogether.")]

    def act(self, turn: Turn) -> Done:
        """Record it."""
        given = self.cleaned_data
        return actions.record_views(
            **turn.given, words=given["words"], how=given["how"], may_be_read=given["may_be_read"]
        )
