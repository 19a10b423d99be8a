"""Cases made for somebody of the cast to look at: each shows something that the others do not."""

from collections.abc import Sequence
from random import Random

from evenhand.casework.heart.stages import Kind, Stage

from .cast import HOME
from .plans import Plan
from .telling import reference_from

CHILD = "Maja Brzoskwinia"
ALL_NOTES = ("mediator_note", "authority_note", "joint_note", "views", "every_compartment")


def shown(rng: Random) -> list[Plan]:
    """The cases of the cast. They stand in the cast's own area, and are told like the others."""
    own, linked = reference_from(rng), reference_from(rng)
    return [
        *_of_the_parent(own, linked),
        *_mediations(),
        *_resolutions(),
        _plan(
            "away",
            "refusal_to_assess",
            Stage.NOTICE_GIVEN,
            waited=3,
            area="sunderland",
            adviser="other.provider",
        ),
        _plan(
            "away too",
            "plan_contents",
            Stage.ARRANGING,
            waited=24,
            area="sunderland",
            adviser="other.provider",
        ),
    ]


def _plan(
    seed: str,
    matter: str,
    stage: Stage,
    *,
    kind: Kind = Kind.MEDIATION,
    with_: Sequence[str] = (),
    area: str = HOME,
    adviser: str = "adviser",
    **said: object,
) -> Plan:
    mediator = "mediator" if area == HOME else ""
    return Plan(
        kind=kind,
        matter=matter,
        area=area,
        stage=stage,
        seed=f"shown {seed}",
        until=stage,
        with_=tuple(with_),
        adviser=adviser,
        mediator=mediator,
        **said,  # type: ignore[arg-type]
    )


def _of_the_parent(own: str, linked: str) -> list[Plan]:
    """A mediation with a meeting fixed, and beside it, linked, a resolution about something else."""
    return [
        _plan(
            "of the parent",
            "plan_contents",
            Stage.NOTICE_GIVEN,
            waited=3,
            meeting_in=12,
            health=True,
            parent="parent",
            child=CHILD,
            reference=own,
            linked=linked,
            with_=(
                "letter",
                "access_needs",
                "supporter",
                "supporter_asked",
                "board_note",
                "unconfirmed",
                *ALL_NOTES,
            ),
        ),
        _plan(
            "of the parent too",
            "duties_not_carried_out",
            Stage.INVITED,
            kind=Kind.RESOLUTION,
            waited=2,
            parent="parent",
            child=CHILD,
            reference=linked,
            linked=own,
        ),
    ]


def _mediations() -> list[Plan]:
    return [
        _plan("to be recorded", "refusal_to_assess", Stage.NOTICE_GIVEN, waited=12, meeting_in=13, with_=("represented", *ALL_NOTES)),
        _plan("outcome to come", "refusal_to_issue_plan", Stage.HELD, waited=0, health=False),
        _plan("about health", "refusal_to_assess", Stage.MEETING_FIXED, waited=2, health=True, with_=("board_note",)),
        _plan("answer due", "refusal_to_amend", Stage.MEETING_FIXED, waited=4, meeting_in=10, health=False),
        _plan("authority late", "refusal_to_assess", Stage.ARRANGING, waited=28, health=False),
        _plan("nobody came", "refusal_to_assess", Stage.NOT_HELD, way="not_held", waited=1, health=False),
        _plan("actions late", "refusal_to_assess", Stage.FOLLOWING_UP, waited=70, with_=("all_late",)),
        _plan("two parents", "plan_contents", Stage.NOTICE_GIVEN, waited=2, with_=("second_parent", "family_account")),
        _plan("a young person", "ceasing_to_maintain", Stage.ARRANGING, waited=4, acting="young_person"),
        _plan("a complaint", "refusal_to_assess", Stage.OUTCOME_RECORDED, waited=2, with_=("complaint", "complaint_waiting", "feedback")),
        _plan("expenses", "refusal_to_issue_plan", Stage.CERTIFIED, way="part", waited=6, with_=("expenses", "expenses_waiting")),
        _plan("a concern", "refusal_to_assess", Stage.ADVICE_GIVEN, waited=1, with_=("concern", "missed_call", "corrected")),
        _plan("rung late", "refusal_to_assess", Stage.ADVICE_GIVEN, waited=2, contacted_after=75),
    ]  # fmt: skip


def _resolutions() -> list[Plan]:
    kind = Kind.RESOLUTION
    return [
        _plan("with a school", "provision_by_setting", Stage.MEETING_FIXED, kind=kind, waited=2),
        _plan("about care", "health_or_social_care_provision", Stage.INVITED, kind=kind, waited=6, health=True),
        _plan("between bodies", "authority_and_commissioner", Stage.NOTICE_GIVEN, kind=kind, waited=3, health=True, acting="authority"),
    ]  # fmt: skip
