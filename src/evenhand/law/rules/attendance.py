"""Who may come to a mediation, who must come with the power to decide, and who stands in for whom.

Read with: SEND Regulations 2014, regs 37(1), 38 and 64 with Sch 3; Children and Families Act 2014, ss. 53, 54, 70
and 80; *R (Kumar) v London Borough of Hillingdon* [2020] EWHC 3326 (Admin), which said in December 2020 what
reg 38(1)(b) had meant since 2014. Where the Code gives the council a say about the child, the Regulations win.
"""

from ..mechanism.asking import Situation
from ..mechanism.outcomes import Finding, found
from ..mechanism.questions import choice, quality
from ..mechanism.registry import rule
from ..sources import (
    DETAINED_18,
    KUMAR,
    MM_GREENWICH,
    REG_37_1,
    REG_38_1,
    REG_38_1_A,
    REG_38_1_B,
    REG_38_1_C,
    REG_38_1_D,
    REG_38_1_E,
    REG_38_2,
    REG_38_3,
    REG_41_1,
    REG_64,
    REG_64_2,
    S51_1,
    S53_3,
    S53_4,
    S54_2,
    S70,
    S80,
    S83_2,
    SCHEDULE_3,
)

attendee = choice(
    "attendee",
    (
        "party",
        "first_supporter",
        "another_supporter",
        "child",
        "young_person",
        "parent_of_young_person",
        "authority_lawyer",
        "setting_staff",
        "anyone_else",
    ),
    "Who would like to attend?",
)
family_party = choice(
    "family_party",
    ("parent", "young_person", "alternative_person"),
    "Who is the party for the family?",
)
parent_agrees = quality("parent_agrees", "Does the parent agree?")
alternative_person_agrees = quality("alternative_person_agrees", "Does the alternative person agree?")
mediator_agrees = quality("mediator_agrees", "Does the mediator agree?")
all_parties_agree = quality("all_parties_agree", "Do all the parties agree?")
mediation_issues = choice(
    "mediation_issues",
    ("health_only", "health_and_other", "no_health"),
    "What are the mediation issues about?",
)
person = choice(
    "person",
    ("child", "young_person", "young_person_without_capacity", "parent_without_capacity", "detained_person"),
    "Whose education is it, or who would decide?",
)
represented = quality(
    "has_representative", "Is there a deputy, or a holder of a lasting or enduring power of attorney?"
)
alternative_for = choice(
    "alternative_for",
    ("mediation_and_certificate", "choosing_a_supporter", "expenses"),
    "What would the alternative person do?",
)

MAY, MAY_NOT = "may_attend", "may_not_attend"


@rule(REG_38_1, KUMAR)
def may_attend(s: Situation) -> Finding:
    """The parties and one supporter of the family's choice may come; others need agreement."""
    who = s.ask("attendee")
    if who == "party":
        return found(MAY, "The parties to the mediation may attend.", REG_38_1_A)
    # LAW-QUESTION(016): one supporter as of right, or as many as the family wishes?
    if who == "first_supporter":
        return found(
            MAY,
            "The family may bring one advocate or other supporter, a lawyer too, and nobody's consent is needed.",
            REG_38_1_B,
            KUMAR,
        )
    if who == "child" and s.ask("family_party") == "parent":
        return _child(s)
    if who == "young_person":
        party = s.ask("family_party")
        if party == "young_person":
            return found(MAY, "The young person is a party, and may attend.", REG_38_1_A)
        if party == "alternative_person":
            return _young_person(s)
    return _by_consent(s)


def _child(s: Situation) -> Finding:
    # LAW-QUESTION(015): the Code would give the council a say; the Regulations do not.
    if s.is_("parent_agrees") and s.is_("mediator_agrees"):
        return found(
            MAY,
            "The child may attend, because the parent and the mediator agree; the council has no say in it.",
            REG_38_1_C,
        )
    return found(MAY_NOT, "The child may attend only if both the parent and the mediator agree.", REG_38_1_C)


def _young_person(s: Situation) -> Finding:
    if s.is_("alternative_person_agrees") and s.is_("mediator_agrees"):
        return found(
            MAY,
            "The young person may attend, because the person acting for them and the mediator agree.",
            REG_38_1_D,
        )
    return found(
        MAY_NOT,
        "The young person may attend only if both the person acting for them and the mediator agree.",
        REG_38_1_D,
    )


def _by_consent(s: Situation) -> Finding:
    if s.is_("all_parties_agree"):
        return found(MAY, "Anybody else may attend with the consent of all the parties.", REG_38_1_E)
    if s.is_("mediator_agrees"):
        return found(MAY, "The parties do not all agree, but the mediator's consent is enough.", REG_38_1_E)
    return found(
        MAY_NOT,
        "Anybody else needs the consent of all the parties or, failing that, of the mediator.",
        REG_38_1_E,
    )


@rule(REG_37_1, S53_3, S53_4, S54_2)
def must_come_able_to_decide(s: Situation) -> Finding:
    """Whoever arranges the mediation must see that people come who have the power to settle it."""
    issues = s.ask("mediation_issues")
    if issues == "health_only":
        return found(
            "commissioning_body",
            "The health body arranges it, takes part, and sends somebody who can decide; the council is no party.",
            REG_37_1,
            S53_3,
        )
    if issues == "health_and_other":
        return found(
            "authority_and_commissioning_body",
            "The council arranges it; the council and each health body must take part, with people who can decide.",
            REG_37_1,
            S53_4,
        )
    return found(
        "authority",
        "The council arranges it, takes part, and sends somebody who can decide.",
        REG_37_1,
        S54_2,
    )


@rule(REG_38_2, REG_38_3)
def views_to_find_out(s: Situation) -> Finding:
    """The mediator must take reasonable steps to find out what the child or young person thinks."""
    party = s.ask("family_party")
    if party == "parent":
        return found(
            "child",
            "The mediator must take reasonable steps to learn the child's views about the issues.",
            REG_38_2,
        )
    if party == "alternative_person":
        return found(
            "young_person",
            "The mediator must take reasonable steps to learn the young person's views about the issues.",
            REG_38_3,
        )
    return found("nobody_else", "The young person is a party and speaks for themselves.", REG_38_1_A)


@rule(S51_1, S83_2, REG_64)
def who_acts(s: Situation) -> Finding:
    """The parent acts for a child; a young person acts for themselves unless they lack capacity to."""
    # LAW-QUESTION(013): capacity, and persons in custody, are for a human being; the engine says only whom the law names.
    who = s.ask("person")
    if who == "child":
        return found("parent", "To the end of compulsory school age the parent acts.", S51_1, S83_2)
    if who == "young_person":
        return found(
            "young_person",
            "A young person acts for themselves; everybody is taken to have capacity until it is shown otherwise.",
            S51_1,
            S83_2,
            MM_GREENWICH,
        )
    if who == "young_person_without_capacity":
        return _without_capacity(s)
    if who == "parent_without_capacity":
        return found(
            "ask_a_person",
            "Their representative, such as a deputy or attorney, acts instead; a person at the advice service can help.",
            REG_64_2,
            S80,
        )
    return found(
        "ask_a_person",
        "People in youth custody have other Regulations, with rules of their own; ask a person at the advice service.",
        S70,
        DETAINED_18,
    )


def _without_capacity(s: Situation) -> Finding:
    if s.is_("has_representative"):
        return found(
            "ask_a_person",
            "The young person's representative acts instead; a person at the advice service can say who that is.",
            REG_64_2,
            S80,
        )
    return found(
        "ask_a_person",
        "Without a representative the young person's parent acts; a person at the advice service can help.",
        REG_64_2,
        MM_GREENWICH,
    )


@rule(REG_64, SCHEDULE_3)
def alternative_person_acts(s: Situation) -> Finding:
    """The person acting for a young person without capacity takes their place in mediation and in the certificate."""
    if s.ask("alternative_for") == "expenses":
        return found(
            "both",
            "Expenses are paid for the young person and for the person acting for them.",
            REG_41_1,
            SCHEDULE_3,
        )
    return found(
        "instead",
        "What the law says of the young person is said of the person acting for them instead.",
        SCHEDULE_3,
    )
