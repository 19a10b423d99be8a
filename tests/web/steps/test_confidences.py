"""What a form shows is only what its reader may read, and who speaks is only who may."""

import pytest
from django.http import HttpRequest

from evenhand.casework import actions
from evenhand.casework.heart import contents
from evenhand.casework.heart.steps import Step
from evenhand.people.policy import DataClass
from evenhand.people.roles import Role
from evenhand.web.steps.asked import MY, Asked
from tests.casework import cases
from tests.casework.cases import FAMILY, TODAY, acting, adviser
from tests.people.cast import amina, ben, cerys, client_of, dev, eilidh
from tests.web.steps.given import claimed, complained, mediated, noted, of_age, on
from tests.web.steps.pressing import count, last, page, press, where

pytestmark = pytest.mark.django_db


def with_two_parents() -> cases.Case:
    case = cases.fixed()
    return actions.add_person(
        case=case,
        by=adviser(),
        on=TODAY,
        role=Role.PARENT,
        side="family",
        name="Other Parent",
        party=True,
        contact={"phone": "020 7946 0099"},
        needs="A ramp.",
    ).case


def test_one_parent_is_not_named_to_the_other_and_nothing_of_theirs_is_shown() -> None:
    case = with_two_parents()
    for step in (Step.GIVE_AVAILABILITY, Step.CLAIM_EXPENSES, Step.WRITE_TO_MEDIATOR, Step.ADD_DOCUMENT):
        shown = page(case, step, cerys(), area="my")
        for theirs in ("Other Parent", "020 7946 0099", "A ramp."):
            assert theirs not in shown


def test_what_is_needed_is_shown_to_who_plans_the_meeting() -> None:
    assert "Other Parent needs: A ramp." in page(with_two_parents(), Step.CHANGE_MEETING, amina())


def test_a_claim_is_between_the_family_and_who_pays() -> None:
    case = claimed()
    assert "£10 (40, at 25p for each mile)" in page(case, Step.DECIDE_EXPENSES, dev())
    for other in (amina(), eilidh()):
        shown = page(case, Step.DECIDE_EXPENSES, other)
        assert "£10" not in shown
        assert "No claim waits that you can read." in shown


def test_a_complaint_is_not_told_of_in_what_comes_next() -> None:
    case, client = complained(), client_of(amina())
    client.post(where(case, Step.RECORD_APPEAL), {"press": "9f0b4b3e-6a0c-4c0e-9d1c-000000000001", **on()})
    assert "complaint" not in client.session["said_once"][0]


def test_only_ones_own_can_be_shared_and_only_with_who_could_read_it() -> None:
    case = noted()
    before = count(case)
    own = next(one for one in cases.seen(case, dev()).entries() if one.event.step is Step.ADD_NOTE)
    for number, key in (
        (str(own.number), FAMILY),
        (str(own.number), "provider"),
        ("1", "authority"),
        ("", ""),
    ):
        answer = press(case, Step.SHARE, dev(), {"number": number, "with_key": key})
        assert "There is a problem" in answer.content.decode()
    assert count(case) == before


def test_a_party_speaks_for_itself_alone() -> None:
    case = cases.arranging()
    press(case, Step.GIVE_AVAILABILITY, dev(), {"key": FAMILY, "free-2026-06-22": "all day"})
    assert cases.seen(case, dev()).entries()[-1].told["key"] == "authority"


def test_who_is_no_party_speaks_for_nobody() -> None:
    """The right is the young person's: the parent neither chooses nor withdraws any more."""
    case = of_age()
    before = count(case)
    for step in (Step.WITHDRAW, Step.RECORD_APPEAL, Step.ADD_DOCUMENT, Step.GIVE_AVAILABILITY):
        answer = press(case, step, cerys(), on(), area="my")
        assert answer.status_code in (404, 409), step
    assert count(case) == before


@pytest.mark.parametrize(
    ("step", "for_another"),
    [(Step.WITHDRAW, True), (Step.ADD_DOCUMENT, True), (Step.RAISE_CONCERN, False), (Step.COMPLAIN, False)],
)
def test_a_parent_who_no_longer_decides_may_still_speak_of_safety(step: Step, for_another: bool) -> None:
    seen = cases.seen(of_age(), cerys())
    actor = seen.actor(step)
    assert actor is not None
    asked = Asked(HttpRequest(), MY, seen, step, actor, TODAY, {})
    assert asked.is_for_another is for_another


def test_another_case_is_linked_only_if_it_is_seen() -> None:
    ours, theirs = cases.enquiry(), cases.enquiry()
    theirs.provider = ben().memberships.get().organisation
    theirs.save()
    before = count(ours)
    for reference in (theirs.reference, "0000-0000"):
        answer = press(ours, Step.LINK_CASE, amina(), {"reference": reference})
        assert "There is no such case that you can see." in answer.content.decode()
    assert count(ours) == before


def test_a_mark_of_another_case_is_no_mark_here() -> None:
    mark = {"press": "9f0b4b3e-6a0c-4c0e-9d1c-000000000002", **on()}
    one, other = cases.enquiry(), cases.enquiry()
    client = client_of(amina())
    assert client.post(where(one, Step.RECORD_APPEAL), mark).status_code == 302
    before = count(other)
    client.post(where(other, Step.RECORD_APPEAL), mark)
    assert count(other) == before


def test_my_pages_are_there_for_the_family_in_its_own_words() -> None:
    case = cases.advised()
    shown = page(case, Step.DECLINE_MEDIATION, cerys(), area="my")
    assert "Say that you do not want to mediate" in shown
    assert 'name="on-day"' not in shown
    assert press(case, Step.DECLINE_MEDIATION, cerys(), {}, area="my").status_code == 302
    again = page(case, Step.DECLINE_MEDIATION, cerys(), area="my")
    assert "This comes at another point of your case." in again
    event = cases.seen(case, amina()).entries()[-1].event
    assert event.by == acting(cerys(), Role.PARENT, FAMILY)
    assert event.on == TODAY


def test_a_body_that_is_no_party_speaks_for_no_party() -> None:
    """The council was told, and nobody has put it into the case as a party: it speaks for itself alone."""
    family = contents.person(key=FAMILY, role=Role.PARENT, side="family", name="Cerys Example", party=True)
    case = cases.arranging(people=[family])
    press(case, Step.GIVE_AVAILABILITY, dev(), {"key": FAMILY, "free-2026-06-22": "all day"})
    assert last(case).told["key"] == "authority"


def test_the_advisers_record_is_not_for_a_supporter_though_a_note_is() -> None:
    case = cases.advised()
    adding = {"role": Role.SUPPORTER, "side": "family", "name": "Sam", "party": False}
    case = actions.add_person(case=case, by=adviser(), on=TODAY, **adding).case
    own = acting(cerys(), Role.PARENT, FAMILY)
    case = actions.add_note(
        case=case, by=own, on=TODAY, data_class=DataClass.FAMILY_PRIVATE, owner=FAMILY, words="Mine."
    ).case
    case = mediated(lambda: case)
    numbers = {one.event.step: one.number for one in cases.seen(case, cerys()).entries()}
    record = {"number": str(numbers[Step.GIVE_ADVICE]), "with_key": "person:3"}
    note = record | {"number": str(numbers[Step.ADD_NOTE])}
    refused = press(case, Step.SHARE, cerys(), record, area="my").content.decode()
    assert "This cannot be shared with them, or they can read it already." in refused
    assert press(case, Step.SHARE, cerys(), note, area="my").status_code == 302
