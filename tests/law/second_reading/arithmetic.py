"""A second arithmetic for the law, written from the provisions and never from the engine.

It is slow and plain on purpose: it walks day by day. Nothing here may import the project.
"""

import calendar
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)

# Days proclaimed for one year only (Banking and Financial Dealings Act 1971, s.1(2) and (3)): the
# holiday that was moved, and the days that were added.
MOVED = {
    date(2012, 5, 28): date(2012, 6, 4),  # Diamond Jubilee
    date(2020, 5, 4): date(2020, 5, 8),  # 75 years after VE Day
    date(2022, 5, 30): date(2022, 6, 2),  # Platinum Jubilee
}
ADDED = {
    date(2012, 6, 5),  # Diamond Jubilee
    date(2022, 6, 3),  # Platinum Jubilee
    date(2022, 9, 19),  # State Funeral of Queen Elizabeth II
    date(2023, 5, 8),  # Coronation of King Charles III
}


def easter_sunday(year):
    """Easter Sunday: the first Sunday after the paschal full moon (Calendar Act 1751, table to find Easter).

    Worked with the golden number and the epact, and then by walking from day to day.
    """
    golden = year % 19 + 1
    century = year // 100 + 1
    solar = 3 * century // 4 - 12
    lunar = (8 * century + 5) // 25 - 5
    epact = (11 * golden + 20 + lunar - solar) % 30
    if epact == 24 or (epact == 25 and golden > 11):
        epact += 1
    full_moon_of_march = 44 - epact
    if full_moon_of_march < 21:
        full_moon_of_march += 30
    day = date(year, 3, 1)
    for _ in range(full_moon_of_march - 1):
        day += ONE_DAY
    day += ONE_DAY  # the Sunday after the full moon, never the day itself
    while day.weekday() != 6:
        day += ONE_DAY
    return day


def bank_holidays(year):
    """Bank holidays in England, with Christmas Day and Good Friday (Banking and Financial Dealings Act 1971, Sch 1).

    The Schedule names Easter Monday, the last Monday in May, the last Monday in August, 26 December if it
    be not a Sunday, and 27 December in a year in which 25 or 26 December is a Sunday. New Year's Day, the
    first Monday in May and the other substitutes are proclaimed every year.
    """
    days = set()

    new_year = date(year, 1, 1)
    if new_year.weekday() == 5:  # Saturday: Monday the 3rd instead
        days.add(date(year, 1, 3))
    elif new_year.weekday() == 6:  # Sunday: Monday the 2nd instead
        days.add(date(year, 1, 2))
    else:
        days.add(new_year)

    sunday = easter_sunday(year)
    days.add(sunday - 2 * ONE_DAY)  # Good Friday, at common law
    days.add(sunday + ONE_DAY)  # Easter Monday

    day = date(year, 5, 1)
    while day.weekday() != 0:
        day += ONE_DAY
    days.add(day)  # first Monday in May

    day = date(year, 5, 31)
    while day.weekday() != 0:
        day -= ONE_DAY
    days.add(day)  # last Monday in May

    day = date(year, 8, 31)
    while day.weekday() != 0:
        day -= ONE_DAY
    days.add(day)  # last Monday in August

    days.add(date(year, 12, 25))
    days.add(date(year, 12, 26))
    christmas = date(year, 12, 25).weekday()
    if christmas == 4:  # Friday: the 26th is a Saturday, Monday the 28th instead
        days.add(date(year, 12, 28))
    elif christmas == 5:  # Saturday: Sunday is the 26th, Monday the 27th and Tuesday the 28th
        days.add(date(year, 12, 27))
        days.add(date(year, 12, 28))
    elif christmas == 6:  # Sunday: Monday is the 26th, Tuesday the 27th
        days.add(date(year, 12, 27))

    for old, new in MOVED.items():
        if old.year == year:
            days.discard(old)
            days.add(new)
    for extra in ADDED:
        if extra.year == year:
            days.add(extra)
    return days


_years = {}


def working(day):
    """A working day: not Saturday, Sunday, Christmas Day, Good Friday or a bank holiday (SI 2008/2699 r 1(3))."""
    if day.year not in _years:
        _years[day.year] = bank_holidays(day.year)
    return day.weekday() < 5 and day not in _years[day.year]


def months_after(day, months):
    """The same-numbered day so many months on, or the last of a month that has none (Dodds v Walker [1981])."""
    year, month = day.year, day.month
    for _ in range(months):
        month += 1
        if month == 13:
            year, month = year + 1, 1
    last = calendar.monthrange(year, month)[1]
    if day.day > last:
        return date(year, month, last)
    return date(year, month, day.day)


def two_months_after(day):
    """Two months after the notice was sent, or from its date (SI 2014/1530 regs 33, 34(2); SI 2008/2699 r 20(1)(c)(i))."""
    return months_after(day, 2)


def one_month_after(day):
    """One month from the date of issue of the certificate (SI 2008/2699 r 20(1)(c)(ii))."""
    return months_after(day, 1)


def three_months_after(day):
    """Three months after the grounds first arose (CPR 54.5)."""
    return months_after(day, 3)


def months_beginning_with(day, months):
    """The day before the same-numbered day; where the month has none, the day before its last.

    Gives two days: the safe one, and the last day of the month where the law is open to both, else None.
    """
    year, month = day.year, day.month
    for _ in range(months):
        month += 1
        if month == 13:
            year, month = year + 1, 1
    last = calendar.monthrange(year, month)[1]
    if day.day > last:
        end = date(year, month, last)
        return end - ONE_DAY, end
    return date(year, month, day.day) - ONE_DAY, None


def six_months_starting_with(day):
    """Six months starting with the day of the conduct (Equality Act 2010 Sch 17 para 4(1))."""
    return months_beginning_with(day, 6)


def twelve_months_beginning_with(day):
    """Twelve months beginning with the day of first notice of the matter (Local Government Act 1974 s 26B)."""
    return months_beginning_with(day, 12)


def working_days_after(day, count):
    """So many working days after a day that is not itself counted (SI 2014/1530 regs 34(1), 35(2), 39(1), 39(3))."""
    while count > 0:
        day += ONE_DAY
        if working(day):
            count -= 1
    return day


def five_clear_working_days_before(meeting):
    """The last day to tell the family of a meeting, five clear working days before it (SI 2014/1530 reg 37(2))."""
    count = 6
    day = meeting
    while count > 0:
        day -= ONE_DAY
        if working(day):
            count -= 1
    return day


def five_working_days_before(meeting):
    """The other reading of reg 37(2): the day of telling is itself one of the five."""
    count = 5
    day = meeting
    while count > 0:
        day -= ONE_DAY
        if working(day):
            count -= 1
    return day


def days_after(day, count):
    """So many days after a day that is not itself counted."""
    for _ in range(count):
        day += ONE_DAY
    return day


def thirty_days_after(day):
    """Thirty days from the day of being told (SI 2014/1530 regs 35(3), 35(4), 36(2)): no roll."""
    return days_after(day, 30)


def weeks_after(day, weeks):
    """So many weeks of seven days after an agreement (SI 2014/1530 regs 42(3), 42(4), 44(2)): no roll."""
    for _ in range(weeks):
        day = days_after(day, 7)
    return day


def five_weeks_beginning_with(day):
    """Five weeks beginning with the day of a recommendation, which is day 1 of 35 (SI 2017/1306 regs 6(3), 7(1))."""
    number = 1
    while number < 35:
        day += ONE_DAY
        number += 1
    return day


def closed_for_starting(day):
    """25 December to 1 January, and any day in August (SI 2008/2699 r 12(3)(a))."""
    if day.month == 8:
        return True
    if day.month == 12 and day.day >= 25:
        return True
    return day.month == 1 and day.day == 1


def rule_12(day):
    """When time for starting proceedings ends on this day: the safe last day, and the arguable one or None.

    r 12(3)(a): within the closed days, the first working day after them. r 12(2): else the next working day.
    Where r 12(2) itself leads into the closed days, two readings are open, and the rolled day is the safe one.
    """
    if closed_for_starting(day):
        while closed_for_starting(day):
            day += ONE_DAY
        while not working(day):
            day += ONE_DAY
        return day, None
    if working(day):
        return day, None
    safe = day
    while not working(safe):
        safe += ONE_DAY
    if not closed_for_starting(safe):
        return safe, None
    arguable = safe
    while closed_for_starting(arguable) or not working(arguable):
        arguable += ONE_DAY
    return safe, arguable


def working_day_on_or_before(day):
    """The day to act by: a working day, never later than the limit, and never one that relies on a roll."""
    while not working(day):
        day -= ONE_DAY
    return day


def last_friday_in_june(year):
    """The school leaving date (Education Act 1996 s 8(4); School Leaving Date Order 1997)."""
    day = date(year, 6, 30)
    while day.weekday() != 4:
        day -= ONE_DAY
    return day


def leaves_compulsory_school_age(born):
    """The last day of compulsory school age (Education Act 1996 s 8(3)).

    The leaving date of the school year (1 September to 31 August) in which the person reaches 16.
    """
    if born.month >= 9:
        return last_friday_in_june(born.year + 17)
    return last_friday_in_june(born.year + 16)


def over_compulsory_school_age(born, today):
    """Over compulsory school age: after the end of the leaving day."""
    return today > leaves_compulsory_school_age(born)


def birthday(born, years):
    """The day on which an age is reached; someone born on 29 February reaches it on 1 March of a common year."""
    if born.month == 2 and born.day == 29 and not calendar.isleap(born.year + years):
        return date(born.year + years, 3, 1)
    return date(born.year + years, born.month, born.day)
