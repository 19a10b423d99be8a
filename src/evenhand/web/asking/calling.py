"""The questions of a call back alone, and the call that the answers come to."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from evenhand.casework.asking import Wanted
from evenhand.web.steps.fields import Choose, Line, Tick

from .draft import Draft
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

WHO = (
    ("me", lazy("For me and my family")),
    ("other", lazy("For somebody else")),
)


class ForWhom(Question):
    """Whether somebody asks for somebody else, and what they are to them."""

    key, title = "for-whom", lazy("About whom will we talk?")

    whom = Choose(label=lazy("For whom do you ask?"), choices=WHO, missing=lazy("Choose for whom you ask."))
    other = Line(
        label=lazy("If it is somebody else: what is their name?"),
        help_text=lazy("Leave it empty if you ask for yourself."),
        longest=200,
    )
    relation = Line(
        label=lazy("And who are you to them?"),
        help_text=lazy("For example: grandmother, or teacher."),
        longest=200,
    )

    def clean(self) -> dict[str, Any]:
        """Whoever asks for somebody else says for whom, and who they are."""
        given = super().clean() or {}
        if given.get("whom") == "other":
            if not given.get("other") and "other" not in self.errors:
                self.add_error("other", _("Type the name of the person you ask for."))
            if not given.get("relation") and "relation" not in self.errors:
                self.add_error("relation", _("Say who you are to them."))
        return given


class Agree(Question):
    """Consent to be rung, and to nothing else."""

    key, title = "agree", lazy("Do you agree that we use these details to answer you?")
    about = (
        lazy(
            "We use them to ring you back, and for nothing else. The adviser reads them, and the people who run the service."
        ),
        lazy(
            "We keep them for 28 days after the call is over. If a case comes of it, they become part of the case."
        ),
    )

    agree = Tick(
        label=lazy("I agree that you use these details to ring me back"),
        missing=lazy("We can only ring you if you agree. You can also ring us yourself."),
    )


QUESTIONS: tuple[type[Question], ...] = (
    Name,
    Number,
    ForWhom,
    Council,
    Provider,
    Day,
    Time,
    SayWho,
    Message,
    Language,
    How,
    Needs,
    Agree,
)


def wanted(draft: Draft, needs_more: str = "") -> Wanted:
    """The call that the answers come to."""
    for_other = draft.given("for-whom", "whom") == "other"
    return Wanted(
        name=draft.given("name", "name"),
        phone=draft.given("number", "phone"),
        slot=datetime.fromisoformat(draft.given("time", "slot")),
        safe_to_say=bool(draft.given("say-who", "say")),
        safe_to_leave=bool(draft.given("message", "leave")),
        for_somebody=draft.given("for-whom", "other") if for_other else "",
        relation=draft.given("for-whom", "relation") if for_other else "",
        language=draft.given("language", "language"),
        how=draft.given("how", "how", "telephone"),
        needs="\n".join(filter(None, (_whose(draft), draft.given("needs", "needs"), needs_more))),
        area=draft.council,
        facts=draft.brought,
    )


def _whose(draft: Draft) -> str:
    """That the number is somebody else's: whoever rings must know it before they ring."""
    if draft.given("number", "own") is not False:
        return ""
    return _("The number is not their own. Whose it is: %(whose)s.") % {
        "whose": draft.given("number", "whose")
    }
