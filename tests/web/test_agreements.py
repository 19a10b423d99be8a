"""What was agreed, as each side follows it; and the words of the reminders, which say no content."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.template.loader import render_to_string

from evenhand.casework import actions
from evenhand.casework.models import Case
from evenhand.casework.waking.reminding import remind
from evenhand.people.models import Person
from evenhand.people.roles import Role
from evenhand.post.models import Message
from evenhand.web.agreements import Agreed, Stands, agreement_for
from tests.casework import cases
from tests.people import cast
from tests.web.pages import parse

pytestmark = pytest.mark.django_db
MADE = date(2026, 6, 10)
ITEMS: list[dict[str, Any]] = [
    {"what": "Assess Robin’s needs.", "who": "authority", "action": "assess"},
    {"what": "Send the school reports.", "who": "family", "action": "other", "by": date(2026, 6, 26)},
    {"what": "End the plan.", "who": "authority", "action": "cease_plan"},
]


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("evenhand.clock.today_in_london", lambda: date(2026, 7, 20))


def mediator() -> Any:
    return cases.acting(cast.hassan(), Role.MEDIATOR, f"mediator:{cast.hassan().pk}")


def drafted() -> Case:
    case = cases.concluded()
    case = actions.assign(
        case=case, by=cases.adviser(), on=MADE, work="mediator", person_id=cast.hassan().pk
    ).case
    return actions.draft_agreement(case=case, by=mediator(), on=MADE, items=ITEMS).case


def made() -> Case:
    case = drafted()
    for key in (cases.FAMILY, "authority"):
        actions.approve_agreement(case=case, by=mediator(), on=MADE, party=key, version=1)
    return actions.make_agreement(case=case, by=cases.adviser(), on=MADE).case


def seen_by(case: Case, person: Person, today: date) -> Agreed:
    found = agreement_for(cases.seen(case, person), today)
    assert found is not None
    return found


def stands(agreed: Agreed) -> list[str]:
    return [one.stands.value for one in agreed.things]


def test_a_thing_has_its_days_in_law_or_the_day_agreed() -> None:
    agreed = seen_by(made(), cast.cerys(), date(2026, 6, 12))
    first, second, third = agreed.things
    assert [(one.on, one.step) for one in first.days] == [
        (date(2026, 6, 24), "say that it will assess"),
        (date(2026, 8, 19), "say why, if no plan follows"),
        (date(2026, 9, 16), "send the final plan"),
    ]
    assert [one.on for one in second.days] == [date(2026, 6, 26)]
    assert third.days == ()
    assert stands(agreed) == ["ahead", "ahead", "no_day"]
    assert [one.asks for one in agreed.things] == [False, False, False]
    assert (agreed.made_on, first.who, first.whose) == (MADE, "Ealing Council", "Ealing Council")


def test_each_side_sees_what_is_its_own_to_do() -> None:
    case = made()
    assert [one.mine for one in seen_by(case, cast.cerys(), MADE).things] == [False, True, False]
    assert [one.mine for one in seen_by(case, cast.dev(), MADE).things] == [True, False, True]


def test_on_its_day_both_sides_are_asked_if_it_was_done() -> None:
    case = made()
    for person in (cast.cerys(), cast.dev()):
        asked = [one.asks for one in seen_by(case, person, date(2026, 6, 24)).things]
        assert asked == [True, False, False]


def test_past_its_day_it_is_late_and_the_family_is_told_what_it_can_do() -> None:
    case = made()
    agreed = seen_by(case, cast.cerys(), date(2026, 6, 25))
    assert stands(agreed) == ["late", "ahead", "no_day"]
    ways = {one.name: one for one in agreed.things[0].ways}
    assert list(ways) == [
        "Talk about it",
        "Disagreement resolution",
        "Complain to the council",
        "Ask the Ombudsman",
        "Go to court (judicial review)",
    ]
    assert ways["Go to court (judicial review)"].by == date(2026, 9, 24)
    assert ways["Ask the Ombudsman"].by == date(2027, 6, 23)
    assert "the council must first" in ways["Ask the Ombudsman"].because.lower()
    assert seen_by(case, cast.dev(), date(2026, 6, 25)).things[0].ways == ()


def test_what_the_family_itself_left_undone_leads_to_no_complaint() -> None:
    thing = seen_by(made(), cast.cerys(), date(2026, 7, 1)).things[1]
    assert (thing.stands, thing.ways) == (Stands.LATE, ())


def report(case: Case, person: Person, role: Role, key: str, *, done: bool) -> None:
    actions.report_action(
        case=case, by=cases.acting(person, role, key), on=date(2026, 7, 1), party=key, item=0, done=done
    )


def test_what_each_side_says_is_shown_to_both() -> None:
    case = made()
    report(case, cast.cerys(), Role.PARENT, cases.FAMILY, done=False)
    report(case, cast.dev(), Role.AUTHORITY_OFFICER, "authority", done=True)
    thing = seen_by(case, cast.cerys(), date(2026, 7, 2)).things[0]
    assert thing.said == ("The family: it was not done.", "Ealing Council: it was done.")
    assert (thing.stands, thing.asks, thing.ways) == (Stands.DONE, False, ())
    report(case, cast.cerys(), Role.PARENT, cases.FAMILY, done=False)
    assert seen_by(case, cast.cerys(), date(2026, 7, 2)).things[0].stands is Stands.LATE


def test_a_draft_has_no_days_and_asks_nothing() -> None:
    agreed = seen_by(drafted(), cast.cerys(), date(2026, 7, 20))
    assert (agreed.made_on, agreed.may_say) == (None, False)
    assert [one.asks for one in agreed.things] == [False, False, False]


def test_who_may_not_read_it_gets_nothing() -> None:
    case = made()
    assert agreement_for(cases.seen(case, cast.amina()), MADE) is None
    assert agreement_for(cases.seen(case, cast.eilidh()), MADE) is None
    assert agreement_for(cases.seen(cases.concluded(), cast.cerys()), MADE) is None


def test_the_part_of_the_page_is_sound_and_asks() -> None:
    agreed = seen_by(made(), cast.cerys(), date(2026, 6, 25))
    content = render_to_string("includes/agreement.html", {"agreed": agreed, "report_url": "/my/say"})
    parse(f"<!doctype html><html lang='en'><title>x</title><body>{content}</body></html>".encode())
    assert '<a class="govuk-link" href="/my/say?item=0">Say if it was done' in content
    assert "What the family can do if it is not done" in content
    assert render_to_string("includes/agreement.html", {"agreed": None}).strip() == ""


# ---------------------------------------------------------------------------------------- the reminders


def reminders(monkeypatch: pytest.MonkeyPatch, on: date) -> list[tuple[str, str]]:
    monkeypatch.setattr("evenhand.clock.today_in_london", lambda: on)
    remind(now=datetime(on.year, on.month, on.day, 9, tzinfo=UTC))
    found = Message.objects.filter(key__contains=":due:carry_out_agreement:0:notify").order_by("pk")
    return [(one.address, one.body.split("\n\n")[0]) for one in found]


def test_the_council_is_reminded_before_and_both_sides_hear_after(monkeypatch: pytest.MonkeyPatch) -> None:
    case = made()
    dev, cerys = cast.dev().email, cast.cerys().email
    assert reminders(monkeypatch, date(2026, 6, 18)) == []
    assert reminders(monkeypatch, date(2026, 6, 19)) == [
        (dev, "There is something to do soon: carry out what was agreed.")
    ]
    Message.objects.all().delete()
    assert sorted(reminders(monkeypatch, date(2026, 6, 25))) == sorted(
        (one, "Something is late: carry out what was agreed.") for one in (cerys, dev)
    )
    for body in Message.objects.values_list("body", flat=True):
        assert "Robin" not in body
        assert "assess" not in body.lower()
        assert "Sign in to see what it is and to do it." in body
    assert case.reference in Message.objects.first().body  # type: ignore[union-attr]


def test_once_it_is_done_nobody_is_reminded(monkeypatch: pytest.MonkeyPatch) -> None:
    case = made()
    report(case, cast.dev(), Role.AUTHORITY_OFFICER, "authority", done=True)
    assert reminders(monkeypatch, date(2026, 7, 2)) == []
