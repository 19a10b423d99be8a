"""The tables of rules against the rules themselves. The tables of steps are in `test_steps_every_day.py`."""

import random
from datetime import date

import numpy as np
import pytest

from evenhand.law import bulk
from evenhand.law.advice import LIMITS, WAYS
from evenhand.law.facts import LAST_DAY
from evenhand.law.mechanism.outcomes import STATES, Outcome
from evenhand.law.mechanism.questions import QUESTIONS
from evenhand.law.tables import (
    DAYS,
    FIRST,
    LARGEST_GROUP,
    Legs,
    RuleTable,
    day_of_number,
    groups,
    head_codes,
    number_of,
    size_of,
)

RULES = {f"{type(rule).__name__.lower()} {rule.name}": rule for rule in (*WAYS, *LIMITS, *bulk.COUNTED)}
every_rule = pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
TRIES = 400


def table_of(rule):
    return RuleTable(rule, None if rule in WAYS else Legs(rule))


def random_codes(rng):
    """An answer to every question; what a table holds no place for is never drawn."""
    return [rng.randrange(size_of(question)) for question in QUESTIONS]


def value_of(table, codes):
    """What the rule itself says, as the table writes it."""
    outcome = table.rule.find(list(codes)).outcome
    if isinstance(outcome, Outcome):
        return STATES.index(outcome.state)
    return table.legs.bits(outcome)


def differences(table, rng):
    found = []
    for _ in range(TRIES):
        codes = random_codes(rng)
        got = int(table.values[tuple(codes[question.number] for question in table.questions)])
        if got != value_of(table, codes):
            found.append((codes, got))
    return found


@every_rule
def test_a_table_says_what_its_rule_says(rule):
    assert not differences(table_of(rule), random.Random(rule.name))


@every_rule
def test_every_leaf_of_the_rule_is_in_its_table(rule):
    table = table_of(rule)
    by_name = {question.name: question for question in QUESTIONS}
    for answers, outcome in rule.leaves():
        known = {by_name[name].number: by_name[name].code(answer) for name, answer in answers.items()}
        region = table.values[table._region(known)]
        expected = STATES.index(outcome.state) if isinstance(outcome, Outcome) else table.legs.bits(outcome)
        assert (region == expected).all()


def test_a_planted_fault_in_a_table_is_found():
    appeal = next(rule for rule in WAYS if rule.name == "appeal")
    table = table_of(appeal)
    table.values[table.values == STATES.index("late")] = STATES.index("open")
    assert any(differences(table, random.Random(seed)) for seed in range(20))


def test_an_unknown_answer_that_matters_is_depends_in_the_table_too():
    appeal = next(rule for rule in WAYS if rule.name == "appeal")
    assert (table_of(appeal).values == STATES.index("depends")).any()


def test_groups_hold_every_rule_once_and_say_what_each_table_says():
    tables = [table_of(rule) for rule in WAYS]
    made = groups(tables)
    assert sorted(rule.name for group in made for rule in group.rules) == sorted(rule.name for rule in WAYS)
    rng = random.Random(7)
    people = [random_codes(rng) for _ in range(2000)]
    codes = {q.number: np.array([p[q.number] for p in people], np.uint16) for q in QUESTIONS}
    head = head_codes(codes)
    by_rule = {table.rule: table for table in tables}
    for group in made:
        assert len(group.rules) == 1 or group.strides[0] <= LARGEST_GROUP
        found = group.look_up(head, codes)
        for place, rule in enumerate(group.rules):
            table = by_rule[rule]
            expected = table.values[tuple(codes[question.number] for question in table.questions)]
            assert (found[:, place] == expected).all(), rule.name


def test_days_are_numbered_from_the_first_and_fit_sixteen_bits():
    assert number_of(FIRST) == 1
    for day in (FIRST, date(2000, 2, 29), date(2014, 9, 1), LAST_DAY):
        assert day_of_number(number_of(day)) == day
    assert number_of(LAST_DAY) < DAYS < np.iinfo(np.uint16).max


def test_the_ages_by_day_of_birth_fit_sixteen_bits_too():
    """The 25th birthday of a person born on the last day of the law is the latest day that a table holds."""
    ages = bulk.tables().ages
    born = date(2040, 12, 31)
    assert day_of_number(int(ages[number_of(born), 1])) == date(2065, 12, 31)
    assert day_of_number(int(ages[number_of(date(2010, 9, 1)), 0])) == date(2027, 6, 25)
