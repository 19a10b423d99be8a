"""Second factors: which sessions have shown one, and how their secrets are kept."""

from base64 import urlsafe_b64encode
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from allauth.mfa import signals
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.http import HttpRequest
from django.utils.encoding import force_bytes
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evenhand.people.models import Person

_KEY = "second_factor"
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
"""What counts as a second factor. Recovery codes stand in for one and are none by themselves."""


class Factors(DefaultMFAAdapter):
    """allauth's, with our words and with secrets that a copy of the database alone does not give away."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": gettext_lazy(
            "This code is not right. Type the newest one, or use a recovery code."
        ),
        "unverified_email": gettext_lazy("Confirm your e-mail address first."),
    }

    def encrypt(self, text: str) -> str:
        """The text under the installation's key."""
        return _keys().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The text again. Errors: `InvalidToken` under another key."""
        return _keys().decrypt(encrypted_text.encode()).decode()

    def generate_authenticator_name(self, user: Person, type: Authenticator.Type) -> str:
        """What a new passkey is called until its owner calls it something else."""
        held = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return _("Passkey %(number)s") % {"number": held + 1}


def _keys() -> MultiFernet:
    return MultiFernet([Fernet(key) for key in _derived()])


def _derived() -> Iterator[bytes]:
    for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        yield urlsafe_b64encode(sha256(b"evenhand second factors\0" + force_bytes(secret)).digest())


def shown(request: HttpRequest, person: Person) -> bool:
    """True where this session has shown a second factor, or was excused from it."""
    return request.session.get(_KEY) == person.pk


def note_shown(request: HttpRequest, person: Person) -> None:
    """From now on this session counts as having shown one."""
    request.session[_KEY] = person.pk


def has_one(person: Person) -> bool:
    """True where the account has a second factor."""
    return bool(is_mfa_enabled(person, FACTORS))


def _used(sender: object, request: HttpRequest, user: Person, **_others: Any) -> None:
    note_shown(request, user)


def _removed(sender: object, request: HttpRequest, user: Person, **_others: Any) -> None:
    if not has_one(user):
        request.session.pop(_KEY, None)


signals.authenticator_used.connect(_used, dispatch_uid="a factor was used")
signals.authenticator_added.connect(_used, dispatch_uid="a factor was added")
signals.authenticator_removed.connect(_removed, dispatch_uid="a factor was removed")
