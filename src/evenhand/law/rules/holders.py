"""Who holds the right: the parent of a child, or the young person, to the 25th birthday.

Read with: Children and Families Act 2014, ss. 51(1), 83(2); Education Act 1996, s. 8 (recalled, not read): compulsory
school age ends on the last Friday in June of the school year in which the person turns sixteen.
"""

from datetime import date, timedelta

from ..counting import months_after

OF_AGE, TOO_OLD = 16, 25


def birthday(date_of_birth: date, age: int) -> date:
    """The birthday on which that age is reached; who was born on 29 February reaches it on 1 March in a common year.

    >>> birthday(date(2000, 2, 29), 25), birthday(date(2000, 2, 29), 24)
    (datetime.date(2025, 3, 1), datetime.date(2024, 2, 29))
    """
    day = months_after(date_of_birth, 12 * age)
    return day if day.day == date_of_birth.day else day + timedelta(1)


def school_age_ends(date_of_birth: date) -> date:
    """The last day of compulsory school age: the last Friday in June of the school year of the 16th birthday.

    >>> school_age_ends(date(2010, 8, 31)), school_age_ends(date(2010, 9, 1))
    (datetime.date(2026, 6, 26), datetime.date(2027, 6, 25))
    """
    sixteenth = birthday(date_of_birth, OF_AGE)
    year = sixteenth.year if sixteenth.month < 9 else sixteenth.year + 1
    last = date(year, 6, 30)
    return last - timedelta((last.weekday() - 4) % 7)


def who_holds(acting: str, date_of_birth: date | None, day: date) -> str:
    """Whether the person acting holds the right on that day; without a date of birth they are taken at their word.

    Gives an answer of the question `who`.
    """
    body = acting in ("authority", "commissioning_body")
    if date_of_birth is None:
        return f"{acting}_of_unknown_age" if body else "holder"
    if day >= birthday(date_of_birth, TOO_OLD):
        return "body_over_25" if body else "over_25"
    if body:
        return acting
    grown = day > school_age_ends(date_of_birth)
    if acting == "parent" and grown:
        return "young_person_holds"
    if acting == "young_person" and not grown:
        return "parent_holds"
    return "holder"
