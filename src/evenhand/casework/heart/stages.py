"""Where a case can stand and which step leads where: the whole life of both kinds of case, on one screen.

A pair of stage and step that is not in the table is refused. Steps that move nothing stand in `asides`.
Mediation follows the Children and Families Act 2014, ss. 52 to 56, with the SEND Regulations 2014, regs 32 to 42;
disagreement resolution s. 57 and the Code of Practice, 11.6 to 11.10.
"""

from enum import StrEnum

from .steps import Step


class Kind(StrEnum):
    """The two kinds of case."""

    MEDIATION = "mediation"
    RESOLUTION = "resolution"


class Stage(StrEnum):
    """Where a case stands."""

    ENQUIRY = "enquiry"
    ADVICE_GIVEN = "advice_given"
    CERTIFICATE_DUE = "certificate_due"
    MEDIATION_CHOSEN = "mediation_chosen"
    ARRANGING = "arranging"
    CANNOT_ARRANGE = "cannot_arrange"
    INVITED = "invited"
    DECLINED = "declined"
    ALL_AGREED = "all_agreed"
    MEETING_FIXED = "meeting_fixed"
    NOTICE_GIVEN = "notice_given"
    NOT_HELD = "not_held"
    HELD = "held"
    ADJOURNED = "adjourned"
    OUTCOME_RECORDED = "outcome_recorded"
    CERTIFIED = "certified"
    FOLLOWING_UP = "following_up"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"


ENDED = frozenset({Stage.WITHDRAWN, Stage.CLOSED})
"""Stages in which nothing runs any more."""

Path = dict[tuple[Stage, Step], Stage | None]
"""Stage and step to the stage after; None where a reopened case goes back to the stage it ended in."""


def _path(*lines: tuple[Step, str, Stage | None]) -> Path:
    """The table from lines of a step, the stages it may be taken in, and the stage it leads to."""
    path: Path = {}
    for step, taken_in, leads_to in lines:
        for stage in taken_in.split():
            pair = (Stage(stage), step)
            if pair in path:
                raise ValueError(f"{step} in {stage} is on the table twice.")
            path[pair] = leads_to
    return path


_BEFORE_MEETING = "mediation_chosen arranging cannot_arrange meeting_fixed notice_given not_held adjourned"
_FIXED = "meeting_fixed notice_given"

MEDIATION = _path(
    # step                    taken in                                               leads to
    (Step.GIVE_ADVICE, "enquiry", Stage.ADVICE_GIVEN),
    (Step.DECLINE_MEDIATION, f"advice_given {_BEFORE_MEETING}", Stage.CERTIFICATE_DUE),
    (Step.CHOOSE_MEDIATION, "advice_given certificate_due certified", Stage.MEDIATION_CHOSEN),
    (Step.TELL_AUTHORITY, "mediation_chosen", Stage.ARRANGING),
    (Step.CANNOT_ARRANGE, "arranging not_held", Stage.CANNOT_ARRANGE),
    (Step.FIX_MEETING, "arranging cannot_arrange not_held adjourned certified", Stage.MEETING_FIXED),
    (Step.GIVE_NOTICE, "meeting_fixed", Stage.NOTICE_GIVEN),
    (Step.CHANGE_MEETING, _FIXED, Stage.MEETING_FIXED),
    (Step.CANCEL_MEETING, _FIXED, Stage.ARRANGING),
    (Step.HOLD_MEETING, _FIXED, Stage.HELD),
    (Step.MEETING_NOT_HELD, _FIXED, Stage.NOT_HELD),
    (Step.ADJOURN, "held", Stage.ADJOURNED),
    (Step.RECORD_OUTCOME, "held adjourned", Stage.OUTCOME_RECORDED),
    (Step.ISSUE_CERTIFICATE, "certificate_due cannot_arrange outcome_recorded", Stage.CERTIFIED),
    (Step.ISSUE_CERTIFICATE, "following_up", Stage.FOLLOWING_UP),
    (Step.MAKE_AGREEMENT, "outcome_recorded certified", Stage.FOLLOWING_UP),
    (Step.REPORT_ACTION, "following_up", Stage.FOLLOWING_UP),
    (Step.WITHDRAW, f"enquiry advice_given certificate_due {_BEFORE_MEETING} held", Stage.WITHDRAWN),
    (
        Step.CLOSE,
        "enquiry advice_given certificate_due outcome_recorded certified following_up withdrawn",
        Stage.CLOSED,
    ),
    (Step.REOPEN, "withdrawn closed", None),
)

RESOLUTION = _path(
    # step                    taken in                                               leads to
    (Step.INVITE_PARTIES, "enquiry", Stage.INVITED),
    (Step.AGREE_TO_MEET, "invited", Stage.INVITED),  # the last party's yes leads on: `history`
    (Step.REFUSE_TO_MEET, "invited all_agreed", Stage.DECLINED),
    (Step.FIX_MEETING, "all_agreed not_held adjourned", Stage.MEETING_FIXED),
    (Step.GIVE_NOTICE, "meeting_fixed", Stage.NOTICE_GIVEN),
    (Step.CHANGE_MEETING, _FIXED, Stage.MEETING_FIXED),
    (Step.CANCEL_MEETING, _FIXED, Stage.ALL_AGREED),
    (Step.HOLD_MEETING, _FIXED, Stage.HELD),
    (Step.MEETING_NOT_HELD, _FIXED, Stage.NOT_HELD),
    (Step.ADJOURN, "held", Stage.ADJOURNED),
    (Step.RECORD_OUTCOME, "held adjourned", Stage.OUTCOME_RECORDED),
    (Step.MAKE_AGREEMENT, "outcome_recorded", Stage.FOLLOWING_UP),
    (Step.REPORT_ACTION, "following_up", Stage.FOLLOWING_UP),
    (Step.WITHDRAW, "enquiry invited all_agreed not_held adjourned held " + _FIXED, Stage.WITHDRAWN),
    (
        Step.CLOSE,
        "enquiry invited declined all_agreed not_held adjourned outcome_recorded following_up withdrawn",
        Stage.CLOSED,
    ),
    (Step.REOPEN, "withdrawn closed", None),
)

PATHS: dict[Kind, Path] = {Kind.MEDIATION: MEDIATION, Kind.RESOLUTION: RESOLUTION}

ASIDES: dict[Step, str] = {
    # step: the stages in which it may be taken: "open" is every stage but the ended ones, "any" every stage
    Step.RECORD_FACTS: "open",
    Step.RECORD_CALL: "open",
    Step.TELL_COMMISSIONER: "arranging cannot_arrange meeting_fixed notice_given not_held adjourned",
    Step.ASSIGN: "open",
    Step.HAND_OVER: "open",
    Step.ADD_PERSON: "open",
    Step.END_PLACE: "any",
    Step.CONSENT_TO_PERSON: "open",
    Step.NAME_REPRESENTATIVE: "arranging cannot_arrange invited all_agreed meeting_fixed notice_given not_held adjourned",
    Step.GIVE_AVAILABILITY: "open",
    Step.ADD_NOTE: "any",
    Step.WRITE_TO_MEDIATOR: "open",
    Step.RECORD_VIEWS: "open",
    Step.SHARE: "open",
    Step.STOP_SHARING: "any",
    Step.ADD_DOCUMENT: "any",
    Step.DRAFT_AGREEMENT: "held adjourned outcome_recorded certified",
    Step.APPROVE_AGREEMENT: "held adjourned outcome_recorded certified",
    Step.CLAIM_EXPENSES: "any",
    Step.DECIDE_EXPENSES: "any",
    Step.RAISE_CONCERN: "any",
    Step.GIVE_FEEDBACK: "any",
    Step.COMPLAIN: "any",
    Step.ANSWER_COMPLAINT: "any",
    Step.RECORD_APPEAL: "open",
    Step.LINK_CASE: "any",
    Step.CORRECT: "any",
    Step.MOVE_DATES: "open",
    Step.COME_OF_AGE: "open",
    Step.CHOOSE_WHO_ACTS: "open",
}
"""Steps beside the path, which move no stage."""


class StepNotOpen(Exception):
    """The step cannot be taken where the case stands. The text says so to the person who pressed."""


def may_take(kind: Kind, stage: Stage, step: Step) -> bool:
    """True if the step can be taken in the stage, on the path or beside it."""
    if (stage, step) in PATHS[kind]:
        return True
    taken_in = ASIDES.get(step, "")
    if kind is Kind.RESOLUTION and step in MEDIATION_ONLY:
        return False
    if taken_in == "open":
        return stage not in ENDED
    return taken_in == "any" or stage.value in taken_in.split()


MEDIATION_ONLY = frozenset(
    {Step.TELL_COMMISSIONER, Step.RECORD_APPEAL, Step.CLAIM_EXPENSES, Step.DECIDE_EXPENSES}
)
"""Asides that have no meaning where no statutory clock runs; reg. 41 pays the expenses of mediation alone."""


def steps_open(kind: Kind, stage: Stage) -> list[Step]:
    """The steps that can be taken in the stage, in the order in which steps are declared."""
    return [step for step in Step if may_take(kind, stage, step)]


def stage_after(kind: Kind, stage: Stage, step: Step, ended_in: Stage) -> Stage:
    """The stage to which the step leads. `ended_in` is the last stage in which the case was open.

    Raises `StepNotOpen` where the pair is not on the table.
    """
    if not may_take(kind, stage, step):
        raise StepNotOpen(
            f"“{step.says}” cannot be done now: the case stands at “{stage.value.replace('_', ' ')}”. "
            "Open the case again to see what comes next."
        )
    pair = (stage, step)
    if pair not in PATHS[kind]:
        return stage
    leads_to = PATHS[kind][pair]
    return ended_in if leads_to is None else leads_to
