"""The appeal to the Tribunal, its last day, and the recommendations that may go with it.

Read with: Children and Families Act 2014, ss. 51 and 55; Tribunal Procedure (First-tier Tribunal) (HESC) Rules
2008, rr. 5, 12, 19 and 20; SI 2017/1306 for recommendations about health and social care.
"""

from datetime import date

from ..calendars import TRIBUNAL, closed_season_ends
from ..counting import months_after, weeks_beginning_with
from ..mechanism.asking import Situation
from ..mechanism.outcomes import (
    CLOSED,
    LATE,
    NOT_YET,
    OPEN,
    STOPPED,
    Outcome,
    Reason,
    Run,
    closed,
    late,
    not_yet,
    open_,
    unavailable,
)
from ..mechanism.registry import clock, route
from ..mechanism.steps import step
from ..sources import (
    CM_SURREY,
    RECS_3,
    RECS_4,
    RECS_6_3,
    RECS_7_1,
    REG_34_3,
    RULE_5_3,
    RULE_12_1,
    RULE_12_2,
    RULE_12_3,
    RULE_12_3_OLD,
    RULE_19,
    RULE_20_1_C,
    RULE_20_3,
    RULE_20_5,
    S51_1,
    S51_2,
    S51_5,
    S55_2,
    S55_3,
)
from .asked import RECOMMENDATIONS_BEGIN
from .certificates import PART_3_BEGAN, took_part
from .decisions import (
    can_be_appealed,
    certificate_may_be_needed,
    certificate_needed,
    clock_runs_for_someone,
    may_be_appealed,
    not_the_holder,
)

HOUR = Reason("It must reach the Tribunal by 5pm on that day.", (RULE_12_1, RULE_20_1_C), "register_appeal")
LATER_OF = Reason("The later of the two counts.", (RULE_20_1_C,), "register_appeal")
A_MONTH_TO_COME = Reason(
    "Once you have a certificate, one month from the day it was issued counts instead, if that is later.",
    (RULE_20_1_C,),
    "register_appeal",
)
BOTH_REPLY = Reason(
    "The health body replies about health care, and the council about social care, each by this day.",
    (RECS_6_3, RECS_7_1),
    "reply_to_recommendations",
)
WEEKEND = Reason(
    "The time ends on a day that is not a working day, so the next working day is in time.",
    (RULE_12_2,),
    "rule_12",
)
SEASON_CHANGED = date(2020, 7, 21)


def _season_reason(which: str, raw: date) -> Reason:
    cite = RULE_12_3 if raw >= SEASON_CHANGED else RULE_12_3_OLD
    return Reason(f"The time ends {which}, so the first working day after it is in time.", (cite,), "rule_12")


_SEASONS = {
    (month, new): _season_reason(
        "in August" if month == 8 else "between 25 December and 1 January",
        SEASON_CHANGED if new else date(2014, 9, 1),
    )
    for month in (1, 8, 12)
    for new in (True, False)
}


def rule_12(raw: date) -> tuple[date, date | None, tuple[Reason, ...]]:
    """Where rule 12 of the Tribunal's Rules moves a last day: the safe day, the arguable one or None, and why.

    A day in August or from 25 December to 1 January moves to the first working day after that season
    (r. 12(3)(a)); another day that is not a working day moves to the next one (r. 12(2)). Where the second
    move lands inside the season, whether the first then applies as well is open: the safe day stays there.
    """
    ends = closed_season_ends(raw)
    if ends is not None:
        return TRIBUNAL.after(ends, 1), None, (_SEASONS[raw.month, raw >= SEASON_CHANGED],)
    rolled = TRIBUNAL.on_or_after(raw)
    if rolled == raw:
        return raw, None, ()
    ends = closed_season_ends(rolled)
    return rolled, None if ends is None else TRIBUNAL.after(ends, 1), (WEEKEND,)


@step(RULE_20_1_C, since=PART_3_BEGAN)
def two_months_from_notice(notice_sent: date) -> date:
    """An appeal must arrive within two months after the day the council sent its written notice."""
    return months_after(notice_sent, 2)


@step(RULE_20_1_C, since=PART_3_BEGAN)
def one_month_from_certificate(certificate_issued: date) -> date:
    """With a certificate, an appeal may also arrive within one month from the day the certificate was issued."""
    return months_after(certificate_issued, 1)


@step(RECS_6_3, RECS_7_1, since=RECOMMENDATIONS_BEGIN, relaxed=True)
def five_weeks_beginning_with_recommendation(recommendation_made_on: date) -> date:
    """The reply is due within five weeks, and the day of the recommendation is the first day."""
    return weeks_beginning_with(recommendation_made_on, 5)


@clock(
    RULE_20_1_C,
    RULE_12_1,
    RULE_12_2,
    RULE_12_3,
    met_by=("appeal_received",),
    at="17:00",
    roll=rule_12,
    safe_from={"notice_sent": "notice_dated"},
    hour=HOUR,
)
def register_appeal(s: Situation) -> Run:
    """An appeal must reach the Tribunal within two months of the notice, or one month of the certificate if later."""
    if not (may_be_appealed(s) and clock_runs_for_someone(s) and s.has("notice_sent")):
        return STOPPED
    if certificate_may_be_needed(s) and s.has("certificate_issued"):
        return Run(
            "family",
            (two_months_from_notice, "notice_sent"),
            (one_month_from_certificate, "certificate_issued"),
            notes=(LATER_OF,),
        )
    later = (A_MONTH_TO_COME,) if certificate_may_be_needed(s) else ()
    return Run("family", (two_months_from_notice, "notice_sent"), notes=later)


@clock(RECS_6_3, RECS_7_1)
def reply_to_recommendations(s: Situation) -> Run:
    """The health body, or the council for social care, must reply in writing to what the Tribunal recommended."""
    if (
        s.ask("matter") == "refusal_to_assess"
        or not may_be_appealed(s)
        or not s.has("recommendation_made_on")
    ):
        return STOPPED
    health = s.surely("health_issue")
    notes = (BOTH_REPLY,) if health and s.surely("social_care_issue") else ()
    whose = "commissioning_body" if health else "authority"
    return Run(whose, (five_weeks_beginning_with_recommendation, "recommendation_made_on"), notes=notes)


def _stand_of_appeal(s: Situation) -> Outcome:
    if not can_be_appealed(s):
        return unavailable("There is no right of appeal about this.", S51_2)
    if (refused := not_the_holder(s)) is not None:
        return refused
    if s.has("appeal_received"):
        return closed("The Tribunal has received the appeal.", S51_1)
    if certificate_needed(s) and not s.has("certificate_issued"):
        return _without_certificate(s)
    if not s.has("notice_sent"):
        return not_yet(
            "notice",
            "The time begins on the day the council sends its written notice.",
            RULE_20_1_C,
        )
    if s.passed("register_appeal"):
        return _too_late(s)
    return _may_appeal(s)


def _without_certificate(s: Situation) -> Outcome:
    if not took_part(s) and s.missed("the_bar") and s.missed("consider_mediation"):
        return late(
            "The adviser was not contacted in time; the Tribunal may give leave to appeal without a certificate, "
            "if you give it your full reasons.",
            REG_34_3,
            RULE_19,
        )
    return not_yet("certificate", "An appeal may be made only with a mediation certificate.", S55_3)


def _too_late(s: Situation) -> Outcome:
    if not s.passed("register_appeal_other"):
        return late(
            "By one reading of the rule the time has passed, by another it has not. Send the appeal at once, and ask "
            "the Tribunal to extend the time in case that is needed.",
            RULE_12_2,
            RULE_12_3,
            RULE_5_3,
        )
    return late(
        "The time has passed; ask the Tribunal to extend it, and give the reason with the appeal.",
        RULE_20_5,
        RULE_5_3,
        CM_SURREY,
    )


def _may_appeal(s: Situation) -> Outcome:
    if s.ask("matter") == "refusal_to_assess":
        return open_(
            "You may appeal with form SEND35A; send the decision letter, your reasons and the certificate.",
            S51_2,
            RULE_20_3,
        )
    if not certificate_needed(s):
        return open_(
            "You may appeal with form SEND35, without a certificate, because it is only about the school or college "
            "named.",
            S51_2,
            S55_2,
            RULE_20_3,
        )
    return open_(
        "You may appeal with form SEND35; send the decision letter, your reasons and the certificate.",
        S51_2,
        RULE_20_3,
    )


@route(S51_1, S51_2, S55_3, date="register_appeal")
def appeal(s: Situation) -> Outcome:
    """A parent or young person may appeal to the Tribunal about six decisions of the council."""
    return _stand_of_appeal(s)


@route(S51_5, name="recommendations", until="2018-04-02")
def no_recommendations_yet(s: Situation) -> Outcome:
    """Before 3 April 2018 the Tribunal could recommend nothing about health or social care, but for a pilot."""
    return unavailable("The decision was made before 3 April 2018, when this power began.", RECS_3)


@route(S51_5, RECS_3, RECS_4, date="register_appeal", since=RECOMMENDATIONS_BEGIN)
def recommendations(s: Situation) -> Outcome:
    """With an appeal about education, the Tribunal may recommend something about health or social care."""
    if not s.is_("health_issue") and not s.is_("social_care_issue"):
        return unavailable("Nothing about health or social care is at issue.", RECS_4)
    if s.has("recommendation_made_on"):
        return closed(
            "The Tribunal has made its recommendation; the health body or the council must reply.", RECS_6_3
        )
    return _beside(_stand_of_appeal(s))


def only_beside_an_appeal(s: Situation) -> Outcome | None:
    """At any time: no recommendation without an appeal that may carry one."""
    if s.ask("matter") == "refusal_to_assess":
        return unavailable(
            "The Tribunal cannot recommend anything where the council refused to assess.", RECS_4
        )
    if not can_be_appealed(s) or not_the_holder(s) is not None:
        return unavailable("Recommendations go only with an appeal about education.", RECS_4, S51_5)
    return None


recommendations.before = only_beside_an_appeal


def _beside(appealed: Outcome) -> Outcome:
    if appealed.state == CLOSED:
        return Outcome(
            OPEN,
            (
                Reason(
                    "The appeal is with the Tribunal; ask it to look at health or social care as well.",
                    (RECS_4,),
                ),
            ),
            dated=False,
        )
    if appealed.state == OPEN:
        return open_(
            "Ask for recommendations in the same appeal; they do not bind, but they must be answered.",
            RECS_4,
        )
    if appealed.state == LATE:
        return late(
            "They go with the appeal, and the time for that has run out; the Tribunal may let it in.",
            RECS_4,
        )
    assert appealed.state == NOT_YET
    return not_yet("appeal", "They can be asked for only in an appeal about education.", RECS_4)
