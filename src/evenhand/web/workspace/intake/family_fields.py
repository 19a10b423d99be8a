"""What is asked about a family, on every screen on which its case is opened for it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from evenhand.casework.heart import contents
from evenhand.casework.heart.events import Piece
from evenhand.people.roles import Role
from evenhand.web.steps.fields import Choose, Line, Tick, Words

from .fields import Council, OneDay

RELATIONS = (
    ("parent", lazy("A parent or carer")),
    ("young_person", lazy("The young person")),
    ("for_parent", lazy("Somebody for a parent")),
    ("for_young_person", lazy("Somebody for the young person")),
)
FAMILY_KEY, SUPPORTER_KEY = "party:1", "person:2"
People = list[tuple[Piece, ...]]


class FamilyForm(forms.Form):
    """Who calls, how to reach them safely, what they need, and which child it is about."""

    caller = Line(label=lazy("Name of the caller"), longest=200)
    phone = Line(label=lazy("Telephone number"), shape="tel", longest=40)
    relation = Choose(label=lazy("Who is calling?"), choices=RELATIONS, required=False)
    for_whom = Line(
        label=lazy("For whom do they call?"),
        help_text=lazy("Only if somebody calls for them: the name of the parent or young person."),
        longest=200,
    )
    hush = Tick(label=lazy("Do not say who is calling when somebody else answers"))
    discreet = Tick(label=lazy("Leave no message, and write nothing that tells what it is about"))
    email = Line(label=lazy("E-mail address"), shape="email", longest=200)
    address = Words(label=lazy("Address for letters"), rows=2, longest=500)
    language = Line(label=lazy("Language, if they need an interpreter"), longest=60)
    needs = Words(label=lazy("What they need to take part"), rows=2, longest=2000)
    child_name = Line(label=lazy("Name of the child or young person"), longest=200)
    date_of_birth = OneDay(label=lazy("Date of birth"))
    council = Council(label=lazy("Council"))

    def clean_email(self) -> str:
        """An address, if there is one. Raises `ValidationError`."""
        typed = str(self.cleaned_data["email"]).strip()
        if typed:
            try:
                validate_email(typed)
            except ValidationError:
                raise ValidationError(_("Type an e-mail address like name@example.org.")) from None
        return typed

    @property
    def calls_for_another(self) -> bool:
        """True where a supporter calls."""
        return str(self.cleaned_data.get("relation", "")).startswith("for_")

    @property
    def acting(self) -> str:
        """Who acts in law: `parent`, `young_person`, or nothing."""
        return str(self.cleaned_data.get("relation", "")).removeprefix("for_")

    def refuse_missing_family(self) -> None:
        """Say what must be known before a case of a family is opened."""
        given = self.cleaned_data
        if not given.get("caller"):
            self.miss("caller", _("Type the name of whoever calls."))
        if not given.get("relation"):
            self.miss("relation", _("Choose who is calling."))
        if self.calls_for_another and not given.get("for_whom"):
            self.miss("for_whom", _("Type for whom they call. The case is theirs."))
        if not given.get("council"):
            self.miss("council", _("Type the name of the council."))

    def miss(self, name: str, words: str) -> None:
        """A message beside a field that has none yet."""
        if name not in self.errors:
            self.add_error(name, words)

    def child(self) -> dict[str, str]:
        """The child as the case keeps it."""
        given = self.cleaned_data
        born = given.get("date_of_birth")
        said = {"name": given.get("child_name", ""), "date_of_birth": born.isoformat() if born else ""}
        return {name: value for name, value in said.items() if value}

    def family(self) -> People:
        """The family's party, and the supporter who called for it if one did."""
        role = Role(self.acting)
        whole = {
            "contact": self._contact(),
            "address": self.cleaned_data["address"],
            "needs": self.cleaned_data["needs"],
        }
        caller, for_whom = self.cleaned_data["caller"], self.cleaned_data["for_whom"]
        party: dict[str, Any] = {"key": FAMILY_KEY, "role": role, "side": "family", "party": True}
        if not self.calls_for_another:
            return [contents.person(**party, name=caller, **whole)]
        supporter = contents.person(
            key=SUPPORTER_KEY, role=Role.SUPPORTER, side="family", name=caller, contact=self._contact()
        )
        rest = whole | {"contact": {}}
        return [contents.person(**party, name=for_whom, **rest), supporter]

    def _contact(self) -> dict[str, Any]:
        given = self.cleaned_data
        contact: dict[str, Any] = {
            name: given[name] for name in ("phone", "email", "language") if given[name]
        }
        if given["hush"]:
            contact["do_not_say_who_calls"] = True
        if given["discreet"] or given["hush"]:
            contact["discreet"] = True
        return contact
