"""The forms of accounts that are our own."""

from typing import Any

from django import forms
from django.contrib.auth import password_validation
from django.utils.translation import gettext_lazy as _

from evenhand.people.models import Person
from evenhand.people.roles import ROLES_OF, OrganisationKind, Role
from evenhand.web.accounts.words import ROLES

NAME: dict[str, Any] = {"max_length": 200, "error_messages": {"required": _("Type your name.")}}


class SignUp(forms.Form):
    """What allauth's sign-up asks besides the address and the password."""

    name = forms.CharField(**NAME)

    def signup(self, request: object, user: Person) -> None:
        """Nothing is left to do: the adapter has saved the name."""


class Details(forms.Form):
    """What one can change about oneself."""

    name = forms.CharField(**NAME)


class NewMember(forms.Form):
    """An invited person without an account: the address is the invitation's."""

    name = forms.CharField(**NAME)
    password = forms.CharField(strip=False, error_messages={"required": _("Type a password.")})

    def __init__(self, *arguments: Any, email: str, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.email = email

    def clean(self) -> dict[str, Any]:
        """Hold the password to the rules, the name and address among them."""
        cleaned = super().clean() or {}
        password = cleaned.get("password")
        if password:
            try:
                somebody = Person(email=self.email, name=cleaned.get("name", ""))
                password_validation.validate_password(password, somebody)
            except forms.ValidationError as wrong:
                self.add_error("password", wrong)
        return cleaned


def _roles(kind: str) -> list[tuple[str, Any]]:
    roles = ROLES_OF[OrganisationKind(kind)]
    return [(role.value, ROLES[role]) for role in Role if role in roles]


class Invite(forms.Form):
    """Whom to invite, and as what."""

    email = forms.EmailField(
        error_messages={
            "required": _("Type the e-mail address."),
            "invalid": _("Type an e-mail address like name@example.org."),
        }
    )
    role = forms.ChoiceField(error_messages={"required": _("Choose what they will be.")})
    administers = forms.BooleanField(required=False)

    def __init__(self, *arguments: Any, kind: str, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.choices = _roles(kind)
        self.fields["role"].choices = self.choices  # type: ignore[attr-defined]
        self.asks_who_administers = kind != OrganisationKind.PROVIDER


class ChangeRole(forms.Form):
    """What a member is to be from now on."""

    role = forms.ChoiceField(error_messages={"required": _("Choose what they will be.")})

    def __init__(self, *arguments: Any, kind: str, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.choices = _roles(kind)
        self.fields["role"].choices = self.choices  # type: ignore[attr-defined]
