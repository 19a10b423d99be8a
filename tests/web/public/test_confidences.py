"""Who can see what, as families read it: from the table, and nothing promised that cannot be kept."""

import re

import pytest
from django.test import Client

from evenhand.people.policy import DataClass
from evenhand.people.policy.kinds import KINDS
from evenhand.web.public import confidences
from tests.web.pages import parse, reads, texts


def said(client: Client, data_class: DataClass) -> dict[str, list[str]]:
    """What the page says of one kind: each act with its lines."""
    tree = parse(client.get("/who-can-see-what").content)
    key = data_class.value.replace("_", "-")
    [section] = [one for one in tree.iter("section") if one.get("aria-labelledby") == key]
    found = {}
    for detail in section.iter("div"):
        head, *lines = [
            " ".join("".join(texts(one)).split()) for one in detail.iter() if one.tag in ("dt", "li")
        ]
        found[head] = lines
    return found


def test_every_kind_is_there_with_why(client: Client) -> None:
    page = reads(client.get("/who-can-see-what").content)
    for kind in KINDS.values():
        assert f"{kind.name} {kind.what} {kind.why}" in page


@pytest.mark.parametrize(
    ("data_class", "expected"),
    [
        (
            DataClass.FAMILY_PRIVATE,
            {
                "Can read it": [
                    "A parent, a young person: only their own",
                    "A family’s supporter, the mediator, a free advice service: only if the owner says yes",
                ],
                "Can write it": ["A parent, a young person: only their own"],
            },
        ),
        (
            DataClass.MEDIATOR_NOTES,
            {
                "Can read it": [
                    "The mediator: only their own",
                    "The service’s manager: only if two people agree that it must be: with a reason, "
                    "for a short time, and the owner is told",
                ],
                "Can write it": ["The mediator: only their own"],
                "Can see that it is there, and its dates": ["The service’s manager"],
            },
        ),
        (
            DataClass.AGREEMENT,
            {
                "Can read it": [
                    "A parent, a young person, the council’s worker on the case, whoever decides for the council, "
                    "the mediator",
                    "A family’s supporter, the NHS body: if they are asked to take part",
                    "The school or college: what is passed on to them; only the actions that are theirs, "
                    "if everyone agrees",
                    "A free advice service: only if the owner says yes",
                ],
                "Can write it": ["The mediator"],
                "Can sign it": [
                    "A parent, a young person, whoever decides for the council",
                    "The NHS body: if they are asked to take part",
                ],
                "Can see that it is there, and its dates": ["The adviser, the service’s manager"],
                "Can see only how many": ["Whoever pays for the service: only how cases ended"],
            },
        ),
        (
            DataClass.OFFERS,
            {
                "Can read it": [
                    "A parent, a young person, the council’s worker on the case, whoever decides for the council, "
                    "the NHS body, the mediator: only their own or what is sent to them",
                    "A family’s supporter: what is sent to them, if they are asked to take part",
                ],
                "Can write it": [
                    "A parent, a young person, the council’s worker on the case, whoever decides for the council, "
                    "the NHS body, the mediator: only their own"
                ],
                "Can sign it": ["Whoever decides for the council, the NHS body: only their own"],
            },
        ),
    ],
)
def test_what_is_said_of_a_kind(
    client: Client, data_class: DataClass, expected: dict[str, list[str]]
) -> None:
    assert said(client, data_class) == expected


def test_several_conditions_are_joined(client: Client) -> None:
    lines = said(client, DataClass.CONTACT_DETAILS)["Can read it"]
    worker = "The council’s worker on the case: only their own, a family’s address for letters or names"
    assert worker in lines


def test_every_act_has_words_and_every_place_on_the_page_is_there(client: Client) -> None:
    assert set(confidences.ACT_WORDS) == set(confidences.ACTS)
    page = client.get("/who-can-see-what").content
    ids = {one.get("id") for one in parse(page).iter()}
    assert {target for target in re.findall(r'href="#([\w-]+)"', page.decode())} <= ids


def test_what_cannot_be_promised_is_said(client: Client) -> None:
    page = reads(client.get("/who-can-see-what").content)
    for words in ("serious harm", "A court may order it.", "full control of the computer can read"):
        assert words in page
    for word in ("encrypt", "nobody can ever", "100%", "guarantee", "completely"):
        assert word not in page.lower()


def test_every_page_leads_to_it(client: Client) -> None:
    assert 'href="/who-can-see-what"' in client.get("/").content.decode()
