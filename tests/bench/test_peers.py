"""The peers do the work that they are measured for: their dates are ours."""

import pytest

from bench.peers import decisions
from bench.peers.decisions import APPEALABLE, Decision
from bench.peers.plain_loop import PlainLoop, PutRight
from evenhand.law import advise
from evenhand.law.rules.appeals import rule_12

COUNT = 2_000


@pytest.fixture(scope="module")
def drawn() -> list[Decision]:
    return decisions.rows(decisions.columns(COUNT, seed=3))


def _ours(decision: Decision) -> dict[str, object]:
    """The two main dates. Section F keeps a certificate in play, as the toy always does."""
    facts = {
        "as_of": "2040-12-31",
        "matter": APPEALABLE[decision.kind],
        "notice_sent": decision.notice.isoformat(),
    }
    if facts["matter"] == "plan_contents":
        facts["sections"] = ["F"]
    if decision.certificate is not None:
        facts["certificate_issued"] = decision.certificate.isoformat()
    return {date.date: date.on for date in advise(facts).dates}


def test_the_loop_put_right_gives_our_two_dates(drawn: list[Decision]) -> None:
    """Where the law is open to two readings the loop takes the one that is safe, as `on` does."""
    loop = PutRight()
    for decision in drawn:
        adviser, appeal, _ = loop.one(*decision)
        ours = _ours(decision)
        assert (ours["contact_adviser"], ours["register_appeal"]) == (adviser, appeal), decision


def test_the_loop_as_it_came_moves_the_advisers_day_like_the_tribunals(drawn: list[Decision]) -> None:
    loop, right = PlainLoop(), PutRight()
    moved = 0
    for decision in drawn:
        adviser, appeal, _ = loop.one(*decision)
        unmoved, the_same, _ = right.one(*decision)
        assert adviser == rule_12(unmoved)[0]
        assert appeal == the_same
        moved += adviser != unmoved
    assert moved > COUNT // 4


def test_only_people_with_the_two_dates_are_the_loops() -> None:
    with_both = {"matter": "refusal_to_assess", "notice_sent": "2026-06-15"}
    assert decisions.decision_of(with_both) is not None
    assert decisions.decision_of({"matter": "refusal_to_assess"}) is None
    assert decisions.decision_of({**with_both, "matter": "admission_refused"}) is None
