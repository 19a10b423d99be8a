"""The family's own pages, and those on which it asks, can be read at an age of 9 to 12."""

from collections.abc import Callable

import pytest
from django.test import Client

from evenhand.casework.models import Case
from tests.casework import cases
from tests.people import cast
from tests.web.asking.caller import ANSWERS, Caller
from tests.web.asking.conftest import NOW, TODAY
from tests.web.my.families import two_homes
from tests.web.my.test_case_page import agreed, resolution
from tests.web.public.test_reading_grade import LIMIT, family_text
from tests.web.reading_grade import grade

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "made", [cases.enquiry, cases.advised, two_homes, agreed, resolution], ids=lambda made: made.__name__
)
def test_a_case_is_within_the_limit(made: Callable[[], Case]) -> None:
    case = made()
    page = cast.client_of(cast.cerys()).get(f"/my/cases/{case.reference}/")
    found = grade(family_text(page.content))
    print(f"{made.__name__}: reading grade {found:.1f} (limit {LIMIT:.0f})")
    assert found <= LIMIT


def test_what_is_said_on_the_way_to_a_call_is_within_the_limit(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("evenhand.clock.instant", lambda: NOW)
    monkeypatch.setattr("evenhand.clock.today_in_london", lambda: TODAY)
    cast.organisation(cast.OURS)
    asking = Caller(client, ANSWERS).to_the_check()
    for address in ("/call-me-back/agree", "/call-me-back", "/ask", "/ask/come-back"):
        assert grade(family_text(client.get(address).content)) <= LIMIT, address
    asking.press()
    assert grade(family_text(client.get("/call-me-back/done").content)) <= LIMIT
