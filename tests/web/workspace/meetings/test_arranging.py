"""The page about arranging: who is in the room, what is missing, when all are free; and links on their way."""

import re
from datetime import date
from uuid import uuid4

import pytest
from django.test import Client

from evenhand.casework import actions
from evenhand.casework.links import open_link
from evenhand.casework.models import Case, SingleUse
from evenhand.people.roles import Role
from evenhand.post.models import Message
from tests.casework import cases
from tests.people import cast
from tests.web.pages import parse

pytestmark = pytest.mark.django_db
TODAY = date(2026, 5, 18)


def at(case: Case, rest: str = "arranging") -> str:
    return f"/workspace/cases/{case.reference}/{rest}"


def text(client: Client, address: str) -> str:
    page = client.get(address)
    assert page.status_code == 200, address
    return words_of(page.content)


def words_of(content: bytes) -> str:
    parse(content)
    page = content.decode()
    main = page[page.index("<main") : page.index("</main>")]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", main))


def free(case: Case, key: str, *days: str) -> None:
    times = [f"{day}T{hour}" for day in days for hour in ("10:00", "10:30", "11:00", "11:30")]
    actions.give_availability(case=case, by=cases.adviser(), on=TODAY, key=key, times=times)


def everybody_free(case: Case, *days: str) -> None:
    for key in (cases.FAMILY, "authority", f"mediator:{cast.hassan().pk}"):
        free(case, key, *days)


def with_supporters(case: Case) -> None:
    for name in ("Sam Example", "Kit Example"):
        actions.add_person(
            case=case,
            by=cases.adviser(),
            on=TODAY,
            role=Role.SUPPORTER,
            side="family",
            name=name,
            party=False,
        )


def test_what_is_missing_says_whose_task_it_is_and_the_provision(case: Case, amina: Client) -> None:
    said = text(amina, at(case))
    assert "Authority Ealing Council It has not been said who comes." in said
    assert "regulation 37(1)" in said


def test_who_may_come_and_whose_word_is_missing(case: Case, amina: Client) -> None:
    with_supporters(case)
    said = text(amina, at(case))
    assert "Sam Example supporter. May come Comes as The family’s supporter, as of right." in said
    assert "Kit Example supporter. Not settled yet Comes as By consent." in said
    assert "Still to say Cerys Example, Ealing Council" in said


def test_nothing_is_missing(case: Case, amina: Client) -> None:
    actions.name_representative(
        case=case, by=cases.adviser(), on=TODAY, side="authority", name="Jo", post="Head", can_decide=True
    )
    assert "Nothing. Everybody who must come is named and can decide" in text(amina, at(case))


def test_who_is_silent_is_said_and_nothing_can_be_fixed_yet(case: Case, amina: Client) -> None:
    free(case, cases.FAMILY, "2026-05-28")
    said = text(amina, at(case))
    assert "Cerys Example Thursday 28 May 2026: 10:00 to 12:00" in said
    assert "Ealing Council No answer yet" in said
    assert "Not everybody has answered." in said
    assert "do/fix_meeting?day" not in amina.get(at(case)).content.decode()


def test_what_suits_all_leads_to_the_meeting_filled_in(case: Case, amina: Client) -> None:
    everybody_free(case, "2026-05-26", "2026-05-28", "2026-06-15")
    page = amina.get(at(case)).content.decode()
    offers = re.findall(r'href="([^"]*fix_meeting\?[^"]*)"', page)
    base = f"/workspace/cases/{case.reference}/do/fix_meeting?day="
    assert [one.replace("&amp;", "&") for one in offers] == [
        f"{base}2026-05-28&starts=10%3A00&ends=12%3A00",
        f"{base}2026-06-15&starts=10%3A00&ends=12%3A00",
    ]
    assert "Too late: after Saturday 13 June 2026" in page
    form = amina.get(offers[0].replace("&amp;", "&")).content.decode()
    assert 'id="meeting_on-day" name="meeting_on-day" type="text" autocomplete="off" value="28"' in form
    assert re.search(r'name="starts"[^>]*value="10:00"', form)
    assert re.search(r'name="ends"[^>]*value="12:00"', form)


def test_another_length_is_looked_for(case: Case, amina: Client) -> None:
    everybody_free(case, "2026-05-28")
    assert "10:00 to 11:00" in text(amina, at(case) + "?hours=1")
    assert "None. Ask for more times" in text(amina, at(case) + "?hours=3")
    assert "10:00 to 12:00" in text(amina, at(case) + "?hours=rubbish")


def test_an_officer_reads_it_and_sends_no_links(case: Case) -> None:
    dev = cast.client_of(cast.dev())
    assert "Asked by a link" not in text(dev, at(case))
    assert dev.get(at(case, "arranging/ask")).status_code == 404
    assert dev.get(at(case, "arranging/consent")).status_code == 404


def without_tokens(content: bytes) -> bytes:
    return re.sub(rb'name="csrfmiddlewaretoken" value="[^"]+"', b"", content)


@pytest.mark.parametrize(
    "rest", ["arranging", "arranging/ask", "arranging/consent", "arranging/child", "meeting.ics"]
)
def test_a_strangers_case_looks_like_none(case: Case, rest: str) -> None:
    for who in (cast.ben(), cast.cerys()):
        client = cast.client_of(who)
        theirs, none = client.get(at(case, rest)), client.get(f"/workspace/cases/AAAA-AAAA/{rest}")
        assert (theirs.status_code, none.status_code) == (404, 404)
        assert without_tokens(theirs.content) == without_tokens(none.content)
    assert Client().get(at(case, rest))["Location"].startswith("/accounts/login/")


def test_access_needs_are_shown_to_those_who_may_read_them(case: Case, amina: Client) -> None:
    actions.describe_person(
        case=case,
        by=cases.adviser(),
        on=TODAY,
        key=cases.FAMILY,
        contact={"language": "Somali"},
        needs="A ramp.",
    )
    assert "Needs A ramp." in text(amina, at(case))
    assert "An interpreter is needed: Somali." in text(amina, at(case))
    assert "A ramp." not in text(cast.client_of(cast.dev()), at(case))


# ---------------------------------------------------------------------------------------- links


def test_a_link_is_sent_and_listed(case: Case, amina: Client) -> None:
    typed = {"what": "representative authority", "to": "", "press": str(uuid4())}
    assert amina.post(at(case, "arranging/ask"), typed)["Location"] == at(case)
    said = text(amina, at(case))
    assert "The link is on its way." in said
    assert (
        "Ealing Council Who will come, and that they can decide. Sent on 18 May 2026, not answered." in said
    )
    assert "It works to the end of 1 June 2026." in said
    body = Message.objects.get(key__contains=":link:").body
    assert open_link(body.rpartition("/l/")[2]).link.key == "authority"


def test_pressed_twice_it_is_sent_once(case: Case, amina: Client) -> None:
    typed = {"what": "free authority", "press": str(uuid4())}
    amina.post(at(case, "arranging/ask"), typed)
    amina.post(at(case, "arranging/ask"), typed)
    assert "Nothing was done twice." in text(amina, at(case))
    assert Message.objects.filter(key__contains=":link:").count() == 1


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({}, "Choose what is asked, and of whom."),
        ({"what": "meet authority"}, "Choose what is asked, and of whom."),
        ({"what": "free authority", "to": "nobody"}, "Type an e-mail address like name@example.org."),
    ],
)
def test_what_cannot_be_sent_is_said_beside_its_field(
    case: Case, amina: Client, typed: dict[str, str], told: str
) -> None:
    page = amina.post(at(case, "arranging/ask"), typed)
    assert words_of(page.content).count(told) == 2
    assert SingleUse.objects.count() == 0


def test_only_what_can_be_asked_now_is_offered(case: Case, amina: Client) -> None:
    with_supporters(case)
    page = amina.get(at(case, "arranging/ask")).content.decode()
    assert set(re.findall(r'<option value="([^"]+)"', page)) == {
        "free party:1",
        "consent party:1 person:4",
        "representative authority",
        "free authority",
        "consent authority person:4",
        "follow person:3",
        "follow person:4",
    }
    assert "follow " not in cast.client_of(cast.hassan()).get(at(case, "arranging/ask")).content.decode()
    assert "Ealing Council: If somebody may come: Kit Example" in words_of(page.encode())


def test_a_link_to_follow_is_sent_from_beside_the_person(case: Case, amina: Client) -> None:
    with_supporters(case)
    shown = amina.get(f"/workspace/cases/{case.reference}/").content.decode()
    to = re.findall(r'href="([^"]+what=follow[^"]+)"', shown)
    assert to == [f"{at(case, 'arranging/ask')}?what=follow+person%3A{number}" for number in (3, 4)]
    assert 'value="follow person:4" selected' in amina.get(to[1]).content.decode()
    typed = {"what": "follow person:4", "to": "kit@post.example", "press": str(uuid4())}
    assert amina.post(to[1], typed)["Location"] == at(case)
    assert "Kit Example To follow the case with an account. Sent on 18 May 2026" in text(amina, at(case))
    assert Message.objects.get(key__contains=":link:").address == "kit@post.example"


def test_nobody_but_who_writes_down_how_people_are_reached_invites_them(case: Case) -> None:
    with_supporters(case)
    for who in (cast.hassan(), cast.eilidh(), cast.dev()):
        client = cast.client_of(who)
        assert "what=follow" not in client.get(f"/workspace/cases/{case.reference}/").content.decode()
        typed = {"what": "follow person:4", "to": "kit@post.example", "press": str(uuid4())}
        assert client.post(at(case, "arranging/ask"), typed).status_code in (200, 404)
    assert SingleUse.objects.count() == 0


# ---------------------------------------------------------------------------------------- the mediator's word


def test_the_mediator_says_if_somebody_may_come(case: Case) -> None:
    with_supporters(case)
    actions.consent_to_person(
        case=case, by=cases.adviser(), on=TODAY, party="authority", key="person:4", consents=False
    )
    hassan = cast.client_of(cast.hassan())
    assert "Say as the mediator if somebody may come" in text(hassan, at(case))
    refused = hassan.post(at(case, "arranging/consent"), {})
    assert words_of(refused.content).count("Choose about whom.") == 2
    typed = {"key": "person:4", "consents": "yes", "press": str(uuid4())}
    assert hassan.post(at(case, "arranging/consent"), typed)["Location"] == at(case)
    state = cases.seen(case, cast.amina()).state
    assert state.people["person:4"].consents == {f"mediator:{cast.hassan().pk}"}
    assert "Kit Example supporter. May come" in text(hassan, at(case))


def test_with_nobody_to_speak_of_there_is_no_such_page(case: Case) -> None:
    assert cast.client_of(cast.hassan()).get(at(case, "arranging/consent")).status_code == 404


# ---------------------------------------------------------------------------------------- the child


def test_the_child_comes_if_parent_and_mediator_agree(case: Case, amina: Client) -> None:
    assert "The child wants to come" in text(amina, at(case))
    assert words_of(amina.post(at(case, "arranging/child"), {}).content).count("Type the name.") == 2
    typed = {"name": "Robin Example", "needs": "A break.", "press": str(uuid4())}
    assert amina.post(at(case, "arranging/child"), typed)["Location"] == at(case)
    said = text(amina, at(case))
    assert "Robin Example young person. Not settled yet" in said
    assert "the council has no say in it" not in said  # only once it is settled
    assert "Still to say Cerys Example, The mediator" in said
    amina.post(at(case, "arranging/child"), typed)
    assert "Nothing was done twice." in text(amina, at(case))
    assert len(cases.seen(case, cast.amina()).state.people) == 3
    assert amina.get(at(case, "arranging/child")).status_code == 404
    asked = amina.get(at(case, "arranging/ask")).content.decode()
    assert "consent party:1 person:3" in asked
    assert "consent authority" not in asked
    for party in (cases.FAMILY, f"mediator:{cast.hassan().pk}"):
        actions.consent_to_person(
            case=case, by=cases.adviser(), on=TODAY, party=party, key="person:3", consents=True
        )
    assert "Robin Example young person. May come" in text(amina, at(case))


def test_an_officer_adds_no_child(case: Case) -> None:
    assert cast.client_of(cast.dev()).get(at(case, "arranging/child")).status_code == 404
