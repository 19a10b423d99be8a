"""A register with a manager signed in, on a day that stands still."""

import pytest
from django.test import Client

from evenhand.people.models import Organisation, Person
from evenhand.people.practitioners.models import Practitioner
from tests.people.cast import client_of
from tests.people.practitioners import makes


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("evenhand.clock.today_in_london", lambda: makes.TODAY)


@pytest.fixture
def provider(db: None) -> Organisation:
    return makes.provider()


@pytest.fixture
def manager(provider: Organisation) -> Person:
    return makes.member("Mo Manager", provider, "manager")


@pytest.fixture
def asha(provider: Organisation, manager: Person) -> Practitioner:
    """A mediator under contract, with everything in order."""
    made = makes.practitioner("Asha Rahman", provider, manager)
    makes.employed(made, "provider_under_contract", "Even Mediation")
    return made


@pytest.fixture
def managing(manager: Person) -> Client:
    return client_of(manager)


@pytest.fixture
def herself(asha: Practitioner) -> Client:
    return client_of(asha.person)
