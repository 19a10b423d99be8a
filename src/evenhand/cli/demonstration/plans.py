"""Which cases there are to be: how many of each kind, about what, where, how far they have come, and how they went."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random

from evenhand.casework.heart.stages import Kind, Stage

from . import figures


@dataclass(frozen=True, slots=True)
class Plan:
    """One case to come: `stage` is where it stands today, `until` where its story stops before it is closed or withdrawn.

    `way` is how it goes; `waited` the working days since its last event, None for anything that suits. Names in `with_`
    are told by `extras`. Names in `adviser`, `mediator` and `parent` are of the cast.
    """

    kind: Kind
    matter: str
    area: str
    stage: Stage
    seed: str
    way: str = "agreed"
    until: Stage | None = None
    waited: int | None = None
    appealed: bool = False
    acting: str = "parent"
    health: bool | None = None
    with_: tuple[str, ...] = ()
    adviser: str = ""
    mediator: str = ""
    parent: str = ""
    reference: str = ""
    linked: str = ""
    meeting_in: int = 0
    contacted_after: int = 0
    child: str = ""


WAITED: Mapping[Stage, tuple[int, int]] = {
    Stage.ENQUIRY: (0, 3),
    Stage.ADVICE_GIVEN: (0, 8),
    Stage.CERTIFICATE_DUE: (0, 3),
    Stage.MEDIATION_CHOSEN: (0, 1),
    Stage.ARRANGING: (2, 26),
    Stage.CANNOT_ARRANGE: (0, 4),
    Stage.INVITED: (0, 11),
    Stage.DECLINED: (0, 6),
    Stage.ALL_AGREED: (0, 6),
    Stage.MEETING_FIXED: (0, 5),
    Stage.NOTICE_GIVEN: (0, 7),
    Stage.NOT_HELD: (0, 2),
    Stage.HELD: (0, 1),
    Stage.ADJOURNED: (0, 3),
    Stage.OUTCOME_RECORDED: (0, 3),
    Stage.CERTIFIED: (1, 25),
    Stage.FOLLOWING_UP: (1, 14),
}
"""Working days for which a case has stood at a stage, from and to; some are over what is due, as in life."""

WAYS_TO: Mapping[Stage, tuple[str, ...]] = {
    Stage.CERTIFICATE_DUE: ("declines",),
    Stage.CANNOT_ARRANGE: ("cannot_arrange",),
    Stage.CERTIFIED: ("declines", "declines", "not_agreed", "cannot_arrange"),
    Stage.NOT_HELD: ("not_held",),
    Stage.ADJOURNED: ("adjourned",),
    Stage.DECLINED: ("declines",),
    Stage.FOLLOWING_UP: ("agreed", "agreed", "part"),
}
"""How a case must go to come to a stage; every other stage is on the way to an agreement."""

LEFT_AT = (Stage.ADVICE_GIVEN, Stage.ARRANGING, Stage.MEETING_FIXED, Stage.NOTICE_GIVEN)
GAVE_UP_AT = (Stage.INVITED, Stage.ALL_AGREED, Stage.MEETING_FIXED)


def plans(total: int, rng: Random) -> Iterator[Plan]:
    """`total` cases shaped by the figures, in an order that says nothing."""
    resolutions = max(round(total * figures.RESOLUTION_SHARE), len(figures.RESOLUTION_STAGES))
    yield from _mediations(total - resolutions, rng)
    yield from _resolutions(resolutions, rng)


def _shuffled(total: int, shares: Mapping[str, float], rng: Random, *, each: int = 0) -> list[str]:
    keys = figures.shared_out(total, shares, each=each)
    rng.shuffle(keys)
    return keys


def _mediations(total: int, rng: Random) -> Iterator[Plan]:
    stages = _shuffled(total, figures.MEDIATION_STAGES, rng, each=1)
    decisions = _shuffled(total, figures.BY_DECISION, rng)
    areas = _shuffled(total, figures.BY_AREA, rng)
    ways = _shuffled(stages.count("closed"), figures.WAYS_THROUGH, rng)
    appeals = round(total * figures.APPEALED_SHARE)
    for number, (stage_name, decision, area) in enumerate(zip(stages, decisions, areas, strict=True)):
        stage = Stage(stage_name)
        way = ways.pop() if stage is Stage.CLOSED else rng.choice(WAYS_TO.get(stage, ("agreed",)))
        matters = figures.MATTERS[decision]
        (matter,) = rng.choices(list(matters), list(matters.values()))
        appealed = stage is Stage.CLOSED and appeals > 0 and way not in ("no_contact", "agreed")
        appeals -= appealed
        yield Plan(
            kind=Kind.MEDIATION,
            matter=matter,
            area=area,
            stage=stage,
            seed=f"mediation {number}",
            way=way,
            until=_until(stage, way, LEFT_AT, rng),
            waited=_waited(stage, rng),
            appealed=appealed,
            acting=_acting(matter, rng),
            with_=_with(rng),
        )


def _resolutions(total: int, rng: Random) -> Iterator[Plan]:
    stages = _shuffled(total, figures.RESOLUTION_STAGES, rng, each=1)
    matters = _shuffled(total, figures.RESOLUTION_MATTERS, rng, each=1)
    areas = _shuffled(total, figures.BY_AREA, rng)
    for number, (stage_name, matter, area) in enumerate(zip(stages, matters, areas, strict=True)):
        stage = Stage(stage_name)
        closed_ways = ("agreed", "agreed", "part", "not_agreed", "declines")
        ways = closed_ways if stage is Stage.CLOSED else WAYS_TO.get(stage, ("agreed",))
        way = rng.choice(ways)
        yield Plan(
            kind=Kind.RESOLUTION,
            matter=matter,
            area=area,
            stage=stage,
            seed=f"resolution {number}",
            way=way,
            until=_until(stage, way, GAVE_UP_AT, rng),
            waited=_waited(stage, rng),
            acting="authority" if matter == "authority_and_commissioner" else "parent",
            health=matter in ("authority_and_commissioner", "health_or_social_care_provision"),
            with_=_with(rng),
        )


def _until(stage: Stage, way: str, left_at: tuple[Stage, ...], rng: Random) -> Stage | None:
    if stage is Stage.WITHDRAWN:
        return rng.choice(left_at)
    if stage is Stage.CLOSED:
        return rng.choice((Stage.ENQUIRY, Stage.ADVICE_GIVEN)) if way == "no_contact" else None
    return stage


def _waited(stage: Stage, rng: Random) -> int | None:
    return rng.randint(*WAITED[stage]) if stage in WAITED else None


def _acting(matter: str, rng: Random) -> str:
    if matter == "ceasing_to_maintain":
        return "young_person" if rng.random() < 0.7 else "parent"
    return "young_person" if rng.random() < 0.03 else "parent"


CHANCES = {
    "letter": 0.06,
    "missed_call": 0.15,
    "family_account": 0.12,
    "access_needs": 0.10,
    "mediator_note": 0.45,
    "authority_note": 0.25,
    "joint_note": 0.20,
    "views": 0.08,
    "supporter": 0.15,
    "not_held_first": 0.06,
    "expenses": 0.05,
    "complaint": 0.03,
    "concern": 0.02,
    "feedback": 0.30,
    "second_parent": 0.06,
}
"""Ours: how often each thing happens beside the path."""


def _with(rng: Random) -> tuple[str, ...]:
    return tuple(name for name, chance in CHANCES.items() if rng.random() < chance)
