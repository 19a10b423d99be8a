"""Who will read what is typed: worked out from the policy, for everybody who is in the case or is to be."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from evenhand.casework.door import OFFICERS
from evenhand.people.policy import CHILD, SAFEGUARDING, SHARED, DataClass, Lot, Standing, may_read
from evenhand.people.policy.words import ROLES
from evenhand.people.roles import Role

from .asked import Asked
from .people_shown import called

OF_BODIES = {
    "authority": OFFICERS,
    "commissioning_body": (Role.COMMISSIONING_OFFICER,),
    "setting": (Role.SETTING,),
}


def compartment(asked: Asked, owner: str) -> str:
    """What a compartment is called."""
    shared = {
        SHARED: _("Shared by everybody in the case"),
        CHILD: _("The child’s own"),
        SAFEGUARDING: _("Safeguarding"),
    }
    if owner in shared:
        return shared[owner]
    return _("Your own") if owner == asked.actor.key else called(asked.seen, owner)


def who_reads(asked: Asked, data_class: DataClass, owner: str, sent_to: Iterable[str] = ()) -> str:
    """A sentence that says who will read something of this class in this compartment."""
    seen = asked.seen
    lot = Lot(
        data_class,
        owner,
        health=seen.state.health,
        sent_to=frozenset(sent_to),
        child_agrees=seen.state.child_agrees,
    )
    reading = [one for one in _everybody(asked) if may_read(one, lot)]
    found = [ROLES[one.role] for one in reading if one.key != asked.actor.key]
    words = list(dict.fromkeys(found))
    if any(one.key == asked.actor.key for one in reading):
        words.insert(0, _ourselves(asked))
    if not words:
        return _("Nobody else in the case will read this.")
    listed = words[0] if len(words) == 1 else _(" and ").join((", ".join(words[:-1]), words[-1]))
    return _("Who will read this: {people}.").format(people=listed)


def _ourselves(asked: Asked) -> str:
    if asked.actor.key in OF_BODIES:
        return _("your organisation")
    return _("your team") if asked.actor.key == "provider" else _("you")


def _everybody(asked: Asked) -> Iterator[Standing]:
    """Everybody who reads, or will once they are told of the case."""
    state = asked.seen.state
    yield Standing(Role.ADVISER, "provider")
    yield Standing(Role.MANAGER, "provider", lead=True)
    yield Standing(Role.MEDIATOR, f"mediator:{state.mediator_id or 0}", invited=True)
    for one in state.people.values():
        if not one.present:
            continue
        roles = OF_BODIES.get(one.key, (one.role,))
        yield from (Standing(role, one.key, invited=True) for role in roles)
