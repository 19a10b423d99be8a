"""The questions: they work, they keep what was typed, and they lead somewhere from everywhere."""

import re

import pytest
from django.test import Client

from evenhand.journeys import PAGES
from tests.web.family.asking import REFUSED, Family, errors, posted

EVERYWHERE = [
    "/your-answers",
    "/your-options",
    "/your-options.txt",
    "/your-options.ics",
    "/keep-your-answer",
    *(f"/questions/{page.key}" for page in PAGES if page.key != "matter"),
]


def test_the_main_task(family: Family) -> None:
    family.answers(*REFUSED)
    assert family.at == "/your-answers"
    page = family.get()
    for words in (
        "The council said no to an assessment",
        "Monday 15 June 2026",
        "Ealing",
        "None of these yet",
    ):
        assert words in page
    options = family.get("/your-options")
    for words in (
        "Act by Friday 14 August 2026.",
        "The last day in law is Tuesday 1 September 2026, by 5pm.",
        "The last day in law is Saturday 15 August 2026.",
        "020 8825 5588",
        "01799 582030",
    ):
        assert words in options


def test_nothing_personal_is_in_an_address(family: Family) -> None:
    for given in REFUSED:
        family.answers(given)
        assert re.fullmatch(r"/(questions/[a-z-]+|your-answers)", family.at)


@pytest.mark.parametrize("address", EVERYWHERE)
def test_without_answers_each_page_says_to_start_again(client: Client, db: None, address: str) -> None:
    answer = client.get(address, follow=True)
    assert answer.redirect_chain == [("/start-again", 302)]
    assert "Your answers are not here any more" in answer.content.decode()


@pytest.mark.parametrize("address", [f"/questions/{page.key}" for page in PAGES if page.key != "matter"])
def test_an_answer_posted_after_the_session_ran_out(client: Client, db: None, address: str) -> None:
    assert client.post(address, {"answer": "same"}).headers["Location"] == "/start-again"


@pytest.mark.parametrize("address", [a for a in EVERYWHERE if a != "/questions/letter"])
def test_a_page_out_of_turn_leads_to_the_next_question(family: Family, address: str) -> None:
    family.answers("refusal_to_assess")
    assert family.client.get(address).headers["Location"] == "/questions/letter"
    assert family.client.head(address).status_code == 302


def test_a_question_that_is_not_there(family: Family) -> None:
    answer = family.client.get("/questions/nonsense")
    assert answer.status_code == 404
    assert "There is no question here" in answer.content.decode()


def test_the_first_question_has_one_address(family: Family) -> None:
    assert family.client.get("/questions/matter").headers["Location"] == "/what-happened"


def test_none_of_these_leads_to_a_person(family: Family) -> None:
    family.answers("none")
    assert family.at == "/ask-a-person"
    assert "A person can help, for nothing" in family.get()


def test_starting_again_forgets(family: Family) -> None:
    family.answers(*REFUSED)
    assert "We will forget the answers" in family.get("/start-again")
    assert family.client.post("/start-again").headers["Location"] == "/what-happened"
    assert family.client.get("/your-options").headers["Location"] == "/start-again"


def test_answers_are_there_when_a_family_goes_back(family: Family) -> None:
    family.answers(*REFUSED)
    assert 'value="refusal_to_assess" checked' in family.get("/what-happened")
    page = family.get("/questions/letter")
    assert re.findall(r'name="(?:day|month|year)"[^>]* value="(\w*)"', page) == ["15", "6", "2026"]
    assert 'value="education_issue" checked' in family.get("/questions/about")
    assert 'value="Ealing"' in family.get("/questions/area")


def test_the_way_back_is_the_question_before(family: Family) -> None:
    backs = []
    for given in REFUSED:
        backs += re.findall(r'govuk-back-link" href="([^"]+)"', family.get())
        family.answers(given)
    assert backs == [
        "/",
        "/what-happened",
        "/questions/letter",
        "/questions/sent",
        "/questions/who",
        "/questions/about",
        "/questions/happened",
    ]


def test_a_change_comes_straight_back_to_the_answers(family: Family) -> None:
    family.answers(*REFUSED)
    family.at = "/questions/who"
    family.answers("young_person")
    assert family.at == "/your-answers"
    assert "I am the young person" in family.get()


def test_a_change_that_opens_a_question_asks_it(family: Family) -> None:
    family.answers(*REFUSED)
    family.at = "/questions/happened"
    family.answers(["adviser_contacted"])
    assert family.at == "/questions/adviser-contacted"
    family.answers(("17", "6", "2026"))
    assert family.at == "/your-answers"


def test_another_matter_forgets_the_letter(family: Family) -> None:
    family.answers(*REFUSED)
    family.at = "/what-happened"
    family.answers("refusal_to_amend")
    assert family.at == "/questions/letter"
    assert 'value="15"' not in family.get()


LETTER = [
    (("31", "4", "2026"), "April 2026 has 30 days, so there is no 31 April."),
    (("5", "13", "2026"), "There is no month 13. The day comes first, then the month. Did you mean 13 May?"),
    (("15", "6", "26"), "Type all four figures of the year, such as 2026."),
    (("21", "6", "2026"), "That day is still to come. Type a day that is today or in the past."),
    (
        ("31", "8", "2014"),
        "That is before 1 September 2014. These rules are not for days before it. Check the year.",
    ),
    (("15", "Juen", "2026"), "There is no month called “Juen”. Did you mean June?"),
    (("", "", ""), "Type the date. If you do not know it, press “I do not know the date”."),
    (("15", "", "2026"), "The date needs a month."),
    (("<b>", "6", "2026"), "“&lt;b&gt;” is not a day. Type a number from 1 to 31."),
]


@pytest.mark.parametrize(("typed", "message"), LETTER, ids=lambda value: "".join(value)[:20])
def test_a_date_that_cannot_be_is_kept_and_explained(
    family: Family, typed: tuple[str, str, str], message: str
) -> None:
    family.answers("refusal_to_assess")
    response = family.answer(typed)
    page = response.content.decode()
    assert response.status_code == 200
    assert errors(page) == [message]
    assert page.count(message) == 2
    assert "<title>Error: " in page
    kept = [text.replace("<", "&lt;").replace(">", "&gt;") for text in typed]
    assert re.findall(r'name="(?:day|month|year)"[^>]* value="([^"]*)"', page) == kept
    field = re.search(r'govuk-error-summary__list">\s*<li><a href="#(\w+)"', page)
    assert field
    assert f'id="{field[1]}"' in page


@pytest.mark.parametrize("typed", [("15", "Sept", "2025"), ("15/6/2026", "", ""), ("", " 15 June 2026", "")])
def test_a_date_typed_in_other_ways(family: Family, typed: tuple[str, str, str]) -> None:
    family.answers("refusal_to_assess", typed)
    assert family.at == "/questions/sent"


@pytest.mark.parametrize(
    ("before", "given", "message"),
    [
        ((), "", "Choose what happened. If nothing fits, choose the last one."),
        ((), "weather", "Choose what happened. If nothing fits, choose the last one."),
        (REFUSED[:2], "", "Choose if the letter was sent on the day that is printed on it."),
        (REFUSED[:4], [], "Choose what kind of help it is about, or choose “I do not know”."),
        (
            REFUSED[:4],
            ["health_issue", "unknown"],
            "Choose from the list, or choose the last one. You cannot choose both.",
        ),
        (REFUSED[:6], "", "Type the name of the council, or skip this question."),
        (
            REFUSED[:6],
            "Atlantis",
            "We do not know a council called “Atlantis”. Check how it is spelled, or skip this question.",
        ),
    ],
)
def test_what_is_missing_is_said(family: Family, before: tuple[str, ...], given: str, message: str) -> None:
    family.answers(*before)
    response = family.answer(given)
    assert errors(response.content.decode()) == [message]
    assert "<title>Error: " in response.content.decode()


def test_ticks_are_kept_when_something_is_wrong(family: Family) -> None:
    family.answers(*REFUSED[:4])
    page = family.answer(["health_issue", "unknown"]).content.decode()
    assert re.findall(r'value="(\w+)" checked', page) == ["health_issue", "unknown"]


def test_several_councils_are_offered(family: Family) -> None:
    family.answers(*REFUSED[:6])
    page = family.answer("york").content.decode()
    if "Which one is it?" in page:
        assert 'value="york"' in page
    page = family.client.post("/questions/area", {"council": "north yorks"}).content.decode()
    family.client.post("/questions/area", {"answer": "north-yorkshire"})
    assert "North Yorkshire" in family.get("/your-answers")


def test_a_council_typed_by_hand_into_the_form_must_exist(family: Family) -> None:
    family.answers(*REFUSED[:6])
    answer = family.client.post("/questions/area", {"answer": "no-such-place"})
    assert answer.status_code == 200
    assert errors(answer.content.decode()) == ["Type the name of the council, or skip this question."]


def test_the_area_may_be_skipped(family: Family) -> None:
    family.answers(*REFUSED[:6], "instead:unknown")
    assert "Not told" in family.get("/your-answers")
    assert "Tell us your council" in family.get("/your-options")


def test_two_answers_that_cannot_both_be_right(family: Family) -> None:
    family.answers(*REFUSED[:5], ["certificate_issued"])
    page = family.answer(("1", "6", "2026")).content.decode()
    said = errors(page)
    assert said[0] == (
        "The date on the certificate (1 June 2026) is before the day the letter was sent (15 June 2026). "
        "One of the two is wrong."
    )
    assert said[1].startswith("Change your other answer: ")
    assert 'href="/questions/sent' in page or 'href="/questions/letter' in page


def test_a_change_that_contradicts_a_later_answer_stops_there(family: Family) -> None:
    family.answers(*REFUSED[:5], ["certificate_issued"], ("16", "6", "2026"), "Ealing")
    family.at = "/questions/letter"
    family.answers(("18", "6", "2026"), "same")
    assert family.at == "/questions/certificate-issued"
    page = family.get()
    assert "is before the day the letter was sent (18 June 2026)" in page
    assert re.findall(r'name="(?:day|month|year)"[^>]* value="(\w*)"', page) == ["16", "6", "2026"]
    assert family.client.get("/your-options").headers["Location"] == "/questions/certificate-issued"


@pytest.mark.parametrize(
    "junk", ["\x00", "x" * 5000, "\u202e15", "🙂", "' OR 1=1", "=cmd|' /C calc'!A0", "\r\n"]
)
def test_junk_is_never_more_than_a_message(family: Family, junk: str) -> None:
    for given in REFUSED:
        response = family.client.post(
            family.at, {**posted(family.at, junk), "day": junk, "month": junk, "year": junk}
        )
        assert response.status_code == 200
        assert errors(response.content.decode())
        family.answers(given)


def test_a_form_without_its_token_is_refused(db: None) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post("/what-happened", {"answer": "refusal_to_assess"}).status_code == 403


@pytest.mark.parametrize("address", ["/what-happened", "/ask-a-person", "/start-again"])
def test_nothing_is_kept_by_a_browser_or_between(client: Client, db: None, address: str) -> None:
    assert "no-store" in client.get(address).headers["Cache-Control"]


def test_one_family_does_not_see_another(family: Family) -> None:
    family.answers(*REFUSED)
    stranger = Client()
    assert stranger.get("/your-options").headers["Location"] == "/start-again"
    assert stranger.get("/your-options.ics").headers["Location"] == "/start-again"


def test_the_session_ends_by_itself(family: Family) -> None:
    family.answers("refusal_to_assess")
    assert 0 < family.client.session.get_expiry_age() <= 4 * 60 * 60
    assert "date_of_birth" not in str(dict(family.client.session.items()))
