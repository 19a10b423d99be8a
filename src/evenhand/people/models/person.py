"""An account."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from evenhand import clock


class PersonManager(BaseUserManager["Person"]):
    """Makes accounts."""

    def create_user(self, email: str, password: str | None = None, **fields: object) -> "Person":
        """An account with an e-mail address and, if given, a password; without one it cannot sign in by password."""
        person = self.model(email=self.normalize_email(email).lower(), **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person

    def get_by_natural_key(self, username: str | None) -> "Person":
        """The account with this e-mail address, however its letters were typed."""
        return self.get(email__iexact=username)


class Person(AbstractBaseUser):
    """Somebody who can sign in. What they may do comes from memberships and from their place in a case."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200)
    language = models.CharField(max_length=12, default="en-gb")
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(default=clock.instant)
    sign_in_round = models.PositiveIntegerField(default=0)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    objects = PersonManager()

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Kept in small letters, so that an address has one account however it was typed."""
        self.email = self.email.lower()
        super().save(*args, **kwargs)

    def __str__(self) -> str:
        return self.name

    def get_session_auth_hash(self) -> str:
        """What a session must carry to be this account's: one more round, and every older session is nobody's."""
        return self._in_this_round(super().get_session_auth_hash())

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        """The same under the secret keys that were in use before."""
        yield from map(self._in_this_round, super().get_session_auth_fallback_hash())

    def _in_this_round(self, hashed: str) -> str:
        return f"{hashed}.{self.sign_in_round}"

    def get_full_name(self) -> str:
        """The name as it is shown."""
        return self.name

    def get_short_name(self) -> str:
        """The name as it is shown."""
        return self.name
