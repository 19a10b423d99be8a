"""Hundreds of odd bodies: each is answered, and none with a 500."""

import json
import random
from typing import Any

import pytest
from django.test import Client

from evenhand.web.api.schema import load

ODD: list[Any] = [
    None,
    True,
    False,
    0,
    -1,
    1.5,
    1e308,
    10**400,
    "",
    " ",
    "\x00",
    "é" * 5000,
    "2026-02-30",
    "2026-6-1",
    "20260615",
    "2026-W25-1",
    "2026-06-15T00:00:00",
    "0000-00-00",
    "9999-12-31",
    "٢٠٢٦-٠٦-١٥",
    "refusal_to_assess",
    [],
    [None],
    [[]],
    ["I", "I"],
    [{"action": "assess"}],
    {},
    {"": ""},
    {"made_on": "2026-07-01"},
    {"made_on": "2026-07-01", "items": []},
    {"made_on": "2026-07-01", "items": [{"action": None}]},
    {"made_on": [], "items": {}},
    {"made_on": "2026-07-01", "items": [{"action": "assess", "agreed_by": 3}, 7]},
    {"__class__": "x"},
]
NAMES = [*load("facts")["properties"], "", "Matter", "matter ", "__proto__", "é", "\x00"]
BASE = {"matter": "refusal_to_assess", "notice_sent": "2026-06-15", "as_of": "2026-08-01"}


def bodies() -> list[bytes]:
    """Every name with every odd value, then bytes broken at random (but the same each time)."""
    made = [json.dumps(BASE | {name: odd}).encode() for name in NAMES for odd in ODD]
    chance = random.Random(2026)
    for _ in range(300):
        body = bytearray(json.dumps(BASE).encode())
        for _ in range(chance.randint(1, 4)):
            body[chance.randrange(len(body))] = chance.randrange(256)
        made.append(bytes(body))
    return made


@pytest.mark.parametrize("part", range(4))
def test_no_odd_body_is_a_fault_of_ours(client: Client, part: int) -> None:
    for body in bodies()[part::4]:
        answer = client.post("/api/v1/advice", body, content_type="application/json")
        assert answer.status_code in {200, 400, 422}, body
        if answer.status_code != 200:
            problem = json.loads(answer.content)
            assert problem["status"] == answer.status_code
            assert "\n" not in problem["detail"]
            assert "Traceback" not in problem["detail"]
