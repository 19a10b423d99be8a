"""That the run is on the database it was asked to be on, and that the tables of people hold there."""

import pytest
from django.db import IntegrityError, connection, transaction

from evenhand.people.models import Person
from tests import postgres

pytestmark = pytest.mark.django_db


def test_a_person_is_written_to_the_database_that_was_asked_for() -> None:
    assert connection.vendor == ("postgresql" if postgres.wanted() else "sqlite")
    Person.objects.create(email="zoë@example.org", name="Zoë Ó Briain")
    assert Person.objects.get(email="zoë@example.org").name == "Zoë Ó Briain"


def test_two_people_cannot_have_one_address() -> None:
    Person.objects.create(email="amina@example.org", name="Amina")
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.create(email="amina@example.org", name="Another")


def test_every_test_here_is_run_on_both(request: pytest.FixtureRequest) -> None:
    assert request.node.get_closest_marker("database")
