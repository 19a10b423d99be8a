"""The page of a link with which its owner follows the case: signed out, signed in, at work, used, and forged."""

import re
from datetime import UTC, date, datetime
from urllib.parse import quote, urlencode

import pytest
from django.core import mail
from django.test import Client

from evenhand.casework import actions
from evenhand.casework.heart import contents
from evenhand.casework.heart.steps import Step
from evenhand.casework.histories import history_of
from evenhand.casework.links import Purpose, make_link
from evenhand.casework.models import Case, SingleUse
from evenhand.people.models import Person
from evenhand.people.roles import Role
from tests.casework import cases
from tests.people import cast
from tests.web.links.test_pages import SECRETS, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def case() -> Case:
    """A case of a family that rang: nobody's account is in it."""
    rang = contents.person(key=cases.FAMILY, role=Role.PARENT, side="family", name="Cerys", party=True)
    return cases.enquiry(people=[rang])


@pytest.fixture
def address(case: Case) -> str:
    return f"/l/{make_link(case=case, purpose=Purpose.FOLLOW, key=cases.FAMILY).token}"


def without_token(content: bytes) -> bytes:
    """A page without the mark of its sign-out form, which is new each time."""
    return re.sub(rb'name="csrfmiddlewaretoken" value="[^"]+"', b"", content)


def mine(case: Case, who: Person) -> int:
    """How `/my` answers: the page of the case, which must agree with the list."""
    client = cast.client_of(who)
    listed = case.reference in client.get("/my").content.decode()
    status = client.get(f"/my/cases/{case.reference}/").status_code
    assert listed is (status == 200)
    return status


def test_signed_out_it_says_what_it_is_for_and_leads_back(case: Case, address: str) -> None:
    page = Client().get(address)
    content = page.content.decode()
    assert page.status_code == 200
    assert f"Case {case.reference}, for Northwold Mediation" in text(page)
    assert [secret for secret in SECRETS if secret in content] == []
    assert "Follow this case" not in content
    for way in ("login", "signup"):
        to = f"/accounts/{way}/?next={quote(address)}"
        assert f'href="{to}"' in content
        assert f'name="next" value="{address}"' in Client().get(to).content.decode()
    assert "no-store" in page.headers["Cache-Control"]
    assert page.headers["X-Robots-Tag"] == "noindex, nofollow"


def test_whoever_makes_an_account_comes_back(address: str) -> None:
    client = Client()
    typed = {"name": "New Example", "email": "new@post.example", "password1": "four words nobody knows"}
    client.post("/accounts/signup/", typed | {"next": address})
    sent = mail.outbox[-1].body
    confirm = re.search(r"/accounts/confirm-email/\S+", str(sent))
    assert confirm is not None
    login = {"login": typed["email"], "password": typed["password1"]}
    confirmed = client.post(confirm[0])["Location"]
    assert confirmed == f"/accounts/login/?{urlencode({'next': address})}"
    assert f'name="next" value="{address}"' in client.get(confirmed).content.decode()
    assert client.post(confirmed, login | {"next": address})["Location"] == address
    assert "Follow this case" in text(client.get(address))


def test_its_owner_presses_and_the_case_is_at_my(case: Case, address: str) -> None:
    cerys = cast.cerys()
    assert mine(case, cerys) == 404
    client = cast.client_of(cerys)
    said = text(client.get(address))
    assert "You are signed in as Cerys Example." in said
    assert "Follow this case" in said
    answer = client.post(address)
    assert (answer.status_code, answer["Location"]) == (302, f"/my/cases/{case.reference}/")
    assert "This case is in your account now." in text(client.get(answer["Location"]))
    assert mine(case, cerys) == 200
    event = history_of(case)[-1]
    assert (event.step, event.by.person_id, event.by.role) == (Step.RECORD_FACTS, cerys.pk, None)


def test_opening_it_changes_nothing(case: Case, address: str) -> None:
    before = len(history_of(case))
    for client in (Client(), cast.client_of(cast.person("Stranger")), cast.client_of(cast.dev())):
        client.get(address)
        client.head(address)
    assert len(history_of(case)) == before
    assert SingleUse.objects.get().used_at is None
    assert mine(case, cast.person("Stranger")) == 404


def test_a_press_of_nobody_asks_who_it_is(case: Case, address: str) -> None:
    before = len(history_of(case))
    assert Client().post(address)["Location"] == f"/accounts/login/?next={address}"
    assert len(history_of(case)) == before
    assert SingleUse.objects.get().used_at is None


def test_a_second_account_finds_nothing_there(case: Case, address: str) -> None:
    cast.client_of(cast.cerys()).post(address)
    second = cast.client_of(cast.person("Second"))
    assert (second.get(address).status_code, second.post(address).status_code) == (404, 404)
    assert mine(case, cast.person("Second")) == 404
    assert mine(case, cast.cerys()) == 200


def test_an_account_of_work_is_refused(case: Case, address: str) -> None:
    before = len(history_of(case))
    client = cast.client_of(cast.dev())
    sentence = "This account is for work. Sign in with an account of your own."
    shown = client.get(address)
    assert sentence in text(shown)
    assert "Follow this case" not in text(shown)
    refused = client.post(address)
    assert (refused.status_code, text(refused).count(sentence)) == (409, 1)
    assert len(history_of(case)) == before
    assert SingleUse.objects.get().used_at is None


def test_an_account_that_is_in_the_case_is_told_so(case: Case, address: str) -> None:
    actions.give_place(case=case, key=cases.FAMILY, person=cast.cerys())
    actions.add_person(
        case=case,
        by=cases.adviser(),
        on=date(2026, 5, 18),
        role=Role.SUPPORTER,
        side="family",
        name="Sam",
        party=False,
    )
    other = f"/l/{make_link(case=case, purpose=Purpose.FOLLOW, key='person:2').token}"
    refused = cast.client_of(cast.cerys()).post(other)
    assert refused.status_code == 409
    assert "This account is in the case already, as somebody else." in text(refused)


def test_used_run_out_taken_and_forged_look_the_same(
    case: Case, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = cast.client_of(cast.cerys())
    client.post(address)
    client.get("/my")  # hears what was said once
    used, none, forged = client.get(address), client.get("/l/x"), client.get(f"{address[:-1]}-")
    assert "This link does not work any more" in text(used)
    assert len({without_token(one.content) for one in (used, none, forged)}) == 1
    with monkeypatch.context() as later:
        old = cases.enquiry(
            people=[contents.person(key="party:1", role=Role.PARENT, side="family", name="O", party=True)]
        )
        ran_out = f"/l/{make_link(case=old, purpose=Purpose.FOLLOW, key='party:1').token}"
        assert Client().get(ran_out).status_code == 200
        later.setattr("evenhand.clock.instant", lambda: datetime(2026, 6, 2, 9, tzinfo=UTC))
        answers = [Client().get(one) for one in (ran_out, address, "/l/x")] + [Client().post(ran_out)]
    assert {one.status_code for one in answers} == {404}
    assert len({without_token(one.content) for one in answers}) == 1


def test_a_form_from_elsewhere_is_refused(case: Case, address: str) -> None:
    signed_in = cast.client_of(cast.cerys())
    signed_in.handler.enforce_csrf_checks = True
    assert signed_in.post(address).status_code == 403
    assert mine(case, cast.cerys()) == 404
