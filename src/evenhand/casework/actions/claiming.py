"""An account joins the case in a place on the family's side that nobody's account has yet. Its owner does it."""

from django.db import transaction

from evenhand import clock
from evenhand.people.models import Person
from evenhand.people.reader import reader_of
from evenhand.people.roles import FAMILY, Role

from ..heart import contents
from ..heart.events import Actor
from ..heart.history import state_of
from ..heart.state import Somebody
from ..heart.steps import Step
from ..histories import history_of
from ..models import Case
from ..recording import Done, locked, record

FOLLOWS = FAMILY | {Role.SUPPORTER, Role.ADVICE_SERVICE}
"""Who follows a case with an account of their own; a body has members."""


class NotThisAccount(PermissionError):
    """The account cannot have the place. The words are for its owner."""


class NotForWork(NotThisAccount):
    """An account of somebody's work does not take a family's place."""

    def __init__(self) -> None:
        super().__init__("This account is for work. Sign in with an account of your own.")


class InTheCase(NotThisAccount):
    """The account is in the case already: one account does not join the confidences of two people."""

    def __init__(self) -> None:
        super().__init__(
            "This account is in the case already, as somebody else. Each needs their own account."
        )


class NotFree(LookupError):
    """There is no such place, or an account has it."""


def is_free(somebody: Somebody | None) -> bool:
    """True for a place on the family's side whose holder is there and has no account on it."""
    return (
        somebody is not None
        and somebody.present
        and somebody.person_id is None
        and somebody.side == "family"
        and somebody.role in FOLLOWS
    )


def refuse_work(person: Person) -> None:
    """Raises `NotForWork` for a member of any organisation."""
    if reader_of(person).is_staff:
        raise NotForWork


@transaction.atomic
def give_place(*, case: Case, key: str, person: Person) -> Done:
    """Join an account to a free place, as an entry in the history that its owner made.

    The caller has seen a code or a link that proves whose place it is. Raises `NotForWork`, `InTheCase`, `NotFree`,
    and `StepNotOpen` for a case that has ended.
    """
    refuse_work(person)
    case = locked(case)
    people = state_of(history_of(case)).people
    if not is_free(people.get(key)):
        raise NotFree
    if any(one.present and one.person_id == person.pk for one in people.values()):
        raise InTheCase
    return record(
        case=case,
        step=Step.RECORD_FACTS,
        by=Actor(person.pk, None, key),
        on=clock.today_in_london(),
        pieces=(contents.dates(key=key, person_id=person.pk),),
    )
