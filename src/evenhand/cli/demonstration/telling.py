"""From a plan to a history: the story is played once to learn how long it takes, and again so that it ends today."""

from dataclasses import replace
from random import Random
from typing import Any

from evenhand.casework.actions.opening import LETTERS
from evenhand.casework.heart import contents
from evenhand.casework.heart.stages import ENDED, Kind, Stage
from evenhand.casework.heart.steps import Step
from evenhand.casework.laying_down import Bodies, Laid

from . import paths
from .plans import Plan
from .story import BOARD, SETTING, Story
from .world import World

REHEARSED_AT = 60
"""Early enough in the working days that every story has room, and late enough for a letter before it."""

PLAYED = {Kind.MEDIATION: paths.mediation, Kind.RESOLUTION: paths.resolution}


def told(world: World, plan: Plan, reference: str) -> Laid:
    """The case of a plan, as it stands today."""
    rehearsal = _play(replace(world, keep=_keep_nothing, taken={}), plan, REHEARSED_AT)
    length = rehearsal.day - REHEARSED_AT
    waited = plan.waited
    if waited is None:
        waited = Random(plan.seed).randint(0, max(0, world.days.span - length))
    story = _play(world, plan, world.days.last - waited - length)
    return Laid(reference, _bodies(story), story.events)


def reference_from(rng: Random) -> str:
    """Eight letters in two groups, as every case has; from the demonstration's own dice, so the same every time."""
    drawn = "".join(rng.choice(LETTERS) for _ in range(8))
    return f"{drawn[:4]}-{drawn[4:]}"


def _play(world: World, plan: Plan, start: int) -> Story:
    story = Story(world, plan, start)
    for stage in PLAYED[plan.kind](story):
        if stage is plan.until:
            break
    if plan.stage in ENDED:
        _end(story, stage)
    return story


def _end(story: Story, stage: Stage) -> None:
    story.wait(3, 15)
    if story.plan.stage is Stage.WITHDRAWN:
        story.take(Step.WITHDRAW)
        return
    if story.plan.appealed:
        story.take(Step.RECORD_APPEAL)
        story.wait(1, 4)
    reason = "appealed" if story.plan.appealed else "done"
    if stage in (Stage.ENQUIRY, Stage.ADVICE_GIVEN):
        reason = "no_more_contact"
    story.take(Step.CLOSE, (contents.dates(reason=reason),))


def _bodies(story: Story) -> Bodies:
    with_board = BOARD in story.people or (story.mediates and story.issues["health"])
    return Bodies(
        provider_id=story.area.provider.organisation_id,
        authority_id=story.area.authority_id,
        commissioning_body_id=story.area.board_id if with_board else None,
        setting_id=story.setting.organisation_id if SETTING in story.people else None,
    )


def _keep_nothing(name: str, text: str) -> dict[str, Any]:
    return {"file_id": "0" * 32, "name": name, "kind": "text", "size": len(text), "sha256": "0" * 64}
