"""Whoever asked to be rung stands on the board of those who ring, with how late it is."""

from datetime import UTC, datetime

import pytest

from evenhand.casework.models import CallBack
from tests.people import cast
from tests.people.cast import client_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    """Friday 19 June 2026, 10:40 in London."""
    now = datetime(2026, 6, 19, 9, 40, tzinfo=UTC)
    monkeypatch.setattr("evenhand.clock.instant", lambda: now)
    monkeypatch.setattr("evenhand.clock.today_in_london", lambda: now.date())


def call(name: str, reference: str, slot: datetime) -> None:
    CallBack.objects.create(
        provider=cast.organisation(cast.OURS),
        reference=reference,
        name=name,
        phone="020 7946 0000",
        slot=slot,
    )


def test_each_call_is_there_with_its_time_for_the_adviser_and_for_nobody_else() -> None:
    call("Paula Late", "AAAA-0001", datetime(2026, 6, 17, 9, 0, tzinfo=UTC))
    call("Petra Missed", "AAAA-0002", datetime(2026, 6, 19, 8, 30, tzinfo=UTC))
    call("Piotr Soon", "AAAA-0003", datetime(2026, 6, 19, 13, 0, tzinfo=UTC))
    page = client_of(cast.amina()).get("/workspace").content.decode()
    for words in ("2 days late", "Late: 09:30", "Today at 14:00", "/workspace/calls/AAAA-0003"):
        assert words in page
    assert page.index("Paula Late") < page.index("Petra Missed") < page.index("Piotr Soon")
    for who in (cast.ben(), cast.dev(), cast.hassan()):
        assert "Petra Missed" not in client_of(who).get("/workspace").content.decode()


def test_tomorrows_call_and_one_that_ended_are_not() -> None:
    call("Tomas Later", "AAAA-0004", datetime(2026, 6, 20, 9, 0, tzinfo=UTC))
    call("Edda Done", "AAAA-0005", datetime(2026, 6, 19, 9, 0, tzinfo=UTC))
    CallBack.objects.filter(reference="AAAA-0005").update(ended_at=datetime(2026, 6, 19, 9, 5, tzinfo=UTC))
    page = client_of(cast.amina()).get("/workspace").content.decode()
    assert "Tomas Later" not in page
    assert "Edda Done" not in page
