"""What a school did: discrimination, permanent exclusion, admission.

Read with: Equality Act 2010, Sch 17; SI 2012/1033; School Admission Appeals Code. The six months of a
discrimination claim stand in the Act, so the Tribunal's rule 12 gives no more time; to 20 July 2020 the Rules
said that it did, which the Upper Tribunal held they could not (*Ashdown House*).
"""

from datetime import date

from ..calendars import TRIBUNAL, closed_season_ends
from ..counting import clamped, months_after, months_beginning_with
from ..mechanism.asking import Situation
from ..mechanism.outcomes import STOPPED, Outcome, Run, late, not_yet, open_, unavailable
from ..mechanism.registry import clock, route
from ..mechanism.steps import step
from ..sources import (
    ADMISSION_CODE,
    EQUALITY_3,
    EQUALITY_4_1,
    EQUALITY_4_2,
    EQUALITY_4_3,
    EQUALITY_4_5,
    EQUALITY_13,
    EXCLUSION_6,
    EXCLUSION_REVIEW,
)
from .appeals import SEASON_CHANGED
from .decisions import acting, only_for_families

CLAIMS = ("discrimination_by_school", "permanent_exclusion")
OTHER_READING = (
    "Another reading gives a later day: where the last month is too short for the day, its last day; and for a claim "
    "whose time ended before 21 July 2020, the Tribunal's own rule on August and Christmas."
)


def _later_reading(conduct_on: date) -> date | None:
    on = months_beginning_with(conduct_on, 6)
    if clamped(conduct_on, 6):
        return months_after(conduct_on, 6)
    ends = closed_season_ends(on) if on < SEASON_CHANGED else None
    return None if ends is None else TRIBUNAL.after(ends, 1)


@step(EQUALITY_4_1, EQUALITY_4_5, other=_later_reading, doubt=OTHER_READING)
def six_months_starting_with_conduct(conduct_on: date) -> date:
    """A claim must start within six months, and the day of the act is the first day; conduct that goes on counts from its end."""
    return months_beginning_with(conduct_on, 6)


@clock(EQUALITY_4_1)
def discrimination_claim(s: Situation) -> Run:
    """A disability discrimination claim must start within six months."""
    if only_for_families(s) or s.ask("matter") not in CLAIMS or not s.has("conduct_on"):
        return STOPPED
    return Run("family", (six_months_starting_with_conduct, "conduct_on"))


def _not_the_claimant(s: Situation) -> Outcome | None:
    """The parent claims, or, over compulsory school age, the person; None where the right one acts."""
    who = acting(s)
    if who == "young_person_holds":
        return unavailable(
            "The claim is the young person's own now, because they are over school age.", EQUALITY_3
        )
    if who == "parent_holds":
        return unavailable("Until the end of compulsory school age the parent makes the claim.", EQUALITY_3)
    return None


def _claim(s: Situation) -> Outcome:
    if s.passed("discrimination_claim"):
        return late("The six months have passed; the Tribunal may still consider the claim.", EQUALITY_4_3)
    if s.ask("matter") == "permanent_exclusion":
        return open_(
            "If the exclusion was because of a disability, you may claim; no certificate is needed, and neither mediation "
            "nor conciliation gives more time.",
            EQUALITY_3,
            EQUALITY_4_1,
            EQUALITY_4_2,
        )
    return open_(
        "You may claim at the Tribunal; no certificate is needed, and neither mediation nor conciliation gives more time.",
        EQUALITY_3,
        EQUALITY_4_1,
        EQUALITY_4_2,
    )


@route(EQUALITY_3, EQUALITY_4_1, name="discrimination_claim", date="discrimination_claim")
def claim(s: Situation) -> Outcome:
    """A parent, or a pupil over compulsory school age, may claim that a school discriminated because of a disability."""
    if only_for_families(s):
        return unavailable("Only the parent or the pupil may claim.", EQUALITY_3)
    matter = s.ask("matter")
    if matter == "admission_refused":
        return unavailable(
            "Discrimination in an admission decision is for the admission appeal panel.",
            EQUALITY_13,
        )
    if matter not in CLAIMS:
        return unavailable("This is not about discrimination by a school; if it is, say so.", EQUALITY_3)
    return _not_the_claimant(s) or _claim(s)


@route(EXCLUSION_REVIEW)
def exclusion_review(s: Situation) -> Outcome:
    """After the governing board, an independent panel can review a permanent exclusion."""
    if only_for_families(s) or s.ask("matter") != "permanent_exclusion":
        return unavailable(
            "This review is for permanent exclusions, and for families to ask for.",
            EXCLUSION_REVIEW,
        )
    if not s.has("governors_decided_on"):
        return not_yet(
            "governing_board",
            "The governing board meets first, within fifteen school days; a suspension has no review.",
            EXCLUSION_6,
        )
    return open_(
        "Ask for the review within fifteen school days of the governors' notice; you may ask for an expert in special "
        "educational needs. Count the school days with the school: term dates are not known here.",
        EXCLUSION_REVIEW,
    )


@route(ADMISSION_CODE)
def admission_appeal(s: Situation) -> Outcome:
    """A parent may appeal to an independent panel when a school refuses a place."""
    if only_for_families(s) or s.ask("matter") != "admission_refused":
        return unavailable(
            "This appeal is for families whose child was refused a school place.", ADMISSION_CODE
        )
    return open_(
        "Appeal to the panel; you have at least twenty school days, and the refusal letter gives the day. A child with "
        "a plan is placed through Section I instead.",
        ADMISSION_CODE,
    )
