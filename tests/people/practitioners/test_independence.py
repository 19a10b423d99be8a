"""The law's test of independence on every employer of the day: cases worked by hand from the Act."""

from datetime import date

import pytest

from evenhand.people.practitioners import fitness
from evenhand.people.practitioners.fitness import Fitness, Kind, fit_for
from evenhand.people.practitioners.models import Practitioner
from tests.people.practitioners import makes
from tests.people.practitioners.makes import TODAY

ACT = "Children and Families Act 2014, section "


def ask(one: Practitioner, work: str, on: date = TODAY, health: bool = False) -> Fitness:
    return fit_for(practitioner=Practitioner.objects.get(pk=one.pk), work=work, on=on, health_at_issue=health)


@pytest.mark.parametrize(
    ("employer", "work", "health", "provision"),
    [
        ("authority_in_england", "adviser", False, "56(3)"),
        ("authority_in_england", "mediator", False, "54(3)"),
        ("authority_in_england", "mediator", True, "53(5)"),
        ("authority_in_england", "facilitator", False, "57(7)"),
        ("local_health_commissioner", "adviser", False, "56(3)"),
        ("local_health_commissioner", "mediator", True, "53(5)"),
        ("local_health_commissioner", "facilitator", False, "57(7)"),
        ("national_health_commissioner", "mediator", True, "53(5)"),
    ],
)
def test_who_is_employed_by_a_side_is_refused_with_the_provision(
    asha: Practitioner, employer: str, work: str, health: bool, provision: str
) -> None:
    makes.employed(asha, employer, "Someplace")
    found = ask(asha, work, health=health)
    assert not found.fit
    assert [(one.kind, one.citation) for one in found.refusals] == [(Kind.NOT_INDEPENDENT, ACT + provision)]
    assert "Someplace" in found.refusals[0].text
    assert found.refusals[0].text.endswith("or record the last day of that job if it has ended.")


@pytest.mark.parametrize(
    ("employer", "work", "health"),
    [
        ("local_health_commissioner", "mediator", False),
        ("national_health_commissioner", "mediator", False),
        ("provider_under_contract", "adviser", True),
        ("provider_under_contract", "mediator", True),
        ("provider_under_contract", "facilitator", True),
        ("self_employed", "mediator", True),
        ("health_trust", "mediator", True),
        ("setting", "adviser", False),
        ("authority_outside_england", "mediator", True),
    ],
)
def test_whom_the_act_does_not_rule_out_is_fit(
    asha: Practitioner, employer: str, work: str, health: bool
) -> None:
    makes.employed(asha, employer)
    assert ask(asha, work, health=health) == Fitness(True)


def test_the_health_body_has_the_name_of_the_day(asha: Practitioner) -> None:
    makes.employed(asha, "local_health_commissioner")
    before = ask(asha, "mediator", date(2022, 6, 30), health=True).refusals[0].text
    since = ask(asha, "mediator", date(2022, 7, 1), health=True).refusals[0].text
    assert "a clinical commissioning group" in before
    assert "an integrated care board" in since
    assert ask(asha, "mediator", date(2022, 6, 30)).fit
    assert ask(asha, "mediator", date(2022, 7, 1)).fit


def test_a_job_that_ended_yesterday_is_over_and_one_that_ends_today_is_not(asha: Practitioner) -> None:
    makes.employed(asha, "self_employed")
    makes.employed(asha, "authority_in_england", "Ealing Council", until=date(2026, 6, 19))
    assert ask(asha, "adviser", date(2026, 6, 20)).fit
    assert not ask(asha, "adviser", date(2026, 6, 19)).fit


def test_a_job_counts_from_its_first_day(asha: Practitioner) -> None:
    makes.employed(asha, "self_employed")
    makes.employed(asha, "authority_in_england", since=date(2026, 6, 20))
    assert ask(asha, "adviser", date(2026, 6, 19)).fit
    assert not ask(asha, "adviser", date(2026, 6, 20)).fit


def test_one_good_employer_does_not_make_up_for_another(asha: Practitioner) -> None:
    makes.employed(asha, "provider_under_contract")
    makes.employed(asha, "authority_in_england", "Ealing Council")
    assert [one.kind for one in ask(asha, "mediator").refusals] == [Kind.NOT_INDEPENDENT]


def test_an_employer_whom_nobody_recorded_is_not_a_yes(asha: Practitioner) -> None:
    refused = ask(asha, "mediator").refusals
    assert [(one.kind, one.citation) for one in refused] == [(Kind.EMPLOYER_NOT_RECORDED, None)]
    assert "Record the employer" in refused[0].text


def test_an_employment_that_was_taken_back_does_not_count(asha: Practitioner) -> None:
    makes.employed(asha, "self_employed")
    wrong = makes.employed(asha, "authority_in_england")
    assert not ask(asha, "mediator").fit
    wrong.take_back(by=asha.recorded_by, words="Typed on the wrong person.")
    assert ask(asha, "mediator").fit


def test_without_the_look_at_employments_a_council_officer_would_mediate(
    asha: Practitioner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The planted fault: were employers ignored, the cases above would fail."""
    monkeypatch.setattr(fitness, "not_independent", lambda *_: ())
    with pytest.raises(AssertionError, match="not True"):
        test_who_is_employed_by_a_side_is_refused_with_the_provision(
            asha, "authority_in_england", "mediator", False, "54(3)"
        )
