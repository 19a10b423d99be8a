"""What may be appealed, by whom, and when a certificate is needed: what the other rules stand on.

Read with: Children and Families Act 2014, ss. 51, 55(2) and 83(2).
"""

from ..mechanism.asking import Situation
from ..mechanism.outcomes import Outcome, unavailable
from ..sources import REG_64, S51_1, S83_2

APPEALABLE = (
    "refusal_to_assess",
    "refusal_to_issue_plan",
    "plan_contents",
    "refusal_to_reassess",
    "refusal_to_amend",
    "ceasing_to_maintain",
)
"""The six decisions of s. 51(2)(a) to (f)."""
MEDIATED = (*APPEALABLE, "health_or_social_care_provision")
"""What mediation under ss. 52 to 54 is for: the six decisions, and the health and care parts of a plan."""
BODIES = ("authority", "commissioning_body", "body_over_25")
"""Bodies that ask; the last where the person is over 25, so that nobody's clock runs."""


def acting(s: Situation) -> str:
    """Who acts and whether they hold the right; without a date of birth they are taken at their word."""
    return s.ask("who", "holder").removesuffix("_of_unknown_age")


def can_be_appealed(s: Situation) -> bool:
    """Whether s. 51(2) gives a right of appeal; a plan only about its sections B, F and I."""
    matter = s.ask("matter")
    if matter == "plan_contents":
        return s.ask("sections") != "none"
    return matter in APPEALABLE


def may_be_appealed(s: Situation) -> bool:
    """The same for a clock: sections that nobody has named are taken for the ones that can be appealed."""
    matter = s.ask("matter")
    if matter == "plan_contents":
        return s.ask("sections", "education") != "none"
    return matter in APPEALABLE


def certificate_needed(s: Situation) -> bool:
    """Whether s. 55 asks for a certificate, of a matter that can be appealed: not for section I alone."""
    return s.ask("matter") != "plan_contents" or s.ask("sections") != "only_i"


def certificate_may_be_needed(s: Situation) -> bool:
    """The same for a clock, with unknown sections taken for those that need one."""
    return s.ask("matter") != "plan_contents" or s.ask("sections", "education") != "only_i"


def clock_runs_for_someone(s: Situation) -> bool:
    """Whether somebody holds the right: a body that asks does not stop the family's clocks."""
    return acting(s) in ("holder", "authority", "commissioning_body")


def not_the_holder(s: Situation) -> Outcome | None:
    """Why this person cannot use a right of the family's, or None where they can.

    A young person is over compulsory school age and under 25. Who lacks capacity, or is detained, is sent
    to a human being: those rules are not applied here.
    """
    who = acting(s)
    if who == "young_person_holds":
        return unavailable(
            "The right is the young person's own now; if they cannot decide for themselves, a person at the advice "
            "service can say who acts for them.",
            S83_2,
            REG_64,
        )
    if who == "parent_holds":
        return unavailable("Until the end of compulsory school age the right is the parent's.", S51_1, S83_2)
    if who == "over_25":
        return unavailable("These rights end on the 25th birthday.", S83_2)
    if who in BODIES:
        return unavailable("Only the parent or the young person may do this.", S51_1)
    return None


def only_for_families(s: Situation) -> bool:
    """Whether a body is acting, for which this route does not exist."""
    return acting(s) in BODIES


def health_only(s: Situation) -> bool:
    """Whether the issues are known to be about health care and nothing else (s. 53(3), reg 35(3))."""
    return (
        s.surely("health_issue") and not s.possibly("social_care_issue") and not s.possibly("education_issue")
    )
