"""Pressing the button of a step, as the tests do."""

import uuid
from typing import Any

from evenhand.casework.heart.events import Happened
from evenhand.casework.heart.steps import Step
from evenhand.casework.histories import history_of
from evenhand.casework.models import Case, Event
from evenhand.people.models import Person
from tests.people.cast import client_of


def where(case: Case, step: Step, query: str = "", area: str = "workspace") -> str:
    return f"/{area}/cases/{case.reference}/do/{step.value}{query}"


def page(case: Case, step: Step, who: Person, query: str = "", area: str = "workspace") -> str:
    """The page as it is shown."""
    return client_of(who).get(where(case, step, query, area)).content.decode()


def press(
    case: Case, step: Step, who: Person, data: dict[str, Any], query: str = "", area: str = "workspace"
) -> Any:
    """The answer to the button."""
    said = {"press": str(uuid.uuid4()), **data}
    return client_of(who).post(where(case, step, query, area), said)


def last(case: Case) -> Happened:
    return history_of(case)[-1]


def count(case: Case) -> int:
    return Event.objects.unseen().filter(case=case).count()
