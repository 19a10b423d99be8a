"""The plain text holds what the page holds."""

from tests.web.family.asking import REFUSED, Family


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
