"""`evenhand invite` makes the first invitation of an organisation, or says what to mend."""

import re

import pytest
from django.test import Client

from evenhand.people.models import Invitation, Membership, Organisation
from tests.web.pages import reads

pytestmark = pytest.mark.django_db

NEW = ("--organisation", "north", "--kind", "provider", "--name", "North Mediation")
WHOM = ("--role", "manager", "--email", "Eilidh@example.org")


def test_the_link_that_is_printed_opens(run, client: Client) -> None:
    ran = run("invite", *NEW, *WHOM)
    assert ran.status == 0
    link = re.match(rb"http://localhost:\d+(/invitations/\S+)\n", ran.out)
    assert link
    page = client.get(link[1].decode())
    assert "Join North Mediation" in reads(page.content)
    assert "eilidh@example.org" in reads(page.content)
    client.post(link[1].decode(), {"name": "Eilidh", "password": "three or four odd words"})
    assert Membership.objects.get().organisation.kind == "provider"


def test_an_organisation_that_is_there_is_not_made_again(run) -> None:
    run("invite", *NEW, *WHOM)
    ran = run("invite", "--organisation", "north", "--role", "adviser", "--email", "a@example.org")
    assert ran.status == 0
    assert Organisation.objects.count() == 1
    assert Invitation.objects.count() == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--organisation", "north", *WHOM), "there is no organisation 'north'."),
        ((*NEW, "--role", "manager"), "--email is needed."),
        ((*NEW, "--role", "maneger", "--email", "a@example.org"), "Did you mean manager?"),
        (
            (*NEW, "--role", "authority_officer", "--email", "a@example.org"),
            "There are: adviser, manager, mediator.",
        ),
        ((*NEW, "--role", "manager", "--email", "nobody"), "like name@example.org"),
        (("--organisation", "no th", *NEW[2:], *WHOM), "letters, digits and hyphens"),
        ((*NEW, "--area", "nowhere", *WHOM), "there is no area 'nowhere'"),
        ((*NEW[:3], "club", *NEW[4:], *WHOM), "--kind is one of provider,"),
        ((*NEW, *WHOM, "more"), "takes options only"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_made(run, words: tuple[str, ...], said: str) -> None:
    ran = run("invite", *words)
    assert ran.status == 2
    assert said in ran.err
    assert not Organisation.objects.exists()
    assert not Invitation.objects.exists()


def test_the_help_names_every_option(run) -> None:
    page = run("invite", "--help").out.decode()
    for option in ("--organisation", "--role", "--email", "--kind", "--name", "--area"):
        assert option in page
