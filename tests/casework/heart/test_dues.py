"""What is due and when, with days counted by hand on the calendar of 2026.

Bank holidays in England in 2026: 1 January, 3 April (Good Friday), 6 April (Easter Monday), 4 May, 25 May, 31 August,
25 December, 28 December (for Boxing Day, a Saturday).
"""

from datetime import date

import pytest

from evenhand.casework.heart import contents
from evenhand.casework.heart.dues import dues_of, next_due
from evenhand.casework.heart.steps import Step
from evenhand.law.calendars import REGULATIONS, Calendar
from tests.casework.forgetting import forgetful
from tests.casework.heart import histories
from tests.casework.heart.asking import due, fails, names
from tests.casework.heart.histories import day

# ------------------------------------------------------------------ the certificate: three working days

CERTIFICATE = {
    # the family says no on: the last day for the certificate
    "5-13": "5-18",  # Wednesday: Thursday, Friday, Monday
    "5-20": "5-26",  # Wednesday: Thursday, Friday; Monday 25 May is a bank holiday, so Tuesday
    "5-22": "5-28",  # Friday: Tuesday, Wednesday, Thursday
    "12-23": "12-30",  # Wednesday: Thursday; Christmas Day; a weekend; the Monday for Boxing Day; Tuesday, Wednesday
}


@pytest.mark.parametrize("told", CERTIFICATE)
def test_the_certificate_follows_the_familys_no_in_three_working_days(told):
    history = histories.declined(told, notice="2026-12-01" if told.startswith("12") else "2026-05-01")
    found = due(history, "issue_certificate", day(told))
    assert (found.on, found.whose, found.met) == (day(CERTIFICATE[told]), "adviser", False)
    assert found.law == "Special Educational Needs and Disability Regulations 2014, regulation 34(1)"


def test_the_certificate_follows_the_end_of_the_mediation_too():
    # Tuesday 9 June: Wednesday, Thursday, Friday.
    assert due(histories.concluded(), "issue_certificate", day("6-10")).on == day("6-12")


def test_the_certificate_follows_the_word_that_it_cannot_be_arranged():
    # Friday 22 May: Tuesday 26 (Monday is a bank holiday), Wednesday 27, Thursday 28.
    history = histories.arranging().then(Step.CANNOT_ARRANGE, "5-22")
    assert due(history, "issue_certificate", day("5-23")).on == day("5-28")


def test_once_issued_the_certificate_is_met():
    assert due(histories.certified(), "issue_certificate", day("6-12")).met is True


def test_no_certificate_is_due_where_the_adviser_was_rung_too_late():
    # Two months from 1 March end on 1 May; the first call was on 11 May.
    assert "issue_certificate" not in names(histories.declined(notice="2026-03-01"))


# --------------------------------------------------------------------- arranging and telling


def test_mediation_is_arranged_in_thirty_days_whatever_days_they_are():
    # 14 May and thirty days: 13 June, a Saturday. To act by: the working day before, Friday 12 June.
    found = due(histories.arranging(), "arrange_mediation")
    assert (found.on, found.safe_on, found.whose) == (day("6-13"), day("6-12"), "authority")


def test_a_fixed_meeting_meets_it():
    assert due(histories.fixed(), "arrange_mediation").met is True


def test_the_commissioning_body_is_told_in_three_working_days():
    # Thursday 14 May: Friday 15, Monday 18, Tuesday 19.
    found = due(histories.arranging(health=True), "notify_commissioner")
    assert (found.on, found.whose, found.met) == (day("5-19"), "authority", False)
    told = histories.arranging(health=True).then(Step.TELL_COMMISSIONER, "5-15")
    assert due(told, "notify_commissioner").met is True
    assert "notify_commissioner" not in names(histories.arranging())


def test_where_health_alone_is_at_issue_the_commissioning_body_arranges():
    told = histories.arranging(education=False, health=True).then(Step.TELL_COMMISSIONER, "5-19")
    # 19 May and thirty days: 18 June.
    found = due(told, "arrange_mediation")
    assert (found.on, found.whose) == (day("6-18"), "commissioning_body")


NOTICE = {
    "6-9": "6-1",  # Tuesday: Monday 8, Friday 5, Thursday 4, Wednesday 3, Tuesday 2 lie between
    "6-2": "5-22",  # Tuesday: Monday 1, Friday 29, Thursday 28, Wednesday 27, Tuesday 26; the 25th is a bank holiday
    "6-1": "5-21",  # Monday: Friday 29, Thursday 28, Wednesday 27, Tuesday 26, Friday 22
}


@pytest.mark.parametrize("meeting_on", NOTICE)
def test_five_whole_working_days_lie_between_the_notice_and_the_meeting(meeting_on):
    found = due(histories.fixed(meeting_on), "tell_family_of_meeting")
    assert (found.on, found.whose, found.met) == (day(NOTICE[meeting_on]), "authority", False)
    assert (
        due(histories.fixed(meeting_on).then(Step.GIVE_NOTICE, "5-20"), "tell_family_of_meeting").met is True
    )


def test_a_changed_meeting_asks_for_notice_again():
    history = (
        histories.fixed()
        .then(Step.GIVE_NOTICE, "5-20")
        .then(Step.CHANGE_MEETING, "5-20", *histories.meeting("6-2"))
    )
    assert due(history, "tell_family_of_meeting").met is False


def test_the_appeal_is_registered_in_two_months_or_one_from_the_certificate():
    # Two months from Friday 1 May: Wednesday 1 July.
    assert due(histories.advised(), "register_appeal").on == day("7-1")
    # A certificate of 11 June gives until 11 July, a Saturday: received by the Monday, 13 July, is in time.
    found = due(histories.certified(), "register_appeal", day("6-12"))
    assert (found.on, found.whose, found.at) == (day("7-13"), "family", "17:00")
    appealed = histories.certified().then(Step.RECORD_APPEAL, "6-15")
    assert due(appealed, "register_appeal", day("6-16")).met is True


# --------------------------------------------------------------------------- what was agreed

# Agreed on Wednesday 10 June 2026; weeks end on Wednesdays.
ITEMS = {
    "assess": {"notify": "6-24", "reasons": "8-19", "final": "9-16"},
    "reassess": {"notify": "6-24", "reasons": "8-19", "final": "9-16"},
    "issue_plan": {"draft": "7-15", "final": "8-26"},
    "reconsider_plan": {"": "6-24"},
    "amend_contents": {"": "7-15"},
    "amend_placement": {"": "6-24"},
    "amend_contents_and_placement": {"": "7-15"},
    "continue_and_amend_plan": {"": "7-15"},
    "other": {"": "6-24"},
}


@pytest.mark.parametrize("action", ITEMS)
def test_each_thing_agreed_has_the_days_of_its_kind(action):
    matter = "refusal_to_assess" if action in ("assess", "other") else "plan_contents"
    history = histories.agreed([{"what": "It", "who": "authority", "action": action}], matter=matter)
    if matter == "plan_contents":
        history.then(Step.RECORD_FACTS, "6-10", *contents.facts_added(facts={"sections": ["B", "F", "I"]}))
    found = [one for one in dues_of(history.state, day("6-11")) if one.name == "carry_out_agreement"]
    assert {one.step: one.on for one in found} == {step: day(on) for step, on in ITEMS[action].items()}
    assert {(one.whose, one.item, one.met) for one in found} == {("authority", 0, False)}


def test_a_day_agreed_in_writing_counts_instead():
    item = {"what": "A call", "who": "authority", "action": "other", "by": date(2026, 9, 1)}
    assert due(histories.agreed([item]), "carry_out_agreement", day("6-11")).on == day("9-1")


@pytest.mark.parametrize("action", ["continue_plan", "cease_plan"])
def test_where_the_law_names_no_day_there_is_none_and_it_is_never_next(action):
    history = histories.agreed([{"what": "It", "who": "authority", "action": action}])
    all_of_them = [one for one in dues_of(history.state, day("6-11")) if one.name == "carry_out_agreement"]
    assert all(one.on is None for one in all_of_them)
    coming = next_due(dues_of(history.state, day("6-11")), day("6-11"))
    assert coming is not None
    assert coming.name == "issue_certificate"


def test_a_thing_done_is_met_and_the_others_are_not():
    items = [{"what": one, "who": "authority", "action": "other"} for one in ("A letter", "A call")]
    history = histories.agreed(items).then(
        Step.REPORT_ACTION, "6-15", *contents.action_report(party="authority", item=1, done=True)
    )
    assert due(history, "carry_out_agreement", day("6-16"), item=0).met is False
    assert due(history, "carry_out_agreement", day("6-16"), item=1).met is True


# ------------------------------------------------------------------------------- planted faults


@pytest.fixture
def counted_anew():
    """What the law remembers of counted days is forgotten before a fault is planted, and after."""
    with forgetful():
        yield


def test_days_counted_as_calendar_days_are_seen(counted_anew, monkeypatch):
    monkeypatch.setattr(Calendar, "works", lambda self, day: True)
    for told in ("5-13", "5-20", "12-23"):
        assert fails(test_the_certificate_follows_the_familys_no_in_three_working_days, told)
    assert fails(test_five_whole_working_days_lie_between_the_notice_and_the_meeting, "6-9")


def test_a_bank_holiday_forgotten_is_seen(counted_anew, monkeypatch):
    monkeypatch.setitem(REGULATIONS._holidays, 2026, frozenset())
    assert fails(test_the_certificate_follows_the_familys_no_in_three_working_days, "5-20")
    assert not fails(test_the_certificate_follows_the_familys_no_in_three_working_days, "5-13")
