"""What a notice must tell."""

import pytest

from evenhand.law.rules.notices import notice_must_tell

BEFORE, SINCE = {"since:2018-04-03": "no"}, {"since:2018-04-03": "yes"}
NOTICES = {
    "refusal_to_assess": "5(3)",
    "refusal_to_issue_plan": "10(3)",
    "final_plan": "14(2)",
    "review_to_continue_or_cease": "20(11)",
    "amended_plan": "22(5)",
    "decision_not_to_amend": "22(5)",
    "refusal_to_reassess": "25(2)",
    "plan_after_reassessment": "27(1)",
    "amendment_without_review": "28",
    "ceasing_to_maintain": "31(3)",
}


def _texts(finding):
    return [reason.text for reason in finding.reasons]


@pytest.mark.parametrize(("notice", "provision"), NOTICES.items())
def test_each_notice_carries_the_six_items_and_four_more(notice, provision):
    finding = notice_must_tell.answer(notice_of=notice, **BEFORE)
    assert finding.state == "ten_items"
    assert [reason.cites[0].id for reason in finding.reasons[:6]] == [
        "send-regs-2014/32(a)",
        "send-regs-2014/32(b)",
        "send-regs-2014/32(c)",
        "send-regs-2014/32(d)",
        "send-regs-2014/32(e)",
        "send-regs-2014/32(f)",
    ]
    assert {reason.cites[0].id for reason in finding.reasons[6:]} == {f"send-regs-2014/{provision}"}
    assert len(finding.reasons) == 10


@pytest.mark.parametrize("notice", NOTICES)
def test_from_april_2018_all_but_the_refusal_to_assess_name_recommendations(notice):
    finding = notice_must_tell.answer(notice_of=notice, **SINCE)
    named = any("recommend" in text for text in _texts(finding))
    assert named is (notice != "refusal_to_assess")
    assert finding.state == ("eleven_items" if named else "ten_items")


@pytest.mark.parametrize("era", [BEFORE, SINCE])
def test_a_letter_about_something_else_need_tell_none_of_it(era):
    assert notice_must_tell.answer(notice_of="something_else", **era).state == "nothing_here"


def test_the_six_items_in_words():
    texts = _texts(notice_must_tell.answer(notice_of="final_plan", **SINCE))
    for place, word in enumerate(
        ["ask for mediation", "certificate", "mediation adviser", "by when", "council", "whom"]
    ):
        assert word in texts[place]
