"""A link to follow the case: whose account it lets in, once, in whose place, and whom it never lets in."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from evenhand.casework import actions, links
from evenhand.casework.actions.claiming import InTheCase, NotForWork, NotFree
from evenhand.casework.door import NoSuchCase
from evenhand.casework.heart import contents
from evenhand.casework.heart.events import Actor
from evenhand.casework.heart.stages import StepNotOpen
from evenhand.casework.heart.steps import Step
from evenhand.casework.histories import history_of
from evenhand.casework.links import Gone, Purpose, make_link, open_link, redeem
from evenhand.casework.models import Case
from evenhand.casework.recording import Done
from evenhand.people.models import Person
from evenhand.people.roles import Role
from tests.casework import cases
from tests.people import cast

TODAY = date(2026, 5, 18)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch, today: None) -> None:
    monkeypatch.setattr("evenhand.clock.instant", lambda: datetime(2026, 5, 18, 9, tzinfo=UTC))
    monkeypatch.setattr("evenhand.clock.today_in_london", lambda: TODAY)


def rang() -> Case:
    """A case of a family that rang, so that nobody's account is in it."""
    return cases.enquiry(
        people=[
            contents.person(key=cases.FAMILY, role=Role.PARENT, side="family", name="Cerys", party=True),
            contents.person(
                key="authority", role=Role.AUTHORITY_OFFICER, side="authority", name="Ealing", party=True
            ),
        ]
    )


def follow(case: Case) -> links.Made:
    return make_link(case=case, purpose=Purpose.FOLLOW, key=cases.FAMILY)


def follows(token: str, person: Person) -> Done:
    return redeem(
        token, lambda opened: actions.give_place(case=opened.case, key=opened.link.key, person=person)
    )


def test_whoever_follows_has_the_place_and_the_history_says_who_took_it() -> None:
    case = rang()
    with pytest.raises(NoSuchCase):
        cases.seen(case, cast.cerys())
    done = follows(follow(case).token, cast.cerys())
    assert [one.key for one in cases.seen(case, cast.cerys()).standings] == [cases.FAMILY]
    event = history_of(done.case)[-1]
    assert (event.step, event.by) == (Step.RECORD_FACTS, Actor(cast.cerys().pk, None, cases.FAMILY))
    assert event.told == {"key": cases.FAMILY, "person_id": cast.cerys().pk}


def test_a_link_to_follow_works_once_and_for_one_account() -> None:
    case = rang()
    token = follow(case).token
    follows(token, cast.cerys())
    events = len(history_of(case))
    for who in (cast.cerys(), cast.person("Stranger")):
        with pytest.raises(Gone):
            follows(token, who)
    assert len(history_of(case)) == events
    with pytest.raises(NoSuchCase):
        cases.seen(case, cast.person("Stranger"))


def test_it_is_gone_once_the_place_was_taken_in_another_way() -> None:
    case = rang()
    token = follow(case).token
    actions.give_place(case=case, key=cases.FAMILY, person=cast.cerys())
    with pytest.raises(Gone):
        open_link(token)
    with pytest.raises(NotFree):
        actions.give_place(case=case, key=cases.FAMILY, person=cast.person("Stranger"))


@pytest.mark.parametrize("who", [cast.dev, cast.amina, cast.hassan])
def test_an_account_of_work_is_refused_and_the_link_stays(who: Callable[[], Person]) -> None:
    token = follow(rang()).token
    with pytest.raises(NotForWork, match="This account is for work"):
        follows(token, who())
    follows(token, cast.cerys())


def test_one_account_does_not_have_two_places_in_a_case() -> None:
    case = cases.arranging()
    actions.add_person(
        case=case,
        by=cases.adviser(),
        on=TODAY,
        role=Role.SUPPORTER,
        side="family",
        name="Sam",
        party=False,
    )
    token = make_link(case=case, purpose=Purpose.FOLLOW, key="person:3").token
    with pytest.raises(InTheCase):
        follows(token, cast.cerys())
    follows(token, cast.person("Sam"))
    assert [one.key for one in cases.seen(case, cast.person("Sam")).standings] == ["person:3"]


@pytest.mark.parametrize("key", [cases.FAMILY, "authority"])
def test_no_link_to_follow_is_made_for_a_body_or_for_whoever_follows(key: str) -> None:
    case = cases.arranging()
    with pytest.raises(StepNotOpen):
        make_link(case=case, purpose=Purpose.FOLLOW, key=key)
    with pytest.raises(NotFree):
        actions.give_place(case=case, key=key, person=cast.person("Stranger"))


def test_a_case_that_has_ended_is_not_followed() -> None:
    case = rang()
    token = follow(case).token
    actions.withdraw(case=case, by=cases.adviser(), on=TODAY, why="moved_away")
    with pytest.raises(Gone):
        follows(token, cast.cerys())
    with pytest.raises(StepNotOpen):
        follow(case)
