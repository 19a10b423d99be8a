"""The plain text holds what the page holds."""

from datetime import date

import pytest

from tests.web.family.asking import REFUSED, Family, Given
from tests.web.family.states import HEALTH as ASKED_ABOUT_HEALTH
from tests.web.pages import reads

HEALTH = (*ASKED_ABOUT_HEALTH, "unknown", "instead:unknown", "instead:unknown")


def test_it_says_what_the_page_says(family: Family) -> None:
    answer = family.answers(*REFUSED).client.get("/your-options.txt")
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert "no-store" in answer.headers["Cache-Control"]
    text = answer.content.decode()
    joined = " ".join(text.split())
    for words in (
        "Act by Friday 14 August 2026.",
        "The last day in law is Tuesday 1 September 2026, by 5pm.",
        "Asking for mediation does not stop the appeal clock.",
        "regulation 33",
        "020 8825 5588",
        "01799 582030",
        "Anybody may call themselves an advocate",
        "This is not legal advice.",
    ):
        assert words in joined
    assert "<" not in text
    assert max(len(line) for line in text.splitlines() if "http" not in line) <= 76


@pytest.mark.parametrize(
    ("given", "today", "words"),
    [
        (
            REFUSED,
            "2026-11-22",
            ("Days that have passed", "It has passed.", "Too late, but perhaps not lost"),
        ),
        (
            (*REFUSED[:5], ["agreement"], ("18", "6", "2026"), ["continue_plan", "assess"], "Kent"),
            "2026-06-20",
            (
                "What others must do",
                "The council: Agreed: The plan goes on as it is",
                "Look at the council's letter.",
            ),
        ),
        (HEALTH, "2026-06-20", ("It hangs on this question: What kind of help is it about?",)),
    ],
    ids=["late", "agreed", "depends"],
)
def test_each_state_is_told(
    family: Family,
    monkeypatch: pytest.MonkeyPatch,
    given: tuple[Given, ...],
    today: str,
    words: tuple[str, ...],
) -> None:
    family.answers(*given)
    monkeypatch.setattr("evenhand.clock.today_in_london", lambda: date.fromisoformat(today))
    text = " ".join(family.client.get("/your-options.txt").content.decode().split())
    for phrase in words:
        assert phrase in text
    assert all(
        phrase in reads(family.get("/your-options"), "main") for phrase in words[:1] if given is REFUSED
    )
