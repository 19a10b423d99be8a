"""Fields for somebody who types while another talks: a day in one box, a council by its name, facts as they come."""

from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from evenhand import clock
from evenhand.journeys.typed_dates import NotADay, day_typed
from evenhand.web.steps.fields import Line
from evenhand.web.workspace.practitioners.fields import CouncilField

NEAR = {"today": 0, "yesterday": 1}


class OneDay(Line):
    """A day typed into one box: 27 3 2026, 27 March 2026, today. Nothing typed is no day."""

    def __init__(self, *, ahead: bool = False, **more: Any) -> None:
        self.ahead = ahead
        super().__init__(longest=60, **more)

    def clean(self, value: Any) -> Any:
        """The day, or None. Raises `ValidationError`."""
        typed = str(super().clean(value)).strip()
        if not typed:
            return None
        today = clock.today_in_london()
        if typed.casefold() in NEAR:
            return today - timedelta(NEAR[typed.casefold()])
        try:
            day = day_typed(typed, "", "")
        except NotADay as wrong:
            raise ValidationError(_(wrong.wording).format_map(wrong.values)) from wrong
        if day > today and not self.ahead:
            raise ValidationError(_("That day is still to come. Type a day that is today or in the past."))
        if day.year < 1990:
            raise ValidationError(_("Check the year."))
        return day

    def prepare_value(self, value: Any) -> Any:
        """What was typed, or a day as one types it."""
        return f"{value.day} {value.month} {value.year}" if isinstance(value, date) else value


class Council(CouncilField):
    """A council, with the list of names to choose from while one types; nothing typed is none."""

    kind, narrow, shape = "line", False, "text"
    list_id = "councils"

    def clean(self, value: Any) -> str:
        """The slug of the area, or nothing. Raises `ValidationError`."""
        return super().clean(value) if str(value or "").strip() else ""
