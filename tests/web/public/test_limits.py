"""The limits that pages name are the law's own."""

from datetime import date, timedelta

import pytest

from evenhand.law.mechanism.steps import STEPS, Step
from evenhand.law.sources import RULE_20_1_C
from evenhand.web.public import limits
from evenhand.web.public.limits import Limit, in_words

ALL = [found for found in vars(limits).values() if isinstance(found, Limit)]


@pytest.mark.parametrize("limit", ALL, ids=lambda limit: limit.step)
def test_every_limit_has_its_words(limit: Limit) -> None:
    assert str(limit)
    assert limit.step in STEPS


@pytest.mark.parametrize(
    ("limit", "words"),
    [
        (limits.CONTACT_ADVISER, "two months"),
        (limits.CERTIFICATE_AFTER_NO, "three working days"),
        (limits.ARRANGE, "30 days"),
        (limits.NOTICE_OF_MEETING, "five working days"),
        (limits.APPEAL_AFTER_CERTIFICATE, "one month"),
        (limits.DISCRIMINATION, "six months"),
        (limits.OMBUDSMAN, "twelve months"),
        (limits.JUDICIAL_REVIEW, "three months"),
        (limits.OTHER_THINGS_AGREED, "two weeks"),
    ],
)
def test_the_words_are_those_of_the_provisions(limit: Limit, words: str) -> None:
    assert str(limit) == words


def test_another_law_gives_other_words(monkeypatch: pytest.MonkeyPatch) -> None:
    longer = Step("two_months_from_notice", None, "", False)
    longer.version(RULE_20_1_C)(_three_months)
    monkeypatch.setitem(STEPS, "two_months_from_notice", longer)
    assert str(limits.APPEAL) == "three months"


def _three_months(start: date) -> date:
    """Three months."""
    return start.replace(month=start.month + 3)


def test_a_number_without_words_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    odd = Step("thirty_days_for_the_authority", None, "", False)
    odd.version(RULE_20_1_C)(_forty_days)
    monkeypatch.setitem(STEPS, "thirty_days_for_the_authority", odd)
    with pytest.raises(KeyError):
        in_words("thirty_days_for_the_authority", "day")


def _forty_days(start: date) -> date:
    """Forty days."""
    return start + timedelta(40)
