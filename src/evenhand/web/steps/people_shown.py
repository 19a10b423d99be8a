"""What the people of a case are called on a form, as far as the reader may know who they are."""

from django.utils.translation import gettext as _

from evenhand.casework.door import Seen
from evenhand.casework.heart.state import Somebody
from evenhand.people.policy import DataClass
from evenhand.people.roles import FAMILY, Role

from .asked import Asked

BODIES = ("authority", "commissioning_body", "setting")


def body_name(seen: Seen, side: str) -> str:
    """What a body is called: its name where it is known, otherwise what it is."""
    known = {
        "authority": (seen.case.authority, _("The council")),
        "commissioning_body": (seen.case.commissioning_body, _("The NHS body")),
        "setting": (seen.case.setting, _("The school or college")),
    }
    organisation, words = known[side]
    return organisation.name if organisation is not None else words


def names(seen: Seen) -> dict[str, str]:
    """The names that the reader may read, by compartment."""
    found: dict[str, str] = {}
    for _event, piece in seen.of_class(DataClass.CONTACT_DETAILS):
        body = piece.body or {}
        if body.get("name") and body.get("key"):
            found[body["key"]] = body["name"]
    return found


def called(seen: Seen, key: str, known: dict[str, str] | None = None) -> str:
    """What somebody is called: a body's name, a name that may be read, or what they are in the case."""
    if key in BODIES:
        return body_name(seen, key)
    name = (names(seen) if known is None else known).get(key)
    if name:
        return name
    somebody = seen.state.people.get(key)
    if somebody is None:
        return _("The service") if key == "provider" else _("The mediator")
    return {
        Role.PARENT: _("A parent"),
        Role.YOUNG_PERSON: _("The young person"),
        Role.SUPPORTER: _("The family’s supporter"),
    }.get(somebody.role, _("Somebody else"))


def _many(seen: Seen, people: list[Somebody]) -> list[tuple[str, str]]:
    known = names(seen)
    return [(one.key, called(seen, one.key, known)) for one in people]


def parties(seen: Seen) -> list[tuple[str, str]]:
    """The parties who are still there, as choices."""
    return _many(seen, seen.state.parties)


def families(seen: Seen) -> list[tuple[str, str]]:
    """The parties of the family, as choices."""
    return _many(seen, [one for one in seen.state.parties if one.role in FAMILY])


def present(seen: Seen) -> list[tuple[str, str]]:
    """Everybody who is still in the case, as choices."""
    return _many(seen, [one for one in seen.state.people.values() if one.present])


def for_whom(asked: Asked) -> list[tuple[str, str]]:
    """The parties for whom the reader can speak: themself, or any party where the service writes down what it heard."""
    if asked.acts_for_a_party:
        return [(asked.actor.key, called(asked.seen, asked.actor.key))]
    return parties(asked.seen) if asked.by_the_service else []
