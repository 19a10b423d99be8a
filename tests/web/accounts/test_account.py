"""One's own account: what it shows, where one is signed in, and how all of that ends."""

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from evenhand import clock
from evenhand.people import actions
from evenhand.people.models import Membership, Person, SignedIn
from evenhand.people.reader import reader_of
from tests.people import cast
from tests.web.accounts.pieces import sign_in
from tests.web.pages import reads

pytestmark = pytest.mark.django_db

FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1 Version/19.0 Mobile Safari/604.1"


def _browser(person: Person, user_agent: str) -> Client:
    client = Client(headers={"User-Agent": user_agent})
    sign_in(client, person)
    return client


def test_it_shows_who_one_is() -> None:
    page = reads(cast.client_of(cast.eilidh()).get("/account").content)
    for words in ("Eilidh Example", "eilidh@cast.example", "Northwold Mediation: Manager", "Invite people"):
        assert words in page
    assert "Invite people" not in reads(cast.client_of(cast.amina()).get("/account").content)


def test_devices_are_told_in_words_and_the_other_one_can_be_ended() -> None:
    cerys = cast.cerys()
    here, there = _browser(cerys, FIREFOX), _browser(cerys, IPHONE)
    page = reads(here.get("/account").content)
    assert "Firefox on Windows This device, now" in page
    assert "Safari on iPhone Last seen" in page
    row = SignedIn.objects.get(device="Safari on iPhone")
    here.post(f"/account/sign-ins/{row.pk}/end")
    assert there.get("/account").status_code == 302
    assert here.get("/account").status_code == 200
    assert not SignedIn.objects.filter(pk=row.pk).exists()


def test_nobody_ends_somebody_else_s_session() -> None:
    theirs = _browser(cast.cerys(), IPHONE)
    row = SignedIn.objects.get()
    answer = cast.client_of(cast.ben()).post(f"/account/sign-ins/{row.pk}/end")
    assert answer.status_code == 404
    assert theirs.get("/account").status_code == 200


def test_signing_out_everywhere_ends_this_one_too() -> None:
    cerys = cast.cerys()
    here, there = _browser(cerys, FIREFOX), _browser(cerys, IPHONE)
    unlisted = _browser(cerys, "x")
    SignedIn.objects.filter(device="Another browser").delete()
    other = _browser(cast.ben(), FIREFOX)
    here.post("/account/sign-out-everywhere")
    for one in (here, there, unlisted):
        assert one.get("/account").status_code == 302
    assert other.get("/account").status_code == 200
    assert not SignedIn.objects.filter(person=cerys).exists()


def test_a_session_that_ran_out_is_not_listed() -> None:
    cerys = cast.cerys()
    here, _there = _browser(cerys, FIREFOX), _browser(cerys, IPHONE)
    gone = SignedIn.objects.get(device="Safari on iPhone")
    Session.objects.filter(pk=gone.session_key).update(expire_date=clock.instant())
    assert "Safari on iPhone" not in reads(here.get("/account").content)


def test_last_seen_is_written_every_few_minutes_and_no_oftener(django_assert_num_queries) -> None:
    here = _browser(cast.cerys(), FIREFOX)
    before = SignedIn.objects.get().last_seen_at
    here.get("/areas")
    assert SignedIn.objects.get().last_seen_at == before
    session = here.session
    session["sign_in"] = session["sign_in"] | {"seen": session["sign_in"]["seen"] - 301}
    session.save()
    here.get("/areas")
    assert SignedIn.objects.get().last_seen_at > before


def test_a_new_password_ends_the_other_devices_and_keeps_this_one() -> None:
    cerys = cast.cerys()
    here, there = _browser(cerys, FIREFOX), _browser(cerys, IPHONE)
    key = here.session.session_key
    new = "quite another set of words"
    answer = here.post(
        "/accounts/password/change/", {"oldpassword": cast.PASSWORD, "password1": new, "password2": new}
    )
    assert answer["Location"] == "/account"
    assert there.get("/account").status_code == 302
    page = here.get("/account")
    assert "Your password is changed." in reads(page.content)
    assert "Your password is changed." not in reads(here.get("/account").content)
    assert here.session.session_key != key
    assert SignedIn.objects.get(device="Firefox on Windows").session_key == here.session.session_key
    assert sign_in(Client(), cerys).status_code == 200
    assert sign_in(Client(), cerys, new).status_code == 302


@pytest.mark.parametrize(
    ("new", "words"),
    [
        ("short words", "at least 12 characters"),
        ("password1234", "too common"),
        ("cerys@cast.example", "too similar"),
    ],
)
def test_a_weak_password_is_refused(new: str, words: str) -> None:
    client = cast.client_of(cast.cerys())
    typed = {"oldpassword": cast.PASSWORD, "password1": new, "password2": new}
    page = reads(client.post("/accounts/password/change/", typed).content)
    assert "There is a problem" in page
    assert words in page


def test_a_password_is_kept_as_argon2() -> None:
    assert cast.cerys().password.startswith("argon2$argon2id$")


def test_the_name_can_be_changed() -> None:
    cerys = cast.cerys()
    client = cast.client_of(cerys)
    assert "Type your name." in reads(client.post("/account/name", {"name": " "}).content)
    client.post("/account/name", {"name": "Cerys Morgan"})
    cerys.refresh_from_db()
    assert cerys.name == "Cerys Morgan"


def test_an_ended_membership_gives_nothing_to_the_next_page() -> None:
    amina = cast.amina()
    client = cast.client_of(amina)
    assert client.get("/signed-in")["Location"] == "/workspace"
    actions.end_membership(membership=Membership.objects.get(person=amina), by=cast.eilidh())
    assert reader_of(amina).roles == frozenset()
    assert client.get("/signed-in")["Location"] == "/my"
    assert "Northwold" not in reads(client.get("/account").content)


def test_an_account_that_is_closed_loses_its_session() -> None:
    amina = cast.amina()
    client = cast.client_of(amina)
    Person.objects.filter(pk=amina.pk).update(is_active=False)
    assert client.get("/account").status_code == 302
