"""What a provider asks of its advisers, mediators and facilitators, beside what the law asks."""

from dataclasses import dataclass

from .models import ServiceRule, Work


@dataclass(frozen=True)
class Asked:
    """What the service asks of those who do one work: each that is true must be valid on the day."""

    registration: bool
    insurance: bool = True
    disclosure_check: bool = True


UNLESS_SAID = {
    Work.ADVISER: Asked(registration=False),
    Work.MEDIATOR: Asked(registration=True),
    Work.FACILITATOR: Asked(registration=False),
}
"""What is asked where a provider has not said: everybody insured and checked, and mediators registered."""


def asked_by(provider_id: int) -> dict[str, Asked]:
    """What a provider asks, by work: the newest rule of each, or what holds unless it says so."""
    asked: dict[str, Asked] = {work.value: rule for work, rule in UNLESS_SAID.items()}
    for rule in ServiceRule.objects.filter(provider_id=provider_id).order_by("pk"):
        asked[rule.work] = Asked(rule.registration, rule.insurance, rule.disclosure_check)
    return asked
