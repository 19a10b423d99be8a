"""Who helps: the area's own services and the national organisations, each with where it was read."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from evenhand import directory
from evenhand.directory.model import Area, Detail, DetailKind, Organisation, Service
from evenhand.journeys.model import gettext_noop
from evenhand.web.family.words import ANYONE_MAY_CHARGE
from evenhand.web.frame import address

ROLES = {
    "free advice": gettext_noop("Free advice in your area"),
    "mediation": gettext_noop("Mediation in your area"),
    "disagreement resolution": gettext_noop("Disagreement resolution in your area"),
    "information": gettext_noop("More information in your area"),
}
_SHOWN = (DetailKind.TELEPHONE, DetailKind.EMAIL, DetailKind.WEB, DetailKind.HOURS)


@dataclass(frozen=True)
class Helper:
    """Somebody who helps: what for, who, how to reach them, and the document that says so."""

    role: str
    name: str
    how: str
    details: tuple[Detail, ...]
    source: str


@dataclass(frozen=True)
class Helpers:
    """Everybody for one area, and for all of England."""

    area: Area | None
    area_address: str | None
    local: tuple[Helper, ...]
    national: tuple[Helper, ...]
    how_to_find: tuple[str, ...]
    warning: str
    everybody: str | None


def helpers(area: Area | None) -> Helpers:
    """Who can be asked; where the directory does not know the area, how to find its services."""
    local = tuple(_service(service) for service in area.services) if area else ()
    find = area.how_to_find if area else ()
    return Helpers(
        area,
        address("public:area", area.slug) if area else None,
        local,
        tuple(_national(organisation) for organisation in directory.national_organisations()),
        () if local else tuple(_(paragraph.text) for paragraph in find),
        _(ANYONE_MAY_CHARGE),
        address("public:who-helps"),
    )


def _service(service: Service) -> Helper:
    return Helper(
        _(ROLES[service.role.value]),
        service.name,
        _(service.how_to_ask.text),
        _reach(service.details),
        str(service.how_to_ask.source),
    )


def _national(organisation: Organisation) -> Helper:
    told = organisation.told[0] if organisation.told else None
    return Helper(
        "",
        organisation.name,
        _(told.text) if told else "",
        _reach(organisation.details),
        str(organisation.source),
    )


def _reach(details: tuple[Detail, ...]) -> tuple[Detail, ...]:
    return tuple(detail for detail in details if detail.kind in _SHOWN)
