"""Talking, asking for an assessment, and disagreement resolution.

Read with: Children and Families Act 2014, ss. 36 and 57; SEND Code of Practice, 11.6 to 11.10.
Disagreement resolution is voluntary for everyone, has no time limit and no certificate, and affects nothing:
no appeal, no complaint, no inference (Code 11.10, 11.12).
"""

from ..mechanism.asking import Situation
from ..mechanism.outcomes import Outcome, closed, open_, unavailable
from ..mechanism.registry import route
from ..sources import (
    CODE_11_1,
    CODE_11_6,
    CODE_11_7,
    CODE_11_8,
    CODE_11_10,
    S36_1,
    S36_5,
    S44_2,
    S57_2,
    S57_3,
    S57_4,
    S83_2,
)
from .decisions import BODIES, acting, only_for_families

WITH_A_PLAN = ("plan_contents", "refusal_to_reassess", "refusal_to_amend", "ceasing_to_maintain")
OTHER_DOORS = ("discrimination_by_school", "permanent_exclusion", "admission_refused")
EVERYONE_AGREES = "It is free and confidential, and everyone must agree to take part."


@route(CODE_11_1)
def talk(s: Situation) -> Outcome:
    """You can always talk first; talking stops no clock and closes no other way."""
    s.ask("matter")
    return open_(
        "You can always talk to the school, the college, the council or the health body; it stops no clock and closes "
        "no other way.",
        CODE_11_1,
    )


@route(S36_1)
def needs_assessment(s: Situation) -> Outcome:
    """A parent, a young person or a school may ask the council for an education, health and care needs assessment."""
    if only_for_families(s):
        return unavailable("A parent, a young person or a school asks for an assessment.", S36_1)
    if acting(s) == "over_25":
        return unavailable("An assessment can be asked for up to the 25th birthday.", S36_1, S83_2)
    matter = s.ask("matter")
    if matter == "authority_and_commissioner":
        return unavailable("This disagreement is between the council and the health body.", S57_3)
    if matter in WITH_A_PLAN:
        return unavailable("There is a plan already; what you can ask for is a re-assessment.", S44_2)
    if matter == "refusal_to_issue_plan":
        return closed(
            "An assessment has just been made; the council may refuse another for six months.",
            S36_5,
        )
    if matter == "refusal_to_assess":
        return open_("You may ask again when there is something new to show.", S36_1)
    return open_("If there is no plan yet, you may ask the council for an assessment.", S36_1)


@route(S57_2, S57_3, S57_4, CODE_11_8)
def disagreement_resolution(s: Situation) -> Outcome:
    """An independent person helps everyone to agree: four kinds of disagreement, if all are willing."""
    matter, who = s.ask("matter"), acting(s)
    if matter == "authority_and_commissioner":
        if who in BODIES:
            return open_(
                "The council and the health body may use the service; families have no part in it.",
                S57_3,
                CODE_11_8,
            )
        return unavailable(
            "This kind is between the council and the health body; families have no part in it.",
            S57_3,
            CODE_11_8,
        )
    if who == "over_25":
        return unavailable("The service is for children and young people up to the 25th birthday.", S83_2)
    if matter in OTHER_DOORS:
        return unavailable(
            "The service is not for this; if you also disagree about the help that a school gives, it is there for that.",
            S57_4,
            CODE_11_8,
        )
    if _health_or_care_alone(s):
        return _third_kind(s)
    if matter == "provision_by_setting":
        return open_(
            f"You disagree about the help a school, college or nursery gives. {EVERYONE_AGREES}",
            S57_4,
            CODE_11_7,
        )
    return open_(
        f"You disagree about how duties are carried out. {EVERYONE_AGREES}",
        S57_2,
        CODE_11_6,
        CODE_11_10,
    )


def _health_or_care_alone(s: Situation) -> bool:
    matter = s.ask("matter")
    if matter == "plan_contents":
        return s.ask("sections") == "none" and (s.is_("health_issue") or s.is_("social_care_issue"))
    return matter == "health_or_social_care_provision"


def _third_kind(s: Situation) -> Outcome:
    if s.is_("assessment_or_plan_under_way"):
        return open_(
            f"You disagree about health or social care while a plan is being made. {EVERYONE_AGREES}",
            S57_3,
            CODE_11_7,
        )
    return unavailable(
        "About health or social care the service is there only while an assessment, a plan or a review is under way.",
        S57_3,
        CODE_11_7,
    )
