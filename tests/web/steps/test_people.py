"""People: how they are reached is changed in their own compartment, and nobody's account is joined by it."""

import pytest

from evenhand.casework.heart import contents
from evenhand.casework.heart.history import state_of
from evenhand.casework.heart.steps import Step
from evenhand.casework.histories import history_of
from evenhand.people.policy import DataClass
from evenhand.people.roles import Role
from tests.casework import cases
from tests.casework.cases import FAMILY
from tests.people.cast import amina, eilidh, person
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


@pytest.mark.parametrize("step", [Step.ADD_PERSON, Step.RECORD_FACTS])
def test_nobody_joins_the_account_of_another_or_learns_if_there_is_one(step: Step) -> None:
    rang = contents.person(key=FAMILY, role=Role.PARENT, side="family", name="C", party=True)
    case = cases.enquiry(people=[rang])
    asked = f"?person={FAMILY}" if step is Step.RECORD_FACTS else ""
    assert "account" not in page(case, step, amina(), asked).partition("<main")[2]
    for phone, account in (("1", person("Sam").email), ("2", "nobody@cast.example")):
        said = {"kind": "supporter", "name": "F", "phone": phone, "account": account, **on()}
        assert press(case, step, amina(), said, asked).status_code == 302
    assert {one.person_id for one in state_of(history_of(case)).people.values()} == {None}


@pytest.mark.parametrize(
    "typed", ["cerys@example", "cerys@@cast.example", "cerys example@cast.example", "@cast.example"]
)
def test_an_address_that_cannot_be_one_is_asked_again(typed: str) -> None:
    case = cases.enquiry()
    shown = press(case, Step.RECORD_FACTS, amina(), KNOWN | {"email": typed}, f"?person={FAMILY}")
    assert shown.content.decode().count("Type an e-mail address like name@example.org.") == 2
    assert state_of(history_of(case)).people[FAMILY].contact["email"] == "cerys@cast.example"


def test_the_first_supporter_comes_as_of_right_and_the_next_by_consent() -> None:
    case = cases.enquiry()
    for name in ("Sam", "Sue"):
        press(case, Step.ADD_PERSON, amina(), {"kind": "supporter", "name": name, **on()})
    people = state_of(history_of(case)).people
    assert [people[key].needs_consent for key in ("person:3", "person:4")] == [False, True]
    shown = page(case, Step.CONSENT_TO_PERSON, amina())
    assert "Sue" in shown
    assert "Sam" not in shown
