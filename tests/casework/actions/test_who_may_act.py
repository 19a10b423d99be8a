"""Of a family, whoever holds the right decides; the action itself refuses the others, whatever page they came from."""

from datetime import date

import pytest

from evenhand.casework import actions
from evenhand.casework.door import NoSuchCase
from evenhand.casework.heart.acting import may_act
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


def test_the_day_itself_counts_even_if_the_clockwork_sleeps() -> None:
    """Born on 4 March 2010: school age ends on Friday 26 June 2026, so from the 27th the right is the young person's."""
    child = {"name": "Robin Example", "date_of_birth": "2010-03-04"}
    case = cases.arranging(child=child)
    parent = cases.acting(cast.cerys(), Role.PARENT, cases.FAMILY)
    state = cases.seen(case, cast.cerys()).state
    assert may_act(state, parent, Step.WITHDRAW, date(2026, 6, 26))
    assert not may_act(state, parent, Step.WITHDRAW, date(2026, 6, 27))
    assert may_act(state, parent, Step.RAISE_CONCERN, date(2026, 6, 27))


def test_whoever_left_does_nothing() -> None:
    case = actions.end_place(case=cases.arranging(), by=cases.adviser(), on=ON, key="authority").case
    officer = cases.acting(cast.dev(), Role.AUTHORITY_OFFICER, "authority")
    with pytest.raises(NotYours):
        actions.cannot_arrange(case=case, by=officer, on=ON)
    with pytest.raises(NoSuchCase):
        cases.seen(case, cast.dev())
