"""What stands in a cell, read as what its column holds, or a fault that says what to mend."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from difflib import get_close_matches

from evenhand import directory
from evenhand.journeys.typed_dates import NotADay, day_typed
from evenhand.law.rules.decisions import MEDIATED

from .columns import plain
from .files import Cell

EXCEL_BEGINS = date(1899, 12, 30)
"""The day 0 of a spreadsheet, which counts a 29 February 1900 that never was; right from 1 March 1900."""
FIRST_SERIAL, LAST_SERIAL = 20_000, 60_000
"""1954 to 2064: a number outside these is no day that anybody meant."""
TIME = re.compile(r"(\d{1,2})[:.](\d{2})(?::\d{2})?")


class Fault(ValueError):
    """A cell that cannot be read. The text says what to mend."""


MATTERS: Mapping[str, str] = {
    "refusal to assess": "refusal_to_assess",
    "refusal to carry out an ehc needs assessment": "refusal_to_assess",
    "refused assessment": "refusal_to_assess",
    "rta": "refusal_to_assess",
    "refusal to issue a plan": "refusal_to_issue_plan",
    "refusal to issue": "refusal_to_issue_plan",
    "refusal to issue an ehc plan": "refusal_to_issue_plan",
    "rti": "refusal_to_issue_plan",
    "plan contents": "plan_contents",
    "contents": "plan_contents",
    "content of plan": "plan_contents",
    "what the plan says": "plan_contents",
    "sections b f i": "plan_contents",
    "placement": "plan_contents",
    "refusal to amend": "refusal_to_amend",
    "refusal to amend the plan": "refusal_to_amend",
    "refusal to reassess": "refusal_to_reassess",
    "refusal to re assess": "refusal_to_reassess",
    "ceasing to maintain": "ceasing_to_maintain",
    "cease to maintain": "ceasing_to_maintain",
    "cease plan": "ceasing_to_maintain",
    "ctm": "ceasing_to_maintain",
    "health or social care provision": "health_or_social_care_provision",
}
CHOICES: Mapping[str, str] = dict.fromkeys(("mediation", "yes", "y", "wants mediation", "proceed", "wishes to mediate"), "yes") | dict.fromkeys(
    ("no mediation", "no", "n", "certificate only", "certificate", "declined", "does not wish", "does not wish to mediate"), "no"
)  # fmt: skip
OUTCOMES: Mapping[str, str] = {
    "agreed": "agreed",
    "agreement": "agreed",
    "full agreement": "agreed",
    "resolved": "agreed",
    "part": "part",
    "partial": "part",
    "partial agreement": "part",
    "agreed in part": "part",
    "partly agreed": "part",
    "not agreed": "not_agreed",
    "no agreement": "not_agreed",
    "unresolved": "not_agreed",
    "not held": "not_held",
    "did not take place": "not_held",
    "held": "held",
}
RELATIONS: Mapping[str, str] = dict.fromkeys(("parent", "carer", "mother", "father", "mum", "dad", "guardian", "parent or carer"), "parent") | dict.fromkeys(
    ("young person", "yp", "self", "the young person"), "young_person"
)  # fmt: skip
ENDINGS: Mapping[str, str] = {
    "done": "done",
    "completed": "done",
    "complete": "done",
    "finished": "done",
    "no more contact": "no_more_contact",
    "no contact": "no_more_contact",
    "settled": "settled",
    "appealed": "appealed",
    "opened twice": "opened_twice",
    "duplicate": "opened_twice",
    "withdrawn": "withdrawn",
    "withdrew": "withdrawn",
}
ISSUES: Mapping[str, str] = {
    "education": "education",
    "health": "health",
    "care": "care",
    "social care": "care",
    "social": "care",
}


def text_of(cell: Cell) -> str:
    """A cell as text; a whole number without its point. Raises `Fault` for what looks like a formula."""
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else str(cell)
    if cell[:1] == "=":
        raise Fault("It is a formula. Formulas are never worked out: paste its value instead.")
    return cell


def day_of(cell: Cell) -> date | None:
    """A day: ISO, 27/03/2026 (the day first), 27 March 2026, or a spreadsheet's number. Raises `Fault`."""
    if cell is None or isinstance(cell, date):
        return cell
    if isinstance(cell, float):
        return _of_number(cell)
    text = text_of(cell).removesuffix(" 00:00:00")
    if not text:
        return None
    if text.replace(".", "", 1).isdecimal() and len(text.split(".")[0]) == 5:
        return _of_number(float(text))
    try:
        return day_typed(text, "", "")
    except NotADay as wrong:
        raise Fault(str(wrong)) from None


def _of_number(number: float) -> date:
    if not FIRST_SERIAL <= number <= LAST_SERIAL:
        raise Fault(f"{text_of(number)} is not a date.")
    return EXCEL_BEGINS + timedelta(int(number))


def one_of(cell: Cell, known: Mapping[str, str], such_as: str) -> str:
    """What the words of a cell mean; nothing for none. Raises `Fault`."""
    text = text_of(cell)
    if not text:
        return ""
    found = known.get(plain(text)) or next(
        (name for name in known.values() if plain(name) == plain(text)), None
    )
    if found is None:
        near = get_close_matches(plain(text), known, 1, 0.75)
        hint = f" Did you mean “{near[0]}”?" if near else f" Write {such_as}."
        raise Fault(f"“{text[:60]}” is not known here.{hint}")
    return found


def matter_of(cell: Cell) -> str:
    """A decision that is mediated. Raises `Fault`."""
    return one_of(
        cell, {**MATTERS, **{plain(one): one for one in MEDIATED}}, "refusal to assess, for instance"
    )


def council_of(cell: Cell) -> str:
    """The area of a council. Raises `Fault` where none, or more than one, has such a name."""
    text = text_of(cell)
    if not text:
        return ""
    found = directory.find(text)
    exact = [area for area in found if area.name.casefold() == text.casefold() or area.slug == text]
    for only in (exact, found):
        if len(only) == 1:
            return only[0].slug
    if found:
        raise Fault(
            f"More than one council may be meant: {', '.join(area.name for area in found)}. Write one."
        )
    raise Fault(f"There is no council called “{text[:60]}”.")


def issues_of(cell: Cell) -> frozenset[str]:
    """Education, health and care, parted by commas or “and”. Raises `Fault`."""
    text = text_of(cell)
    parts = [part for part in re.split(r"[,;/+&]|\band\b", text, flags=re.IGNORECASE) if part.strip()]
    return frozenset(one_of(part.strip(), ISSUES, "education, health, care") for part in parts)


def time_of(cell: Cell) -> str:
    """A time of day as 10:00; a spreadsheet's part of a day too. Raises `Fault`."""
    if isinstance(cell, float) and 0 <= cell < 1:
        minutes = round(cell * 24 * 60)
        return f"{minutes // 60:02}:{minutes % 60:02}"
    text = text_of(cell)
    if not text:
        return ""
    match = TIME.fullmatch(text)
    if match is None or int(match[1]) > 23 or int(match[2]) > 59:
        raise Fault(f"“{text[:30]}” is not a time. Write it like 10:00.")
    return f"{int(match[1]):02}:{match[2]}"
