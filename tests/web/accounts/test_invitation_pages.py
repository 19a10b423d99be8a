"""The pages of invitations and of an organisation's members."""

import re

import pytest
from django.core import mail
from django.test import Client

from evenhand.people import actions
from evenhand.people.models import Invitation, Membership, Person
from evenhand.people.reader import reader_of
from evenhand.people.roles import Role
from tests.people import cast
from tests.web.accounts.pieces import sign_in
from tests.web.pages import reads

pytestmark = pytest.mark.django_db
NEW = {"name": "Iris New", "password": "three or four odd words"}


def _invited(email: str = "iris@cast.example", role: Role = Role.ADVISER) -> str:
    """The address of an invitation's page."""
    made = actions.invite(organisation=cast.organisation(cast.OURS), role=role, email=email, by=cast.eilidh())
    return f"/invitations/{made.token}"


def test_a_mail_scanner_that_opens_the_link_uses_nothing_up(client: Client) -> None:
    link = _invited()
    for _ in range(3):
        page = client.get(link)
        assert page.status_code == 200
        client.head(link)
    assert "no-store" in page["Cache-Control"]
    assert "Join Northwold Mediation" in reads(page.content)
    assert not Person.objects.filter(email="iris@cast.example").exists()
    assert client.post(link, NEW).status_code == 302


def test_somebody_new_makes_an_account_and_joins(client: Client) -> None:
    link = _invited()
    answer = client.post(link, NEW)
    assert (answer.status_code, answer["Location"]) == (302, "/account")
    iris = Person.objects.get(email="iris@cast.example")
    assert reader_of(iris).roles == {Role.ADVISER}
    assert "Iris New" in reads(client.get("/account").content)
    assert client.get(link).status_code == 404
    assert Client().post(link, NEW).status_code == 404


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"name": ""}, "Type your name."),
        ({"password": ""}, "Type a password."),
        ({"password": "short"}, "at least 12 characters"),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_is_kept(client: Client, typed: dict, words: str) -> None:
    page = client.post(_invited(), NEW | typed)
    assert words in reads(page.content)
    assert "There is a problem" in reads(page.content)
    if "name" not in typed:
        assert 'value="Iris New"' in page.content.decode()
    assert Invitation.objects.get().used_at is None


def test_somebody_with_an_account_signs_in_and_joins(client: Client) -> None:
    link = _invited("cerys@cast.example")
    cerys = cast.cerys()
    assert "has an account already" in reads(client.get(link).content)
    assert client.post(link, NEW)["Location"] == "/accounts/login/"
    sign_in(client, cerys)
    page = client.get(link)
    assert 'name="password"' not in page.content.decode()
    assert client.post(link)["Location"] == "/account"
    assert reader_of(cerys).roles == {Role.ADVISER}


def test_somebody_else_cannot_join() -> None:
    link = _invited()
    ben = cast.ben()
    client = cast.client_of(ben)
    assert "with another e-mail address" in reads(client.get(link).content)
    answer = client.post(link)
    assert answer.status_code == 409
    assert "was sent to another e-mail address" in reads(answer.content)
    assert reader_of(ben).organisations_as(Role.ADVISER) == {cast.organisation(cast.ANOTHER).pk}


def test_an_officer_is_told_to_use_a_second_account() -> None:
    link = _invited("dev@cast.example", Role.MEDIATOR)
    answer = cast.client_of(cast.dev()).post(link)
    assert answer.status_code == 409
    assert "Use a second account, with another e-mail address." in reads(answer.content)
    assert reader_of(cast.dev()).roles == {Role.AUTHORITY_OFFICER}


def test_an_unknown_link_and_a_used_one_are_the_same_page(client: Client) -> None:
    link = _invited()
    client.post(link, NEW)
    pages = [Client().get(one) for one in (link, "/invitations/x", "/invitations/" + "y" * 43)]
    assert {page.status_code for page in pages} == {404}
    assert len({page.content for page in pages}) == 1


# ------------------------------------------------------------------------ the members


@pytest.mark.parametrize("who", ["amina", "ben", "cerys", "dev", "farah", "gwen", "hassan"])
def test_only_who_administers_sees_the_members(who: str) -> None:
    eilidh = cast.eilidh()
    theirs = Membership.objects.get(person=eilidh)
    client = cast.client_of(getattr(cast, who)())
    for page in (
        "/organisation/members",
        "/organisation/northwold-mediation/invite",
        f"/organisation/members/{theirs.pk}/end",
        f"/organisation/members/{theirs.pk}/role",
    ):
        assert client.get(page).status_code == 404
        assert client.post(page).status_code in (404, 405)
    theirs.refresh_from_db()
    assert theirs.ended_at is None


def test_a_manager_of_another_provider_is_a_stranger() -> None:
    amina = Membership.objects.get(person=cast.amina())
    other = cast.client_of(cast.member("Una", Role.MANAGER, cast.ANOTHER))
    page = reads(other.get("/organisation/members").content)
    assert "Farside Resolution" in page
    assert "Amina" not in page
    denied = other.get(f"/organisation/members/{amina.pk}/end")
    absent = other.get("/organisation/members/999999/end")
    assert (denied.status_code, absent.status_code) == (404, 404)
    assert reads(denied.content) == reads(absent.content)
    assert other.post(f"/organisation/members/{amina.pk}/end").status_code == 404


def test_a_manager_invites_by_e_mail_and_never_sees_the_link() -> None:
    client = cast.client_of(cast.eilidh())
    answer = client.post(
        "/organisation/northwold-mediation/invite",
        {"email": "New@cast.example", "role": "mediator"},
        follow=True,
    )
    page = answer.content.decode()
    assert "The invitation is on its way to new@cast.example." in reads(page)
    (letter,) = mail.outbox
    assert letter.to == ["new@cast.example"]
    link = re.search(r"http://testserver(/invitations/\S+)", letter.body)
    assert link
    assert link[1] not in page
    assert Client().get(link[1]).status_code == 200


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"email": "", "role": "mediator"}, "Type the e-mail address."),
        ({"email": "not one", "role": "mediator"}, "Type an e-mail address like name@example.org."),
        ({"email": "a@cast.example"}, "Choose what they will be."),
        ({"email": "a@cast.example", "role": "authority_decider"}, "There is a problem"),
    ],
)
def test_an_invitation_with_something_missing_is_not_sent(typed: dict, words: str) -> None:
    client = cast.client_of(cast.eilidh())
    page = client.post("/organisation/northwold-mediation/invite", typed)
    assert words in reads(page.content)
    assert mail.outbox == []
    assert not Invitation.objects.exists()


def test_a_manager_takes_one_back_ends_one_and_changes_one() -> None:
    client = cast.client_of(cast.eilidh())
    amina, hassan = cast.amina(), cast.hassan()
    link = _invited()
    client.post(f"/organisation/invitations/{Invitation.objects.get().pk}/withdraw")
    assert Client().get(link).status_code == 404

    of_amina = Membership.objects.get(person=amina)
    assert "End the membership of Amina Example?" in reads(
        client.get(f"/organisation/members/{of_amina.pk}/end").content
    )
    assert reader_of(amina).memberships
    client.post(f"/organisation/members/{of_amina.pk}/end")
    assert reader_of(amina).memberships == ()

    of_hassan = Membership.objects.get(person=hassan)
    client.post(f"/organisation/members/{of_hassan.pk}/role", {"role": "adviser"})
    assert reader_of(hassan).roles == {Role.ADVISER}


def test_the_last_manager_is_told_why_they_stay() -> None:
    eilidh = cast.eilidh()
    client = cast.client_of(eilidh)
    mine = Membership.objects.get(person=eilidh)
    page = client.post(f"/organisation/members/{mine.pk}/end", follow=True)
    assert "Nobody would be left to invite people." in reads(page.content)
    assert reader_of(eilidh).roles == {Role.MANAGER}
