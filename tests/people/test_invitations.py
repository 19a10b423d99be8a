"""An invitation is taken up once, by the address that it was sent to, and never across a wall."""

from datetime import timedelta

import pytest

from evenhand import clock
from evenhand.people import actions
from evenhand.people.models import Invitation, Membership, Person
from evenhand.people.roles import Role
from tests.people import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def invited() -> actions.Invited:
    """An adviser's place at our provider, offered to an address without an account."""
    return actions.invite(
        organisation=cast.organisation(cast.OURS),
        role=Role.ADVISER,
        email="Iris@cast.example",
        by=cast.eilidh(),
    )


def test_it_is_taken_up_once(invited: actions.Invited) -> None:
    iris = cast.person("Iris")
    membership = actions.accept(token=invited.token, person=iris)
    assert (membership.role, membership.ended_at) == ("adviser", None)
    with pytest.raises(actions.Refused, match="cannot be used"):
        actions.accept(token=invited.token, person=iris)
    assert Membership.objects.filter(person=iris).count() == 1


def test_the_table_does_not_hold_the_token(invited: actions.Invited) -> None:
    row = Invitation.objects.values().get()
    assert invited.token not in str(row)
    assert row["email"] == "iris@cast.example"


def test_looking_at_it_uses_nothing_up(invited: actions.Invited) -> None:
    for _ in range(3):
        assert actions.open_invitation(invited.token) == invited.invitation
    assert actions.open_invitation(invited.token + "x") is None


@pytest.mark.parametrize(("hours", "is_open"), [(71.99, True), (72.01, False)])
def test_it_lasts_seventy_two_hours(
    invited: actions.Invited, monkeypatch: pytest.MonkeyPatch, hours: float, is_open: bool
) -> None:
    later = invited.invitation.created_at + timedelta(hours=hours)
    monkeypatch.setattr(clock, "instant", lambda: later)
    assert (actions.open_invitation(invited.token) is not None) is is_open
    if not is_open:
        with pytest.raises(actions.Refused, match="cannot be used"):
            actions.accept(token=invited.token, person=cast.person("Iris"))


def test_another_address_cannot_take_it_up(invited: actions.Invited) -> None:
    with pytest.raises(actions.Refused, match="another e-mail address"):
        actions.accept(token=invited.token, person=cast.ben())
    assert actions.open_invitation(invited.token) is not None


def test_a_withdrawn_one_cannot_be_used(invited: actions.Invited) -> None:
    actions.withdraw(invitation=invited.invitation, by=cast.eilidh())
    with pytest.raises(actions.Refused, match="cannot be used"):
        actions.accept(token=invited.token, person=cast.person("Iris"))


def test_a_second_offer_takes_the_first_one_back(invited: actions.Invited) -> None:
    again = actions.invite(
        organisation=invited.invitation.organisation,
        role=Role.ADVISER,
        email="iris@cast.example",
        by=cast.eilidh(),
    )
    assert actions.open_invitation(invited.token) is None
    assert actions.open_invitation(again.token) is not None


@pytest.mark.parametrize("who", ["dev", "farah", "gwen"])
def test_nobody_comes_across_a_wall(who: str) -> None:
    """Both ways: an officer into the middle, and an adviser to the authority."""
    officer = getattr(cast, who)()
    ours = cast.organisation(cast.OURS)
    to_us = actions.invite(organisation=ours, role=Role.MEDIATOR, email=officer.email, by=cast.eilidh())
    with pytest.raises(actions.Refused, match="Use a second account"):
        actions.accept(token=to_us.token, person=officer)
    away = actions.invite(
        organisation=cast.organisation(cast.AUTHORITY),
        role=Role.AUTHORITY_OFFICER,
        email=cast.amina().email,
        by=None,
    )
    with pytest.raises(actions.Refused, match="Use a second account"):
        actions.accept(token=away.token, person=cast.amina())
    assert actions.open_invitation(to_us.token) is not None


def test_a_wall_that_was_left_behind_is_none() -> None:
    dev = cast.dev()
    Membership.objects.filter(person=dev).update(ended_at=clock.instant())
    ours = cast.organisation(cast.OURS)
    invited = actions.invite(organisation=ours, role=Role.MEDIATOR, email=dev.email, by=cast.eilidh())
    assert actions.accept(token=invited.token, person=dev).role == "mediator"


@pytest.mark.parametrize("who", ["amina", "ben", "cerys", "dev"])
def test_only_who_administers_invites(who: str) -> None:
    ours = cast.organisation(cast.OURS)
    with pytest.raises(actions.Refused, match="cannot invite"):
        actions.invite(organisation=ours, role=Role.ADVISER, email="x@cast.example", by=getattr(cast, who)())


def test_a_role_of_another_kind_of_organisation_is_refused() -> None:
    ours = cast.organisation(cast.OURS)
    with pytest.raises(actions.Refused, match="of this kind"):
        actions.invite(
            organisation=ours, role=Role.AUTHORITY_OFFICER, email="x@cast.example", by=cast.eilidh()
        )


def test_the_first_at_an_authority_invites_the_rest() -> None:
    authority = cast.organisation(cast.AUTHORITY)
    for name, administers in (("Jo", True), ("Kit", False)):
        invited = actions.invite(
            organisation=authority, role=Role.AUTHORITY_OFFICER, email=f"{name}@cast.example", by=None
        )
        assert actions.accept(token=invited.token, person=cast.person(name)).administers is administers


def test_an_account_is_opened_only_together_with_the_membership(invited: actions.Invited) -> None:
    actions.withdraw(invitation=invited.invitation, by=cast.eilidh())
    with pytest.raises(actions.Refused):
        actions.open_and_accept(token=invited.token, name="Iris", password=cast.PASSWORD)
    assert not Person.objects.filter(email="iris@cast.example").exists()


def test_an_account_that_is_there_is_not_opened_again(invited: actions.Invited) -> None:
    iris = cast.person("Iris")
    with pytest.raises(actions.Refused, match="already"):
        actions.open_and_accept(token=invited.token, name="Iris", password="another password altogether")
    iris.refresh_from_db()
    assert iris.check_password(cast.PASSWORD)
    assert actions.open_invitation(invited.token) is not None
