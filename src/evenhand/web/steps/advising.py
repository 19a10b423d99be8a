"""Calls, mediation advice, and what the family wishes."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from evenhand.casework import actions
from evenhand.casework.heart.contents import ADVICE_POINTS
from evenhand.casework.recording import Done
from evenhand.people.policy import SHARED, DataClass

from .fields import Choose, Ticks, Words, YesOrNo
from .forms import OnlyTheDay, Said, StepForm, Turn, nobody
from .people_shown import families
from .reads import who_reads

ISSUES = (
    ("education", lazy("Education")),
    ("health", lazy("Health care")),
    ("care", lazy("Social care")),
)


class _WithTheFamily(StepForm):
    """Something between the adviser and one of the family: with one of them, nobody is asked which."""

    family = Choose(label=lazy("With whom?"), missing=lazy("Choose with whom."))

    def arrange(self) -> None:
        """Who of the family is there."""
        found = families(self.asked.seen)
        self.only_choice("family", found)
        words: Any = self.fields["words"]
        if not found:
            return
        owner = found[0][0]
        words.reads = who_reads(self.asked, DataClass.ADVISER_RECORD, owner)
        if not self.asked.seen.may_write(DataClass.ADVISER_RECORD, owner):
            self.drop("words")

    def can(self) -> str:
        """Nothing without a family."""
        return "" if families(self.asked.seen) else nobody()


class RecordCall(_WithTheFamily):
    """A call to the family."""

    reached = YesOrNo(label=lazy("Did you reach them?"))
    words = Words(label=lazy("What was said"), help_text=lazy("You can leave this empty."))

    def act(self, turn: Turn) -> Done:
        """Record the call."""
        return actions.record_call(
            **turn.given,
            family=self.chosen("family"),
            reached=self.cleaned_data["reached"],
            words=self.cleaned_data.get("words", ""),
        )


class GiveAdvice(_WithTheFamily):
    """The conversation before choosing: each point is ticked when it has been explained."""

    explained = Ticks(
        label=lazy("What was explained"),
        help_text=lazy("Facts only. Either choice is fine, and the family makes it."),
        choices=list(ADVICE_POINTS.items()),
    )
    words = Words(label=lazy("What you noted"), help_text=lazy("Facts only. You can leave this empty."))

    def clean_explained(self) -> list[str]:
        """All of it, or it is not advice yet. Raises `ValidationError`."""
        said: list[str] = self.cleaned_data["explained"]
        missing = [words for point, words in ADVICE_POINTS.items() if point not in said]
        if missing:
            told = _("Not everything has been explained yet: {point}. Explain it, then tick it.")
            self.add_error("explained", told.format(point=missing[0][:1].lower() + missing[0][1:]))
        return said

    def act(self, turn: Turn) -> Done:
        """Record the advice."""
        given = self.cleaned_data
        return actions.give_advice(
            **turn.given,
            family=self.chosen("family"),
            explained=given["explained"],
            words=given.get("words", ""),
        )


class DeclineMediation(OnlyTheDay):
    """The family does not wish to mediate."""

    action = actions.decline_mediation

    def before(self) -> list[Said]:
        """What follows from it."""
        if self.asked.area.plain:
            return [
                lazy(
                    "You do not have to say why. The adviser then has three working days to send the certificate."
                ),
                lazy("You can change your mind later."),
            ]
        return [
            lazy(
                "The day is the one on which the family told you. From it you have three working days to issue the "
                "certificate (reg. 34(1)). No reason is asked for."
            )
        ]


class ChooseMediation(StepForm):
    """The family wishes to mediate, and says about what."""

    issues = Ticks(
        label=lazy("What is it about?"),
        choices=ISSUES,
        missing=lazy("Choose what it is about. Choose all that fit."),
    )
    words = Words(
        label=lazy("What should be talked about?"), missing=lazy("Say what should be talked about.")
    )
    health_provision = Words(
        label=lazy("If it is about health care: which health help is wanted?"),
        help_text=lazy("Leave this empty if it is not about health care."),
        rows=3,
    )

    def arrange(self) -> None:
        """Who will read it: the law has the council told of the issues."""
        words: Any = self.fields["words"]
        words.reads = who_reads(self.asked, DataClass.MEDIATION_ISSUES, SHARED)

    def begin(self) -> dict[str, Any]:
        """The issues that are known already."""
        facts = self.asked.seen.state.facts
        names = {"education": "education_issue", "health": "health_issue", "care": "social_care_issue"}
        return {"issues": [one for one, fact in names.items() if facts.get(fact)]}

    def before(self) -> list[Said]:
        """That the council is told."""
        if self.asked.area.plain:
            return [lazy("The council is told what you want to talk about. The law says so.")]
        return [lazy("The authority is told what the mediation is to be about (s. 53(1)).")]

    def clean(self) -> dict[str, Any]:
        """Where health is an issue the health help is named."""
        given = super().clean() or {}
        wanted = "health" in given.get("issues", []) and not given.get("health_provision")
        if wanted and "health_provision" not in self.errors:
            self.add_error("health_provision", _("Say which health help is wanted."))
        return given

    def act(self, turn: Turn) -> Done:
        """Record the wish."""
        given = self.cleaned_data
        return actions.choose_mediation(
            **turn.given,
            education="education" in given["issues"],
            health="health" in given["issues"],
            care="care" in given["issues"],
            issues=given["words"],
            health_provision=given["health_provision"],
        )
