"""A family at its own pages, on a day that never moves."""

from collections.abc import Iterator

import pytest

from tests.casework.cases import TODAY


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """20 June 2026, a Saturday."""
    monkeypatch.setattr("evenhand.clock.today_in_london", lambda: TODAY)
    yield
