"""What is due in a case, whose it is and why: the law's dates, and beside them the service's own, named as such.

Worked out from what the case adds up to; nothing here is ever a timer. A date is met or not; whether it has passed
is for whoever reads it on some day to see.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from evenhand.law import Advice, advise
from evenhand.law.answer import DateAnswer
from evenhand.law.calendars import REGULATIONS
from evenhand.law.counting import days_after
from evenhand.law.rules.holders import school_age_ends

from .stages import Kind, Stage
from .state import State
from .steps import Step

RUN_IN_A_CASE = frozenset(
    {
        "contact_adviser",
        "issue_certificate",
        "notify_commissioner",
        "arrange_mediation",
        "tell_family_of_meeting",
        "register_appeal",
        "tell_authority_of_agreement",
        "carry_out_agreement",
    }
)
"""The law's dates that belong to a mediation case. A court's or the Ombudsman's are for the family's own page."""

DONE_BY = {
    "contact_adviser": "adviser_contacted",
    "issue_certificate": "certificate_issued",
    "notify_commissioner": "commissioner_notified",
    "register_appeal": "appeal_received",
}
"""The fact that does what is due. What was done late is done: nobody has to do it any more."""

CONFIDENTIAL = frozenset({"answer_complaint", "decide_expenses"})
"""Dues that tell of something which not everybody with a board may know of: none of them stands on a board's line."""

OURS = "The service’s own rule, not the law."

WORDS = {
    "contact_adviser": "Contact the mediation adviser",
    "issue_certificate": "Issue the certificate",
    "notify_commissioner": "Tell the commissioning body of the health issues",
    "arrange_mediation": "Arrange the mediation",
    "tell_family_of_meeting": "Tell the family the day and place of the meeting",
    "register_appeal": "The Tribunal must have the appeal",
    "tell_authority_of_agreement": "Tell the authority of the agreement",
    "carry_out_agreement": "Carry out what was agreed",
    "give_advice": "Give mediation advice",
    "ask_choice": "Ask the family what it wishes",
    "tell_authority": "Tell the authority that the family wishes to mediate",
    "choose_mediator": "Choose a mediator",
    "name_representative": "Say who will come and can decide",
    "record_meeting": "Record what happened at the meeting",
    "record_outcome": "Record the outcome",
    "answer_invitation": "Answer the invitation",
    "invite_parties": "Invite the parties",
    "fix_meeting": "Fix the meeting",
    "answer_complaint": "Answer the complaint about the service",
    "decide_expenses": "Decide the expenses claim",
    "write_agreement": "Write down what was agreed, or close the case",
    "close": "Close the case",
    "comes_of_age": "The young person becomes the party",
}


DOES: dict[str, tuple[Step, ...]] = {
    "give_advice": (Step.GIVE_ADVICE,),
    "ask_choice": (Step.CHOOSE_MEDIATION, Step.DECLINE_MEDIATION),
    "tell_authority": (Step.TELL_AUTHORITY,),
    "notify_commissioner": (Step.TELL_COMMISSIONER,),
    "choose_mediator": (Step.ASSIGN,),
    "arrange_mediation": (Step.FIX_MEETING,),
    "fix_meeting": (Step.FIX_MEETING,),
    "tell_family_of_meeting": (Step.GIVE_NOTICE,),
    "name_representative": (Step.NAME_REPRESENTATIVE,),
    "record_meeting": (Step.HOLD_MEETING, Step.MEETING_NOT_HELD),
    "record_outcome": (Step.RECORD_OUTCOME,),
    "issue_certificate": (Step.ISSUE_CERTIFICATE,),
    "carry_out_agreement": (Step.REPORT_ACTION,),
    "invite_parties": (Step.INVITE_PARTIES,),
    "answer_invitation": (Step.AGREE_TO_MEET, Step.REFUSE_TO_MEET),
    "register_appeal": (Step.RECORD_APPEAL,),
    "comes_of_age": (Step.CHOOSE_WHO_ACTS,),
    "answer_complaint": (Step.ANSWER_COMPLAINT,),
    "decide_expenses": (Step.DECIDE_EXPENSES,),
    "close": (Step.CLOSE,),
}
"""The steps that do what is due, so that a page can offer them first."""


@dataclass(frozen=True, slots=True)
class Due:
    """Something due: `on` is the last day, `safe_on` the day to act by, `met_on` true once done.

    `whose` is `family`, `adviser`, `authority`, `commissioning_body`, `mediator`, `manager`, `parties` or `setting`.
    `law` is the provision's label, empty for the service's own. `on` is None where the law names no day.
    """

    name: str
    on: date | None
    safe_on: date | None
    whose: str
    met: bool
    because: str
    law: str = ""
    at: str = ""
    item: int | None = None
    step: str = ""
    arguable_on: date | None = None
    caution: str = ""

    @property
    def says(self) -> str:
        """What is to be done, in a few words."""
        return WORDS[self.name]


def facts_of(state: State, as_of: date) -> dict[str, Any]:
    """The facts of the case as the advice contract wants them."""
    facts = dict(state.facts)
    if "date_of_birth" in state.child:
        facts["date_of_birth"] = state.child["date_of_birth"]
    facts["as_of"] = as_of.isoformat()
    return facts


def advice_of(state: State, as_of: date) -> Advice:
    """What the law says of the case on a day. Raises `FactsRefused` where its facts cannot be true together."""
    return advise(facts_of(state, as_of))


def dues_of(state: State, as_of: date) -> list[Due]:
    """Everything due, the law's first, each in the order of its day. Nothing is due once a case has ended."""
    law = list(_of_the_law(state, as_of)) if state.kind is Kind.MEDIATION else []
    if not state.is_open:
        return [due for due in law if due.met]
    dues = [*law, *_our_own(state), *_after_a_talk(state), *_coming_of_age(state)]
    if state.stage is Stage.CERTIFICATE_DUE and not any(due.name == "issue_certificate" for due in law):
        dues.append(
            _ours("close", _after(state.stage_since, 5), "adviser", "No certificate can be issued any more.")
        )
    return sorted(dues, key=lambda due: (due.on or date.max, due.law == "", due.name))


def next_due(dues: list[Due], as_of: date) -> Due | None:
    """What comes next: the first that is not done. A family's day that has gone by is not a task any more."""
    for due in dues:
        if due.met or due.on is None:
            continue
        if due.whose == "family" and due.on < as_of:
            continue
        return due
    return None


def _of_the_law(state: State, as_of: date) -> Iterator[Due]:
    for answer in advice_of(state, as_of).dates:
        if answer.date in RUN_IN_A_CASE and not _given_up(state, answer.date):
            yield _due(state, answer)


def _given_up(state: State, name: str) -> bool:
    """True for the thirty days once the certificate says that they could not be kept: nobody waits for them now."""
    told = "adviser_told_cannot_arrange" in state.facts
    return name == "arrange_mediation" and told and bool(state.certificates)


def _due(state: State, answer: DateAnswer) -> Due:
    first = answer.because[0]
    return Due(
        name=answer.date,
        on=answer.on,
        safe_on=answer.safe_on,
        whose=_whose(state, answer),
        met=_met(state, answer),
        because=" ".join(reason.text for reason in answer.because),
        law=first.cites[0].label,
        at=answer.at or "",
        item=answer.item,
        step=answer.step or "",
        arguable_on=answer.caution.arguable_on if answer.caution else None,
        caution=answer.caution.text if answer.caution else "",
    )


def _whose(state: State, answer: DateAnswer) -> str:
    """Whoever the law names; for a thing that was agreed, whoever took it on."""
    if answer.date == "carry_out_agreement" and state.agreement and answer.item is not None:
        return state.agreement.items[answer.item].who
    return answer.whose


def _met(state: State, answer: DateAnswer) -> bool:
    if answer.state == "met" or DONE_BY.get(answer.date) in state.facts:
        return True
    if answer.date == "arrange_mediation":
        return any(meeting.held for meeting in state.meetings)
    if answer.date == "tell_family_of_meeting":
        meeting = state.meeting
        return meeting is not None and (meeting.notice_on is not None or meeting.held is True)
    if answer.date == "carry_out_agreement" and state.agreement and answer.item is not None:
        item = state.agreement.items[answer.item]
        return item.done_on is not None or (answer.step or "") in item.steps_done
    return False


def _after(day: date | None, working_days: int) -> date:
    assert day is not None
    return REGULATIONS.after(day, working_days)


def _ours(name: str, on: date, whose: str, why: str) -> Due:
    return Due(name, on, on, whose, False, f"{why} {OURS}")


_WAITS: dict[Stage, tuple[str, int, str, str]] = {
    # stage: what is due, working days since the stage began, whose, why
    Stage.ENQUIRY: ("give_advice", 2, "adviser", "A family that rang waits for advice."),
    Stage.ADVICE_GIVEN: ("ask_choice", 5, "adviser", "Days run while the family makes up its mind."),
    Stage.MEDIATION_CHOSEN: (
        "tell_authority",
        1,
        "adviser",
        "The thirty days begin when the authority is told.",
    ),
    Stage.HELD: ("record_outcome", 1, "mediator", "The certificate waits for the outcome."),
    Stage.ADJOURNED: ("fix_meeting", 3, "adviser", "The meeting was to go on another day."),
    Stage.NOT_HELD: ("fix_meeting", 1, "adviser", "The meeting did not take place."),
    Stage.CERTIFIED: ("close", 20, "adviser", "Nothing more may be to come."),
    Stage.INVITED: ("answer_invitation", 10, "parties", "Everybody must agree before there is a meeting."),
    Stage.DECLINED: ("close", 5, "adviser", "Somebody does not agree to meet."),
    Stage.ALL_AGREED: ("fix_meeting", 5, "adviser", "Everybody agreed to meet."),
}


def _our_own(state: State) -> Iterator[Due]:
    waits = _WAITS.get(state.stage)
    if waits and (state.kind is Kind.MEDIATION or state.stage is not Stage.ENQUIRY):
        name, days, whose, why = waits
        yield _ours(name, _after(state.stage_since, days), whose, why)
    elif waits:
        yield _ours("invite_parties", _after(state.stage_since, 2), "adviser", "Nobody has been asked yet.")
    yield from _around_the_meeting(state)
    done = [one.done_on for one in state.agreement.items] if state.agreement else []
    if state.stage is Stage.FOLLOWING_UP and done and None not in done:
        # Not from the last entry of the case: that may be a note which another side must not learn of.
        yield _ours(
            "close", _after(max(filter(None, done)), 5), "adviser", "Everything agreed has been done."
        )
    for complaint in state.complaints:
        if complaint.ended_on is None:
            yield _ours(
                "answer_complaint", _after(complaint.on, 15), "manager", "A complaint gets an answer."
            )
    for claim in state.claims:
        if claim.ended_on is None:
            yield _ours(
                "decide_expenses", _after(claim.on, 10), who_arranges(state), "A claim gets an answer."
            )


def _around_the_meeting(state: State) -> Iterator[Due]:
    if state.stage is Stage.ARRANGING and state.mediator_id is None:
        yield _ours(
            "choose_mediator", _after(state.stage_since, 3), "adviser", "Somebody must lead the meeting."
        )
    meeting = state.meeting
    if (
        meeting is None
        or meeting.held is not None
        or state.stage not in (Stage.MEETING_FIXED, Stage.NOTICE_GIVEN)
    ):
        return
    if state.kind is Kind.RESOLUTION and meeting.notice_on is None:
        on = REGULATIONS.before(meeting.on, 6)
        yield _ours("tell_family_of_meeting", on, "adviser", "People need time to get ready.")
    for side in _sides_to_confirm(state):
        on = REGULATIONS.before(meeting.on, 6)
        yield _ours("name_representative", on, side, "Whoever comes must be able to decide.")
    yield _ours("record_meeting", _after(meeting.on, 1), "mediator", "What happened decides what comes next.")


def _after_a_talk(state: State) -> Iterator[Due]:
    """In disagreement resolution, where no law gives a day: what was agreed is written down, and then followed."""
    if state.kind is not Kind.RESOLUTION or state.agreement is None or state.agreement.made_on is None:
        if state.kind is Kind.RESOLUTION and state.stage is Stage.OUTCOME_RECORDED:
            on = _after(state.stage_since, 10)
            yield _ours("write_agreement", on, "adviser", "What was agreed is soon forgotten.")
        return
    for number, item in enumerate(state.agreement.items):
        on = item.by or _after(state.agreement.made_on, 20)
        why = (
            "The parties agreed on this day." if item.by else "No day was agreed, so it is asked about then."
        )
        whose = (
            item.who if item.who in ("family", "authority", "commissioning_body", "setting") else "parties"
        )
        due = _ours("carry_out_agreement", on, whose, why)
        yield replace(due, met=item.done_on is not None, item=number)


def comes_of_age_on(state: State) -> date | None:
    """The first day after compulsory school age, where a parent acts and the case may live to see it; else None."""
    born = state.child.get("date_of_birth")
    if not born or state.facts.get("acting") != "parent" or state.of_age_at is not None:
        return None
    on = days_after(school_age_ends(date.fromisoformat(born)), 1)
    return on if state.opened_on <= on <= days_after(state.opened_on, 365) else None


def _coming_of_age(state: State) -> Iterator[Due]:
    on = comes_of_age_on(state)
    if on is not None:
        why = "Compulsory school age ends the day before; from then on the right is the young person’s own."
        yield Due("comes_of_age", on, on, "family", False, why, "Children and Families Act 2014, s. 83(2)")


def _sides_to_confirm(state: State) -> Iterator[str]:
    for side in ("authority", "commissioning_body", "setting"):
        if any(one.side == side for one in state.parties) and not state.representatives.get(side):
            yield side


def who_arranges(state: State) -> str:
    """The side that arranges and so pays: the commissioning body where health alone is at issue (s. 53(3))."""
    only_health = state.health and not (
        state.facts.get("education_issue") or state.facts.get("social_care_issue")
    )
    return "commissioning_body" if only_health else "authority"
