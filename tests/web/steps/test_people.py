"""People: how they are reached is changed in their own compartment, and an account is found by its address."""

import pytest

from evenhand.casework.heart import contents
from evenhand.casework.heart.history import state_of
from evenhand.casework.heart.steps import Step
from evenhand.casework.histories import history_of
from evenhand.people.policy import DataClass
from evenhand.people.roles import Role
from tests.casework import cases
from tests.casework.cases import FAMILY
from tests.people.cast import amina, client_of, eilidh, person
from tests.web.steps.given import on
from tests.web.steps.pressing import count, last, page, press

pytestmark = pytest.mark.django_db
KNOWN = {"name": "Cerys Example", "phone": "020 7946 0001", "address": "1 Example Street"}


def test_only_what_changed_is_recorded_and_it_lies_with_the_person() -> None:
    case = cases.enquiry()
    assert "Change how somebody is reached</h1>" in page(
        case, Step.RECORD_FACTS, amina(), f"?person={FAMILY}"
    )
    said = KNOWN | {"email": "cerys@cast.example", "phone": "020 7946 0777", "discreet": "on"}
    assert press(case, Step.RECORD_FACTS, amina(), said, f"?person={FAMILY}").status_code == 302
    (piece,) = last(case).pieces
    assert (piece.data_class, piece.owner) == (DataClass.CONTACT_DETAILS, FAMILY)
    assert piece.body == {"key": FAMILY, "contact": {"phone": "020 7946 0777", "discreet": True}}
    assert state_of(history_of(case)).people[FAMILY].contact["email"] == "cerys@cast.example"


def test_a_manager_does_not_change_it() -> None:
    case = cases.enquiry()
    before = count(case)
    answer = press(case, Step.RECORD_FACTS, eilidh(), KNOWN | {"phone": "1"}, f"?person={FAMILY}")
    assert answer.status_code == 409
    assert count(case) == before


def test_an_account_is_found_by_its_address_or_refused() -> None:
    case, somebody = cases.enquiry(), person("Sam")
    data = {"kind": "supporter", "name": "F", **on()}
    shown = press(case, Step.ADD_PERSON, amina(), data | {"account": "nobody@cast.example"})
    assert "No account has this address." in shown.content.decode()
    press(case, Step.ADD_PERSON, amina(), data | {"account": somebody.email.upper()})
    assert last(case).told["person_id"] == somebody.pk


def test_a_family_that_rang_gets_its_own_page_by_the_address_of_its_account() -> None:
    resolved = cases.enquiry(
        people=[contents.person(key=FAMILY, role=Role.PARENT, side="family", name="C", party=True)]
    )
    asked, somebody = f"?person={FAMILY}", person("Sam")
    refused = press(
        resolved, Step.RECORD_FACTS, amina(), {"name": "C", "account": "nobody@cast.example"}, asked
    )
    assert "No account has this address." in refused.content.decode()
    press(resolved, Step.RECORD_FACTS, amina(), {"name": "C", "account": somebody.email}, asked)
    assert state_of(history_of(resolved)).people[FAMILY].person_id == somebody.pk
    assert client_of(somebody).get(f"/my/cases/{resolved.reference}/").status_code == 200
    assert 'name="account"' not in page(resolved, Step.RECORD_FACTS, amina(), asked)


def test_the_first_supporter_comes_as_of_right_and_the_next_by_consent() -> None:
    case = cases.enquiry()
    for name in ("Sam", "Sue"):
        press(case, Step.ADD_PERSON, amina(), {"kind": "supporter", "name": name, **on()})
    people = state_of(history_of(case)).people
    assert [people[key].needs_consent for key in ("person:3", "person:4")] == [False, True]
    shown = page(case, Step.CONSENT_TO_PERSON, amina())
    assert "Sue" in shown
    assert "Sam" not in shown
