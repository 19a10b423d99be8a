"""How the stories of whole cases are told: one step on one day, and what came of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from evenhand.casework.heart.events import Actor
from evenhand.casework.models import Case, Event, Tally
from evenhand.casework.models.case import NO_DAY
from evenhand.casework.recording import Done
from evenhand.people.models import Person
from evenhand.people.roles import OrganisationKind, Role
from evenhand.post.models import Message
from tests.people import cast

SCHOOL = ("Brook School", "brook-school", OrganisationKind.SETTING, "")


def sioned() -> Person:
    """Somebody at the school."""
    return cast.member("Sioned", Role.SETTING, SCHOOL)


def by(person: Person, role: Role, key: str) -> Actor:
    """Somebody who acts in a case."""
    return Actor(person.pk, role, key)


@dataclass(frozen=True)
class CameOf:
    """What came of a step: where the case stands, what is due next and whose it is, and who was written to."""

    stage: str
    next: str
    whose: str
    told: str


class Story:
    """A case whose steps are taken one after the other, each on its own day."""

    def __init__(self, clock: pytest.MonkeyPatch) -> None:
        self.clock, self.case, self.messages = clock, None, 0
        self.steps: list[str] = []
        self.done: Done | None = None

    def on(self, day: str, action: Callable[..., Done], who: Actor, **given: Any) -> CameOf:
        """Take a step on a day of 2026 written as `5-11`, which is today then."""
        month, number = day.split("-")
        today = date(2026, int(month), int(number))
        self.clock.setattr("evenhand.clock.today_in_london", lambda: today)
        if self.case is not None:
            given["case"] = self.case
        before = Event.objects.unseen().count()
        done = action(by=who, on=today, **given)
        assert self.case is None or Event.objects.unseen().count() == before + 1
        assert (done.event.step, done.event.on, done.event.by_person) == (
            done.event.step,
            today,
            who.person_id,
        )
        self.case = Case.objects.unseen().get(pk=done.case.pk)
        self.steps.append(done.event.step)
        self.done = done
        return self._came_of()

    def _came_of(self) -> CameOf:
        fresh = Message.objects.order_by("pk")[self.messages :]
        told = sorted(one.address.partition("@")[0] for one in fresh)
        self.messages += len(told)
        case = self.case
        coming = f"{case.next_name} {case.next_on:%-m-%-d}" if case.next_on != NO_DAY else ""
        return CameOf(case.stage, coming, case.next_whose, " ".join(told))


def counts_are_true() -> bool:
    """Every kept count is what a query would count."""
    counted: dict[tuple[str, str], int] = {}
    for case in Case.objects.unseen():
        for scope in [f"provider:{case.provider_id}"] + (
            [f"authority:{case.authority_id}"] if case.known_to_authority else []
        ):
            counted[scope, case.stage] = counted.get((scope, case.stage), 0) + 1
    kept = {(row.scope, row.stage): row.count for row in Tally.objects.all() if row.count}
    return kept == counted
