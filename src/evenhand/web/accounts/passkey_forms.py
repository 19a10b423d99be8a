"""allauth's forms for passkeys, for which a credential that makes no sense is a wrong one and not our fault."""

from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn import forms
from cryptography.exceptions import InvalidSignature

NONSENSE = (ArithmeticError, AttributeError, InvalidSignature, LookupError, TypeError, ValueError)
"""What reading a credential raises that was not made by a browser for us."""


class _ReadWithCare:
    def clean_credential(self) -> Authenticator:
        """The authenticator that signed. Errors: `ValidationError` for anything else that was sent."""
        try:
            signed: Authenticator = super().clean_credential()  # type: ignore[misc]
        except NONSENSE as nonsense:
            raise get_adapter().validation_error("incorrect_code") from nonsense
        return signed


class Show(_ReadWithCare, forms.AuthenticateWebAuthnForm):
    """As the second step of signing in."""


class SignIn(_ReadWithCare, forms.LoginWebAuthnForm):
    """Instead of a password."""


class ShowAgain(_ReadWithCare, forms.ReauthenticateWebAuthnForm):
    """Before a change of how somebody signs in."""


class Add(forms.AddWebAuthnForm):
    """A new one."""

    def clean(self) -> dict[str, Any]:
        """As allauth's. Errors: `ValidationError` for a credential that cannot be read."""
        try:
            cleaned: dict[str, Any] = super().clean()
        except NONSENSE as nonsense:
            raise get_adapter().validation_error("incorrect_code") from nonsense
        return cleaned
