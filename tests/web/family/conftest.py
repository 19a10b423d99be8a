"""A family that answers, on a day that stands still."""

from datetime import date

import pytest
from django.test import Client

from tests.web.family.asking import Family

TODAY = date(2026, 6, 20)


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("evenhand.clock.today_in_london", lambda: TODAY)


@pytest.fixture
def family(client: Client, db: None) -> Family:
    return Family(client)
