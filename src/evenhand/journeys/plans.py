"""Questions about the decision: which parts of the plan, what kind of help, what is under way."""

from .asking import Known
from .model import NONE, UNKNOWN, Answer, Facts, Kind, Option, Page, gettext_noop

I_DO_NOT_KNOW = gettext_noop("I do not know")
ISSUES = ("education_issue", "health_issue", "social_care_issue")

SECTION_OPTIONS = (
    Option("B", gettext_noop("Section B: what the special educational needs are")),
    Option("F", gettext_noop("Section F: the help with learning")),
    Option("I", gettext_noop("Section I: the school, college or nursery that is named, or its type")),
    Option("C", gettext_noop("Section C: health needs")),
    Option("G", gettext_noop("Section G: health care, such as therapy or nursing")),
    Option("D", gettext_noop("Section D: social care needs")),
    Option("H1", gettext_noop("Section H1: social care that the council must give")),
    Option("H2", gettext_noop("Section H2: other social care")),
    Option("A", gettext_noop("Section A: views, hopes and goals")),
    Option("E", gettext_noop("Section E: the outcomes, which are the things to aim for")),
    Option("J", gettext_noop("Section J: money paid to you (a personal budget)")),
    Option("K", gettext_noop("Section K: the reports at the back")),
)

ISSUE_OPTIONS = (
    Option(
        "education_issue",
        gettext_noop("Education"),
        gettext_noop("Help with learning at a nursery, a school or a college."),
    ),
    Option("health_issue", gettext_noop("Health care"), gettext_noop("Such as therapy or nursing.")),
    Option(
        "social_care_issue",
        gettext_noop("Social care"),
        gettext_noop("Such as short breaks or a helper at home."),
    ),
)


def _sections(answer: Answer, known: Known) -> Facts:
    return {"sections": list(answer)} if isinstance(answer, list) else {}


def _issues(answer: Answer, known: Known) -> Facts:
    if answer == UNKNOWN:
        return {}
    return {issue: issue in answer for issue in ISSUES}


def _under_way(answer: Answer, known: Known) -> Facts:
    return {} if answer == UNKNOWN else {"assessment_or_plan_under_way": answer == "yes"}


SECTIONS = Page(
    key="sections",
    kind=Kind.CHECKBOXES,
    fact="sections",
    words=gettext_noop("Which parts of the plan do you disagree with?"),
    short=gettext_noop("Parts of the plan"),
    hint=gettext_noop("A plan has parts, and each has a letter. Choose all that you disagree with."),
    options=SECTION_OPTIONS,
    unknown=I_DO_NOT_KNOW,
    missing=gettext_noop("Choose at least one part of the plan, or choose “I do not know”."),
    asked=lambda known: known.matter == "plan_contents" and known.lacks("sections"),
    gives=_sections,
)

ABOUT = Page(
    key="about",
    kind=Kind.CHECKBOXES,
    fact="health_issue",
    words=gettext_noop("What kind of help is it about?"),
    short=gettext_noop("Kind of help"),
    hint=gettext_noop("Choose all that you and the council do not agree about."),
    options=ISSUE_OPTIONS,
    unknown=I_DO_NOT_KNOW,
    none=gettext_noop("None of these"),
    missing=gettext_noop("Choose what kind of help it is about, or choose “I do not know”."),
    asked=lambda known: "sections" not in known.facts and known.lacks(*ISSUES),
    gives=_issues,
)

UNDER_WAY = Page(
    key="under-way",
    kind=Kind.RADIOS,
    fact="assessment_or_plan_under_way",
    words=gettext_noop("Is the council looking at needs or at a plan right now?"),
    short=gettext_noop("Something under way"),
    hint=gettext_noop("An assessment is going on, a plan is being written, or a plan is being reviewed."),
    options=(Option("yes", gettext_noop("Yes")), Option("no", gettext_noop("No"))),
    unknown=I_DO_NOT_KNOW,
    missing=gettext_noop("Choose yes or no, or choose “I do not know”."),
    asked=lambda known: known.lacks("assessment_or_plan_under_way"),
    gives=_under_way,
)

assert NONE not in ISSUES
