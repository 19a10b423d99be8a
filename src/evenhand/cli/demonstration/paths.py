"""The two paths as stories: generators that take steps and say at which stage the case then stands.

Whoever plays one stops where the plan says. What comes after a `yield` is not told of a case that stays there.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from evenhand.casework.heart import contents
from evenhand.casework.heart.stages import Stage
from evenhand.casework.heart.steps import Step
from evenhand.law.calendars import REGULATIONS

from . import extras, words
from .story import AUTHORITY, BOARD, FAMILY, Story

AGES = {"ceasing_to_maintain": (17, 22), "plan_contents": (4, 15), "refusal_to_amend": (6, 15)}


def mediation(story: Story) -> Iterator[Stage]:
    """A mediation, from the first call to what was agreed and done."""
    way = story.plan.way
    _open(story)
    yield Stage.ENQUIRY
    extras.missed_call(story)
    story.wait(0, 2)
    advice = contents.advice(
        family=FAMILY, explained=contents.ADVICE_POINTS, words=story.rng.choice(words.ADVICE_NOTES)
    )
    story.take(Step.GIVE_ADVICE, advice)
    yield Stage.ADVICE_GIVEN
    story.wait(1, 5)
    if way == "declines":
        story.take(Step.DECLINE_MEDIATION)
        yield Stage.CERTIFICATE_DUE
        yield _certify(story, "does_not_wish")
        return
    yield _choose(story)
    story.wait(0, 1)
    story.take(Step.TELL_AUTHORITY)
    if story.rng.random() < 0.2:
        yield Stage.ARRANGING
    story.wait(1, 2)
    if story.issues["health"]:
        story.take(Step.TELL_COMMISSIONER, by=story.officer)
        story.board_comes()
    story.assign("mediator", story.mediator)
    yield Stage.ARRANGING
    if way == "cannot_arrange":
        story.wait(6, 14)
        story.take(Step.CANNOT_ARRANGE, by=story.officer)
        yield Stage.CANNOT_ARRANGE
        yield _certify(story, "cannot_arrange")
        return
    yield from _meet(story)
    yield _outcome(story)
    yield _certify(story, "took_part")
    if way != "not_agreed":
        yield from _agree(story)


def resolution(story: Story) -> Iterator[Stage]:
    """Disagreement resolution: everybody is asked, and there is a meeting if all agree."""
    _open(story)
    yield Stage.ENQUIRY
    story.wait(1, 2)
    story.take(Step.INVITE_PARTIES)
    first, *others = story.parties
    if story.rng.random() < 0.6:
        story.each_party(Step.AGREE_TO_MEET, [first])
        first = ""
    yield Stage.INVITED
    story.wait(1, 5)
    story.each_party(Step.AGREE_TO_MEET, [one for one in (first, *others[:-1]) if one])
    story.wait(0, 3)
    if story.plan.way == "declines":
        story.each_party(Step.REFUSE_TO_MEET, others[-1:])
        yield Stage.DECLINED
        return
    story.each_party(Step.AGREE_TO_MEET, others[-1:])
    yield Stage.ALL_AGREED
    story.wait(0, 1)
    story.assign("facilitator", story.mediator)
    yield from _meet(story)
    yield _outcome(story)
    if story.plan.way != "not_agreed":
        yield from _agree(story)


def _open(story: Story) -> None:
    plan = story.plan
    facts: dict[str, Any] = {"acting": plan.acting}
    if story.mediates:
        since = plan.contacted_after or story.rng.randint(3, 45)
        facts["notice_sent"] = REGULATIONS.on_or_before(story.on - timedelta(since)).isoformat()
        if plan.matter == "plan_contents":
            facts["sections"] = list(story.sections)
    elif plan.matter == "health_or_social_care_provision":
        facts |= {"health_issue": True, "assessment_or_plan_under_way": True}
    elif plan.matter == "authority_and_commissioner":
        facts["health_issue"] = True
    said = contents.opened(
        kind=plan.kind.value, matter=plan.matter, area=plan.area, facts=facts, child=_child(story)
    )
    story.take(Step.OPEN, said)
    _people_come(story)
    story.assign("adviser", story.adviser)
    extras.at_the_beginning(story)


def _child(story: Story) -> dict[str, str]:
    least, most = AGES.get(story.plan.matter, (3, 12))
    if story.plan.acting == "young_person":
        least, most = 17, 22
    days = story.rng.randint(least * 365, most * 365)
    born = story.world.days.today - timedelta(days + 400)
    name = story.plan.child or story.named.child
    return {"name": name, "date_of_birth": born.isoformat()}


def _people_come(story: Story) -> None:
    matter = story.plan.matter
    if matter != "authority_and_commissioner":
        story.family_comes()
    if matter == "provision_by_setting":
        story.setting_comes()
    else:
        story.authority_comes()
    if matter in ("health_or_social_care_provision", "authority_and_commissioner"):
        story.board_comes()


def _choose(story: Story) -> Stage:
    issues = story.issues
    said = contents.wish(
        education=issues["education"],
        health=issues["health"],
        care=issues["care"],
        issues=story.rng.choice(words.ISSUES[story.plan.matter]),
        health_provision=story.rng.choice(words.HEALTH_WANTED) if issues["health"] else "",
    )
    story.take(Step.CHOOSE_MEDIATION, said)
    return Stage.MEDIATION_CHOSEN


def _certify(story: Story, ground: str) -> Stage:
    story.wait(0, 3)
    number = "-".join(story.letters(4) for _ in range(4))
    said = contents.certificate(number=number, ground=ground, adviser=story.adviser.key)
    story.take(Step.ISSUE_CERTIFICATE, said)
    return Stage.CERTIFIED


def _meet(story: Story) -> Iterator[Stage]:
    """Until a meeting has been held; not at once, where the plan says so."""
    story.wait(1, 4)
    story.fix()
    extras.before_the_meeting(story)
    yield Stage.MEETING_FIXED
    story.wait(1, 2)
    story.take(Step.GIVE_NOTICE)
    confirmed = story.rng.random() < 0.6 or extras.has(story, "represented")
    if confirmed and not extras.has(story, "unconfirmed"):
        extras.representatives(story)
    yield Stage.NOTICE_GIVEN
    if story.plan.way == "not_held" or "not_held_first" in story.plan.with_:
        yield from _nobody_came(story)
    story.go_to_meeting()
    yield _hold(story)
    extras.after_the_meeting(story)
    if story.plan.way == "adjourned":
        why = contents.attendance(came=(), absent=(), why="One report is still to come.")
        story.take(Step.ADJOURN, why, by=story.mediator)
        yield Stage.ADJOURNED
        yield from _again(story)
        yield _hold(story)


def _nobody_came(story: Story) -> Iterator[Stage]:
    story.go_to_meeting()
    missing = next(one for one in (AUTHORITY, BOARD, *reversed(story.parties)) if one in story.parties)
    why = "Nobody came who could decide." if missing == AUTHORITY else "They did not come."
    said = contents.attendance(came=(), absent=(missing,), why=why)
    story.take(Step.MEETING_NOT_HELD, said)
    yield Stage.NOT_HELD
    yield from _again(story)


def _again(story: Story) -> Iterator[Stage]:
    story.wait(1, 3)
    story.fix()
    yield Stage.MEETING_FIXED
    story.wait(0, 1)
    story.take(Step.GIVE_NOTICE)
    yield Stage.NOTICE_GIVEN
    story.go_to_meeting()


def _hold(story: Story) -> Stage:
    came = [*story.parties, story.mediator.key]
    story.take(Step.HOLD_MEETING, contents.attendance(came=came, absent=()), by=story.mediator)
    return Stage.HELD


def _outcome(story: Story) -> Stage:
    story.wait(0, 1)
    result = {"part": "part", "not_agreed": "not_agreed"}.get(story.plan.way, "agreed")
    about = [name for name, at_issue in story.issues.items() if at_issue]
    by_issue = {("social_care" if name == "care" else name): result for name in about}
    if result == "part" and len(about) > 1:
        by_issue[next(iter(by_issue))] = "agreed"
    story.take(Step.RECORD_OUTCOME, contents.outcome(by_issue=by_issue), by=story.mediator)
    return Stage.OUTCOME_RECORDED


def _agree(story: Story) -> Iterator[Stage]:
    """Written down, approved by every party, made; and some of it done."""
    extras.draft(story)
    story.wait(0, 4)
    for party in story.parties:
        story.take(Step.APPROVE_AGREEMENT, contents.approval(party=party, version=1), by=story.mediator)
    story.take(Step.MAKE_AGREEMENT, by=story.mediator)
    if "all_late" not in story.plan.with_ and story.rng.random() < 0.4:
        story.wait(3, 12)
        extras.item_done(story, 1)
    yield Stage.FOLLOWING_UP
    story.wait(12, 40)
    extras.item_done(story, 0)
    extras.item_done(story, 1)
