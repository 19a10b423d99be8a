"""Every walk through the questions, held against the law called directly."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evenhand.journeys import UNKNOWN, Walk, facts_of, next_page, trail, walk
from evenhand.journeys.asking import look
from evenhand.journeys.events import EVENTS, HAPPENED
from evenhand.journeys.model import Answer
from evenhand.journeys.people import AREA
from evenhand.journeys.walking import PAGES
from evenhand.law import FactsRefused, advise
from evenhand.law.facts import MATTERS
from tests.journeys.walks import AS_OF, answers_to, every_walk

A_FAMILY_CANNOT_KNOW = {"commissioner_notified", "authority_was_party", "area"}
"""What passes between others, and the area, which decides nothing in law."""
LEAST = {"authority_and_commissioner": 3}
"""Walks that there must be at least, where a matter has few; otherwise ten."""


def directly(walked: Walk) -> object:
    """The law's answer to the facts, asked without the journey."""
    return look(advise({**walked.known.facts, "as_of": AS_OF.isoformat()}))


def could_change_something(walked: Walk) -> bool:
    """Whether the law, asked directly, answers otherwise for some answer, or lacks what the page asks for."""
    assert walked.page is not None
    facts = {**walked.known.facts, "as_of": AS_OF.isoformat()}
    before = advise(facts)
    lacks = {fact for fact, _ in before.unknowns}
    wanted = set(EVENTS) if walked.page is HAPPENED else {walked.page.fact}
    if wanted & lacks:
        return True
    for answer in answers_to(walked):
        try:
            if look(advise({**facts, **walked.page.gives(answer, walked.known)})) != look(before):
                return True
        except FactsRefused:
            continue
    return walked.page.key == "sent" and _a_later_letter_changes(facts)


def _a_later_letter_changes(facts: dict[str, object]) -> bool:
    return look(advise({**facts, "notice_sent": AS_OF.isoformat()})) != look(advise(facts))


def left_over(walked: Walk) -> set[str]:
    """What the family could know and was not asked, though the law would answer otherwise."""
    lacks = {fact for fact, _ in advise({**walked.known.facts, "as_of": AS_OF.isoformat()}).unknowns}
    lacks -= A_FAMILY_CANNOT_KNOW
    said_unknown = {step.page.key for step in walked.steps if step.answer == UNKNOWN}
    excused = {step.page.fact for step in walked.steps if step.answer == UNKNOWN}
    if "sections" in said_unknown or "about" in said_unknown:
        excused |= {"health_issue", "social_care_issue", "education_issue"}
    if "happened" in said_unknown:
        excused |= set(EVENTS)
    if "notice_sent" in walked.known.facts:
        excused |= {"conduct_on"}  # the day of the letter stands for the day of the act
    if walked.answers.get("sent") != "later" or "sent-on" in said_unknown:
        excused |= {"notice_dated"}  # it is the day it was sent
    return lacks - excused


@pytest.mark.parametrize("matter", MATTERS)
def test_every_walk_of_a_matter(matter: str) -> None:
    walks = ends = 0
    for walked in every_walk((matter,)):
        walks += 1
        if walked.refusal is not None or not walked.steps:
            continue
        assert len(walked.steps) == len({step.page.key for step in walked.steps}) <= len(PAGES)
        if walked.page is None:
            ends += 1
            assert left_over(walked) == set(), walked.answers
            assert look(walked.advice) == directly(walked)
        elif walked.page is not AREA:
            assert could_change_something(walked), (walked.answers, walked.page.key)
    assert ends > 0
    assert walks >= LEAST.get(matter, 10)


def test_the_walk_is_the_same_from_the_answers_alone() -> None:
    """Whether the answers are given one by one or read back from a session, in any order."""
    tried = 0
    for place, walked in enumerate(every_walk(("refusal_to_assess", "permanent_exclusion"))):
        if place % 23 or walked.refusal is not None:
            continue
        tried += 1
        again = walk(dict(reversed(walked.answers.items())), AS_OF)
        assert again.answers == walked.answers
        assert again.page is walked.page
        assert again.known.facts == walked.known.facts
    assert tried > 100


def test_a_planted_question_would_be_seen() -> None:
    """The check of `could_change_something` can fail: nothing is asked of the commissioning body's quarrel."""
    walked = walk({"matter": "authority_and_commissioner"}, AS_OF)
    planted = walked._replace(page=next(page for page in PAGES if page.key == "learned"))
    assert not could_change_something(planted)


REFUSED = {"matter": "refusal_to_assess", "letter": "2026-10-05", "sent": "same", "who": "parent_of_child"}


def test_the_main_task_takes_seven_answers() -> None:
    answers = {**REFUSED, "about": ["education_issue"], "happened": "none", "area": "ealing"}
    assert walk(answers, AS_OF).finished
    assert [page.key for page in trail(answers, AS_OF)] == [
        "matter",
        "letter",
        "sent",
        "who",
        "about",
        "happened",
        "area",
    ]
    assert facts_of(answers, AS_OF)["notice_sent"] == "2026-10-05"
    assert "area" not in facts_of(answers, AS_OF)


def test_no_answers_lead_to_the_first_question() -> None:
    page = next_page({}, AS_OF)
    assert page is not None
    assert page.key == "matter"


def test_none_of_these_leads_to_a_person() -> None:
    walked = walk({"matter": "none", "letter": "2026-10-05"}, AS_OF)
    assert walked.human
    assert not walked.finished
    assert [step.page.key for step in walked.steps] == ["matter"]


@pytest.mark.parametrize(
    ("key", "answer"),
    [
        ("matter", "something else"),
        ("matter", ["refusal_to_assess"]),
        ("letter", "15 June"),
        ("letter", "2026-02-30"),
        ("letter", ["2026-10-05"]),
        ("who", "nobody"),
        ("about", []),
        ("about", ["weather"]),
        ("about", "health_issue"),
        ("happened", ["governors_decided_on"]),
        ("area", "No Such Place"),
        ("area", "x" * 81),
    ],
)
def test_an_answer_that_no_page_could_have_given_is_asked_again(key: str, answer: object) -> None:
    given = {**REFUSED, "about": ["education_issue"], "happened": "none", "area": "ealing", key: answer}
    page = next_page(given, AS_OF)  # type: ignore[arg-type]
    assert page is not None
    assert page.key == key


def test_a_contradiction_stops_at_the_question_whose_answer_cannot_stand() -> None:
    given = {
        **REFUSED,
        "about": ["education_issue"],
        "happened": ["certificate_issued"],
        "certificate-issued": "2026-09-01",
    }
    walked = walk(given, AS_OF)
    assert walked.page is not None
    assert walked.page.key == "certificate-issued"
    assert walked.refusal is not None
    assert set(walked.refusal.facts) == {"certificate_issued", "notice_sent"}
    with pytest.raises(FactsRefused):
        advise({**(walked.refused or {}), "as_of": AS_OF.isoformat()})


ANSWERS = st.one_of(
    st.sampled_from(
        [UNKNOWN, "none", "never", "yes", "same", "later", "2026-10-05", "2014-01-01", "2040-12-31", "ealing"]
    ),
    st.sampled_from([option.value for page in PAGES for option in page.options]),
    st.lists(st.sampled_from([option.value for page in PAGES for option in page.options]), max_size=4),
    st.text(max_size=12),
)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(MATTERS), st.dictionaries(st.sampled_from([page.key for page in PAGES]), ANSWERS))
def test_whatever_a_session_holds_the_walk_ends(matter: str, answers: dict[str, Answer]) -> None:
    walked = walk({**answers, "matter": matter}, AS_OF)
    assert walked.page is not None or walked.finished
    assert set(walked.answers) <= {*answers, "matter"}
    assert look(walked.advice) == directly(walked)
