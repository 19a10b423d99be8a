"""What happened at the meeting: who came, what came of it, and if it goes on."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from evenhand.casework import actions
from evenhand.casework.actions.outcomes import RESULTS
from evenhand.casework.recording import Done
from evenhand.people.policy import SHARED, DataClass

from .asked import Asked
from .fields import Choose, Line, Ticks, Words
from .forms import Said, StepForm, Turn
from .people_shown import called, names
from .reads import who_reads

ISSUES = {
    "education": ("education_issue", lazy("Education")),
    "health": ("health_issue", lazy("Health care")),
    "care": ("social_care_issue", lazy("Social care")),
}
EVERYBODY_READS = lazy("Everybody in the case can read this. Say no more than they need.")


def may_come(asked: Asked) -> list[tuple[str, str]]:
    """Everybody who could have come: those in the case whom no party refuses."""
    known = names(asked.seen)
    people = asked.seen.state.people.values()
    return [
        (one.key, called(asked.seen, one.key, known)) for one in people if one.present and not one.refuses
    ]


class HoldMeeting(StepForm):
    """The meeting took place."""

    came = Ticks(
        label=lazy("Who came?"), missing=lazy("Say who came. If nobody did, the meeting was not held.")
    )

    def arrange(self) -> None:
        """Everybody who could come."""
        field: Any = self.fields["came"]
        field.choices = may_come(self.asked)

    def act(self, turn: Turn) -> Done:
        """Record it, with who came and who did not."""
        came = self.cleaned_data["came"]
        absent = [key for key, _words in may_come(self.asked) if key not in came]
        return actions.hold_meeting(**turn.given, came=came, absent=absent)


class MeetingNotHeld(StepForm):
    """The meeting did not take place."""

    absent = Ticks(label=lazy("Who did not come?"))
    why = Line(
        label=lazy("Why, as far as they said?"),
        help_text=EVERYBODY_READS,
        missing=lazy("Say why, or that nobody knows."),
        longest=500,
    )

    def arrange(self) -> None:
        """Everybody who could have come."""
        field: Any = self.fields["absent"]
        field.choices = may_come(self.asked)

    def before(self) -> list[Said]:
        """What can follow."""
        return [
            lazy(
                "Another meeting can be fixed. If none can be had in time, the certificate comes without one."
            )
        ]

    def act(self, turn: Turn) -> Done:
        """Record it."""
        given = self.cleaned_data
        return actions.meeting_not_held(**turn.given, absent=given["absent"], why=given["why"])


class Adjourn(StepForm):
    """The meeting goes on another day."""

    why = Line(label=lazy("What is still to be done?"), help_text=EVERYBODY_READS, longest=500)

    def act(self, turn: Turn) -> Done:
        """Adjourn it."""
        return actions.adjourn(**turn.given, why=self.cleaned_data["why"])


class RecordOutcome(StepForm):
    """For each issue, if it was agreed."""

    words = Words(
        label=lazy("Words that all the parties may read"), help_text=lazy("You can leave this empty.")
    )

    def arrange(self) -> None:
        """One question for each issue that was chosen."""
        words: Any = self.fields["words"]
        words.reads = who_reads(self.asked, DataClass.JOINT_NOTES, SHARED)
        for name, label in self._issues():
            self.fields[f"issue-{name}"] = Choose(
                label=label, choices=list(RESULTS.items()), missing=_("Choose what came of it.")
            )
        self.order_fields([f"issue-{name}" for name, _label in self._issues()])

    def _issues(self) -> list[tuple[str, Any]]:
        facts = self.asked.seen.state.facts
        chosen = [(name, words) for name, (fact, words) in ISSUES.items() if facts.get(fact)]
        return chosen or [("disagreement", lazy("The disagreement"))]

    def before(self) -> list[Said]:
        """What begins with it, and what does not belong here."""
        said: list[Said] = [lazy("Record what came of it, never what was said at the meeting.")]
        if self.asked.mediates:
            said.insert(
                0, lazy("From the day the mediation ended there are three working days for the certificate.")
            )
        return said

    def act(self, turn: Turn) -> Done:
        """Record the outcome."""
        by_issue = {name: self.cleaned_data[f"issue-{name}"] for name, _label in self._issues()}
        return actions.record_outcome(**turn.given, by_issue=by_issue, words=self.cleaned_data["words"])
