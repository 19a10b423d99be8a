"""Of a family, whoever holds the right decides; the action itself refuses the others, whatever page they came from."""

from datetime import date

import pytest

from evenhand.casework import actions
from evenhand.casework.heart.events import SYSTEM
from evenhand.casework.heart.steps import Step
from evenhand.casework.recording import NotYours, record
from evenhand.people.policy import DataClass
from evenhand.people.roles import Role
from tests.casework import cases
from tests.people import cast

pytestmark = pytest.mark.django_db
ON = date(2026, 6, 19)


def test_a_parent_whose_child_came_of_age_decides_nothing_and_may_still_speak_of_safety() -> None:
    case = cases.arranging()
    record(case=case, step=Step.COME_OF_AGE, by=SYSTEM, on=ON)
    parent = cases.acting(cast.cerys(), Role.PARENT, cases.FAMILY)
    with pytest.raises(NotYours):
        actions.withdraw(case=case, by=parent, on=ON)
    with pytest.raises(NotYours):
        actions.add_note(
            case=case,
            by=parent,
            on=ON,
            data_class=DataClass.FAMILY_PRIVATE,
            owner=cases.FAMILY,
            words="Mine.",
        )
    actions.raise_concern(case=case, by=parent, on=ON, words="I worry.")


def test_a_parent_who_is_the_party_decides() -> None:
    case = cases.arranging()
    parent = cases.acting(cast.cerys(), Role.PARENT, cases.FAMILY)
    assert actions.withdraw(case=case, by=parent, on=ON).case.stage == "withdrawn"
