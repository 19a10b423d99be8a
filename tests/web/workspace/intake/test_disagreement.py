"""Disagreement resolution: the kind says who the parties are; an officer opens the one without a family."""

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from evenhand.casework.heart.history import state_of
from evenhand.casework.heart.state import State
from evenhand.casework.histories import history_of
from evenhand.casework.models import Case
from evenhand.people.models import Organisation, Person
from evenhand.people.roles import Role
from tests.casework import cases
from tests.people import cast
from tests.web.workspace.intake.conftest import TYPED
from tests.web.workspace.intake.test_phone import text

pytestmark = pytest.mark.django_db
PAGE = "/workspace/new-disagreement"
FAMILY = {
    name: TYPED[name] for name in ("caller", "phone", "relation", "child_name", "date_of_birth", "council")
}


def typed(**more: Any) -> dict[str, Any]:
    return FAMILY | {"press": str(uuid.uuid4()), "contacted_on": "11 May 2026"} | more


def only_case() -> Case:
    (case,) = Case.objects.unseen()
    return case


def state(case: Case) -> State:
    return state_of(history_of(case))


@pytest.mark.parametrize(
    ("matter", "more", "sides"),
    [
        ("duties_not_carried_out", {}, ["party:1", "authority"]),
        ("provision_by_setting", {"setting": "Hill School"}, ["party:1", "setting"]),
        (
            "health_or_social_care_provision",
            {"commissioning_body": "North West London ICB"},
            ["party:1", "authority", "commissioning_body"],
        ),
        (
            "authority_and_commissioner",
            {"commissioning_body": "North West London ICB"},
            ["authority", "commissioning_body"],
        ),
    ],
)
def test_the_kind_says_who_the_parties_are(
    adviser: Client, matter: str, more: dict[str, str], sides: list[str]
) -> None:
    cast.organisation(cast.BODY)
    adviser.post(PAGE, typed(matter=matter, **more))
    case = only_case()
    assert (case.kind, case.matter, case.area) == ("resolution", matter, "ealing")
    assert [one.key for one in state(case).parties] == sides
    assert case.adviser == cast.amina()
    assert (case.commissioning_body == cast.organisation(cast.BODY)) is ("commissioning_body" in sides)
    assert (case.setting is not None) is ("setting" in sides)
    assert (state(case).child == {}) is ("party:1" not in sides)


def test_a_body_that_is_not_here_is_made_and_said(adviser: Client) -> None:
    cast.organisation(cast.AUTHORITY)
    adviser.post(PAGE, typed(matter="provision_by_setting", setting="Hill School"))
    made = Organisation.objects.get(name="Hill School")
    assert (made.kind, made.slug) == ("setting", "hill-school")
    assert only_case().setting == made
    assert adviser.session["said_once"][0].endswith(
        "Hill School was added to the organisations of this service."
    )
    adviser.post(PAGE, typed(matter="provision_by_setting", setting="hill school", another="1"))
    assert Organisation.objects.filter(kind="setting").count() == 1


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({}, "matter"),
        ({"matter": "provision_by_setting"}, "setting"),
        ({"matter": "health_or_social_care_provision"}, "commissioning_body"),
        ({"matter": "duties_not_carried_out", "caller": ""}, "caller"),
        ({"matter": "authority_and_commissioner", "commissioning_body": "ICB", "council": ""}, "council"),
    ],
)
def test_what_the_kind_needs_is_said(adviser: Client, more: dict[str, str], field: str) -> None:
    answer = adviser.post(PAGE, typed(**more))
    assert f'id="{field}-error"' in answer.content.decode()
    assert not Case.objects.unseen().exists()


def test_the_page_says_what_it_is_not(adviser: Client) -> None:
    assert "There is no certificate and no statutory clock, and no other route is touched" in text(
        adviser.get(PAGE)
    )


def test_an_authority_s_officer_opens_it_with_the_commissioning_body(db: None) -> None:
    cast.organisation(cast.OURS)
    client = cast.client_of(cast.dev())
    page = client.get(PAGE).content.decode()
    assert 'name="caller"' not in page
    assert 'name="council"' not in page
    assert 'name="matter"' not in page
    said = {"press": str(uuid.uuid4()), "commissioning_body": "North West London ICB"}
    answer = client.post(PAGE, said)
    case = only_case()
    assert answer["Location"] == f"/workspace/cases/{case.reference}/"
    assert (case.matter, case.authority) == ("authority_and_commissioner", cast.organisation(cast.AUTHORITY))
    assert case.adviser is None
    assert [one.key for one in state(case).parties] == ["authority", "commissioning_body"]
    (opened, *_rest) = history_of(case)
    assert (opened.by.role, opened.by.key) == (Role.AUTHORITY_OFFICER, "authority")
    assert cases.seen(case, cast.dev()).case == case
    assert client.post(PAGE, said)["Location"] == answer["Location"]
    assert Case.objects.unseen().count() == 1


def test_a_commissioning_officer_opens_it_with_the_council_and_sees_it(db: None) -> None:
    cast.organisation(cast.OURS)
    client = cast.client_of(cast.gwen())
    client.post(PAGE, {"press": str(uuid.uuid4()), "council": "Ealing"})
    case = only_case()
    assert (case.commissioning_body, case.health) == (cast.organisation(cast.BODY), True)
    assert cases.seen(case, cast.gwen()).case == case


def test_of_several_services_one_is_chosen(db: None) -> None:
    cast.organisation(cast.OURS)
    other = cast.organisation(cast.ANOTHER)
    client = cast.client_of(cast.dev())
    said = {"press": str(uuid.uuid4()), "commissioning_body": "North West London ICB"}
    assert "Choose the service." in text(client.post(PAGE, said))
    client.post(PAGE, said | {"provider": str(other.pk)})
    assert only_case().provider == other


def test_beside_a_mediation_it_is_linked_on_both_sides(adviser: Client) -> None:
    mediation = cases.enquiry()
    assert (
        f'value="{mediation.reference}"'
        in adviser.get(f"{PAGE}?beside={mediation.reference}").content.decode()
    )
    adviser.post(PAGE, typed(matter="duties_not_carried_out", beside=mediation.reference.lower()))
    new = Case.objects.unseen().exclude(pk=mediation.pk).get()
    assert (state(new).linked, state(mediation).linked) == ([mediation.reference], [new.reference])


def test_a_case_that_is_not_the_reader_s_cannot_be_linked(adviser: Client) -> None:
    theirs = cases.enquiry(provider=cast.organisation(cast.ANOTHER), adviser_id=None)
    for reference in (theirs.reference, "NONE-0000"):
        answer = text(adviser.post(PAGE, typed(matter="duties_not_carried_out", beside=reference)))
        assert "There is no case with this reference." in answer
    assert Case.objects.unseen().count() == 1


def test_a_likely_duplicate_needs_the_tick(adviser: Client) -> None:
    cases.enquiry()
    said = typed(matter="duties_not_carried_out")
    assert "This may be a case that is open already." in text(adviser.post(PAGE, said))
    adviser.post(PAGE, said | {"another": "1"})
    assert Case.objects.unseen().count() == 2


def test_what_was_typed_in_a_call_comes_along(adviser: Client) -> None:
    offered = adviser.post("/workspace/new", TYPED | {"matter": "duties_not_carried_out", "work": "1"})
    assert "Go on as disagreement resolution" in text(offered)
    page = adviser.post(PAGE, TYPED | {"matter": "duties_not_carried_out", "carry": "1"}).content.decode()
    assert 'value="Cerys Example"' in page
    assert 'value="duties_not_carried_out" checked' in page
    assert "There is a problem" not in page


@pytest.mark.parametrize("who", [cast.cerys, cast.hassan, cast.farah])
def test_for_others_it_is_not_there(db: None, who: Callable[[], Person]) -> None:
    client = cast.client_of(who())
    absent = client.get("/workspace/no-such-page")
    for answer in (client.get(PAGE), client.post(PAGE, typed(matter="duties_not_carried_out"))):
        assert (answer.status_code, text(answer)) == (404, text(absent))
    assert not Case.objects.unseen().exists()
