"""Judicial review: the last resort, where no other remedy will do.

Read with: Civil Procedure Rules, r. 54.5. We have not read its text; pages that can be relied on state it.
"""

from datetime import date

from ..counting import months_after
from ..mechanism.asking import Situation
from ..mechanism.outcomes import STOPPED, Outcome, Reason, Run, late, not_yet, open_, unavailable
from ..mechanism.registry import clock, route
from ..mechanism.steps import step
from ..sources import CPR_3_1, CPR_54_5, EQUALITY_3, S51_2, S57_3
from .decisions import APPEALABLE, can_be_appealed, only_for_families

PROMPTLY = Reason(
    "A claim must be made promptly; three months is the outside limit, not a time to use up.",
    (CPR_54_5,),
    "judicial_review",
)
ANOTHER_WAY_FIRST = {
    "provision_by_setting": "setting_complaint",
    "permanent_exclusion": "exclusion_review",
    "admission_refused": "admission_appeal",
}
NEVER = ("authority_and_commissioner", "discrimination_by_school")


@step(CPR_54_5)
def three_months_at_most(conduct_on: date) -> date:
    """A claim for judicial review must be made promptly, and at most three months after the decision or failure."""
    return months_after(conduct_on, 3)


@clock(CPR_54_5)
def judicial_review(s: Situation) -> Run:
    """A claim for judicial review must be made promptly, and within three months."""
    matter = s.ask("matter")
    if only_for_families(s) or matter in NEVER:
        return STOPPED
    if matter in APPEALABLE and (matter != "plan_contents" or s.ask("sections", "none") != "none"):
        return STOPPED
    if s.has("conduct_on"):
        return Run("family", (three_months_at_most, "conduct_on"), notes=(PROMPTLY,))
    if s.has("notice_sent"):
        return Run("family", (three_months_at_most, "notice_sent"), notes=(PROMPTLY,))
    return STOPPED


@route(CPR_54_5, name="judicial_review", date="judicial_review")
def review(s: Situation) -> Outcome:
    """The High Court can review an unlawful act or delay where nothing else will put it right."""
    if only_for_families(s):
        return unavailable("Public bodies settle their disagreements in other ways.", S57_3)
    matter = s.ask("matter")
    if can_be_appealed(s):
        return unavailable(
            "Where there is a right of appeal, the court leaves it to the Tribunal.",
            S51_2,
            CPR_54_5,
        )
    if matter == "discrimination_by_school":
        return unavailable("The claim for discrimination goes to the Tribunal.", EQUALITY_3)
    if matter == "authority_and_commissioner":
        return unavailable("This disagreement is between the council and the health body.", S57_3)
    if s.passed("judicial_review"):
        return late(
            "The three months have passed; only the court can extend them. Get legal advice at once.",
            CPR_54_5,
            CPR_3_1,
        )
    if matter in ANOTHER_WAY_FIRST:
        return not_yet(
            ANOTHER_WAY_FIRST[matter],
            "The court looks first at whether the other way was used.",
            CPR_54_5,
        )
    return open_(
        "A last resort: get legal advice at once, because the claim must be made promptly.",
        CPR_54_5,
    )
