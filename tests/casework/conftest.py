"""What every test of the case has: a day that never moves. Tables are emptied between tests by `flushing`."""

import pytest

from tests.casework.cases import TODAY


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """20 June 2026, a Saturday."""
    monkeypatch.setattr("evenhand.clock.today_in_london", lambda: TODAY)
