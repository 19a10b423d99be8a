"""Everything that can be done to a case. Pages, commands and jobs come here and nowhere else.

Each action is a keyword-only function: `case`, `by` whom, `on` what day in the world, and `press`, the once-only mark
of the form. It returns `Done`, or raises what `recording.record` raises, with nothing changed.
"""

from .choosing import (
    cannot_arrange,
    choose_mediation,
    decline_mediation,
    give_advice,
    record_appeal,
    record_call,
    record_facts,
    tell_authority,
    tell_commissioner,
)
from .claiming import give_place
from .ending import close, correct, link_case, reopen, withdraw
from .meetings import (
    adjourn,
    cancel_meeting,
    change_meeting,
    fix_meeting,
    give_notice,
    hold_meeting,
    meeting_not_held,
)
from .opening import open_case
from .outcomes import (
    approve_agreement,
    draft_agreement,
    issue_certificate,
    make_agreement,
    record_outcome,
    report_action,
)
from .people import (
    add_person,
    assign,
    choose_who_acts,
    consent_to_person,
    describe_person,
    end_place,
    give_availability,
    hand_over,
    name_representative,
)
from .resolving import agree_to_meet, invite_parties, refuse_to_meet
from .saying import (
    add_document,
    add_note,
    answer_complaint,
    claim_expenses,
    complain,
    decide_expenses,
    give_feedback,
    raise_concern,
    record_views,
    share,
    stop_sharing,
    write_to_mediator,
)

__all__ = [
    "add_document",
    "add_note",
    "add_person",
    "adjourn",
    "agree_to_meet",
    "answer_complaint",
    "approve_agreement",
    "assign",
    "cancel_meeting",
    "cannot_arrange",
    "change_meeting",
    "choose_mediation",
    "choose_who_acts",
    "claim_expenses",
    "close",
    "complain",
    "consent_to_person",
    "correct",
    "decide_expenses",
    "decline_mediation",
    "describe_person",
    "draft_agreement",
    "end_place",
    "fix_meeting",
    "give_advice",
    "give_availability",
    "give_feedback",
    "give_notice",
    "give_place",
    "hand_over",
    "hold_meeting",
    "invite_parties",
    "issue_certificate",
    "link_case",
    "make_agreement",
    "meeting_not_held",
    "name_representative",
    "open_case",
    "raise_concern",
    "record_appeal",
    "record_call",
    "record_facts",
    "record_outcome",
    "record_views",
    "refuse_to_meet",
    "reopen",
    "report_action",
    "share",
    "stop_sharing",
    "tell_authority",
    "tell_commissioner",
    "withdraw",
    "write_to_mediator",
]
