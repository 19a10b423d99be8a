"""The questions that a call back and asking online have in common."""

import re
from datetime import date, datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext

from evenhand import clock, directory
from evenhand.casework.asking import free_slots, providers
from evenhand.web.steps.fields import Choose, Line, Words, YesOrNo
from evenhand.web.workspace.practitioners.fields import CouncilField

from .draft import Draft
from .question import Question, Said
from .said import half_hour

NUMBER = re.compile(r"\+?[0-9 ()./-]{7,30}")
FEWEST_DIGITS = 7


class Name(Question):
    """Who asks."""

    key, title = "name", lazy("Your name")

    name = Line(label=lazy("Your name"), missing=lazy("Type your name."), longest=200)


class Number(Question):
    """The number to ring, and whether it is theirs."""

    key, title = "number", lazy("What number can we ring?")

    phone = Line(
        label=lazy("Telephone number"), missing=lazy("Type a telephone number."), longest=30, shape="tel"
    )
    own = YesOrNo(label=lazy("Is it your own number?"))
    whose = Line(
        label=lazy("If it is not: whose is it?"),
        help_text=lazy("For example: my sister’s. Leave it empty if it is your own."),
        longest=100,
    )

    def clean_phone(self) -> str:
        """A number that can be rung. Raises `ValidationError`."""
        typed: str = self.cleaned_data["phone"].strip()
        if not NUMBER.fullmatch(typed) or sum(one.isdigit() for one in typed) < FEWEST_DIGITS:
            self.add_error("phone", _("Type a telephone number, like 020 7946 0000."))
        return typed

    def clean(self) -> dict[str, Any]:
        """Where the number is somebody else's it is said whose."""
        given = super().clean() or {}
        if given.get("own") is False and not given.get("whose", "").strip() and "whose" not in self.errors:
            self.add_error("whose", _("Say whose number it is."))
        return given


class Council(Question):
    """The council it is about: not asked where “your options” knew it."""

    key, title = "council", lazy("Which council is it about?")

    council = CouncilField(
        label=title,
        help_text=lazy(
            "The council that sent the letter, or where you live. Leave it empty if you do not know."
        ),
    )

    @classmethod
    def asked(cls, draft: Draft) -> bool:
        """Only where it is not known."""
        return not draft.area

    def arrange(self) -> None:
        """It may be left empty: somebody who does not know can still ask."""
        self.fields["council"].required = False

    def rows(self) -> Any:
        """The council by its name."""
        area = directory.area(str(self.draft.given("council", "council")))
        yield self.title, area.name if area else _("Not told")


class Provider(Question):
    """Which service is asked, where neither the council nor the installation says."""

    key, title = "provider", lazy("Which service do you want to ask?")

    provider = Choose(label=title, missing=lazy("Choose a service."))

    @classmethod
    def asked(cls, draft: Draft) -> bool:
        """Only where somebody must choose."""
        return draft.provider is None or cls.key in draft.answers

    def arrange(self) -> None:
        """The services there are."""
        field: Any = self.fields["provider"]
        field.choices = [(one.slug, one.name) for one in providers()]


class Day(Question):
    """The day of the call. A day without room is not offered."""

    key, title = "day", lazy("On what day can we ring you?")

    day = Choose(label=title, missing=lazy("Choose a day."))

    def arrange(self) -> None:
        """The days, each with how many times are free."""
        field: Any = self.fields["day"]
        field.choices = [
            (day.isoformat(), f"{date_format(day, 'l j F')}: {_times(len(slots))}")
            for day, slots in _free(self.draft).items()
            if slots
        ]

    def rows(self) -> Any:
        """The day alone, without how many times were free when it was chosen."""
        day = date.fromisoformat(self.draft.given("day", "day"))
        yield self.title, date_format(day, "l j F Y")


class Time(Question):
    """The half-hour of the call."""

    key, title = "time", lazy("At what time?")

    slot = Choose(label=title, missing=lazy("Choose a time."))

    @property
    def words(self) -> Said:
        """The question with its day."""
        day = self.draft.given("day", "day")
        if not day:
            return self.title
        return _("At what time on %(day)s?") % {"day": date_format(date.fromisoformat(day), "l j F")}

    def arrange(self) -> None:
        """The half-hours of that day that have room. We ring within the half-hour."""
        day = self.draft.given("day", "day")
        field: Any = self.fields["slot"]
        slots = _free(self.draft).get(date.fromisoformat(day), []) if day else []
        field.choices = [(slot.isoformat(), half_hour(slot)) for slot in slots]
        field.label = self.words

    def rows(self) -> Any:
        """The half-hour, whether or not it still has room."""
        yield self.title, half_hour(datetime.fromisoformat(self.draft.given("time", "slot")))


def _free(draft: Draft) -> dict[date, list[datetime]]:
    provider = draft.provider
    return free_slots(provider, clock.instant()) if provider is not None else {}


def _times(count: int) -> str:
    return ngettext("%(count)d time is free", "%(count)d times are free", count) % {"count": count}


class SayWho(Question):
    """Whether whoever answers may hear who rings."""

    key, title = "say-who", lazy("If somebody else answers, may we say who we are?")

    say = YesOrNo(
        label=title,
        help_text=lazy("If you say no, we only ask for you, and say nothing of what it is about."),
    )


class Message(Question):
    """Whether a message may be left."""

    key, title = "message", lazy("If nobody answers, may we leave a message?")

    leave = YesOrNo(label=title, help_text=lazy("If you say no, we leave none, and ring again later."))


class Language(Question):
    """The language of the call."""

    key, title = "language", lazy("Which language do you want to speak?")

    language = Line(
        label=title,
        help_text=lazy("Leave it empty for English. An interpreter costs you nothing."),
        longest=100,
    )


WAYS = (
    ("telephone", lazy("An ordinary telephone call")),
    ("bsl", lazy("British Sign Language, on a video call")),
    ("relay", lazy("Text relay")),
)


class How(Question):
    """How to reach them: by voice, by sign, or in text."""

    key, title = "how", lazy("How do you want to talk with us?")

    how = Choose(label=title, choices=WAYS, missing=lazy("Choose how you want to talk with us."))


class Needs(Question):
    """Anything else that makes it work."""

    key, title = "needs", lazy("Is there anything else we should know before we ring?")

    needs = Words(
        label=title,
        help_text=lazy("For example: please speak slowly. Leave it empty if there is nothing."),
        longest=2000,
        rows=4,
    )
