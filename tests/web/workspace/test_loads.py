"""Loads for a manager, and counts that go out with the small ones left out."""

import pytest

from evenhand.web.workspace import small_numbers
from tests.casework import cases
from tests.people import cast
from tests.web.pages import reads


@pytest.mark.parametrize(
    ("counts", "gives_away"),
    [
        ([0, 12, 30], False),
        ([3, 12, 30], True),  # one is left out: the total less the others is it
        ([3, 4, 30], False),
        ([1, 1, 30], True),  # two that can only be ones
        ([5, 5, 30], True),  # two that can only be fives
        ([0, 0, 4], True),  # small itself
        ([], False),
    ],
)
def test_a_total_that_gives_a_count_away_is_left_out(counts: list[int], gives_away: bool) -> None:
    assert small_numbers.total_gives_away(counts) is gives_away


def test_small_counts_are_left_out_and_none_and_six_are_not() -> None:
    assert small_numbers.shown([0, 1, 5, 6]) == ["0", "1 to 5", "1 to 5", "6"]


def test_one_total_must_not_give_away_a_number_of_the_other_table() -> None:
    assert small_numbers.totals([20, 15], [35]) == "35"
    assert small_numbers.totals([20, 15], [32, 3]) == "not given"


def test_columns_that_count_the_same_add_up_to_the_same() -> None:
    with pytest.raises(ValueError, match="add up"):
        small_numbers.totals([1], [2])


@pytest.mark.django_db
def test_a_manager_sees_loads_and_lateness() -> None:
    for _case in range(2):
        cases.enquiry()
    cases.enquiry(adviser_id=None, on=cases.TODAY)
    answer = cast.client_of(cast.eilidh()).get("/workspace/loads")
    read = reads(answer.content, "main")
    assert "Advisers Name Open Late Amina Example 2 2 No adviser yet 1 0" in read
    assert "Mediators Name Open Late No mediator yet 3 2" in read


@pytest.mark.django_db
def test_the_sheet_of_loads_leaves_small_counts_out() -> None:
    for _case in range(7):
        cases.enquiry()
    cases.enquiry(adviser_id=None, on=cases.TODAY)
    lines = cast.client_of(cast.eilidh()).get("/workspace/loads?as=csv").content.decode().splitlines()
    assert lines == [
        "work,name,open,late",
        "adviser,Amina Example,7,7",
        "adviser,nobody yet,1 to 5,0",
        "mediator,nobody yet,8,7",
        "all,,not given,7",
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["amina", "dev", "hassan", "cerys"])
def test_loads_are_for_managers(name: str) -> None:
    assert cast.client_of(getattr(cast, name)()).get("/workspace/loads").status_code == 404
