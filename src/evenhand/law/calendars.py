"""Working days, by named calendar.

The Tribunal's calendar is defined by its Rules; the SEND Regulations use "working day" without defining
it, and we lend them the same days. They are two names because one may change without the other.
"""

from datetime import date, timedelta

from .bank_holidays import KNOWN_TO, bank_holidays

_DAY = timedelta(1)


class Calendar:
    """The working days of one body of rules.

    In and out: `date`s. Nothing is refused: beyond `known_to` the ordinary pattern of bank holidays is
    used, and `provisional` says that it was.
    """

    known_to = KNOWN_TO

    def __init__(self, name: str, source: str) -> None:
        self.name, self.source = name, source
        self._holidays: dict[int, frozenset[date]] = {}

    def works(self, day: date) -> bool:
        """Whether it is a working day: not a Saturday, a Sunday, Good Friday, Christmas Day or a bank holiday."""
        if day.weekday() > 4:
            return False
        holidays = self._holidays.get(day.year)
        if holidays is None:
            holidays = self._holidays[day.year] = bank_holidays(day.year)
        return day not in holidays

    def on_or_before(self, day: date) -> date:
        """The day itself if it works, otherwise the last working day before it."""
        while not self.works(day):
            day -= _DAY
        return day

    def on_or_after(self, day: date) -> date:
        """The day itself if it works, otherwise the next working day."""
        while not self.works(day):
            day += _DAY
        return day

    def after(self, day: date, count: int) -> date:
        """The `count`-th working day after the day, which is not counted itself."""
        for _ in range(count):
            day = self.on_or_after(day + _DAY)
        return day

    def before(self, day: date, count: int) -> date:
        """The `count`-th working day before the day, which is not counted itself."""
        for _ in range(count):
            day = self.on_or_before(day - _DAY)
        return day

    def provisional(self, *days: date) -> bool:
        """Whether a count that reaches these days rests on bank holidays that nobody has proclaimed yet."""
        return any(day > self.known_to for day in days)


TRIBUNAL = Calendar(
    "Tribunal",
    "Tribunal Procedure (First-tier Tribunal) (Health, Education and Social Care Chamber) Rules 2008, r. 1(3)",
)
REGULATIONS = Calendar(
    "SEND Regulations",
    "SEND Regulations 2014 use the words 'working day' without defining them; the Tribunal's meaning is borrowed",
)


def closed_season_ends(day: date) -> date | None:
    """The last day of the closed season that the day lies in (August; 25 December to 1 January), or None.

    >>> closed_season_ends(date(2026, 8, 15)), closed_season_ends(date(2026, 12, 24))
    (datetime.date(2026, 8, 31), None)
    """
    if day.month == 8:
        return date(day.year, 8, 31)
    if day.month == 12 and day.day >= 25:
        return date(day.year + 1, 1, 1)
    if day.month == 1 and day.day == 1:
        return day
    return None
