"""The room, the answers and the common times in words, for one reader."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import NamedTuple
from urllib.parse import urlencode

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from evenhand.casework.arranging import Times
from evenhand.casework.door import Seen
from evenhand.casework.heart.steps import Step
from evenhand.casework.heart.times import Slot
from evenhand.casework.room import Attending, May, Right, Room
from evenhand.people.policy import DataClass
from evenhand.web.steps.coming import ranges

from ..readable import Readable
from ..words import ROLES, whose_words

RIGHTS: dict[Right, Promise] = {
    Right.PARTY: lazy("A party"),
    Right.SUPPORTER: lazy("The family’s supporter, as of right"),
    Right.CHILD: lazy("The child, if parent and mediator agree"),
    Right.YOUNG_PERSON: lazy("The young person, if who acts for them and the mediator agree"),
    Right.CONSENT: lazy("By consent"),
}
MAYS: dict[May, Promise] = {
    May.YES: lazy("May come"),
    May.NO: lazy("May not come"),
    May.WAITING: lazy("Not settled yet"),
}


class PersonShown(NamedTuple):
    """Somebody in the room: the name where it may be read, and what is said of them, label by label."""

    name: str
    role: str
    may: str
    lines: list[tuple[str, str]]


class MissingShown(NamedTuple):
    """Something missing: about whom, the sentence, whose task, the provision."""

    whom: str
    says: str
    whose: str
    law: str


class Answer(NamedTuple):
    """When somebody is free, from today on: days with their times; none where no answer came."""

    name: str
    days: list[tuple[date, str]]
    silent: bool


class Offer(NamedTuple):
    """A stretch that suits all: the hours in words, and the page where it is made the meeting's, if there is one."""

    says: str
    to: str


def people_shown(readable: Readable, room: Room) -> list[PersonShown]:
    """Everybody who is to be in the room."""
    return [_person(readable, one) for one in room.people]


def _person(readable: Readable, one: Attending) -> PersonShown:
    lines = [(_("Comes as"), f"{RIGHTS[one.right]}.")]
    if one.may is not May.YES or one.right not in (Right.PARTY, Right.SUPPORTER):
        lines.append((_("Why"), f"{one.why} ({one.law})" if one.law else one.why))
    if one.waits_for:
        lines.append((_("Still to say"), ", ".join(called(readable, key) for key in one.waits_for)))
    if one.refused_by:
        lines.append((_("Does not agree"), ", ".join(called(readable, key) for key in one.refused_by)))
    if needs := _needs(readable.seen).get(one.key):
        lines.append((_("Needs"), needs))
    if one.interpreter:
        lines.append((_("Interpreter"), one.interpreter))
    return PersonShown(called(readable, one.key), str(ROLES[one.role]), str(MAYS[one.may]), lines)


def called(readable: Readable, key: str) -> str:
    """How somebody is called: by name where it may be read, else by what they are."""
    return _("The mediator") if key == "mediator" else readable.place_words(key)


def _needs(seen: Seen) -> dict[str, str]:
    """What people need to take part, as far as the reader may know it."""
    found = {}
    for _event, piece in seen.of_class(DataClass.ACCESS_NEEDS):
        body = piece.body or {}
        if body.get("key"):
            found[body["key"]] = body.get("needs", "")
    return found


def missing_shown(readable: Readable, room: Room) -> list[MissingShown]:
    """What is missing, each with whose task it is."""
    return [
        MissingShown(called(readable, one.key) if one.key else "", one.says, whose_words(one.whose), one.law)
        for one in room.missing
    ]


def answers_shown(readable: Readable, times: Times, today: date) -> list[Answer]:
    """What everybody said of when they are free."""
    free = readable.seen.state.free
    return [
        Answer(called(readable, key), list(_days(free.get(key, ()), today)), key in times.silent)
        for key in times.needed
    ]


def _days(halves: Iterable[str], today: date) -> Iterator[tuple[date, str]]:
    for day, times in groupby(sorted(halves), key=lambda half: half[:10]):
        if date.fromisoformat(day) >= today:
            yield date.fromisoformat(day), ranges(list(times))


def offers_shown(seen: Seen, slots: list[Slot], *, certain: bool) -> list[tuple[date, list[Offer]]]:
    """Stretches by day. Only where everybody has answered does one lead on to fixing or changing the meeting."""
    step = next((one for one in (Step.FIX_MEETING, Step.CHANGE_MEETING) if one in seen.steps()), None)
    to = f"/workspace/cases/{seen.case.reference}/do/{step.value}" if step and certain else ""
    return [
        (day, [_offer(slot, to) for slot in found])
        for day, found in groupby(slots, key=lambda slot: slot.starts.date())
    ]


def _offer(slot: Slot, to: str) -> Offer:
    starts, ends = f"{slot.starts:%H:%M}", f"{slot.ends:%H:%M}"
    query = urlencode({"day": slot.starts.date().isoformat(), "starts": starts, "ends": ends})
    return Offer(
        _("%(starts)s to %(ends)s") % {"starts": starts, "ends": ends}, f"{to}?{query}" if to else ""
    )
