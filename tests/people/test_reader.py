"""A reader holds what is live at this moment and nothing else, and costs one query."""

import pytest
from django.contrib.auth.models import AnonymousUser

from evenhand import clock
from evenhand.people.models import Membership
from evenhand.people.reader import ANONYMOUS, Held, Reader, reader_of
from evenhand.people.roles import OrganisationKind, Role
from tests.people import cast

pytestmark = pytest.mark.django_db


def test_an_adviser_is_read_with_one_query(django_assert_num_queries) -> None:
    amina = cast.amina()
    ours = cast.organisation(cast.OURS)
    with django_assert_num_queries(1):
        found = reader_of(amina)
    assert found == Reader(
        amina.pk, "Amina Example", (Held(ours.pk, OrganisationKind.PROVIDER, "", Role.ADVISER, False, False),)
    )
    assert found.roles == {Role.ADVISER}
    assert found.is_staff
    assert found.organisations_as(Role.ADVISER) == {ours.pk}
    assert found.organisations_as(Role.MEDIATOR) == frozenset()


def test_an_officer_has_an_area() -> None:
    found = reader_of(cast.dev())
    assert found.areas_as(Role.AUTHORITY_OFFICER) == {"ealing"}
    assert found.areas_as(Role.AUTHORITY_DECIDER) == frozenset()


def test_a_stranger_asks_nothing_of_the_database(django_assert_num_queries) -> None:
    with django_assert_num_queries(0):
        assert reader_of(AnonymousUser()) is ANONYMOUS
    assert ANONYMOUS.is_stranger
    assert not ANONYMOUS.is_staff


def test_an_account_that_is_closed_is_a_stranger() -> None:
    amina = cast.amina()
    amina.is_active = False
    assert reader_of(amina) is ANONYMOUS


def test_what_has_ended_is_not_held() -> None:
    amina = cast.amina()
    Membership.objects.filter(person=amina).update(ended_at=clock.instant())
    assert reader_of(amina).memberships == ()
    assert not reader_of(amina).is_staff


def test_a_parent_is_nobody_s_staff() -> None:
    found = reader_of(cast.cerys())
    assert (found.is_stranger, found.is_staff, found.memberships) == (False, False, ())


@pytest.mark.parametrize(("who", "administers"), [("eilidh", True), ("amina", False), ("dev", False)])
def test_who_invites(who: str, administers: bool) -> None:
    assert bool(reader_of(getattr(cast, who)()).administered()) is administers


def test_one_of_two_organisations_that_asks_for_a_factor_is_enough() -> None:
    amina = cast.amina()
    assert not reader_of(amina).second_factor_required
    cast.organisation(cast.ANOTHER, second_factor=True)
    cast.member("Amina", Role.ADVISER, cast.ANOTHER)
    assert reader_of(amina).second_factor_required
