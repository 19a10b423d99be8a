"""Forms, papers, leave, the closed days, the other side's thirty working days, and a child's own appeal."""

from datetime import date

import pytest

from evenhand.law.mechanism.outcomes import DEPENDS
from evenhand.law.mechanism.steps import STEPS
from evenhand.law.rules.forms import (
    child_may_appeal_alone,
    closed_days,
    late_appeal_must_say,
    leave_without_certificate,
    sent_with_the_appeal,
    tribunal_response,
    which_form,
)

BEFORE, SINCE = {"since:2020-07-21": "no"}, {"since:2020-07-21": "yes"}


@pytest.mark.parametrize(
    ("answers", "form"),
    [
        ({"sent_to_tribunal": "appeal_against_refusal_to_assess"}, "SEND35A"),
        ({"sent_to_tribunal": "any_other_appeal"}, "SEND35"),
        (
            {"sent_to_tribunal": "disability_claim", "claimant": "parent", "asks_reinstatement": "no"},
            "SEND4A",
        ),
        (
            {"sent_to_tribunal": "disability_claim", "claimant": "parent", "asks_reinstatement": "yes"},
            "SEND4B",
        ),
        (
            {"sent_to_tribunal": "disability_claim", "claimant": "young_person", "asks_reinstatement": "no"},
            "SEND26A",
        ),
        (
            {"sent_to_tribunal": "disability_claim", "claimant": "young_person", "asks_reinstatement": "yes"},
            "SEND26B",
        ),
        ({"sent_to_tribunal": "request_for_change"}, "SEND7"),
        ({"sent_to_tribunal": "who_will_attend"}, "SEND11"),
        ({"sent_to_tribunal": "case_review"}, "SEND45"),
        ({"sent_to_tribunal": "consent_order"}, "SEND46"),
    ],
)
def test_each_thing_has_its_form(answers, form):
    finding = which_form.answer(**answers)
    assert finding.state == form
    assert form in finding.reasons[0].text


def test_a_claim_form_depends_on_who_claims():
    assert which_form.answer(sent_to_tribunal="disability_claim", asks_reinstatement="no").state == DEPENDS


def test_decision_reasons_and_certificate_go_with_an_appeal():
    assert len(sent_with_the_appeal.answer(certificate_is_needed="yes").reasons) == 3
    assert len(sent_with_the_appeal.answer(certificate_is_needed="no").reasons) == 2


@pytest.mark.parametrize(
    ("in_time", "over", "found"),
    [
        ("yes", "no", "not_open"),
        ("yes", "yes", "not_open"),
        ("no", "no", "not_open"),
        ("no", "yes", "may_ask"),
    ],
)
def test_leave_is_only_for_whoever_missed_the_two_months_and_only_after_them(in_time, over, found):
    finding = leave_without_certificate.answer(adviser_in_time=in_time, two_months_over=over)
    assert finding.state == found
    if found == "may_ask":
        assert "full reasons" in finding.reasons[1].text


def test_a_late_appeal_asks_for_time_and_rests_on_rules_we_could_not_read():
    finding = late_appeal_must_say.answer(appeal_is_late="yes")
    assert finding.state == "ask_for_time"
    assert "unverified" in [cite.confidence for cite in finding.reasons[0].cites]


@pytest.mark.parametrize(
    ("era", "case", "act", "directed", "found"),
    [
        pytest.param(
            SINCE, "special_needs_appeal", "starting_the_case", "no", "last_day_moves", id="an appeal moves"
        ),
        pytest.param(
            SINCE, "disability_claim", "starting_the_case", "no", "no_relief", id="a claim never does"
        ),
        pytest.param(
            SINCE, "special_needs_appeal", "any_other_act", "no", "days_do_not_count", id="r 12(3)(b)"
        ),
        pytest.param(SINCE, "disability_claim", "any_other_act", "no", "days_do_not_count", id="r 12(3A)"),
        pytest.param(SINCE, "disability_claim", "any_other_act", "yes", "days_count", id="r 12(4)"),
        pytest.param(
            SINCE, "special_needs_appeal", "any_other_act", "yes", "days_count", id="r 12(4) in an appeal"
        ),
        pytest.param(
            BEFORE, "special_needs_appeal", "starting_the_case", "no", "last_day_moves", id="an appeal before"
        ),
        pytest.param(
            BEFORE, "disability_claim", "starting_the_case", "no", "no_relief", id="a claim before: Ashdown"
        ),
        pytest.param(
            BEFORE, "disability_claim", "any_other_act", "no", "days_do_not_count", id="other acts before"
        ),
    ],
)
def test_august_and_christmas(era, case, act, directed, found):
    finding = closed_days.answer(tribunal_case=case, tribunal_act=act, day_directed=directed, **era)
    assert finding.state == found


def test_only_the_version_since_july_2020_knows_rule_12_3a():
    now = closed_days.answer(
        tribunal_case="disability_claim", tribunal_act="any_other_act", day_directed="no", **SINCE
    )
    old = closed_days.answer(
        tribunal_case="disability_claim", tribunal_act="any_other_act", day_directed="no", **BEFORE
    )
    assert [cite.id for cite in now.reasons[0].cites] == ["hesc-rules-2008/12(3A)"]
    assert [cite.id for cite in old.reasons[0].cites] == ["hesc-rules-2008/12(3) as it stood to 20 July 2020"]


@pytest.mark.parametrize(
    ("sent", "due"),
    [
        pytest.param("2026-06-15", "2026-07-27", id="thirty working days, none of them closed"),
        pytest.param("2026-07-06", "2026-09-15", id="August is not counted"),
        pytest.param("2026-07-31", "2026-10-12", id="nor does it begin to count in August"),
        pytest.param("2019-12-16", "2020-02-04", id="nor are Christmas Day to New Year's Day"),
        pytest.param(
            "2026-03-30", "2026-05-14", id="nor Good Friday, Easter Monday and the May bank holiday"
        ),
    ],
)
def test_the_other_side_has_thirty_working_days(sent, due):
    assert STEPS["thirty_working_days_to_respond"].on(date.fromisoformat(sent)) == date.fromisoformat(due)


def test_the_council_answers_an_appeal_and_the_school_a_claim():
    assert tribunal_response.answer(tribunal_case="special_needs_appeal").whose == "authority"
    assert tribunal_response.answer(tribunal_case="disability_claim").whose == "setting"


@pytest.mark.parametrize("era", ["yes", "no"])
def test_a_child_does_not_appeal_alone(era):
    assert child_may_appeal_alone.answer(**{"since:2019-03-13": era}).state == "no"
