"""What a working day is, in words: for the page of calendars, and for the search."""

from django.utils.translation import gettext_lazy as _

WORDS = (
    (
        "working-day",
        _("What a working day is"),
        _(
            "A working day is any day but a Saturday, a Sunday, Good Friday, Christmas Day or a bank holiday in England."
        ),
    ),
    (
        "calendars",
        _("Two calendars"),
        _(
            "There are two lists of working days. They are alike today. The law may change one without the other."
        ),
    ),
    (
        "month",
        _("What a month is"),
        _(
            "A month ends on the day with the same number. Where a month has no such day, it ends on its last day. The courts say so: Dodds v Walker [1981] 1 WLR 1027."
        ),
    ),
    (
        "first-day",
        _("Whether the first day counts"),
        _("Time “after” or “from” a day leaves that day out. Time “beginning with” a day counts it."),
    ),
    (
        "closed",
        _("When the Tribunal is closed"),
        _("For some last days, August does not count, nor do the days from 25 December to 1 January."),
    ),
    (
        "bank-holidays",
        _("Bank holidays in England"),
        _(
            "These are the bank holidays from Monday to Friday that we count, with Good Friday and Christmas Day. After the last year here we use the usual pattern. An answer that rests on it says that it may move."
        ),
    ),
)
"""The key of each part, its heading and what it says."""
