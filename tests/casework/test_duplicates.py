"""Cases that may be the same: who is told of which likeness, and how long it takes."""

import time
from datetime import date

import pytest

from evenhand.casework import actions
from evenhand.casework.duplicates import alike, likely
from evenhand.casework.histories import history_of
from evenhand.casework.laying_down import Bodies, Laid, lay_down
from evenhand.people.models import Person
from evenhand.people.reader import reader_of
from tests.casework import cases
from tests.people import cast

pytestmark = pytest.mark.django_db
BORN = date(2017, 3, 4)


def found(person: Person, **given: object) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.reference, one.why) for one in likely(reader_of(person), **given)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "name", ["Robin Example", "ROBIN EXAMPLE", "Example, Robin", "Robyn Example", "Röbin  Example", "Robin"]
)
def test_a_child_of_the_same_day_with_a_like_name_is_found(name: str) -> None:
    case = cases.enquiry()
    assert found(cast.amina(), child_name=name, date_of_birth=BORN) == [(case.reference, ("child",))]


def test_another_child_is_not_found() -> None:
    cases.enquiry()
    assert found(cast.amina(), child_name="Ann Other", date_of_birth=BORN) == []
    assert found(cast.amina(), child_name="Robin Example", date_of_birth=date(2017, 4, 3)) == []
    assert found(cast.amina(), child_name="Robin Example") == []


def test_a_child_whose_name_was_added_later_and_whose_case_is_closed_is_found() -> None:
    case = cases.enquiry(child={})
    actions.record_facts(
        case=case,
        by=cases.adviser(),
        on=date(2026, 5, 12),
        facts={},
        child={"name": "Robin Example", "date_of_birth": "2017-03-04"},
    )
    actions.close(case=case, by=cases.adviser(), on=date(2026, 5, 13), reason="settled")
    assert found(cast.amina(), child_name="Robin Example", date_of_birth=BORN) == [
        (case.reference, ("child",))
    ]


@pytest.mark.parametrize("phone", ["02079460001", "+44 20 7946 0001", "(020) 7946-0001"])
def test_the_same_number_is_found_however_it_is_written(phone: str) -> None:
    case = cases.enquiry()
    assert found(cast.amina(), phone=phone) == [(case.reference, ("phone",))]


def test_an_address_is_found_in_open_cases_alone() -> None:
    case = cases.enquiry()
    assert found(cast.amina(), email="CERYS@cast.example") == [(case.reference, ("email",))]
    actions.close(case=case, by=cases.adviser(), on=date(2026, 5, 13), reason="settled")
    assert found(cast.amina(), email="CERYS@cast.example") == []


def test_the_one_with_more_reasons_comes_first() -> None:
    second = cases.enquiry()
    first = cases.enquiry(child={"name": "Zed", "date_of_birth": "2001-01-01"})
    given = {"child_name": "Robin Example", "date_of_birth": BORN, "phone": "020 7946 0001"}
    assert found(cast.amina(), **given) == [
        (second.reference, ("child", "phone")),
        (first.reference, ("phone",)),
    ]


def test_a_manager_learns_nothing_of_who_the_child_is() -> None:
    case = cases.enquiry()
    assert found(cast.eilidh(), child_name="Robin Example", date_of_birth=BORN) == []
    (one,) = likely(reader_of(cast.eilidh()), phone="020 7946 0001")
    assert (one.reference, one.initials) == (case.reference, "")


@pytest.mark.parametrize("who", [cast.ben, cast.cerys, cast.dev, cast.hassan])
def test_others_are_told_of_nothing(who: object) -> None:
    cases.enquiry()
    person = who()  # type: ignore[operator]
    assert found(person, child_name="Robin Example", date_of_birth=BORN, phone="020 7946 0001") == []


def test_names_that_are_not_alike() -> None:
    assert not alike("", "Robin")
    assert not alike("Sam Lee", "Kim Lee")
    assert not alike("123", "123")


def test_many_cases_are_looked_through_while_somebody_talks() -> None:
    """Two thousand here; ten thousand of the same child took 0.4 s where this was written."""
    case = cases.enquiry()
    bodies = Bodies(case.provider_id, case.authority_id)
    history = history_of(case)
    lay_down(Laid(f"L{number:04}", bodies, history) for number in range(2_000))
    begun = time.perf_counter()
    given = {
        "child_name": "Robin Example",
        "date_of_birth": BORN,
        "phone": "020 7946 0999",
        "email": "x@y.example",
    }
    assert len(found(cast.amina(), **given)) == 10
    assert time.perf_counter() - begun < 1
