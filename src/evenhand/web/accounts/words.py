"""Roles and kinds of organisation as their holders say them."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from evenhand.people.roles import Role

ROLES: dict[Role, Promise] = {
    Role.PARENT: _("Parent"),
    Role.YOUNG_PERSON: _("Young person"),
    Role.SUPPORTER: _("Supporter"),
    Role.SETTING: _("School or college"),
    Role.AUTHORITY_OFFICER: _("Case officer"),
    Role.AUTHORITY_DECIDER: _("Decision maker"),
    Role.COMMISSIONING_OFFICER: _("Health commissioner"),
    Role.ADVISER: _("Mediation adviser"),
    Role.MEDIATOR: _("Mediator"),
    Role.MANAGER: _("Manager"),
    Role.ADVICE_SERVICE: _("Adviser of the advice service"),
    Role.SERVICE_COMMISSIONER: _("Commissioner of the service"),
    Role.PUBLIC: _("Anybody"),
    Role.SYSTEM_ADMINISTRATOR: _("System administrator"),
}
