"""Organisations made by their public names: once, and under a short name that nobody has."""

import pytest

from evenhand.casework.bodies import authority_of, body_named
from evenhand.people.models import Organisation
from evenhand.people.roles import OrganisationKind
from tests.people import cast

pytestmark = pytest.mark.django_db


def test_an_authority_that_is_here_is_found_and_not_made() -> None:
    here = cast.organisation(cast.AUTHORITY)
    assert authority_of("ealing") == (here, False)


def test_an_authority_is_made_once_from_the_directory() -> None:
    made, fresh = authority_of("barnet")
    assert (made.name, made.kind, made.area, fresh) == (
        "London Borough of Barnet",
        "authority",
        "barnet",
        True,
    )
    assert authority_of("barnet") == (made, False)


def test_an_area_without_an_authority_is_refused() -> None:
    with pytest.raises(LookupError, match="no authority with the area 'atlantis'"):
        authority_of("atlantis")


def test_a_body_is_found_by_its_name_however_it_is_typed() -> None:
    here = cast.organisation(cast.BODY)
    kind = OrganisationKind.COMMISSIONING_BODY
    assert body_named(kind, " north west london icb ") == (here, False)
    assert body_named(OrganisationKind.SETTING, "North West London ICB")[1] is True


def test_short_names_that_are_taken_are_numbered() -> None:
    Organisation.objects.create(kind="provider", name="Hill", slug="hill-school")
    made, _fresh = body_named(OrganisationKind.SETTING, "Hill School")
    assert made.slug == "hill-school-2"
    odd, _fresh = body_named(OrganisationKind.SETTING, "学校")
    assert odd.slug == "organisation"
    long, _fresh = body_named(OrganisationKind.SETTING, "x" * 200)
    assert len(long.slug) <= 50
