"""Choosing somebody: who comes first, what each lacks, and when they are free."""

from datetime import date
from typing import Any

import pytest
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from evenhand.people.models import Organisation, Person
from evenhand.people.practitioners import declaring
from evenhand.people.practitioners.choosing import Choice, choices_for, load_of, next_free_days
from evenhand.people.practitioners.fitness import Kind
from evenhand.people.practitioners.models import Absence, Practitioner, ServedArea, SpokenLanguage, WorksAs
from tests.people.practitioners import makes
from tests.people.practitioners.makes import LONG_AGO, TODAY

Three = tuple[Practitioner, Practitioner, Practitioner]


@pytest.fixture
def three(provider: Organisation, manager: Person) -> Three:
    """Three mediators under contract, in the order of the alphabet."""
    made = [makes.practitioner(name, provider, manager) for name in ("Ada One", "Bo Two", "Cy Three")]
    for one in made:
        makes.employed(one, "provider_under_contract")
    return made[0], made[1], made[2]


def ask(provider: Organisation, **more: Any) -> list[Choice]:
    return choices_for(**{"provider": provider, "work": "mediator", "on": TODAY, "health": False} | more)


def names(choices: list[Choice]) -> list[str]:
    return [choice.practitioner.person.name for choice in choices]


def test_who_has_least_to_do_comes_first(provider: Organisation, three: Three) -> None:
    ada, bo, cy = three
    found = ask(provider, load={ada.pk: 4, bo.pk: 1, cy.pk: 2})
    assert [(choice.practitioner.person.name, choice.load) for choice in found] == [
        ("Bo Two", 1),
        ("Cy Three", 2),
        ("Ada One", 4),
    ]


def test_a_language_goes_before_load_and_fitness_before_a_language(
    provider: Organisation, three: Three
) -> None:
    ada, _, cy = three
    makes.row(SpokenLanguage, cy, code="bfi", since=LONG_AGO)
    makes.row(SpokenLanguage, ada, code="bfi", since=LONG_AGO)
    makes.employed(ada, "authority_in_england", "Ealing Council")
    found = ask(provider, languages=["bfi"], load={cy.pk: 9})
    assert names(found) == ["Cy Three", "Bo Two", "Ada One"]
    assert [choice.languages_missing for choice in found] == [(), ("bfi",), ()]
    assert [one.kind for one in found[2].fitness.refusals] == [Kind.NOT_INDEPENDENT]


def test_the_area_decides_between_equals(provider: Organisation, three: Three) -> None:
    makes.row(ServedArea, three[2], area="ealing", since=LONG_AGO)
    found = ask(provider, area="ealing")
    assert [(choice.practitioner.person.name, choice.serves_the_area) for choice in found] == [
        ("Cy Three", True),
        ("Ada One", False),
        ("Bo Two", False),
    ]


def test_a_language_that_was_ended_no_longer_counts(provider: Organisation, three: Three) -> None:
    makes.row(SpokenLanguage, three[0], code="pl", since=LONG_AGO, until=date(2026, 6, 19))
    assert ask(provider, languages=["pl"])[0].languages_missing == ("pl",)


def test_only_those_who_do_the_work_on_the_register_of_this_provider(
    provider: Organisation, three: Three, manager: Person
) -> None:
    elsewhere = makes.provider("other-mediation")
    makes.practitioner("Dee Elsewhere", elsewhere, manager)
    makes.row(WorksAs, three[1], work="adviser", since=LONG_AGO)
    Practitioner.objects.filter(pk=three[0].pk).update(until=date(2026, 6, 19))
    assert names(ask(provider)) == ["Bo Two", "Cy Three"]
    assert names(ask(provider, work="adviser")) == ["Bo Two"]


def test_answers_for_the_case_are_looked_at(provider: Organisation, three: Three, manager: Person) -> None:
    ada, bo, _ = three
    asked = [declaring.ask(practitioner=one, case_reference="EV-1", by=manager) for one in (ada, bo)]
    declaring.answer(asked[1], by=bo.person, knows=False)
    found = ask(provider, declarations=asked)
    assert [(choice.practitioner.person.name, choice.fitness.fit) for choice in found] == [
        ("Bo Two", True),
        ("Ada One", False),
        ("Cy Three", False),
    ]
    assert found[1].fitness.refusals[0].kind == Kind.CONFLICT_NOT_ANSWERED
    assert found[2].fitness.refusals[0].kind == Kind.CONFLICT_NOT_ASKED


def test_it_takes_as_many_queries_for_three_as_for_one(
    provider: Organisation,
    manager: Person,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    makes.employed(makes.practitioner("Ada One", provider, manager), "self_employed")
    with django_assert_num_queries(11) as first:
        ask(provider)
    assert isinstance(first, CaptureQueriesContext)
    for name in ("Bo Two", "Cy Three"):
        makes.employed(makes.practitioner(name, provider, manager), "self_employed")
    with django_assert_num_queries(11):
        assert len(ask(provider)) == 3


def test_free_days_are_working_days_that_are_not_taken(three: Three) -> None:
    """After Thursday 24 December 2026 come Christmas, a weekend and 28 December, which is a bank holiday."""
    assert next_free_days(three[0], date(2026, 12, 24), {date(2026, 12, 30)}) == (
        date(2026, 12, 29),
        date(2026, 12, 31),
        date(2027, 1, 4),
    )


def test_days_away_and_days_after_the_last_are_not_free(three: Three) -> None:
    one = three[0]
    makes.row(Absence, one, since=date(2026, 6, 22), until=date(2026, 6, 24))
    assert next_free_days(one, TODAY, set(), 1) == (date(2026, 6, 25),)
    one.until = date(2026, 6, 26)
    assert next_free_days(one, TODAY, set()) == (date(2026, 6, 25), date(2026, 6, 26))


def test_who_has_no_cases_has_none(three: Three) -> None:
    ada, bo, cy = three
    assert load_of(three, {bo.pk: 3}) == {ada.pk: 0, bo.pk: 3, cy.pk: 0}
