"""A story: events of one case, one after the other, on working days."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from evenhand.casework.actions.opening import LETTERS
from evenhand.casework.heart import contents
from evenhand.casework.heart.events import SERVICE, Actor, Happened
from evenhand.casework.heart.stages import Kind
from evenhand.casework.heart.steps import Step
from evenhand.people.roles import Role

from . import names, words
from .plans import Plan
from .world import Account, Area, Setting, World

FAMILY = "party:1"
AUTHORITY, BOARD, SETTING = "authority", "commissioning_body", "setting"
SLOTS = (("09:30", "11:30"), ("12:00", "14:00"), ("14:30", "16:30"))
SECTIONS = (("B", "F"), ("B", "F", "I"), ("I",), ("F",), ("B", "C", "F", "G"), ("F", "H1"))
HEALTH, CARE, EDUCATION = {"C", "G"}, {"D", "H1", "H2"}, {"B", "F", "I"}
OPENED_AT = time(9, 5, tzinfo=UTC)


class Story:
    """The events so far. `day` is a place in the working days; `people` the compartments in the order they came."""

    def __init__(self, world: World, plan: Plan, start: int) -> None:
        self.world, self.plan, self.day = world, plan, start
        self.rng = Random(plan.seed)
        self.area: Area = world.areas[plan.area]
        self.events: list[Happened] = []
        self.people: list[str] = []
        self.parties: list[str] = []
        self.named = names.family(self.rng)
        self.account = self._account()
        self.setting: Setting = self.rng.choice(self.area.settings)
        provider = self.area.provider
        adviser, mediator = self.rng.choice(provider.advisers), self.rng.choice(provider.mediators)
        cast = world.cast
        self.adviser = Actor(cast[plan.adviser].person_id if plan.adviser else adviser, Role.ADVISER, SERVICE)
        mediator = cast[plan.mediator].person_id if plan.mediator else mediator
        self.mediator = Actor(mediator, Role.MEDIATOR, f"mediator:{mediator}")
        self.manager = Actor(self.rng.choice(provider.managers), Role.MANAGER, SERVICE)
        self.officer = Actor(self.area.officer, Role.AUTHORITY_OFFICER, AUTHORITY)
        self.board_officer = Actor(self.area.board_officer, Role.COMMISSIONING_OFFICER, BOARD)
        role = Role.YOUNG_PERSON if plan.acting == "young_person" else Role.PARENT
        self.family = Actor(self.account.person_id if self.account else None, role, FAMILY)
        self.issues = self._issues()
        self.meeting = 0
        self._minutes, self._told_on = 0, start

    def _account(self) -> Account | None:
        draw = self.rng.random()
        if self.plan.parent:
            return self.world.cast[self.plan.parent]
        if "family_account" in self.plan.with_:
            return self.world.families[int(draw * len(self.world.families))]
        return None

    def _issues(self) -> dict[str, bool]:
        """Education, health and social care, and for the contents of a plan the sections that make them so."""
        self.sections = self.rng.choice(SECTIONS)
        health = self.plan.health if self.plan.health is not None else self.rng.random() < 0.18
        if self.plan.matter == "plan_contents":
            if self.plan.health:
                self.sections = ("B", "C", "F", "G")
            said = set(self.sections)
            return {
                "education": bool(said & EDUCATION),
                "health": bool(said & HEALTH),
                "care": bool(said & CARE),
            }
        return {"education": True, "health": health, "care": self.rng.random() < 0.06}

    @property
    def on(self) -> date:
        """The day on which the story stands."""
        return self.world.days[self.day]

    @property
    def mediates(self) -> bool:
        """True for a mediation, false for disagreement resolution."""
        return self.plan.kind is Kind.MEDIATION

    def wait(self, least: int, most: int) -> None:
        """Some working days go by."""
        self.day += self.rng.randint(least, most)

    def take(
        self,
        step: Step,
        pieces: contents.Pieces = (),
        by: Actor | None = None,
        corrects: int | None = None,
    ) -> int:
        """One more event, by the adviser unless it is said by whom. Gives its number."""
        number = len(self.events) + 1
        self._minutes = self._minutes + 4 if self._told_on == self.day else 0
        self._told_on = self.day
        recorded_at = datetime.combine(self.on, OPENED_AT) + timedelta(minutes=self._minutes)
        self.events.append(Happened(number, step, self.on, recorded_at, by or self.adviser, pieces, corrects))
        return number

    def add(
        self, key: str, role: Role, side: str, name: str, *, account: Account | None = None, **said: object
    ) -> None:
        """Somebody comes into the case; a party unless it is said otherwise."""
        party = bool(said.pop("party", True))
        pieces = contents.person(
            key=key,
            role=role,
            side=side,
            name=name,
            party=party,
            person_id=account.person_id if account else None,
            **said,  # type: ignore[arg-type]
        )
        self.take(Step.ADD_PERSON, pieces)
        self.people.append(key)
        if party:
            self.parties.append(key)

    def next_key(self, kind: str) -> str:
        """The compartment of the next person: `party:3`, `person:4`."""
        return f"{kind}:{len(self.people) + 1}"

    def family_comes(self) -> None:
        """The parent, or the young person, with what reaches them."""
        account = self.account
        name = account.name if account else self.named.parent
        if self.family.role is Role.YOUNG_PERSON and not account:
            name = self.named.child
        contact = {"phone": f"01632 960{self.rng.randrange(1000):03d}"}
        if account:
            contact["email"] = account.email
        needs = self.rng.choice(words.NEEDS)
        self.add(
            FAMILY,
            self.family.role or Role.PARENT,
            "family",
            name,
            account=account,
            contact=contact,
            address=f"{self.rng.randrange(1, 99)} Example Street",
            needs=needs if "access_needs" in self.plan.with_ else "",
        )
        if "second_parent" in self.plan.with_ and self.family.role is Role.PARENT:
            self.add(self.next_key("party"), Role.PARENT, "family", self.named.other_parent)

    def authority_comes(self) -> None:
        """The authority, as one party."""
        self.add(AUTHORITY, Role.AUTHORITY_OFFICER, AUTHORITY, self.area.council)

    def board_comes(self) -> None:
        """The commissioning body, as one party."""
        self.add(BOARD, Role.COMMISSIONING_OFFICER, BOARD, self.area.board)

    def setting_comes(self) -> None:
        """The school or college, as one party."""
        self.add(SETTING, Role.SETTING, SETTING, self.setting.name)

    def assign(self, work: str, person: Actor) -> None:
        """Somebody gets the work."""
        self.take(Step.ASSIGN, (contents.dates(work=work, person_id=person.person_id),))

    def fix(self) -> None:
        """A meeting is fixed for a day some weeks on, when whoever leads it is free."""
        gap = self.rng.randint(12, 17)
        self.meeting = self.day + (self.plan.meeting_in or gap)
        taken = (self.mediator.person_id or 0, self.meeting)
        place = self.world.taken.get(taken, 0)
        self.world.taken[taken] = place + 1
        starts, ends = SLOTS[place % len(SLOTS)]
        how = self.rng.choice(("online", "online", "online", "in_person", "telephone"))
        said = contents.meeting(
            on=self.world.days[self.meeting],
            starts=starts,
            ends=ends,
            how=how,
            place=self.rng.choice(words.PLACES) if how == "in_person" else "",
            link="https://meet.example/" + self.letters(10).lower() if how == "online" else "",
            access="A quiet room to wait in." if how == "in_person" else "",
        )
        self.take(Step.FIX_MEETING, said)

    def go_to_meeting(self) -> None:
        """The days go by until the meeting."""
        self.day = max(self.day, self.meeting)

    def letters(self, many: int) -> str:
        """Letters that nobody mistakes for others, from the story's own dice."""
        return "".join(self.rng.choice(LETTERS) for _ in range(many))

    def each_party(self, step: Step, parties: Iterable[str]) -> None:
        """The same step in the name of one party after the other, told by the adviser."""
        for party in parties:
            self.take(step, (contents.dates(party=party),))
