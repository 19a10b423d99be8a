"""The mediation certificate: when it is needed, the two months to ask, and the three working days to issue it.

Read with: Children and Families Act 2014, s. 55; SEND Regulations 2014, regs 33, 34 and 39.
Information and advice is the condition of both kinds of certificate (s. 55(4)(a) and (5)); only a mediation
adviser issues it, never the authority.
"""

from datetime import date

from ..calendars import REGULATIONS
from ..counting import months_after
from ..mechanism.asking import Situation
from ..mechanism.outcomes import STOPPED, Outcome, Reason, Run, closed, not_yet, open_, unavailable, undated
from ..mechanism.registry import clock, route
from ..mechanism.steps import step
from ..sources import (
    REG_33,
    REG_34_1,
    REG_34_2,
    REG_34_3,
    REG_39_1,
    REG_39_2,
    REG_39_3,
    S51_2,
    S55_2,
    S55_3,
    S55_4,
    S55_5,
    S56_2,
)
from .decisions import (
    can_be_appealed,
    certificate_may_be_needed,
    certificate_needed,
    clock_runs_for_someone,
    health_only,
    may_be_appealed,
    not_the_holder,
)

PART_3_BEGAN = "2014-09-01"
TWO_ANCHORS = (
    "Two rules count these two months: one from the date printed on the notice, the other from the day it was sent. "
    "The earlier day is safe; the later one may be too late for a certificate without mediation."
)
NO_RELIEF = Reason(
    "A weekend, August or Christmas does not give more time here.",
    (REG_33, REG_34_2),
    "contact_adviser",
)


@step(REG_33, since=PART_3_BEGAN, relaxed=True)
def two_months_from_sending(notice_sent: date) -> date:
    """Contact the mediation adviser within two months after the day the written notice was sent."""
    return months_after(notice_sent, 2)


@step(REG_34_2, since=PART_3_BEGAN, relaxed=True)
def two_months_from_its_date(notice_dated: date) -> date:
    """After two months from the date of the notice the adviser may not give the certificate for not mediating."""
    return months_after(notice_dated, 2)


@step(REG_34_1, S55_4, since=PART_3_BEGAN, calendar=REGULATIONS, relaxed=True)
def three_working_days_from_being_told_no(adviser_told_no: date) -> date:
    """The adviser has three working days from being told that the family does not wish to mediate."""
    return REGULATIONS.after(adviser_told_no, 3)


@step(REG_39_1, S55_5, since=PART_3_BEGAN, calendar=REGULATIONS, relaxed=True)
def three_working_days_from_conclusion(mediation_concluded: date) -> date:
    """The adviser has three working days from the end of the mediation."""
    return REGULATIONS.after(mediation_concluded, 3)


@step(REG_39_3, S55_5, since=PART_3_BEGAN, calendar=REGULATIONS, relaxed=True)
def three_working_days_from_cannot_arrange(adviser_told_cannot_arrange: date) -> date:
    """The adviser has three working days from hearing that mediation could not be arranged in time."""
    return REGULATIONS.after(adviser_told_cannot_arrange, 3)


def _contact_is_counted(s: Situation) -> bool:
    return (
        may_be_appealed(s)
        and clock_runs_for_someone(s)
        and certificate_may_be_needed(s)
        and s.has("notice_sent")
    )


def _printed(s: Situation) -> str:
    """The fact that says the date of the notice: its own date, or the day it was sent."""
    return "notice_dated" if s.has("notice_dated") else "notice_sent"


@clock(REG_33, met_by=("contact",), public=False)
def consider_mediation(s: Situation) -> Run:
    """Whoever needs a certificate must contact the adviser within two months after the notice was sent."""
    if not _contact_is_counted(s):
        return STOPPED
    return Run("family", (two_months_from_sending, "notice_sent"))


@clock(REG_34_2, met_by=("contact",), public=False)
def the_bar(s: Situation) -> Run:
    """Whoever contacts the adviser later than two months from the notice's date gets no s. 55(4) certificate."""
    if not (may_be_appealed(s) and clock_runs_for_someone(s) and certificate_may_be_needed(s)):
        return STOPPED
    if not s.has("notice_dated") and not s.has("notice_sent"):
        return STOPPED
    return Run("family", (two_months_from_its_date, _printed(s)))


@clock(REG_33, REG_34_2, met_by=("contact",), relaxed=True)
def contact_adviser(s: Situation) -> Run:
    """Contact the mediation adviser within two months, and say whether you wish to mediate."""
    if not _contact_is_counted(s):
        return STOPPED
    return Run(
        "family",
        (two_months_from_sending, "notice_sent"),
        (two_months_from_its_date, _printed(s)),
        pick="earliest",
        doubt=TWO_ANCHORS,
        notes=(NO_RELIEF,),
    )


@clock(REG_34_1, REG_39_1, REG_39_3, met_by=("certificate_issued",), relaxed=True)
def issue_certificate(s: Situation) -> Run:
    """The adviser must issue the certificate within three working days."""
    if not (may_be_appealed(s) and clock_runs_for_someone(s) and certificate_may_be_needed(s)):
        return STOPPED
    legs = []
    if s.has("adviser_told_no") and not s.missed("the_bar"):
        legs.append((three_working_days_from_being_told_no, "adviser_told_no"))
    if s.has("mediation_concluded"):
        legs.append((three_working_days_from_conclusion, "mediation_concluded"))
    if s.has("adviser_told_cannot_arrange") and not health_only(s):
        legs.append((three_working_days_from_cannot_arrange, "adviser_told_cannot_arrange"))
    return Run("adviser", *legs, pick="earliest") if legs else STOPPED


def took_part(s: Situation) -> bool:
    """Whether the family has taken part in mediation, or is deemed to have (not where health alone was at issue)."""
    return s.has("mediation_concluded") or (s.has("adviser_told_cannot_arrange") and not health_only(s))


@route(S55_3, S55_4, S55_5, date="contact_adviser")
def certificate(s: Situation) -> Outcome:
    """A mediation adviser, and nobody else, issues the certificate that opens an appeal."""
    if not can_be_appealed(s):
        return unavailable(
            "There is no right of appeal about this, so there is no certificate.", S51_2, S55_3
        )
    if (refused := not_the_holder(s)) is not None:
        return refused
    if not certificate_needed(s):
        return unavailable(
            "An appeal that is only about the school or college named needs no certificate.", S55_2
        )
    if s.has("certificate_issued"):
        return closed("The certificate has been issued.", S55_3)
    if not s.has("notice_sent"):
        return not_yet("notice", "The time begins on the day the council sends its written notice.", REG_33)
    return _certificate_to_be_had(s)


def _certificate_to_be_had(s: Situation) -> Outcome:
    if took_part(s):
        return undated(
            open_(
                "The mediation adviser must now issue the certificate; the council has no say in it.",
                REG_39_1,
                REG_39_3,
                S55_5,
            )
        )
    if not s.missed("the_bar"):
        return _certificate_in_time(s)
    if not s.missed("consider_mediation"):
        return not_yet(
            "mediation",
            "It is too late for a certificate without mediation, and too early for leave to appeal without one; "
            "taking part in mediation still leads to a certificate.",
            REG_34_2,
            S55_5,
        )
    return closed(
        "The adviser was not contacted in time, so no adviser may issue it now; only mediation that is still held may lead "
        "to one.",
        REG_33,
        REG_34_2,
        REG_34_3,
    )


def _certificate_in_time(s: Situation) -> Outcome:
    outcome = _mediate_first(s) if s.surely("wants_mediation") else _say_no(s)
    return undated(outcome) if s.has("contact") else outcome


def _mediate_first(s: Situation) -> Outcome:
    return open_(
        "After mediation, or if the council says it cannot arrange it within thirty days, the adviser issues the "
        "certificate; you may also change your mind. If the council stays silent after thirty days, ask it to tell "
        "the adviser.",
        S55_5,
        REG_39_1,
        REG_39_2,
        REG_39_3,
    )


def _say_no(s: Situation) -> Outcome:
    if s.has("contact"):
        return open_(
            "You contacted the adviser in time. If you do not wish to mediate, say so, and the certificate comes within "
            "three working days.",
            REG_33,
            REG_34_1,
            S55_4,
        )
    return open_(
        "Ring the mediation adviser, hear the information, and say whether you wish to mediate; if you do not, the "
        "certificate comes within three working days.",
        REG_33,
        REG_34_1,
        S55_4,
        S56_2,
    )
