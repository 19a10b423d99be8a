"""The law's limits in words, counted by the law's own steps, so that no page types one of its own.

A `Limit` asks its step when a page is made; a test asks every one.
"""

from collections.abc import Callable
from datetime import date, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from evenhand.law import advice  # noqa: F401  the rule files are read with it
from evenhand.law.mechanism.steps import STEPS, Step

_SAMPLE = date(2026, 1, 14)
"""A Wednesday in the middle of a month, with no bank holiday near: every count comes out whole."""

_PHRASES: dict[tuple[int, str], Promise] = {
    (1, "month"): _("one month"),
    (2, "month"): _("two months"),
    (3, "month"): _("three months"),
    (6, "month"): _("six months"),
    (12, "month"): _("twelve months"),
    (1, "week"): _("one week"),
    (2, "week"): _("two weeks"),
    (5, "week"): _("five weeks"),
    (3, "working day"): _("three working days"),
    (5, "working day"): _("five working days"),
    (30, "day"): _("30 days"),
}


def _months(step: Step) -> int:
    """How many months the step counts, with the first day among them or not."""
    last = step.on(_SAMPLE)
    if last.day != _SAMPLE.day:
        last += timedelta(1)
    assert last.day == _SAMPLE.day
    return (last.year - _SAMPLE.year) * 12 + last.month - _SAMPLE.month


def _days(step: Step) -> int:
    return (step.on(_SAMPLE) - _SAMPLE).days


def _weeks(step: Step) -> int:
    return _days(step) // 7


def _working_days(step: Step) -> int:
    """How many working days the step counts forward, or leaves whole before a meeting."""
    calendar, last = step.calendar, step.on(_SAMPLE)
    assert calendar is not None
    if last > _SAMPLE:
        return next(n for n in range(1, 60) if calendar.after(_SAMPLE, n) == last)
    return next(n for n in range(1, 60) if calendar.before(_SAMPLE, n) == last) - 1


_COUNTS: dict[str, Callable[[Step], int]] = {
    "month": _months,
    "week": _weeks,
    "day": _days,
    "working day": _working_days,
}


def in_words(step: str, unit: str) -> str:
    """The limit that a step counts: `in_words("two_months_from_sending", "month")` is "two months".

    Errors: `KeyError` where the law now says a number that has no words here yet.
    """
    return str(_PHRASES[_COUNTS[unit](STEPS[step]), unit])


class Limit:
    """A limit of the law, by its step and the unit to count in; its words are found when it is printed."""

    def __init__(self, step: str, unit: str) -> None:
        self.step, self.unit = step, unit

    def __str__(self) -> str:
        return in_words(self.step, self.unit)


CONTACT_ADVISER = Limit("two_months_from_sending", "month")
CERTIFICATE_AFTER_NO = Limit("three_working_days_from_being_told_no", "working day")
CERTIFICATE_AFTER_MEETING = Limit("three_working_days_from_conclusion", "working day")
ARRANGE = Limit("thirty_days_for_the_authority", "day")
NOTICE_OF_MEETING = Limit("five_clear_working_days_before", "working day")
APPEAL = Limit("two_months_from_notice", "month")
APPEAL_AFTER_CERTIFICATE = Limit("one_month_from_certificate", "month")
OTHER_THINGS_AGREED = Limit("two_weeks_for_other_things", "week")
DISCRIMINATION = Limit("six_months_starting_with_conduct", "month")
OMBUDSMAN = Limit("twelve_months_beginning_with_knowledge", "month")
JUDICIAL_REVIEW = Limit("three_months_at_most", "month")
