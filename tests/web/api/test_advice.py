"""POST /api/v1/advice: the same bytes as the law's own, and a plain word for every slip."""

import json
from datetime import date
from typing import Any

import pytest
from django.test import Client, RequestFactory

from evenhand import clock
from evenhand.law import advise
from evenhand.web.api.body import LIMIT, read_body
from evenhand.web.api.problems import Problem

ADDRESS = "/api/v1/advice"
JUNE = {"matter": "refusal_to_assess", "notice_sent": "2026-06-15", "as_of": "2026-06-20"}


def ask(client: Client, body: bytes, **more: Any) -> Any:
    return client.post(ADDRESS, body, content_type=more.pop("content_type", "application/json"), **more)


def test_the_bytes_are_the_laws_own(client: Client) -> None:
    answer = ask(client, json.dumps(JUNE).encode())
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.content == advise(JUNE).json()


def test_the_day_of_asking_is_today_in_london(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today_in_london", lambda: date(2026, 6, 20))
    without = {name: value for name, value in JUNE.items() if name != "as_of"}
    assert ask(client, json.dumps(without).encode()).content == advise(JUNE).json()


@pytest.mark.parametrize(
    "declared",
    ["application/json", "Application/JSON; charset=utf-8", "application/ld+json", ""],
)
def test_json_declared_or_nothing_declared(client: Client, declared: str) -> None:
    body = json.dumps(JUNE).encode()
    assert client.generic("POST", ADDRESS, body, content_type=declared).status_code == 200


@pytest.mark.parametrize(
    "declared", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "x"]
)
def test_something_else_declared(client: Client, declared: str) -> None:
    answer = client.generic("POST", ADDRESS, json.dumps(JUNE), content_type=declared)
    assert answer.status_code == 415


def test_a_compressed_body(client: Client) -> None:
    assert ask(client, b"{}", headers={"Content-Encoding": "gzip"}).status_code == 415


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"\xff", b"{'a': 1}", b'{"a": NaN}', b'{"a": 1, "a": 2}', b"[" * 100_000],
)
def test_json_that_cannot_be_read(client: Client, body: bytes) -> None:
    answer = ask(client, body)
    assert answer.status_code == 400
    assert json.loads(answer.content)["type"] == "/for-programs#unreadable"


@pytest.mark.parametrize("body", [b"[]", b"null", b"3", b'"matter"', b"true"])
def test_json_that_is_not_an_object(client: Client, body: bytes) -> None:
    answer = ask(client, body)
    assert answer.status_code == 422
    assert json.loads(answer.content)["facts"] == []


def test_facts_that_are_refused_are_named(client: Client) -> None:
    answer = ask(client, json.dumps(JUNE | {"notice_sent": "2026-06-31"}).encode())
    assert answer.status_code == 422
    problem = json.loads(answer.content)
    assert problem["facts"] == ["notice_sent"]
    assert "\n" not in problem["detail"]


def test_the_largest_body_and_one_byte_more(client: Client) -> None:
    body = json.dumps(JUNE).encode()
    assert ask(client, body.ljust(LIMIT)).status_code == 200
    assert ask(client, body.ljust(LIMIT + 1)).status_code == 413


def test_ten_megabytes_are_thrown_away_in_pieces() -> None:
    """What is refused by its length is never held in memory."""
    source = Endless(10_000_000)
    request = RequestFactory().generic("POST", ADDRESS, content_type="application/json")
    request.META |= {
        "HTTP_TRANSFER_ENCODING": "chunked",
        "wsgi.input_terminated": True,
        "wsgi.input": source,
    }
    with pytest.raises(Problem, match="more than 1,000,000 bytes"):
        read_body(request)
    assert source.left == 0
    assert source.largest <= 65_536


def test_a_body_without_end_is_given_up_on() -> None:
    source = Endless(10**12)
    request = RequestFactory().generic("POST", ADDRESS, content_type="application/json")
    request.META |= {
        "HTTP_TRANSFER_ENCODING": "chunked",
        "wsgi.input_terminated": True,
        "wsgi.input": source,
    }
    with pytest.raises(Problem):
        read_body(request)
    assert 10**12 - source.left < 100_000_000


def test_chunks_that_the_server_does_not_count_need_a_length(client: Client) -> None:
    answer = ask(client, b"{}", headers={"Transfer-Encoding": "chunked"})
    assert answer.status_code == 411


class Endless:
    """A body of so many bytes, which notes the largest piece that was asked for."""

    def __init__(self, left: int) -> None:
        self.left = left
        self.largest = 0

    def read(self, size: int) -> bytes:
        self.largest = max(self.largest, size)
        piece = min(size, self.left)
        self.left -= piece
        return b" " * piece
