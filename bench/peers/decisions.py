"""What the peers are asked: an appealable decision's notice, and its certificate or none.

They know a toy of the law: two months to ring the adviser, the later of two months from the notice and one
month from the certificate to appeal, moved out of August, Christmas and weekends. A benchmark's fixture, not
legal advice.
"""

from datetime import date
from typing import Any, NamedTuple

import numpy as np

APPEALABLE = (
    "refusal_to_assess",
    "refusal_to_issue_plan",
    "plan_contents",
    "refusal_to_reassess",
    "refusal_to_amend",
    "ceasing_to_maintain",
)
NOT_APPEALABLE = 6
TODAY = date(2026, 6, 1)


class Decision(NamedTuple):
    """`kind` is the place in `APPEALABLE`; `section_i` says that the appeal is about Section I alone."""

    notice: date
    certificate: date | None
    kind: int
    section_i: bool


class Columns(NamedTuple):
    """The same as arrays: days since 1970, a missing certificate -1."""

    notice: np.ndarray
    certificate: np.ndarray
    kind: np.ndarray
    section_i: np.ndarray


def decision_of(facts: dict[str, Any]) -> Decision | None:
    """The decision in a person's facts, where the two main dates belong to it: appealable, and notice given."""
    if facts["matter"] not in APPEALABLE or not facts.get("notice_sent"):
        return None
    certificate = facts.get("certificate_issued")
    return Decision(
        date.fromisoformat(facts["notice_sent"]),
        date.fromisoformat(certificate) if certificate else None,
        APPEALABLE.index(facts["matter"]),
        facts.get("sections") == ["I"],
    )


def columns(count: int, seed: int = 1) -> Columns:
    """So many decisions, all appealable, rather more than half of them with a certificate."""
    rng = np.random.default_rng(seed)
    first, last = np.datetime64("2014-09-01").astype(int), np.datetime64("2038-12-31").astype(int)
    notice = rng.integers(first, last + 1, count, dtype=np.int32)
    certificate = notice + rng.integers(1, 75, count, dtype=np.int32)
    certificate[rng.random(count) < 0.45] = -1
    return Columns(
        notice, certificate, rng.integers(0, 6, count).astype(np.uint8), rng.random(count) < 0.1
    )


def rows(given: Columns) -> list[Decision]:
    """The decisions one by one."""

    def day(number: int) -> date | None:
        return date.fromordinal(719163 + number) if number >= 0 else None

    return [
        Decision(day(notice), day(certificate), kind, section_i)  # type: ignore[arg-type]
        for notice, certificate, kind, section_i in zip(*(column.tolist() for column in given), strict=True)
    ]
