"""allauth's accounts as Evenhand has them."""

import time
from typing import Any
from urllib.parse import urlencode

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.internal.stagekit import unstash_login
from allauth.account.models import EmailAddress
from allauth.core import context
from django.forms import BaseForm
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from evenhand.people.models import Person
from evenhand.web.accounts import once

SECONDS_OF_TRUST = 300
"""So long after a sign-in nobody is asked for the password again."""

_MADE_FOR = "_evenhand_account_made_for"
_SAID = {
    "account/messages/password_changed.txt": _("Your password is changed. Other devices are signed out."),
    "account/messages/password_set.txt": _("Your password is set."),
    "account/messages/email_confirmed.txt": _("Your e-mail address is confirmed. You can sign in now."),
    "mfa/messages/recovery_codes_generated.txt": _("You have new recovery codes. Keep them somewhere safe."),
    "mfa/messages/totp_activated.txt": _("Your authenticator app is set up."),
    "mfa/messages/totp_deactivated.txt": _("Your authenticator app is no longer used."),
    "mfa/messages/webauthn_added.txt": _("Your passkey is added."),
    "mfa/messages/webauthn_removed.txt": _("The passkey is removed."),
}


class Accounts(DefaultAccountAdapter):
    """Our words, and what a new account holds."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _("The e-mail address or the password is not right."),
        "enter_current_password": _("This is not your password."),
        "incorrect_password": _("This is not your password."),
        "too_many_login_attempts": _("Too many wrong tries. Wait 15 minutes, then try again."),
        "rate_limited": _("Too many tries. Wait a few minutes, then try again."),
        "invalid_password_reset": _("This link cannot be used. Ask for a new one."),
    }

    def save_user(self, request: HttpRequest, user: Person, form: BaseForm, commit: bool = True) -> Person:
        """A family's new account, with the name that was typed."""
        user.name = form.cleaned_data["name"]
        saved: Person = super().save_user(request, user, form, commit)
        return saved

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """Keep a sentence for the next page. Those that only say what the page shows are left out."""
        words = message or _SAID.get(message_template or "")
        if words:
            once.say(request, str(words), wrong=message is not None)

    def is_reauthentication_required(self, *, app: str, **_others: object) -> bool:
        """The password is asked for again before a change of factors, unless it was given just now."""
        request = context.request
        records = get_authentication_records(request, request.user)
        return not any(time.time() - record["at"] < SECONDS_OF_TRUST for record in records)

    def confirm_email(self, request: HttpRequest, email_address: EmailAddress) -> bool:
        """Confirm it, and remember for which page the account was made: allauth forgets that straight after."""
        waits = unstash_login(request, peek=True)
        if waits and waits.redirect_url and waits.user and waits.user.pk == email_address.user_id:
            setattr(request, _MADE_FOR, waits.redirect_url)
        confirmed: bool = super().confirm_email(request, email_address)
        return confirmed

    def get_email_verification_redirect_url(self, email_address: EmailAddress) -> str:
        """To signing in, and from there to the page for which the account was made, if it was made in this browser."""
        to: str = super().get_email_verification_redirect_url(email_address)
        made_for = getattr(self.request, _MADE_FOR, "")
        return f"{to}?{urlencode({'next': made_for})}" if made_for else to

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to the account."""
        return "/account"


def name_of(person: Person) -> str:
    """The name by which allauth shows an account."""
    return person.name
