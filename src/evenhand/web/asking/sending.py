"""What was answered online, as the request that is sent: facts, people and the call that comes first."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from evenhand import clock
from evenhand.casework.asked_online import Request
from evenhand.casework.heart.stages import Kind
from evenhand.law import FactsRefused, advise
from evenhand.people.roles import Role

from .about import acting_of, matter_of
from .calling import wanted
from .draft import Draft

WANTS = {
    "advice": lazy("To know more about mediation, and to get a certificate"),
    "mediation": lazy("Mediation"),
    "resolution": lazy("Disagreement resolution"),
}
TAKEN_ALONG = frozenset(
    {
        "sections",
        "health_issue",
        "social_care_issue",
        "education_issue",
        "notice_sent",
        "notice_dated",
        "conduct_on",
        "learned_of_matter_on",
        "assessment_or_plan_under_way",
        "appeal_received",
        "certificate_issued",
    }
)
"""Facts of “your options” that a new case begins with. What the case itself brings about is not among them."""


def kind_of(draft: Draft) -> Kind:
    """The kind of case that is asked for."""
    return Kind.RESOLUTION if draft.given("wants", "wants") == "resolution" else Kind.MEDIATION


def facts_of(draft: Draft) -> dict[str, Any]:
    """The facts as the law asks for them."""
    facts = {name: value for name, value in draft.brought.items() if name in TAKEN_ALONG}
    if acting := acting_of(draft):
        facts["acting"] = acting
    if sent := draft.given("letter", "sent"):
        facts["notice_sent"] = sent
    issue = draft.given("issues", "issues")
    if issue and issue != "several":
        facts[issue] = True
    return facts


def refused(draft: Draft) -> str:
    """Why the law cannot take the facts together; empty where it can."""
    try:
        _advice(draft)
    except FactsRefused as why:
        return str(why)
    return ""


def not_for_this(draft: Draft) -> bool:
    """True where mediation is asked for and the law has none for this matter: disagreement resolution may be the way."""
    if kind_of(draft) is Kind.RESOLUTION or not matter_of(draft) or refused(draft):
        return False
    return bool(_advice(draft).route("mediation").state == "unavailable")


def _advice(draft: Draft) -> Any:
    facts = facts_of(draft) | {"matter": matter_of(draft), "as_of": clock.today_in_london().isoformat()}
    if born := draft.given("child", "born"):
        facts["date_of_birth"] = born
    return advise(facts)


def request_of(draft: Draft) -> Request:
    """Everything that is sent."""
    young = acting_of(draft) == "young_person"
    name = draft.given("name", "name")
    child = {"name": name if young else draft.given("child", "name")}
    if born := draft.given("child", "born"):
        child["date_of_birth"] = born
    contact = {
        "phone": draft.given("number", "phone"),
        "email": draft.given("email", "email"),
        "discreet": not draft.given("email", "open"),
        "language": "",
    }
    asked = _("Asked online for: %(what)s.") % {"what": WANTS[draft.given("wants", "wants")]}
    return Request(
        kind=kind_of(draft),
        role=Role.YOUNG_PERSON if young else Role.PARENT,
        matter=matter_of(draft),
        area=draft.council,
        name=name,
        call=wanted(draft, asked),
        facts=facts_of(draft),
        child=child,
        contact={name: value for name, value in contact.items() if value},
        needs=_needs(draft),
    )


def _needs(draft: Draft) -> str:
    """What somebody needs to take part, for every meeting and letter: the language and the way of talking."""
    language = draft.given("language", "language")
    ways = {"bsl": _("British Sign Language"), "relay": _("Text relay")}
    spoken = [_("Language: %(language)s") % {"language": language}] if language else []
    how = [ways[draft.given("how", "how")]] if draft.given("how", "how") in ways else []
    typed = draft.given("needs", "needs")
    return ". ".join([*spoken, *how, *([typed] if typed else [])])
