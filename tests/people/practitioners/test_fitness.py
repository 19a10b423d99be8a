"""Each thing that stands in the way has its own refusal, on the very day."""

from datetime import date

import pytest

from evenhand.people.models import Person
from evenhand.people.practitioners import actions, declaring
from evenhand.people.practitioners.fitness import Fitness, Kind, fit_for
from evenhand.people.practitioners.models import (
    Absence,
    Declaration,
    DisclosureCheck,
    Insurance,
    Practitioner,
    Registration,
    Training,
    WorksAs,
)
from tests.people.practitioners import makes
from tests.people.practitioners.makes import TODAY

PAPERS = [
    (Registration, Kind.REGISTRATION, "registration"),
    (Insurance, Kind.INSURANCE, "insurance"),
    (DisclosureCheck, Kind.DISCLOSURE_CHECK, "disclosure check"),
]


def ask(
    one: Practitioner,
    work: str = "mediator",
    on: date = TODAY,
    declarations: list[Declaration] | None = None,
) -> Fitness:
    fresh = Practitioner.objects.select_related("person").get(pk=one.pk)
    return fit_for(practitioner=fresh, work=work, on=on, health_at_issue=False, declarations=declarations)


def kinds(found: Fitness) -> list[Kind]:
    assert found.fit is (not found.refusals)
    return [one.kind for one in found.refusals]


def only(kind: type, of: Practitioner, **days: date | None) -> None:
    """Put one row of papers in the place of the one that is there."""
    row = getattr(of, f"{kind.__name__.lower()}_rows").get()
    actions.change(row, by=of.recorded_by, **days)


def test_with_everything_in_order_nothing_is_said(fit: Practitioner) -> None:
    for work in ("adviser", "mediator", "facilitator"):
        assert ask(fit, work) == Fitness(True)


@pytest.mark.parametrize(("kind", "refusal", "words"), PAPERS)
def test_papers_are_valid_on_their_last_day_and_not_the_day_after(
    fit: Practitioner, kind: type, refusal: Kind, words: str
) -> None:
    only(kind, fit, until=date(2026, 6, 20))
    assert kinds(ask(fit, on=date(2026, 6, 20))) == []
    found = ask(fit, on=date(2026, 6, 21))
    assert kinds(found) == [refusal]
    assert found.refusals[0].citation is None
    assert found.refusals[0].text == (
        f"Asha Rahman: the {words} ran out on 20 June 2026. Record the one that is valid, or choose "
        "somebody else. This is the service's rule, not the law."
    )


@pytest.mark.parametrize(("kind", "refusal", "words"), PAPERS)
def test_papers_that_nobody_recorded_stand_in_the_way(
    fit: Practitioner, kind: type, refusal: Kind, words: str
) -> None:
    getattr(fit, f"{kind.__name__.lower()}_rows").get().take_back(by=fit.recorded_by, words="Not hers.")
    found = ask(fit)
    assert kinds(found) == [refusal]
    assert f"no {words} is recorded" in found.refusals[0].text


@pytest.mark.parametrize(("kind", "refusal", "words"), PAPERS)
def test_papers_that_begin_later_are_not_valid_yet(
    fit: Practitioner, kind: type, refusal: Kind, words: str
) -> None:
    only(kind, fit, since=date(2026, 6, 21))
    found = ask(fit)
    assert kinds(found) == [refusal]
    assert f"the {words} begins only on 21 June 2026" in found.refusals[0].text


@pytest.mark.parametrize(("kind", "refusal", "words"), PAPERS)
def test_ninety_days_ahead_it_is_said_and_a_renewal_ends_the_saying(
    fit: Practitioner, kind: type, refusal: Kind, words: str
) -> None:
    only(kind, fit, until=date(2026, 9, 18))
    assert ask(fit, on=date(2026, 6, 19)).warnings == ()
    (told,) = ask(fit, on=date(2026, 6, 20)).warnings
    assert (told.kind, told.citation) == (refusal, None)
    assert f"the {words} runs out on 18 September 2026" in told.text
    given = (
        {"body": "x", "number": "2"},
        {"insurer": "x", "policy": "2"},
        {"kind": "enhanced", "reference": "2"},
    )
    fields = given[[one[0] for one in PAPERS].index(kind)]
    actions.add(
        kind,
        practitioner=fit,
        by=fit.recorded_by,
        since=date(2026, 9, 19),
        until=date(2027, 9, 18),
        **fields,
    )
    assert ask(fit, on=date(2026, 6, 20)).warnings == ()


def test_a_registration_is_asked_of_mediators_unless_the_service_says_so(
    fit: Practitioner, manager: Person
) -> None:
    only(Registration, fit, until=date(2020, 1, 1))
    assert {work: kinds(ask(fit, work)) for work in ("adviser", "mediator", "facilitator")} == {
        "adviser": [],
        "mediator": [Kind.REGISTRATION],
        "facilitator": [],
    }
    asked = {"registration": True, "insurance": True, "disclosure_check": True}
    actions.set_rule(provider=fit.provider, work="adviser", by=manager, **asked)
    actions.set_rule(provider=fit.provider, work="mediator", by=manager, **asked | {"registration": False})
    assert kinds(ask(fit, "adviser")) == [Kind.REGISTRATION]
    assert kinds(ask(fit, "mediator")) == []


def test_another_provider_s_rules_change_nothing(fit: Practitioner, manager: Person) -> None:
    elsewhere = makes.provider("other-mediation")
    asked = {"registration": False, "insurance": False, "disclosure_check": False}
    actions.set_rule(provider=elsewhere, work="mediator", by=manager, **asked)
    only(Registration, fit, until=date(2020, 1, 1))
    assert kinds(ask(fit)) == [Kind.REGISTRATION]


def test_work_that_somebody_does_not_do(fit: Practitioner) -> None:
    row = fit.worksas_rows.get(work="adviser")
    actions.end(row, on=date(2026, 6, 20), by=fit.recorded_by)
    assert kinds(ask(fit, "adviser", date(2026, 6, 20))) == []
    found = ask(fit, "adviser", date(2026, 6, 21))
    assert kinds(found) == [Kind.OTHER_WORK]
    assert "not on the register as an adviser on 21 June 2026" in found.refusals[0].text
    assert WorksAs.objects.filter(practitioner=fit, work="adviser").count() == 2


def test_somebody_who_left(fit: Practitioner, manager: Person) -> None:
    actions.leave(practitioner=fit, on=date(2026, 6, 20), by=manager)
    assert kinds(ask(fit, on=date(2026, 6, 20))) == []
    assert kinds(ask(fit, on=date(2026, 6, 21))) == [Kind.NOT_ON_THE_REGISTER]


def test_every_refusal_is_named_at_once(asha: Practitioner) -> None:
    makes.employed(asha, "authority_in_england", "Ealing Council")
    only(Insurance, asha, until=date(2020, 1, 1))
    only(Registration, asha, until=date(2020, 1, 1))
    assert kinds(ask(asha)) == [Kind.NOT_INDEPENDENT, Kind.REGISTRATION, Kind.INSURANCE]


def test_days_away_are_a_warning(fit: Practitioner) -> None:
    makes.row(Absence, fit, since=date(2026, 6, 20), until=date(2026, 6, 22))
    found = ask(fit)
    assert found.fit
    assert [(one.kind, one.text) for one in found.warnings] == [
        (Kind.AWAY, "Asha Rahman is away on 20 June 2026.")
    ]


def test_the_law_asks_mediators_and_nobody_else_to_know_the_law(fit: Practitioner) -> None:
    Training.objects.get().take_back(by=fit.recorded_by, words="Not hers.")
    (told,) = ask(fit).warnings
    assert told.kind == Kind.KNOWLEDGE_OF_THE_LAW
    assert told.citation == ("Special Educational Needs and Disability Regulations 2014, regulation 40")
    assert ask(fit, "adviser").warnings == ()


class TestConflicts:
    """Do you know this family, school or officer?"""

    def test_without_a_case_nothing_is_asked(self, fit: Practitioner) -> None:
        assert kinds(ask(fit, declarations=None)) == []

    def test_not_asked(self, fit: Practitioner) -> None:
        assert kinds(ask(fit, declarations=[])) == [Kind.CONFLICT_NOT_ASKED]

    def test_not_answered(self, fit: Practitioner, manager: Person) -> None:
        asked = declaring.ask(practitioner=fit, case_reference="EV-1", by=manager)
        assert kinds(ask(fit, declarations=[asked])) == [Kind.CONFLICT_NOT_ANSWERED]

    def test_no(self, fit: Practitioner, manager: Person) -> None:
        asked = declaring.ask(practitioner=fit, case_reference="EV-1", by=manager)
        declaring.answer(asked, by=fit.person, knows=False)
        assert ask(fit, declarations=[asked]) == Fitness(True)

    def test_yes_stands_in_the_way_until_a_manager_says_why_not(
        self, fit: Practitioner, manager: Person
    ) -> None:
        asked = declaring.ask(practitioner=fit, case_reference="EV-1", by=manager)
        declaring.answer(asked, by=fit.person, knows=True, words="We sat on one committee.")
        found = ask(fit, declarations=[asked])
        assert kinds(found) == [Kind.CONFLICT]
        assert "a manager records why it may go on" in found.refusals[0].text
        declaring.clear(asked, by=manager, words="Ten years ago, and both sides know.")
        found = ask(fit, declarations=[asked])
        assert kinds(found) == []
        assert [one.text for one in found.warnings] == [
            "Asha Rahman knows somebody here. Why it may go on: Ten years ago, and both sides know."
        ]

    def test_a_later_no_does_not_wash_out_a_yes(self, fit: Practitioner, manager: Person) -> None:
        yes = declaring.tell(practitioner=fit, case_reference="EV-1", by=fit.person, words="My neighbour.")
        no = declaring.ask(practitioner=fit, case_reference="EV-1", by=manager)
        declaring.answer(no, by=fit.person, knows=False)
        assert kinds(ask(fit, declarations=[no, yes])) == [Kind.CONFLICT]

    def test_another_person_s_answer_is_not_this_person_s(self, fit: Practitioner, manager: Person) -> None:
        other = makes.practitioner("Ben Odell", fit.provider, manager)
        asked = declaring.ask(practitioner=other, case_reference="EV-1", by=manager)
        declaring.answer(asked, by=other.person, knows=False)
        assert kinds(ask(fit, declarations=[asked])) == [Kind.CONFLICT_NOT_ASKED]
