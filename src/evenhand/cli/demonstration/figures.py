"""What the invented cases are shaped by: published counts, and, where none are published, our own guesses.

The counts are for the calendar year 2024, from: Department for Education, Education, health and care plans, 2025
release, Open Government Licence v3. They are figures taken from it, not a copy.
"""

from collections.abc import Hashable, Mapping
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)

BY_DECISION = {"request": 10_507, "assessment": 2_124, "other": 1_862}
"""England: mediation cases about a request for an assessment, about what followed an assessment, and about the rest."""

THEN_APPEALED = {"request": 1_473, "assessment": 475, "other": 701}
"""England: how many of those were followed by an appeal."""

BY_AREA = {
    "bristol": 97 + 15 + 9,
    "ealing": 15 + 3 + 3,
    "peterborough": 107 + 24 + 1,
    "sunderland": 193 + 6 + 4,
    "wiltshire": 85 + 45 + 45,
}
"""The same three counts of the five authorities, added up."""

APPEALED_SHARE = sum(THEN_APPEALED.values()) / sum(BY_DECISION.values())

MATTERS = {
    "request": {"refusal_to_assess": 100},
    "assessment": {"refusal_to_issue_plan": 70, "plan_contents": 30},
    "other": {
        "plan_contents": 62,
        "refusal_to_amend": 14,
        "ceasing_to_maintain": 16,
        "refusal_to_reassess": 8,
    },
}
"""Ours: nothing is published on how the decisions within a kind divide."""

RESOLUTION_SHARE = 0.11
"""Ours: how many of all cases are disagreement resolution, of which no counts are published."""

RESOLUTION_MATTERS = {
    "duties_not_carried_out": 45,
    "provision_by_setting": 25,
    "health_or_social_care_provision": 20,
    "authority_and_commissioner": 10,
}

MEDIATION_STAGES = {
    "enquiry": 12,
    "advice_given": 16,
    "certificate_due": 8,
    "mediation_chosen": 6,
    "arranging": 24,
    "cannot_arrange": 6,
    "meeting_fixed": 14,
    "notice_given": 18,
    "not_held": 6,
    "held": 7,
    "adjourned": 6,
    "outcome_recorded": 10,
    "certified": 20,
    "following_up": 36,
    "withdrawn": 55,
    "closed": 756,
}
"""Ours, in a thousand: where mediation cases of eighteen months stand today."""

RESOLUTION_STAGES = {
    "enquiry": 40,
    "invited": 70,
    "declined": 30,
    "all_agreed": 40,
    "meeting_fixed": 50,
    "notice_given": 50,
    "not_held": 30,
    "held": 30,
    "adjourned": 30,
    "outcome_recorded": 40,
    "following_up": 80,
    "withdrawn": 60,
    "closed": 450,
}

WAYS_THROUGH = {
    "declines": 42,
    "cannot_arrange": 4,
    "agreed": 26,
    "part": 10,
    "not_agreed": 10,
    "no_contact": 8,
}
"""Ours: how mediation cases that are closed went."""


def shared_out(total: int, shares: Mapping[Key, float], *, each: int = 0) -> list[Key]:
    """`total` keys in proportion to their shares by the largest remainders, `each` key that often at least.

    >>> shared_out(4, {"a": 72, "b": 15, "c": 13})
    ['a', 'a', 'a', 'b']
    >>> shared_out(4, {"a": 97, "b": 3}, each=1)
    ['a', 'a', 'a', 'b']
    """
    whole = sum(shares.values())
    exact = {key: total * share / whole for key, share in shares.items()}
    counts = {key: max(each, int(value)) for key, value in exact.items()}
    by_remainder = sorted(exact, key=lambda key: exact[key] - counts[key], reverse=True)
    at = 0
    while sum(counts.values()) < total:
        counts[by_remainder[at % len(by_remainder)]] += 1
        at += 1
    while sum(counts.values()) > total:
        counts[max(counts, key=counts.__getitem__)] -= 1
    return [key for key, count in counts.items() for _ in range(count)]
