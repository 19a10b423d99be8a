"""What families are told about each route and each date, in our own words.

How a route stands, and why, is the law's to say. Here is what it is called, what to do next, and what it
does not affect.
"""

from datetime import date
from typing import NamedTuple

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from evenhand.journeys.model import gettext_noop
from evenhand.web.remembered import in_each_language


class RouteWords(NamedTuple):
    """A route: its name, what to do next, and what it leaves as it is."""

    name: str
    next: str
    leaves: str


ROUTES = {
    "certificate": RouteWords(
        gettext_noop("Get a mediation certificate"),
        gettext_noop(
            "Ring or write to the mediation adviser. The council’s letter must say who that is. "
            "Say that you may want to appeal, and whether you want mediation."
        ),
        gettext_noop("You do not have to go to mediation to get it. It does not stop you from talking."),
    ),
    "appeal": RouteWords(
        gettext_noop("Appeal to the Tribunal"),
        gettext_noop("Fill in the Tribunal’s form and send it. Send a copy of the letter with it."),
        gettext_noop("You can still talk and go to mediation after you appeal."),
    ),
    "recommendations": RouteWords(
        gettext_noop("Ask the Tribunal about health or social care too"),
        gettext_noop("Say so in the form for the appeal."),
        gettext_noop(
            "The Tribunal decides about education. About health and social care it can only advise."
        ),
    ),
    "mediation": RouteWords(
        gettext_noop("Mediation"),
        gettext_noop("Tell the mediation adviser that you want mediation. It costs you nothing."),
        gettext_noop("Asking for mediation does not stop the appeal clock. You can still appeal."),
    ),
    "disagreement_resolution": RouteWords(
        gettext_noop("Disagreement resolution"),
        gettext_noop(
            "Ask the council or the advice service who does this in your area. It costs you nothing."
        ),
        gettext_noop("It stops no clock, and you can still appeal or complain. Nobody has to take part."),
    ),
    "talk": RouteWords(
        gettext_noop("Talk about it"),
        gettext_noop("Ring or write to the person whose name is on the letter. Say what is wrong."),
        gettext_noop("Talking does not stop any clock. It does not close any other way."),
    ),
    "needs_assessment": RouteWords(
        gettext_noop("Ask for an assessment of needs"),
        gettext_noop("Write to the council and ask for an education, health and care needs assessment."),
        gettext_noop("Asking again does not stop the clock for an appeal."),
    ),
    "setting_complaint": RouteWords(
        gettext_noop("Complain to the nursery, school or college"),
        gettext_noop("Ask for its complaints procedure. It is often on its website."),
        gettext_noop("A complaint stops no clock."),
    ),
    "authority_complaint": RouteWords(
        gettext_noop("Complain to the council"),
        gettext_noop("Use the council’s complaints form, or write to it."),
        gettext_noop("A complaint stops no clock and does not change the decision."),
    ),
    "health_complaint": RouteWords(
        gettext_noop("Complain about health care"),
        gettext_noop("Write to the health service that gives the care."),
        gettext_noop("A complaint stops no clock."),
    ),
    "ombudsman": RouteWords(
        gettext_noop("Ask the Ombudsman"),
        gettext_noop("Send the Ombudsman your complaint and the council’s last answer."),
        gettext_noop("The Ombudsman cannot change a decision that the Tribunal could change."),
    ),
    "secretary_of_state": RouteWords(
        gettext_noop("Write to the Department for Education"),
        gettext_noop("Say which duty was not done, and send what the council answered."),
        gettext_noop("It stops no clock."),
    ),
    "ofsted": RouteWords(
        gettext_noop("Tell Ofsted"),
        gettext_noop("Complain to the school or nursery first. Then use Ofsted’s form."),
        gettext_noop("Ofsted does not settle one child’s case."),
    ),
    "discrimination_claim": RouteWords(
        gettext_noop("Claim that a school was unfair because of a disability"),
        gettext_noop("Fill in the Tribunal’s form for claims and send it. Get advice first."),
        gettext_noop("You can still complain to the school."),
    ),
    "exclusion_review": RouteWords(
        gettext_noop("Ask a panel to look at the exclusion"),
        gettext_noop("Write to the school’s governors or trust. Their letter says how."),
        gettext_noop("It does not stop the clock for a claim about disability."),
    ),
    "admission_appeal": RouteWords(
        gettext_noop("Appeal about the school place"),
        gettext_noop("Follow the letter that said no. It says where to send the appeal, and by when."),
        gettext_noop("You can still ask for an assessment of needs."),
    ),
    "judicial_review": RouteWords(
        gettext_noop("Go to court (judicial review)"),
        gettext_noop("Speak to a solicitor at once. It can cost money."),
        gettext_noop("The court looks at whether the law was kept. It does not choose the help."),
    ),
}

ORDER = tuple(ROUTES)
"""The order in which families are shown the routes of one group."""

FIRST = {name: words.name for name, words in ROUTES.items()} | {
    "notice": gettext_noop("The council must send its letter"),
    "governing_board": gettext_noop("The governors must meet"),
}

DATES = {
    "contact_adviser": gettext_noop("Contact the mediation adviser"),
    "register_appeal": gettext_noop("The Tribunal must have your appeal"),
    "issue_certificate": gettext_noop("The adviser must issue the certificate"),
    "notify_commissioner": gettext_noop("The council must tell the health service"),
    "arrange_mediation": gettext_noop("Mediation must be arranged"),
    "tell_family_of_meeting": gettext_noop("You must be told the day and place of the meeting"),
    "tell_authority_of_agreement": gettext_noop("The health service must tell the council of the agreement"),
    "carry_out_agreement": gettext_noop("What was agreed must be done"),
    "reply_to_recommendations": gettext_noop("There must be a reply to what the Tribunal recommended"),
    "discrimination_claim": gettext_noop("The Tribunal must have your claim about disability"),
    "ask_ombudsman": gettext_noop("Ask the Ombudsman"),
    "judicial_review": gettext_noop("The court must have your claim"),
}

THEIR_DATES = DATES | {
    "register_appeal": gettext_noop("The Tribunal must have their appeal"),
    "discrimination_claim": gettext_noop("The Tribunal must have their claim about disability"),
    "judicial_review": gettext_noop("The court must have their claim"),
}
"""The same, of the person whose right it is, said to somebody else."""

STEPS = {
    "notify": gettext_noop("the council must tell you that it will assess"),
    "reasons": gettext_noop("if there is no plan, the council must say why"),
    "draft": gettext_noop("the draft plan"),
    "final": gettext_noop("the final plan"),
}

WHOSE = {
    "family": gettext_noop("You"),
    "adviser": gettext_noop("The mediation adviser"),
    "authority": gettext_noop("The council"),
    "commissioning_body": gettext_noop("The health service"),
}

GROUPS = {
    "late": (
        gettext_noop("Too late, but perhaps not lost"),
        gettext_noop("The day has passed. Somebody may still let you in. Act at once and ask for help."),
    ),
    "open": (
        gettext_noop("What you can do now"),
        gettext_noop("You can choose more than one of these."),
    ),
    "not_yet": (gettext_noop("What needs another step first"), ""),
    "depends": (
        gettext_noop("What hangs on something we do not know"),
        gettext_noop("Answer the question, and we can say more."),
    ),
    "closed": (gettext_noop("Done, or over"), ""),
    "unavailable": (gettext_noop("Not for this"), ""),
}
"""Each group of routes, by their state, in the order of the page: its heading, and a word about it."""

STATES = {
    "ahead": gettext_noop("still to come"),
    "today": gettext_noop("today"),
    "passed": gettext_noop("passed"),
    "met": gettext_noop("done in time"),
}

ANYONE_MAY_CHARGE = gettext_noop(
    "Anybody may call themselves an advocate and ask for money. No law checks them. "
    "The help on this page is free. Ask for it first."
)


@in_each_language(2048)
def _day_in_words(day: date) -> str:
    return date_format(day, "l j F Y")


def in_full(day: date, at: str | None = None) -> str:
    """A day in full, with the hour of the law if it sets one: Monday 4 January 2027, by 5pm."""
    text = _day_in_words(day)
    return _("%(day)s, by 5pm") % {"day": text} if at == "17:00" else text
