"""Cases that may be the same child's or the same family's, shown before another one is opened.

Content lies in pieces, so nothing can be looked up by an index: the newest cases are read through, their number
bounded. Who may not read what a likeness rests on is not told of it.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher

from django.db.models import Q, QuerySet

from evenhand.people.policy import DataClass
from evenhand.people.reader import Reader
from evenhand.people.roles import Role

from .heart.stages import Kind, Stage
from .heart.steps import Step
from .models import Case, Piece

NEWEST = 10_000
"""Cases that are looked through, the newest first."""
MOST = 10
"""Cases that are shown; who has more of them has typed the service's own number."""
ALIKE = 0.84
"""From here on two names differ by a slip or a spelling: Steven and Stephen, Zoe and Zoë."""
DIGITS = 9
"""Digits of a telephone number that tell it from others, however its beginning is written."""
CHILD_STEPS = (Step.OPEN.value, Step.RECORD_FACTS.value)
PERSON_STEPS = (Step.ADD_PERSON.value, Step.RECORD_FACTS.value)


@dataclass(frozen=True)
class Likely:
    """A case that may be the same one, and why: `child`, `phone`, `email`. `initials` for whoever may know them."""

    reference: str
    initials: str
    area: str
    kind: Kind
    stage: Stage
    opened_on: date
    why: tuple[str, ...] = field(default=())


def likely(
    reader: Reader,
    *,
    child_name: str = "",
    date_of_birth: date | None = None,
    area: str = "",
    phone: str = "",
    email: str = "",
) -> list[Likely]:
    """The likely cases among those that the reader may see, those with more reasons first, then those of the area.

    The child: born on the same day, and the name alike. The family: the same telephone number or e-mail address in an
    open case. At most ten.
    """
    why: dict[int, set[str]] = {}
    if child_name and date_of_birth is not None:
        for case_id in _same_child(reader, child_name, date_of_birth):
            why.setdefault(case_id, set()).add("child")
    if digits(phone) or email.strip():
        for case_id, reason in _same_contact(reader, digits(phone), email.strip().casefold()):
            why.setdefault(case_id, set()).add(reason)
    known = reader.organisations_as(Role.ADVISER)
    rows = Case.objects.seen_by(reader).filter(pk__in=list(why)).order_by("-pk")
    found = [_likely(case, why[case.pk], case.provider_id in known) for case in rows]
    return sorted(found, key=lambda one: (-len(one.why), one.area != area))[:MOST]


def _likely(case: Case, why: set[str], named: bool) -> Likely:
    return Likely(
        case.reference,
        case.child_label if named else "",
        case.area,
        Kind(case.kind),
        Stage(case.stage),
        case.opened_on,
        tuple(sorted(why)),
    )


def _newest(reader: Reader, *roles: Role) -> QuerySet[Case]:
    """The newest cases of the providers where the reader has one of the roles, which reads all of a kind of content."""
    at = reader.organisations_as(*roles)
    cases: QuerySet[Case] = Case.objects.seen_by(reader).filter(provider__in=at)
    return cases.order_by("-pk")


def _same_child(reader: Reader, name: str, born: date) -> Iterator[int]:
    """An adviser reads who the child is; a manager does not."""
    cases = _newest(reader, Role.ADVISER).values("pk")[:NEWEST]
    rows = Piece.objects.unseen().filter(
        event__case__in=cases,
        event__step__in=CHILD_STEPS,
        data_class=DataClass.CHILD_IDENTITY.value,
        body__child__date_of_birth=born.isoformat(),
    )
    for case_id, child in rows.values_list("event__case", "body__child"):
        if isinstance(child, dict) and alike(name, str(child.get("name", ""))):
            yield case_id


def _same_contact(reader: Reader, number: str, email: str) -> Iterator[tuple[int, str]]:
    cases = _newest(reader, Role.ADVISER, Role.MANAGER).filter(is_open=True).values("pk")[:NEWEST]
    rows = Piece.objects.unseen().filter(
        Q(body__contact__phone__isnull=False) | Q(body__contact__email__isnull=False),
        event__case__in=cases,
        event__step__in=PERSON_STEPS,
        data_class=DataClass.CONTACT_DETAILS.value,
    )
    fields = ("event__case", "body__contact__phone", "body__contact__email")
    for case_id, phone, address in rows.values_list(*fields).iterator():
        if number and digits(str(phone or "")) == number:
            yield case_id, "phone"
        if email and str(address or "").casefold() == email:
            yield case_id, "email"


def digits(phone: str) -> str:
    """What tells a telephone number from others; nothing for too few digits.

    >>> digits("+44 20 7946 0001"), digits("(020) 79460001"), digits("ask for Jo")
    ('079460001', '079460001', '')
    """
    found = "".join(char for char in phone if char.isdecimal())
    return found[-DIGITS:] if len(found) >= DIGITS else ""


def words_of(name: str) -> list[str]:
    """The words of a name in one order, without accents, capitals and marks.

    >>> words_of("O’Brien, Zoë"), words_of("Zoe OBRIEN")
    (['obrien', 'zoe'], ['obrien', 'zoe'])
    """
    plain = unicodedata.normalize("NFKD", name.casefold())
    kept = (
        char if char.isalpha() else " "
        for char in plain
        if char not in "'’" and not unicodedata.combining(char)
    )
    return sorted("".join(kept).split())


def alike(one: str, other: str) -> bool:
    """True if two names may be one person's: the same words, one within the other, or a slip apart.

    >>> alike("Robin Example", "Example, Robyn"), alike("Robin", "Robin Example"), alike("Robin Example", "Ann Other")
    (True, True, False)
    """
    first, second = words_of(one), words_of(other)
    if not first or not second:
        return False
    if set(first) <= set(second) or set(second) <= set(first):
        return True
    return SequenceMatcher(None, " ".join(first), " ".join(second), autojunk=False).ratio() >= ALIKE
