"""Disagreement resolution in detail: four kinds and their parties, consent of all, what it leaves alone, publicity.

Read with: Children and Families Act 2014, s. 57; SEND Code of Practice, 11.6 to 11.12. The route itself stands in
`resolution`; here is what a provider, a school and a council need to know about it.
"""

from ..mechanism.asking import Situation
from ..mechanism.outcomes import Finding, found
from ..mechanism.questions import choice, quality
from ..mechanism.registry import rule
from ..sources import (
    CODE_11_6,
    CODE_11_7,
    CODE_11_8,
    CODE_11_9,
    CODE_11_10,
    CODE_11_12,
    EXPLANATORY_NOTES_273,
    RULE_20_1_C,
    S55_3,
    S57_1,
    S57_2,
    S57_3,
    S57_4,
    S57_5,
    S57_8,
    S57_9,
    S57_10,
    S57_11,
)

between = choice(
    "between",
    (
        "family_and_council",
        "family_and_education_body",
        "family_and_setting",
        "family_and_health_body",
        "council_and_health_body",
    ),
    "Between whom is the disagreement?",
)
about_assessment_or_plan = quality(
    "about_assessment_or_plan", "Is it about an assessment, a re-assessment, or making or reviewing a plan?"
)
declines = choice(
    "declines",
    ("nobody", "the_family", "the_council", "the_setting", "the_health_body"),
    "Does anybody decline?",
)
left_alone = choice(
    "left_alone",
    ("appeal", "complaint", "certificate", "time_limits", "what_the_tribunal_thinks", "what_was_said"),
    "What might it touch?",
)
stage = choice(
    "resolution_stage",
    ("sen_support_only", "assessment_or_plan_being_made", "after_a_decision", "appeal_with_the_tribunal"),
    "How far have things come?",
)
audience = choice(
    "audience",
    ("parents", "young_people", "heads_governors_proprietors_principals", "anybody_else"),
    "Who should know of the service?",
)


@rule(S57_2, S57_3, S57_5, CODE_11_8)
def kind_of_disagreement(s: Situation) -> Finding:
    """There are four kinds of disagreement, and each has its own parties."""
    who = s.ask("between")
    if who in ("family_and_council", "family_and_education_body"):
        return found(
            "first_kind",
            "Families and the council, or a governing body, college or academy, about how they carry out their duties.",
            S57_2,
            S57_10,
            CODE_11_8,
        )
    if who == "family_and_setting":
        return found(
            "second_kind",
            "Families and a school, college or nursery, about the special educational help that it gives.",
            S57_4,
            S57_5,
            S57_11,
            CODE_11_8,
        )
    if not s.is_("about_assessment_or_plan"):
        return found(
            "outside",
            "With a health body, only assessments, re-assessments and plans are within the service.",
            S57_3,
        )
    if who == "family_and_health_body":
        return found(
            "third_kind",
            "Families and a health body, while an assessment or a plan is being made.",
            S57_3,
            CODE_11_8,
        )
    return found(
        "fourth_kind",
        "The council and a health body; families have no part in this kind.",
        S57_3,
        CODE_11_8,
    )


@rule(EXPLANATORY_NOTES_273, CODE_11_6)
def resolution_goes_ahead(s: Situation) -> Finding:
    """Disagreement resolution needs everybody's consent, and anybody may say no."""
    if s.ask("declines") == "nobody":
        return found("goes_ahead", "Everybody agrees, so it goes ahead.", EXPLANATORY_NOTES_273, CODE_11_6)
    return found(
        "does_not_go_ahead",
        "One has said no, so it does not go ahead, and nothing is held against anybody for that.",
        EXPLANATORY_NOTES_273,
        CODE_11_6,
        CODE_11_10,
    )


@rule(CODE_11_10, CODE_11_12)
def resolution_leaves_alone(s: Situation) -> Finding:
    """Disagreement resolution takes nothing away: no appeal, no complaint, no day of any limit."""
    what = s.ask("left_alone")
    if what == "complaint":
        return found("unaffected", "You may complain without having tried it, and after.", CODE_11_12)
    if what == "certificate":
        return found(
            "unaffected", "It gives no certificate, and an appeal does not need it.", S55_3, CODE_11_10
        )
    if what == "time_limits":
        return found("unaffected", "No time limit waits for it.", RULE_20_1_C, CODE_11_10)
    if what == "what_the_tribunal_thinks":
        return found("unaffected", "The Tribunal draws nothing from whether it was used.", CODE_11_10)
    if what == "what_was_said":
        return found(
            "kept_confidential", "What is said in it is confidential and without prejudice.", CODE_11_10
        )
    return found("unaffected", "The right to appeal stays as it was.", CODE_11_10)


@rule(CODE_11_7, CODE_11_8)
def resolution_at_any_stage(s: Situation) -> Finding:
    """The service is there at any stage, for every child or young person with special educational needs."""
    if s.ask("resolution_stage") == "sen_support_only":
        return found("available", "It is there without an assessment or a plan, too.", CODE_11_7)
    return found(
        "available", "It is there at every stage, even while an appeal is waiting.", CODE_11_7, CODE_11_8
    )


@rule(S57_8, S57_9, CODE_11_9)
def made_known_to(s: Situation) -> Finding:
    """A council must make the service known to families and to those who run schools and colleges."""
    if s.ask("audience") == "anybody_else":
        return found(
            "may", "The council may make the service known to others as it thinks appropriate.", S57_9
        )
    return found(
        "must",
        "The council must take such steps as it thinks appropriate to make it known, in its Local Offer too.",
        S57_8,
        CODE_11_9,
    )


@rule(S57_1, S57_4)
def arrangements_to_be_made(s: Situation) -> Finding:
    """Every council in England must arrange a service to avoid and to resolve disagreements."""
    if s.ask("between") == "family_and_setting":
        return found(
            "must_arrange", "The council must arrange it for each school, college and nursery.", S57_4
        )
    return found("must_arrange", "The council must arrange it.", S57_1)
