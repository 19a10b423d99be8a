"""Who may come to a mediation, who must come able to decide, and who stands in for whom."""

import pytest

from evenhand.law.mechanism.outcomes import DEPENDS
from evenhand.law.rules.attendance import (
    alternative_person_acts,
    may_attend,
    must_come_able_to_decide,
    views_to_find_out,
    who_acts,
)


@pytest.mark.parametrize(
    ("answers", "found", "provision"),
    [
        pytest.param({"attendee": "party"}, "may_attend", "38(1)(a)", id="a party"),
        pytest.param(
            {"attendee": "first_supporter"},
            "may_attend",
            "38(1)(b)",
            id="one supporter, of the family's choice",
        ),
        pytest.param(
            {"attendee": "another_supporter", "all_parties_agree": "no", "mediator_agrees": "no"},
            "may_not_attend",
            "38(1)(e)",
            id="a second supporter is not as of right",
        ),
        pytest.param(
            {"attendee": "child", "family_party": "parent", "parent_agrees": "yes", "mediator_agrees": "yes"},
            "may_attend",
            "38(1)(c)",
            id="the child, with parent and mediator",
        ),
        pytest.param(
            {"attendee": "child", "family_party": "parent", "parent_agrees": "yes", "mediator_agrees": "no"},
            "may_not_attend",
            "38(1)(c)",
            id="the child, without the mediator",
        ),
        pytest.param(
            {"attendee": "child", "family_party": "parent", "parent_agrees": "no", "mediator_agrees": "yes"},
            "may_not_attend",
            "38(1)(c)",
            id="the child, without the parent",
        ),
        pytest.param(
            {"attendee": "young_person", "family_party": "young_person"},
            "may_attend",
            "38(1)(a)",
            id="a young person who is the party needs nobody",
        ),
        pytest.param(
            {
                "attendee": "young_person",
                "family_party": "alternative_person",
                "alternative_person_agrees": "yes",
                "mediator_agrees": "yes",
            },
            "may_attend",
            "38(1)(d)",
            id="a young person whose alternative person is the party",
        ),
        pytest.param(
            {
                "attendee": "young_person",
                "family_party": "alternative_person",
                "alternative_person_agrees": "no",
            },
            "may_not_attend",
            "38(1)(d)",
            id="and not against the alternative person",
        ),
        pytest.param(
            {"attendee": "parent_of_young_person", "all_parties_agree": "no", "mediator_agrees": "no"},
            "may_not_attend",
            "38(1)(e)",
            id="a young person's parent has no place of their own",
        ),
        pytest.param(
            {"attendee": "authority_lawyer", "all_parties_agree": "yes"},
            "may_attend",
            "38(1)(e)",
            id="the council's lawyer, where all agree",
        ),
        pytest.param(
            {"attendee": "authority_lawyer", "all_parties_agree": "no", "mediator_agrees": "yes"},
            "may_attend",
            "38(1)(e)",
            id="or where the mediator consents",
        ),
        pytest.param(
            {"attendee": "setting_staff", "all_parties_agree": "no", "mediator_agrees": "no"},
            "may_not_attend",
            "38(1)(e)",
            id="school staff, where nobody consents",
        ),
    ],
)
def test_who_may_attend(answers, found, provision):
    finding = may_attend.answer(**answers)
    assert finding.state == found
    assert f"send-regs-2014/{provision}" in [cite.id for cite in finding.reasons[0].cites]


def test_kumar_stands_beside_the_supporter_and_beside_nobody_else():
    cited = {
        answers["attendee"]
        for answers, finding in may_attend.leaves()
        if any(cite.id.startswith("kumar") for reason in finding.reasons for cite in reason.cites)
    }
    assert cited == {"first_supporter"}


def test_the_council_is_never_asked_about_the_child():
    asked = {name for answers, _ in may_attend.leaves() if answers["attendee"] == "child" for name in answers}
    assert asked == {
        "attendee",
        "family_party",
        "parent_agrees",
        "mediator_agrees",
        "all_parties_agree",
    }


def test_it_depends_on_the_consent_that_nobody_has_told():
    finding = may_attend.answer(attendee="child", family_party="parent")
    assert finding.state == DEPENDS
    assert finding.on_facts == ("parent_agrees", "mediator_agrees")


@pytest.mark.parametrize(
    ("issues", "who", "provision"),
    [
        ("health_only", "commissioning_body", "cfa-2014/53(3)"),
        ("health_and_other", "authority_and_commissioning_body", "cfa-2014/53(4)"),
        ("no_health", "authority", "cfa-2014/54(2)"),
    ],
)
def test_who_must_come_able_to_decide(issues, who, provision):
    finding = must_come_able_to_decide.answer(mediation_issues=issues)
    assert finding.state == who
    assert [cite.id for cite in finding.reasons[0].cites] == ["send-regs-2014/37(1)", provision]


@pytest.mark.parametrize(
    ("party", "whose"),
    [("parent", "child"), ("alternative_person", "young_person"), ("young_person", "nobody_else")],
)
def test_whose_views_the_mediator_finds_out(party, whose):
    assert views_to_find_out.answer(family_party=party).state == whose


@pytest.mark.parametrize(
    ("person", "represented", "acts"),
    [
        ("child", None, "parent"),
        ("young_person", None, "young_person"),
        ("young_person_without_capacity", "yes", "ask_a_person"),
        ("young_person_without_capacity", "no", "ask_a_person"),
        ("parent_without_capacity", None, "ask_a_person"),
        ("detained_person", None, "ask_a_person"),
    ],
)
def test_who_acts_and_who_is_sent_to_a_human_being(person, represented, acts):
    answers = {"person": person} | ({} if represented is None else {"has_representative": represented})
    finding = who_acts.answer(**answers)
    assert finding.state == acts
    if acts == "ask_a_person":
        assert "a person at the advice service" in finding.reasons[0].text


def test_the_alternative_person_replaces_the_young_person_but_in_expenses_both_are_meant():
    assert alternative_person_acts.answer(alternative_for="mediation_and_certificate").state == "instead"
    assert alternative_person_acts.answer(alternative_for="choosing_a_supporter").state == "instead"
    assert alternative_person_acts.answer(alternative_for="expenses").state == "both"
