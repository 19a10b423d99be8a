"""What each step puts beside its event: pieces of content, each of its class and in its compartment.

Every field that somebody types gets its compartment here, on the day the field is made. In: plain values, dates as
`date`. Out: a tuple of pieces for `Happened`. Nothing is checked here but what could not be written down.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from evenhand.people.policy import CHILD, SAFEGUARDING, SHARED, DataClass, Part
from evenhand.people.roles import Role

from .events import SERVICE, Piece

Pieces = tuple[Piece, ...]

ADVICE_POINTS = {
    "what_mediation_is": "What mediation is, that it is voluntary, free and confidential",
    "who_attends": "Who comes, and that a supporter may come",
    "independence": "That the adviser and the mediator are independent of the council",
    "no_pressure": "That the choice is the family’s, and either choice is fine",
    "certificate": "What the certificate is for, and that it comes either way",
    "dates": "The last day to appeal, and the days for mediation",
    "other_routes": "The other routes that are open, and who can help",
    "childs_views": "How the child’s views are heard",
}
"""What an adviser explains, one box each (reg 32; s. 56(2)). Information only: nothing here argues for a choice."""


def dates(**said: Any) -> Piece:
    """A shared fact of the case's course: days, attendance, who has which place."""
    return Piece(DataClass.DATES, SHARED, said)


def note(data_class: DataClass, owner: str, words: str, sent_to: Iterable[str] = ()) -> Pieces:
    """Words of one class in one compartment."""
    return (Piece(data_class, owner, {"words": words}, tuple(sent_to)),)


def opened(
    *, kind: str, matter: str, area: str, facts: Mapping[str, Any], child: Mapping[str, str]
) -> Pieces:
    """How a case begins: what it is about, the facts as the law asks for them, and the child or young person."""
    said = {"kind": kind, "matter": matter, "area": area, "facts": dict(facts)}
    return (dates(**said), *_child(child))


def facts_added(*, facts: Mapping[str, Any], child: Mapping[str, str] | None = None) -> Pieces:
    """Facts that became known, or that are known to be otherwise; None takes a fact away."""
    return (dates(facts=dict(facts)), *_child(child or {}))


def _child(child: Mapping[str, str]) -> Pieces:
    return (Piece(DataClass.CHILD_IDENTITY, SHARED, {"child": dict(child)}),) if child else ()


def person(
    *,
    key: str,
    role: Role,
    side: str,
    name: str,
    party: bool = False,
    person_id: int | None = None,
    needs_consent: bool = False,
    contact: Mapping[str, Any] | None = None,
    address: str = "",
    needs: str = "",
) -> Pieces:
    """Somebody in the case. The name and the address for letters lie apart from the rest of what reaches them."""
    place = dates(
        key=key, role=role.value, side=side, party=party, person_id=person_id, needs_consent=needs_consent
    )
    return (place, *described(key=key, name=name, contact=contact, address=address, needs=needs))


def described(
    *, key: str, name: str = "", contact: Mapping[str, Any] | None = None, address: str = "", needs: str = ""
) -> Pieces:
    """How somebody is called and reached, and what they need; each in that person's compartment."""
    contact_class, pieces = DataClass.CONTACT_DETAILS, []
    if name:
        pieces.append(Piece(contact_class, key, {"key": key, "name": name}, part=Part.NAME))
    if contact:
        pieces.append(Piece(contact_class, key, {"key": key, "contact": dict(contact)}))
    if address:
        said = {"key": key, "address": address}
        pieces.append(Piece(contact_class, key, said, part=Part.SERVICE_ADDRESS))
    if needs:
        pieces.append(Piece(DataClass.ACCESS_NEEDS, key, {"key": key, "needs": needs}))
    return tuple(pieces)


def call(*, family: str, reached: bool, words: str) -> Pieces:
    """A telephone call, whether it reached the family or not."""
    return (Piece(DataClass.ADVISER_RECORD, family, {"reached": reached, "words": words}),)


def advice(*, family: str, explained: Iterable[str], words: str) -> Pieces:
    """What was explained, and what the adviser noted. Both are the adviser's record and the family's own."""
    return (Piece(DataClass.ADVISER_RECORD, family, {"explained": list(explained), "words": words}),)


def wish(*, education: bool, health: bool, care: bool, issues: str, health_provision: str) -> Pieces:
    """The mediation issues, which the law has the family tell the authority, and the health provision it wants."""
    flags = {"education_issue": education, "health_issue": health, "social_care_issue": care}
    said = {"issues": issues, "health_provision": health_provision}
    return (dates(facts=flags), Piece(DataClass.MEDIATION_ISSUES, SHARED, said))


def consented(*, party: str, key: str, consents: bool) -> Pieces:
    """A party's word on whether somebody may come (reg 38). No reason is asked."""
    return (dates(party=party, key=key, consents=consents),)


def meeting(
    *,
    on: date,
    starts: str,
    ends: str,
    how: str,
    place: str = "",
    link: str = "",
    access: str = "",
    why: str = "",
) -> Pieces:
    """When, and where: whoever arranges it must know both. `why` says why it was changed."""
    said = {"meeting_on": on.isoformat(), "starts": starts, "ends": ends, "how": how}
    where = {"place": place, "link": link, "access": access}
    why_changed = {"why": why} if why else {}
    return (dates(**said, **why_changed), dates(**where))


def attendance(*, came: Iterable[str], absent: Iterable[str], why: str = "") -> Pieces:
    """Who came and who did not, by compartment."""
    return (dates(came=list(came), absent=list(absent), **({"why": why} if why else {})),)


def outcome(*, by_issue: Mapping[str, str], words: str = "") -> Pieces:
    """`agreed`, `part` or `not_agreed` for each issue, and words that all the parties may read."""
    shared = note(DataClass.JOINT_NOTES, SHARED, words) if words else ()
    return (dates(outcome=dict(by_issue)), *shared)


def agreement(*, items: Iterable[Mapping[str, Any]]) -> Pieces:
    """The agreement as it is drafted: each item says `what`, `who` (a side), `action` and, if agreed, `by`."""
    written = [{**item, "by": item["by"].isoformat() if item.get("by") else None} for item in items]
    return (Piece(DataClass.AGREEMENT, SHARED, {"items": written}),)


def approval(*, party: str, version: int) -> Pieces:
    """A party approves one version."""
    return (Piece(DataClass.AGREEMENT, SHARED, {"party": party, "version": version}),)


def action_report(*, party: str, item: int, done: bool, words: str = "", step: str = "") -> Pieces:
    """Whether an agreed action, or one step of it, was done, as one side tells it."""
    said = {"party": party, "item": item, "step": step, "done": done, "words": words}
    return (Piece(DataClass.AGREEMENT, SHARED, said),)


def certificate(*, number: str, ground: str, adviser: str) -> Pieces:
    """The certificate as the register knows it: number, ground, who issued it. Nothing of what was said."""
    said = {"number": number, "ground": ground, "adviser": adviser}
    return (Piece(DataClass.CERTIFICATE, SHARED, said),)


def document(
    *, data_class: DataClass, owner: str, file_id: str, name: str, kind: str, size: int, sha256: str
) -> Pieces:
    """A document: its name and where its bytes lie, in the compartment that it was given to."""
    said = {"file": file_id, "name": name, "kind": kind, "size": size, "sha256": sha256}
    return (Piece(data_class, owner, said),)


def views(*, words: str, how: str, may_be_read: bool, sent_to: Iterable[str]) -> Pieces:
    """What the child thinks, how they chose to say it, and whether they agree that it is read."""
    said = {"words": words, "how": how, "may_be_read": may_be_read}
    return (Piece(DataClass.CHILDS_VIEWS, CHILD, said, tuple(sent_to)),)


def concern(*, words: str) -> Pieces:
    """A worry about somebody's safety: its own compartment, for the provider's lead."""
    return note(DataClass.SAFEGUARDING, SAFEGUARDING, words)


def expenses(*, owner: str, decides: str, lines: Iterable[Mapping[str, Any]]) -> Pieces:
    """What is claimed under reg 41, head by head, in pence.

    It goes from one party to another and is answered, so it lies where offers do: the claimant and whoever decides
    read it, and nobody else.
    """
    said = {"lines": [dict(line) for line in lines]}
    return (Piece(DataClass.OFFERS, owner, said, (decides, SERVICE)),)


def expenses_decided(
    *, number: int, claimant: str, by: str, lines: Iterable[Mapping[str, Any]], words: str
) -> Pieces:
    """What was decided on the claim with this number, and why."""
    said = {"lines": [dict(line) for line in lines], "words": words}
    return (Piece(DataClass.OFFERS, by, {"number": number, **said}, (claimant, SERVICE)),)


def feedback(*, owner: str, words: str, marks: Mapping[str, int]) -> Pieces:
    """How it went, in marks from 1 to 5 and in words, for the provider's manager."""
    return (Piece(DataClass.FEEDBACK, owner, {"words": words, "marks": dict(marks)}),)


def representative(*, side: str, name: str, post: str, can_decide: bool) -> Pieces:
    """Who comes for a body, and that they can decide the issues. Everybody in the case may know who they will meet."""
    return (dates(side=side, can_decide=can_decide, representative=name, post=post),)


def free(*, key: str, times: Iterable[str]) -> Pieces:
    """The half-hours in which somebody is free, as `2026-12-01T09:30`: for arranging, and for all to see."""
    return (dates(key=key, free=sorted(times)),)


def linked(*, reference: str) -> Pieces:
    """Another case of the same child, for the adviser: it has parties of its own, who need not know of each other."""
    return (Piece(DataClass.ADVISER_RECORD, SERVICE, {"reference": reference}),)
