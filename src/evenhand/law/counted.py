"""A clock that runs, counted: its last day, the day to act by, how it stands, and the care it wants."""

from datetime import date

from .answer import Caution, DateAnswer
from .calendars import REGULATIONS
from .citations import VERIFIED
from .mechanism.outcomes import Reason, Run
from .mechanism.registry import Clock
from .mechanism.steps import Step, StepVersion

Days = dict[str, date]

RELAXED_FROM, RELAXED_TO = date(2020, 5, 1), date(2020, 9, 25)
RELAXED = (
    "From 1 May to 25 September 2020 the law (SI 2020/471) let this be done as soon as reasonably practicable, where "
    "the coronavirus made the time impossible."
)
PROVISIONAL = "It counts on bank holidays that nobody has proclaimed yet, so it may move."
NOT_READ = "We could not read the text of this limit ourselves: check it before you rely on it."
TWO_ROLLS = (
    "The next working day falls in August or between 25 December and 1 January; by another reading the time then runs on "
    "to the first working day after, but do not count on it."
)


def state_of(clock: Clock, on: date, days: Days, as_of: date) -> str:
    """`met` where the duty was done by its last day; otherwise where its last day lies from the day of asking."""
    for fact in clock.met_by:
        done = days.get(fact)
        if done is not None:
            if done <= on:
                return "met"
            break
    return "ahead" if as_of < on else "today" if as_of == on else "passed"


def last_day(run: Run, days: Days, instead: dict[str, str]) -> date | None:
    """The last day before any roll, with each starting fact exchanged for an earlier one of `instead`."""
    found: list[date] = []
    for leg in run.legs:
        start = days[leg[1]]
        other = days.get(instead.get(leg[1], ""))
        last, _ = leg[0].look_up(start if other is None else min(start, other))
        if last is not None:
            found.append(last)
    if not found:
        return None
    return max(found) if run.pick == "latest" else min(found)


def count(clock: Clock, run: Run, days: Days, as_of: date) -> DateAnswer | None:
    """The date of a clock with one last day; None where its law is not in force on the starting day."""
    if len(run.legs) > 1 or ("notice_dated" in days and clock.safe_from):
        found = _work_out(clock, run, days)
    else:
        start = days[run.legs[0][1]]
        kept = run.kept.get(start)
        found = run.kept[start] = _work_out(clock, run, days) if kept is None else kept
    on, safe, because, caution = found
    if on is None:
        return None
    return DateAnswer(
        clock.name, on, safe, clock.at, state_of(clock, on, days, as_of), run.whose, because, caution
    )


Counted = tuple[date, date, tuple[Reason, ...], Caution | None] | tuple[None, None, tuple[()], None]


def _work_out(clock: Clock, run: Run, days: Days) -> Counted:
    """Last day, day to act by, reasons and caution; all empty on a day without that law."""
    counted = []
    for leg in run.legs:
        last, version = leg[0].look_up(days[leg[1]])
        if last is not None and version is not None:
            counted.append((last, leg, version))
    if not counted:
        return None, None, (), None
    by_day = max if run.pick == "latest" else min
    raw, leg, version = by_day(counted, key=lambda entry: entry[0])
    on, arguable, moved = clock.roll(raw) if clock.roll is not None else (raw, None, ())
    doubt = TWO_ROLLS if arguable is not None else ""
    if run.doubt:
        latest = max(entry[0] for entry in counted)
        if latest != raw:
            arguable, doubt = latest, run.doubt
    elif version.other is not None and (other := version.other(days[leg[1]])) is not None:
        arguable, doubt = other, leg[0].doubt
    safe = raw if not clock.safe_from else last_day(run, days, clock.safe_from) or raw
    said = counted if run.pick == "latest" or run.doubt else ((raw, leg, version),)
    because = (*[entry[2].reason for entry in said], *run.notes, *moved)
    return (
        on,
        REGULATIONS.on_or_before(safe),
        because if clock.hour is None else (*because, clock.hour),
        _caution(clock, leg[0], version, (days[leg[1]], raw, on), doubt, arguable),
    )


def count_items(clock: Clock, run: Run, days: Days, as_of: date, item: int) -> list[DateAnswer]:
    """The dates of one item of an agreement: one, or one for each of its steps."""
    if run.pick == "none":
        return [DateAnswer(clock.name, None, None, None, "today", run.whose, run.notes, None, item)]
    found = []
    for leg in run.legs:
        last, version = leg[0].look_up(days[leg[1]])
        if last is None or version is None:
            continue
        found.append(
            DateAnswer(
                clock.name,
                last,
                REGULATIONS.on_or_before(last),
                clock.at,
                state_of(clock, last, days, as_of),
                run.whose,
                (version.reason, *run.notes),
                _caution(clock, leg[0], version, (days[leg[1]], last, last), "", None),
                item,
                leg[2] if len(leg) > 2 else None,
            )
        )
    return found


def _caution(
    clock: Clock,
    step: Step,
    version: StepVersion,
    days: tuple[date, date, date],
    doubt: str,
    arguable: date | None,
) -> Caution | None:
    texts = [doubt] if doubt else []
    if step.relaxed and RELAXED_FROM <= days[2] <= RELAXED_TO:
        texts.append(RELAXED)
    if (step.calendar is not None or clock.roll is not None) and REGULATIONS.provisional(*days):
        texts.append(PROVISIONAL)
    if version.cites[0].confidence != VERIFIED:
        texts.append(NOT_READ)
    return Caution(" ".join(texts), arguable) if texts else None
