"""The first question: what happened? The thirteen matters in the words that families use."""

from .asking import Known
from .model import NONE, Answer, Facts, Kind, Option, Page, gettext_noop

ABOUT_A_DECISION = gettext_noop("The council made a decision")
ABOUT_HELP = gettext_noop("The help is not right, or not there")
ABOUT_SCHOOL = gettext_noop("Something happened at a school")

OPTIONS = (
    Option(
        "refusal_to_assess",
        gettext_noop("The council said no to an assessment"),
        gettext_noop("It will not look at what help is needed."),
        ABOUT_A_DECISION,
    ),
    Option(
        "refusal_to_issue_plan",
        gettext_noop("The council looked, and said no to a plan"),
        gettext_noop("A plan is an education, health and care plan (EHC plan)."),
        ABOUT_A_DECISION,
    ),
    Option(
        "plan_contents",
        gettext_noop("The plan is wrong"),
        gettext_noop("It says the wrong thing, leaves something out or names the wrong school."),
        ABOUT_A_DECISION,
    ),
    Option(
        "refusal_to_amend",
        gettext_noop("The council will not change the plan"),
        gettext_noop("It looked at the plan again, and kept it as it is."),
        ABOUT_A_DECISION,
    ),
    Option(
        "refusal_to_reassess",
        gettext_noop("There is a plan, and the council will not assess again"),
        "",
        ABOUT_A_DECISION,
    ),
    Option("ceasing_to_maintain", gettext_noop("The council wants to end the plan"), "", ABOUT_A_DECISION),
    Option(
        "duties_not_carried_out",
        gettext_noop("The council is late, or does not do what it must"),
        gettext_noop("For example, help that is in the plan is not given."),
        ABOUT_HELP,
    ),
    Option(
        "provision_by_setting",
        gettext_noop("The nursery, school or college does not give the right help"),
        "",
        ABOUT_HELP,
    ),
    Option(
        "health_or_social_care_provision",
        gettext_noop("The health or social care help is wrong"),
        gettext_noop("For example, therapy, nursing or short breaks."),
        ABOUT_HELP,
    ),
    Option(
        "authority_and_commissioner",
        gettext_noop("The council and the health service disagree with each other"),
        "",
        ABOUT_HELP,
    ),
    Option(
        "discrimination_by_school",
        gettext_noop("A school was unfair because of a disability"),
        gettext_noop("The law calls this discrimination."),
        ABOUT_SCHOOL,
    ),
    Option("permanent_exclusion", gettext_noop("A school excluded my child for good"), "", ABOUT_SCHOOL),
    Option("admission_refused", gettext_noop("A school said no to a place"), "", ABOUT_SCHOOL),
)


def _gives(answer: Answer, known: Known) -> Facts:
    return {} if answer == NONE else {"matter": answer}


MATTER = Page(
    key="matter",
    kind=Kind.RADIOS,
    fact="matter",
    words=gettext_noop("What happened?"),
    short=gettext_noop("What happened"),
    hint=gettext_noop("Choose the one that is closest. You can come back and choose another."),
    options=OPTIONS,
    none=gettext_noop("None of these, or I am not sure"),
    missing=gettext_noop("Choose what happened. If nothing fits, choose the last one."),
    asked=lambda known: True,
    gives=_gives,
)
