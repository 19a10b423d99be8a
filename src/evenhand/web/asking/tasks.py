"""The list of tasks of asking online: its parts, their questions, and how far each is."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as lazy

from evenhand.web.steps.fields import Choose

from . import draft as drafts
from .about import Child, Email, Issues, Letter, Matter, Who
from .draft import Draft
from .flow import Asked, Flow
from .question import Question
from .questions import (
    Council,
    Day,
    How,
    Language,
    Message,
    Name,
    Needs,
    Number,
    Provider,
    SayWho,
    Time,
)
from .sending import WANTS


class Wants(Question):
    """What is asked for."""

    key, title = "wants", lazy("What do you want to ask for?")

    wants = Choose(
        label=title, choices=tuple(WANTS.items()), missing=lazy("Choose what you want to ask for.")
    )

    def arrange(self) -> None:
        """What each of them is, in a line."""
        field: Choose = self.fields["wants"]  # type: ignore[assignment]
        field.hints = {
            "advice": lazy(
                "An adviser tells you what mediation is. You need the certificate for most appeals."
            ),
            "mediation": lazy(
                "A meeting with the council about its decision, with somebody who takes no side."
            ),
            "resolution": lazy(
                "A meeting about help that is missing or not right. No certificate comes of it."
            ),
        }


SECTIONS: tuple[tuple[str, Promise, tuple[Asked, ...]], ...] = (
    ("about", lazy("What it is about"), (Matter, Letter, Who, Council, Issues)),
    ("child", lazy("The child or young person"), (Child,)),
    ("you", lazy("You, and how to reach you"), (Name, Number, Email)),
    ("needs", lazy("What you need"), (Language, How, Needs)),
    ("call", lazy("When we may ring you"), (Provider, Day, Time, SayWho, Message)),
)
ASK = Flow(
    drafts.ASK,
    tuple(one for _key, _title, questions in SECTIONS for one in questions),
    first="",
    question="asking:ask-question",
    check="asking:ask-check",
    before=lambda: reverse("asking:ask-tasks"),
)


@dataclass(frozen=True)
class Task:
    """A line of the list of tasks: its name, where it begins, and how far it is."""

    title: str
    to: str
    done: bool
    begun: bool


def tasks(draft: Draft) -> list[Task]:
    """The list, as far as it is answered."""
    found = []
    for _key, title, questions in SECTIONS:
        asked = [one for one in questions if one.asked(draft)]
        answered = [one for one in asked if one.answered(draft)]
        missing = next((one for one in asked if one not in answered), None)
        to = missing or (asked[0] if asked else None)
        address = ASK.address(to) if to is not None else reverse("family:check")
        found.append(Task(str(title), address, missing is None, bool(answered)))
    return found
