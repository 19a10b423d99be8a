"""Who is in the room: who may come and by what right, who must come, and what is still missing and whose task it is.

Pure. Who may come and who must are questions for the law's own rules (`may_attend`, `must_come_able_to_decide`); here
a case is put to them, and what they leave open becomes somebody's task. No names are here: they are for a page to add,
as far as its reader may know them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from evenhand.law.mechanism.outcomes import Outcome
from evenhand.law.rules.attendance import MAY, MAY_NOT, may_attend, must_come_able_to_decide
from evenhand.people.roles import Role

from .heart.stages import Kind
from .heart.state import Somebody, State

BODIES = ("authority", "commissioning_body", "setting")
ENGLISH = frozenset({"", "en", "en-gb", "english"})


class May(StrEnum):
    """Whether somebody may come."""

    YES = "yes"
    NO = "no"
    WAITING = "waiting"


class Right(StrEnum):
    """By what right somebody comes."""

    PARTY = "party"
    SUPPORTER = "first_supporter"
    CHILD = "child"
    YOUNG_PERSON = "young_person"
    CONSENT = "consent"


@dataclass(frozen=True, slots=True)
class Attending:
    """Somebody in the case. `waits_for` are the compartments whose word is still missing; `mediator` is one of them.

    `why` is the law's sentence and `law` its provision, empty in disagreement resolution, where no Regulation says it.
    """

    key: str
    side: str
    role: Role
    right: Right
    may: May
    why: str
    law: str = ""
    waits_for: tuple[str, ...] = ()
    refused_by: tuple[str, ...] = ()
    interpreter: str = ""


@dataclass(frozen=True, slots=True)
class Represented:
    """A body that takes part: whether it must, whether it is in the case, and what it said of whoever comes for it.

    `can_decide` is None until the body has named somebody.
    """

    side: str
    must: bool
    there: bool
    can_decide: bool | None
    law: str = ""


@dataclass(frozen=True, slots=True)
class Missing:
    """Something missing: a sentence, whose task it is (as `heart.dues.Due.whose`), the provision, and about whom."""

    what: str
    says: str
    whose: str
    law: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Room:
    """Everybody who is to be in the room, and what is missing."""

    people: tuple[Attending, ...]
    bodies: tuple[Represented, ...]
    missing: tuple[Missing, ...]


def room_of(state: State) -> Room:
    """The room of a case as it now stands. In: what the case adds up to. Rests on the SEND Regulations 2014, regs 37, 38."""
    people = tuple(_attending(state, one) for one in state.people.values() if one.present)
    bodies = tuple(_bodies(state))
    return Room(people, bodies, tuple(_missing(state, people, bodies)))


# ---------------------------------------------------------------------------------------- who may come


def may_come(state: State, one: Somebody) -> bool:
    """True for whoever comes by right, and for somebody else once those who are asked have said yes (reg 38(1))."""
    return not one.needs_consent or _attending(state, one).may is May.YES


def _attending(state: State, one: Somebody) -> Attending:
    right = _right(state, one)
    refused = tuple(sorted(one.refuses))
    language = _interpreter(one)
    if state.kind is Kind.RESOLUTION:
        may, why = _by_agreement(state, one, right)
        law = ""
    else:
        may, why, law = _law_says(state, one, right)
    waits = _asked(state, one, right) if may is May.WAITING else ()
    return Attending(one.key, one.side, one.role, right, may, why, law, waits, refused, language)


def _right(state: State, one: Somebody) -> Right:
    if one.party:
        return Right.PARTY
    if one.role is Role.SUPPORTER and not one.needs_consent:
        return Right.SUPPORTER
    if one.role is Role.YOUNG_PERSON:
        return Right.CHILD if state.facts.get("acting") == "parent" else Right.YOUNG_PERSON
    return Right.CONSENT


def _interpreter(one: Somebody) -> str:
    """The language that somebody needs an interpreter for; empty for English."""
    said = str(one.contact.get("language", "")).strip()
    return "" if said.lower() in ENGLISH else said


_ATTENDEES = {
    Role.SUPPORTER: "another_supporter",
    Role.PARENT: "parent_of_young_person",
    Role.SETTING: "setting_staff",
}


def _law_says(state: State, one: Somebody, right: Right) -> tuple[May, str, str]:
    """Put somebody to the law's own rule; what is not known yet is left open."""
    attendee = _ATTENDEES.get(one.role, "anyone_else") if right is Right.CONSENT else right.value
    answers = {"attendee": attendee, "family_party": _family_party(state)}
    everybody = _word(one, [party.key for party in state.parties])
    mediator = _word(one, [_mediator(state)] if _mediator(state) else [])
    if right is Right.CONSENT and everybody is None:
        mediator = (
            None  # the mediator's word counts where the parties' fails, and they have not all spoken yet
        )
    known = {
        "all_parties_agree": everybody,
        "mediator_agrees": mediator,
        "parent_agrees": _word(one, _family(state)),
        "alternative_person_agrees": _word(one, _family(state)),
    }
    answers |= {name: "yes" if yes else "no" for name, yes in known.items() if yes is not None}
    found = may_attend.answer(**answers)
    assert isinstance(found, Outcome)
    reason = found.reasons[0]  # where it depends, the first says what is asked for
    may = {MAY: May.YES, MAY_NOT: May.NO}.get(found.state, May.WAITING)
    return may, reason.text, reason.cites[0].label


def _family_party(state: State) -> str:
    acting = str(state.facts.get("acting", "parent"))
    if acting == "parent":
        return "parent"
    alone = any(one.role is Role.YOUNG_PERSON for one in state.parties)
    return "young_person" if alone else "alternative_person"


def _word(one: Somebody, asked: list[str]) -> bool | None:
    """True where all those asked agree, False where one refuses, None while a word is missing or nobody can be asked."""
    if any(key in one.refuses for key in asked):
        return False
    return True if asked and all(key in one.consents for key in asked) else None


def _mediator(state: State) -> str:
    return f"mediator:{state.mediator_id}" if state.mediator_id is not None else ""


def _family(state: State) -> list[str]:
    return [one.key for one in state.parties if one.side == "family"]


def _asked(state: State, one: Somebody, right: Right) -> tuple[str, ...]:
    """Whose word is still missing. The mediator is asked for a child, and where a party does not agree."""
    parties = _family(state) if right in (Right.CHILD, Right.YOUNG_PERSON) else [p.key for p in state.parties]
    missing = [key for key in parties if key not in one.consents | one.refuses]
    both = right in (Right.CHILD, Right.YOUNG_PERSON) or bool(one.refuses & set(parties))
    if state.kind is Kind.MEDIATION and both and _mediator(state) not in one.consents | one.refuses:
        missing.append("mediator")
    return tuple(missing)


def _by_agreement(state: State, one: Somebody, right: Right) -> tuple[May, str]:
    """Disagreement resolution: everybody comes because everybody agrees (Code 11.6)."""
    if right is Right.PARTY:
        return May.YES, "The parties meet, because each agrees to."
    if right is Right.SUPPORTER:
        return May.YES, "The family may bring somebody who supports it."
    word = _word(one, [party.key for party in state.parties])
    may = {True: May.YES, False: May.NO, None: May.WAITING}[word]
    return may, "Anybody else comes if all the parties agree."


# ---------------------------------------------------------------------------------------- who must come


def _issues(state: State) -> str:
    if not state.health:
        return "no_health"
    other = state.facts.get("education_issue") or state.facts.get("social_care_issue")
    return "health_and_other" if other else "health_only"


_MUST = {
    "authority": ("authority",),
    "commissioning_body": ("commissioning_body",),
    "authority_and_commissioning_body": ("authority", "commissioning_body"),
}


def _bodies(state: State) -> Iterator[Represented]:
    must: tuple[str, ...] = ()
    law = ""
    if state.kind is Kind.MEDIATION:
        found = must_come_able_to_decide.answer(mediation_issues=_issues(state))
        assert isinstance(found, Outcome)
        must, law = _MUST[found.state], found.reasons[0].cites[0].label
    there = {one.side for one in state.parties}
    for side in BODIES:
        if side in must or side in there:
            duty = law if side in must else ""
            yield Represented(side, side in must, side in there, state.representatives.get(side), duty)


# ---------------------------------------------------------------------------------------- what is missing


def _missing(
    state: State, people: tuple[Attending, ...], bodies: tuple[Represented, ...]
) -> Iterator[Missing]:
    for body in bodies:
        yield from _of_a_body(body)
        if body.side == "authority" and state.facts.get("social_care_issue") and body.can_decide is None:
            says = "Social care is an issue. Ask that somebody from social care comes, or somebody who can decide it."
            yield Missing("social_care", says, body.side, body.law, body.side)
    for one in people:
        yield from _of_a_person(state, one)
    if state.mediator_id is None:
        yield Missing("leader", "Nobody has been chosen to lead the meeting.", "adviser")


def _of_a_body(body: Represented) -> Iterator[Missing]:
    if not body.there:
        says = "This body must take part, and is not in the case yet. Add it."
        yield Missing("body", says, "adviser", body.law, body.side)
    elif body.can_decide is None:
        says = "It has not been said who comes. Ask for a name, and that they can decide the issues."
        yield Missing("representative", says, body.side, body.law, body.side)
    elif not body.can_decide:
        says = "Whoever comes cannot decide the issues alone. Ask for somebody who can, or for a stand-in."
        yield Missing("decides", says, body.side, body.law, body.side)


def _of_a_person(state: State, one: Attending) -> Iterator[Missing]:
    for key in one.waits_for:
        if key == "mediator":
            whose, says = "mediator", "The mediator has not said yet if this person may come."
        else:
            side = state.people[key].side
            whose = side if side in (*BODIES, "family") else "adviser"
            says = "A party has not said yet if this person may come."
        yield Missing("consent", says, whose, one.law, one.key)
    if one.interpreter:
        says = f"An interpreter is needed: {one.interpreter}. Book one, and add them to the case."
        yield Missing("interpreter", says, "adviser", "", one.key)
