"""The timeline: newest first, who can see what, what was written down later, and what was corrected."""

from datetime import UTC, date, datetime

import pytest

from evenhand.casework import actions
from evenhand.casework.models import Case
from evenhand.people.models import Person
from evenhand.people.policy import SHARED, DataClass
from evenhand.people.roles import Role
from tests.casework import cases
from tests.people import cast
from tests.web.pages import reads
from tests.web.workspace import canaries

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def written_down(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything is written down at noon on 15 May 2026 until a test says otherwise."""
    at(monkeypatch, 15)


def at(monkeypatch: pytest.MonkeyPatch, day: int, month: int = 5) -> None:
    monkeypatch.setattr("evenhand.clock.instant", lambda: datetime(2026, month, day, 12, tzinfo=UTC))


def history(case: Case, who: Person, query: str = "") -> str:
    answer = cast.client_of(who).get(f"/workspace/cases/{case.reference}/history{query}")
    assert answer.status_code == 200
    return reads(answer.content, "main")


def test_the_newest_comes_first_with_its_day_its_maker_and_who_sees_it() -> None:
    read = history(cases.arranging(), cast.amina())
    last = "The authority was told of the family’s wish and the issues Thursday 14 May 2026. Amina Example (adviser)."
    assert last in read
    assert read.index(last) < read.index("The service was first contacted Monday 11 May 2026.")
    assert (
        "Seen by: adviser, service’s manager, authority’s officer, authority’s decision maker, parent "
        "· ss. 53(1), 54(1); regs 35, 36"
    ) in read


def test_what_was_written_down_more_than_a_day_later_says_so() -> None:
    read = history(cases.arranging(), cast.amina())
    first = "The service was first contacted Monday 11 May 2026. Amina Example (adviser). Written down on 15 May 2026."
    assert first in read
    assert "Thursday 14 May 2026. Amina Example (adviser). Written" not in read


def test_advice_is_seen_by_the_adviser_and_the_family_alone() -> None:
    case = cases.arranging()
    assert "Seen by: adviser, parent · s. 56(2); reg. 32" in history(case, cast.amina())
    assert "Quiet call." in history(case, cast.amina())
    assert "Quiet call." not in history(case, cast.dev())


def test_entries_that_hold_more_are_counted_with_their_kind_where_that_may_be_known() -> None:
    case = canaries.case()
    # The meeting’s place and the joint note, the draft of the agreement: known to the adviser, not read.
    read = history(case, cast.amina())
    assert "entries are shown to you in full. The others hold something that is not for you to read: " in read
    assert "Agreement" in read.partition("not for you to read: ")[2].partition(".")[0]
    assert "entries are shown to you in full" not in history(case, cast.dev())


def test_notes_that_may_not_be_known_of_are_not_even_counted() -> None:
    case = cases.arranging()
    before = history(case, cast.dev())
    parent = cases.acting(cast.cerys(), Role.PARENT, cases.FAMILY)
    actions.add_note(
        case=case,
        by=parent,
        on=date(2026, 5, 15),
        data_class=DataClass.FAMILY_PRIVATE,
        owner=cases.FAMILY,
        words="canary",
    )
    assert history(case, cast.dev()) == before


def test_an_account_is_named_only_where_it_was_given_work() -> None:
    """The account behind a person in the case has a name of its own, which is not the case’s to tell."""
    cerys = cast.cerys()
    case = cases.arranging()
    parent = cases.acting(cerys, Role.PARENT, cases.FAMILY)
    actions.give_availability(
        case=case, by=parent, on=date(2026, 5, 15), key=cases.FAMILY, times=["2026-06-01T09:30"]
    )
    Person.objects.filter(pk=cerys.pk).update(name="Otherwise Called")
    read = history(case, cast.eilidh())
    assert "Given to: Amina Example" in read
    assert "Given to: Otherwise Called" not in read


def test_the_correction_of_what_may_not_be_known_of_is_not_known_either() -> None:
    case, adviser = cases.arranging(), cases.adviser()
    on = date(2026, 5, 15)
    done = actions.record_call(
        case=case, by=adviser, on=on, family=cases.FAMILY, reached=True, words="canary"
    )
    before = history(case, cast.dev())
    actions.correct(case=case, by=adviser, on=on, number=done.event.number, changed={"words": "canaries"})
    assert history(case, cast.dev()) == before
    assert "canaries" in history(case, cast.amina())


def test_a_corrected_entry_says_what_was_believed_and_what_is_believed_now(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    case = cases.chosen()
    number = case.events
    at(monkeypatch, 18)
    actions.correct(
        case=case, by=cases.adviser(), on=date(2026, 5, 12), number=number, changed={"issues": "The therapy."}
    )
    read = history(case, cast.amina())
    assert (
        "The family said that it wishes to mediate Wednesday 13 May 2026. Amina Example (adviser). Written down on "
        "15 May 2026. Corrected on 18 May 2026 by Amina Example (adviser). Believed until then: it happened on "
        "13 May 2026. Believed now: it happened on 12 May 2026. What is believed now: Issues: The therapy."
    ) in read
    assert "Issues: Why there was no assessment." in read
    assert "An entry was corrected (entry 6)" in read


def test_a_struck_entry_says_that_it_never_was(monkeypatch: pytest.MonkeyPatch) -> None:
    case = cases.arranging()
    at(monkeypatch, 18)
    actions.correct(case=case, by=cases.adviser(), on=date(2026, 5, 18), number=case.events, struck=True)
    read = history(case, cast.amina())
    assert "Struck out on 18 May 2026 by Amina Example (adviser)." in read
    assert "Believed now: it did not happen." in read


def test_what_was_believed_on_a_day_is_shown_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    case = cases.arranging()
    at(monkeypatch, 18)
    actions.correct(case=case, by=cases.adviser(), on=date(2026, 5, 18), number=case.events, struck=True)
    then = history(case, cast.amina(), "?day=17&month=5&year=2026")
    assert "What was believed on Sunday 17 May 2026 Stage: Being arranged" in then
    assert "Arrange the mediation 27 days left. Saturday 13 June 2026" in then
    assert "Struck out" not in then
    now = history(case, cast.amina(), "?day=18&month=5&year=2026")
    assert "What was believed on Monday 18 May 2026 Stage: Mediation chosen" in now
    assert "Struck out" in now


def test_before_it_was_written_down_nothing_was_known() -> None:
    read = history(cases.enquiry(), cast.amina(), "?day=14&month=5&year=2026")
    assert "The case was not written down yet on that day." in read


def test_a_day_that_is_none_is_said_at_the_top_and_beside_the_field() -> None:
    case = cases.enquiry()
    answer = cast.client_of(cast.amina()).get(
        f"/workspace/cases/{case.reference}/history?day=31&month=2&year=2026"
    )
    page = answer.content.decode()
    assert '<a href="#day">' in page
    assert 'id="day-error"' in page
    assert 'value="31"' in page
    assert "<title>Error:" in page


def test_an_officer_is_named_to_the_adviser_and_to_the_commissioning_body_and_a_parent_is_too() -> None:
    case = canaries.case()
    assert "Dev Example (authority’s officer)" in history(case, cast.dev())
    assert f"Cerys {canaries.NAME}" in history(case, cast.gwen())


def test_joint_notes_are_seen_by_those_who_have_a_place(monkeypatch: pytest.MonkeyPatch) -> None:
    case = cases.arranging()
    hassan = cast.hassan()
    case = actions.assign(
        case=case, by=cases.adviser(), on=date(2026, 5, 15), work="mediator", person_id=hassan.pk
    ).case
    by = cases.acting(hassan, Role.MEDIATOR, f"mediator:{hassan.pk}")
    actions.add_note(
        case=case,
        by=by,
        on=date(2026, 5, 15),
        data_class=DataClass.JOINT_NOTES,
        owner=SHARED,
        words="For all.",
    )
    read = history(case, cast.dev())
    assert (
        "Words: For all. Seen by: mediator, authority’s officer, authority’s decision maker, parent" in read
    )
