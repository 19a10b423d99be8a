"""A morning that never ends: Monday 22 June 2026, half past eight in London."""

from datetime import UTC, date, datetime

import pytest

NOW = datetime(2026, 6, 22, 7, 30, tzinfo=UTC)
TODAY = date(2026, 6, 22)


@pytest.fixture(autouse=True)
def now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("evenhand.clock.instant", lambda: NOW)
    monkeypatch.setattr("evenhand.clock.today_in_london", lambda: TODAY)
