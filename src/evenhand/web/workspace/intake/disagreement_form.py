"""What is asked for disagreement resolution: the kind decides who the parties are, and so what must be known."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from evenhand import clock
from evenhand.casework.actions.resolving import PARTIES_OF
from evenhand.people.models import Organisation
from evenhand.people.roles import OrganisationKind
from evenhand.web.steps.fields import Choose, Line, Select

from .family_fields import FamilyForm
from .fields import OneDay

BETWEEN_BODIES = "authority_and_commissioner"
KINDS = (
    ("duties_not_carried_out", lazy("How the council carries out its duties: family and council")),
    ("provision_by_setting", lazy("The help that a nursery, school or college gives: family and setting")),
    (
        "health_or_social_care_provision",
        lazy("Health or social care help: family, council and commissioning body"),
    ),
    (BETWEEN_BODIES, lazy("Council and commissioning body disagree with each other: no family in it")),
)
LISTED = {"commissioning_body": OrganisationKind.COMMISSIONING_BODY, "setting": OrganisationKind.SETTING}
OF_BODIES = ("provider", "council", "commissioning_body")


class DisagreementForm(FamilyForm):
    """A disagreement. `own` is the side that the reader is an officer of, or `provider` for the service's people."""

    matter = Choose(label=lazy("What is it about?"), choices=KINDS, missing=lazy("Choose what it is about."))
    provider = Select(label=lazy("Which service?"), missing=lazy("Choose the service."))
    commissioning_body = Line(
        label=lazy("Commissioning body"),
        help_text=lazy("The integrated care board, where it is a party. Choose it, or type its name."),
        longest=200,
    )
    setting = Line(
        label=lazy("Nursery, school or college"),
        help_text=lazy("Where it is a party. Choose it, or type its name."),
        longest=200,
    )
    contacted_on = OneDay(label=lazy("First contact with the service"))
    beside = Line(
        label=lazy("Another case of the same child"),
        help_text=lazy("If there is a mediation, its reference. The two are linked, never merged."),
        longest=20,
    )

    def __init__(self, data: Any = None, *, own: str, providers: list[Organisation], **more: Any) -> None:
        self.own = own
        super().__init__(data, use_required_attribute=False, auto_id="%s", **more)
        self.initial = {"contacted_on": clock.today_in_london()} | dict(self.initial)
        self._fit(providers)

    def _fit(self, providers: list[Organisation]) -> None:
        choices: Any = self.fields["provider"]
        choices.choices = [(str(one.pk), one.name) for one in providers]
        if len(providers) == 1:
            del self.fields["provider"]
        if self.own == "provider":
            return
        keep = set(OF_BODIES) - {"council" if self.own == "authority" else self.own}
        for name in set(self.fields) - keep:
            del self.fields[name]

    @property
    def kind(self) -> str:
        """Which of the four kinds."""
        return BETWEEN_BODIES if self.own != "provider" else str(self.cleaned_data.get("matter", ""))

    @property
    def sides(self) -> tuple[str, ...]:
        """The parties; none while the kind is not known."""
        return PARTIES_OF.get(self.kind, ())

    @property
    def has_family(self) -> bool:
        """False for the fourth kind."""
        return "family" in self.sides

    def clean(self) -> dict[str, Any]:
        """What the kind needs is there, or is said beside its field."""
        super().clean()
        given = self.cleaned_data
        if self.has_family:
            self.refuse_missing_family()
        if "council" in self.fields and self.sides and not given.get("council"):
            self.miss("council", _("Type the name of the council."))
        if (
            "commissioning_body" in self.sides
            and "commissioning_body" in self.fields
            and not given.get("commissioning_body")
        ):
            self.miss("commissioning_body", _("Type the name of the commissioning body."))
        if "setting" in self.sides and not given.get("setting"):
            self.miss("setting", _("Type the name of the nursery, school or college."))
        if "contacted_on" in self.fields and not given.get("contacted_on"):
            self.miss("contacted_on", _("Type the day of the first contact."))
        return given


def names_of(kind: OrganisationKind) -> list[str]:
    """The organisations of a kind to choose from, by name."""
    found = Organisation.objects.filter(kind=kind.value).order_by("name")
    return list(found.values_list("name", flat=True)[:500])
