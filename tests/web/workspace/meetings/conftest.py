"""A case that is being arranged, on a day and at an hour that stand still."""

from datetime import UTC, datetime

import pytest
from django.test import Client

from evenhand.casework import actions
from evenhand.casework.models import Case
from tests.casework import cases
from tests.people import cast

NOW = datetime(2026, 5, 18, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("evenhand.clock.instant", lambda: NOW)
    monkeypatch.setattr("evenhand.clock.today_in_london", NOW.date)


@pytest.fixture
def case(db: None) -> Case:
    """Being arranged, with Hassan to lead it."""
    made = cases.arranging()
    return actions.assign(
        case=made, by=cases.adviser(), on=NOW.date(), work="mediator", person_id=cast.hassan().pk
    ).case


@pytest.fixture
def amina(db: None) -> Client:
    return cast.client_of(cast.amina())
