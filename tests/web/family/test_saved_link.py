"""The link that opens an answer again."""

import re
from datetime import date

import pytest
from django.test import Client

from evenhand.web.family.saved_link import NotOpened, last_day, opened, token
from tests.web.family.asking import REFUSED, Family

TODAY = date(2026, 6, 20)
ANSWERS = {"matter": "refusal_to_assess", "letter": "2026-06-15", "who": "parent_of_child"}


def link_of(family: Family) -> str:
    found = re.search(r'href="http://testserver(/open/[^"]+)"', family.get("/keep-your-answer"))
    assert found
    return found[1]


def test_it_opens_the_same_answer_in_another_browser(family: Family) -> None:
    link = link_of(family.answers(*REFUSED))
    other = Client()
    opened_again = other.get(link)
    assert opened_again.headers["Location"] == "/your-options"
    assert opened_again.headers["Referrer-Policy"] == "no-referrer"
    assert "no-store" in opened_again.headers["Cache-Control"]
    without_token = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"')
    same = [
        without_token.sub("", client.get("/your-options").content.decode())
        for client in (other, family.client)
    ]
    assert same[0] == same[1]
    assert other.get("/your-options.ics").content == family.client.get("/your-options.ics").content


def test_the_page_that_shows_it_tells_nobody(family: Family) -> None:
    page = family.answers(*REFUSED).client.get("/keep-your-answer")
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert "no-store" in page.headers["Cache-Control"]
    assert "Sunday 20 September 2026" in page.content.decode()


def test_nothing_can_be_read_in_it() -> None:
    made = token(ANSWERS, "abc", TODAY)
    assert re.fullmatch(r"[A-Za-z0-9_-]{100,700}", made)
    assert opened(made, TODAY).answers == ANSWERS
    assert token(ANSWERS, "abc", TODAY) != made


def test_it_works_for_three_months_to_the_day() -> None:
    made = token(ANSWERS, "abc", date(2026, 11, 30))
    assert last_day(date(2026, 11, 30)) == date(2027, 2, 28)
    assert opened(made, date(2027, 2, 28)).answers == ANSWERS
    for day in (date(2027, 3, 1), date(2026, 11, 29)):
        with pytest.raises(NotOpened) as refusal:
            opened(made, day)
        assert refusal.value.stale


def test_a_link_that_was_touched_does_not_open() -> None:
    made = token(ANSWERS, "abc", TODAY)
    for place in range(0, len(made) - 1, 7):
        other = "A" if made[place] != "A" else "B"
        with pytest.raises(NotOpened):
            opened(made[:place] + other + made[place + 1 :], TODAY)


@pytest.mark.parametrize("forged", ["", "abc", "x" * 5000, "é", "====", "gAAAAA", "../../etc/passwd"])
def test_a_forged_link(forged: str) -> None:
    with pytest.raises(NotOpened):
        opened(forged, TODAY)


def test_a_link_made_with_another_key_does_not_open(settings: object) -> None:
    made = token(ANSWERS, "abc", TODAY)
    settings.SECRET_KEY = "another key, long enough for this"  # type: ignore[attr-defined]
    with pytest.raises(NotOpened):
        opened(made, TODAY)


def test_a_stale_link_is_told_kindly(client: Client, db: None) -> None:
    page = client.get("/open/" + token(ANSWERS, "abc", date(2026, 3, 1)))
    assert page.status_code == 410
    assert "this one is older" in page.content.decode()
    assert 'href="/what-happened"' in page.content.decode()
    assert page.headers["Referrer-Policy"] == "no-referrer"


def test_a_forged_link_is_told_kindly(client: Client, db: None) -> None:
    page = client.get("/open/nonsense")
    assert page.status_code == 404
    assert "A part of the link may be missing" in page.content.decode()


def test_other_answers_are_not_lost_without_asking(family: Family) -> None:
    link = link_of(family.answers(*REFUSED))
    other = Family(Client()).answers("permanent_exclusion")
    page = other.client.get(link)
    assert page.status_code == 200
    assert "You have other answers open" in page.content.decode()
    assert other.client.get("/your-options").headers["Location"] == "/questions/conduct"
    assert other.client.post(link).headers["Location"] == "/your-options"
    assert "The council said no to an assessment" in other.get("/your-options")


def test_answers_that_are_not_finished_lead_to_the_next_question(client: Client, db: None) -> None:
    made = token({"matter": "refusal_to_assess", "gone": "x"}, "abc", TODAY)
    assert client.get(f"/open/{made}").headers["Location"] == "/questions/letter"
    empty = token({}, "abc", TODAY)
    assert Client().get(f"/open/{empty}").headers["Location"] == "/what-happened"


def test_an_area_that_is_no_longer_there(client: Client, db: None) -> None:
    made = token({"matter": "authority_and_commissioner", "area": "gone-shire"}, "abc", TODAY)
    assert client.get(f"/open/{made}").headers["Location"] == "/your-options"
    assert "In all of England" in client.get("/your-options").content.decode()
    assert "A council that we do not know" in client.get("/your-answers").content.decode()
