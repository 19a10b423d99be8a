"""One provider, its manager, and a mediator under contract with everything in order."""

import pytest

from evenhand.people.models import Organisation, Person
from evenhand.people.practitioners.models import Practitioner
from tests.people.practitioners import makes


@pytest.fixture
def provider(db: None) -> Organisation:
    return makes.provider()


@pytest.fixture
def manager(provider: Organisation) -> Person:
    return makes.member("Mo Manager", provider, "manager")


@pytest.fixture
def asha(provider: Organisation, manager: Person) -> Practitioner:
    """Does all three works; nobody has recorded yet who employs her."""
    return makes.practitioner("Asha Rahman", provider, manager, ("adviser", "mediator", "facilitator"))


@pytest.fixture
def fit(asha: Practitioner) -> Practitioner:
    """The same, working under a contract with the provider."""
    makes.employed(asha, "provider_under_contract", "Even Mediation")
    return asha
