"""The cast signed in, on a day that stands still."""

import uuid
from typing import Any

import pytest
from django.test import Client

from tests.casework.cases import TODAY
from tests.people import cast

TYPED: dict[str, Any] = {
    "caller": "Cerys Example",
    "phone": "020 7946 0001",
    "relation": "parent",
    "child_name": "Robin Example",
    "date_of_birth": "4 3 2017",
    "council": "Ealing",
    "matter": "refusal_to_assess",
    "letter_dated": "1 May 2026",
    "contacted_on": "11 May 2026",
}
"""A call about a refusal to assess in Ealing, as an adviser types it."""


def typed(**more: Any) -> dict[str, Any]:
    """The call with other words, ready to be opened once."""
    return TYPED | {"press": str(uuid.uuid4()), "open": "1"} | more


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("evenhand.clock.today_in_london", lambda: TODAY)


@pytest.fixture
def adviser(db: None) -> Client:
    return cast.client_of(cast.amina())
