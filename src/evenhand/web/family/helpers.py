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

    roles: tuple[str, ...]
    name: str
    how: tuple[str, ...]
    details: tuple[Detail, ...]
    source: str

    @property
    def telephones(self) -> tuple[Detail, ...]:
        """The numbers to ring."""
        return tuple(detail for detail in self.details if detail.kind is DetailKind.TELEPHONE)

    @property
    def hours(self) -> str:
        """When the numbers are answered, where a document says so."""
        return next((detail.value for detail in self.details if detail.kind is DetailKind.HOURS), "")


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

    @property
    def to_ring(self) -> tuple[Helper, ...]:
        """Those with a telephone number, the area's own first."""
        return tuple(helper for helper in (*self.local, *self.national) if helper.telephones)

    @property
    def mediation(self) -> tuple[Helper, ...]:
        """Who mediates in the area."""
        role = _(ROLES["mediation"])
        return tuple(helper for helper in self.local if role in helper.roles)

    @property
    def resolution(self) -> tuple[Helper, ...]:
        """Who does disagreement resolution in the area."""
        role = _(ROLES["disagreement resolution"])
        return tuple(helper for helper in self.local if role in helper.roles)

    @property
    def sources(self) -> tuple[str, ...]:
        """The documents that all of it was taken from, each once."""
        return tuple(dict.fromkeys(helper.source for helper in (*self.local, *self.national)))


def helpers(area: Area | None) -> Helpers:
    """Who can be asked; where the directory does not know the area, how to find its services."""
    local = _services(area.services) if area else ()
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


def _services(services: tuple[Service, ...]) -> tuple[Helper, ...]:
    """The services of an area, each organisation once with all that it does there."""
    by_name: dict[str, list[Service]] = {}
    for service in services:
        by_name.setdefault(service.name, []).append(service)
    return tuple(
        Helper(
            tuple(_(ROLES[service.role.value]) for service in same),
            _(name),
            tuple(dict.fromkeys(_(service.how_to_ask.text) for service in same)),
            _reach(same[0].details),
            str(same[0].how_to_ask.source),
        )
        for name, same in by_name.items()
    )


def _national(organisation: Organisation) -> Helper:
    told = tuple(_(told.text) for told in organisation.told[:1])
    return Helper((), organisation.name, told, _reach(organisation.details), str(organisation.source))


def _reach(details: tuple[Detail, ...]) -> tuple[Detail, ...]:
    return tuple(detail for detail in details if detail.kind in _SHOWN)
