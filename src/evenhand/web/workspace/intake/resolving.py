"""From what was typed to a disagreement resolution case, its parties as the kind says."""

from typing import Any
from uuid import UUID

from django.db import transaction

from evenhand import clock
from evenhand.casework import actions
from evenhand.casework.bodies import authority_of, body_named
from evenhand.casework.door import Seen
from evenhand.casework.heart import contents
from evenhand.casework.heart.events import SERVICE, Actor
from evenhand.casework.heart.stages import Kind
from evenhand.people.models import Organisation
from evenhand.people.roles import OrganisationKind, Role

from .disagreement_form import DisagreementForm
from .family_fields import People
from .opening import Opened, link_all

ROLES = {
    "authority": Role.AUTHORITY_OFFICER,
    "commissioning_body": Role.COMMISSIONING_OFFICER,
    "setting": Role.SETTING,
}


@transaction.atomic
def open_disagreement(
    *,
    form: DisagreementForm,
    provider: Organisation,
    by: Actor,
    own: Organisation | None,
    beside: tuple[tuple[Seen, Actor], ...],
    press: UUID,
) -> Opened:
    """Open the case, and link it with those beside it. `own` is the officer's own organisation, if one opens it.

    Raises what `actions.open_case` raises.
    """
    bodies, made = _bodies(form, own)
    given = form.cleaned_data
    case = actions.open_case(
        provider=provider,
        by=by,
        on=given.get("contacted_on") or clock.today_in_london(),
        kind=Kind.RESOLUTION,
        matter=form.kind,
        area=given.get("council") or (bodies["authority"].area if "authority" in bodies else ""),
        facts=_facts(form),
        child=form.child() if form.has_family else {},
        people=_people(form, bodies),
        commissioning_body=bodies.get("commissioning_body"),
        setting=bodies.get("setting"),
        adviser_id=by.person_id if by.key == SERVICE and by.role is Role.ADVISER else None,
        press=press,
    ).case
    link_all(case, by, beside)
    return Opened(case, tuple(made))


def _bodies(form: DisagreementForm, own: Organisation | None) -> tuple[dict[str, Organisation], list[str]]:
    """The organisations that are parties, and the names of those that had to be made."""
    found: dict[str, Organisation] = {}
    made: list[str] = []
    for side in form.sides:
        if side == "family":
            continue
        if side == form.own and own is not None:
            found[side] = own
            continue
        found[side], fresh = _body(side, form.cleaned_data)
        made += [found[side].name] if fresh else []
    if form.has_family and "authority" not in found:
        _authority, fresh = authority_of(form.cleaned_data["council"])
        made += [_authority.name] if fresh else []
    return found, made


def _body(side: str, given: dict[str, Any]) -> tuple[Organisation, bool]:
    if side == "authority":
        return authority_of(given["council"])
    return body_named(OrganisationKind(side), given[side])


def _people(form: DisagreementForm, bodies: dict[str, Organisation]) -> People:
    people = form.family() if form.has_family else []
    for side, organisation in bodies.items():
        people.append(
            contents.person(key=side, role=ROLES[side], side=side, name=organisation.name, party=True)
        )
    return people


def _facts(form: DisagreementForm) -> dict[str, Any]:
    """Who acts; and that health is an issue where the commissioning body is a party, so that it may see the case."""
    acting = form.acting if form.has_family else form.own if form.own != "provider" else "authority"
    health = {"health_issue": True} if "commissioning_body" in form.sides else {}
    return {"acting": acting, **health}
