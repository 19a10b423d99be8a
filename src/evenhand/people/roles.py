"""The fourteen roles, in what kind of organisation each is held, and which two nobody may hold at once.

Pure. The roles are the columns of the policy table (`policy`); a facilitator of a disagreement resolution
meeting holds the mediator's role, because the same confidences rest with both.
"""

from enum import StrEnum


class Role(StrEnum):
    """What somebody is, towards a case or in an organisation."""

    PARENT = "parent"
    YOUNG_PERSON = "young_person"
    SUPPORTER = "supporter"
    SETTING = "setting"
    AUTHORITY_OFFICER = "authority_officer"
    AUTHORITY_DECIDER = "authority_decider"
    COMMISSIONING_OFFICER = "commissioning_officer"
    ADVISER = "adviser"
    MEDIATOR = "mediator"
    MANAGER = "manager"
    ADVICE_SERVICE = "advice_service"
    SERVICE_COMMISSIONER = "service_commissioner"
    PUBLIC = "public"
    SYSTEM_ADMINISTRATOR = "system_administrator"


class OrganisationKind(StrEnum):
    """What an organisation is for."""

    PROVIDER = "provider"
    AUTHORITY = "authority"
    COMMISSIONING_BODY = "commissioning_body"
    SETTING = "setting"
    ADVICE_SERVICE = "advice_service"
    SERVICE_COMMISSIONER = "service_commissioner"
    HOST = "host"


ROLES_OF: dict[OrganisationKind, frozenset[Role]] = {
    OrganisationKind.PROVIDER: frozenset({Role.ADVISER, Role.MEDIATOR, Role.MANAGER}),
    OrganisationKind.AUTHORITY: frozenset({Role.AUTHORITY_OFFICER, Role.AUTHORITY_DECIDER}),
    OrganisationKind.COMMISSIONING_BODY: frozenset({Role.COMMISSIONING_OFFICER}),
    OrganisationKind.SETTING: frozenset({Role.SETTING}),
    OrganisationKind.ADVICE_SERVICE: frozenset({Role.ADVICE_SERVICE}),
    OrganisationKind.SERVICE_COMMISSIONER: frozenset({Role.SERVICE_COMMISSIONER}),
    OrganisationKind.HOST: frozenset({Role.SYSTEM_ADMINISTRATOR}),
}
"""Which roles a member of each kind of organisation may hold."""

FAMILY = frozenset({Role.PARENT, Role.YOUNG_PERSON})
IN_THE_MIDDLE = ROLES_OF[OrganisationKind.PROVIDER]
STAFF = frozenset().union(*ROLES_OF.values())

SIDES: tuple[frozenset[Role], ...] = (
    IN_THE_MIDDLE,
    frozenset({Role.AUTHORITY_OFFICER, Role.AUTHORITY_DECIDER}),
    frozenset({Role.COMMISSIONING_OFFICER}),
    frozenset({Role.SERVICE_COMMISSIONER}),
    frozenset({Role.SYSTEM_ADMINISTRATOR}),
)
"""One account never reaches across two of these: it takes two accounts (the model's hard rules a and b)."""


def side_of(role: Role) -> frozenset[Role] | None:
    """The side that a role belongs to; None for roles that may stand beside any other."""
    return next((side for side in SIDES if role in side), None)


def clash(held: Role, wanted: Role) -> bool:
    """True if one account must not hold both roles, even in two organisations."""
    first, second = side_of(held), side_of(wanted)
    return first is not None and second is not None and first != second
