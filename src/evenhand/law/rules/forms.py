"""How a thing is done at the Tribunal: which form, what goes with it, how its days are counted, who may bring it.

Read with: Tribunal Procedure (First-tier Tribunal) (HESC) Rules 2008, rr. 12, 19, 20 and 21; Children and Families
Act 2014, ss. 55, 58 and 59; the Tribunal's own forms. The letters of the claim forms but SEND4A are inferred.
"""

from datetime import date, timedelta

from ..calendars import TRIBUNAL, closed_season_ends
from ..mechanism.asking import Situation
from ..mechanism.outcomes import Finding, Reason, Run, found
from ..mechanism.questions import choice, quality, since
from ..mechanism.registry import rule
from ..mechanism.steps import step
from ..sources import (
    ASHDOWN,
    EQUALITY_4_1,
    REG_34_3,
    RULE_5_3,
    RULE_12_3,
    RULE_12_3_B,
    RULE_12_3_OLD,
    RULE_12_3A,
    RULE_12_4,
    RULE_19,
    RULE_19_2,
    RULE_20_2,
    RULE_20_3,
    RULE_20_4,
    RULE_20_5,
    RULE_21,
    S51_1,
    S55_3,
    S58,
    S59,
    SEND4A,
    SEND4B,
    SEND7,
    SEND11,
    SEND26A,
    SEND26B,
    SEND35,
    SEND35A,
    SEND45,
    SEND46,
)

CLAIMS_LEFT = "2020-07-21"
# LAW-QUESTION(023): five years beginning with 13 March 2014 end on 12 March 2019.
PILOT_POWER_ENDED = "2019-03-13"
since_claims_left = since(CLAIMS_LEFT, "Is the day on or after 21 July 2020?")
since_pilot_power_ended = since(PILOT_POWER_ENDED, "Is the day on or after 13 March 2019?")

sent_to_tribunal = choice(
    "sent_to_tribunal",
    (
        "appeal_against_refusal_to_assess",
        "any_other_appeal",
        "disability_claim",
        "request_for_change",
        "who_will_attend",
        "case_review",
        "consent_order",
    ),
    "What is to be sent to the Tribunal?",
)
claimant = choice("claimant", ("parent", "young_person"), "Who makes the claim?")
reinstatement = quality("asks_reinstatement", "Does the claim ask to undo a permanent exclusion?")
certificate_is_needed = quality("certificate_is_needed", "Does this appeal need a certificate?")
adviser_in_time = quality(
    "adviser_in_time", "Was the adviser contacted within two months of the notice's sending?"
)
two_months_over = quality("two_months_over", "Are those two months over?")
appeal_is_late = quality("appeal_is_late", "Does the appeal come after its last day?")
tribunal_case = choice(
    "tribunal_case", ("special_needs_appeal", "disability_claim"), "Which kind of case is it?"
)
tribunal_act = choice("tribunal_act", ("starting_the_case", "any_other_act"), "What is to be done?")
day_directed = quality("day_directed", "Has the Tribunal named the day by which it must be done?")


@rule(SEND35, SEND35A, SEND4A)
def which_form(s: Situation) -> Finding:
    """Each thing sent to the Tribunal has a form of its own."""
    what = s.ask("sent_to_tribunal")
    if what == "disability_claim":
        return _claim_form(s)
    name, text, cite = {
        "appeal_against_refusal_to_assess": (
            "SEND35A",
            "Appeal against a refusal to assess with SEND35A.",
            SEND35A,
        ),
        "any_other_appeal": ("SEND35", "Every other appeal goes on SEND35.", SEND35),
        "request_for_change": (
            "SEND7",
            "Ask for a change with SEND7; first ask the other side, and give it five days to answer.",
            SEND7,
        ),
        "who_will_attend": ("SEND11", "Say with SEND11 who will come to the hearing.", SEND11),
        "case_review": ("SEND45", "The case review form is SEND45.", SEND45),
        "consent_order": ("SEND46", "Ask for an order by consent with SEND46.", SEND46),
    }[what]
    return found(name, text, cite)


def _claim_form(s: Situation) -> Finding:
    # LAW-QUESTION(022): only SEND4A was seen; the other letters are inferred.
    if s.ask("claimant") == "parent":
        if s.is_("asks_reinstatement"):
            return found("SEND4B", "A parent's claim to undo a permanent exclusion goes on SEND4B.", SEND4B)
        return found(
            "SEND4A", "A parent's claim goes on SEND4A, unless it is to undo a permanent exclusion.", SEND4A
        )
    if s.is_("asks_reinstatement"):
        return found(
            "SEND26B", "A young person's claim to undo a permanent exclusion goes on SEND26B.", SEND26B
        )
    return found(
        "SEND26A",
        "A young person's claim goes on SEND26A, unless it is to undo a permanent exclusion.",
        SEND26A,
    )


@rule(RULE_20_2, RULE_20_3)
def sent_with_the_appeal(s: Situation) -> Finding:
    """The council's written decision, your reasons and, where one is needed, the certificate go with the appeal."""
    reasons = [
        Reason("Send the written record of the council's decision.", (RULE_20_3,)),
        Reason("Send your reasons for the appeal.", (RULE_20_3,)),
    ]
    if s.is_("certificate_is_needed"):
        return Finding(
            "three_papers", *reasons, Reason("Send a copy of the certificate.", (RULE_20_3, S55_3))
        )
    return Finding("two_papers", *reasons)


@rule(REG_34_3, RULE_19, RULE_19_2)
def leave_without_certificate(s: Situation) -> Finding:
    """If the adviser was not contacted in time, the Tribunal may let you appeal without a certificate."""
    if s.is_("adviser_in_time"):
        return found("not_open", "You were in time, so ask the adviser for the certificate.", REG_34_3)
    if not s.is_("two_months_over"):
        return found("not_open", "There is still time: contact the adviser now.", REG_34_3)
    return Finding(
        "may_ask",
        Reason("Ask the Tribunal for leave to appeal without a certificate.", (REG_34_3, RULE_19)),
        Reason("Give full reasons, and send what would go with an appeal.", (RULE_19_2, RULE_20_3)),
    )


@rule(RULE_20_4, RULE_20_5, RULE_5_3)
def late_appeal_must_say(s: Situation) -> Finding:
    """A late appeal must ask for more time and say why it is late."""
    if s.is_("appeal_is_late"):
        return found(
            "ask_for_time",
            "Ask with the appeal for the time to be extended, and say why it is late; the Tribunal decides.",
            RULE_20_4,
            RULE_20_5,
            RULE_5_3,
        )
    return found("nothing_more", "The appeal is in time, so nothing needs to be explained.", RULE_20_4)


def _other_act(s: Situation) -> Finding:
    cite = RULE_12_3A if s.ask("tribunal_case") == "disability_claim" else RULE_12_3_B
    if s.is_("day_directed"):
        return found("days_count", "The Tribunal has named the day, so every day counts.", RULE_12_4)
    return found(
        "days_do_not_count", "Days in August and from 25 December to 1 January are not counted.", cite
    )


def _starting_an_appeal() -> Finding:
    return found(
        "last_day_moves",
        "A last day in August or from 25 December to 1 January moves to the first working day after.",
        RULE_12_3,
    )


@rule(RULE_12_3_OLD, ASHDOWN, name="closed_days", until="2020-07-20")
def closed_days_before(s: Situation) -> Finding:
    """August and Christmas moved the last day of an appeal, and did not count for other acts."""
    if s.ask("tribunal_act") == "any_other_act":
        if s.is_("day_directed"):
            return found("days_count", "The Tribunal had named the day, so every day counted.", RULE_12_4)
        return found(
            "days_do_not_count",
            "Days in August and from 25 December to 1 January were not counted.",
            RULE_12_3_OLD,
        )
    if s.ask("tribunal_case") == "disability_claim":
        return found(
            "no_relief",
            "The Rules gave claims more time, but the Upper Tribunal held that they could not: the Act fixes six months.",
            ASHDOWN,
            EQUALITY_4_1,
            RULE_12_3_OLD,
        )
    return found(
        "last_day_moves",
        "A last day in August or from 25 December to 1 January moved to the first working day after.",
        RULE_12_3_OLD,
    )


@rule(RULE_12_3, RULE_12_3A, RULE_12_4, name="closed_days", since=CLAIMS_LEFT)
def closed_days(s: Situation) -> Finding:
    """August and Christmas move the last day of an appeal, never that of a claim, and do not count for other acts."""
    if s.ask("tribunal_act") == "any_other_act":
        return _other_act(s)
    if s.ask("tribunal_case") == "disability_claim":
        return found(
            "no_relief",
            "The six months of a claim stand in the Act, so neither August nor Christmas gives more time.",
            EQUALITY_4_1,
            RULE_12_3A,
        )
    return _starting_an_appeal()


def _thirty_open_working_days(start: date) -> date:
    day, left = start, 30
    while left:
        day += timedelta(1)
        if closed_season_ends(day) is None and TRIBUNAL.works(day):
            left -= 1
    return day


@step(RULE_21, RULE_12_3_B, since=CLAIMS_LEFT, calendar=TRIBUNAL)
def thirty_working_days_to_respond(appeal_sent: date) -> date:
    """The response is due in thirty working days, without those of August and 25 December to 1 January."""
    return _thirty_open_working_days(appeal_sent)


@thirty_working_days_to_respond.version(RULE_21, RULE_12_3_OLD, since="2014-09-01", until="2020-07-20")
def _thirty_working_days_before(appeal_sent: date) -> date:
    """The response was due in thirty working days, without those of August and 25 December to 1 January."""
    return _thirty_open_working_days(appeal_sent)


@rule(RULE_21, RULE_12_3_B)
def tribunal_response(s: Situation) -> Run:
    """The council, or the school in a claim, must answer within thirty working days of being sent the papers."""
    whose = (
        "authority" if s.ask("tribunal_case", "special_needs_appeal") == "special_needs_appeal" else "setting"
    )
    return Run(whose, (thirty_working_days_to_respond, "appeal_sent_to_other_side"))


@rule(S51_1, S58, S59, name="child_may_appeal_alone", until="2019-03-12")
def child_may_appeal_alone_in_a_pilot(_: Situation) -> Finding:
    """A child could appeal alone only under a pilot scheme, and none that we know of was made."""
    return found(
        "no", "The parent appeals for a child; no pilot scheme for children is known to us.", S51_1, S58
    )


@rule(S51_1, S59, name="child_may_appeal_alone", since=PILOT_POWER_ENDED)
def child_may_appeal_alone(_: Situation) -> Finding:
    """A child cannot appeal alone: the power to try it out ended, and no order has been made since."""
    return found("no", "The parent appeals for a child; no order lets a child appeal alone.", S51_1, S59)
