"""The small print says what is true of this installation."""

from typing import Any

import pytest
from django.test import Client

from evenhand.web.public.small_print import session_length
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
    assert "has not set an address" in reads(client.get("/contact").content)
    settings.CONTACT_EMAIL = "help@example.org"
    page = client.get("/contact").content.decode()
    assert 'href="mailto:help@example.org"' in page


def test_the_accessibility_statement_says_what_nobody_tried(client: Client) -> None:
    page = reads(client.get("/accessibility").content)
    assert "no person has tried yet" in page
    assert "screen reader" in page
    assert "So we do not say that these pages meet a standard." in page
