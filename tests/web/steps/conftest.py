"""What every test of a step's page has: a day that never moves, and a folder of its own for documents."""

from pathlib import Path

import pytest

from tests.casework.cases import TODAY


@pytest.fixture(autouse=True)
def _still(settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    """20 June 2026, a Saturday."""
    settings.DATA = tmp_path
    monkeypatch.setattr("evenhand.clock.today_in_london", lambda: TODAY)
