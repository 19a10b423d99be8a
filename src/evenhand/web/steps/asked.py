"""Where a step is taken, and by whom: what every form is given."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.http import HttpRequest

from evenhand.casework.door import Seen
from evenhand.casework.heart.acting import is_shut_out, may_act
from evenhand.casework.heart.events import Actor
from evenhand.casework.heart.stages import Kind, Stage, may_take
from evenhand.casework.heart.steps import Step
from evenhand.people.models import Person
from evenhand.people.policy import POLICY, SHARED, DataClass, Lot, may_read
from evenhand.people.roles import IN_THE_MIDDLE
from evenhand.web.accounts.who import account


@dataclass(frozen=True, slots=True)
class Area:
    """One set of pages: the workspace, or the family's own.

    `layout` is the template around the page; `case`, `do` and `document` are the names of addresses, each with the
    case's reference first. On `plain` pages the words are a family's, and what is told is told today.
    """

    layout: str
    case: str
    do: str
    document: str
    plain: bool


WORKSPACE = Area("workspace/layout.html", "workspace:case", "workspace:do", "workspace:document", plain=False)
MY = Area("my/layout.html", "my:case", "my:do", "my:document", plain=True)


@dataclass(frozen=True)
class Asked:
    """One step in one case, for one reader on one day. `query` is what stands in the address after `?`."""

    request: HttpRequest = field(repr=False)
    area: Area
    seen: Seen
    step: Step
    actor: Actor
    today: date
    query: Mapping[str, str]

    @property
    def person(self) -> Person:
        """The account that is signed in."""
        return account(self.request)

    @property
    def by_the_service(self) -> bool:
        """True where the reader acts for the service, which writes down what others told it."""
        return self.actor.role in IN_THE_MIDDLE

    @property
    def is_for_another(self) -> bool:
        """True for somebody of the family who takes a step that is now for another of them to take.

        When the right has become the young person’s own, it is not the parent’s; who is shut out then may still do
        what concerns somebody’s safety or the service.
        """
        return not may_act(self.seen.state, self.actor, self.step, self.today)

    @property
    def is_open(self) -> bool:
        """True where the case stands right for the step."""
        return may_take(Kind(self.seen.case.kind), Stage(self.seen.case.stage), self.step)

    @property
    def mediates(self) -> bool:
        """True in a mediation case, false in disagreement resolution."""
        return Kind(self.seen.case.kind) is Kind.MEDIATION

    @property
    def acts_for_a_party(self) -> bool:
        """True where the reader acts as a party, whose compartment the actor's key then is."""
        people = self.seen.state.people
        return self.actor.key in people and people[self.actor.key].party

    def may_approve(self, data_class: DataClass, owner: str) -> bool:
        """True if the reader may approve something of the class."""
        lot = Lot(data_class, owner, health=self.seen.state.health)
        return any(POLICY.may_approve(standing, lot) for standing in self.seen.standings)

    @property
    def knows_dates(self) -> bool:
        """True if the reader may know the course of the case and its days."""
        lot = Lot(DataClass.DATES, SHARED, health=self.seen.state.health)
        return not is_shut_out(self.seen.state, self.actor.role, self.today) and any(
            may_read(standing, lot) for standing in self.seen.standings
        )
