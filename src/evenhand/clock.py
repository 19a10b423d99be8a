"""What day it is: the one place in Evenhand that looks at a clock."""

from datetime import UTC, date, datetime


def today_in_london() -> date:
    """Today's date by the clock in England, whatever zone the server keeps.

    The time-zone table is read only when it is asked for: a command that is told its day
    need not wait for it.
    """
    return in_london(datetime.now(UTC))


def in_london(moment: datetime) -> date:
    """The day in England at a moment."""
    from zoneinfo import ZoneInfo

    return moment.astimezone(ZoneInfo("Europe/London")).date()


def instant() -> datetime:
    """This moment, in UTC: when something was recorded, not when it happened in the world."""
    return datetime.now(UTC)
