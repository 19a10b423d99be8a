"""Changing an answer forgets what hung on it."""

from datetime import date

from evenhand.journeys import changed, trail
from evenhand.journeys.model import Answer

AS_OF = date(2026, 11, 16)
GIVEN: dict[str, Answer] = {
    "matter": "refusal_to_assess",
    "letter": "2026-10-05",
    "sent": "later",
    "sent-on": "2026-10-08",
    "who": "parent_of_child",
    "about": ["education_issue"],
    "happened": ["adviser_contacted"],
    "adviser-contacted": "2026-10-20",
    "area": "ealing",
}


def test_another_matter_forgets_all_but_who_and_where() -> None:
    assert changed(GIVEN, "matter", "admission_refused") == {
        "matter": "admission_refused",
        "who": "parent_of_child",
        "area": "ealing",
    }


def test_another_letter_forgets_when_it_was_sent() -> None:
    after = changed(GIVEN, "letter", "2026-10-06")
    assert "sent" not in after
    assert "sent-on" not in after
    assert after["adviser-contacted"] == "2026-10-20"


def test_the_same_answer_forgets_nothing() -> None:
    assert changed(GIVEN, "matter", "refusal_to_assess") == GIVEN


def test_what_is_no_longer_ticked_is_no_longer_on_the_way() -> None:
    after = changed(GIVEN, "happened", "none")
    assert "adviser-contacted" not in [page.key for page in trail(after, AS_OF)]
