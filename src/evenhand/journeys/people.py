"""Who is asking, and where: the questions about the family itself, of which no birth date is kept."""

from datetime import date, timedelta

from evenhand.law.counting import months_after

from .asking import Known
from .model import UNKNOWN, Answer, Facts, Kind, Option, Page, gettext_noop

# Somebody of that age on the day of asking stands for all: which school year a birthday falls in
# never decides for a person of fourteen, twenty or twenty-six.
_YEARS = {"child": 14, "grown": 20, "too_old": 26}
_WHO: dict[str, tuple[str, str]] = {
    "parent_of_child": ("parent", "child"),
    "parent_of_grown": ("parent", "grown"),
    "young_person": ("young_person", "grown"),
    "child": ("young_person", "child"),
    "over_25": ("young_person", "too_old"),
}


def facts_of_holder(holder: str, as_of: date) -> Facts:
    """Who acts, with a day of birth that stands for the age group on the day of asking."""
    acting, age = _WHO[holder]
    born = months_after(as_of - timedelta(1), -12 * _YEARS[age])
    return {"acting": acting, "date_of_birth": born.isoformat()}


def _who(answer: Answer, known: Known) -> Facts:
    return {} if not isinstance(answer, str) or answer == UNKNOWN else facts_of_holder(answer, known.as_of)


def _area(answer: Answer, known: Known) -> Facts:
    return {} if answer == UNKNOWN else {"area": answer}


WHO = Page(
    key="who",
    kind=Kind.RADIOS,
    fact="date_of_birth",
    words=gettext_noop("Who are you?"),
    short=gettext_noop("Who you are"),
    hint=gettext_noop(
        "School age ends on the last Friday in June of the school year in which somebody turns 16. "
        "From then to the age of 25 the law says “young person”."
    ),
    options=(
        Option(
            "parent_of_child", gettext_noop("I am the parent or carer of a child of school age or younger")
        ),
        Option("parent_of_grown", gettext_noop("I am the parent or carer of a young person")),
        Option("young_person", gettext_noop("I am the young person")),
        Option("child", gettext_noop("I am the child")),
        Option("over_25", gettext_noop("It is about somebody who is 25 or older")),
    ),
    unknown=gettext_noop("I do not know, or I would rather not say"),
    missing=gettext_noop("Choose who you are, or choose the last one."),
    asked=lambda known: known.would_change(facts_of_holder(who, known.as_of) for who in _WHO),
    gives=_who,
)

AREA = Page(
    key="area",
    kind=Kind.AREA,
    fact="area",
    words=gettext_noop("Which council is it about?"),
    short=gettext_noop("Council"),
    hint=gettext_noop("It is the council that sent the letter. Then we can say who helps in your area."),
    instead_hint={"no_letter": gettext_noop("Then we can say who helps in your area.")},
    unknown=gettext_noop("Skip this question"),
    missing=gettext_noop("Type the name of the council, or skip this question."),
    asked=lambda known: True,
    gives=_area,
)
"""It changes no date and no route; it says who helps. So it comes last, and may be skipped."""
