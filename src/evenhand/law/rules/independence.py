"""Who counts as independent, what a mediator must know, and the health bodies' names by date.

Read with: Children and Families Act 2014, ss. 53(5), 54(3), 56(3) and 57(7); SEND Regulations 2014, reg 40. The test
is who employs the person: a provider paid under a contract is independent. Clinical commissioning groups became
integrated care boards on 1 July 2022, and the Act's "National Health Service Commissioning Board" became NHS England.
"""

from ..citations import Citation
from ..mechanism.asking import Situation
from ..mechanism.outcomes import Finding, found
from ..mechanism.questions import choice, since
from ..mechanism.registry import rule
from ..sources import (
    HEALTH_AND_CARE_ACT,
    REG_40,
    S53_5,
    S54_3,
    S56_1,
    S56_3,
    S57_7,
    STANDARDS,
)

BOARDS_BEGAN = "2022-07-01"
DAY_BEFORE = "2022-06-30"
since_boards = since(BOARDS_BEGAN, "Is the day on or after 1 July 2022?")

ROLES: dict[str, tuple[Citation, ...]] = {
    "adviser": (S56_3,),
    "mediator_with_health_issues": (S53_5,),
    "mediator_without_health_issues": (S54_3,),
    "facilitator": (S57_7,),
}
"""Who must be independent, and the subsection that says who is not."""
LOCAL, NATIONAL = "local_health_commissioner", "national_health_commissioner"

independent_role = choice("independent_role", tuple(ROLES), "Which work would the person do?")
employer = choice(
    "employer",
    (
        "authority_in_england",
        LOCAL,
        NATIONAL,
        "authority_outside_england",
        "health_trust",
        "setting",
        "provider_under_contract",
        "self_employed",
    ),
    "Who employs the person?",
)
health_body = choice("health_body", ("local", "national"), "Which health body is meant?")
requirement = choice(
    "requirement",
    ("knowledge_of_the_law", "training_and_assessment", "register_entry", "continuing_training", "insurance"),
    "What is asked of the person?",
)


def _independent(s: Situation, local: str, national: str, *dated: Citation) -> Finding:
    role, by = s.ask("independent_role"), s.ask("employer")
    cites = ROLES[role]
    if by == "authority_in_england":
        return found(
            "not_independent", "Nobody employed by a council in England counts as independent.", *cites
        )
    if by in (LOCAL, NATIONAL):
        name = local if by == LOCAL else national
        if role != "mediator_without_health_issues":
            return found(
                "not_independent", f"Nobody employed by {name} counts as independent.", *cites, *dated
            )
        return found(
            "independent",
            f"Where health is not at issue the Act rules out only council staff, so not staff of {name}.",
            *cites,
            *dated,
        )
    return found(
        "independent", "What counts is who employs the person, and this employer is not ruled out.", *cites
    )


@rule(S53_5, S54_3, S56_3, S57_7, name="is_independent", until=DAY_BEFORE)
def is_independent_before_boards(s: Situation) -> Finding:
    """Staff of a council or of a body that paid for health care were not independent."""
    return _independent(s, "a clinical commissioning group", "the NHS Commissioning Board")


@rule(S53_5, S54_3, S56_3, S57_7, HEALTH_AND_CARE_ACT, name="is_independent", since=BOARDS_BEGAN)
def is_independent(s: Situation) -> Finding:
    """Staff of a council, of an integrated care board or of NHS England are not independent."""
    return _independent(s, "an integrated care board", "NHS England", HEALTH_AND_CARE_ACT)


@rule(S56_3, name="health_body_name", until=DAY_BEFORE)
def health_body_name_before_boards(s: Situation) -> Finding:
    """The local health body was the clinical commissioning group, to 30 June 2022."""
    if s.ask("health_body") == "local":
        return found(
            "clinical_commissioning_group",
            "To 30 June 2022 it was the clinical commissioning group (CCG).",
            S56_3,
        )
    return found(
        "nhs_commissioning_board", "To 30 June 2022 the Act called it the NHS Commissioning Board.", S56_3
    )


@rule(S56_3, HEALTH_AND_CARE_ACT, name="health_body_name", since=BOARDS_BEGAN)
def health_body_name(s: Situation) -> Finding:
    """The local health body is the integrated care board, since 1 July 2022."""
    if s.ask("health_body") == "local":
        return found(
            "integrated_care_board",
            "Since 1 July 2022 it is the integrated care board (ICB).",
            S56_3,
            HEALTH_AND_CARE_ACT,
        )
    return found("nhs_england", "Since 1 July 2022 the Act calls it NHS England.", S56_3, HEALTH_AND_CARE_ACT)


@rule(REG_40, STANDARDS)
def asked_of_the_person(s: Situation) -> Finding:
    """The law asks a mediator only for enough knowledge of the law; the profession asks for more."""
    role, what = s.ask("independent_role"), s.ask("requirement")
    mediates = role in ("mediator_with_health_issues", "mediator_without_health_issues")
    if mediates and what == "knowledge_of_the_law":
        return found(
            "the_law",
            "A mediator must know enough of the law on special needs, health and social care to run the mediation.",
            REG_40,
        )
    if mediates:
        return found(
            "professional_standard",
            "No law asks for this; the mediators' own joint register does, and joining it is voluntary.",
            STANDARDS,
            REG_40,
        )
    return found(
        "nothing",
        "The Regulations ask nothing of advisers or facilitators here; a contract with the service may.",
        S56_1,
        REG_40,
    )
