"""What the tests of signing in share: a browser that types, and the codes of an authenticator app."""

import base64
import hashlib
import hmac
import time
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client

from evenhand.people.models import Person
from tests.people import cast

LOGIN = "/accounts/login/"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def sign_in(client: Client, person: Person | str, password: str = cast.PASSWORD, **more: Any) -> Any:
    """Type an address and a password into the sign-in page."""
    login = person if isinstance(person, str) else person.email
    return client.post(LOGIN, {"login": login, "password": password}, **more)


def with_an_app(person: Person) -> Authenticator:
    """Give the account an authenticator app with a known secret."""
    authenticator: Authenticator = TOTP.activate(person, SECRET).instance
    return authenticator


def code(secret: str = SECRET, *, away: int = 0) -> str:
    """The six digits of RFC 6238 at this moment, or so many half minutes from it."""
    counter = int(time.time()) // 30 + away
    digest = hmac.new(base64.b32decode(secret), counter.to_bytes(8, "big"), hashlib.sha1).digest()
    at = digest[-1] & 15
    return f"{int.from_bytes(digest[at : at + 4], 'big') % 2**31 % 10**6:06}"
