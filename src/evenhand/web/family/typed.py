"""Reading what was posted to a question: an answer, or what is wrong with it."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from django.http import QueryDict
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from evenhand import directory
from evenhand.directory.model import Area
from evenhand.journeys import NEVER, NONE, UNKNOWN, Answer, Kind, Page
from evenhand.journeys.asking import Known
from evenhand.journeys.model import gettext_noop
from evenhand.journeys.typed_dates import FIELDS, NotADay, day_typed, within

ONE_OR_THE_OTHER = gettext_noop("Choose from the list, or choose the last one. You cannot choose both.")
NO_SUCH_COUNCIL = gettext_noop(
    "We do not know a council called “{typed}”. Check how it is spelled, or skip this question."
)
SEVERAL_COUNCILS = gettext_noop("More than one council has a name like that. Choose one.")


class Wrong(NamedTuple):
    """A message, the fields that it is about, councils to choose from where there are several, and another
    question that may be the one to change."""

    message: str
    fields: tuple[str, ...]
    areas: tuple[Area, ...] = ()
    other: Page | None = None


def read(page: Page, posted: QueryDict, known: Known) -> Answer | Wrong:
    """The answer that was given to a page, or what is wrong with it."""
    instead = posted.get("instead")
    if instead in (UNKNOWN, NEVER) and page.accepts(instead, known):
        return instead
    if page.kind is Kind.DATE:
        return _read_day(page, posted, known.as_of)
    if page.kind is Kind.AREA:
        return _read_area(page, posted)
    if page.kind is Kind.CHECKBOXES:
        return _read_ticks(page, posted.getlist("answer"), known)
    answer = posted.get("answer", "")
    return answer if page.accepts(answer, known) else Wrong(_(page.missing), ("answer",))


def _read_ticks(page: Page, ticked: list[str], known: Known) -> Answer | Wrong:
    special = [value for value in ticked if value in (NONE, UNKNOWN)]
    if special and len(set(ticked)) > 1:
        return Wrong(_(ONE_OR_THE_OTHER), ("answer",))
    answer: Answer = special[0] if special else list(dict.fromkeys(ticked))
    return answer if page.accepts(answer, known) else Wrong(_(page.missing), ("answer",))


def _read_day(page: Page, posted: QueryDict, as_of: date) -> Answer | Wrong:
    typed = [posted.get(field, "") for field in FIELDS]
    if not any(text.strip() for text in typed):
        return Wrong(_(page.missing), FIELDS)
    try:
        return within(day_typed(*typed), as_of, page.earliest, page.may_lie_ahead).isoformat()
    except NotADay as refusal:
        return Wrong(worded(refusal.wording, refusal.values), refusal.fields)


def _read_area(page: Page, posted: QueryDict) -> Answer | Wrong:
    chosen, typed = posted.get("answer", ""), posted.get("council", "").strip()
    if chosen and directory.area(chosen) is not None:
        return chosen
    if not typed:
        return Wrong(_(page.missing), ("council",))
    found = directory.find(typed)
    if not found:
        return Wrong(worded(NO_SUCH_COUNCIL, {"typed": typed[:60]}), ("council",))
    if len(found) == 1 or found[0].name.casefold() == typed.casefold():
        return found[0].slug
    return Wrong(_(SEVERAL_COUNCILS), ("answer",), found)


def worded(wording: str, values: Mapping[str, object]) -> str:
    """A message in the reader's language, with days in full and names translated."""
    return _(wording).format_map({name: _said(value) for name, value in values.items()})


def _said(value: object) -> str:
    if isinstance(value, date):
        return date_format(value, "j F Y")
    return _(value) if isinstance(value, str) and value else str(value)
