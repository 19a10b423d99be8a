"""Under /api/ every failure is a problem document."""

import json
from typing import Any

import pytest
from django.test import Client

from evenhand.web.api import door


def document(answer: Any) -> dict[str, Any]:
    assert answer.headers["Content-Type"] == "application/problem+json"
    read: dict[str, Any] = json.loads(answer.content)
    assert {"type", "title", "status", "detail"} <= set(read)
    assert read["status"] == answer.status_code
    return read


@pytest.mark.parametrize("address", ["/api/", "/api/v1/", "/api/v1/advice/", "/api/v2/advice"])
def test_nothing_there(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert document(answer)["type"] == "/for-programs#not-found"


@pytest.mark.parametrize("method", ["GET", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "BREW"])
def test_wrong_method(client: Client, method: str) -> None:
    answer = client.generic(method, "/api/v1/advice")
    assert answer.status_code == 405
    assert answer.headers["Allow"] == "POST"
    assert answer.headers["Content-Type"] == "application/problem+json"


def test_a_host_that_is_not_ours(client: Client) -> None:
    answer = client.get("/api/v1/openapi.json", HTTP_HOST="elsewhere.example")
    assert answer.status_code == 400
    assert document(answer)["type"] == "/for-programs#bad-request"


def test_a_fault_of_ours_is_told_and_not_shown(
    client: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(facts: object) -> None:
        raise RuntimeError("on purpose")

    monkeypatch.setattr(door, "advise", broken)
    answer = client.post("/api/v1/advice", b'{"matter": "x"}', content_type="application/json")
    assert answer.status_code == 500
    assert document(answer)["type"] == "/for-programs#broken"
    assert b"on purpose" not in answer.content
    assert "A fault in the API" in caplog.text


def test_a_status_without_a_kind_of_its_own() -> None:
    from evenhand.web.api.problems import answer_for_status

    read = document(answer_for_status(429))
    assert read["type"] == "about:blank"
    assert read["title"] == "Too Many Requests"
