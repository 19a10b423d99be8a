"""What a case waits for beside the law, what comes next in it, and the day on which somebody comes of age."""

from datetime import date

import pytest

from evenhand.casework.heart import contents, dues
from evenhand.casework.heart.dues import Due, dues_of, next_due
from evenhand.casework.heart.history import state_of
from evenhand.casework.heart.steps import Step
from tests.casework.heart import histories
from tests.casework.heart.asking import AS_OF, due, fails, names
from tests.casework.heart.histories import day

# --------------------------------------------------------------------------- the service's own


def test_the_services_own_dates_say_that_they_are():
    # Monday 11 May: Tuesday, Wednesday.
    found = due(histories.opened(), "give_advice")
    assert (found.on, found.law) == (day("5-13"), "")
    assert found.because.endswith("The service’s own rule, not the law.")


OWN = [
    (histories.advised, "ask_choice", "5-19"),  # Tuesday 12 May and five working days
    (histories.chosen, "tell_authority", "5-14"),
    (histories.arranging, "choose_mediator", "5-19"),  # Thursday 14 May and three
    (histories.fixed, "record_meeting", "6-10"),
    (histories.fixed, "name_representative", "6-1"),
    (histories.held, "record_outcome", "6-10"),
    (histories.certified, "close", "7-9"),  # Thursday 11 June and twenty
    (histories.resolution, "answer_invitation", "5-27"),  # Tuesday 12 May and ten, over the bank holiday
]


@pytest.mark.parametrize(("history", "name", "on"), OWN)
def test_each_stage_waits_no_longer_than_this(history, name, on):
    told = history()
    assert due(told, name, told.events[-1].on).on == day(on)


def test_where_no_certificate_can_be_issued_any_more_the_case_is_closed_and_not_forgotten():
    # The family said no on Wednesday 13 May, and five working days later is Wednesday the 20th.
    assert due(histories.declined(notice="2026-03-01"), "close").on == day("5-20")
    assert "close" not in names(histories.declined())


def test_what_a_disagreement_ended_in_is_followed_without_any_law():
    history = histories.resolved()
    assert (due(history, "write_agreement").on, due(history, "write_agreement").whose) == (
        day("5-29"),
        "adviser",
    )
    items = [
        {"what": "A call", "who": "authority", "action": "other", "by": day("6-30")},
        {"what": "A letter", "who": "authority", "action": "other"},
    ]
    history.then(Step.DRAFT_AGREEMENT, "5-15", *contents.agreement(items=items)).then(
        Step.MAKE_AGREEMENT, "5-15"
    )
    assert due(history, "carry_out_agreement", item=0).on == day("6-30")
    # No day was agreed: twenty working days from Friday 15 May, over one bank holiday.
    assert due(history, "carry_out_agreement", item=1).on == day("6-15")
    assert "write_agreement" not in names(history)
    history.then(Step.REPORT_ACTION, "5-18", *contents.action_report(party="authority", item=0, done=True))
    assert due(history, "carry_out_agreement", item=0).met is True


def test_a_complaint_is_answered_in_fifteen_working_days():
    history = histories.certified().then(
        Step.COMPLAIN,
        "6-12",
        *contents.note(contents.DataClass.FEEDBACK, "party:1", "Slow."),
        by=histories.PARENT,
    )
    assert due(history, "answer_complaint", day("6-12")).on == day(
        "7-3"
    )  # Friday: three weeks without a holiday
    answered = contents.Piece(
        contents.DataClass.FEEDBACK, "party:1", {"number": len(history.events), "words": "!"}
    )
    assert "answer_complaint" not in names(history.then(Step.ANSWER_COMPLAINT, "6-15", answered), day("6-15"))


def test_disagreement_resolution_has_no_date_of_the_laws_anywhere():
    history = histories.resolved()
    lasting = [state_of(history.events[:length]) for length in range(1, len(history.events) + 1)]
    for state in lasting:
        assert [one.name for one in dues_of(state, AS_OF) if one.law] == []


# ------------------------------------------------------------------------------- what comes next


def test_what_is_due_stands_in_the_order_of_its_days():
    found = dues_of(histories.arranging(health=True).state, AS_OF)
    assert [(one.name, one.on) for one in found if not one.met] == [
        ("notify_commissioner", day("5-19")),
        ("choose_mediator", day("5-19")),
        ("arrange_mediation", day("6-13")),
        ("register_appeal", day("7-1")),
    ]


def test_an_overdue_duty_stays_the_next_thing():
    coming = next_due(dues_of(histories.declined().state, day("6-20")), day("6-20"))
    assert coming is not None
    assert (coming.name, coming.on) == ("issue_certificate", day("5-18"))


def test_a_familys_day_that_has_gone_by_is_no_task_any_more():
    state = histories.certified().state
    before, after = day("7-13"), day("7-14")
    first = [one for one in dues_of(state, before) if one.name != "close"]
    assert [one.name for one in [next_due(first, before)] if one] == ["register_appeal"]
    assert next_due([one for one in dues_of(state, after) if one.name != "close"], after) is None


def test_nothing_is_due_in_an_ended_case_but_what_was_done_is_still_told():
    history = histories.certified().then(Step.CLOSE, "6-12", contents.dates(reason="done"))
    left = dues_of(history.state, day("6-13"))
    assert {one.name for one in left} >= {"issue_certificate", "contact_adviser", "arrange_mediation"}
    assert all(one.met for one in left)


# ------------------------------------------------------------------------------- coming of age


def test_the_day_after_compulsory_school_age_is_foreseen():
    # Born on 4 March 2010, sixteen in March 2026: the last Friday in June is the 26th.
    found = due(histories.advised(born="2010-03-04"), "comes_of_age")
    assert (found.on, found.whose, found.met) == (date(2026, 6, 27), "family", False)
    assert found.law == "Children and Families Act 2014, s. 83(2)"


@pytest.mark.parametrize(
    ("born", "on"),
    [
        ("2010-08-31", date(2026, 6, 27)),  # sixteen on the last day of this school year
        ("2010-09-01", None),  # sixteen on the first of the next: 25 June 2027, more than a year away
        ("2017-03-04", None),
    ],
)
def test_it_is_the_school_year_and_not_the_birthday(born, on):
    found = [
        one.on for one in dues_of(histories.advised(born=born).state, AS_OF) if one.name == "comes_of_age"
    ]
    assert found == ([on] if on else [])


def test_who_came_of_age_does_not_again():
    history = histories.advised(born="2010-03-04").then(Step.COME_OF_AGE, "6-27")
    assert "comes_of_age" not in names(history, day("6-28"))
    assert history.state.facts["acting"] == "young_person"


# ------------------------------------------------------------------------------- planted faults


def test_an_overdue_duty_that_fell_away_is_seen(monkeypatch):
    forgetful = dues.next_due
    monkeypatch.setattr(
        "tests.casework.heart.test_what_comes_next.next_due",
        lambda found, as_of: forgetful([one for one in found if one.on and one.on >= as_of], as_of),
    )
    assert fails(test_an_overdue_duty_stays_the_next_thing)


def test_a_coming_of_age_left_out_is_seen(monkeypatch):
    monkeypatch.setattr(dues, "_coming_of_age", lambda state: ())
    assert fails(test_the_day_after_compulsory_school_age_is_foreseen)


def test_a_law_date_lent_to_disagreement_resolution_is_seen(monkeypatch):
    monkeypatch.setattr(
        dues, "_ours", lambda name, on, whose, why: Due(name, on, on, whose, False, why, "s. 57")
    )
    assert fails(test_disagreement_resolution_has_no_date_of_the_laws_anywhere)
