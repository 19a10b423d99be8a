"""Links to a case that waits for answers, on a day and at an hour that stand still."""

from datetime import UTC, datetime

import pytest

NOW = datetime(2026, 5, 18, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("evenhand.clock.instant", lambda: NOW)
    monkeypatch.setattr("evenhand.clock.today_in_london", NOW.date)
