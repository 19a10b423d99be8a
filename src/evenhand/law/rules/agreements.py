"""After a mediation agreement: what must be done by when, and who must be told.

Read with: SEND Regulations 2014, reg 42, and reg 44, whose limits apply as if the agreement were an order.
SI 2015/359, in force on 23 March 2015, changed in reg 44(2)(b) and (c) only to whom the plan is sent, and no limit;
what it rewrote were the limits of reg 45 for unopposed appeals (`unopposed.py`).
"""

from datetime import date

from ..counting import weeks_after
from ..mechanism.asking import Situation
from ..mechanism.outcomes import STOPPED, Reason, Run
from ..mechanism.registry import clock
from ..mechanism.steps import step
from ..sources import (
    REG_42_2,
    REG_42_3,
    REG_42_4,
    REG_42_5,
    REG_44_2_A,
    REG_44_2_B,
    REG_44_2_C,
    REG_44_2_D,
    REG_44_2_E,
    REG_44_2_F,
    REG_44_2_G,
    REG_44_2_H,
    REG_44_3,
)
from .certificates import PART_3_BEGAN
from .decisions import MEDIATED, may_be_appealed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..mechanism.outcomes import Leg

AS_IF_ORDERED = Reason(
    "What the Tribunal could have ordered must be done in the time that the Tribunal's order would give.",
    (REG_42_2,),
    "carry_out_agreement",
)
EXCUSES = Reason(
    "The council is excused only where it is impractical: exceptional personal circumstances, or two weeks or more away.",
    (REG_44_3,),
    "carry_out_agreement",
)


@step(REG_44_2_B, REG_42_2, since=PART_3_BEGAN, relaxed=True)
def two_weeks_to_notify_assessment(made_on: date) -> date:
    """Within two weeks the council must tell you that it will make the assessment."""
    return weeks_after(made_on, 2)


@step(REG_44_2_B, REG_42_2, since=PART_3_BEGAN, relaxed=True)
def ten_weeks_for_reasons(made_on: date) -> date:
    """If no plan follows the assessment, the council must say so with reasons within ten weeks."""
    return weeks_after(made_on, 10)


@step(REG_44_2_B, REG_42_2, since=PART_3_BEGAN, relaxed=True)
def fourteen_weeks_for_plan(made_on: date) -> date:
    """If a plan follows the assessment, the final plan must be sent within fourteen weeks."""
    return weeks_after(made_on, 14)


@step(REG_44_2_C, REG_42_2, since=PART_3_BEGAN, relaxed=True)
def five_weeks_for_draft(made_on: date) -> date:
    """The draft plan must be sent within five weeks."""
    return weeks_after(made_on, 5)


@step(REG_44_2_C, REG_42_2, since=PART_3_BEGAN, relaxed=True)
def eleven_weeks_for_plan(made_on: date) -> date:
    """The final plan must be sent within eleven weeks."""
    return weeks_after(made_on, 11)


@step(REG_44_2_D, REG_42_2, since=PART_3_BEGAN, relaxed=True)
def two_weeks_to_reconsider(made_on: date) -> date:
    """Within two weeks the council must think again, and send a draft plan or a decision not to make one."""
    return weeks_after(made_on, 2)


@step(REG_44_2_E, REG_42_2, since=PART_3_BEGAN, relaxed=True)
def five_weeks_to_amend(made_on: date) -> date:
    """The amended plan must be sent within five weeks."""
    return weeks_after(made_on, 5)


@step(REG_44_2_F, REG_42_2, since=PART_3_BEGAN, relaxed=True)
def two_weeks_to_name_school(made_on: date) -> date:
    """The plan must name the other school or type of school within two weeks."""
    return weeks_after(made_on, 2)


@step(REG_44_2_H, REG_42_2, since=PART_3_BEGAN, relaxed=True)
def five_weeks_to_continue_and_amend(made_on: date) -> date:
    """The plan continues, and the amended plan must be sent within five weeks."""
    return weeks_after(made_on, 5)


@step(REG_42_3, since=PART_3_BEGAN, relaxed=True)
def two_weeks_for_other_things(made_on: date) -> date:
    """A thing that could not have been appealed must be done within two weeks."""
    return weeks_after(made_on, 2)


@step(REG_42_4, since=PART_3_BEGAN, relaxed=True)
def one_week_to_tell_authority(made_on: date) -> date:
    """Where the council was not a party, the health body must tell it of the agreement within one week."""
    return weeks_after(made_on, 1)


@step(REG_42_5)
def the_day_agreed(agreed_by: date) -> date:
    """The parties agreed another day in writing, and that day counts."""
    return agreed_by


LIMITS: "dict[str, tuple[Leg, ...]]" = {
    "assess": (
        (two_weeks_to_notify_assessment, "agreement", "notify"),
        (ten_weeks_for_reasons, "agreement", "reasons"),
        (fourteen_weeks_for_plan, "agreement", "final"),
    ),
    "issue_plan": (
        (five_weeks_for_draft, "agreement", "draft"),
        (eleven_weeks_for_plan, "agreement", "final"),
    ),
    "reconsider_plan": ((two_weeks_to_reconsider, "agreement"),),
    "amend_contents": ((five_weeks_to_amend, "agreement"),),
    "amend_placement": ((two_weeks_to_name_school, "agreement"),),
    "amend_contents_and_placement": ((five_weeks_to_amend, "agreement"),),
    "continue_and_amend_plan": ((five_weeks_to_continue_and_amend, "agreement"),),
    "other": ((two_weeks_for_other_things, "agreement"),),
}
LIMITS["reassess"] = LIMITS["assess"]
EXCUSABLE = ("assess", "reassess", "issue_plan")
NO_DAY = {
    "cease_plan": Reason(
        "The plan ends at once: an order that dismisses the appeal would end it immediately.",
        (REG_44_2_A, REG_42_2),
        "carry_out_agreement",
    ),
    "continue_plan": Reason(
        "The council goes on maintaining the plan; the law sets no day, because it never stopped.",
        (REG_44_2_G, REG_42_2),
        "carry_out_agreement",
    ),
}


@clock(REG_42_4, relaxed=True)
def tell_authority_of_agreement(s: Situation) -> Run:
    """The health body tells the council of an agreement that the council was no party to."""
    if s.ask("matter") not in MEDIATED or not s.has("agreement") or s.possibly("authority_was_party"):
        return STOPPED
    return Run("commissioning_body", (one_week_to_tell_authority, "agreement"))


@clock(REG_42_2, REG_42_3, REG_42_5, relaxed=True)
def carry_out_agreement(s: Situation) -> Run:
    """What was agreed must be done in time: as a Tribunal's order, or in two weeks, or by the day agreed in writing."""
    if s.ask("matter") not in MEDIATED or not s.has("agreement"):
        return STOPPED
    whose = "authority" if s.possibly("authority_was_party") else "commissioning_body"
    action = s.ask("action", "other")
    if s.has("agreed_by"):
        return Run(whose, (the_day_agreed, "agreed_by"))
    if action in NO_DAY:
        return Run(whose, pick="none", notes=(NO_DAY[action],))
    if action == "amend_contents" and not may_be_appealed(s):
        action = "other"  # health or care contents: reg 42(2) speaks of things with a right of appeal only
    notes = () if action == "other" else (AS_IF_ORDERED,)
    return Run(
        whose,
        *LIMITS[action],
        pick="each",
        notes=(*notes, EXCUSES) if action in EXCUSABLE else notes,
    )
