"""The parts of the case page: the meeting, the people, the agreement, certificates, documents, and one's own words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from evenhand.casework.door import standings_in
from evenhand.casework.heart.state import Somebody
from evenhand.people.policy import CHILD, SHARED, DataClass, Lot, may_read
from evenhand.people.policy.words import ROLES
from evenhand.people.roles import FAMILY, Role
from evenhand.web.frame import address
from evenhand.web.steps.asked import MY
from evenhand.web.steps.documents import documents_of
from evenhand.web.steps.people_shown import called, names

from .coming import Link
from .sight import Sight
from .words import BY, CERTIFICATE_BECAUSE, WRITTEN

HOW: dict[str, Promise] = {
    "online": lazy("Online, on a screen"),
    "in_person": lazy("In one room"),
    "telephone": lazy("By telephone"),
}


@dataclass(frozen=True)
class MeetingShown:
    """The meeting: when, how and where, what was made ready for those who come, and who comes."""

    on: date
    starts: str
    ends: str
    how: str
    place: str
    link: str
    access: str
    my_needs: str
    people: tuple[str, ...]
    held: bool | None
    to_come: bool


def meeting(sight: Sight, today: date) -> MeetingShown | None:
    """The meeting that is fixed or was last held, if there is one that the reader may know of."""
    found = sight.state.meeting if sight.knows_dates else None
    if found is None:
        return None
    where = {name: str(sight.last(DataClass.DATES, name) or "") for name in ("place", "link", "access")}
    return MeetingShown(
        found.on,
        found.starts,
        found.ends,
        str(HOW.get(found.how, found.how)),
        where["place"],
        where["link"] if where["link"].startswith("https://") else "",
        where["access"],
        _my_needs(sight),
        tuple(_who_comes(sight) if found.held is None else _who_came(sight, found.absent)),
        found.held,
        found.held is None and found.on >= today,
    )


def _my_needs(sight: Sight) -> str:
    mine = [
        piece.body or {} for _told, piece in sight.of(DataClass.ACCESS_NEEDS) if piece.owner == sight.me.key
    ]
    return str(mine[-1].get("needs", "")) if mine else ""


def _who_comes(sight: Sight) -> Iterator[str]:
    known = names(sight.seen)
    for one in sight.state.people.values():
        if not one.present:
            continue
        name = _("You") if one.key == sight.me.key else called(sight.seen, one.key, known)
        yield (
            _decides(sight, one, name)
            if one.key in ("authority", "commissioning_body", "setting")
            else (_waits(sight, one, name))
        )
    if sight.state.mediator_id is not None:
        yield _("The mediator, who takes no side")


def _who_came(sight: Sight, absent: tuple[str, ...]) -> Iterator[str]:
    """Whoever was asked to a meeting that is over, and who of them did not come."""
    known = names(sight.seen)
    for one in sight.state.people.values():
        if one.present or one.key in absent:
            name = _("You") if one.key == sight.me.key else called(sight.seen, one.key, known)
            yield _("%(name)s: did not come") % {"name": name} if one.key in absent else name


def _decides(sight: Sight, one: Somebody, name: str) -> str:
    said = sight.state.representatives.get(one.side)
    if said:
        return _("Somebody from %(name)s, who can decide") % {"name": name}
    return _("Somebody from %(name)s. They have not told us yet who can decide") % {"name": name}


def _waits(sight: Sight, one: Somebody, name: str) -> str:
    if not one.needs_consent:
        return name
    asked = [party.key for party in sight.state.parties if party.key != one.key]
    if one.refuses:
        return _("%(name)s. Somebody said no, so they do not come") % {"name": name}
    if any(key not in one.consents for key in asked):
        return _("%(name)s, if everybody says yes. We wait for an answer") % {"name": name}
    return name


@dataclass(frozen=True)
class PersonShown:
    """Somebody in the case, what they are, and whether they have left it."""

    name: str
    role: str
    left: bool


def people(sight: Sight) -> tuple[PersonShown, ...]:
    """Everybody in the case, by the names that the reader may read."""
    if not sight.knows_dates:
        return ()
    known = names(sight.seen)
    found = [
        PersonShown(
            _("You") if one.key == sight.me.key else called(sight.seen, one.key, known),
            str(BY[one.role]),
            not one.present,
        )
        for one in sight.state.people.values()
    ]
    case = sight.seen.case
    if case.adviser is not None:
        found.append(PersonShown(case.adviser.name, str(BY[Role.ADVISER]), left=False))
    if case.mediator is not None:
        found.append(PersonShown(case.mediator.name, str(BY[Role.MEDIATOR]), left=False))
    return tuple(found)


SHARED_KINDS = (
    DataClass.CHILD_IDENTITY,
    DataClass.DATES,
    DataClass.MEDIATION_ISSUES,
    DataClass.JOINT_NOTES,
    DataClass.AGREEMENT,
    DataClass.CERTIFICATE,
)
OWN_KINDS = (
    DataClass.CONTACT_DETAILS,
    DataClass.ADVISER_RECORD,
    DataClass.FAMILY_PRIVATE,
    DataClass.MESSAGE_TO_MEDIATOR,
    DataClass.ACCESS_NEEDS,
)


def who_sees(sight: Sight) -> tuple[tuple[str, str], ...]:
    """For each kind of content, what it is and who of this case reads it now."""
    if not sight.knows_dates:
        return ()
    owners = {**dict.fromkeys(SHARED_KINDS, SHARED), DataClass.CHILDS_VIEWS: CHILD}
    if sight.me.role in FAMILY:
        owners |= dict.fromkeys(OWN_KINDS, sight.me.key)
    return tuple((str(WRITTEN[kind]), _readers(sight, kind, owner)) for kind, owner in owners.items())


def _readers(sight: Sight, kind: DataClass, owner: str) -> str:
    state = sight.state
    mediator = (f"mediator:{state.mediator_id}",) if state.mediator_id else ()
    sent_to = frozenset(mediator if kind is DataClass.MESSAGE_TO_MEDIATOR else ())
    lot = Lot(kind, owner, health=state.health, sent_to=sent_to, child_agrees=state.child_agrees)
    reading = [one for one in standings_in(sight.seen.case, state) if may_read(one, lot)]
    others = dict.fromkeys(_(ROLES[one.role]) for one in reading if one.key != sight.me.key)
    you = [_("you")] if any(one.key == sight.me.key for one in reading) else []
    listed = [*you, *others]
    return ", ".join(listed) if listed else _("nobody now")


@dataclass(frozen=True)
class CertificateShown:
    """A certificate: its number, its day, and why it was issued."""

    number: str
    on: date
    because: str


def certificates(sight: Sight) -> tuple[CertificateShown, ...]:
    """The certificates, the newest last."""
    return tuple(
        CertificateShown(
            (piece.body or {})["number"],
            told.event.on,
            str(CERTIFICATE_BECAUSE.get((piece.body or {})["ground"], "")),
        )
        for told, piece in sight.of(DataClass.CERTIFICATE)
        if "number" in (piece.body or {})
    )


def documents(sight: Sight) -> tuple[Link, ...]:
    """The documents that the reader may have."""
    if sight.shut_out:
        return ()
    found = (
        (address(MY.document, sight.seen.case.reference, str(entry.number)), (piece.body or {})["name"])
        for entry, piece in documents_of(sight.seen)
    )
    return tuple(Link(to, words) for to, words in found if to is not None)
