"""What the pages of the register call things."""

from django.utils.translation import gettext_lazy as _

WORKS = {"adviser": _("Adviser"), "mediator": _("Mediator"), "facilitator": _("Facilitator")}

PAPERS = {
    "registration": _("An entry in a professional register"),
    "insurance": _("Insurance"),
    "disclosure_check": _("A disclosure check"),
}

EMPLOYERS = {
    "authority_in_england": _("A council in England"),
    "local_health_commissioner": _("An integrated care board (to June 2022: a clinical commissioning group)"),
    "national_health_commissioner": _("NHS England"),
    "authority_outside_england": _("A council outside England"),
    "health_trust": _("An NHS trust or another health provider"),
    "setting": _("A school, college or early years provider"),
    "provider_under_contract": _("A mediation or resolution service that works under a contract"),
    "self_employed": _("Nobody: they are self-employed"),
}
"""Every kind of employer that the law's rule asks about."""
