"""The engine against a second reading of the contract, on random facts that use every fact there is.

`make test` draws 3,000; EVENHAND_DRAWS sets another number. The second reading knows nothing of the engine:
`second_reading/DOUBTS.md` lists what it leaves open, and those points are not compared.
"""

import json
import os
import random
from datetime import date, timedelta

import pytest

from evenhand.law import FactsRefused, advise
from tests.law.second_reading import arithmetic, draw
from tests.law.second_reading.answer import ROUTES, Refused, cautious, second_answer

DRAWS = int(os.environ.get("EVENHAND_DRAWS", "3000"))
BATCHES = 20


def _iso(day):
    return None if day is None else day.isoformat()


def differences(facts):
    """What the engine says that the second reading does not, one line each."""
    try:
        mine = second_answer(facts)
        refusal = None
    except Refused as refused:
        mine, refusal = None, str(refused)
    try:
        theirs = json.loads(advise(facts).json())
    except FactsRefused as refused:
        if not str(refused).isprintable():
            return [f"refused: not one printable line, {str(refused)!r}"]
        return [] if refusal is not None else [f"refused: expected an answer, got {refused}"]
    if refusal is not None:
        return [f"answered: expected a refusal, {refusal}"]

    found = []

    def same(what, expected, got):
        if expected != got:
            found.append(f"{what}: expected {expected}, got {got}")

    routes = {route["route"]: route for route in theirs["routes"]}
    same("routes", list(ROUTES), [route["route"] for route in theirs["routes"]])
    for route, state in mine["routes"].items():
        if state is not None:
            same(f"route {route}", state, routes[route]["state"])
            if state == "not_yet":
                same(f"first of {route}", mine["first"][route], routes[route]["first"])
            if state == "depends" and not routes[route]["on_facts"]:
                found.append(f"route {route}: depends on no fact")

    given = {}
    steps = {}
    for a_date in theirs["dates"]:
        if a_date["date"] == "carry_out_agreement":
            place = str(a_date["item"])
            steps[place if a_date["step"] is None else f"{place}:{a_date['step']}"] = a_date
        elif a_date["date"] in given:
            found.append(f"date {a_date['date']} twice")
        else:
            given[a_date["date"]] = a_date

    for name in sorted((set(mine["dates"]) | set(given)) - set(mine["unsettled"])):
        if name not in given:
            if name not in mine["maybe"]:
                found.append(f"date {name}: expected {mine['dates'][name]['on']}, got none")
        elif name not in mine["dates"]:
            found.append(f"date {name}: expected none, got {given[name]['on']}")
        else:
            expected, got = mine["dates"][name], given[name]
            same(f"{name}.on", _iso(expected["on"]), got["on"])
            same(f"{name}.safe_on", _iso(expected["safe_on"]), got["safe_on"])
            same(f"{name}.state", expected["state"], got["state"])
            same(f"{name}.at", "17:00" if name == "register_appeal" else None, got["at"])
            if expected["whose"] is not None:
                same(f"{name}.whose", expected["whose"], got["whose"])
            arguable = (got["caution"] or {}).get("arguable_on")
            same(f"{name}.arguable_on", _iso(expected["arguable_on"]), arguable)
            if expected["caution"] is not None:
                same(f"{name}.caution", expected["caution"], got["caution"] is not None)

    same("steps", sorted(mine["agreement"]), sorted(steps))
    for key in set(mine["agreement"]) & set(steps):
        on, got = mine["agreement"][key], steps[key]
        same(f"{key}.on", _iso(on), got["on"])
        same(f"{key}.at", None, got["at"])
        same(f"{key}.whose", mine["agreement_whose"], got["whose"])
        if on is None:
            same(f"{key}.state", "today", got["state"])
            same(f"{key}.safe_on", None, got["safe_on"])
        else:
            as_of = date.fromisoformat(facts["as_of"])
            state = "ahead" if as_of < on else "today" if as_of == on else "passed"
            same(f"{key}.state", state, got["state"])
            same(f"{key}.safe_on", _iso(arithmetic.working_day_on_or_before(on)), got["safe_on"])
            caution = key not in mine["agreed"] and cautious("carry_out_agreement", on, None)
            same(f"{key}.caution", caution, got["caution"] is not None)
    return found


@pytest.mark.parametrize("batch", range(BATCHES))
def test_the_engine_says_what_the_second_reading_says(batch):
    for number in range(batch, DRAWS, BATCHES):
        facts = draw.draw(random.Random(number))
        found = differences(facts)
        assert not found, f"draw {number}: {json.dumps(facts)}\n" + "\n".join(found)


def test_a_planted_fault_is_found(monkeypatch):
    """A test that has never failed proves nothing: with a day more in a month, draws differ."""
    honest = arithmetic.months_after

    def a_day_more(day, months):
        return honest(day, months) + arithmetic.ONE_DAY

    monkeypatch.setattr(arithmetic, "months_after", a_day_more)
    assert any(differences(draw.draw(random.Random(number))) for number in range(50))


def _said(answer):
    """What is said of each route and each date, under the names that `unknowns` uses."""
    said = {f"route:{route['route']}": (route["state"], route["first"]) for route in answer["routes"]}
    for a_date in answer["dates"]:
        words = [a_date.get(key) for key in ("item", "step", "on", "safe_on", "state", "whose")]
        words.append((a_date["caution"] or {}).get("arguable_on"))
        said.setdefault(f"date:{a_date['date']}", []).append(words)
    return said


def _values(name, as_of, matter):
    """Values that a fact which nobody told might have."""
    if name == "agreement":
        return [
            {
                "made_on": (as_of - timedelta(days=days)).isoformat(),
                "authority_was_party": party,
                "items": [{"action": "other"}],
            }
            for days in (0, 20)
            for party in (True, False)
        ]
    if name == "sections":
        return [["A"], ["B"], ["C"], ["D"], ["I"]] if matter == "plan_contents" else []
    if name == "date_of_birth":
        return [date(as_of.year - years, 1, 1).isoformat() for years in (8, 20, 30)]
    if name in draw.FLAGS:
        return [True, False]
    return [(as_of - timedelta(days=days)).isoformat() for days in (0, 1, 10, 40, 61, 100, 300)]


def _not_named(facts):
    """Facts that nobody told, that would change something, and that `unknowns` does not name for it.

    An event that is absent is unknown, one that is null is not; a quality is unknown either way.
    """
    answer = json.loads(advise(facts).json())
    said = _said(answer)
    named = {entry["fact"]: set(entry["changes"]) for entry in answer["unknowns"]}
    as_of = date.fromisoformat(facts["as_of"])
    found = set()
    qualities = ("date_of_birth", "sections", *draw.FLAGS)
    for name in (*draw.DAY_NAMES[2:], "agreement", *qualities):
        if facts.get(name) not in (None, []) or (name in facts and name not in qualities):
            continue
        for value in _values(name, as_of, facts["matter"]):
            try:
                other = _said(json.loads(advise({**facts, name: value}).json()))
            except FactsRefused:
                continue
            for what in set(said) | set(other):
                if said.get(what) != other.get(what) and what not in named.get(name, ()):
                    found.add(f"{name} would change {what}")
    return sorted(found)


def test_what_is_not_known_and_would_change_the_answer_is_named():
    for number in range(max(100, DRAWS // 30)):
        facts = draw.sound(random.Random(number))
        found = _not_named(facts)
        assert not found, f"draw {number}: {json.dumps(facts)}\n" + "\n".join(found)


def test_known_facts_and_null_events_are_not_unknown():
    for number in range(DRAWS):
        facts = draw.sound(random.Random(number))
        for entry in json.loads(advise(facts).json())["unknowns"]:
            name = entry["fact"]
            told = facts.get(name) not in (None, []) or (
                name in (*draw.DAY_NAMES[2:], "agreement") and name in facts
            )
            assert not told or name == "area", f"draw {number}: {name} in {json.dumps(facts)}"


def test_null_and_absent_events_have_the_same_routes_and_dates():
    for number in range(DRAWS):
        facts = draw.sound(random.Random(number))
        nulls = {name: None for name in (*draw.DAY_NAMES[2:], "agreement") if name not in facts}
        without, with_nulls = (json.loads(advise(f).json()) for f in (facts, {**facts, **nulls}))
        assert _said(without) == _said(with_nulls), f"draw {number}: {json.dumps(facts)}"
