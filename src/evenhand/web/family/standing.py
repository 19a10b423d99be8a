"""What has to be said before any day: where the case stands, and what still works.

A day that has passed may not be the end, and a day that is ahead may wait for another step. The law's
answer says which; here it is put into an order and into words.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.utils.translation import gettext as _

from evenhand.journeys import Walk
from evenhand.journeys.asking import other_holder
from evenhand.journeys.model import gettext_noop
from evenhand.law import Advice
from evenhand.law.answer import DateAnswer
from evenhand.law.rules.appeals import A_MONTH_TO_COME
from evenhand.web.family import words

NO_LIMIT = ("provision_by_setting", "authority_and_commissioner")
"""Matters for which the law sets no last day (but for a court's, as a last resort)."""
SURELY_NOT_DONE = ("issue_certificate", "arrange_mediation")
"""Duties of which a family knows whether they were done: it was asked."""
SCHOOL_DAYS = ("exclusion_review", "admission_appeal")
"""Routes whose limit is in school days, which only the school can count."""


@dataclass(frozen=True)
class Now:
    """Something to do that has no day of its own here: what, and sentences about it."""

    what: str
    says: tuple[str, ...]


@dataclass(frozen=True)
class Holder:
    """Whose right it is, where it is not the right of the person who asks."""

    heading: str
    says: tuple[str, ...]
    whose: str
    their_days: str


_HOLDERS = {
    "young_person_holds": (
        gettext_noop("The right is the young person’s own now"),
        gettext_noop(
            "The young person is over school age. They hold the right to mediation and to an appeal, and their days run."
        ),
        gettext_noop(
            "Sit down together and show them this page. They ask for mediation and appeal in their own name. "
            "They may ask you to help and to speak for them."
        ),
        gettext_noop(
            "Can the young person not decide this for themselves? Ask the free advice service who acts for them."
        ),
        gettext_noop("The young person"),
        gettext_noop("The young person’s days"),
    ),
    "parent_holds": (
        gettext_noop("The right is your parent’s or carer’s for now"),
        gettext_noop(
            "Until the end of school age your parent or carer holds the right to mediation and to an appeal, and their days run."
        ),
        gettext_noop(
            "Show this page to your parent or carer soon, and do it together. What you think counts: say what you want."
        ),
        "",
        gettext_noop("Your parent or carer"),
        gettext_noop("Your parent’s or carer’s days"),
    ),
}


def holder(walked: Walk) -> tuple[Holder, Advice] | None:
    """Who holds the right, and the law's answer to them; None where it is the person who asks."""
    found = other_holder(walked.known)
    if found is None:
        return None
    heading, why, do, more, whose, their_days = _HOLDERS[found[0]]
    says = tuple(_(text) for text in (why, do, more) if text)
    return Holder(_(heading), says, _(whose), _(their_days)), found[1]


def waits(found: DateAnswer, advice: Advice) -> bool:
    """Whether this day must not be shown as it is: it has passed and another will count, or it is no way at all."""
    appeal = advice.route("appeal")
    if found.date == "register_appeal":
        return found.state == "passed" and (appeal.state, appeal.first) == ("not_yet", "certificate")
    if found.date == "contact_adviser":
        return found.state == "passed" and appeal.state == "not_yet"
    return found.date == "judicial_review" and advice.date("register_appeal") is not None


def urgent(advice: Advice, walked: Walk) -> tuple[Now, ...]:
    """What is to be done before any day, the most pressing first."""
    return (
        *_school_days(advice),
        *_certificate(advice),
        *_late_appeal(advice, walked),
        *_first_steps(advice),
    )


def _school_days(advice: Advice) -> list[Now]:
    found = []
    for name in SCHOOL_DAYS:
        route, said = advice.route(name), words.ROUTES[name]
        if route.state in ("open", "not_yet"):
            more = (_(said.next),) if route.state == "open" else ()
            found.append(Now(_(said.name), (_(route.because[0].text), *more)))
    return found


def _certificate(advice: Advice) -> list[Now]:
    certificate, appeal = advice.route("certificate"), advice.route("appeal")
    contact, register = advice.date("contact_adviser"), advice.date("register_appeal")
    if (appeal.state, appeal.first) != ("not_yet", "certificate"):
        return []
    if certificate.first == "mediation":
        says = [
            _("It is too late for a certificate without mediation. Taking part in mediation leads to one."),
            _(
                "Ring the mediation adviser today and say that you want mediation. The appeal needs the certificate."
            ),
        ]
        if contact and contact.caution and contact.caution.arguable_on:
            after = contact.caution.arguable_on + timedelta(1)
            says.append(
                _("From %(day)s you may also ask the Tribunal for leave to appeal without a certificate.")
                % {"day": words.in_full(after)}
            )
        return [Now(_("Ask for mediation today"), tuple(says))]
    if register is None or register.state != "passed":
        return []
    says = [
        _(
            "A certificate gives one more month for the appeal, from the day it was issued. The appeal is not lost."
        ),
        _("Ring the mediation adviser today and ask for the certificate."),
    ]
    issue = advice.date("issue_certificate")
    if issue is not None and issue.state == "passed" and issue.on is not None:
        says[1] = _(
            "The certificate was due on %(day)s. Ask the mediation adviser for it today, in writing."
        ) % {"day": words.in_full(issue.on)}
    says += [_(reason.text) for reason in register.because if reason.text == A_MONTH_TO_COME.text]
    return [Now(_("Get the mediation certificate now"), tuple(says))]


def _late_appeal(advice: Advice, walked: Walk) -> list[Now]:
    appeal = advice.route("appeal")
    if appeal.state != "late":
        return []
    says = (_(appeal.because[0].text), late_appeal(advice, walked))
    return [Now(_("Appeal late: ask the Tribunal today"), says)]


def late_appeal(advice: Advice, walked: Walk) -> str:
    """What to send, and what to ask for in it, where the time for an appeal has run out."""
    facts = walked.known.facts
    register = advice.date("register_appeal")
    over = register is not None and register.state == "passed"
    text = _("Send form %(form)s today. Ask in it for more time. Give your full reasons.")
    if advice.route("certificate").state == "closed" and not facts.get("certificate_issued"):
        text = (
            _(
                "Send form %(form)s today. Ask in it for leave to appeal without a certificate, and for more time. "
                "Give your full reasons."
            )
            if over
            else _(
                "Send form %(form)s today. Ask in it for leave to appeal without a certificate. "
                "Give your full reasons."
            )
        )
    return text % {"form": "SEND35A" if facts.get("matter") == "refusal_to_assess" else "SEND35"}


def _first_steps(advice: Advice) -> list[Now]:
    """The open route that another one with a day waits for, where that first one has no day of its own."""
    found: dict[str, Now] = {}
    for route in advice.routes:
        first = route.first or ""
        if route.state != "not_yet" or not route.date or route.route == "judicial_review":
            continue
        if first in words.ROUTES and (step := advice.route(first)).state == "open" and step.date is None:
            found[first] = Now(_(words.ROUTES[first].name), (_(words.ROUTES[first].next),))
    return [now for first, now in found.items() if first not in ("certificate", "mediation")]


_CHASE = {
    "adviser": gettext_noop(
        "It is for the mediation adviser to do. Ask the adviser for it in writing today, and name the day. "
        "If nothing comes, complain to the adviser’s organisation, and tell the council."
    ),
    "authority": gettext_noop(
        "It is for the council to do. Write to the council today, and name the day and the law below. "
        "If it still does not do it, complain to the council."
    ),
    "commissioning_body": gettext_noop(
        "It is for the health service to do. Write to it today, and name the day and the law below. "
        "If it still does not do it, complain to it."
    ),
}


def chase(found: DateAnswer) -> tuple[str, ...]:
    """What to do about a duty of somebody else's whose day has passed; nothing where it was done or cannot be known."""
    if found.state != "passed" or found.whose == "family" or found.date == "tell_family_of_meeting":
        return ()
    overdue = (
        _("It is overdue.") if found.date in SURELY_NOT_DONE else _("If it has not been done, it is overdue.")
    )
    return overdue, _(_CHASE[found.whose])


def beside(found: DateAnswer, advice: Advice) -> tuple[str, ...]:
    """What has to be known beside a day of the family's."""
    appeal = advice.route("appeal")
    needed = (appeal.state, appeal.first) == ("not_yet", "certificate")
    if found.date != "contact_adviser" or found.state not in ("ahead", "today") or not needed:
        return ()
    if found.safe_on is None or found.safe_on - timedelta(7) < advice.as_of:
        return (
            _(
                "Ring the adviser today: the certificate can take three working days, and the appeal needs it."
            ),
        )
    return (
        _(
            "Ring the adviser at least a week before: the certificate can take three working days, "
            "and the appeal needs it."
        ),
    )


def next_step(route: str, advice: Advice, walked: Walk) -> str:
    """What to do next on a route where the case stands now; empty where the usual words fit."""
    facts = walked.known.facts
    if route == "appeal" and advice.route("appeal").state == "late":
        return late_appeal(advice, walked)
    if route == "certificate" and (
        facts.get("mediation_concluded") or facts.get("adviser_told_cannot_arrange")
    ):
        return _("Ring or write to the mediation adviser today, and ask for the certificate.")
    if route == "certificate" and facts.get("adviser_told_no"):
        return _("You said no to mediation. Ask the mediation adviser for the certificate.")
    if route == "certificate" and facts.get("authority_told"):
        return _("You asked for mediation. The certificate comes after it. You may still change your mind.")
    if route == "mediation" and facts.get("mediation_concluded"):
        return _("Ask the council if it will meet again, if you want that. It costs you nothing.")
    if route == "mediation" and facts.get("authority_told"):
        return _("You have asked for it. Ask the mediation adviser when the meeting is.")
    if route == "talk" and not facts.get("notice_sent"):
        return _("Ring or write to the person who decides. Say what is wrong.")
    return ""


def leaves(route: str, walked: Walk) -> str | None:
    """What a route leaves as it is, where the usual words do not fit; None where they do."""
    if route == "certificate" and walked.known.facts.get("mediation_concluded"):
        return ""
    if route == "needs_assessment" and walked.known.matter != "refusal_to_assess":
        return ""
    return None


def service(advice: Advice) -> str:
    """Whom to name beside the free advice: who mediates, or who does disagreement resolution."""
    for name in ("mediation", "disagreement_resolution"):
        if advice.route(name).state in ("open", "not_yet"):
            return name
    return ""
