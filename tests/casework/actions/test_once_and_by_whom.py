"""Each step once, by whom it belongs to, on a day that can be; and where it fails, nothing of it is left."""

from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from evenhand.casework import actions, recording
from evenhand.casework.heart import steps
from evenhand.casework.heart.stages import StepNotOpen
from evenhand.casework.heart.steps import Step, may_do
from evenhand.casework.models import Case, Event
from evenhand.casework.recording import AlreadyDone, NotYours
from evenhand.law import FactsRefused
from evenhand.people.roles import Role
from evenhand.post import outbox
from evenhand.post.models import Message
from tests.casework import cases
from tests.casework.actions.doing import do
from tests.casework.actions.standing import AT, rows
from tests.casework.actions.test_mediation_story import opening
from tests.casework.heart.table import table
from tests.people import cast

pytestmark = pytest.mark.django_db

PRESS = UUID("7f3c9a10-52d1-4a86-9d1e-2f6b8c0a4e11")
LETTERS = dict(
    zip(
        "ampfyodcsui",
        (
            Role.ADVISER,
            Role.MEDIATOR,
            Role.MANAGER,
            Role.PARENT,
            Role.YOUNG_PERSON,
            Role.AUTHORITY_OFFICER,
            Role.AUTHORITY_DECIDER,
            Role.COMMISSIONING_OFFICER,
            Role.SETTING,
            Role.SUPPORTER,
            Role.ADVICE_SERVICE,
        ),
        strict=True,
    )
)


def spoken() -> dict[Step, set[Role]]:
    """The hand-written table of who may do what."""
    said = {}
    for line in Path(__file__).with_name("roles.txt").read_text().splitlines():
        if line and not line.startswith("#"):
            step, *letters = line.split()
            said[Step(step)] = {LETTERS[letter] for letter in letters if letter != "-"}
    return said


SAID = spoken()
MET_IN: dict[Step, tuple[str, str]] = {}
for _kind, _stage, _step in sorted(table()):
    MET_IN.setdefault(Step(_step), (_kind, _stage))
MET_IN |= {
    Step.APPROVE_AGREEMENT: ("mediation", "outcome_recorded"),
    Step.MAKE_AGREEMENT: ("mediation", "outcome_recorded"),
    Step.WRITE_TO_MEDIATOR: ("mediation", "arranging"),
    Step.CLOSE: ("mediation", "enquiry"),
}


def ready(step: Step) -> Case:
    """A case in which the step can be taken."""
    kind, stage = MET_IN[step]
    case = AT[kind][stage]()
    if step in (Step.APPROVE_AGREEMENT, Step.MAKE_AGREEMENT):
        case = do(Step.DRAFT_AGREEMENT, case).case
    if step is Step.MAKE_AGREEMENT:
        for party in (cases.FAMILY, "authority"):
            case = do(Step.APPROVE_AGREEMENT, case, party=party).case
    if step is Step.WRITE_TO_MEDIATOR:
        case = do(Step.ASSIGN, case).case
    if step in (Step.SHARE, Step.STOP_SHARING):
        case = do(Step.ADD_NOTE, case, role=Role.PARENT).case
    if step is Step.DECIDE_EXPENSES:
        case = do(Step.CLAIM_EXPENSES, case).case
    if step is Step.ANSWER_COMPLAINT:
        case = do(Step.COMPLAIN, case).case
    return case


def more(step: Step, case: Case) -> dict[str, int]:
    """The number of the event that a step is about: the last there is."""
    about_another = (Step.SHARE, Step.STOP_SHARING, Step.DECIDE_EXPENSES, Step.ANSWER_COMPLAINT)
    return {"number": case.events} if step in about_another else {}


ALL = [step for step in Step if step is not Step.OPEN]


@pytest.mark.parametrize("step", ALL, ids=str)
def test_pressed_twice_it_happens_once_and_the_second_press_is_told(step):
    case = ready(step)
    given = more(step, case)
    first = do(step, case, press=PRESS, **given)
    before = rows()
    with pytest.raises(AlreadyDone) as told:
        do(step, case, press=PRESS, **given)
    assert told.value.event.pk == first.event.pk
    assert str(told.value) == "This was already done. It was done once."
    assert rows() == before
    assert Event.objects.unseen().filter(press=PRESS).count() == 1


def test_a_case_is_opened_once(monkeypatch):
    cast.dev()
    given = {"by": cases.adviser(), "on": cases.NOTICE + timedelta(10), "press": PRESS}
    actions.open_case(**given, **opening())
    with pytest.raises(AlreadyDone):
        actions.open_case(**given, **opening())
    assert Case.objects.unseen().count() == 1


def test_who_may_do_what_is_what_was_written_down_by_hand():
    assert set(SAID) == set(Step)
    assert unlike_the_table() == []


def unlike_the_table() -> list[str]:
    return [
        f"{step.value} by {role.value}"
        for step in Step
        for role in Role
        if may_do(role, step) is not (role in SAID[step])
    ]


@pytest.mark.parametrize("step", ALL, ids=str)
def test_a_step_tried_in_another_role_is_refused_and_leaves_nothing(step):
    case = ready(step)
    before = rows()
    for role in Role:
        if role not in SAID[step]:
            with pytest.raises(NotYours, match="is for somebody else in this case to do"):
                do(step, case, role=role, **more(step, case))
    assert rows() == before


@pytest.mark.parametrize("role", [role for role in Role if role not in SAID[Step.OPEN]])
def test_nobody_else_opens_a_case(role):
    cast.dev()
    before = rows()
    with pytest.raises(NotYours):
        actions.open_case(
            by=cases.acting(cast.amina(), role, "x"), on=cases.NOTICE + timedelta(10), **opening()
        )
    assert rows() == before


@pytest.mark.parametrize("step", [step for step in ALL if step is not Step.FIX_MEETING], ids=str)
def test_a_step_ahead_of_today_or_before_the_case_is_refused(step):
    case = ready(step)
    given, before = more(step, case), rows()
    meeting = {"meeting_on": date(2026, 7, 30)} if step is Step.CHANGE_MEETING else {}
    with pytest.raises(StepNotOpen, match="That day has not come yet"):
        do(step, case, on=cases.TODAY + timedelta(1), **given, **meeting)
    with pytest.raises(StepNotOpen, match=r"The case was opened on 11 May 2026"):
        do(step, case, on=date(2026, 5, 10), **given)
    assert rows() == before


def test_an_opening_ahead_of_today_is_refused():
    before = rows()
    with pytest.raises(StepNotOpen, match="That day has not come yet"):
        cases.enquiry(on=cases.TODAY + timedelta(1))
    assert rows()["casework_case"] == before["casework_case"]


TOLD_OF = [
    Step.GIVE_ADVICE,
    Step.TELL_AUTHORITY,
    Step.GIVE_NOTICE,
    Step.ISSUE_CERTIFICATE,
    Step.WITHDRAW,
    Step.CLOSE,
]


@pytest.mark.parametrize("step", TOLD_OF, ids=str)
def test_a_message_that_cannot_be_queued_undoes_the_whole_step(step, monkeypatch):
    case = ready(step)
    before = rows()

    def full(**given):
        raise OSError("no room left")

    with monkeypatch.context() as fault:
        fault.setattr(outbox, "put", full)
        with pytest.raises(OSError, match="no room left"):
            do(step, case)
    assert rows() == before
    assert do(step, case).event.number == case.events + 1
    assert Message.objects.count() > len(before["post_message"])


def test_facts_that_cannot_be_true_together_undo_the_step():
    case = cases.advised()
    before = rows()
    with pytest.raises(FactsRefused, match=r"'adviser_contacted' .* cannot be before 'notice_sent'"):
        do(Step.RECORD_FACTS, case, facts={"notice_sent": "2026-06-01"})
    assert rows() == before


# --------------------------------------------------------------------------------- planted faults


def test_a_press_that_is_not_looked_for_is_seen(monkeypatch):
    monkeypatch.setattr(recording, "once", lambda press: None)
    with pytest.raises(Exception, match=r"(?i)unique|never replaced"):
        test_pressed_twice_it_happens_once_and_the_second_press_is_told(Step.RECORD_CALL)


def test_a_role_let_in_is_seen(monkeypatch):
    rule = steps.STEPS[Step.ISSUE_CERTIFICATE]
    loose = steps.StepRule(rule.says, rule.happened, rule.who | {Role.AUTHORITY_OFFICER})
    monkeypatch.setitem(steps.STEPS, Step.ISSUE_CERTIFICATE, loose)
    assert unlike_the_table() == ["issue_certificate by authority_officer"]


def test_a_step_that_keeps_its_event_when_its_message_fails_is_seen(monkeypatch):
    monkeypatch.setattr(recording, "record", recording.record.__wrapped__)
    monkeypatch.setattr("evenhand.casework.actions.choosing.record", recording.record)
    with pytest.raises(AssertionError):
        test_a_message_that_cannot_be_queued_undoes_the_whole_step(Step.GIVE_ADVICE, monkeypatch)
