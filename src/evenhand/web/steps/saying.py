"""What people say about the service and about each other's safety, and notes."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from evenhand.casework import actions
from evenhand.casework.heart.steps import Step
from evenhand.casework.recording import Done
from evenhand.people.policy import DataClass

from .asked import Asked
from .fields import Choose, Words
from .forms import Said, StepForm, Turn, nobody
from .papers import places
from .people_shown import for_whom
from .reads import who_reads

MARKS = {
    "listened": lazy("Were you listened to?"),
    "clear": lazy("Was it clear what would happen, and when?"),
    "fair": lazy("Was it fair to everybody?"),
}
SCALE = (
    ("5", lazy("5: very much so")),
    ("4", lazy("4")),
    ("3", lazy("3: in part")),
    ("2", lazy("2")),
    ("1", lazy("1: not at all")),
)


class _Worded(StepForm):
    """Words, and nothing else."""

    asks_day = False

    words = Words(label=lazy("What happened?"), missing=lazy("Write something first."), rows=8)


class RaiseConcern(_Worded):
    """A worry about somebody's safety."""

    def arrange(self) -> None:
        """Who reads it, in words of its own: nobody is to wonder."""
        words: Any = self.fields["words"]
        words.label = _("What are you worried about?")
        words.reads = _(
            "Who will read this: the service’s lead for safeguarding, at once, with its advisers and the mediator. "
            "Nobody on any other side is even told that it was written."
        )

    def before(self) -> list[Said]:
        """Danger first."""
        return [lazy("If somebody is in danger now, ring 999 before you write anything.")]

    def act(self, turn: Turn) -> Done:
        """Raise it."""
        return actions.raise_concern(**turn.given, words=self.cleaned_data["words"])


class HowItWent(forms.Form):
    """The questions of feedback, none of which must be answered: for the page of the step, and for the link."""

    words = Words(label=lazy("Anything you want to say"), help_text=lazy("You can leave this empty."))

    def arrange(self) -> None:
        """The questions, and who reads the answers."""
        words: Any = self.fields["words"]
        words.reads = _(
            "Who will read this: the service’s manager. The mediator does not, nor does anybody else."
        )
        for name, label in MARKS.items():
            self.fields[name] = Choose(label=label, choices=SCALE, required=False)
        self.order_fields(list(MARKS))

    def clean(self) -> dict[str, Any]:
        """Something must be said."""
        given = super().clean() or {}
        if not self.errors and not any(given.values()):
            self.add_error("words", _("Answer a question, or write something."))
        return given

    def said(self) -> dict[str, Any]:
        """The words and the marks, as the action takes them."""
        given = self.cleaned_data
        marks = {name: int(given[name]) for name in MARKS if given[name]}
        return {"words": given["words"], "marks": marks}


class GiveFeedback(HowItWent, StepForm):
    """How it went."""

    asks_day = False

    def act(self, turn: Turn) -> Done:
        """Give it."""
        return actions.give_feedback(**turn.given, **self.said())


class Complain(_Worded):
    """A complaint about the service: one's own, or a party's that was taken by telephone."""

    party = Choose(label=lazy("Whose complaint is it?"), missing=lazy("Choose whose complaint it is."))

    def arrange(self) -> None:
        """Whose it is, and who reads it."""
        self.only_choice("party", for_whom(self.asked) or [(self.asked.actor.key, "")])
        words: Any = self.fields["words"]
        words.label = _("What went wrong, and what should be done?")
        words.reads = _(
            "Who will read this: the service’s manager. The mediator does not, nor does the other side."
        )

    def before(self) -> list[Said]:
        """What it leaves as it is."""
        return [
            lazy("The manager answers within fifteen working days. It is the service’s own rule."),
            lazy("A complaint changes nothing about the case and stops no clock."),
        ]

    def act(self, turn: Turn) -> Done:
        """Complain."""
        words = self.cleaned_data["words"]
        return actions.complain(**turn.given, words=words, owner=self.chosen("party"))


class AnswerComplaint(_Worded):
    """The manager answers."""

    number = Choose(label=lazy("Which complaint?"), missing=lazy("Choose which complaint."))

    def arrange(self) -> None:
        """The complaints that wait."""
        words: Any = self.fields["words"]
        words.label = _("Your answer")
        words.reads = _("Who will read this: whoever complained, and the service’s managers.")
        self.found = dict(_waiting(self.asked))
        field: Any = self.fields["number"]
        field.choices = list(self.found.items())
        self.order_fields(["number"])

    def can(self) -> str:
        """Nothing without a complaint."""
        return "" if self.found else _("No complaint waits for an answer.")

    def act(self, turn: Turn) -> Done:
        """Answer it."""
        given = self.cleaned_data
        number = _number(self.asked, int(given["number"]))
        return actions.answer_complaint(**turn.given, number=number, words=given["words"])


def _waiting(asked: Asked) -> list[tuple[str, str]]:
    """The complaints that wait, by the reader's own numbers, with what they say."""
    waiting = {one.number for one in asked.seen.state.complaints if one.ended_on is None}
    return [
        (str(entry.number), str(entry.told.get("words", "")))
        for entry in asked.seen.entries()
        if entry.event.step is Step.COMPLAIN and entry.event.number in waiting and entry.pieces
    ]


def _number(asked: Asked, counted: int) -> int:
    """The case's own number of the entry that the reader counts so."""
    return next(entry.event.number for entry in asked.seen.entries() if entry.number == counted)


class AddNote(StepForm):
    """A note, in the compartment that the writer chooses."""

    asks_day = False

    where = Choose(
        label=lazy("Whose note is it?"), missing=lazy("Choose whose note it is, and so who will read it.")
    )
    words = Words(label=lazy("Your note"), missing=lazy("Write something first."), rows=8)

    def _places(self) -> list[tuple[str, str, str]]:
        private = (DataClass.DECISION_LETTER.value, DataClass.MESSAGE_TO_MEDIATOR.value)
        return [one for one in places(self.asked) if not one[0].startswith(private)]

    def arrange(self) -> None:
        """Where the reader may write."""
        field: Any = self.fields["where"]
        field.choices = [(value, words) for value, words, _reads in self._places()]
        field.hints = {value: reads for value, _words, reads in self._places()}

    def can(self) -> str:
        """Nothing where the reader may write nowhere."""
        return "" if self._places() else _("There is nowhere in this case where you can write a note.")

    def act(self, turn: Turn) -> Done:
        """Write it."""
        data_class, owner = self.cleaned_data["where"].split("|", 1)
        return actions.add_note(
            **turn.given, data_class=DataClass(data_class), owner=owner, words=self.cleaned_data["words"]
        )


class WriteToMediator(_Worded):
    """A party's words for the mediator alone, or the mediator's answer."""

    party = Choose(label=lazy("With which party?"), missing=lazy("Choose with which party."))

    def arrange(self) -> None:
        """One's own, or for the mediator whichever it is."""
        words: Any = self.fields["words"]
        words.label = _("Your message")
        found = for_whom(self.asked)
        self.only_choice("party", found)
        mediator = self.asked.seen.case.mediator_id
        if self.asked.acts_for_a_party and mediator is not None:
            sent = (f"mediator:{mediator}",)
            words.reads = who_reads(self.asked, DataClass.MESSAGE_TO_MEDIATOR, self.asked.actor.key, sent)
        else:
            words.reads = _("Who will read this: that party, and the mediator.")
        self.order_fields(["party", "words"])

    def can(self) -> str:
        """Nothing before there is a mediator."""
        if self.asked.seen.case.mediator_id is None:
            return _("Nobody has been chosen to lead the meeting yet.")
        return "" if for_whom(self.asked) else nobody()

    def before(self) -> list[Said]:
        """What the mediator does with it."""
        return [lazy("The mediator does not pass it on unless whoever wrote it says yes.")]

    def act(self, turn: Turn) -> Done:
        """Send it."""
        return actions.write_to_mediator(
            **turn.given, party=self.chosen("party"), words=self.cleaned_data["words"]
        )
