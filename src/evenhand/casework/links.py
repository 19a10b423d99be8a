"""Links that work once: whoever holds one does one thing in one case, in the name of one compartment.

Whoever holds the link may do that and nothing else, so a link says nothing of the case when it is opened. Of its token
only the hash is kept. Looking uses nothing up; doing it uses the link up in the same transaction, so that of two
presses one counts. A link that was used, has run out, is not for now any more, or never was: all of them are `Gone`.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from hashlib import sha256
from zoneinfo import ZoneInfo

from django.db import transaction

from evenhand import clock
from evenhand.law.calendars import REGULATIONS
from evenhand.people.roles import Role

from .actions.claiming import is_free
from .heart.events import Actor
from .heart.history import BODIES, state_of
from .heart.stages import Kind, Stage, StepNotOpen, may_take
from .heart.state import State
from .heart.steps import Step, may_do
from .heart.times import NOTICE_DAYS
from .histories import history_of
from .models import Case, SingleUse
from .recording import Done

DAYS_OPEN = 14
LONDON = ZoneInfo("Europe/London")


class Gone(LookupError):
    """This link cannot be used. Nothing says why."""


class Purpose(StrEnum):
    """What a link is for."""

    REPRESENTATIVE = "representative"
    FREE = "free"
    CONSENT = "consent"
    MEET = "meet"
    FEEDBACK = "feedback"
    FOLLOW = "follow"


STEP_OF = {
    Purpose.REPRESENTATIVE: Step.NAME_REPRESENTATIVE,
    Purpose.FREE: Step.GIVE_AVAILABILITY,
    Purpose.CONSENT: Step.CONSENT_TO_PERSON,
    Purpose.MEET: Step.AGREE_TO_MEET,
    Purpose.FEEDBACK: Step.GIVE_FEEDBACK,
    Purpose.FOLLOW: Step.RECORD_FACTS,
}
"""The step that a link of each purpose takes."""

BEFORE_NOTICE = frozenset({Purpose.REPRESENTATIVE, Purpose.CONSENT})
"""What must be known when notice of the meeting goes out, so that the link ends with that day."""


@dataclass(frozen=True, slots=True)
class Made:
    """A link that was made, and its token, which is kept nowhere."""

    link: SingleUse
    token: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A link that can be used now: the case, what for, in whose name, and about whom if it asks about somebody."""

    link: SingleUse
    case: Case
    state: State
    purpose: Purpose
    about: str

    @property
    def actor(self) -> Actor:
        """In whose name the step is taken: nobody's account, the role and the compartment of the link."""
        return Actor(None, Role(self.link.role), self.link.key)


def hashed(token: str) -> str:
    """What is kept of a token."""
    return sha256(token.encode()).hexdigest()


def purposes_for(state: State, key: str) -> list[Purpose]:
    """What a link could be made for now, for whoever has this compartment."""
    somebody = state.people.get(key)
    if somebody is None or not somebody.present:
        return []
    if key in BODIES and key not in state.known_to:
        return []  # a link would be how it learns of the case
    found = [purpose for purpose in Purpose if _now(state, key, purpose)]
    return [one for one in found if one is not Purpose.CONSENT or to_consent(state, key)]


def to_consent(state: State, key: str) -> list[str]:
    """Those about whom this party has still to say if they may come (reg 38(1)).

    About a child only the family is asked, and the mediator: the council has no say.
    """
    family = state.people[key].side == "family"
    return [
        one.key
        for one in state.people.values()
        if one.present
        and one.needs_consent
        and one.key != key
        and key not in one.consents | one.refuses
        and (family or one.role is not Role.YOUNG_PERSON)
    ]


def _now(state: State, key: str, purpose: Purpose) -> bool:
    """True if the step is open, and is one for whoever has the compartment."""
    somebody, step = state.people[key], STEP_OF[purpose]
    if not may_take(state.kind, state.stage, step):
        return False
    if purpose is Purpose.FOLLOW:
        return is_free(somebody)
    if not may_do(somebody.role, step):
        return False
    if purpose is Purpose.REPRESENTATIVE:
        return somebody.party and somebody.side != "family"
    if purpose is Purpose.FEEDBACK:
        return any(meeting.held for meeting in state.meetings) or not state.is_open
    if purpose is Purpose.MEET:
        return somebody.party and key not in state.agreed_to_meet
    return somebody.party


@transaction.atomic
def make_link(*, case: Case, purpose: Purpose, key: str, about: str = "") -> Made:
    """Make a link for the holder of a compartment. One that is open for the same thing is closed by it.

    `about` is the compartment of whoever is to be consented to. Raises `StepNotOpen` where it could not be used.
    """
    state = state_of(history_of(case))
    if purpose not in purposes_for(state, key) or (
        purpose is Purpose.CONSENT and about not in to_consent(state, key)
    ):
        raise StepNotOpen("There is nothing to ask of them with such a link now.")
    now, token = clock.instant(), secrets.token_urlsafe(32)
    words = f"{purpose.value}:{about}" if about else purpose.value
    same = SingleUse.objects.filter(case=case, purpose=words, key=key, used_at__isnull=True)
    same.filter(expires_at__gt=now).update(expires_at=now)
    link = SingleUse.objects.create(
        case=case,
        purpose=words,
        key=key,
        role=state.people[key].role.value,
        token_hash=hashed(token),
        made_at=now,
        expires_at=_end_of(last_day(state, purpose, clock.today_in_london())),
    )
    return Made(link, token)


def last_day(state: State, purpose: Purpose, today: date) -> date:
    """The last day of a link made today: fourteen days, or the day on which notice is due if that comes first."""
    usual = today + timedelta(DAYS_OPEN)
    meeting = state.meeting
    if purpose not in BEFORE_NOTICE or meeting is None or meeting.held is not None:
        return usual
    notice = REGULATIONS.before(meeting.on, NOTICE_DAYS)
    return min(usual, notice if notice >= today else max(meeting.on, today))


def _end_of(day: date) -> datetime:
    """The midnight in London that ends a day."""
    return datetime.combine(day + timedelta(1), time(), LONDON)


def open_link(token: str) -> Opened:
    """What a token opens. Nothing is changed by it. Raises `Gone`."""
    link = SingleUse.objects.select_related("case", "case__provider").filter(token_hash=hashed(token)).first()
    if link is None or link.used_at is not None or link.expires_at <= clock.instant():
        raise Gone
    word, _, about = link.purpose.partition(":")
    purpose, case = Purpose(word), link.case
    if not may_take(Kind(case.kind), Stage(case.stage), STEP_OF[purpose]):
        raise Gone
    state = state_of(history_of(case))
    somebody = state.people.get(link.key)
    if somebody is None or not somebody.present:
        raise Gone
    if purpose is Purpose.FOLLOW and not is_free(somebody):
        raise Gone
    if about and not (about in state.people and state.people[about].present):
        raise Gone
    return Opened(link, case, state, purpose, about)


@transaction.atomic
def redeem(token: str, act: Callable[[Opened], Done]) -> Done:
    """Do what the link is for, and use it up: both or neither. Raises `Gone`, and what the action raises."""
    opened = open_link(token)
    # One statement, so that of two presses at once one finds the link open on either database.
    open_now = SingleUse.objects.filter(
        pk=opened.link.pk, used_at__isnull=True, expires_at__gt=clock.instant()
    )
    if open_now.update(used_at=clock.instant()) != 1:
        raise Gone
    return act(opened)


def links_of(case: Case) -> list[SingleUse]:
    """Every link of a case that can still be used or was, the newest first; those closed unused are left out."""
    links = SingleUse.objects.filter(case=case).order_by("-made_at", "-pk")
    return [one for one in links if one.used_at is not None or one.expires_at > clock.instant()]
