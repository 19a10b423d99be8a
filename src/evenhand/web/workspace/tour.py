"""Look around: in a demonstration, a few places worth seeing for whoever is signed in. Anywhere else there is none."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from evenhand.casework.heart.stages import Kind, Stage
from evenhand.casework.models import Case
from evenhand.people.models import Installation
from evenhand.people.reader import Reader
from evenhand.people.roles import FAMILY, Role
from evenhand.people.statements import Statement, read, written
from evenhand.web.frame import address

MOST = 5
AT_CASE, AT_BODY = frozenset({Role.ADVISER}), frozenset({Role.AUTHORITY_OFFICER, Role.AUTHORITY_DECIDER})
LEADS, MANAGES, HEALTH = (
    frozenset({Role.MEDIATOR}),
    frozenset({Role.MANAGER}),
    frozenset({Role.COMMISSIONING_OFFICER}),
)


@dataclass(frozen=True, slots=True)
class Stop:
    """A place to see: who it is for, a sentence, and either a page by its name or the first open case that is like this."""

    roles: frozenset[Role]
    words: str | Promise
    page: str = ""
    like: tuple[tuple[str, Any], ...] = ()


def _case(roles: frozenset[Role], words: str | Promise, **like: Any) -> Stop:
    return Stop(roles, words, like=tuple(like.items()))


STOPS = (
    _case(
        AT_CASE | LEADS | AT_BODY | HEALTH,
        _("A mediation whose day is fixed: who comes, the dates, and whose notes you can read."),
        kind=Kind.MEDIATION.value,
        stage=Stage.NOTICE_GIVEN.value,
    ),
    _case(
        AT_CASE | AT_BODY,
        _(
            "The council’s thirty days are running: what it must do, by when, and what follows if it does not."
        ),
        stage=Stage.ARRANGING.value,
    ),
    _case(
        LEADS,
        _("A meeting has taken place, and nobody has written down what came of it."),
        stage=Stage.HELD.value,
    ),
    _case(
        AT_BODY | HEALTH,
        _("Who comes for you, and can they decide? The answer is due."),
        next_name="name_representative",
    ),
    _case(
        AT_CASE | LEADS | AT_BODY | HEALTH | MANAGES,
        _("An agreement that is followed: what was to be done, by when, and what was done."),
        stage=Stage.FOLLOWING_UP.value,
    ),
    _case(
        MANAGES,
        _("A case that stands still: nobody came who could decide."),
        stage=Stage.NOT_HELD.value,
    ),
    _case(
        AT_CASE | LEADS | AT_BODY | HEALTH | MANAGES,
        _(
            "Disagreement resolution: no certificate, no thirty days, and it begins when everybody agrees to meet."
        ),
        kind=Kind.RESOLUTION.value,
    ),
    Stop(MANAGES, _("Who has how many cases, and where things are late."), page="workspace:loads"),
    Stop(
        MANAGES,
        _("The register: whose papers are in order, and whose run out soon."),
        page="practitioners:register",
    ),
    Stop(LEADS, _("Your own entry in the register of mediators."), page="practitioners:own"),
    Stop(AT_CASE, _("Who asked to be rung today, and when."), page="workspace:call-backs"),
    Stop(AT_CASE, _("What must be done this week."), page="workspace:today"),
    _case(
        FAMILY,
        _("Your mediation: the meeting, who comes, and what happens next."),
        kind=Kind.MEDIATION.value,
    ),
    _case(
        FAMILY,
        _("Your disagreement resolution: who has been asked to meet."),
        kind=Kind.RESOLUTION.value,
    ),
    Stop(FAMILY, _("How mediation works, step by step."), page="public:mediation-explained"),
    Stop(
        AT_CASE | LEADS | AT_BODY | HEALTH | MANAGES | FAMILY,
        _("Who can see what: every kind of information, and who reads it."),
        page="public:who-can-see-what",
    ),
    Stop(HEALTH | FAMILY, _("The council’s local services, as the public sees them."), page="public:areas"),
)


def tour_for(reader: Reader) -> list[tuple[str, str]]:
    """At most five sentences, each with the address it leads to, for this reader; none outside a demonstration."""
    if reader.is_stranger or not read(_whether()):
        return []
    roles = reader.roles or FAMILY
    found: list[tuple[str, str]] = []
    for stop in STOPS:
        if roles & stop.roles and len(found) < MOST:
            seen = {to for _words, to in found}
            found += [(str(stop.words), to) for to in _addresses(reader, stop, seen)]
    return found


@cache
def _whether() -> Statement:
    return written(Installation.objects.filter(demonstration=True).values_list("pk"))


def _addresses(reader: Reader, stop: Stop, seen: set[str]) -> Iterator[str]:
    """The address of the stop; none where there is no such page, or no such case for this reader beside those seen."""
    if stop.page:
        to = address(stop.page)
        if to is not None:
            yield to
        return
    cases = Case.objects.seen_by(reader).filter(is_open=True, **dict(stop.like))
    if Role.ADVISER in reader.roles:
        cases = cases.filter(adviser=reader.person_id)
    room = "workspace" if reader.is_staff else "my"
    references = cases.order_by("next_on", "pk").values_list("reference", flat=True)[: MOST + 1]
    addresses = (f"/{room}/cases/{reference}/" for reference in references)
    yield from [to for to in addresses if to not in seen][:1]
