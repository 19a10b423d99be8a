"""Ask online: the list of tasks, what is asked and what is not, saved and opened again, sent once, and claimed."""

import re
from html import unescape
from typing import Any

import pytest
from django.test import Client

from evenhand.casework.models import Asking, CallBack, Case
from evenhand.people.policy import DataClass
from tests.casework.cases import seen
from tests.people import cast
from tests.web.asking.caller import ANSWERS, Caller, errors, pressed
from tests.web.family.asking import REFUSED, Family
from tests.web.pages import reads

pytestmark = pytest.mark.django_db

MORE: dict[str, dict[str, Any]] = {
    "ask": {"wants": "mediation"},
    "matter": {"matter": "refusal_to_assess"},
    "letter": {"sent-day": "15", "sent-month": "June", "sent-year": "2026"},
    "who": {"who": "parent"},
    "issues": {"issues": "education_issue"},
    "child": {"name": "Robin Example", "born-day": "4", "born-month": "3", "born-year": "2017"},
    "email": {"email": "cerys@cast.example", "open": "no"},
}


@pytest.fixture(autouse=True)
def _provider(db: None) -> None:
    cast.organisation(cast.OURS)
    cast.organisation(cast.AUTHORITY)


class Asker(Caller):
    """Somebody who does task after task."""

    def __init__(self, client: Client, **changed: dict[str, Any]) -> None:
        super().__init__(client, ANSWERS | MORE | changed, first="/ask")

    @property
    def key(self) -> str:
        """The key of the question that was come to."""
        return self.at.rsplit("/", 1)[1]

    def to_the_check(self) -> "Asker":
        """Do every task on the list until the answers can be checked."""
        for _question in range(60):
            if self.at.endswith("/check"):
                return self
            if self.at.endswith("/tasks"):
                self.at = next_task(self.client.get(self.at).content.decode())
                continue
            self.asked.append(self.key)
            answer = self.client.post(self.at, self.answers[self.key])
            assert answer.status_code == 302, (self.key, errors(answer))
            self.at = answer.headers["Location"]
        raise AssertionError(f"No end of questions: {self.asked}")


def next_task(page: str) -> str:
    """The address of the first task that is not done; the page for checking when all are."""
    for to, state in re.findall(r'<th scope="row".*?href="([^"]+)".*?<td[^>]*>(.*?)</td>', page, re.DOTALL):
        if "Done" not in state:
            return str(to)
    assert "Check your answers and send" in page
    return "/ask/check"


def code_on(page: str) -> str:
    """The code that a page shows."""
    found = re.search(r"[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}", page)
    assert found, page
    return found[0]


def test_it_is_sent_and_somebody_will_ring(client: Client) -> None:
    asking = Asker(client).to_the_check()
    page = unescape(reads(client.get("/ask/check").content, "main"))
    for said in (
        "Mediation",
        "Robin Example",
        "4 March 2017",
        "15 June 2026",
        "Ealing",
        "cerys@cast.example",
    ):
        assert said in page, said
    assert asking.press().headers["Location"] == "/ask/done"
    case, call = Case.objects.unseen().get(), CallBack.objects.get()
    done = unescape(reads(client.get("/ask/done").content, "main"))
    assert case.reference in done
    assert "Tuesday 23 June 2026, 09:30 to 10:00" in done
    assert (case.stage, case.kind, case.matter, case.adviser) == (
        "enquiry",
        "mediation",
        "refusal_to_assess",
        None,
    )
    assert call.case == case
    assert call.needs == "Asked online for: Mediation."


def test_the_case_holds_what_was_typed_and_no_choice(client: Client) -> None:
    Asker(client, how={"how": "bsl"}).to_the_check().press()
    case = seen(Case.objects.unseen().get(), cast.amina())
    state = case.state
    assert state.facts["notice_sent"] == "2026-06-15"
    assert state.facts["education_issue"] is True
    assert "wants_mediation" not in state.facts
    assert state.child == {"name": "Robin Example", "date_of_birth": "2017-03-04"}
    family = state.people["party:1"]
    assert (family.name, family.needs) == ("Cerys Example", "British Sign Language")
    assert family.contact == {"phone": "020 7946 0001", "email": "cerys@cast.example", "discreet": True}
    assert state.people["authority"].name == "Ealing Council"
    assert list(case.of_class(DataClass.MEDIATION_ISSUES)) == []


def test_a_young_person_asks_in_their_own_name(client: Client) -> None:
    born = {"born-day": "4", "born-month": "3", "born-year": "2008"}
    asking = Asker(client, who={"who": "young_person"}, child=born).to_the_check()
    asking.press()
    state = seen(Case.objects.unseen().get(), cast.amina()).state
    assert state.child == {"name": "Cerys Example", "date_of_birth": "2008-03-04"}
    assert state.people["party:1"].role == "young_person"


def test_resolution_is_another_kind_of_case(client: Client) -> None:
    asking = Asker(client, ask={"wants": "resolution"}, matter={"matter": "duties_not_carried_out"})
    asking.to_the_check()
    assert "letter" not in asking.asked
    asking.press()
    assert Case.objects.unseen().get().kind == "resolution"
    assert "No certificate comes of it." in reads(client.get("/ask/done").content)


def test_mediation_that_the_law_does_not_have_is_not_sent(client: Client) -> None:
    asking = Asker(client, matter={"matter": "duties_not_carried_out"}).to_the_check()
    page = client.get(asking.at).content.decode()
    assert "The law has no mediation for this." in page
    assert 'name="press"' not in page
    client.post(asking.at, {"press": "0c1bd1ab-6d8f-4d3a-9d3e-0f0c9d0a1b2c"})
    assert not Case.objects.unseen().exists()


def test_your_options_come_along_and_are_not_asked_again(client: Client) -> None:
    Family(client).answers(*REFUSED)
    asking = Asker(client).to_the_check()
    assert not {"matter", "letter", "who", "council", "issues"} & set(asking.asked)
    asking.press()
    state = seen(Case.objects.unseen().get(), cast.amina()).state
    assert state.facts["notice_sent"] == "2026-06-15"
    assert state.area == "ealing"
    assert state.child["date_of_birth"] == "2017-03-04"


def test_saved_it_is_opened_again_with_the_code_however_it_is_typed(client: Client) -> None:
    client.post("/ask", MORE["ask"])
    client.post("/ask/name", {"name": "Cerys Example"})
    code = code_on(client.post("/ask/save").content.decode())
    client.post("/ask/child", MORE["child"])
    assert code not in str(Asking.objects.values_list())
    another = Client()
    answer = another.post("/ask/come-back", {"code": code.lower().replace("-", " ")})
    assert answer.headers["Location"] == "/ask/tasks"
    assert 'value="Cerys Example"' in another.get("/ask/name").content.decode()
    assert 'value="Robin Example"' in another.get("/ask/child").content.decode()


def test_a_new_code_closes_the_old_one(client: Client) -> None:
    client.post("/ask", MORE["ask"])
    first, second = (code_on(client.post("/ask/save").content.decode()) for _time in range(2))
    assert errors(Client().post("/ask/come-back", {"code": first})) == [
        "We found nothing with this code. Check the letters. A code is good for 28 days."
    ]
    assert Client().post("/ask/come-back", {"code": second}).status_code == 302
    assert Asking.objects.count() == 1


def test_a_wrong_code_says_the_same_for_every_reason(client: Client) -> None:
    asking = Asker(client).to_the_check()
    asking.press()
    sent = code_on(client.get("/ask/done").content.decode())
    answers = [errors(Client().post("/ask/come-back", {"code": code})) for code in ("", "x", "A" * 16, sent)]
    assert answers == [answers[0]] * 4


def test_pressed_twice_there_is_one_case(client: Client) -> None:
    asking = Asker(client).to_the_check()
    said = {"press": pressed(client.get(asking.at).content.decode())}
    for _time in range(2):
        assert client.post(asking.at, said).headers["Location"] == "/ask/done"
    assert Case.objects.unseen().count() == 1


def test_a_time_that_was_taken_sends_nothing_and_keeps_everything(client: Client, settings: Any) -> None:
    asking = Asker(client).to_the_check()
    settings.CALLS_IN_A_SLOT = 1
    Caller(Client(), ANSWERS).to_the_check().press()
    answer = asking.press()
    assert errors(answer) == [
        "Somebody else has just taken this time. Choose another. We kept all that you typed."
    ]
    assert not Case.objects.unseen().exists()
    client.post("/ask/time", {"slot": "2026-06-23T10:00:00+01:00"})
    asking.at = "/ask/check"
    assert asking.press().headers["Location"] == "/ask/done"


def test_the_code_is_shown_once_and_puts_the_case_into_an_account(client: Client) -> None:
    Asker(client).to_the_check().press()
    page = client.get("/ask/done").content.decode()
    code = code_on(page)
    assert code not in client.get("/ask/done").content.decode()
    assert "/accounts/signup/?next=/my/claim" in page
    case = Case.objects.unseen().get()
    family = cast.client_of(cast.cerys())
    assert family.get(f"/my/cases/{case.reference}/").status_code == 404
    answer = family.post("/my/claim", {"code": code})
    assert answer.headers["Location"] == f"/my/cases/{case.reference}/"
    page = family.get(answer.headers["Location"]).content.decode()
    assert "This case is in your account now." in page
    assert "Robin Example" in page
    assert "An account was joined to the case" in page
    again = cast.client_of(cast.person("Nobody")).post("/my/claim", {"code": code})
    assert "We found nothing with this code." in again.content.decode()


def test_an_account_of_work_takes_no_familys_place(client: Client) -> None:
    Asker(client).to_the_check().press()
    code = code_on(client.get("/ask/done").content.decode())
    answer = cast.client_of(cast.dev()).post("/my/claim", {"code": code})
    assert "This account is for work." in answer.content.decode()
    assert cast.client_of().get("/my/claim").status_code == 302


def test_whoever_is_signed_in_has_the_case_at_once() -> None:
    client = cast.client_of(cast.cerys())
    Asker(client).to_the_check().press()
    case = Case.objects.unseen().get()
    assert client.get(f"/my/cases/{case.reference}/").status_code == 200
    assert f"/my/cases/{case.reference}/" in client.get("/ask/done").content.decode()


def test_nobody_skips_what_comes_first(client: Client) -> None:
    for address in ("/ask/tasks", "/ask/name", "/ask/done"):
        assert client.get(address).headers["Location"] == "/ask", address
    assert client.get("/ask/check").headers["Location"] == "/ask/tasks"
    assert client.get("/ask/save").status_code == 405


@pytest.mark.parametrize(
    ("key", "given", "said"),
    [
        ("matter", {}, "Choose what happened. Choose the one that is closest."),
        ("letter", {"sent-day": "15", "sent-month": "7", "sent-year": "2026"}, "That day is still to come."),
        ("who", {}, "Choose who you are."),
        ("child", {"name": ""}, "Type the name."),
        ("email", {"email": "cerys", "open": "no"}, "Type an e-mail address like name@example.org."),
        ("issues", {}, "Choose what kind of help it is about."),
    ],
)
def test_what_is_wrong_is_said(client: Client, key: str, given: dict[str, str], said: str) -> None:
    client.post("/ask", MORE["ask"])
    if key == "letter":
        client.post("/ask/matter", MORE["matter"])
    answer = client.post(f"/ask/{key}", given)
    assert answer.status_code == 200
    assert any(said in one for one in errors(answer)), errors(answer)
