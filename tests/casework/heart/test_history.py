"""What a history adds up to: corrections, entries that never were, and what was believed when."""

from datetime import UTC, datetime

import pytest

from evenhand.casework.heart import contents, history
from evenhand.casework.heart.history import put_right, state_of
from evenhand.casework.heart.stages import Stage, StepNotOpen
from evenhand.casework.heart.steps import Step
from evenhand.people.roles import Role
from tests.casework.heart import histories
from tests.casework.heart.asking import due, fails
from tests.casework.heart.histories import AUTHORITY, PARENT, History, day, someone


def evening(on: str) -> datetime:
    return datetime.combine(day(on), datetime.min.time(), UTC).replace(hour=20)


# ------------------------------------------------------------------------------ where it stands


def test_a_case_stands_where_its_last_step_led_since_that_day():
    state = histories.held().state
    assert (state.stage, state.stage_since, state.last_on) == (Stage.HELD, day("6-9"), day("6-9"))
    assert (state.opened_on, state.closed_on, state.is_open) == (day("5-11"), None, True)


def test_the_first_entry_opens_the_case():
    with pytest.raises(StepNotOpen, match="The first entry of a case"):
        state_of([])
    with pytest.raises(StepNotOpen, match="The first entry of a case"):
        state_of(histories.opened().events[1:])


def test_a_case_goes_on_where_it_ended_even_where_it_ended_twice():
    history = (
        histories.arranging()
        .then(Step.WITHDRAW, "6-1")
        .then(Step.CLOSE, "6-2", contents.dates(reason="done"))
    )
    assert (history.state.stage, history.state.closed_on) == (Stage.CLOSED, day("6-2"))
    state = history.then(Step.REOPEN, "6-5", contents.dates(why="They rang again")).state
    assert (state.stage, state.stage_since, state.closed_on, state.is_open) == (
        Stage.ARRANGING,
        day("6-5"),
        None,
        True,
    )


def test_the_last_partys_yes_leads_on_and_the_first_does_not():
    history = histories.resolution().then(Step.AGREE_TO_MEET, "5-13", contents.dates(party="party:1"))
    assert history.state.stage is Stage.INVITED
    assert (
        history.then(Step.AGREE_TO_MEET, "5-14", contents.dates(party="authority")).state.stage
        is Stage.ALL_AGREED
    )


def test_a_party_who_left_is_not_waited_for():
    history = histories.resolution()
    someone(history, "5-12", key="party:4", role=Role.PARENT, side="family", name="Owen", party=True)
    history.then(Step.END_PLACE, "5-13", contents.dates(key="party:4"))
    for party in ("party:1", "authority"):
        history.then(Step.AGREE_TO_MEET, "5-14", contents.dates(party=party))
    assert history.state.stage is Stage.ALL_AGREED


# ------------------------------------------------------------------------------------- the facts

FACTS = [
    (histories.opened, {"adviser_contacted": "2026-05-11"}),
    (histories.advised, {"adviser_contacted": "2026-05-11"}),
    (histories.declined, {"wants_mediation": False, "adviser_told_no": "2026-05-13"}),
    (
        histories.chosen,
        {"wants_mediation": True, "education_issue": True, "health_issue": False, "social_care_issue": False},
    ),
    (histories.arranging, {"wants_mediation": True, "authority_told": "2026-05-14"}),
    (histories.fixed, {"mediation_on": "2026-06-09"}),
    (histories.held, {"mediation_on": "2026-06-09"}),
    (histories.concluded, {"mediation_concluded": "2026-06-09"}),
    (histories.certified, {"certificate_issued": "2026-06-11"}),
    (
        histories.agreed,
        {
            "agreement": {
                "made_on": "2026-06-10",
                "authority_was_party": True,
                "items": [{"action": "assess"}],
            }
        },
    ),
]


@pytest.mark.parametrize(("history", "facts"), FACTS)
def test_each_stage_gives_the_law_its_facts(history, facts):
    known = history().state.facts
    assert known | facts == known
    assert known["matter"] == "refusal_to_assess"
    assert (known["acting"], known["notice_sent"], known["area"]) == ("parent", "2026-05-01", "ealing")


def test_a_stage_that_was_not_reached_gives_no_fact_of_it():
    known = histories.advised().state.facts
    assert not known.keys() & {
        "wants_mediation",
        "adviser_told_no",
        "authority_told",
        "mediation_on",
        "agreement",
    }


def test_who_changes_their_mind_starts_the_other_way_anew():
    history = histories.declined().then(
        Step.CHOOSE_MEDIATION,
        "5-14",
        *contents.wish(education=True, health=False, care=False, issues="", health_provision=""),
    )
    assert "adviser_told_no" not in history.state.facts
    back = history.then(Step.DECLINE_MEDIATION, "5-15").state.facts
    assert (back["wants_mediation"], back["adviser_told_no"]) == (False, "2026-05-15")


def test_a_meeting_that_is_off_is_no_fact_any_more():
    off = contents.attendance(came=(), absent=["authority"], why="Nobody came")
    for step in (Step.CANCEL_MEETING, Step.MEETING_NOT_HELD):
        assert "mediation_on" not in histories.fixed().then(step, "6-9", *off).state.facts


def test_a_meeting_held_on_another_day_than_it_was_fixed_for_was_on_the_day_it_was_held():
    came = contents.attendance(came=["party:1"], absent=[])
    history = histories.fixed("6-9").then(Step.HOLD_MEETING, "6-8", *came)
    assert history.state.facts["mediation_on"] == "2026-06-08"


def test_a_meeting_after_the_mediation_has_ended_changes_nothing_for_the_law():
    history = histories.certified()
    before = dict(history.state.facts)
    history.then(Step.FIX_MEETING, "6-12", *histories.meeting("6-30"))
    assert (history.state.stage, history.state.facts) == (Stage.MEETING_FIXED, before)
    history.then(Step.HOLD_MEETING, "6-30", *contents.attendance(came=["party:1"], absent=[]))
    history.then(Step.RECORD_OUTCOME, "6-30", *contents.outcome(by_issue={"education": "agreed"}))
    assert history.state.facts == before


def test_disagreement_resolution_contacts_no_mediation_adviser():
    assert "adviser_contacted" not in histories.resolution().state.facts


# ----------------------------------------------------------------------------- what was agreed


def test_a_changed_agreement_asks_again_and_an_old_version_is_not_approved():
    items = [{"what": "Assess", "who": "authority", "action": "assess"}]
    history = histories.concluded().then(Step.DRAFT_AGREEMENT, "6-10", *contents.agreement(items=items))
    history.then(Step.APPROVE_AGREEMENT, "6-10", *contents.approval(party="party:1", version=1), by=PARENT)
    assert history.state.agreement.approved == {"party:1"}
    history.then(Step.DRAFT_AGREEMENT, "6-10", *contents.agreement(items=items))
    assert (history.state.agreement.version, history.state.agreement.approved) == (2, set())
    history.then(
        Step.APPROVE_AGREEMENT, "6-10", *contents.approval(party="authority", version=1), by=AUTHORITY
    )
    with pytest.raises(StepNotOpen, match="has changed since you read it"):
        history.state  # noqa: B018


def test_a_thing_told_as_done_and_then_as_not_done_is_not_done():
    history = histories.agreed()
    history.then(Step.REPORT_ACTION, "6-15", *contents.action_report(party="authority", item=0, done=True))
    assert history.state.agreement.items[0].done_on == day("6-15")
    history.then(Step.REPORT_ACTION, "6-16", *contents.action_report(party="party:1", item=0, done=False))
    assert history.state.agreement.items[0].done_on is None
    assert history.state.agreement.items[0].done == {"authority": True, "party:1": False}


# ------------------------------------------------------------------------------- put right later


def test_a_corrected_day_moves_what_was_counted_from_it():
    # The family said no on Tuesday the 12th and not on Wednesday the 13th: one day less for the certificate.
    history = histories.declined()
    assert due(history, "issue_certificate").on == day("5-18")
    history.then(Step.CORRECT, "5-12", corrects=5, recorded="5-19")
    assert due(history, "issue_certificate").on == day("5-15")
    assert history.state.facts["adviser_told_no"] == "2026-05-12"


def test_corrected_words_leave_the_rest_of_the_entry():
    history = histories.chosen()
    wrong = contents.Piece(
        contents.DataClass.DATES, "shared", {"facts": {"notice_sent": "2026-05-04", "acting": "parent"}}
    )
    history.then(Step.CORRECT, "5-11", wrong, corrects=1, recorded="5-19")
    state = history.state
    assert (state.facts["notice_sent"], state.matter, state.child["name"]) == (
        "2026-05-04",
        "refusal_to_assess",
        "Robin Example",
    )


def test_an_entry_that_never_was_is_as_if_it_had_not_been():
    history = histories.declined().then(Step.CORRECT, "5-14", corrects=5, struck=True)
    assert (history.state.stage, "adviser_told_no" in history.state.facts) == (Stage.ADVICE_GIVEN, False)
    assert [event.number for event in put_right(history.events)] == [1, 2, 3, 4]
    assert len(history.events) == 6


def test_what_was_believed_is_still_known_for_every_moment():
    history = histories.declined().then(Step.CORRECT, "5-12", corrects=5, recorded="5-19")
    history.then(Step.CORRECT, "5-20", corrects=5, struck=True)
    told_no = [
        state_of(history.events, evening(on)).facts.get("adviser_told_no")
        for on in ("5-12", "5-14", "5-19", "5-20")
    ]
    assert told_no == [None, "2026-05-13", "2026-05-12", None]


def test_of_two_corrections_the_later_one_counts():
    history = histories.declined().then(Step.CORRECT, "5-12", corrects=5, recorded="5-19")
    history.then(Step.CORRECT, "5-14", corrects=5, recorded="5-20")
    assert history.state.facts["adviser_told_no"] == "2026-05-14"


def test_a_correction_that_the_path_cannot_follow_is_refused():
    # Without the authority having been told there was nothing to arrange, and no meeting to fix.
    history = histories.fixed().then(Step.CORRECT, "5-19", corrects=6, struck=True)
    assert history.events[5].step is Step.TELL_AUTHORITY
    with pytest.raises(StepNotOpen, match="“Fix the meeting” cannot be done now"):
        history.state  # noqa: B018


def test_a_correction_of_an_entry_that_was_struck_changes_nothing():
    history = histories.declined().then(Step.CORRECT, "5-14", corrects=5, struck=True)
    history.then(Step.CORRECT, "5-12", corrects=5, recorded="5-15")
    assert history.state.stage is Stage.ADVICE_GIVEN


# --------------------------------------------------------------------------------- planted faults


def test_a_correction_ignored_is_seen(monkeypatch):
    honest = history.put_right
    monkeypatch.setattr(
        history,
        "put_right",
        lambda events, at=None: honest([one for one in events if one.corrects is None], at),
    )
    for check in (
        test_a_corrected_day_moves_what_was_counted_from_it,
        test_an_entry_that_never_was_is_as_if_it_had_not_been,
        test_of_two_corrections_the_later_one_counts,
        test_what_was_believed_is_still_known_for_every_moment,
    ):
        assert fails(check), check.__name__


def test_a_history_that_forgets_when_it_was_told_is_seen(monkeypatch):
    honest = history.put_right
    monkeypatch.setattr(history, "put_right", lambda events, at=None: honest(events))
    assert fails(test_what_was_believed_is_still_known_for_every_moment)


def test_an_approval_that_outlives_a_change_is_seen(monkeypatch):
    def careless(state, event, told):
        before = state.agreement.approved if state.agreement else set()
        honest(state, event, told)
        state.agreement.approved |= before

    honest = history._upon[Step.DRAFT_AGREEMENT]
    monkeypatch.setitem(history._upon, Step.DRAFT_AGREEMENT, careless)
    assert fails(test_a_changed_agreement_asks_again_and_an_old_version_is_not_approved)


def test_a_reopened_case_that_begins_anew_is_seen(monkeypatch):
    honest = history._move

    def forgets(state, after, on):
        honest(state, after, on)
        state.ended_in = Stage.ENQUIRY

    monkeypatch.setattr(history, "_move", forgets)
    assert fails(test_a_case_goes_on_where_it_ended_even_where_it_ended_twice)


def test_the_histories_here_are_histories():
    assert isinstance(histories.opened(), History)
