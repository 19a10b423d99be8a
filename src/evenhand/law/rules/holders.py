"""Who holds the right: the parent of a child, or the young person, to the 25th birthday.

Read with: Children and Families Act 2014, ss. 51(1), 83(2); Education Act 1996, s. 8 (recalled, not read): compulsory
school age ends on the last Friday in June of the school year in which the person turns sixteen.
"""

from datetime import date, timedelta

from ..counting import months_after

OF_AGE, TOO_OLD = 16, 25


def school_age_ends(date_of_birth: date) -> date:
    """The last day of compulsory school age: the last Friday in June of the school year of the 16th birthday.

    >>> school_age_ends(date(2010, 8, 31)), school_age_ends(date(2010, 9, 1))
    (datetime.date(2026, 6, 26), datetime.date(2027, 6, 25))
    """
    sixteenth = months_after(date_of_birth, 12 * OF_AGE)
    year = sixteenth.year if sixteenth.month < 9 else sixteenth.year + 1
    last = date(year, 6, 30)
    return last - timedelta((last.weekday() - 4) % 7)


def who_holds(acting: str, date_of_birth: date | None, day: date) -> str:
    """Whether the person acting holds the right on that day; without a date of birth they are taken at their word.

    Gives an answer of the question `who`.
    """
    if date_of_birth is not None and day >= months_after(date_of_birth, 12 * TOO_OLD):
        return "over_25"
    if acting in ("authority", "commissioning_body"):
        return acting
    if date_of_birth is None:
        return "holder"
    grown = day > school_age_ends(date_of_birth)
    if acting == "parent" and grown:
        return "young_person_holds"
    if acting == "young_person" and not grown:
        return "parent_holds"
    return "holder"
