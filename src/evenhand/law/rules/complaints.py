"""Complaints: to the setting, the authority and the health service, and to those who watch over them.

Read with: SEND Code of Practice, 11.67 to 11.111; Local Government Act 1974, ss. 26 and 26B; Education Act 1996,
ss. 496 and 497. A complaint does not change a decision that can be appealed, and stops no clock.
"""

from datetime import date

from ..counting import clamped, months_after, months_beginning_with
from ..mechanism.asking import Situation
from ..mechanism.outcomes import STOPPED, Outcome, Run, closed, late, not_yet, open_, unavailable
from ..mechanism.registry import clock, route
from ..mechanism.steps import step
from ..sources import (
    CARE_COMPLAINTS,
    CODE_11_12,
    CODE_11_67,
    NHS_COMPLAINTS,
    OFSTED_COMPLAINTS,
    S26_6,
    S26B,
    S42,
    S496,
    S497,
    SCHOOL_COMPLAINTS,
)
from .decisions import APPEALABLE, can_be_appealed, only_for_families

SHORT_MONTH = "The last month has no such day: one reading ends the time the day before its last day, another on its last day."
NOT_FOR_BODIES = "This way is for families."
OMBUDSMAN_MATTERS = ("duties_not_carried_out", "health_or_social_care_provision", "plan_contents")
COUNCIL_MATTERS = (
    *APPEALABLE,
    "duties_not_carried_out",
    "provision_by_setting",
    "health_or_social_care_provision",
)
NO_HEALTH_PART = (
    "provision_by_setting",
    "discrimination_by_school",
    "permanent_exclusion",
    "admission_refused",
    "authority_and_commissioner",
)


def _last_of_short_year(start: date) -> date | None:
    return months_after(start, 12) if clamped(start, 12) else None


@step(S26B, other=_last_of_short_year, doubt=SHORT_MONTH)
def twelve_months_beginning_with_knowledge(learned_of_matter_on: date) -> date:
    """The Ombudsman must be asked within twelve months, and the day you first knew is the first day."""
    return months_beginning_with(learned_of_matter_on, 12)


@route(SCHOOL_COMPLAINTS, CODE_11_67)
def setting_complaint(s: Situation) -> Outcome:
    """A school, college or nursery must have a way to complain about what it does."""
    if only_for_families(s):
        return unavailable(NOT_FOR_BODIES, CODE_11_67)
    if s.ask("matter") in (
        "provision_by_setting",
        "discrimination_by_school",
        "duties_not_carried_out",
    ):
        return open_(
            "Write to the school, college or nursery, use the word 'complaint', and say what you want to happen and "
            "by when.",
            SCHOOL_COMPLAINTS,
            CODE_11_67,
        )
    return unavailable("This was not the school's, the college's or the nursery's own doing.", CODE_11_67)


@route(CODE_11_67)
def authority_complaint(s: Situation) -> Outcome:
    """The council must have a way to complain about delay, about help not given and about how it acted."""
    if only_for_families(s):
        return unavailable(NOT_FOR_BODIES, CODE_11_67)
    matter = s.ask("matter")
    if matter not in COUNCIL_MATTERS:
        return unavailable("Another way is made for this.", CODE_11_67)
    if s.has("complaint_answered_on"):
        return closed("The council has given its last answer.", CODE_11_67)
    if matter in APPEALABLE:
        return open_(
            "You may complain about delay or how you were treated; a complaint does not change the decision.",
            CODE_11_67,
            CODE_11_12,
        )
    if matter == "duties_not_carried_out":
        return open_(
            "Write to the council, use the word 'complaint', and say what it has not done and what you want.",
            CODE_11_67,
        )
    if matter == "provision_by_setting":
        return open_(
            "If there is a plan, the council must see that the help in Section F is given; complain if it is not.",
            S42,
            CODE_11_67,
        )
    if s.is_("social_care_issue"):
        return open_(
            "Social care is the council's; it has a way to complain of its own, usually within a year.",
            CARE_COMPLAINTS,
        )
    return unavailable("Health care is not the council's; complain to the health body.", CODE_11_67)


@route(NHS_COMPLAINTS)
def health_complaint(s: Situation) -> Outcome:
    """A complaint about health care goes to who gives it or to who pays for it, not to both."""
    if only_for_families(s):
        return unavailable(NOT_FOR_BODIES, NHS_COMPLAINTS)
    if s.ask("matter") in NO_HEALTH_PART:
        return unavailable("This is not about health care.", NHS_COMPLAINTS)
    if s.is_("health_issue"):
        return open_(
            "Complain to the health service that gives the care, or to the body that pays for it, usually within twelve months.",
            NHS_COMPLAINTS,
        )
    return unavailable("This is not about health care.", NHS_COMPLAINTS)


@clock(S26B)
def ask_ombudsman(s: Situation) -> Run:
    """The Ombudsman must be asked in writing within twelve months."""
    if only_for_families(s) or s.ask("matter") not in OMBUDSMAN_MATTERS or not s.has("learned_of_matter_on"):
        return STOPPED
    if s.ask("matter") == "plan_contents" and s.ask("sections", "none") != "none":
        return STOPPED
    return Run("family", (twelve_months_beginning_with_knowledge, "learned_of_matter_on"))


@route(S26_6, S26B, date="ask_ombudsman")
def ombudsman(s: Situation) -> Outcome:
    """The Local Government and Social Care Ombudsman looks at what a council did wrong, after the council's own answer."""
    if only_for_families(s):
        return unavailable("The Ombudsman does not act for public bodies.", S26_6)
    if s.ask("matter") not in OMBUDSMAN_MATTERS or can_be_appealed(s):
        return _beyond_the_ombudsman(s)
    if not s.has("complaint_answered_on"):
        return _after_an_answer(s)
    if s.passed("ask_ombudsman"):
        return late(
            "The twelve months have passed; the Ombudsman may still take it if there is good reason.",
            S26B,
        )
    return open_("You may ask the Ombudsman, in writing; it is free.", S26B)


def _after_an_answer(s: Situation) -> Outcome:
    if s.ask("matter") == "health_or_social_care_provision" and not s.possibly("social_care_issue"):
        return not_yet(
            "health_complaint",
            "About health care the health service answers first, and then there is the Parliamentary and Health Service "
            "Ombudsman.",
            NHS_COMPLAINTS,
            CODE_11_67,
        )
    return not_yet(
        "authority_complaint",
        "The council must first have the chance to answer a complaint.",
        S26B,
        CODE_11_67,
    )


def _beyond_the_ombudsman(s: Situation) -> Outcome:
    if s.ask("matter") in APPEALABLE:
        return unavailable("The Ombudsman cannot normally look at what the Tribunal could decide.", S26_6)
    return unavailable("The Ombudsman does not look at this.", S26_6)


@route(S496, S497)
def secretary_of_state(s: Situation) -> Outcome:
    """The Secretary of State may step in where a council or a governing body acts unreasonably or fails its duty."""
    matter = s.ask("matter")
    if only_for_families(s) or matter not in ("duties_not_carried_out", "provision_by_setting"):
        return unavailable(
            "There is another remedy, or it is not about a duty under the Education Acts.",
            S496,
            S497,
        )
    if matter == "provision_by_setting":
        return not_yet("setting_complaint", "The school's own complaint comes first.", S496, S497)
    if not s.has("complaint_answered_on"):
        return not_yet("authority_complaint", "The council's own complaint comes first.", S496, S497)
    return open_(
        "You may write to the Department for Education; there is no time limit, and it is rarely quick.",
        S496,
        S497,
    )


@route(OFSTED_COMPLAINTS)
def ofsted(s: Situation) -> Outcome:
    """Ofsted looks at a school or nursery as a whole; it does not settle one child's case."""
    if only_for_families(s) or s.ask("matter") not in (
        "provision_by_setting",
        "discrimination_by_school",
    ):
        return unavailable(
            "Ofsted looks at schools and nurseries as a whole, not at this.", OFSTED_COMPLAINTS
        )
    return not_yet(
        "setting_complaint",
        "Complain to the school or nursery first; Ofsted then looks at it as a whole.",
        OFSTED_COMPLAINTS,
    )
