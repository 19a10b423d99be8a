"""What happens without anybody's press: dates that move, young people who come of age, reminders, kept counts."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from evenhand.casework import projecting
from evenhand.casework.heart.history import state_of
from evenhand.casework.heart.stages import StepNotOpen
from evenhand.casework.heart.steps import Step
from evenhand.casework.histories import history_of
from evenhand.casework.models import Case, DueDate, Event, Tally
from evenhand.casework.waking import come_of_age, redate, remind
from evenhand.law import FactsRefused, bank_holidays
from evenhand.post.models import Message
from tests.casework import cases
from tests.casework.actions.doing import do
from tests.casework.actions.standing import AT, rows
from tests.casework.actions.telling import counts_are_true
from tests.casework.forgetting import forget, forgetful
from tests.people import cast

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 6, 20, 9, tzinfo=UTC)


@pytest.fixture
def at(monkeypatch):
    """Put the clock at a day of 2026."""

    def move(month: int, day: int) -> None:
        monkeypatch.setattr("evenhand.clock.today_in_london", lambda: date(2026, month, day))

    return move


# ------------------------------------------------------------------------- dates that move


@pytest.fixture
def a_new_holiday(monkeypatch):
    """Call it, and Thursday 14 May 2026 is proclaimed a bank holiday."""
    with forgetful():

        def proclaim() -> None:
            known = bank_holidays._LISTED[2026]
            monkeypatch.setitem(bank_holidays._LISTED, 2026, f"{known} 0514")
            forget()

        yield proclaim
        monkeypatch.undo()


def test_a_new_bank_holiday_moves_the_dates_of_open_cases_and_the_timeline_says_so(a_new_holiday):
    case = do(Step.DECLINE_MEDIATION, cases.advised(), on=date(2026, 5, 13)).case
    closed = do(Step.CLOSE, cases.advised()).case
    assert (case.next_name, case.next_on) == ("issue_certificate", date(2026, 5, 18))
    a_new_holiday()
    report = redate(now=NOW)
    assert (report.done, str(report)) == (1, "1 cases re-dated")
    case.refresh_from_db(from_queryset=Case.objects.unseen())
    # Wednesday 13 May: Friday 15, Monday 18, Tuesday 19.
    assert (case.next_name, case.next_on) == ("issue_certificate", date(2026, 5, 19))
    assert DueDate.objects.unseen().get(case=case, name="issue_certificate").on == date(2026, 5, 19)
    said = history_of(case)[-1]
    assert (said.step, said.by.person_id, said.on) == (Step.MOVE_DATES, None, cases.TODAY)
    assert said.told == {
        "moved": [{"name": "issue_certificate", "was": "2026-05-18", "is": "2026-05-19"}],
        "why": "The law or the list of bank holidays changed.",
    }
    assert not Event.objects.unseen().filter(case=closed, step="move_dates").exists()
    before = rows()
    assert redate(now=NOW).done == 0
    assert rows() == before


def test_a_holiday_that_moves_nothing_leaves_no_entry(a_new_holiday):
    case = cases.arranging()
    a_new_holiday()
    redate(now=NOW)
    moved = [one.told["moved"] for one in history_of(case) if one.step is Step.MOVE_DATES]
    # Everything is counted from 14 May, which is not counted itself.
    assert moved == []
    assert Case.objects.unseen().get().law_marks == projecting.law_marks()


def test_a_case_that_was_not_dated_again_is_seen(a_new_holiday, monkeypatch):
    monkeypatch.setattr("evenhand.casework.waking.redating._moves", lambda case, dues: [])
    with pytest.raises(AssertionError):
        test_a_new_bank_holiday_moves_the_dates_of_open_cases_and_the_timeline_says_so(a_new_holiday)


# ------------------------------------------------------------------------- coming of age

SIXTEEN = {"child": {"name": "Robin Example", "date_of_birth": "2010-03-04"}}


def test_the_young_person_becomes_the_party_on_the_day_and_not_before(at):
    case = cases.advised(**SIXTEEN)
    at(6, 26)
    assert come_of_age(now=NOW).done == 0
    at(6, 27)
    assert come_of_age(now=NOW).done == 1
    said = history_of(case)[-1]
    assert (said.step, said.on, said.by.person_id) == (Step.COME_OF_AGE, date(2026, 6, 27), None)
    state = state_of(history_of(case))
    assert (state.facts["acting"], state.parent_reads_on, state.people[cases.FAMILY].party) == (
        "young_person",
        False,
        False,
    )
    assert come_of_age(now=NOW).done == 0


def test_after_a_silence_it_is_recorded_for_the_day_it_was(at):
    case = cases.advised(**SIXTEEN)
    at(8, 1)
    assert come_of_age(now=NOW).done == 1
    assert history_of(case)[-1].on == date(2026, 6, 27)


@pytest.mark.parametrize(
    ("who", "reads_on", "party"),
    [("alone", False, False), ("parent_helps", True, False), ("alternative_person", True, True)],
)
def test_who_acts_from_then_on_is_the_young_persons_to_say(at, who, reads_on, party):
    case = cases.advised(**SIXTEEN)
    at(6, 27)
    come_of_age(now=NOW)
    before = len(cases.seen(case, cast.cerys()).entries())
    do(Step.RECORD_FACTS, case, on=date(2026, 6, 27), facts={"notice_dated": "2026-05-01"})
    assert len(cases.seen(case, cast.cerys()).entries()) == before
    done = do(Step.CHOOSE_WHO_ACTS, case, on=date(2026, 6, 27), who=who)
    parent = done.state.people[cases.FAMILY]
    assert (done.state.parent_reads_on, parent.party) == (reads_on, party)
    seen_now = len(cases.seen(case, cast.cerys()).entries())
    assert (seen_now > before) is reads_on


# ------------------------------------------------------------------------------ reminders


def reminded() -> list[str]:
    """The reminders in the outbox: which duty, which kind, and whom."""
    found = [one.key.split(":") for one in Message.objects.filter(key__contains=":due:").order_by("pk")]
    return sorted(f"{key[2]} {key[6]}" for key in found)


def test_each_reminder_goes_once_however_often_the_clock_ticks(at):
    cases.arranging()
    at(6, 8)
    # The safe day is Friday 12 June, four days ahead; choosing a mediator was due in May.
    assert remind(now=NOW).done == 2
    assert reminded() == ["arrange_mediation before", "choose_mediator late"]
    for _ in range(3):
        assert remind(now=NOW).done == 0
    at(6, 12)
    assert remind(now=NOW).done == 1
    at(6, 15)
    remind(now=NOW)
    assert [one for one in reminded() if one.startswith("arrange")] == [
        "arrange_mediation before",
        "arrange_mediation late",
        "arrange_mediation today",
    ]


def test_after_a_week_of_silence_only_the_reminder_that_is_right_today_goes(at):
    cases.arranging()
    at(6, 15)
    remind(now=NOW)
    assert "arrange_mediation late" in reminded()
    assert not {"arrange_mediation before", "arrange_mediation today"} & set(reminded())


def test_nobody_is_reminded_of_what_is_done(at):
    cases.fixed()
    at(6, 12)
    remind(now=NOW)
    assert not [one for one in reminded() if one.startswith("arrange_mediation")]


def test_a_duty_that_reminds_the_wrong_way_is_seen(at, monkeypatch):
    monkeypatch.setattr("evenhand.casework.waking.reminding.BEFORE", 2)
    with pytest.raises(AssertionError):
        test_each_reminder_goes_once_however_often_the_clock_ticks(at)


# ------------------------------------------------------------------------------ kept counts

STEPS = [step for step in Step if step not in (Step.OPEN, Step.MOVE_DATES, Step.COME_OF_AGE)]


@settings(
    max_examples=20,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(taken=some.lists(some.tuples(some.integers(0, 1), some.sampled_from(STEPS)), min_size=5, max_size=20))
def test_the_kept_counts_are_what_a_query_would_count(taken):
    """Whatever is pressed, in whatever order, in two cases; what is refused counts for nothing."""
    both = [AT["mediation"]["arranging"](), AT["resolution"]["enquiry"]()]
    for which, step in taken:
        case = Case.objects.unseen().get(pk=both[which].pk)
        try:
            do(step, case)
        except (StepNotOpen, FactsRefused):
            continue
    redate(now=NOW)
    assert counts_are_true()


def test_a_case_with_one_entry_is_counted_once_when_it_is_dated_again():
    cast.dev()
    cases.enquiry(people=(), adviser_id=None)
    assert Case.objects.unseen().get().events == 1
    Case.objects.unseen().update(law_marks="of an older law")
    redate(now=NOW)
    assert counts_are_true()


def test_a_count_that_is_not_moved_is_seen(monkeypatch):
    monkeypatch.setattr(projecting, "_keep_count", lambda case, before: None)
    cases.advised()
    assert not counts_are_true()
    assert Tally.objects.count() == 0
