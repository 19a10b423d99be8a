"""Appeals that the council does not oppose, in both versions of reg 45, and what excuses the council."""

from datetime import date

import pytest

from evenhand.law.errors import NoLawInForce
from evenhand.law.mechanism.steps import STEPS
from evenhand.law.rules.unopposed import council_is_excused, unopposed_appeal

BEFORE, SINCE = {"since:2015-03-23": "no"}, {"since:2015-03-23": "yes"}


def _days(told, **answers):
    run = unopposed_appeal.answer(**answers)
    return [leg[0].on(date.fromisoformat(told)).isoformat() for leg in run.legs]


@pytest.mark.parametrize(
    ("appealed", "days"),
    [
        pytest.param(
            "refusal_to_assess", ["2026-06-15", "2026-08-10", "2026-09-07"], id="two, ten and fourteen weeks"
        ),
        pytest.param(
            "refusal_to_reassess",
            ["2026-06-15", "2026-08-10", "2026-09-07"],
            id="the same for a re-assessment",
        ),
        pytest.param(
            "refusal_to_issue_plan", ["2026-07-06", "2026-08-17"], id="a draft in five, the plan in eleven"
        ),
        pytest.param("contents", ["2026-07-06"], id="contents in five"),
        pytest.param("refusal_to_amend", ["2026-07-06"], id="a refusal to amend in five"),
        pytest.param("placement", ["2026-06-15"], id="the school in two"),
        pytest.param("contents_and_placement", ["2026-07-06"], id="the school with contents in five"),
    ],
)
def test_the_council_told_the_tribunal_on_1_june_2026(appealed, days):
    assert _days("2026-06-01", appealed=appealed, **SINCE) == days


@pytest.mark.parametrize(
    ("appealed", "days"),
    [
        pytest.param("refusal_to_assess", ["2014-12-29"], id="four weeks to assess"),
        pytest.param("contents", ["2014-12-29"], id="four for the contents"),
        pytest.param("placement", ["2014-12-15"], id="two for the school"),
        pytest.param("refusal_to_issue_plan", [], id="the limit for making a plan was not found"),
    ],
)
def test_the_council_told_the_tribunal_on_1_december_2014(appealed, days):
    assert _days("2014-12-01", appealed=appealed, **BEFORE) == days


def test_a_plan_that_the_council_would_end_goes_on_and_is_amended_in_five_weeks_only_if_that_was_agreed():
    assert _days("2026-06-01", appealed="ceasing_to_maintain", also_agreed_to_amend="yes", **SINCE) == [
        "2026-07-06"
    ]
    assert unopposed_appeal.answer(appealed="ceasing_to_maintain", **SINCE).pick == "none"


def test_the_change_came_on_23_march_2015():
    amend = STEPS["unopposed_time_to_amend"]
    assert amend.on(date(2015, 3, 22)) == date(2015, 4, 19)  # four weeks
    assert amend.on(date(2015, 3, 23)) == date(2015, 4, 27)  # five weeks
    with pytest.raises(NoLawInForce):
        STEPS["unopposed_ten_weeks_for_reasons"].on(date(2015, 3, 22))
    with pytest.raises(NoLawInForce):
        STEPS["unopposed_four_weeks_to_assess"].on(date(2015, 3, 23))


@pytest.mark.parametrize(
    ("limit", "era", "found"),
    [
        pytest.param("order_to_assess", SINCE, "excused", id="reg 44(3) covers (2)(b)"),
        pytest.param("order_to_make_a_plan", SINCE, "excused", id="and (2)(c)"),
        pytest.param("any_other_order", SINCE, "not_excused", id="and nothing else"),
        pytest.param("unopposed_telling_of_assessment", SINCE, "excused", id="reg 45(7) covers (3)"),
        pytest.param("unopposed_plan", SINCE, "excused", id="and (6)"),
        pytest.param("unopposed_result_of_assessment", SINCE, "not_excused", id="not (3A)"),
        pytest.param("unopposed_contents", SINCE, "not_excused", id="not (4), since 23 March 2015"),
        pytest.param("unopposed_contents", BEFORE, "excused", id="but (4) before"),
        pytest.param("unopposed_other", SINCE, "not_excused", id="not (5) or (6A)"),
    ],
)
@pytest.mark.parametrize(
    "why",
    ["exceptional_personal_circumstances", "two_weeks_or_more_away", "circumstances_of_regulation_13_3"],
)
def test_what_excuses_the_council(limit, era, found, why):
    assert council_is_excused.answer(limit=limit, impractical_because=why, **era).state == found


def test_no_other_reason_excuses_it():
    assert (
        council_is_excused.answer(limit="order_to_assess", impractical_because="other", **SINCE).state
        == "not_excused"
    )
