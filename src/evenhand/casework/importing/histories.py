"""From a checked row to what happened: as many steps of the path as the row gives, in their order."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from evenhand.people.roles import Role

from ..heart import contents
from ..heart.contents import Pieces, dates
from ..heart.stages import Kind
from ..heart.steps import Step

FAMILY = "party:1"
UNKNOWN_HOW = "not recorded"


class Taken(NamedTuple):
    """A step that was taken: the column that tells of it, the step, its day and its content."""

    column: str
    step: Step
    on: date
    pieces: Pieces = ()


Said = Mapping[str, Any]


def steps_of(
    said: Said, *, certificate: str, authority: str = "", adviser_id: int | None = None
) -> Iterator[Taken]:
    """The steps that a row tells of. `certificate` is the number to give where the row has none.

    `authority` is the council's name, `adviser_id` whose work it is.
    """
    yield from _opened(said, authority, adviser_id)
    if said["advice_given"]:
        explained = contents.advice(family=FAMILY, explained=(), words="")
        yield Taken("advice_given", Step.GIVE_ADVICE, said["advice_given"], explained)
    if said["choice"] == "no":
        yield Taken("choice_on", Step.DECLINE_MEDIATION, said["choice_on"])
    elif said["choice"] == "yes":
        yield Taken("choice_on", Step.CHOOSE_MEDIATION, said["choice_on"], _wish(said))
    if said["authority_told"]:
        yield Taken("authority_told", Step.TELL_AUTHORITY, said["authority_told"])
    if said["meeting_on"]:
        yield from _meeting(said)
    if said["certificate_on"]:
        yield Taken(
            "certificate_on", Step.ISSUE_CERTIFICATE, said["certificate_on"], _certificate(said, certificate)
        )
    if said["closed_on"]:
        yield _ended(said)


def _opened(said: Said, authority: str, adviser_id: int | None) -> Iterator[Taken]:
    on = said["first_contact"]
    facts: dict[str, Any] = {"acting": said["relation"]}
    if said["notice_sent"]:
        facts["notice_sent"] = said["notice_sent"].isoformat()
    opened = contents.opened(
        kind=Kind.MEDIATION.value,
        matter=said["matter"],
        area=said["council"],
        facts=facts,
        child=_child(said),
    )
    # The reference of whoever brought the case, so that an old letter finds it.
    yield Taken("first_contact", Step.OPEN, on, (*opened, dates(own_reference=said["key"])))
    contact = {name: said[name] for name in ("phone", "email") if said[name]}
    family = contents.person(
        key=FAMILY,
        role=Role(said["relation"]),
        side="family",
        name=said["family_name"],
        party=True,
        contact=contact,
    )
    yield Taken("family_name", Step.ADD_PERSON, on, family)
    body = contents.person(
        key="authority", role=Role.AUTHORITY_OFFICER, side="authority", name=authority, party=True
    )
    yield Taken("council", Step.ADD_PERSON, on, body)
    if adviser_id is not None:
        yield Taken("adviser", Step.ASSIGN, on, (dates(work="adviser", person_id=adviser_id),))


def _child(said: Said) -> dict[str, str]:
    born = said["date_of_birth"]
    child = {"name": said["child_name"], "date_of_birth": born.isoformat() if born else ""}
    return {name: value for name, value in child.items() if value}


def _issues(said: Said) -> frozenset[str]:
    """What it is about; education where the row does not say."""
    return said["issues"] or frozenset({"education"})


def _wish(said: Said) -> Pieces:
    about = _issues(said)
    return contents.wish(
        education="education" in about,
        health="health" in about,
        care="care" in about,
        issues="",
        health_provision="",
    )


def _meeting(said: Said) -> Iterator[Taken]:
    """A meeting counts as fixed on the day of the step before it; the row tells no better one."""
    on = said["meeting_on"]
    fixed_on = min(on, said["authority_told"] or said["choice_on"] or said["first_contact"])
    fixed = contents.meeting(on=on, starts=said["meeting_starts"], ends=said["meeting_ends"], how=UNKNOWN_HOW)
    yield Taken("meeting_on", Step.FIX_MEETING, fixed_on, fixed)
    outcome = said["outcome"]
    if outcome == "not_held":
        yield Taken("outcome", Step.MEETING_NOT_HELD, on, contents.attendance(came=(), absent=()))
    elif outcome:
        came = contents.attendance(came=(FAMILY, "authority"), absent=())
        yield Taken("outcome", Step.HOLD_MEETING, on, came)
        if outcome != "held":
            by_issue = dict.fromkeys(sorted(_issues(said)), str(outcome))
            yield Taken("outcome", Step.RECORD_OUTCOME, on, contents.outcome(by_issue=by_issue))


def _certificate(said: Said, number: str) -> Pieces:
    """Its number and ground (s. 55(4) and (5)); the ground follows from what came before."""
    ground = "took_part" if said["outcome"] in ("agreed", "part", "not_agreed") else "does_not_wish"
    return contents.certificate(
        number=said["certificate_number"] or number, ground=ground, adviser="provider"
    )


def _ended(said: Said) -> Taken:
    how = said["closed_how"] or "done"
    if how == "withdrawn":
        return Taken("closed_on", Step.WITHDRAW, said["closed_on"])
    return Taken("closed_on", Step.CLOSE, said["closed_on"], (dates(reason=how),))
