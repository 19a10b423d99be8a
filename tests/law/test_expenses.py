"""What the family is paid for coming to a mediation."""

import pytest

from evenhand.law.rules.expenses import expenses_paid, most_payable


@pytest.mark.parametrize(
    ("head", "quantity", "pence"),
    [
        pytest.param("car_or_motorcycle", 40, 1000, id="forty miles at 25p"),
        pytest.param("carer", 6, 3210, id="three hours for two children at £5.35"),
        pytest.param("loss_of_earnings", 1, 4500, id="£45 of lost earnings"),
        pytest.param("night_in_inner_london", 1, 8100, id="a night in inner London"),
        pytest.param("night_elsewhere", 2, 14200, id="two nights elsewhere"),
        pytest.param("night_with_family_or_friends", 1, 2100, id="a night with friends"),
        pytest.param("public_transport", 1, None, id="fares are paid as they are"),
        pytest.param("taxi", 1, None, id="so are taxis"),
    ],
)
def test_the_amounts_of_the_table(head, quantity, pence):
    assert most_payable(head, quantity) == pence


@pytest.mark.parametrize(
    ("answers", "found"),
    [
        ({"meeting": "mediation", "expense": "taxi", "conditions_met": "yes"}, "must_pay"),
        ({"meeting": "mediation", "expense": "taxi", "conditions_met": "no"}, "may_wait"),
        ({"meeting": "mediation", "expense": "lawyer"}, "not_covered"),
        ({"meeting": "mediation", "expense": "supporter"}, "not_covered"),
        ({"meeting": "mediation", "expense": "witness"}, "not_covered"),
        ({"meeting": "disagreement_resolution"}, "not_covered"),
    ],
)
def test_what_must_be_paid(answers, found):
    assert expenses_paid.answer(**answers).state == found


def test_the_sentence_holds_the_amount():
    finding = expenses_paid.answer(meeting="mediation", expense="carer", conditions_met="yes")
    assert "£5.35 for each hour" in finding.reasons[0].text
