"""The worked example on the start page: worked out by the law itself, so that it cannot go stale."""

import json
from datetime import date
from functools import cache
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from evenhand.law import advise

# As though somebody had asked on the day after the letter went out.
FACTS = {"matter": "refusal_to_assess", "notice_sent": "2026-06-15", "as_of": "2026-06-16"}

WORDS = {
    "contact_adviser": _("Talk to a mediation adviser"),
    "register_appeal": _("Send an appeal to the Tribunal"),
}


class Limit(NamedTuple):
    """One row: what to do, the day to do it by, the last day in law, and its hour if it has one."""

    words: Promise
    safe_on: date
    on: date
    at: str | None


@cache
def limits() -> list[Limit]:
    """The two limits that a refusal to assess sets a family."""
    dates = {found["date"]: found for found in json.loads(advise(FACTS).json())["dates"]}
    return [
        Limit(
            words,
            date.fromisoformat(dates[name]["safe_on"]),
            date.fromisoformat(dates[name]["on"]),
            dates[name]["at"],
        )
        for name, words in WORDS.items()
    ]
