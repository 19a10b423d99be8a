"""`dateutil` and `holidays`, one decision at a time, as a careful developer first writes it.

`PlainLoop` is the peer as it came. It moves the adviser's last day out of August and weekends like the
Tribunal's, which the law does not do; `PutRight` leaves it where it is, and so has less to do.
"""

import datetime as dt

import holidays
from dateutil.relativedelta import relativedelta

from .decisions import NOT_APPEALABLE, TODAY, Decision


class PlainLoop:
    """The two main dates and the routes of one decision."""

    def __init__(self) -> None:
        self.holidays = holidays.country_holidays("GB", subdiv="ENG")
        self.today = TODAY

    def working(self, d):
        return d.weekday() < 5 and d not in self.holidays

    def roll(self, d):
        if (d.month, d.day) >= (12, 25):
            d = dt.date(d.year + 1, 1, 2)
        elif (d.month, d.day) == (1, 1):
            d = dt.date(d.year, 1, 2)
        elif d.month == 8:
            d = dt.date(d.year, 9, 1)
        while not self.working(d):
            d += dt.timedelta(days=1)
        return d

    def one(self, notice, cert, kind, sec_i):
        """Last day to contact the adviser, last day to appeal, and the routes as bits."""
        if kind == NOT_APPEALABLE:
            return None, None, 0
        adviser = self.roll(notice + relativedelta(months=2))
        base = notice + relativedelta(months=2)
        if cert is not None:
            base = max(base, cert + relativedelta(months=1))
        appeal = self.roll(base)
        return adviser, appeal, routes(appeal, adviser, cert, sec_i, self.today)

    def loop(self, decisions: list[Decision]) -> list:
        one = self.one
        return [one(*decision) for decision in decisions]


class PutRight(PlainLoop):
    """The same with the adviser's last day as the law has it."""

    def one(self, notice, cert, kind, sec_i):
        if kind == NOT_APPEALABLE:
            return None, None, 0
        adviser = base = notice + relativedelta(months=2)
        if cert is not None:
            base = max(base, cert + relativedelta(months=1))
        appeal = self.roll(base)
        return adviser, appeal, routes(appeal, adviser, cert, sec_i, self.today)


def routes(appeal, adviser, cert, sec_i, today):
    """1 a right of appeal, 2 open now, 4 certificate still needed, 8 adviser can be contacted, 16 late."""
    bits = 1 + (2 if appeal >= today else 16)
    if cert is None and not sec_i:
        bits += 4
    if cert is None and adviser >= today:
        bits += 8
    return bits
