"""What happens next in a case, as one thing: what its reader is waited for first, otherwise what is due next."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from evenhand.casework.heart.acting import STILL_OPEN
from evenhand.casework.heart.dues import Due, next_due
from evenhand.casework.heart.stages import Kind, Stage
from evenhand.casework.heart.steps import Step
from evenhand.web.family.answer import Day, Why
from evenhand.web.family.words import in_full
from evenhand.web.frame import address
from evenhand.web.steps.asked import MY
from evenhand.web.steps.pages import PAGES

from .days import Days, dues_for
from .sight import Sight
from .words import STANDS


@dataclass(frozen=True)
class Link:
    """A page to go to, and its words."""

    to: str
    words: str


@dataclass(frozen=True)
class Coming:
    """What happens next. `act` is what to do and by when, or who does it; `links` lead to where it is done."""

    what: str
    act: str
    says: tuple[str, ...]
    care: str
    why: tuple[Why, ...]
    links: tuple[Link, ...]
    yours: bool


_WAITS_FOR_YOU: dict[str, tuple[Promise, Promise, tuple[Step, ...]]] = {
    "agree": (
        lazy("Say if you want to meet"),
        lazy("You may say yes or no. You do not have to say why. No answer is a wrong one."),
        (Step.AGREE_TO_MEET, Step.REFUSE_TO_MEET),
    ),
    "approve": (
        lazy("Read the agreement"),
        lazy("Say yes only if you agree to all of it. If it changes, we ask you again."),
        (Step.APPROVE_AGREEMENT,),
    ),
    "consent": (
        lazy("Say if somebody may come to the meeting"),
        lazy("They come only if everybody says yes. You do not have to say why."),
        (Step.CONSENT_TO_PERSON,),
    ),
    "choose": (
        lazy("Choose: mediation, or not"),
        lazy("Either choice is fine, and you can change your mind. You get a certificate either way."),
        (Step.CHOOSE_MEDIATION, Step.DECLINE_MEDIATION),
    ),
}


def step_links(sight: Sight, *steps: Step) -> tuple[Link, ...]:
    """Links to those of the steps that this reader can take now and that have a page."""
    can = [step for step in sight.seen.steps() if not sight.shut_out or step in STILL_OPEN]
    found = (
        (address(MY.do, sight.seen.case.reference, step.value), PAGES[step].title_in(MY, step))
        for step in steps
        if step in can and step in PAGES
    )
    return tuple(Link(to, str(words)) for to, words in found if to is not None)


def coming(sight: Sight, days: Days, today: date) -> Coming | None:
    """What comes next; None for somebody who may not know the case's course."""
    if not sight.knows_dates:
        return None
    pressing = _pressing(sight, today)
    if pressing is not None and (own := days.of(pressing)) is not None:
        return _from_day(sight, own)
    first = next((key for key in waiting_for(sight)), None)
    day = days.of(next_due(dues_for(sight, today), today))
    if first is not None:
        what, says, steps = _WAITS_FOR_YOU[first]
        return Coming(str(what), "", (str(says),), "", (), step_links(sight, *steps), yours=True)
    if sight.state.stage in (Stage.MEETING_FIXED, Stage.NOTICE_GIVEN):
        return _meeting(sight, today)
    return _from_day(sight, day) if day is not None else _nothing_due(sight)


def _pressing(sight: Sight, today: date) -> Due | None:
    """A day of the family's own that is today or tomorrow: it comes before everything that others have to do."""
    tomorrow = today + timedelta(1)
    for due in dues_for(sight, today):
        if due.whose != "family" or due.met or due.on is None or due.safe_on is None:
            continue
        if due.on >= today and due.safe_on <= tomorrow:
            return due
    return None


def _meeting(sight: Sight, today: date) -> Coming:
    meeting = sight.state.meeting
    assert meeting is not None  # the stage says that there is one
    at = _("%(day)s, %(starts)s to %(ends)s") % {
        "day": in_full(meeting.on),
        "starts": meeting.starts,
        "ends": meeting.ends,
    }
    if meeting.on < today:
        says = _("The mediator has not told us yet how it went. Ring us, if you do not hear soon.")
        return Coming(_("Your meeting was to be"), at, (says,), "", (), (), yours=False)
    says = _("Below you see where it is, and who comes. You may bring somebody you trust.")
    return Coming(_("Your meeting"), at, (says,), "", (), (), yours=True)


def waiting_for(sight: Sight) -> Iterator[str]:
    """What the reader, as a party, has been asked and has not answered."""
    state, me = sight.state, sight.me.key
    if not sight.is_party or not state.is_open:
        return
    if state.stage is Stage.INVITED and me not in state.agreed_to_meet:
        yield "agree"
    if state.agreement and state.agreement.made_on is None and me not in state.agreement.approved:
        yield "approve"
    for one in state.people.values():
        if one.present and one.needs_consent and one.key != me and me not in one.consents | one.refuses:
            yield "consent"
    if state.kind is Kind.MEDIATION and state.stage is Stage.ADVICE_GIVEN:
        yield "choose"


def _from_day(sight: Sight, day: Day) -> Coming:
    if day.mine:
        return Coming(day.what, day.act or day.last, (day.last, *day.says), day.care, day.why, (), yours=True)
    return Coming(day.what, day.last, (_said_by(day), *day.says), day.care, day.why, (), yours=False)


def _said_by(day: Day) -> str:
    return _("Who does it: %(who)s.") % {"who": day.whose}


def _nothing_due(sight: Sight) -> Coming:
    links: tuple[Link, ...] = ()
    if not sight.state.is_open:
        links = step_links(sight, Step.GIVE_FEEDBACK, Step.COMPLAIN)
        says = _("You do not have to do anything. You can still read what is here, and tell us how it was.")
    else:
        says = _("You do not have to do anything now. We will tell you when there is something to do.")
    return Coming(str(STANDS[sight.state.stage]), says, (), "", (), links, yours=False)
