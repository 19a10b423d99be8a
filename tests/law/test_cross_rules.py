"""What must hold between the parts of every answer, whatever the facts: each rule by name.

The rules are asked of random draws of the second reading (EVENHAND_CROSS_DRAWS, 5,000) and of facts that
Hypothesis builds on the edges of the law (EVENHAND_CROSS_EXAMPLES, 500).
"""

import copy
import json
import os
import random
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator, FormatChecker

from evenhand.law import FactsRefused, advise
from tests.law.facts_on_edges import facts_on_edges
from tests.law.second_reading import arithmetic, draw
from tests.law.second_reading.answer import (
    DAYS,
    FLAGS,
    HOLIDAYS_END,
    RELAXED,
    RELAXED_FROM,
    RELAXED_TO,
    ROUTES,
)

DRAWS = int(os.environ.get("EVENHAND_CROSS_DRAWS", "5000"))
EXAMPLES = int(os.environ.get("EVENHAND_CROSS_EXAMPLES", "500"))
BATCHES = 10
VALIDATED = 50
"""How many answers of each batch are held against the schema."""
SCHEMA = Draft202012Validator(
    json.loads((Path(__file__).parents[1] / "contract" / "answer.schema.json").read_text(encoding="utf-8")),
    format_checker=FormatChecker(),
)

DATES = (
    "contact_adviser",
    "issue_certificate",
    "notify_commissioner",
    "arrange_mediation",
    "tell_family_of_meeting",
    "register_appeal",
    "tell_authority_of_agreement",
    "carry_out_agreement",
    "reply_to_recommendations",
    "discrimination_claim",
    "ask_ombudsman",
    "judicial_review",
)

RULES = {}


def cross_rule(function):
    """A rule of `(facts, answer)` that gives what breaks it, one line each."""
    RULES[function.__name__] = function
    return function


class Answer:
    """An answer as JSON gives it, easy to ask."""

    def __init__(self, given):
        self.json = given
        self.routes = {route["route"]: route for route in given["routes"]}
        self.dates = given["dates"]
        self.unknowns = {entry["fact"]: entry["changes"] for entry in given["unknowns"]}

    def state(self, route):
        return self.routes[route]["state"]

    def named(self, name):
        return [found for found in self.dates if found["date"] == name]

    def reasons(self):
        for part in (*self.json["routes"], *self.dates):
            yield from part["because"]


def day(text):
    return None if text is None else date.fromisoformat(text)


def arguable(found):
    return None if found["caution"] is None else found["caution"]["arguable_on"]


# ---- the routes


@cross_rule
def all_seventeen_routes_in_order(facts, answer):
    if [route["route"] for route in answer.json["routes"]] != list(ROUTES):
        yield str([route["route"] for route in answer.json["routes"]])


@cross_rule
def no_route_is_open_whose_date_has_passed(facts, answer):
    for name, route in answer.routes.items():
        for found in answer.named(route["date"]):
            if route["state"] == "open" and found["state"] == "passed":
                yield f"{name} is open and {route['date']} ({found['on']}) has passed"


@cross_rule
def a_route_names_only_a_date_that_is_given(facts, answer):
    for name, route in answer.routes.items():
        if route["date"] is not None and not answer.named(route["date"]):
            yield f"{name} names {route['date']}"


@cross_rule
def an_unavailable_route_names_no_date(facts, answer):
    for name, route in answer.routes.items():
        if route["state"] == "unavailable" and route["date"] is not None:
            yield f"{name} names {route['date']}"


@cross_rule
def no_recommendations_without_an_appeal(facts, answer):
    """They may be asked for only where an appeal may be made or has been; and they are over once made."""
    state, appeal = answer.state("recommendations"), answer.state("appeal")
    if state == "open" and appeal not in ("open", "closed"):
        yield f"open, and the appeal is {appeal}"
    if state == "closed" and facts.get("recommendation_made_on") is None:
        yield "closed, and none was made"
    if appeal == "unavailable" and state != "unavailable":
        yield f"{state}, and there is no appeal"


@cross_rule
def an_appeal_that_needs_no_certificate_waits_for_none(facts, answer):
    if answer.state("certificate") == "unavailable" and answer.routes["appeal"]["first"] == "certificate":
        yield "the appeal waits for a certificate that it does not need"


@cross_rule
def an_appeal_waits_for_a_certificate_only_while_one_can_be_had(facts, answer):
    if answer.routes["appeal"]["first"] == "certificate" and answer.state("certificate") not in (
        "open",
        "not_yet",
    ):
        yield f"the certificate is {answer.state('certificate')}"


@cross_rule
def an_appeal_is_late_for_want_of_a_certificate_only_when_none_can_be_had(facts, answer):
    without = answer.state("appeal") == "late" and facts.get("certificate_issued") is None
    if without and answer.state("certificate") not in ("closed", "unavailable"):
        yield f"the certificate is {answer.state('certificate')}"


@cross_rule
def not_yet_and_nothing_else_says_what_comes_first(facts, answer):
    for name, route in answer.routes.items():
        if (route["state"] == "not_yet") != (route["first"] is not None):
            yield f"{name} is {route['state']}, first {route['first']}"
        if route["first"] not in (None, "notice", "governing_board", *ROUTES) or route["first"] == name:
            yield f"{name}: first {route['first']}"


@cross_rule
def what_comes_first_is_not_itself_unavailable(facts, answer):
    """But for the Ombudsman about health care alone, where the contract names the council's complaint all the same."""
    for name, route in answer.routes.items():
        if name == "ombudsman" and facts["matter"] == "health_or_social_care_provision":
            continue
        if route["first"] in ROUTES and answer.state(route["first"]) == "unavailable":
            yield f"{name}: first {route['first']}, which is unavailable"


@cross_rule
def depends_and_nothing_else_names_facts_and_each_is_unknown(facts, answer):
    for name, route in answer.routes.items():
        if (route["state"] == "depends") != bool(route["on_facts"]):
            yield f"{name} is {route['state']} on {route['on_facts']}"
        for fact in route["on_facts"]:
            if f"route:{name}" not in answer.unknowns.get(fact, ()):
                yield f"{name} depends on {fact}, which `unknowns` does not say"


@cross_rule
def only_the_family_has_the_familys_rights(facts, answer):
    if facts.get("acting") in ("authority", "commissioning_body"):
        for name in ("mediation", "certificate", "appeal", "recommendations", "discrimination_claim"):
            if answer.state(name) != "unavailable":
                yield f"{name} is {answer.state(name)} for {facts['acting']}"


# ---- the dates


@cross_rule
def the_day_to_act_by_is_a_working_day_and_never_later_than_the_last_day(facts, answer):
    for found in answer.dates:
        on, safe = day(found["on"]), day(found["safe_on"])
        both = on is not None and safe is not None
        if (both and (safe > on or not arithmetic.working(safe))) or (not both and on is not safe):
            yield f"{found['date']}: on {on}, safe_on {safe}"


@cross_rule
def the_day_to_act_by_relies_on_no_roll(facts, answer):
    for found in answer.named("register_appeal"):
        unrolled = arithmetic.two_months_after(day(facts["notice_sent"]))
        if facts.get("certificate_issued") is not None:
            unrolled = max(unrolled, arithmetic.one_month_after(day(facts["certificate_issued"])))
        if day(found["safe_on"]) > unrolled:
            yield f"safe_on {found['safe_on']}, and the time ends unrolled on {unrolled}"


@cross_rule
def only_what_has_no_day_in_law_has_none(facts, answer):
    for found in answer.dates:
        item = facts["agreement"]["items"][found["item"]] if found["item"] is not None else {}
        dayless = item.get("action") in ("cease_plan", "continue_plan") and item.get("agreed_by") is None
        if (found["on"] is None) != dayless:
            yield f"{found['date']} {item}: on {found['on']}"


@cross_rule
def the_other_reading_is_another_day(facts, answer):
    for found in answer.dates:
        if arguable(found) is not None and day(arguable(found)) <= day(found["on"]):
            yield f"{found['date']}: on {found['on']}, arguable_on {arguable(found)}"


@cross_rule
def only_the_appeal_has_an_hour(facts, answer):
    for found in answer.dates:
        if found["at"] != ("17:00" if found["date"] == "register_appeal" else None):
            yield f"{found['date']} at {found['at']}"


def _issues(facts):
    """Whether it is about health, care and education; None where that is not known."""
    sections = set(facts.get("sections") or ())
    if not sections:
        return [facts.get(name) for name in ("health_issue", "social_care_issue", "education_issue")]
    return [bool(sections & letters) for letters in ({"C", "G"}, {"D", "H1", "H2"}, {"B", "F", "I"})]


@cross_rule
def each_date_is_whose_the_contract_says(facts, answer):
    health, care, education = _issues(facts)
    arranger = "commissioning_body" if (health, care, education) == (True, False, False) else "authority"
    party = (facts.get("agreement") or {}).get("authority_was_party", True)
    whose = {
        **dict.fromkeys(("contact_adviser", "register_appeal", "discrimination_claim"), "family"),
        **dict.fromkeys(("ask_ombudsman", "judicial_review"), "family"),
        "issue_certificate": "adviser",
        "notify_commissioner": "authority",
        "arrange_mediation": arranger,
        "tell_family_of_meeting": arranger,
        "tell_authority_of_agreement": "commissioning_body",
        "carry_out_agreement": "authority" if party else "commissioning_body",
        "reply_to_recommendations": "commissioning_body" if health else "authority",
    }
    for found in answer.dates:
        if found["whose"] != whose[found["date"]]:
            yield f"{found['date']} is {found['whose']}'s, not {whose[found['date']]}"


@cross_rule
def a_date_stands_as_its_day_says(facts, answer):
    as_of = day(facts["as_of"])
    for found in answer.dates:
        on = day(found["on"])
        if on is None or found["state"] == "met":
            continue
        if found["state"] != ("ahead" if as_of < on else "today" if as_of == on else "passed"):
            yield f"{found['date']} ({on}) is {found['state']} on {as_of}"


@cross_rule
def the_caution_of_2020_stands_in_its_window_and_nowhere_else(facts, answer):
    for found in answer.dates:
        text = (found["caution"] or {"text": ""})["text"]
        relaxed = found["on"] is not None and RELAXED_FROM <= day(found["on"]) <= RELAXED_TO
        agreed = found["item"] is not None and facts["agreement"]["items"][found["item"]].get("agreed_by")
        expected = relaxed and found["date"] in RELAXED and not agreed
        if ("SI 2020/471" in text) != expected:
            yield f"{found['date']} on {found['on']}: {text!r}"


@cross_rule
def bank_holidays_that_nobody_proclaimed_are_said_and_only_then(facts, answer):
    for found in answer.dates:
        said = found["caution"] is not None and "nobody has proclaimed" in found["caution"]["text"]
        counts = found["date"] in (
            "register_appeal",
            "issue_certificate",
            "notify_commissioner",
            "tell_family_of_meeting",
        )
        if said and not (
            counts and max(day(found["on"]), day(facts.get("mediation_on")) or date.min) > HOLIDAYS_END
        ):
            yield f"{found['date']} on {found['on']} says that it may move"
        if counts and day(found["on"]) > HOLIDAYS_END and not said:
            yield f"{found['date']} on {found['on']} does not say that it may move"


@cross_rule
def a_limit_that_nobody_read_says_so(facts, answer):
    """Of the dates: where a reason of the count itself rests on law that was not read, there is a caution."""
    for found in answer.dates:
        first = found["because"][0]["cites"][0]
        if first["confidence"] == "unverified" and found["caution"] is None:
            yield f"{found['date']} rests on {first['id']} without a caution"


# ---- the reasons and the unknowns


@cross_rule
def every_part_has_a_reason_and_every_reason_is_cited_with_its_confidence(facts, answer):
    for part in (*answer.json["routes"], *answer.dates):
        if not part["because"]:
            yield f"{part.get('route') or part.get('date')} says no reason"
    for reason in answer.reasons():
        if not (reason["text"] and reason["rule"] and reason["cites"]):
            yield f"{reason}"
        for cite in reason["cites"]:
            if cite["confidence"] not in ("verified", "secondary", "unverified") or not cite["label"]:
                yield f"{cite}"


@cross_rule
def what_was_told_is_not_unknown(facts, answer):
    for fact in answer.unknowns:
        told = facts.get(fact) not in (None, []) or (fact in facts and fact not in (*FLAGS, "sections"))
        if fact == "date_of_birth":
            told = facts.get(fact) is not None
        if told and fact != "area":
            yield f"{fact} was told"


@cross_rule
def each_unknown_changes_something_that_there_is(facts, answer):
    known = {f"route:{name}" for name in ROUTES} | {f"date:{name}" for name in DATES} | {"local_names"}
    for fact, changes in answer.unknowns.items():
        if fact not in (*DAYS, *FLAGS, "sections", "agreement", "area"):
            yield f"{fact} is no fact"
        if not changes or not set(changes) <= known or len(set(changes)) != len(changes):
            yield f"{fact} changes {changes}"


# ---- the bytes


def bytes_broken(facts, data):
    """What is wrong with the bytes: one line of UTF-8, the same for the same facts in another order."""
    if not data.endswith(b"}\n") or data.count(b"\n") != 1 or b"\r" in data:
        yield "not one line feed, at the end"
    compact = json.dumps(json.loads(data.decode()), ensure_ascii=False, separators=(",", ":")) + "\n"
    if compact.encode() != data:
        yield "not compact JSON in UTF-8"
    turned = dict(reversed(list(facts.items())))
    if advise(turned).json() != data:
        yield "other bytes for the facts in another order"
    if advise(copy.deepcopy(facts)).json() != data:
        yield "other bytes the second time"


def broken(facts, validate=False):
    """Every rule that the answer breaks, one line each; None where the facts are refused."""
    try:
        data = advise(facts).json()
    except FactsRefused:
        return None
    answer = Answer(json.loads(data))
    found = [f"{name}: {line}" for name, rule in RULES.items() for line in rule(facts, answer)]
    found += [f"bytes: {line}" for line in bytes_broken(facts, data)]
    if validate:
        found += [f"schema: {error.message[:200]}" for error in SCHEMA.iter_errors(answer.json)]
    return found


@pytest.mark.parametrize("batch", range(BATCHES))
def test_random_draws(batch):
    answered = 0
    for number in range(batch, DRAWS, BATCHES):
        facts = draw.draw(random.Random(f"cross {number}"))
        found = broken(facts, validate=answered < VALIDATED)
        if found is None:
            continue
        answered += 1
        assert not found, f"draw {number}: {json.dumps(facts)}\n" + "\n".join(found)
    assert answered > 0.8 * DRAWS / BATCHES


@given(facts=facts_on_edges())
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
def test_facts_on_the_edges(facts):
    found = broken(facts, validate=True)
    assert found is not None, f"refused: {json.dumps(facts)}"
    assert not found, json.dumps(facts) + "\n" + "\n".join(found)


# ---- a test that has never failed proves nothing


def spoilt(route=None, date_name=None, **values):
    """A fault planted in an answer: these values in that route, or in every date of that name."""

    def spoil(answer):
        parts = (
            [answer.routes[route]] if route else [d for d in answer.dates if date_name in ("any", d["date"])]
        )
        for part in parts:
            part.update(values)

    return spoil


def without_cites(answer):
    answer.json["routes"][0]["because"] = [dict(answer.json["routes"][0]["because"][0], cites=[])]


def without_reasons(answer):
    answer.dates[0]["because"] = []


def without_confidence(answer):
    answer.json["routes"][0]["because"][0]["cites"][0]["confidence"] = "sure"


def routes_turned(answer):
    answer.json["routes"].reverse()


def unknown_told(answer):
    answer.unknowns["notice_sent"] = ["route:appeal"]


def unknown_nothing(answer):
    answer.unknowns["appeal_received"] = ["route:nowhere"]


def unread(answer):
    for found in answer.named("contact_adviser"):
        found["caution"] = None
        found["because"][0]["cites"][0]["confidence"] = "unverified"


def caution(text, arguable_on=None):
    return {"text": text, "arguable_on": arguable_on}


JUNE = {
    "matter": "refusal_to_assess",
    "as_of": "2026-07-01",
    "notice_sent": "2026-06-15",
    "mediation_on": "2026-07-20",
    "recommendation_made_on": None,
}
BODY = {
    "matter": "refusal_to_assess",
    "acting": "authority",
    "as_of": "2026-07-01",
    "notice_sent": "2026-06-15",
}
NO_ONE_PROCLAIMED = "bank_holidays_that_nobody_proclaimed_are_said_and_only_then"
PLANTED = [
    ("all_seventeen_routes_in_order", JUNE, routes_turned),
    ("no_route_is_open_whose_date_has_passed", JUNE, spoilt(date_name="contact_adviser", state="passed")),
    ("a_route_names_only_a_date_that_is_given", JUNE, spoilt("talk", date="judicial_review")),
    ("an_unavailable_route_names_no_date", JUNE, spoilt("ombudsman", date="register_appeal")),
    ("no_recommendations_without_an_appeal", JUNE, spoilt("recommendations", state="open")),
    ("no_recommendations_without_an_appeal", JUNE, spoilt("recommendations", state="closed")),
    ("an_appeal_that_needs_no_certificate_waits_for_none", JUNE, spoilt("certificate", state="unavailable")),
    (
        "an_appeal_waits_for_a_certificate_only_while_one_can_be_had",
        JUNE,
        spoilt("certificate", state="closed"),
    ),
    (
        "an_appeal_is_late_for_want_of_a_certificate_only_when_none_can_be_had",
        JUNE,
        spoilt("appeal", state="late"),
    ),
    ("not_yet_and_nothing_else_says_what_comes_first", JUNE, spoilt("appeal", first=None)),
    ("not_yet_and_nothing_else_says_what_comes_first", JUNE, spoilt("talk", first="notice")),
    ("what_comes_first_is_not_itself_unavailable", JUNE, spoilt("appeal", first="ombudsman")),
    ("depends_and_nothing_else_names_facts_and_each_is_unknown", JUNE, spoilt("appeal", state="depends")),
    ("depends_and_nothing_else_names_facts_and_each_is_unknown", JUNE, spoilt("talk", on_facts=["sections"])),
    ("only_the_family_has_the_familys_rights", BODY, spoilt("appeal", state="open")),
    (
        "the_day_to_act_by_is_a_working_day_and_never_later_than_the_last_day",
        JUNE,
        spoilt(date_name="contact_adviser", safe_on="2026-08-15"),
    ),
    ("the_day_to_act_by_relies_on_no_roll", JUNE, spoilt(date_name="register_appeal", safe_on="2026-09-01")),
    (
        "only_what_has_no_day_in_law_has_none",
        JUNE,
        spoilt(date_name="contact_adviser", on=None, safe_on=None),
    ),
    (
        "the_other_reading_is_another_day",
        JUNE,
        spoilt(date_name="contact_adviser", caution=caution("", "2026-08-15")),
    ),
    ("only_the_appeal_has_an_hour", JUNE, spoilt(date_name="contact_adviser", at="17:00")),
    ("each_date_is_whose_the_contract_says", JUNE, spoilt(date_name="arrange_mediation", whose="mediator")),
    ("each_date_is_whose_the_contract_says", JUNE, spoilt(date_name="contact_adviser", whose="adviser")),
    ("a_date_stands_as_its_day_says", JUNE, spoilt(date_name="contact_adviser", state="today")),
    (
        "the_caution_of_2020_stands_in_its_window_and_nowhere_else",
        JUNE,
        spoilt(date_name="contact_adviser", caution=caution("SI 2020/471")),
    ),
    (NO_ONE_PROCLAIMED, JUNE, spoilt(date_name="register_appeal", caution=caution("nobody has proclaimed"))),
    (NO_ONE_PROCLAIMED, JUNE, spoilt(date_name="register_appeal", on="2029-01-02")),
    ("a_limit_that_nobody_read_says_so", JUNE, unread),
    ("every_part_has_a_reason_and_every_reason_is_cited_with_its_confidence", JUNE, without_cites),
    ("every_part_has_a_reason_and_every_reason_is_cited_with_its_confidence", JUNE, without_reasons),
    ("every_part_has_a_reason_and_every_reason_is_cited_with_its_confidence", JUNE, without_confidence),
    ("what_was_told_is_not_unknown", JUNE, unknown_told),
    ("each_unknown_changes_something_that_there_is", JUNE, unknown_nothing),
]


@pytest.mark.parametrize(
    ("name", "facts", "spoil"), PLANTED, ids=[f"{n}-{p[0]}" for n, p in enumerate(PLANTED)]
)
def test_a_planted_fault_breaks_the_rule_that_forbids_it(name, facts, spoil):
    if "authority_told" not in facts and name == "each_date_is_whose_the_contract_says":
        facts = {**facts, "authority_told": "2026-06-20"}
    answer = Answer(json.loads(advise(facts).json()))
    assert not list(RULES[name](facts, answer))
    spoil(answer)
    assert list(RULES[name](facts, answer))


def test_every_rule_has_its_planted_fault():
    assert {name for name, _, _ in PLANTED} == set(RULES)


def test_bytes_that_are_not_as_they_should_be_are_found():
    data = advise(JUNE).json()
    for wrong in (
        data + b"\n",
        data[:-1],
        data.replace(b",", b", ", 1),
        data.replace(b"2026-07-01", b"2026-07-02"),
    ):
        assert list(bytes_broken(JUNE, wrong))


def test_the_draws_bring_every_state_of_every_route():
    """The rules above would say nothing of a state that no draw brings."""
    seen = Counter()
    for number in range(2000):
        try:
            answer = Answer(json.loads(advise(draw.draw(random.Random(f"cross {number}"))).json()))
        except FactsRefused:
            continue
        seen.update(route["state"] for route in answer.routes.values())
        seen[f"appeal {answer.state('appeal')}"] += 1
        seen.update(found["date"] for found in answer.dates)
        seen.update("arguable" for found in answer.dates if arguable(found))
        seen.update(
            "relaxed" for found in answer.dates if "2020/471" in (found["caution"] or {"text": ""})["text"]
        )
    states = ("open", "not_yet", "late", "closed", "unavailable", "depends")
    wanted = {*states, *(f"appeal {state}" for state in states), "arguable", "relaxed", *DATES}
    assert not wanted - set(seen)
