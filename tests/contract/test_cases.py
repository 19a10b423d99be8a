"""Every worked case of the contract, through the Python door.

`cases.jsonl` is the contract's own; `more_cases.jsonl` was worked by hand, each day with its arithmetic in
`why`. Beyond the keys of the contract's cases, `expect` may hold: `safe_on`, `arguable_on`, `at`, `whose` and
`states` (by date name), `caution` and `no_caution` (names of dates that carry a caution, or none), `on_facts`
(by route), `unknown` and `not_unknown` (facts that stand, or do not stand, under `unknowns`).
"""

import json
from pathlib import Path

import pytest

from evenhand.law import FactsRefused, advise

HERE = Path(__file__).parent
CASES = [
    json.loads(line)
    for name in ("cases.jsonl", "more_cases.jsonl")
    for line in (HERE / name).read_text(encoding="utf-8").splitlines()
]
KEYS = {
    "dates",
    "routes",
    "first",
    "agreement",
    "no_dates",
    "refused",
    "safe_on",
    "arguable_on",
    "at",
    "whose",
    "states",
    "caution",
    "no_caution",
    "on_facts",
    "unknown",
    "not_unknown",
}


def _got(answer):
    """The answer, by name: routes, dates (a list each, for an agreement has several) and steps."""
    routes = {route["route"]: route for route in answer["routes"]}
    dates = {}
    for date in answer["dates"]:
        dates.setdefault(date["date"], []).append(date)
    steps = {}
    for date in dates.get("carry_out_agreement", []):
        key = str(date["item"]) if date["step"] is None else f"{date['item']}:{date['step']}"
        steps[key] = date["on"]
    return routes, dates, steps


def check(case):
    """Everything that the case expects and the engine does not say, one line each."""
    facts, expect = case["facts"], case["expect"]
    assert set(expect) <= KEYS, f"unknown key under expect: {set(expect) - KEYS}"
    if expect.get("refused"):
        try:
            answer = advise(facts)
        except FactsRefused as refused:
            printable = str(refused).isprintable() and str(refused)
            return [] if printable else [f"not one printable line: {str(refused)!r}"]
        return [f"not refused: {answer.json()[:200]}"]

    answer = json.loads(advise(facts).json())
    routes, dates, steps = _got(answer)
    unknown = {entry["fact"] for entry in answer["unknowns"]}
    found = []

    def same(what, expected, got):
        if expected != got:
            found.append(f"{what}: expected {expected}, got {got}")

    for name, on in expect.get("dates", {}).items():
        same(name, [on], [date["on"] for date in dates.get(name, [])])
    for key in ("safe_on", "at", "whose"):
        for name, value in expect.get(key, {}).items():
            same(f"{name}.{key}", {value}, {date[key] for date in dates.get(name, [])})
    for name, state in expect.get("states", {}).items():
        same(f"{name}.state", {state}, {date["state"] for date in dates.get(name, [])})
    for name, day in expect.get("arguable_on", {}).items():
        same(
            f"{name}.arguable_on",
            [day],
            [(date["caution"] or {}).get("arguable_on") for date in dates.get(name, [])],
        )
    for name in expect.get("caution", []):
        same(f"{name} has a caution", {True}, {date["caution"] is not None for date in dates.get(name, [])})
    for name in expect.get("no_caution", []):
        same(f"{name} has a caution", {False}, {date["caution"] is not None for date in dates.get(name, [])})
    for name in expect.get("no_dates", []):
        same(f"{name} given", [], [date["on"] for date in dates.get(name, [])])
    if "agreement" in expect:
        same("agreement", expect["agreement"], steps)
    for route, state in expect.get("routes", {}).items():
        same(f"route {route}", state, routes[route]["state"])
    for route, step in expect.get("first", {}).items():
        same(f"first of {route}", step, routes[route]["first"])
    for route, names in expect.get("on_facts", {}).items():
        same(f"{route} depends on", names, routes[route]["on_facts"])
    for name in expect.get("unknown", []):
        same(f"{name} unknown", True, name in unknown)
    for name in expect.get("not_unknown", []):
        same(f"{name} unknown", False, name in unknown)
    return found


def test_no_two_cases_share_a_name():
    assert len({case["id"] for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_the_case(case):
    found = check(case)
    assert not found, case["why"] + "\n" + json.dumps(case["facts"]) + "\n" + "\n".join(found)
