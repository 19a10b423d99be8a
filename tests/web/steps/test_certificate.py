"""The certificate: who may have one, and the way of those who may not."""

from datetime import date

import pytest

from evenhand.casework.heart.steps import Step
from tests.casework import cases
from tests.people.cast import amina
from tests.web.steps.given import on
from tests.web.steps.pressing import count, page, press

pytestmark = pytest.mark.django_db
LEAVE = "can ask the Tribunal for its leave to appeal without one"


def late() -> cases.Case:
    """The service was first contacted on 15 June about a notice of 1 April: too late by a fortnight."""
    from evenhand.casework import actions
    from evenhand.casework.heart import contents

    facts = {"acting": "parent", "notice_sent": "2026-04-01"}
    case = cases.enquiry(on=date(2026, 6, 15), facts=facts)
    actions.give_advice(
        case=case,
        by=cases.adviser(),
        on=date(2026, 6, 16),
        family=cases.FAMILY,
        explained=contents.ADVICE_POINTS,
    )
    return actions.decline_mediation(case=case, by=cases.adviser(), on=date(2026, 6, 16)).case


def test_what_it_will_say_is_checked_first() -> None:
    shown = page(cases.concluded(), Step.ISSUE_CERTIFICATE, amina())
    for words in (
        "Cerys Example",
        "Robin Example",
        "Ealing Council",
        "The family took part in mediation",
        "s. 55(5)",
    ):
        assert words in shown


def test_late_contact_leads_to_the_tribunal_and_not_to_a_dead_end() -> None:
    case = late()
    before = count(case)
    shown = page(case, Step.ISSUE_CERTIFICATE, amina())
    assert "The adviser was not contacted in time" in shown
    assert LEAVE in shown
    answer = press(case, Step.ISSUE_CERTIFICATE, amina(), on())
    assert answer.status_code == 409
    assert LEAVE in answer.content.decode()
    assert count(case) == before


def test_before_its_turn_the_law_says_how_it_comes() -> None:
    shown = page(cases.advised(), Step.ISSUE_CERTIFICATE, amina())
    assert "You contacted the adviser in time." in shown
    assert f"/workspace/cases/{cases.Case.objects.unseen().get().reference}/do/decline_mediation" in shown


def test_what_follows_is_said_with_its_day() -> None:
    from tests.people.cast import client_of

    case, client = cases.advised(), client_of(amina())
    import uuid

    client.post(
        f"/workspace/cases/{case.reference}/do/decline_mediation",
        {"press": str(uuid.uuid4()), **on(date(2026, 6, 19))},
    )
    assert client.session["said_once"][0] == (
        "It is recorded that the family does not wish to mediate. "
        "Next: issue the certificate, by Wednesday 24 June 2026."
    )
