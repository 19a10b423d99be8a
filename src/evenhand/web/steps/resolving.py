"""Disagreement resolution: each party agrees to meet, or does not. No reason is asked, and none is inferred."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from evenhand.casework import actions
from evenhand.casework.recording import Done

from .fields import Choose
from .forms import Said, StepForm, Turn, nobody
from .people_shown import for_whom


class _OfAParty(StepForm):
    """A party's answer: its own, or as the service heard it."""

    party = Choose(label=lazy("Which party?"), missing=lazy("Choose which party."))

    def arrange(self) -> None:
        """The parties whose answer it can be."""
        self.only_choice("party", self._choices())

    def _choices(self) -> list[tuple[str, str]]:
        return for_whom(self.asked)

    def can(self) -> str:
        """Nothing without a party."""
        return "" if for_whom(self.asked) else nobody()


class AgreeToMeet(_OfAParty):
    """A party agrees to meet."""

    def _choices(self) -> list[tuple[str, str]]:
        agreed = self.asked.seen.state.agreed_to_meet
        return [(key, words) for key, words in for_whom(self.asked) if key not in agreed]

    def can(self) -> str:
        """Nothing where all have agreed."""
        if not for_whom(self.asked):
            return nobody()
        return "" if self._choices() else _("They have agreed to meet already.")

    def before(self) -> list[Said]:
        """What it is."""
        said: list[Any] = [
            lazy("A meeting is fixed when all agree. It costs a family nothing, and it closes no other way."),
            lazy("Anybody can change their mind before the meeting."),
        ]
        return said

    def act(self, turn: Turn) -> Done:
        """Record it."""
        return actions.agree_to_meet(**turn.given, party=self.chosen("party"))


class RefuseToMeet(_OfAParty):
    """A party does not agree to meet."""

    def before(self) -> list[Said]:
        """That nothing follows from it but that there is no meeting."""
        said: list[Any] = [
            lazy("Nobody has to say why. It says nothing about who is right, and it closes no other way."),
            lazy("The others are told only that a party does not agree to meet."),
        ]
        return said

    def act(self, turn: Turn) -> Done:
        """Record it."""
        return actions.refuse_to_meet(**turn.given, party=self.chosen("party"))
