"""What a family sends online: saved under a code while it is typed, sent once, and claimed with a code by an account."""

import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from evenhand import clock
from evenhand.people.models import Organisation, Person
from evenhand.people.roles import Role

from . import actions
from .actions.claiming import NotFree, give_place, refuse_work
from .actions.opening import LETTERS
from .asking import Wanted, ask_for_call
from .bodies import authority_of
from .heart import contents
from .heart.events import Actor
from .heart.stages import Kind
from .models import Asking, CallBack, Case

KEPT = timedelta(days=28)
"""How long what was typed is kept from the last time it was saved, and how long a case can be claimed."""
FAMILY_KEY = "party:1"


class NoSuchCode(LookupError):
    """There is nothing under this code: it was never made, was used, or is too old. Nothing says which."""

    def __init__(self) -> None:
        super().__init__("We found nothing with this code. Check the letters. A code is good for 28 days.")


# ------------------------------------------------------------------------------------- codes


def new_code() -> str:
    """Sixteen letters that nobody can guess, in groups of four."""
    return _grouped("".join(secrets.choice(LETTERS) for _ in range(16)))


def read_code(typed: str) -> str:
    """A code as it was made, however it was typed: small letters, spaces, letters that look like others.

    >>> read_code("abcd 1234-o000 il1z"), read_code("")
    ('ABCD-1234-0000-111Z', '')
    """
    alike = str.maketrans({"O": "0", "I": "1", "L": "1"})
    return _grouped("".join(one for one in typed.upper().translate(alike) if one in LETTERS))


def _grouped(letters: str) -> str:
    return "-".join(letters[at : at + 4] for at in range(0, len(letters), 4))


def _hashed(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()


# ------------------------------------------------------------------------------------ saving


@transaction.atomic
def save(
    *, asking_id: int | None, wants: str, answers: Mapping[str, Any], person: Person | None = None
) -> tuple[Asking, str]:
    """Save what was typed so far under a new code, which is told once. An earlier code of it opens nothing more."""
    code, now = new_code(), clock.instant()
    asking = Asking.objects.filter(pk=asking_id or 0, sent_at__isnull=True).first() or Asking()
    asking.code_hash, asking.wants, asking.answers = _hashed(code), wants, dict(answers)
    asking.person, asking.saved_at, asking.expires_at = person, now, now + KEPT
    asking.save()
    return asking, code


def keep_up(*, asking_id: int, wants: str, answers: Mapping[str, Any]) -> None:
    """Save again, under the same code, what was saved before."""
    now = clock.instant()
    Asking.objects.filter(pk=asking_id, sent_at__isnull=True).update(
        wants=wants, answers=dict(answers), saved_at=now, expires_at=now + KEPT
    )


def opened(code: str) -> Asking:
    """What was saved under a code and not sent yet. Raises `NoSuchCode`."""
    found = Asking.objects.filter(
        code_hash=_hashed(read_code(code)), sent_at__isnull=True, expires_at__gt=clock.instant()
    ).first()
    if found is None:
        raise NoSuchCode
    return found


# ----------------------------------------------------------------------------------- sending


@dataclass(frozen=True)
class Request:
    """What a family sends: about what, who they and the child are, what they need, and when they may be rung."""

    kind: Kind
    role: Role
    matter: str
    area: str
    name: str
    call: Wanted
    facts: Mapping[str, Any] = field(default_factory=dict)
    child: Mapping[str, str] = field(default_factory=dict)
    contact: Mapping[str, Any] = field(default_factory=dict)
    needs: str = ""


@dataclass(frozen=True)
class Sent:
    """What came of it: the case, the call that was asked for with it, and the code with which an account joins it."""

    case: Case
    call: CallBack
    code: str


@transaction.atomic
def send(
    *,
    provider: Organisation,
    request: Request,
    person: Person | None,
    press: UUID,
    asking_id: int | None = None,
) -> Sent:
    """Open the case and ask for the call, or neither. What was saved is emptied: it lies in the case now.

    Nothing of what the family wishes is recorded as its choice: mediation advice comes first (s. 56(2)), so the
    adviser rings. Raises `SlotTaken`, `AlreadyDone` for a second press, and `FactsRefused`.
    """
    call = ask_for_call(provider=provider, wanted=request.call, press=press)
    case = actions.open_case(
        provider=provider,
        by=Actor(person.pk if person else None, request.role, FAMILY_KEY),
        on=clock.today_in_london(),
        kind=request.kind,
        matter=request.matter,
        area=request.area,
        facts=request.facts,
        child=request.child,
        people=[_family(request, person), *_council(request.area)],
        press=press,
    ).case
    call.case = case
    call.save(update_fields=["case"])
    return Sent(case, call, _keep_code(asking_id, request, case, person))


def _family(request: Request, person: Person | None) -> contents.Pieces:
    return contents.person(
        key=FAMILY_KEY,
        role=request.role,
        side="family",
        name=request.name,
        party=True,
        person_id=person.pk if person else None,
        contact=request.contact,
        needs=request.needs,
    )


def _council(area: str) -> list[contents.Pieces]:
    if not area:
        return []
    authority, _made = authority_of(area)
    return [
        contents.person(
            key="authority",
            role=Role.AUTHORITY_OFFICER,
            side="authority",
            name=authority.name,
            party=True,
        )
    ]


def _keep_code(asking_id: int | None, request: Request, case: Case, person: Person | None) -> str:
    """The row that was saved, or a new one, now says only which case came of it."""
    asking, code = save(asking_id=asking_id, wants=request.kind.value, answers={}, person=person)
    asking.sent_at, asking.case = clock.instant(), case
    asking.save()
    return code


# ---------------------------------------------------------------------------------- claiming


@transaction.atomic
def claim(*, code: str, person: Person) -> Case:
    """Join an account to the place of whoever sent a case online: once, and as an entry in its history.

    Raises `NoSuchCode`, `NotThisAccount` for an account that cannot have it, and `StepNotOpen` for a case that has ended.
    """
    refuse_work(person)
    found = Asking.objects.select_for_update().filter(
        code_hash=_hashed(read_code(code)),
        sent_at__isnull=False,
        person__isnull=True,
        expires_at__gt=clock.instant(),
    )
    asking = found.first()
    if asking is None or asking.case is None:
        raise NoSuchCode
    try:
        done = give_place(case=asking.case, key=FAMILY_KEY, person=person)
    except NotFree:
        raise NoSuchCode from None
    asking.person = person
    asking.save(update_fields=["person"])
    return done.case
