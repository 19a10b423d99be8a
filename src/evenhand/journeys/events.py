"""What has happened since the letter: one page to tick, then a day for each thing that was ticked."""

from .asking import Known
from .letters import DATE_MISSING, DATE_NOT_KNOWN
from .model import UNKNOWN, Answer, Facts, Kind, Option, Page, gettext_noop
from .plans import I_DO_NOT_KNOW


def _event(fact: str, ticked: str, question: str, hint: str = "", ahead: bool = False) -> tuple[Option, Page]:
    """An option of the page "happened", and the page that asks for its day."""
    page = Page(
        key=fact.replace("_", "-"),
        kind=Kind.DATE,
        fact=fact,
        words=question,
        short=ticked,
        hint=hint,
        unknown=DATE_NOT_KNOWN,
        missing=DATE_MISSING,
        may_lie_ahead=ahead,
        asked=lambda known: fact in _ticked(known) and known.lacks(fact),
        gives=lambda answer, known: _day(fact, answer),
    )
    return Option(fact, ticked), page


def _ticked(known: Known) -> list[str]:
    answer = known.answers.get("happened")
    return answer if isinstance(answer, list) else []


def _day(fact: str, answer: Answer) -> Facts:
    if answer == UNKNOWN:
        return {}
    return {fact: {"made_on": answer, "items": []} if fact == "agreement" else answer}


_EVENTS = (
    _event(
        "adviser_contacted",
        gettext_noop("We contacted the mediation adviser"),
        gettext_noop("When did you first contact the mediation adviser?"),
        gettext_noop("The day you first rang, wrote or filled in the form."),
    ),
    _event(
        "adviser_told_no",
        gettext_noop("We told the adviser that we do not want mediation"),
        gettext_noop("When did you tell the adviser that you do not want mediation?"),
    ),
    _event(
        "authority_told",
        gettext_noop("The council was told that we want mediation"),
        gettext_noop("When was the council told that you want mediation?"),
        gettext_noop("The adviser tells the council. If you do not know the day, ask the adviser."),
    ),
    _event(
        "adviser_told_cannot_arrange",
        gettext_noop("The council said that it cannot arrange mediation in time"),
        gettext_noop("When did the council tell the adviser that it cannot arrange mediation in time?"),
    ),
    _event(
        "mediation_on",
        gettext_noop("There is a day for the mediation meeting"),
        gettext_noop("On what day is the mediation meeting?"),
        gettext_noop("It may be a day that is still to come."),
        ahead=True,
    ),
    _event(
        "mediation_concluded",
        gettext_noop("The mediation is over"),
        gettext_noop("On what day did the mediation end?"),
    ),
    _event(
        "certificate_issued",
        gettext_noop("We have the mediation certificate"),
        gettext_noop("What date is on the certificate?"),
        gettext_noop("Use the day on which it was issued."),
    ),
    _event(
        "agreement",
        gettext_noop("We made an agreement at mediation"),
        gettext_noop("On what day was the agreement made?"),
    ),
    _event(
        "appeal_received",
        gettext_noop("The Tribunal has our appeal"),
        gettext_noop("On what day did the Tribunal get your appeal?"),
        gettext_noop("The Tribunal’s first letter to you says it."),
    ),
    _event(
        "recommendation_made_on",
        gettext_noop("The Tribunal recommended something about health or social care"),
        gettext_noop("On what day did the Tribunal make its recommendation?"),
    ),
    _event(
        "complaint_answered_on",
        gettext_noop("We complained, and had the council’s last answer"),
        gettext_noop("On what day did the council give its last answer to your complaint?"),
    ),
    _event(
        "governors_decided_on",
        gettext_noop("The governors decided not to take my child back"),
        gettext_noop("On what day did the governors tell you their decision?"),
    ),
)
DAY_PAGES = tuple(page for _, page in _EVENTS)
EVENTS = tuple(page.fact for page in DAY_PAGES)


def _offered(known: Known) -> tuple[Option, ...]:
    to_come = known.events_to_come(EVENTS)
    return tuple(option for option, _ in _EVENTS if option.value in to_come)


def _happened(answer: Answer, known: Known) -> Facts:
    """What was offered and not ticked has not happened; what was ticked waits for its day."""
    if answer == UNKNOWN:
        return {}
    return {option.value: None for option in _offered(known) if option.value not in answer}


HAPPENED = Page(
    key="happened",
    kind=Kind.CHECKBOXES,
    fact="adviser_contacted",
    words=gettext_noop("What has happened so far?"),
    short=gettext_noop("What has happened"),
    hint=gettext_noop("Choose all that have happened."),
    options=tuple(option for option, _ in _EVENTS),
    offered=_offered,
    unknown=I_DO_NOT_KNOW,
    none=gettext_noop("None of these yet"),
    missing=gettext_noop("Choose what has happened. If nothing has, choose “None of these yet”."),
    asked=lambda known: known.lacks(*EVENTS),
    gives=_happened,
)

AGREED_OPTIONS = (
    Option("assess", gettext_noop("The council will assess needs")),
    Option("issue_plan", gettext_noop("The council will make a plan")),
    Option("reconsider_plan", gettext_noop("The council will think again about making a plan")),
    Option("reassess", gettext_noop("The council will assess again")),
    Option("amend_contents", gettext_noop("The council will change what the plan says")),
    Option("amend_placement", gettext_noop("The council will name another school or college")),
    Option(
        "amend_contents_and_placement",
        gettext_noop("It will change what the plan says and name another school"),
    ),
    Option("continue_plan", gettext_noop("The plan goes on as it is")),
    Option("continue_and_amend_plan", gettext_noop("The plan goes on, with changes")),
    Option("cease_plan", gettext_noop("The plan ends")),
    Option("other", gettext_noop("Something else")),
)


def _agreed(answer: Answer, known: Known) -> Facts:
    agreement = known.facts["agreement"]
    if answer == UNKNOWN or not isinstance(agreement, dict):
        return {}
    return {"agreement": {**agreement, "items": [{"action": action} for action in answer]}}


def _items_matter(known: Known) -> bool:
    agreement = known.facts.get("agreement")
    if not isinstance(agreement, dict):
        return False
    return known.would_change(
        {"agreement": {**agreement, "items": [{"action": o.value}]}} for o in AGREED_OPTIONS
    )


AGREED = Page(
    key="agreed",
    kind=Kind.CHECKBOXES,
    fact="agreement",
    words=gettext_noop("What was agreed?"),
    short=gettext_noop("What was agreed"),
    hint=gettext_noop("Choose all that the agreement says."),
    options=AGREED_OPTIONS,
    unknown=I_DO_NOT_KNOW,
    missing=gettext_noop("Choose what was agreed, or choose “I do not know”."),
    asked=_items_matter,
    gives=_agreed,
)
