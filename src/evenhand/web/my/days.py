"""The days of a case as its family reads them: its own first, then what others must do for it, and by when."""

from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _

from evenhand.casework.heart.dues import Due, advice_of, dues_of
from evenhand.law import Advice
from evenhand.law.answer import DateAnswer
from evenhand.people.policy import DataClass
from evenhand.web.family import standing
from evenhand.web.family.answer import Day, Why, act, care, last, whys
from evenhand.web.family.words import DATES, STEPS, THEIR_DATES, in_full

from .sight import Sight
from .words import DUE, WHOSE

ONLY_THEIR_OWN = ("answer_complaint", "decide_expenses")
"""What is due after something that one person did alone, and that nobody else is told of."""

Mark = tuple[str, int | None, str]


@dataclass(frozen=True)
class Days:
    """Every day that counts. It can be drawn (`family.picture`)."""

    as_of: date
    starts_on: date | None
    all: tuple[Day, ...]

    @property
    def to_do(self) -> tuple[Day, ...]:
        """The family's days that are still to be kept, the soonest first."""
        return tuple(day for day in self.all if (day.mine or day.theirs) and day.counts)

    @property
    def gone(self) -> tuple[Day, ...]:
        """The family's days that have passed or were kept."""
        return tuple(day for day in self.all if (day.mine or day.theirs) and not day.counts)

    @property
    def overdue(self) -> tuple[Day, ...]:
        """What others should have done by now."""
        return tuple(day for day in self.others_all if day.state == "passed")

    @property
    def others(self) -> tuple[Day, ...]:
        """What others must still do, and what they did."""
        return tuple(day for day in self.others_all if day.state != "passed")

    @property
    def others_all(self) -> tuple[Day, ...]:
        """What is not the family's to do."""
        return tuple(day for day in self.all if not day.mine and not day.theirs)

    @property
    def drawn(self) -> tuple[Day, ...]:
        """The days on the line of time, in the order of the page."""
        shown = (*self.to_do, *self.gone, *self.overdue, *self.others)
        return tuple(day for day in shown if day.on is not None)

    def of(self, due: Due | None) -> Day | None:
        """The day that shows something due; None where it is not shown to this reader."""
        return None if due is None else next((day for day in self.all if day.slot == _slot(_mark(due))), None)


def days_of(sight: Sight, today: date) -> Days:
    """The days that the reader may know; none for somebody who may not know the case's course."""
    if not sight.knows_dates:
        return Days(today, None, ())
    state = sight.state
    advice = advice_of(state, today)
    answers = {(one.date, one.item, one.step or ""): one for one in advice.dates}
    shown = [
        _day(sight, due, answers.get(_mark(due)), advice, today)
        for due in dues_of(state, today)
        if _is_shown(sight, due)
    ]
    sent = state.facts.get("notice_sent")
    starts_on = date.fromisoformat(sent) if sent else state.opened_on
    return Days(today, starts_on, tuple(sorted(filter(None, shown), key=_soonest)))


def dues_for(sight: Sight, today: date) -> list[Due]:
    """What is due, as far as it is this reader's to know."""
    if not sight.knows_dates:
        return []
    return [due for due in dues_of(sight.state, today) if _is_shown(sight, due)]


def _is_shown(sight: Sight, due: Due) -> bool:
    if due.name in ONLY_THEIR_OWN:
        waiting = (*sight.state.claims, *sight.state.complaints)
        return any(one.by == sight.me.key and one.ended_on is None for one in waiting)
    return bool(due.law) or due.name in DUE


def _soonest(day: Day) -> tuple[bool, date]:
    return day.state == "met", day.safe_on or day.on or date.max


def _mark(due: Due) -> Mark:
    return due.name, due.item, due.step


def _slot(mark: Mark) -> str:
    return "-".join(str(part) for part in mark if part not in (None, ""))


def _day(sight: Sight, due: Due, found: DateAnswer | None, advice: Advice, today: date) -> Day | None:
    if found is None:
        return _our_own(sight, due, today)
    if standing.waits(found, advice):
        return None
    own = found.whose == "family"
    mine = own and sight.is_party
    day = Day(
        name=found.date,
        what=_what(sight, found, own and not mine),
        whose=str(WHOSE[found.whose]),
        mine=mine,
        state="met" if due.met else found.state,
        safe_on=found.safe_on,
        on=found.on,
        at=found.at or "",
        act=act(found, advice) if own else "",
        last=last(found),
        care=care(found),
        why=whys(found.because),
        slot=_slot(_mark(due)),
        says=(*standing.beside(found, advice), *standing.chase(found)),
        theirs=own and not mine,
    )
    done = _("This was done in time.")
    return replace(day, act="", last=done, care="", says=()) if due.met else day


def _what(sight: Sight, found: DateAnswer, theirs: bool) -> str:
    words = _((THEIR_DATES if theirs else DATES)[found.date])
    if found.item is not None:
        items = agreed_items(sight)
        if found.item < len(items):
            words = _("Agreed: %(what)s") % {"what": items[found.item]["what"].rstrip(" .")}
    return f"{words}: {_(STEPS[found.step])}" if found.step else words


def agreed_items(sight: Sight) -> list[dict[str, str]]:
    """The things agreed as they were last written down, if the reader may read them."""
    return sight.last(DataClass.AGREEMENT, "items") or []


def _our_own(sight: Sight, due: Due, today: date) -> Day:
    assert due.on is not None
    late = due.on < today
    says = _("This was to be done by %(day)s. It is late. Ring us, if you have not heard.")
    aim = _("It is to be done by %(day)s.")
    return Day(
        name=due.name,
        what=str(DUE[due.name]),
        whose=str(WHOSE[due.whose]),
        mine=False,
        state="passed" if late else "today" if due.on == today else "ahead",
        safe_on=None,
        on=due.on,
        at="",
        act="",
        last=(says if late else aim) % {"day": in_full(due.on)},
        care="",
        why=(Why(due.because, (), None),),
        slot=_slot(_mark(due)),
    )
