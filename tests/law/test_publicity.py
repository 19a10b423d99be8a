"""Disagreement resolution: its four kinds, consent, what it leaves alone, and who must hear of it."""

import pytest

from evenhand.law.rules.publicity import (
    arrangements_to_be_made,
    kind_of_disagreement,
    made_known_to,
    resolution_at_any_stage,
    resolution_goes_ahead,
    resolution_leaves_alone,
)


@pytest.mark.parametrize(
    ("between", "about", "kind", "provision"),
    [
        ("family_and_council", None, "first_kind", "57(2)"),
        ("family_and_education_body", None, "first_kind", "57(2)"),
        ("family_and_setting", None, "second_kind", "57(4)"),
        ("family_and_health_body", "yes", "third_kind", "57(3)"),
        ("family_and_health_body", "no", "outside", "57(3)"),
        ("council_and_health_body", "yes", "fourth_kind", "57(3)"),
        ("council_and_health_body", "no", "outside", "57(3)"),
    ],
)
def test_the_four_kinds(between, about, kind, provision):
    answers = {"between": between} | ({} if about is None else {"about_assessment_or_plan": about})
    finding = kind_of_disagreement.answer(**answers)
    assert finding.state == kind
    assert finding.reasons[0].cites[0].id == f"cfa-2014/{provision}"


@pytest.mark.parametrize(
    ("declines", "found"),
    [
        ("nobody", "goes_ahead"),
        ("the_family", "does_not_go_ahead"),
        ("the_council", "does_not_go_ahead"),
        ("the_setting", "does_not_go_ahead"),
        ("the_health_body", "does_not_go_ahead"),
    ],
)
def test_everybody_must_consent(declines, found):
    assert resolution_goes_ahead.answer(declines=declines).state == found


@pytest.mark.parametrize(
    "what", ["appeal", "complaint", "certificate", "time_limits", "what_the_tribunal_thinks"]
)
def test_it_takes_nothing_away(what):
    assert resolution_leaves_alone.answer(left_alone=what).state == "unaffected"


def test_what_was_said_stays_confidential():
    assert resolution_leaves_alone.answer(left_alone="what_was_said").state == "kept_confidential"


@pytest.mark.parametrize(
    "stage",
    ["sen_support_only", "assessment_or_plan_being_made", "after_a_decision", "appeal_with_the_tribunal"],
)
def test_it_is_there_at_any_stage(stage):
    assert resolution_at_any_stage.answer(resolution_stage=stage).state == "available"


@pytest.mark.parametrize(
    ("audience", "found"),
    [
        ("parents", "must"),
        ("young_people", "must"),
        ("heads_governors_proprietors_principals", "must"),
        ("anybody_else", "may"),
    ],
)
def test_who_must_hear_of_it(audience, found):
    assert made_known_to.answer(audience=audience).state == found


def test_the_duty_to_arrange_has_two_limbs():
    assert (
        arrangements_to_be_made.answer(between="family_and_setting").reasons[0].cites[0].id
        == "cfa-2014/57(4)"
    )
    assert (
        arrangements_to_be_made.answer(between="family_and_council").reasons[0].cites[0].id
        == "cfa-2014/57(1)"
    )
