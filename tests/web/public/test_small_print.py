"""The small print says what is true of this installation."""

from typing import Any

import pytest
from django.test import Client

from evenhand.web.public.small_print import UNDECIDED, results, session_length
from tests.web.pages import reads


def test_the_cookies_are_named_as_they_are(client: Client, settings: Any) -> None:
    page = reads(client.get("/cookies").content)
    assert settings.SESSION_COOKIE_NAME in page
    assert (settings.CSRF_COOKIE_NAME in page) is not settings.CSRF_USE_SESSIONS


@pytest.mark.parametrize(
    ("seconds", "words"), [(60, "1 minute"), (7200, "2 hours"), (86400, "1 day"), (5400, "90 minutes")]
)
def test_how_long_a_session_is_kept(settings: Any, seconds: int, words: str) -> None:
    settings.SESSION_COOKIE_AGE = seconds
    assert session_length() == words


def test_the_contact_page_names_whoever_runs_it(client: Client, settings: Any) -> None:
    nobody = "Whoever runs this site has set no address yet, so there is nobody to write to."
    for address in ("/contact", "/privacy", "/accessibility"):
        assert nobody in reads(client.get(address).content)
        assert "How to reach us" not in reads(client.get(address).content)
    settings.CONTACT_EMAIL = "help@example.org"
    page = client.get("/contact").content.decode()
    assert 'href="mailto:help@example.org"' in page
    for address in ("/privacy", "/accessibility"):
        assert "How to reach us" in reads(client.get(address).content)
        assert nobody not in reads(client.get(address).content)


def test_what_the_program_could_not_decide_is_said_in_words(client: Client) -> None:
    page = reads(client.get("/accessibility").content)
    assert "whether letters stand out well enough from what is behind them: " in page
    assert set(results()["undecided"]) <= set(UNDECIDED)
    assert not [name for name in results()["undecided"] if name in page]


def test_the_number_is_told_of_in_one_sentence_everywhere(client: Client) -> None:
    sentence = "This number stood under IPSEA's web address in a leaflet. We have not checked it."
    for address in ("/", "/who-helps", "/contact", "/areas/kent"):
        assert sentence in reads(client.get(address).content, "main")
        assert sentence in reads(client.get(address).content, "footer")


def test_the_accessibility_statement_says_what_nobody_tried(client: Client) -> None:
    page = reads(client.get("/accessibility").content)
    assert "no person has tried yet" in page
    assert "screen reader" in page
    assert "So we do not say that these pages meet a standard." in page
