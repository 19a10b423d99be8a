"""What a notice of the council must tell: the six items of reg 32, and what else, notice by notice.

Read with: Children and Families Act 2014, s. 52(2); SEND Regulations 2014, regs 5(3), 10(3), 14(2), 20(11), 21(10),
22(5), 25(2), 27(1), 28, 31(3) and 32. From 3 April 2018 every one of these notices but the refusal to assess must
name the Tribunal's power to recommend (SI 2017/1306, reg 8).
"""

from ..citations import Citation
from ..mechanism.asking import Situation
from ..mechanism.outcomes import Finding, Reason, found
from ..mechanism.questions import choice
from ..mechanism.registry import rule
from ..sources import (
    RECS_3,
    REG_5_3,
    REG_10_3,
    REG_14_2,
    REG_20_11,
    REG_21_10,
    REG_22_5,
    REG_25_2,
    REG_27_1,
    REG_28,
    REG_31_3,
    REG_32,
    REG_32_A,
    REG_32_B,
    REG_32_C,
    REG_32_D,
    REG_32_E,
    REG_32_F,
    S51_2,
    S52_2,
)
from .asked import RECOMMENDATIONS_BEGIN, since_recommendations

assert since_recommendations.about == RECOMMENDATIONS_BEGIN

NOTICES: dict[str, tuple[Citation, ...]] = {
    "refusal_to_assess": (REG_5_3,),
    "refusal_to_issue_plan": (REG_10_3,),
    "final_plan": (REG_14_2,),
    "review_to_continue_or_cease": (REG_20_11, REG_21_10),
    "amended_plan": (REG_22_5,),
    "decision_not_to_amend": (REG_22_5,),
    "refusal_to_reassess": (REG_25_2,),
    "plan_after_reassessment": (REG_27_1, REG_14_2),
    "amendment_without_review": (REG_28, REG_22_5),
    "ceasing_to_maintain": (REG_31_3,),
}
"""Each notice that must carry the mediation information, with the provision that says so."""
NO_RECOMMENDATIONS = "refusal_to_assess"

notice_of = choice("notice_of", (*NOTICES, "something_else"), "What does the council's notice tell of?")

SIX_ITEMS = (
    Reason("The notice must say that you may ask for mediation.", (REG_32_A,)),
    Reason("It must say that an appeal needs a mediation certificate first.", (REG_32_B,)),
    Reason("It must say how to reach the mediation adviser.", (REG_32_C,)),
    Reason("It must say by when to ask for mediation.", (REG_32_D,)),
    Reason(
        "It must say what to tell the council: that you want mediation, about what, and which health care is missing.",
        (REG_32_E,),
    ),
    Reason("It must say whom to reach, for the council, to go on to mediation.", (REG_32_F,)),
)
"""The six items of reg 32, (a) to (f)."""
ALSO = (
    "It must tell you of your right to appeal.",
    "It must tell you the time limit for the appeal.",
    "It must tell you of disagreement resolution services.",
    "It must tell you where to get advice and information.",
)
RECOMMENDS = "It must tell you that the Tribunal can recommend something about health or social care."


def _contents(s: Situation, recommendations: bool) -> Finding:
    notice = s.ask("notice_of")
    if notice == "something_else":
        return found(
            "nothing_here",
            "Only the notices that the Regulations name must carry this information.",
            REG_32,
            S51_2,
        )
    cites = NOTICES[notice]
    reasons = [*SIX_ITEMS, *(Reason(text, cites) for text in ALSO)]
    if recommendations and notice != NO_RECOMMENDATIONS:
        return Finding("eleven_items", *reasons, Reason(RECOMMENDS, (*cites, RECS_3)))
    return Finding("ten_items", *reasons)


@rule(REG_32, S52_2, name="notice_must_tell", until="2018-04-02")
def notice_must_tell_before_recommendations(s: Situation) -> Finding:
    """A notice with a right of appeal must tell ten things: six about mediation and four more."""
    return _contents(s, recommendations=False)


@rule(REG_32, S52_2, RECS_3, name="notice_must_tell", since=RECOMMENDATIONS_BEGIN)
def notice_must_tell(s: Situation) -> Finding:
    """A notice with a right of appeal must tell six things about mediation, four more, and of recommendations."""
    return _contents(s, recommendations=True)


for _reason in SIX_ITEMS:
    _reason.rule = "notice_must_tell"
