"""What the law has a say in: the certificate; an agreement that all have read; entries put right; reopened cases."""

from datetime import date

import pytest

from evenhand.casework import actions
from evenhand.casework.actions import outcomes
from evenhand.casework.heart.history import state_of
from evenhand.casework.heart.stages import StepNotOpen
from evenhand.casework.heart.steps import Step
from evenhand.casework.histories import history_of
from evenhand.casework.models import Case, DueDate, Event
from evenhand.people.policy import DataClass
from evenhand.people.roles import Role
from tests.casework import cases
from tests.casework.actions.doing import ITEMS, do
from tests.casework.actions.standing import AT, rows
from tests.people import cast

pytestmark = pytest.mark.django_db

MARCH = {"acting": "parent", "notice_sent": "2026-03-01"}
"""A notice of 1 March: the two months for the adviser ended on 1 May, ten days before the first call."""


def due(case, name):
    return DueDate.objects.unseen().get(case=case, name=name)


# ------------------------------------------------------------------------------ the certificate


def test_who_came_too_late_gets_no_certificate_and_hears_the_laws_reason():
    case = do(Step.DECLINE_MEDIATION, cases.advised(facts=MARCH), on=date(2026, 5, 13)).case
    before = rows()
    with pytest.raises(StepNotOpen) as refused:
        do(Step.ISSUE_CERTIFICATE, case)
    assert str(refused.value) == (
        "The adviser was not contacted in time, so no adviser may issue it now; only mediation that is still held "
        "may lead to one."
    )
    assert rows() == before


def test_it_is_no_dead_end_the_case_can_be_closed_or_mediation_chosen():
    late = do(Step.DECLINE_MEDIATION, cases.advised(facts=MARCH), on=date(2026, 5, 13)).case
    assert late.next_name == "close"
    assert do(Step.CLOSE, late, reason="appealed").state.stage == "closed"
    again = do(Step.DECLINE_MEDIATION, cases.advised(facts=MARCH), on=date(2026, 5, 13)).case
    assert do(Step.CHOOSE_MEDIATION, again).state.stage == "mediation_chosen"


def test_who_mediates_after_coming_late_gets_one_all_the_same():
    case = cases.concluded(facts=MARCH)
    assert do(Step.ISSUE_CERTIFICATE, case).state.certificates[0].ground == "took_part"


def test_a_case_is_not_closed_over_a_certificate_that_is_owed():
    case = do(Step.DECLINE_MEDIATION, cases.advised(), on=date(2026, 5, 13)).case
    before = rows()
    with pytest.raises(StepNotOpen, match="The certificate is still to be issued"):
        do(Step.CLOSE, case)
    assert rows() == before


GROUNDS = {
    "certificate_due": "does_not_wish",
    "cannot_arrange": "cannot_arrange",
    "outcome_recorded": "took_part",
    "following_up": "took_part",
}


@pytest.mark.parametrize("stage", GROUNDS)
def test_the_ground_is_how_it_came_to_it(stage):
    done = do(Step.ISSUE_CERTIFICATE, AT["mediation"][stage]())
    assert done.state.certificates[0].ground == GROUNDS[stage]
    number = done.state.certificates[0].number
    assert [len(group) for group in number.split("-")] == [4, 4, 4, 4]
    assert not set(number) & set("ILOU")


def test_a_second_certificate_is_refused():
    case = do(Step.ISSUE_CERTIFICATE, AT["mediation"]["following_up"]()).case
    with pytest.raises(StepNotOpen, match="The certificate has been issued"):
        do(Step.ISSUE_CERTIFICATE, case)


def test_advice_is_not_given_until_all_of_it_is():
    case, points = cases.enquiry(), list(outcomes.contents.ADVICE_POINTS)
    for left_out in points:
        with pytest.raises(StepNotOpen, match="Not everything has been explained yet"):
            do(Step.GIVE_ADVICE, case, explained=[one for one in points if one != left_out])
    assert do(Step.GIVE_ADVICE, case, explained=points).state.stage == "advice_given"


# ------------------------------------------------------------------------------- the agreement


def test_it_is_made_when_every_party_has_approved_what_it_now_says():
    case = do(Step.DRAFT_AGREEMENT, cases.concluded()).case
    do(Step.APPROVE_AGREEMENT, case, party=cases.FAMILY)
    with pytest.raises(StepNotOpen, match="Not every party has approved"):
        do(Step.MAKE_AGREEMENT, case)
    do(Step.APPROVE_AGREEMENT, case, party="authority")
    changed = [ITEMS[0] | {"what": "Assess by July"}]
    do(Step.DRAFT_AGREEMENT, case, items=changed)
    before = rows()
    with pytest.raises(StepNotOpen, match="Not every party has approved"):
        do(Step.MAKE_AGREEMENT, case)
    with pytest.raises(StepNotOpen, match="has changed since you read it"):
        do(Step.APPROVE_AGREEMENT, case, party=cases.FAMILY, version=1)
    assert rows() == before
    for party in (cases.FAMILY, "authority"):
        do(Step.APPROVE_AGREEMENT, case, party=party, version=2)
    done = do(Step.MAKE_AGREEMENT, case)
    assert (done.state.agreement.version, done.state.agreement.items[0].what) == (2, "Assess by July")


def test_an_approval_that_is_not_asked_for_again_is_seen(monkeypatch):
    monkeypatch.setattr(outcomes, "not_yet_approved", lambda state: [])
    with pytest.raises(pytest.fail.Exception):
        test_it_is_made_when_every_party_has_approved_what_it_now_says()


def test_nothing_is_made_of_nothing():
    with pytest.raises(StepNotOpen, match="Write down what was agreed first"):
        do(Step.MAKE_AGREEMENT, cases.concluded())


# -------------------------------------------------------------------------------- put right


def test_a_corrected_day_moves_the_dates_and_what_was_believed_stays():
    case = do(Step.DECLINE_MEDIATION, cases.advised(), on=date(2026, 5, 13)).case
    wrong = case.events
    assert due(case, "issue_certificate").on == date(2026, 5, 18)
    told = Event.objects.unseen().get(case=case, number=wrong)
    done = do(Step.CORRECT, case, on=date(2026, 5, 12), number=wrong)
    # Tuesday 12 May: Wednesday, Thursday, Friday.
    assert due(case, "issue_certificate").on == date(2026, 5, 15)
    assert (done.event.corrects, done.event.on) == (wrong, date(2026, 5, 12))
    assert Event.objects.unseen().get(pk=told.pk).on == date(2026, 5, 13)
    history = history_of(case)
    assert state_of(history, told.recorded_at).facts["adviser_told_no"] == "2026-05-13"
    assert state_of(history).facts["adviser_told_no"] == "2026-05-12"


def test_a_correction_that_the_history_cannot_follow_is_refused():
    case = cases.fixed()
    before = rows()
    told = Event.objects.unseen().get(case=case, step="tell_authority").number
    with pytest.raises(StepNotOpen, match="“Fix the meeting” cannot be done now"):
        do(Step.CORRECT, case, number=told, struck=True)
    with pytest.raises(StepNotOpen, match="The first entry stays"):
        do(Step.CORRECT, case, number=1, struck=True)
    with pytest.raises(StepNotOpen, match="nothing in it can have happened before"):
        do(Step.CORRECT, case, number=1, on=date(2026, 5, 15))
    with pytest.raises(StepNotOpen, match="There is no such entry"):
        do(Step.CORRECT, case, number=99)
    assert rows() == before


def test_corrected_words_stay_in_the_compartment_that_they_had():
    case = do(Step.RECORD_CALL, cases.advised(), words="Quiet call.").case
    do(Step.CORRECT, case, number=case.events, changed={"words": "A loud call.", "other": "x"})
    last = history_of(case)[-1].pieces
    assert [(one.data_class, one.owner, one.body) for one in last] == [
        (DataClass.ADVISER_RECORD, cases.FAMILY, {"words": "A loud call."})
    ]


def test_what_lies_in_a_compartment_of_its_own_is_not_for_others_to_put_right():
    case = do(Step.ADD_NOTE, cases.advised(), role=Role.PARENT).case
    before = rows()
    with pytest.raises(StepNotOpen, match="Only whoever wrote this can put it right"):
        do(Step.CORRECT, case, number=case.events, changed={"words": "Not mine."})
    assert rows() == before


@pytest.mark.parametrize("stage", ["arranging", "held", "certified", "following_up"])
def test_a_reopened_case_goes_on_where_it_stood(stage):
    case = AT["mediation"][stage]()
    ends = Step.WITHDRAW if stage in ("arranging", "held") else Step.CLOSE
    case = do(ends, case).case
    assert (case.is_open, case.closed_on) == (False, cases.TODAY)
    case = do(Step.REOPEN, case).case
    assert (case.stage, case.is_open, case.closed_on) == (stage, True, None)
    assert Case.objects.unseen().get().next_name != ""


# ------------------------------------------------------------------------- people in the room


def test_one_supporter_comes_as_of_right_and_others_by_consent():
    case = cases.arranging()
    comes = {"case": case, "by": cases.adviser(), "on": cases.TODAY, "role": Role.SUPPORTER, "side": "family"}
    first = actions.add_person(**comes, name="Sam", party=False)
    assert first.state.people["person:3"].needs_consent is False
    second = actions.add_person(**comes, name="Tia", party=False)
    assert second.state.people["person:4"].needs_consent is True
    do(Step.CONSENT_TO_PERSON, case, party=cases.FAMILY, key="person:4", consents=True)
    done = do(Step.CONSENT_TO_PERSON, case, party="authority", key="person:4", consents=False)
    tia = done.state.people["person:4"]
    assert (tia.consents, tia.refuses) == ({cases.FAMILY}, {"authority"})
    done = do(Step.CONSENT_TO_PERSON, case, party="authority", key="person:4", consents=True)
    assert (done.state.people["person:4"].consents, done.state.people["person:4"].refuses) == (
        {cases.FAMILY, "authority"},
        set(),
    )
    last = [piece.body for piece in history_of(case)[-1].pieces]
    assert last == [{"party": "authority", "key": "person:4", "consents": True}]


def test_a_new_mediator_reads_nothing_of_the_one_before():
    case = cases.arranging()
    hassan, ines = cast.hassan(), cast.member("Ines", Role.MEDIATOR, cast.OURS)
    case = do(Step.ASSIGN, case).case
    theirs = cases.acting(hassan, Role.MEDIATOR, f"mediator:{hassan.pk}")
    given = {"case": case, "on": cases.TODAY}
    note = {"data_class": DataClass.MEDIATOR_NOTES, "owner": theirs.key}
    actions.add_note(**given, by=theirs, **note, words="secret one")
    do(Step.WRITE_TO_MEDIATOR, case, words="secret two")
    actions.write_to_mediator(**given, by=theirs, party=cases.FAMILY, words="secret three")
    offer = {"data_class": DataClass.OFFERS, "owner": theirs.key}
    actions.add_note(**given, by=theirs, **offer, words="secret four")
    do(Step.RECORD_VIEWS, case, words="secret five", may_be_read=False)
    assert secrets_of(case, hassan) == {"one", "two", "three", "four", "five"}
    case = do(Step.ASSIGN, case, person_id=ines.pk).case
    assert secrets_of(case, ines) == set()
    assert secrets_of(case, cast.cerys()) == {"two", "three"}
    with pytest.raises(LookupError):
        cases.seen(case, hassan)


def secrets_of(case, person):
    """The secrets that somebody reads, anywhere in the case, each by its number in words."""
    told = " ".join(str(entry.told) for entry in cases.seen(case, person).entries())
    return {word for word in ("one", "two", "three", "four", "five") if f"secret {word}" in told}
