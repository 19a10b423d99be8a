"""The fields that steps ask for, beside the common ones: each says what is wrong in words that help."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from evenhand.web.workspace.practitioners.fields import (
    DayField,
    LineField,
    RadiosField,
    TicksField,
    WordsField,
)

MOST_WORDS = 20_000
YES_OR_NO = (("yes", lazy("Yes")), ("no", lazy("No")))
TIME = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm)?", re.IGNORECASE)

Choices = Iterable[tuple[str, Any]]


class Day(DayField):
    """A day between two others, both counted; `why_not_before` says what begins the time."""

    earliest: date | None = None
    latest: date | None = None
    why_not_before: str = ""

    def clean(self, value: Any) -> date | None:
        """The day. Raises `ValidationError` for one outside the bounds."""
        day = super().clean(value)
        if day is None:
            return None
        if self.latest is not None and day > self.latest:
            raise ValidationError(_("That day is still to come. Type a day that is today or in the past."))
        if self.earliest is not None and day < self.earliest:
            why = self.why_not_before or _("The case began on {day}.")
            told = why.format(day=date_format(self.earliest, "j F Y"))
            raise ValidationError(f"{told} {_('Type that day or a later one.')}")
        return day


class Line(LineField):
    """One line. `narrow` is for a short one; `shape` is text, email or tel."""

    def __init__(self, *, narrow: bool = False, shape: str = "text", **more: Any) -> None:
        self.narrow, self.shape = narrow, shape
        super().__init__(**more)


class Words(WordsField):
    """Sentences. `reads` says who will read them, and is shown before the box."""

    reads: Any = ""

    def __init__(self, *, longest: int = MOST_WORDS, rows: int = 5, **more: Any) -> None:
        self.rows = rows
        super().__init__(longest=longest, **more)


class Choose(RadiosField):
    """One of several. `hints` stand under a choice, by its value; what is `shut` is shown and cannot be chosen."""

    def __init__(self, *, choices: Choices = (), missing: Any = "", **more: Any) -> None:
        self.hints: Mapping[str, Any] = {}
        self.shut: frozenset[str] = frozenset()
        required = more.pop("required", True)
        super().__init__(choices=choices, missing=missing or lazy("Choose one."), required=required, **more)

    def validate(self, value: Any) -> None:
        """Raises `ValidationError` for what is no choice, and for what is shut, with the reason."""
        super().validate(value)
        if value in self.shut:
            raise ValidationError(str(self.hints.get(value, "")) or _("This cannot be chosen."))


class Select(Choose):
    """One of many, in a list that opens."""

    kind = "select"


class YesOrNo(Choose):
    """Yes or no, as a truth."""

    def __init__(self, **more: Any) -> None:
        super().__init__(choices=YES_OR_NO, **({"missing": lazy("Choose yes or no.")} | more))

    def clean(self, value: Any) -> Any:
        """True, false, or None where it may be left open and was."""
        given = super().clean(value)
        return None if given == "" else given == "yes"

    def prepare_value(self, value: Any) -> Any:
        """What is chosen: what was posted, or what is known."""
        return {True: "yes", False: "no", None: ""}.get(value, value) if not isinstance(value, str) else value


class Ticks(TicksField):
    """Any of several; at least one where `missing` says what to do about none."""

    def __init__(self, *, choices: Choices = (), missing: Any = "", **more: Any) -> None:
        self.hints: Mapping[str, Any] = {}
        self.shut: frozenset[str] = frozenset()
        super().__init__(choices=choices, **more)
        self.missing = missing

    def validate(self, value: Any) -> None:
        """Raises `ValidationError`."""
        super().validate(value)
        if self.missing and not value:
            raise ValidationError(self.missing)


class Tick(forms.BooleanField):
    """One box of its own."""

    kind = "tick"

    def __init__(self, *, missing: Any = "", **more: Any) -> None:
        super().__init__(required=bool(missing), error_messages={"required": missing}, **more)


class Clock(LineField):
    """A time of day, kept as `10:00`."""

    kind, narrow, shape = "line", True, "text"

    def clean(self, value: Any) -> str:
        """The time. Raises `ValidationError`."""
        typed = super().clean(value)
        if not typed:
            return ""
        found = clock_time(typed)
        if found is None:
            raise ValidationError(_("Type a time such as 10:00 or 2:30pm."))
        return f"{found:%H:%M}"


def clock_time(typed: str) -> time | None:
    """The time that was typed, or None.

    >>> clock_time("9"), clock_time("2.30 pm"), clock_time("25:00")
    (datetime.time(9, 0), datetime.time(14, 30), None)
    """
    match = TIME.fullmatch(typed.strip())
    if match is None:
        return None
    hour, minute, half = int(match[1]), int(match[2] or 0), (match[3] or "").lower()
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


class Money(LineField):
    """An amount of pounds, kept in pence."""

    kind, narrow, shape = "line", True, "text"

    def clean(self, value: Any) -> Any:
        """The pence, or None where nothing was typed. Raises `ValidationError`."""
        typed = super().clean(value).replace("£", "").replace(",", "").strip()
        if not typed:
            return None
        match = re.fullmatch(r"([0-9]{1,5})(?:\.([0-9]{1,2}))?", typed)
        if match is None:
            raise ValidationError(_("Type an amount such as 12 or 12.50."))
        return int(match[1]) * 100 + int((match[2] or "0").ljust(2, "0"))


class Count(LineField):
    """A whole number."""

    kind, narrow, shape = "line", True, "text"

    def clean(self, value: Any) -> Any:
        """The number, or None where nothing was typed. Raises `ValidationError`."""
        typed = super().clean(value).strip()
        if not typed:
            return None
        if not re.fullmatch(r"[0-9]{1,4}", typed):
            raise ValidationError(_("Type a whole number such as 12."))
        return int(typed)


class Upload(forms.FileField):
    """A file to send."""

    kind = "file"

    def __init__(self, *, missing: Any, **more: Any) -> None:
        errors = {
            "required": missing,
            "missing": missing,
            "invalid": missing,
            "empty": lazy("There is nothing in this file. Choose another one."),
        }
        super().__init__(error_messages=errors, **more)
