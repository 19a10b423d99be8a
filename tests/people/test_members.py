"""Ending and changing a membership."""

import pytest

from evenhand.people import actions
from evenhand.people.models import Membership
from evenhand.people.reader import reader_of
from evenhand.people.roles import Role
from tests.people import cast

pytestmark = pytest.mark.django_db


def _of(person) -> Membership:
    return Membership.objects.get(person=person, ended_at=None)


def test_a_manager_ends_a_membership() -> None:
    amina, eilidh = cast.amina(), cast.eilidh()
    membership = _of(amina)
    actions.end_membership(membership=membership, by=eilidh)
    membership.refresh_from_db()
    assert membership.ended_at is not None
    assert membership.ended_by == eilidh
    assert reader_of(amina).memberships == ()
    with pytest.raises(actions.Refused, match="ended already"):
        actions.end_membership(membership=membership, by=eilidh)


@pytest.mark.parametrize("who", ["amina", "hassan", "ben", "dev", "cerys"])
def test_nobody_else_does(who: str) -> None:
    membership = _of(cast.amina())
    with pytest.raises(actions.Refused, match="cannot change the members"):
        actions.end_membership(membership=membership, by=getattr(cast, who)())
    assert reader_of(cast.amina()).roles == {Role.ADVISER}


def test_the_last_who_can_invite_stays() -> None:
    eilidh = cast.eilidh()
    cast.amina()
    with pytest.raises(actions.Refused, match="Nobody would be left"):
        actions.end_membership(membership=_of(eilidh), by=eilidh)
    with pytest.raises(actions.Refused, match="Nobody would be left"):
        actions.change_role(membership=_of(eilidh), role=Role.ADVISER, by=eilidh)
    cast.member("Una", Role.MANAGER, cast.OURS)
    actions.end_membership(membership=_of(eilidh), by=eilidh)
    assert reader_of(eilidh).memberships == ()


def test_a_role_is_changed_by_ending_one_and_beginning_another() -> None:
    amina, eilidh = cast.amina(), cast.eilidh()
    old = _of(amina)
    new = actions.change_role(membership=old, role=Role.MEDIATOR, by=eilidh)
    old.refresh_from_db()
    assert old.ended_at is not None
    assert new.pk != old.pk
    assert reader_of(amina).roles == {Role.MEDIATOR}


def test_the_same_role_again_changes_nothing() -> None:
    membership = _of(cast.amina())
    assert actions.change_role(membership=membership, role=Role.ADVISER, by=cast.eilidh()) == membership


def test_a_role_of_another_kind_is_refused() -> None:
    with pytest.raises(actions.Refused, match="of this kind"):
        actions.change_role(membership=_of(cast.amina()), role=Role.SERVICE_COMMISSIONER, by=cast.eilidh())
