"""Who counts as independent, and what the health bodies were called."""

import pytest

from evenhand.law.rules.independence import asked_of_the_person, health_body_name, is_independent

BEFORE, SINCE = {"since:2022-07-01": "no"}, {"since:2022-07-01": "yes"}
FOUR = ("adviser", "mediator_with_health_issues", "mediator_without_health_issues", "facilitator")


@pytest.mark.parametrize("era", [BEFORE, SINCE])
@pytest.mark.parametrize(
    ("role", "provision"), list(zip(FOUR, ("56(3)", "53(5)", "54(3)", "57(7)"), strict=True))
)
def test_nobody_employed_by_a_council_in_england_is_independent(role, provision, era):
    finding = is_independent.answer(independent_role=role, employer="authority_in_england", **era)
    assert finding.state == "not_independent"
    assert [cite.id for cite in finding.reasons[0].cites] == [f"cfa-2014/{provision}"]


@pytest.mark.parametrize("era", [BEFORE, SINCE])
@pytest.mark.parametrize("employer", ["local_health_commissioner", "national_health_commissioner"])
@pytest.mark.parametrize("role", FOUR)
def test_staff_of_health_commissioners_may_mediate_only_where_health_is_not_at_issue(role, employer, era):
    finding = is_independent.answer(independent_role=role, employer=employer, **era)
    assert (finding.state == "independent") is (role == "mediator_without_health_issues")


@pytest.mark.parametrize("era", [BEFORE, SINCE])
@pytest.mark.parametrize("role", FOUR)
@pytest.mark.parametrize(
    "employer",
    ["authority_outside_england", "health_trust", "setting", "provider_under_contract", "self_employed"],
)
def test_a_contract_is_not_employment_and_other_employers_are_not_ruled_out(employer, role, era):
    assert is_independent.answer(independent_role=role, employer=employer, **era).state == "independent"


def test_the_reason_uses_the_name_of_the_day():
    asked = {"independent_role": "adviser", "employer": "local_health_commissioner"}
    assert "clinical commissioning group" in is_independent.answer(**asked, **BEFORE).reasons[0].text
    assert "integrated care board" in is_independent.answer(**asked, **SINCE).reasons[0].text


@pytest.mark.parametrize(
    ("body", "before", "since"),
    [
        ("local", "clinical_commissioning_group", "integrated_care_board"),
        ("national", "nhs_commissioning_board", "nhs_england"),
    ],
)
def test_the_health_bodies_changed_their_names_on_1_july_2022(body, before, since):
    assert health_body_name.answer(health_body=body, **BEFORE).state == before
    assert health_body_name.answer(health_body=body, **SINCE).state == since
    assert [version.until for version in health_body_name.versions] == ["2022-06-30", None]


@pytest.mark.parametrize(
    ("role", "requirement", "found"),
    [
        ("mediator_with_health_issues", "knowledge_of_the_law", "the_law"),
        ("mediator_without_health_issues", "knowledge_of_the_law", "the_law"),
        ("mediator_without_health_issues", "register_entry", "professional_standard"),
        ("mediator_with_health_issues", "training_and_assessment", "professional_standard"),
        ("mediator_with_health_issues", "insurance", "professional_standard"),
        ("adviser", "knowledge_of_the_law", "nothing"),
        ("facilitator", "register_entry", "nothing"),
    ],
)
def test_the_legal_minimum_is_for_mediators_and_is_told_apart_from_the_standard(role, requirement, found):
    assert asked_of_the_person.answer(independent_role=role, requirement=requirement).state == found
