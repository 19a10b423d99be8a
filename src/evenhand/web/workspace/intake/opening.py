"""From a call to a case: the people in it, the advice and the choice if there were any, and the cases beside it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from evenhand import clock
from evenhand.casework import actions
from evenhand.casework.bodies import authority_of
from evenhand.casework.calling import case_from_call
from evenhand.casework.door import Seen
from evenhand.casework.heart import contents
from evenhand.casework.heart.events import Actor
from evenhand.casework.heart.stages import Kind
from evenhand.casework.models import CallBack, Case
from evenhand.people.models import Organisation
from evenhand.people.roles import Role

from .family_fields import FAMILY_KEY
from .phone_form import PhoneForm


@dataclass(frozen=True)
class Opened:
    """The case, and the names of organisations that had to be made for it."""

    case: Case
    made: tuple[str, ...] = ()


@dataclass(frozen=True)
class Beside:
    """What stands beside the new case: the call it came from, and cases of the same child."""

    call: CallBack | None = None
    cases: tuple[tuple[Seen, Actor], ...] = field(default=())


@transaction.atomic
def open_from_call(
    *, form: PhoneForm, provider: Organisation, by: Actor, beside: Beside, press: UUID
) -> Opened:
    """Open the mediation case that was typed, with all that follows in the same call, or nothing at all.

    Raises what `actions` raise, and `CallAlreadyDone` where the call back was dealt with.
    """
    given = form.cleaned_data
    authority, made = authority_of(given["council"])
    body = contents.person(
        key="authority", role=Role.AUTHORITY_OFFICER, side="authority", name=authority.name, party=True
    )
    case = actions.open_case(
        provider=provider,
        by=by,
        on=given["contacted_on"],
        kind=Kind.MEDIATION,
        matter=given["matter"],
        area=given["council"],
        facts=form.facts(),
        child=form.child(),
        people=[*form.family(), body],
        adviser_id=by.person_id if by.role is Role.ADVISER else None,
        press=press,
    ).case
    _advise(case, form, by)
    if beside.call is not None:
        case_from_call(call=beside.call, case=case)
    link_all(case, by, beside.cases)
    return Opened(case, (authority.name,) if made else ())


def _advise(case: Case, form: PhoneForm, by: Actor) -> None:
    """Advice, if all of it was given, or a note of the call; then what the family wants, if it said."""
    given = form.cleaned_data
    on = given["contacted_on"]
    if by.role is not Role.ADVISER:
        return
    if not form.advice_is_whole:
        if said := _note(form):
            actions.record_call(case=case, by=by, on=on, family=FAMILY_KEY, reached=True, words=said)
        return
    actions.give_advice(
        case=case, by=by, on=on, family=FAMILY_KEY, explained=given["explained"], words=given["advice_words"]
    )
    if given["wants"] == "no":
        actions.decline_mediation(case=case, by=by, on=on)
    elif given["wants"] == "yes":
        flags = form.flags()
        actions.choose_mediation(
            case=case,
            by=by,
            on=on,
            education=flags["education_issue"],
            health=flags["health_issue"],
            care=flags["social_care_issue"],
            issues=given["issues"],
        )


def _note(form: PhoneForm) -> str:
    """What was noted, and which points have been explained so far."""
    points = [contents.ADVICE_POINTS[point] for point in form.cleaned_data["explained"]]
    explained = (
        [_("Explained so far: {points}.").format(points="; ".join(_(point) for point in points))]
        if points
        else []
    )
    return "\n".join([words for words in (form.cleaned_data["advice_words"], *explained) if words])


def link_all(case: Case, by: Actor, others: Iterable[tuple[Seen, Actor]]) -> None:
    """Link the case with others of the same child, on both sides."""
    today = clock.today_in_london()
    for seen, actor in others:
        actions.link_case(case=case, by=by, on=today, reference=seen.case.reference)
        actions.link_case(case=seen.case, by=actor, on=today, reference=case.reference)
