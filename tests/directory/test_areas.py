"""Who serves whom: the pages of the five documents, and the areas known only by their name."""

from pathlib import Path

import pytest

from evenhand import directory
from evenhand.directory.model import Area, AreaKind, Role, UnknownArea
from evenhand.directory.sources import SEEDS

ALREADY_DESCRIBED = [
    "ealing",
    "global-mediation-area",
    "prime-resolution-council",
    "general-explanation",
    "mediatelegal",
]


def area(slug: str) -> Area:
    found = directory.area(slug)
    assert found is not None
    return found


def names(slug: str, role: Role) -> list[str]:
    return [service.name for service in area(slug).who(role)]


def test_the_five_documents_have_a_page_each():
    described = directory.described()
    assert [page.slug for page in described] == ALREADY_DESCRIBED
    assert {page.source for page in described} == set(SEEDS)


def test_ealing_is_advised_by_isaid_and_served_by_kids():
    assert names("ealing", Role.FREE_ADVICE) == ["Ealing ISAID"]
    assert names("ealing", Role.MEDIATION) == ["KIDS"]
    assert names("ealing", Role.RESOLUTION) == ["KIDS"]
    information = area("ealing").who(Role.INFORMATION)
    assert [detail.value for detail in information[0].details] == [
        "020 8825 5588",
        "Monday to Friday, 9am to 5pm",
        "children@ealing.gov.uk",
    ]
    assert area("ealing").local_offer is not None
    assert len(area("ealing").complaints) == 8


def test_the_other_areas_name_only_what_their_document_names():
    assert names("global-mediation-area", Role.RESOLUTION) == ["Global Mediation"]
    assert names("global-mediation-area", Role.MEDIATION) == []
    assert names("prime-resolution-council", Role.MEDIATION) == ["Prime Resolution"]
    assert names("prime-resolution-council", Role.RESOLUTION) == ["A service that is not named"]
    assert area("general-explanation").services == ()
    assert area("mediatelegal").kind is AreaKind.PROVIDER


def test_every_other_area_is_a_name_and_a_way_to_find_help():
    others = [page for page in directory.areas() if page.slug not in ALREADY_DESCRIBED]
    assert len(others) == 152
    for page in others:
        assert page.only_a_name
        assert directory.services_for(page.slug) == ()
        assert page.organisations == page.complaints == page.told == ()
        assert page.local_offer is None
        assert len(page.how_to_find) == 3


def test_where_to_look_cites_the_law():
    for paragraph in area("kent").how_to_find:
        assert paragraph.cites
        assert paragraph.text == paragraph.wording


def test_services_come_in_the_order_that_a_family_needs():
    order = list(Role)
    for page in directory.described():
        roles = [order.index(service.role) for service in directory.services_for(page.slug)]
        assert roles == sorted(roles)


def test_asking_for_the_services_of_nowhere_says_so():
    with pytest.raises(UnknownArea, match="atlantis"):
        directory.services_for("atlantis")


def test_a_council_is_called_by_its_name_where_it_has_one():
    assert area("ealing").council == "London Borough of Ealing"
    assert area("prime-resolution-council").council == "the council"


def test_no_module_of_the_room_hides_a_function_of_its_front():
    """A module called `areas` would take the place of `areas()` once it is imported."""
    modules = {path.stem for path in Path(directory.__file__).parent.glob("*.py")}
    assert not modules & {"area", "areas", "described", "find", "known_slugs"}
    assert not modules & {"national_organisations", "services_for"}
