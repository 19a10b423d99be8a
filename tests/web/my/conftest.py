"""A family at its own pages, on a day that never moves."""

import pytest

from tests.casework.cases import TODAY


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """20 June 2026, a Saturday."""
    monkeypatch.setattr("evenhand.clock.today_in_london", lambda: TODAY)
