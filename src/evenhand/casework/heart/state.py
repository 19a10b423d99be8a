"""What a case adds up to: the words for it. `history` fills them in from events."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from evenhand.people.roles import Role

from .stages import Kind, Stage


@dataclass(slots=True)
class Somebody:
    """A person in the case. `key` is their compartment; `party` is true for those who must consent and approve.

    A party and the family's one supporter need nobody's consent (reg 38); for others every party is asked. `contact`
    holds what the service itself needs to write or ring: `email`, `phone`, `discreet`, `language`.
    """

    key: str
    role: Role
    side: str
    party: bool
    person_id: int | None = None
    present: bool = True
    refuses: set[str] = field(default_factory=set)
    consents: set[str] = field(default_factory=set)
    needs_consent: bool = False
    name: str = ""
    contact: dict[str, Any] = field(default_factory=dict)
    needs: str = ""


@dataclass(slots=True)
class Meeting:
    """One meeting: its day, its half-hours, and how it is held."""

    on: date
    starts: str
    ends: str
    how: str
    notice_on: date | None = None
    held: bool | None = None
    absent: tuple[str, ...] = ()


ENDS_A_THING = frozenset({"", "reasons", "final"})
"""The steps of a thing agreed with which the whole of it is done: the only one, or the last by either way."""


@dataclass(slots=True)
class Item:
    """One thing agreed: what, who does it, what kind of thing in law, and the day agreed in writing if there is one.

    `steps_done` are the steps that were said to be done, where the law gives each its own day; `done_on` the whole.
    """

    what: str
    who: str
    action: str
    by: date | None = None
    done: dict[str, bool] = field(default_factory=dict)
    done_on: date | None = None
    steps_done: dict[str, date] = field(default_factory=dict)


@dataclass(slots=True)
class Draft:
    """An agreement: its items, its version, and which parties approved that version."""

    items: list[Item]
    version: int
    approved: set[str] = field(default_factory=set)
    made_on: date | None = None


@dataclass(slots=True)
class Issued:
    """A certificate: its number, its ground, and the day."""

    number: str
    ground: str
    on: date


@dataclass(slots=True)
class Claim:
    """An expenses claim or a complaint about the service: who, when, and when it was dealt with."""

    number: int
    by: str
    on: date
    ended_on: date | None = None


@dataclass(slots=True)
class State:
    """All that a history adds up to. `facts` are the advice contract's, without `as_of`.

    `shares` are, for the number of an event, the compartments that its content is shared with now;
    `known_to` the sides beside the family that may know of the case at all.
    `of_age_at` is the number of the event with which the young person became the party; until they choose, a parent
    reads nothing that came after it.
    """

    kind: Kind
    opened_on: date
    matter: str
    area: str
    stage: Stage = Stage.ENQUIRY
    ended_in: Stage = Stage.ENQUIRY
    stage_since: date | None = None
    facts: dict[str, Any] = field(default_factory=dict)
    child: dict[str, str] = field(default_factory=dict)
    people: dict[str, Somebody] = field(default_factory=dict)
    adviser_id: int | None = None
    mediator_id: int | None = None
    agreed_to_meet: set[str] = field(default_factory=set)
    refused_to_meet: str | None = None
    meetings: list[Meeting] = field(default_factory=list)
    representatives: dict[str, bool] = field(default_factory=dict)
    free: dict[str, tuple[str, ...]] = field(default_factory=dict)
    outcome: dict[str, str] = field(default_factory=dict)
    agreement: Draft | None = None
    certificates: list[Issued] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    complaints: list[Claim] = field(default_factory=list)
    linked: list[str] = field(default_factory=list)
    known_to: set[str] = field(default_factory=set)
    shares: dict[int, set[str]] = field(default_factory=dict)
    child_agrees: bool = False
    of_age_at: int | None = None
    parent_reads_on: bool = True
    closed_on: date | None = None
    last_on: date | None = None

    @property
    def meeting(self) -> Meeting | None:
        """The meeting that is fixed or was last held; None where none is."""
        return self.meetings[-1] if self.meetings else None

    @property
    def parties(self) -> list[Somebody]:
        """The parties who are still in the case, in the order they came."""
        return [one for one in self.people.values() if one.party and one.present]

    @property
    def is_open(self) -> bool:
        """False once withdrawn or closed."""
        return self.stage not in (Stage.WITHDRAWN, Stage.CLOSED)

    @property
    def health(self) -> bool:
        """True where health is an issue: said so, or a commissioning body is a party to the disagreement."""
        body = self.people.get("commissioning_body")
        party = self.kind is Kind.RESOLUTION and body is not None and body.party and body.present
        return party or bool(self.facts.get("health_issue"))
