"""The rulebook as pages."""

import re

import pytest
from django.test import Client

from evenhand.law.rulebook import rulebook
from evenhand.web.public import lawbook
from tests.web.pages import RULES, parse, reads


def test_a_rule_shows_all_that_it_is(client: Client) -> None:
    page = reads(client.get("/about-the-law/contact_adviser").content)
    for words in (
        "Contact the mediation adviser within two months, and say whether you wish to mediate.",
        "regulation 33",
        "regulation 34(2)",
        "We read the text itself.",
        "What is the disagreement about?",
        "A weekend, August or Christmas does not give more time here.",
        "Dated 12 June, sent 15 June",
    ):
        assert words in page


def test_a_name_of_two_rules_shows_both(client: Client) -> None:
    page = parse(client.get("/about-the-law/judicial_review").content)
    assert [h.text for h in page.iter("h2") if h.get("id") in ("route", "date")] == [
        "A way to go",
        "A last day",
    ]


def test_versions_stand_on_a_line_of_time_with_a_table_under_it(client: Client) -> None:
    tree = parse(client.get("/about-the-law/recommendations").content)
    bars = [found for found in tree.iter() if found.get("class") == "eh-line__bar"]
    assert len(bars) == 2
    page = reads(client.get("/about-the-law/recommendations").content)
    assert "to 2 April 2018" in page
    assert "from 3 April 2018" in page


def test_where_we_did_not_read_the_text_the_page_says_so(client: Client) -> None:
    entries = [entry for part in rulebook()["parts"] for entry in part["entries"]]
    name = next(
        entry["name"]
        for entry in entries
        for version in entry["versions"]
        for cite in version["citations"]
        if cite["confidence"] == "unverified"
    )
    assert "We wrote this from memory" in reads(client.get(f"/about-the-law/{name}").content)


@pytest.mark.parametrize("words", ["certificate", "CERTIFICATE", "three working days", "August"])
def test_a_search_finds_rules(client: Client, words: str) -> None:
    tree = parse(client.get("/about-the-law", {"q": words}).content)
    section = tree.find(".//section[@aria-labelledby='found']")
    assert section is not None
    links = [link.get("href", "") for link in section.iter("a")]
    assert links
    assert all(link.startswith("/about-the-law/") for link in links)


def test_a_word_too_many_finds_what_holds_the_others() -> None:
    assert lawbook.found("working days elephant")[0] in lawbook.found("working days")


@pytest.mark.parametrize("words", ["zzzz", "%00", "<b>", "'; DROP", "x" * 3000])
def test_a_search_for_nothing_we_have_says_so(client: Client, words: str) -> None:
    answer = client.get("/about-the-law", {"q": words})
    assert answer.status_code == 200
    assert "Try one word" in answer.content.decode()


def test_a_rule_that_is_not_there_leads_to_the_search(client: Client) -> None:
    answer = client.get("/about-the-law/contact advisr")
    assert answer.status_code == 404
    assert "/about-the-law/contact_adviser" in answer.content.decode()


def test_both_readings_of_each_open_question_are_said(client: Client) -> None:
    page = reads(client.get("/about-the-law/open-questions").content)
    for question in rulebook()["law_questions"]:
        assert " ".join(question["taken"].split()) in page


def test_proposals_are_said_to_be_no_law(client: Client) -> None:
    page = reads(client.get("/about-the-law/proposals").content)
    assert len(re.findall("A proposal, not law.", page)) == len(rulebook()["proposals"])


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (None, "has not happened"),
        (True, "yes"),
        ("2026-06-15", "15 June 2026"),
        (["section_b", "section_f"], "section b, section f"),
        ([], "none"),
        ([{"action": "cease_plan", "notify": None}], "action – cease plan, notify – has not happened"),
        (3, "3"),
    ],
)
def test_the_values_of_an_example_are_said_in_words(given: object, words: str) -> None:
    assert lawbook.value(given) == words


def test_no_page_of_a_rule_shows_a_value_of_python(client: Client) -> None:
    for name in RULES:
        page = reads(client.get(f"/about-the-law/{name}").content, "main")
        assert not re.search(r"\b(None|True|False|nan)\b|[a-z]_[a-z]", page), name
