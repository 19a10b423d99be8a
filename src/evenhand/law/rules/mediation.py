"""Mediation: who must arrange it, by when, and who must be told.

Read with: Children and Families Act 2014, ss. 52 to 54; SEND Regulations 2014, regs 35 to 37.
"""

from datetime import date

from ..calendars import REGULATIONS
from ..counting import days_after
from ..mechanism.asking import Situation
from ..mechanism.outcomes import STOPPED, Outcome, Reason, Run, not_yet, open_, unavailable
from ..mechanism.registry import clock, route
from ..mechanism.steps import step
from ..sources import (
    CODE_11_13,
    REG_35_2,
    REG_35_3,
    REG_35_4,
    REG_36_2,
    REG_37_2,
    REG_39_2,
    S52_1,
    S52_3,
    S53_2,
    S53_3,
    S53_4,
    S54_2,
)
from .certificates import PART_3_BEGAN
from .decisions import MEDIATED, health_only, not_the_holder

SILENCE = Reason(
    "If it cannot, the council must tell the adviser as soon as it knows; if it stays silent, ask it to, because the "
    "certificate waits for its word.",
    (REG_39_2,),
    "arrange_mediation",
)
HELD_OR_FIXED = Reason(
    "The law says 'arrange' within thirty days of the council being told; it is the council that must be told.",
    (REG_36_2, REG_35_4),
    "arrange_mediation",
)
FAMILY_MAY_AGREE = Reason(
    "Only the family may agree to be told later than this.", (REG_37_2,), "tell_family_of_meeting"
)


@step(REG_35_2, S53_2, since=PART_3_BEGAN, calendar=REGULATIONS, relaxed=True)
def three_working_days_to_notify(authority_told: date) -> date:
    """The council must tell each health body about the health issues within three working days."""
    return REGULATIONS.after(authority_told, 3)


@step(REG_36_2, REG_35_4, since=PART_3_BEGAN, relaxed=True)
def thirty_days_for_the_authority(authority_told: date) -> date:
    """The council must arrange mediation within thirty days from the day it was told that the family wants it."""
    return days_after(authority_told, 30)


@step(REG_35_3, S53_3, since=PART_3_BEGAN, relaxed=True)
def thirty_days_for_the_health_body(commissioner_notified: date) -> date:
    """About health alone, the health body must arrange mediation within thirty days from receiving the council's notice."""
    return days_after(commissioner_notified, 30)


def _fifth_working_day_before(mediation_on: date) -> date:
    return REGULATIONS.before(mediation_on, 5)


@step(
    REG_37_2,
    since=PART_3_BEGAN,
    calendar=REGULATIONS,
    other=_fifth_working_day_before,
    doubt="'At least five working days prior' is read as five whole working days between; "
    "by the other reading the fifth working day before is enough.",
)
def five_clear_working_days_before(mediation_on: date) -> date:
    """The family must be told the date and place at least five working days before the meeting."""
    return REGULATIONS.before(mediation_on, 6)


@clock(REG_35_2, met_by=("commissioner_notified",), relaxed=True)
def notify_commissioner(s: Situation) -> Run:
    """The council tells the health body about the health issues."""
    if s.ask("matter") not in MEDIATED or not s.has("authority_told") or not s.surely("health_issue"):
        return STOPPED
    return Run("authority", (three_working_days_to_notify, "authority_told"))


@clock(REG_35_3, REG_35_4, REG_36_2, met_by=("mediation_on", "mediation_concluded"), relaxed=True)
def arrange_mediation(s: Situation) -> Run:
    """Mediation must be arranged within thirty days."""
    if s.ask("matter") not in MEDIATED:
        return STOPPED
    if health_only(s):
        if not s.has("commissioner_notified"):
            return STOPPED
        return Run("commissioning_body", (thirty_days_for_the_health_body, "commissioner_notified"))
    if not s.has("authority_told"):
        return STOPPED
    return Run(
        "authority",
        (thirty_days_for_the_authority, "authority_told"),
        notes=(HELD_OR_FIXED, SILENCE),
    )


@clock(REG_37_2)
def tell_family_of_meeting(s: Situation) -> Run:
    """The family is told the date and place in good time."""
    if s.ask("matter") not in MEDIATED or not s.has("mediation_on"):
        return STOPPED
    whose = "commissioning_body" if health_only(s) else "authority"
    return Run(whose, (five_clear_working_days_before, "mediation_on"), notes=(FAMILY_MAY_AGREE,))


@route(S52_1, S53_3, S53_4, S54_2)
def mediation(s: Situation) -> Outcome:
    """A family may ask for mediation after every decision that can be appealed, and about the health and care parts of a plan."""
    if s.ask("matter") not in MEDIATED:
        return unavailable(
            "Mediation follows a council's decision about an assessment or a plan; this is not one.",
            S52_1,
            CODE_11_13,
        )
    if (refused := not_the_holder(s)) is not None:
        return refused
    if not s.has("notice_sent"):
        return not_yet("notice", "The right to mediation comes with the council's written decision.", S52_1)
    if s.has("mediation_concluded"):
        return open_(
            "A mediation has been held; nothing in the law stops the parties from meeting again.",
            S52_1,
            S52_3,
        )
    return open_(
        "You may ask for mediation, with or without needing a certificate; the council, and the health body where "
        "health is at issue, must take part. It is free to you. It does not stop the appeal clock.",
        S52_1,
        S52_3,
        S53_4,
        S54_2,
    )
