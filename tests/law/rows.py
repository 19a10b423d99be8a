"""Rows for the bulk path, as text, and the facts that each of them means.

A row is drawn as a person's facts, then perhaps spoilt, once or more: cells that cannot be read, days before the
law and before the tables, facts that cannot be true together.
"""

from datetime import date, timedelta

from evenhand.law.facts import KINDS
from tests.law.second_reading import draw

COLUMNS = tuple(name for name in KINDS if name != "agreement")
BEFORE_THE_TABLES = ("1899-12-31", "1850-06-15", "1600-02-29", "0001-01-01")
BEFORE_THE_LAW = ("1900-01-01", "1900-01-02", "1950-02-28", "2014-08-31", "2014-06-30", "2012-02-29")
NO_DAYS = tuple(value for value in draw.NO_DAYS if isinstance(value, str) and value)
NO_FLAGS = ("True", "FALSE", "0", "1", "yes", " ", "true ", "null")
NO_SECTIONS = ("Z", "b", "B B", "B,C", "H", "H1 H3", "B  Z", "B\nC B")
ODD_SECTIONS = ("B  C", " B", "C ", "\tB\tI", "B\nC", " ")
NO_CHOICES = ("Parent", "refusal", " parent", "parent ", "null", "plan-contents", "x" * 100)
NO_AREAS = ("Kent", "a--b", "-a", "é", "a" * 81, "kent\n", "=kent", "a b")
PAIRS = tuple(pair for pair in draw.PAIRS if "agreement" not in pair)


def facts_of(row, today):
    """The facts that a row means: an empty cell is an unknown fact, and `as_of` is today where it is empty."""
    facts = {"as_of": today.isoformat()}
    for name, cell in row.items():
        if cell:
            if KINDS[name] == "flag":
                cell = {"true": True, "false": False}.get(cell, cell)
            facts[name] = cell.split() if name == "sections" else cell
    return facts


def row_of(facts):
    """The row for facts that fit one: no agreement. Null, and no sections at all, are empty cells."""
    row = {}
    for name in COLUMNS:
        value = facts.get(name)
        if value is None or value == []:
            row[name] = None
        elif isinstance(value, bool):
            row[name] = "true" if value else "false"
        else:
            row[name] = " ".join(value) if name == "sections" else value
    return row


def _spoil(rng, row):
    kind = rng.randrange(12)
    present = [name for name in draw.DAY_NAMES if row.get(name)]
    if kind == 0:
        row[rng.choice(draw.DAY_NAMES)] = rng.choice(NO_DAYS)
    elif kind == 1:
        row[rng.choice(draw.FLAGS)] = rng.choice(NO_FLAGS)
    elif kind == 2:
        row["sections"] = rng.choice(NO_SECTIONS + ODD_SECTIONS)
    elif kind == 3:
        row[rng.choice(("matter", "acting"))] = rng.choice(NO_CHOICES)
    elif kind == 4:
        row["area"] = rng.choice(NO_AREAS)
    elif kind == 5:
        row[rng.choice(("matter", "as_of"))] = rng.choice((None, ""))
    elif kind in (6, 7):
        early, late = rng.choice(PAIRS)
        around = row.get(late) or row.get("as_of") or "2026-01-01"
        row[late] = around
        row[early] = _moved(around, rng.choice((-40, -1, -1, 0, 1)))
    elif kind == 8:
        flag = rng.choice(draw.FLAGS[2:])
        row[flag] = rng.choice(("true", "false"))
        row["sections"] = row.get("sections") or rng.choice(("B", "C", "D", "A", "I G H1"))
    elif kind == 9:
        row[rng.choice(draw.DAY_NAMES)] = rng.choice(BEFORE_THE_TABLES)
    elif kind == 10:
        row[rng.choice(draw.DAY_NAMES)] = rng.choice(BEFORE_THE_LAW)
    elif present:
        name = rng.choice(present)
        row[name] = _moved(row[name], rng.choice((-400, -70, -8, -1, 1, 8, 70)))


def _moved(text, days):
    try:
        return min(date.fromisoformat(text) + timedelta(days), date(2041, 1, 1)).isoformat()
    except (ValueError, OverflowError):
        return text


def draw_row(rng):
    """A row: about one in three is spoilt, and what was spoilt may by chance still be sound."""
    facts = draw.sound(rng)
    facts.pop("agreement", None)
    row = row_of(facts)
    if rng.randrange(12) == 0:
        row["date_of_birth"] = rng.choice((*BEFORE_THE_TABLES, *BEFORE_THE_LAW, "2000-02-29", "2001-03-01"))
    while rng.randrange(3) == 0:
        _spoil(rng, row)
    return row
