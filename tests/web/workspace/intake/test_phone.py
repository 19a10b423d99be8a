"""By telephone: the law beside the screen, the case opened once, and who may not."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from evenhand.casework import actions
from evenhand.casework.heart.contents import ADVICE_POINTS
from evenhand.casework.heart.history import state_of
from evenhand.casework.heart.stages import Stage
from evenhand.casework.heart.state import State
from evenhand.casework.histories import history_of
from evenhand.casework.models import Case
from evenhand.people.models import Organisation, Person
from evenhand.people.roles import Role
from tests.casework import cases
from tests.people import cast
from tests.web.workspace.intake.conftest import TYPED, typed

pytestmark = pytest.mark.django_db
PAGE = "/workspace/new"


def only_case() -> Case:
    (case,) = Case.objects.unseen()
    return case


def state(case: Case) -> State:
    return state_of(history_of(case))


def text(answer: object) -> str:
    """The words of a page on one line."""
    words = re.sub(r"<(script|style).*?</\1>|<[^>]+>", " ", answer.content.decode(), flags=re.S)  # type: ignore[attr-defined]
    return " ".join(words.split())


def test_the_screen_is_there_for_an_adviser(adviser: Client) -> None:
    answer = adviser.get(PAGE)
    assert answer.status_code == 200
    assert "Choose what happened. Then the routes and the days stand here." in text(answer)
    assert "script-src 'self'" in answer["Content-Security-Policy"]


def test_work_it_out_shows_the_law_and_writes_nothing(adviser: Client) -> None:
    answer = text(adviser.post(PAGE, TYPED | {"work": "1", "letter_dated": "4/5/2026"}))
    assert "By Friday 3 July 2026. Last day: Monday 6 July 2026, by 5pm." in answer
    assert "Get a mediation certificate Open now." in answer
    assert not Case.objects.unseen().exists()


def test_what_is_not_known_and_would_change_the_answer_is_marked(adviser: Client) -> None:
    said = {name: value for name, value in TYPED.items() if name not in ("letter_dated", "date_of_birth")}
    answer = text(adviser.post(PAGE, said | {"work": "1"}))
    assert "Ask next:" in answer
    assert "Would change the answer Date on the letter" in answer
    full = text(adviser.post(PAGE, TYPED | {"work": "1"}))
    assert "Would change the answer Date on the letter" not in full


def test_working_it_out_asks_for_nothing(adviser: Client) -> None:
    answer = adviser.post(PAGE, {"matter": "refusal_to_assess", "work": "1"})
    assert "There is a problem" not in text(answer)


def test_a_contradiction_stands_beside_its_field(adviser: Client) -> None:
    answer = adviser.post(PAGE, TYPED | {"work": "1", "contacted_on": "30 April 2026"})
    assert 'id="contacted_on-error"' in answer.content.decode()
    assert "(Thursday 30 April 2026) is before the day the letter was sent (Friday 1 May 2026)" in text(
        answer
    )
    assert "Two things do not fit." in text(answer)


def test_a_case_is_opened_with_its_people(adviser: Client) -> None:
    cast.organisation(cast.AUTHORITY)
    answer = adviser.post(PAGE, typed(email="cerys@cast.example", discreet="on", needs="A ramp"))
    case = only_case()
    assert answer["Location"] == f"/workspace/cases/{case.reference}/"
    assert (case.matter, case.area, case.opened_on) == ("refusal_to_assess", "ealing", date(2026, 5, 11))
    assert case.adviser == cast.amina()
    assert case.authority == cast.organisation(cast.AUTHORITY)
    now = state(case)
    assert now.facts["notice_sent"] == "2026-05-01"
    assert now.child == {"name": "Robin Example", "date_of_birth": "2017-03-04"}
    parent, authority = now.people["party:1"], now.people["authority"]
    assert (parent.role, parent.name, parent.needs) == (Role.PARENT, "Cerys Example", "A ramp")
    assert parent.contact == {"phone": "020 7946 0001", "email": "cerys@cast.example", "discreet": True}
    assert (authority.party, authority.name) == (True, "Ealing Council")


def test_somebody_who_calls_for_a_parent_is_the_supporter(adviser: Client) -> None:
    adviser.post(PAGE, typed(caller="Pat Friend", relation="for_parent", for_whom="Cerys Example"))
    people = state(only_case()).people
    assert (people["party:1"].name, people["party:1"].contact) == ("Cerys Example", {})
    supporter = people["person:2"]
    assert (supporter.role, supporter.party, supporter.name) == (Role.SUPPORTER, False, "Pat Friend")
    assert supporter.contact == {"phone": "020 7946 0001"}


def test_a_council_that_is_not_here_is_made_and_said(adviser: Client) -> None:
    assert not Organisation.objects.filter(area="barnet").exists()
    told = adviser.post(PAGE, typed(council="Barnet"))
    made = Organisation.objects.get(area="barnet")
    assert (made.kind, made.name) == ("authority", "London Borough of Barnet")
    assert only_case().authority == made
    assert told.status_code == 302
    assert adviser.session["said_once"][0].endswith(
        "London Borough of Barnet was added to the organisations of this service."
    )


def test_pressed_twice_there_is_one_case(adviser: Client) -> None:
    said = typed()
    first, second = adviser.post(PAGE, said), adviser.post(PAGE, said)
    assert first["Location"] == second["Location"]
    assert Case.objects.unseen().count() == 1
    assert adviser.session["said_once"][0] == "This was already done, once. Nothing was done twice."


@pytest.mark.parametrize(
    ("left_out", "told"),
    [
        ("caller", "Type the name of whoever calls."),
        ("relation", "Choose who is calling."),
        ("council", "Type the name of the council."),
        ("matter", "Choose what happened."),
        ("contacted_on", "Type the day of the first contact."),
    ],
)
def test_what_must_be_known_is_said_beside_its_field(adviser: Client, left_out: str, told: str) -> None:
    answer = adviser.post(PAGE, typed(**{left_out: ""}))
    assert f'id="{left_out}-error"' in answer.content.decode()
    assert told in text(answer)
    assert 'value="Robin Example"' in answer.content.decode()
    assert not Case.objects.unseen().exists()


def test_for_whom_somebody_calls_must_be_known(adviser: Client) -> None:
    assert "Type for whom they call." in text(adviser.post(PAGE, typed(relation="for_parent")))


@pytest.mark.parametrize(
    ("matter", "told"),
    [
        ("duties_not_carried_out", "Open it as disagreement resolution instead."),
        ("permanent_exclusion", "Neither mediation nor disagreement resolution is for this."),
    ],
)
def test_a_matter_that_is_not_mediated_is_not_opened(adviser: Client, matter: str, told: str) -> None:
    assert told in text(adviser.post(PAGE, typed(matter=matter)))
    assert not Case.objects.unseen().exists()


def test_advice_and_the_wish_for_mediation_follow_in_the_same_call(adviser: Client) -> None:
    adviser.post(
        PAGE,
        typed(explained=list(ADVICE_POINTS), wants="yes", about=["education_issue"], issues="An assessment."),
    )
    case = only_case()
    assert case.stage == Stage.MEDIATION_CHOSEN
    assert [one.step.value for one in history_of(case)] == [
        *("open", "add_person", "add_person", "assign", "give_advice", "choose_mediation"),
    ]
    assert state(case).facts["health_issue"] is False


def test_no_mediation_leads_to_the_certificate(adviser: Client) -> None:
    adviser.post(PAGE, typed(explained=list(ADVICE_POINTS), wants="no"))
    assert only_case().stage == Stage.CERTIFICATE_DUE


def test_the_choice_waits_for_advice(adviser: Client) -> None:
    answer = adviser.post(PAGE, typed(explained=["dates"], wants="no"))
    assert "Advice comes before the choice." in text(answer)
    assert not Case.objects.unseen().exists()


def test_advice_that_has_begun_is_noted_as_a_call(adviser: Client) -> None:
    adviser.post(PAGE, typed(explained=["dates"], advice_words="Rings again tomorrow."))
    case = only_case()
    assert case.stage == Stage.ENQUIRY
    (call,) = [one for one in history_of(case) if one.step.value == "record_call"]
    assert call.told["words"] == (
        "Rings again tomorrow.\nExplained so far: The last day to appeal, and the days for mediation."
    )


def test_all_of_it_or_nothing(adviser: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(**_given: object) -> None:
        raise RuntimeError("planted")

    monkeypatch.setattr(actions, "give_advice", broken)
    with pytest.raises(RuntimeError, match="planted"):
        adviser.post(PAGE, typed(explained=list(ADVICE_POINTS), council="Barnet"))
    assert not Case.objects.unseen().exists()
    assert not Organisation.objects.filter(area="barnet").exists()


def test_the_parts_of_a_plan_say_what_it_is_about(adviser: Client) -> None:
    adviser.post(PAGE, typed(matter="plan_contents", sections=["F", "G"]))
    facts = state(only_case()).facts
    assert facts["sections"] == ["F", "G"]
    assert (facts["education_issue"], facts["health_issue"], facts["social_care_issue"]) == (
        True,
        True,
        False,
    )


def test_a_manager_opens_a_case_without_advice(db: None) -> None:
    client = cast.client_of(cast.eilidh())
    assert 'name="explained"' not in client.get(PAGE).content.decode()
    client.post(PAGE, typed())
    assert only_case().adviser is None


@pytest.mark.parametrize("who", [cast.cerys, cast.dev, cast.gwen, cast.hassan])
def test_for_others_it_is_not_there(db: None, who: Callable[[], Person]) -> None:
    client = cast.client_of(who())
    absent = client.get("/workspace/no-such-page")
    for answer in (client.get(PAGE), client.post(PAGE, typed())):
        assert (answer.status_code, text(answer)) == (404, text(absent))
    assert not Case.objects.unseen().exists()


def test_a_stranger_is_asked_to_sign_in(db: None) -> None:
    assert cast.client_of().get(PAGE)["Location"].startswith("/accounts/login/")


def test_a_likely_duplicate_is_shown_and_needs_the_tick(adviser: Client) -> None:
    here = cases.enquiry()
    answer = adviser.post(PAGE, typed(child_name="Robyn Example", phone=""))
    assert Case.objects.unseen().count() == 1
    said = text(answer)
    assert "This may be a case that is open already." in said
    assert (
        f"{here.reference} (opens in a new tab) RE Ealing, First contact same date of birth, and the name is alike"
        in said
    )
    adviser.post(PAGE, typed(child_name="Robyn Example", phone="", another="1"))
    assert Case.objects.unseen().count() == 2


def test_it_can_be_linked_on_both_sides(adviser: Client) -> None:
    here = cases.enquiry()
    adviser.post(PAGE, typed(another="1", link=here.reference))
    new = Case.objects.unseen().exclude(pk=here.pk).get()
    assert (state(new).linked, state(here).linked) == ([here.reference], [new.reference])


def test_only_what_was_found_can_be_linked(adviser: Client) -> None:
    other = cases.enquiry(child={"name": "Ann Other", "date_of_birth": "2010-01-01"})
    adviser.post(PAGE, typed(phone="020 7946 0999", link=other.reference))
    assert state(other).linked == []


def test_the_page_of_the_new_case_can_be_read(adviser: Client) -> None:
    opened = adviser.post(PAGE, typed(hush="on", explained=list(ADVICE_POINTS), wants="no"))
    shown = adviser.get(opened["Location"])
    assert shown.status_code == 200
    assert "Do not say who calls" in text(shown)
