"""Answering the questions as a browser would, without a browser."""

import re

from django.http import HttpResponse
from django.test import Client

REFUSED = (
    "refusal_to_assess",
    ("15", "June", "2026"),
    "same",
    "parent_of_child",
    ["education_issue"],
    "none",
    "Ealing",
)
"""The main task: refused an assessment, the letter dated 15 June 2026, Ealing."""
Given = str | list[str] | tuple[str, str, str]


class Family:
    """Follows the questions where they lead."""

    def __init__(self, client: Client) -> None:
        self.client, self.at = client, "/what-happened"

    def get(self, address: str = "") -> str:
        """A page as text; it must be there."""
        answer = self.client.get(address or self.at, follow=True)
        assert answer.status_code == 200, address
        return answer.content.decode()

    def answer(self, given: Given) -> HttpResponse:
        """Answer the question this family has come to, and go where that leads."""
        response = self.client.post(self.at, posted(self.at, given))
        if response.status_code == 302:
            self.at = response.headers["Location"]
        return response

    def answers(self, *all_given: Given) -> "Family":
        """Answer several, each of which must be taken."""
        for given in all_given:
            response = self.answer(given)
            assert response.status_code == 302, (given, self.at, errors(response.content.decode()))
        return self


def posted(address: str, given: Given) -> dict[str, object]:
    """What a form at that address would post."""
    if isinstance(given, tuple):
        return dict(zip(("day", "month", "year"), given, strict=True))
    if isinstance(given, str) and given.startswith("instead:"):
        return {"instead": given.removeprefix("instead:")}
    return {"council": given} if address.endswith("/area") else {"answer": given}


def errors(page: str) -> list[str]:
    """The messages of the error summary."""
    summary = re.search(r'govuk-error-summary__list">(.*?)</ul>', page, re.DOTALL)
    return re.findall(r"<a [^>]*>(.*?)</a>", summary[1]) if summary else []


def words_of(page: str) -> str:
    """The words in the main part of a page, one block a line."""
    main = re.search(r"<main.*?</main>", page, re.DOTALL)
    text = re.sub(r"<(svg|details|script|style).*?</\1>", " ", main[0] if main else page, flags=re.DOTALL)
    text = re.sub(r"</(p|li|h1|h2|h3|label|div|th|td|dd|dt|legend|caption|button|a)>", "\n", text)
    lines = (" ".join(re.sub(r"<[^>]+>", " ", line).split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
