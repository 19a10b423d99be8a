"""An appeal that the council does not oppose: what it must then do, by when, and what excuses it.

Read with: SEND Regulations 2014, regs 44(3) and 45; SI 2015/359, reg 8, which rewrote reg 45(3) to (6) and took "(4)"
out of reg 45(7) on 23 March 2015. Every limit runs from the day the council told the Tribunal. Of the text before that
day, paragraphs (3) to (5) are quoted by a page that can be relied on; paragraph (6) was not found.
"""

from datetime import date

from ..counting import weeks_after
from ..mechanism.asking import Situation
from ..mechanism.outcomes import Finding, Reason, Run, found
from ..mechanism.questions import choice, quality, since
from ..mechanism.registry import rule
from ..mechanism.steps import step
from ..sources import (
    REG_13_3,
    REG_44_3,
    REG_45_1,
    REG_45_2,
    REG_45_3,
    REG_45_3A,
    REG_45_4,
    REG_45_5,
    REG_45_6,
    REG_45_6A,
    REG_45_7,
    REG_45_AS_MADE,
    RULE_17_2,
    SI_2015_359_8,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..mechanism.outcomes import Leg

PART_3_BEGAN, DAY_BEFORE, REWRITTEN = "2014-09-01", "2015-03-22", "2015-03-23"
TOLD = "told_tribunal_unopposed"
since_rewritten = since(REWRITTEN, "Did the council tell the Tribunal on or after 23 March 2015?")

appealed = choice(
    "appealed",
    (
        "refusal_to_assess",
        "refusal_to_reassess",
        "refusal_to_issue_plan",
        "contents",
        "placement",
        "contents_and_placement",
        "refusal_to_amend",
        "ceasing_to_maintain",
    ),
    "What was the appeal about?",
)
also_amends = quality("also_agreed_to_amend", "Has the council also agreed to amend the plan?")
limit = choice(
    "limit",
    (
        "order_to_assess",
        "order_to_make_a_plan",
        "any_other_order",
        "unopposed_telling_of_assessment",
        "unopposed_result_of_assessment",
        "unopposed_contents",
        "unopposed_plan",
        "unopposed_other",
    ),
    "Which time limit is it?",
)
impractical_because = choice(
    "impractical_because",
    (
        "exceptional_personal_circumstances",
        "two_weeks_or_more_away",
        "circumstances_of_regulation_13_3",
        "other",
    ),
    "Why does the council find the time impractical?",
)


@step(REG_45_3, since=REWRITTEN, relaxed=True)
def unopposed_two_weeks_to_notify(told_tribunal: date) -> date:
    """Within two weeks the council must tell you that it must make the assessment."""
    return weeks_after(told_tribunal, 2)


@step(REG_45_AS_MADE, since=PART_3_BEGAN, until=DAY_BEFORE)
def unopposed_four_weeks_to_assess(told_tribunal: date) -> date:
    """The council had to carry out the assessment within four weeks."""
    return weeks_after(told_tribunal, 4)


@step(REG_45_3A, since=REWRITTEN, relaxed=True)
def unopposed_ten_weeks_for_reasons(told_tribunal: date) -> date:
    """If no plan follows the assessment, the council must say so with reasons within ten weeks."""
    return weeks_after(told_tribunal, 10)


@step(REG_45_3A, since=REWRITTEN, relaxed=True)
def unopposed_fourteen_weeks_for_plan(told_tribunal: date) -> date:
    """If a plan follows the assessment, the final plan must be sent within fourteen weeks."""
    return weeks_after(told_tribunal, 14)


@step(REG_45_4, REG_45_5, since=REWRITTEN, relaxed=True)
def unopposed_time_to_amend(told_tribunal: date) -> date:
    """The amended plan must be issued within five weeks."""
    return weeks_after(told_tribunal, 5)


@unopposed_time_to_amend.version(REG_45_AS_MADE, since=PART_3_BEGAN, until=DAY_BEFORE)
def _unopposed_four_weeks_to_amend(told_tribunal: date) -> date:
    """The amended plan had to be issued within four weeks."""
    return weeks_after(told_tribunal, 4)


@step(REG_45_5, since=REWRITTEN, relaxed=True)
def unopposed_time_to_name_school(told_tribunal: date) -> date:
    """The plan must name the other school or type of school within two weeks."""
    return weeks_after(told_tribunal, 2)


@unopposed_time_to_name_school.version(REG_45_AS_MADE, since=PART_3_BEGAN, until=DAY_BEFORE)
def _unopposed_time_to_name_school_as_made(told_tribunal: date) -> date:
    """The plan had to name the other school or type of school within two weeks."""
    return weeks_after(told_tribunal, 2)


@step(REG_45_6, since=REWRITTEN, relaxed=True)
def unopposed_five_weeks_for_draft(told_tribunal: date) -> date:
    """The draft plan must be issued within five weeks."""
    return weeks_after(told_tribunal, 5)


@step(REG_45_6, since=REWRITTEN, relaxed=True)
def unopposed_eleven_weeks_for_plan(told_tribunal: date) -> date:
    """The final plan must be sent within eleven weeks."""
    return weeks_after(told_tribunal, 11)


@step(REG_45_6A, since=REWRITTEN, relaxed=True)
def unopposed_five_weeks_to_continue_and_amend(told_tribunal: date) -> date:
    """The plan continues, and is amended within five weeks."""
    return weeks_after(told_tribunal, 5)


ALLOWED = Reason(
    "The appeal counts as allowed, without an order, from the day the council told the Tribunal.",
    (REG_45_1, REG_45_2),
)
CONTINUES = Reason(
    "The council goes on maintaining the plan; the law sets no day, because it never stopped.", (REG_45_6A,)
)
NOT_FOUND = Reason("The limit of that time was not found; ask the advice service.", (REG_45_AS_MADE,))
LEGS: "dict[str, tuple[Leg, ...]]" = {
    "refusal_to_assess": (
        (unopposed_two_weeks_to_notify, TOLD, "notify"),
        (unopposed_ten_weeks_for_reasons, TOLD, "reasons"),
        (unopposed_fourteen_weeks_for_plan, TOLD, "final"),
    ),
    "refusal_to_issue_plan": (
        (unopposed_five_weeks_for_draft, TOLD, "draft"),
        (unopposed_eleven_weeks_for_plan, TOLD, "final"),
    ),
    "contents": ((unopposed_time_to_amend, TOLD),),
    "placement": ((unopposed_time_to_name_school, TOLD),),
}
LEGS["refusal_to_reassess"] = LEGS["refusal_to_assess"]
LEGS["contents_and_placement"] = LEGS["refusal_to_amend"] = LEGS["contents"]
OLD_LEGS: "dict[str, tuple[Leg, ...]]" = {
    "refusal_to_assess": ((unopposed_four_weeks_to_assess, TOLD),),
    "refusal_to_reassess": ((unopposed_four_weeks_to_assess, TOLD),),
    "contents": LEGS["contents"],
    "refusal_to_amend": LEGS["contents"],
    "contents_and_placement": LEGS["contents"],
    "placement": LEGS["placement"],
}


@rule(REG_45_AS_MADE, REG_45_1, REG_45_2, name="unopposed_appeal", until=DAY_BEFORE)
def unopposed_appeal_as_made(s: Situation) -> Run:
    """An appeal that the council did not oppose counted as allowed, and four or two weeks ran."""
    what = s.ask("appealed")
    # LAW-QUESTION(021): paragraph (6) as made was not found.
    if what not in OLD_LEGS:
        return Run("authority", pick="none", notes=(ALLOWED, NOT_FOUND))
    return Run("authority", *OLD_LEGS[what], pick="each", notes=(ALLOWED,))


@rule(
    REG_45_1, REG_45_2, REG_45_3, REG_45_3A, REG_45_4, REG_45_5, REG_45_6, REG_45_6A, RULE_17_2,
    name="unopposed_appeal", since=REWRITTEN,
)  # fmt: skip
def unopposed_appeal(s: Situation) -> Run:
    """An appeal that the council does not oppose counts as allowed, and the council's time runs."""
    what = s.ask("appealed")
    if what != "ceasing_to_maintain":
        return Run("authority", *LEGS[what], pick="each", notes=(ALLOWED,))
    if s.surely("also_agreed_to_amend"):
        return Run(
            "authority",
            (unopposed_five_weeks_to_continue_and_amend, TOLD),
            pick="each",
            notes=(ALLOWED, CONTINUES),
        )
    return Run("authority", pick="none", notes=(ALLOWED, CONTINUES))


for _reason in (ALLOWED, CONTINUES, NOT_FOUND):
    _reason.rule = "unopposed_appeal"

EXCUSED_ORDERS = ("order_to_assess", "order_to_make_a_plan")
EXCUSED_UNOPPOSED = ("unopposed_telling_of_assessment", "unopposed_plan")


def _excused(s: Situation, unopposed: tuple[str, ...]) -> Finding:
    which = s.ask("limit")
    cite = REG_44_3 if which in ("order_to_assess", "order_to_make_a_plan", "any_other_order") else REG_45_7
    if which not in (*EXCUSED_ORDERS, *unopposed):
        return found("not_excused", "The law allows no excuse for missing this limit.", cite)
    why = s.ask("impractical_because")
    if why == "exceptional_personal_circumstances":
        return found(
            "excused",
            "Exceptional personal circumstances of the child, the parent or the young person excuse it.",
            cite,
        )
    if why == "two_weeks_or_more_away":
        return found(
            "excused",
            "The child, parent or young person was away for two weeks or more without a break.",
            cite,
        )
    if why == "circumstances_of_regulation_13_3":
        return found(
            "excused", "The circumstances that excuse a late plan excuse this as well.", cite, REG_13_3
        )
    return found("not_excused", "Only the reasons that the Regulations name excuse the council.", cite)


@rule(REG_44_3, REG_45_7, SI_2015_359_8, name="council_is_excused", until=DAY_BEFORE)
def council_was_excused(s: Situation) -> Finding:
    """A council could miss three of the limits for unopposed appeals, and two for orders, for named reasons only."""
    return _excused(s, (*EXCUSED_UNOPPOSED, "unopposed_contents"))


@rule(REG_44_3, REG_45_7, SI_2015_359_8, name="council_is_excused", since=REWRITTEN)
def council_is_excused(s: Situation) -> Finding:
    """A council may miss only some of the limits, and only for the reasons that the Regulations name."""
    return _excused(s, EXCUSED_UNOPPOSED)
