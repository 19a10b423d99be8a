"""Who may sign in with a password, as allauth has it, and whose session it is, found with one ready statement."""

from functools import cache
from typing import Any

from allauth.account.auth_backends import AuthenticationBackend

from evenhand.people.models import Person
from evenhand.people.statements import read, written

FIELDS = ("id", "password", "email", "name", "language", "is_active", "sign_in_round")
"""What a page may need of the account; the rest is fetched where it is asked for."""


class Accounts(AuthenticationBackend):
    """allauth's, but for how the account of a session is found, which every page of theirs waits for."""

    def get_user(self, user_id: Any) -> Person | None:
        """The account with this key; None where there is none, or it is not active any more."""
        for values in read((_asking(), (user_id,))):
            person = Person.from_db("default", FIELDS, values)
            return person if person.is_active else None
        return None


@cache
def _asking() -> str:
    return written(Person.objects.filter(pk=0).values_list(*FIELDS))[0]
