"""The pages that anybody may see."""

import pytest
from django.contrib.staticfiles import finders
from django.db import DatabaseError
from django.test import Client
from django.utils import translation

from evenhand.web.api.problems import KINDS
from evenhand.web.public import views

PAGES = ["/", "/for-programs", "/nowhere"]


def test_the_start_page_says_what_it_is_and_what_it_is_not(client: Client) -> None:
    page = client.get("/").content.decode()
    for words in (
        "What can we do, by when, and who helps?",
        "not happy with the help",
        "beside you, if there is one",  # the letter
        "It takes about five minutes.",
        "01799 582030",
        "It is not the council.",
        "It is not the government.",
        "It is not legal advice.",
        "cost a family nothing",
        "Saturday 15 August 2026",  # no relief for a weekend
        "Tuesday 1 September 2026, by 5pm",  # nor an appeal lost to August
    ):
        assert words in page


def test_the_page_for_programs_shows_two_ways_to_ask(client: Client) -> None:
    page = client.get("/for-programs").content.decode()
    assert "evenhand dates 2026-06-15" in page
    assert "http://testserver/api/v1/advice" in page


@pytest.mark.django_db
@pytest.mark.parametrize("address", [*PAGES, "/health", "/api/v1/openapi.json"])
def test_every_answer_has_the_headers(client: Client, address: str) -> None:
    headers = client.get(address).headers
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "geolocation=()" in headers["Permissions-Policy"]
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_the_language_turns_the_page_round(client: Client) -> None:
    with translation.override("ar"):
        page = client.get("/").content.decode()
    assert 'lang="ar" dir="rtl"' in page
    assert "evenhand.rtl.css" in page


def test_a_page_that_is_not_there_says_so(client: Client) -> None:
    answer = client.get("/nowhere")
    assert answer.status_code == 404
    assert "There is no page at this address" in answer.content.decode()


def test_a_page_that_breaks_says_so(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("on purpose")

    monkeypatch.setattr(views, "render", broken)
    client.raise_request_exception = False
    answer = client.get("/")
    assert answer.status_code == 500
    assert "Something went wrong on our side" in answer.content.decode()
    assert "on purpose" not in answer.content.decode()


def test_pages_are_only_for_reading(client: Client) -> None:
    assert client.post("/").status_code == 405


def test_every_kind_of_problem_is_explained_where_its_type_leads(client: Client) -> None:
    page = client.get("/for-programs").content.decode()
    for kind in KINDS.values():
        address, _, anchor = kind.type.partition("#")
        assert address == "/for-programs"
        assert f'id="{anchor}"' in page


@pytest.mark.django_db
def test_health(client: Client) -> None:
    answer = client.get("/health")
    assert answer.status_code == 200
    assert answer.json() == {"status": "ok"}
    assert "no-store" in answer.headers["Cache-Control"]


def test_health_without_a_database(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    class Gone:
        def cursor(self) -> None:
            raise DatabaseError

    monkeypatch.setattr(views, "connection", Gone())
    answer = client.get("/health")
    assert answer.status_code == 503
    assert answer.json()["status"] != "ok"


def test_the_first_page_is_light(client: Client) -> None:
    """Page, stylesheet, both weights of the typeface and the icon: under 60 kB as compressed."""
    import gzip

    weight = len(gzip.compress(client.get("/").content))
    for name in ("evenhand.css", "icon.svg"):
        weight += len(gzip.compress(_static(name)))
    for bold in (400, 700):
        weight += len(_static(f"fonts/atkinson-hyperlegible-next-latin-{bold}.woff2"))
    assert weight < 60_000


def _static(name: str) -> bytes:
    found = finders.find(f"evenhand/{name}")
    assert isinstance(found, str)
    with open(found, "rb") as file:
        return file.read()
