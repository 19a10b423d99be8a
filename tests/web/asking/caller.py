"""Answering the questions of a call back, or of asking online, as a browser would."""

import re
from typing import Any

from django.http import HttpResponse
from django.test import Client

TUESDAY_HALF_PAST_NINE = "2026-06-23T09:30:00+01:00"
ANSWERS: dict[str, dict[str, Any]] = {
    "name": {"name": "Cerys Example"},
    "number": {"phone": "020 7946 0001", "own": "yes", "whose": ""},
    "for-whom": {"whom": "me", "other": "", "relation": ""},
    "council": {"council": "Ealing"},
    "provider": {"provider": "northwold-mediation"},
    "day": {"day": "2026-06-23"},
    "time": {"slot": TUESDAY_HALF_PAST_NINE},
    "say-who": {"say": "no"},
    "message": {"leave": "no"},
    "language": {"language": ""},
    "how": {"how": "telephone"},
    "needs": {"needs": ""},
    "agree": {"agree": "on"},
}
"""What is answered to every question; a test changes some."""


class Caller:
    """Somebody who answers question after question where they lead."""

    def __init__(
        self, client: Client, answers: dict[str, dict[str, Any]], first: str = "/call-me-back"
    ) -> None:
        self.client, self.answers, self.at = client, answers, first
        self.first = first
        self.asked: list[str] = []

    @property
    def key(self) -> str:
        """The key of the question that was come to."""
        return "name" if self.at == "/call-me-back" else self.at.rsplit("/", 1)[1]

    def to_the_check(self) -> "Caller":
        """Answer until the answers are to be checked."""
        for _question in range(40):
            if self.at.endswith("/check"):
                return self
            self.asked.append(self.key)
            answer = self.client.post(self.at, self.answers[self.key])
            assert answer.status_code == 302, (self.key, errors(answer))
            self.at = answer.headers["Location"]
        raise AssertionError(f"No end of questions: {self.asked}")

    def press(self) -> HttpResponse:
        """Press the button of the page for checking."""
        page = self.client.get(self.at).content.decode()
        return self.client.post(self.at, {"press": pressed(page)})


def pressed(page: str) -> str:
    """The once-only mark of a page."""
    found = re.search(r'name="press" value="([^"]+)"', page)
    assert found, page[:300]
    return found[1]


def errors(answer: HttpResponse) -> list[str]:
    """The messages of the error summary."""
    page = answer.content.decode()
    summary = re.search(r'govuk-error-summary__list">(.*?)</ul>', page, re.DOTALL)
    return (
        [re.sub("<[^>]+>", "", one) for one in re.findall(r"<li>(.*?)</li>", summary[1])] if summary else []
    )
