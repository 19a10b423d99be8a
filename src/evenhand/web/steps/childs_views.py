"""What the child thinks, in the way that the child chose."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from evenhand.casework import actions
from evenhand.casework.recording import Done
from evenhand.people.roles import Role

from .fields import Choose, Words, YesOrNo
from .forms import Said, StepForm, Turn

HOW = (
    ("spoke", lazy("They said it")),
    ("wrote", lazy("They wrote it")),
    ("drew", lazy("They drew it or made it")),
    ("signed", lazy("They signed it, or showed it")),
    ("through_somebody", lazy("They asked somebody to say it for them")),
)

MY_HOW = (
    ("wrote", lazy("I write it here")),
    ("spoke", lazy("I said it to somebody, who writes it here")),
    ("drew", lazy("I drew it or made it")),
    ("signed", lazy("I signed it, or showed it")),
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
        if self.asked.actor.role is Role.YOUNG_PERSON:
            self._to_themselves()
            return
        words.reads = _(
            "Who will read this: the mediator. Parents read it only if the child says yes. The council reads it only "
            "if it is passed on. Whoever writes it down cannot read it again."
        )

    def _to_themselves(self) -> None:
        how, words, read = (self.fields[name] for name in ("how", "words", "may_be_read"))
        how.label, how.choices = _("How do you want to say it?"), list(MY_HOW)  # type: ignore[attr-defined]
        words.label, words.help_text = _("What you think"), ""
        words.reads = _(  # type: ignore[attr-defined]
            "Who will read this: you, and the mediator. Your parents read it only if you say yes. The council reads "
            "it only if it is passed on."
        )
        read.label, read.help_text = _("May your parents read it?"), ""

    def before(self) -> list[Said]:
        """Whose it is."""
        if self.asked.actor.role is Role.YOUNG_PERSON:
            return [lazy("You decide who hears it. You do not have to say anything.")]
        return [lazy("The child decides who hears it. It can be left out altogether.")]

    def act(self, turn: Turn) -> Done:
        """Record it."""
        given = self.cleaned_data
        return actions.record_views(
            **turn.given, words=given["words"], how=given["how"], may_be_read=given["may_be_read"]
        )
