"""The fields of a form: each knows how it is shown, and says what is wrong in words that help."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evenhand import directory
from evenhand.journeys.typed_dates import FIELDS, NotADay, day_typed
from evenhand.people.practitioners.languages import LANGUAGES
from evenhand.people.practitioners.models.practice import MOST_HOURS

EARLIEST, LATEST = date(1950, 1, 1), date(2099, 12, 31)
Typed = tuple[str, str, str]


class ThreeFields(forms.Widget):
    """Day, month and year, each typed into a field of its own."""

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Typed:
        day, month, year = (str(data.get(f"{name}-{field}", "")) for field in FIELDS)
        return day, month, year


class DayField(forms.Field):
    """A day in three fields. `missing` is what is said where it must be given and is not."""

    kind = "day"
    widget = ThreeFields

    def __init__(self, *, missing: Any = "", **more: Any) -> None:
        super().__init__(required=bool(missing), **more)
        self.missing = missing

    def clean(self, value: Typed) -> date | None:
        """The day typed, or None where nothing was. Raises `ValidationError`."""
        if not any(part.strip() for part in value):
            if self.missing:
                raise ValidationError(self.missing)
            return None
        try:
            day = day_typed(*value)
        except NotADay as wrong:
            raise ValidationError(_(wrong.wording).format_map(wrong.values)) from wrong
        if not EARLIEST <= day <= LATEST:
            raise ValidationError(_("Check the year."))
        return day

    def prepare_value(self, value: Any) -> Typed:
        """What stands in the three fields: what was typed, or the day that is recorded."""
        if isinstance(value, date):
            return str(value.day), str(value.month), str(value.year)
        return value or ("", "", "")


class LineField(forms.CharField):
    """One line of text."""

    kind = "line"

    def __init__(self, *, missing: Any = "", longest: int = 120, **more: Any) -> None:
        self.longest = longest
        errors = {
            "required": missing,
            "max_length": gettext_lazy("Use at most %(limit_value)d letters. You typed %(show_value)d."),
        }
        super().__init__(required=bool(missing), max_length=longest, error_messages=errors, **more)


class WordsField(LineField):
    """Some sentences."""

    kind = "words"

    def __init__(self, **more: Any) -> None:
        super().__init__(**{"longest": 500} | more)


class RadiosField(forms.ChoiceField):
    """One of a few."""

    kind = "radios"

    def __init__(self, *, choices: Any, missing: Any, **more: Any) -> None:
        errors = {"required": missing, "invalid_choice": missing}
        super().__init__(choices=choices, error_messages=errors, **more)


class TicksField(forms.MultipleChoiceField):
    """Any of a few, or none."""

    kind = "ticks"

    def __init__(self, *, choices: Any, **more: Any) -> None:
        wrong = gettext_lazy("Choose from the list.")
        super().__init__(
            choices=choices,
            required=False,
            error_messages={"invalid_choice": wrong, "invalid_list": wrong},
            **more,
        )


class HoursField(forms.DecimalField):
    """Hours, and parts of an hour."""

    kind = "hours"

    def __init__(self, **more: Any) -> None:
        wrong = gettext_lazy("Type the hours as a number from 0.25 to 200, such as 1.5.")
        errors = dict.fromkeys(
            ("required", "invalid", "min_value", "max_value", "max_digits", "max_decimal_places"), wrong
        )
        errors["max_whole_digits"] = wrong
        super().__init__(
            min_value=Decimal("0.25"),
            max_value=MOST_HOURS,
            max_digits=5,
            decimal_places=2,
            error_messages=errors,
            **more,
        )


class LanguageField(LineField):
    """A language by its name, kept as its code."""

    def clean(self, value: Any) -> str:
        """The code of the language. Raises `ValidationError` where the register has no such language."""
        typed = super().clean(value)
        for code, name in LANGUAGES.items():
            if typed.casefold() in (code, name.casefold(), *_short(name)):
                return code
        raise ValidationError(
            _("We do not know a language called “{typed}”. The languages are: {languages}.").format(
                typed=typed, languages=", ".join(LANGUAGES.values())
            )
        )

    def prepare_value(self, value: Any) -> Any:
        """The name of a language that is recorded, or what was typed."""
        return LANGUAGES.get(value, value)


class CouncilField(LineField):
    """A council by its name, kept as the slug of its area."""

    def clean(self, value: Any) -> str:
        """The slug. Raises `ValidationError` where no council, or more than one, has such a name."""
        typed = super().clean(value)
        found = directory.find(typed)
        exact = [area for area in found if area.name.casefold() == typed.casefold() or area.slug == typed]
        for only in (exact, found):
            if len(only) == 1:
                return only[0].slug
        if found:
            names = ", ".join(area.name for area in found)
            raise ValidationError(
                _("More than one council may be meant: {names}. Type one.").format(names=names)
            )
        raise ValidationError(_("We do not know a council called “{typed}”.").format(typed=typed))

    def prepare_value(self, value: Any) -> Any:
        """The name of an area that is recorded, or what was typed."""
        area = directory.area(value) if value else None
        return area.name if area else value


def _short(name: str) -> tuple[str, ...]:
    """What stands in brackets in a name, and the name without it.

    >>> _short("British Sign Language (BSL)"), _short("Polish")
    (('british sign language', 'bsl'), ())
    """
    before, bracket, inside = name.casefold().partition(" (")
    return (before, inside.rstrip(")")) if bracket else ()
