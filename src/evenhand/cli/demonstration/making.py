"""The demonstration is made: bodies, people, cases, call-backs, all in one transaction or not at all."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from random import Random

from django.contrib.auth.hashers import make_password
from django.db import transaction

from evenhand.casework.laying_down import Laid, lay_down
from evenhand.casework.models import Case
from evenhand.people.demonstration import is_demonstration, mark_as_demonstration

from . import bodies, call_backs, documents, register, sign_ins
from .plans import plans
from .shown import shown
from .telling import reference_from, told
from .world import Days, World

SEED = "Evenhand, a demonstration"
FEWEST, MOST = 100, 20_000


class NotEmpty(Exception):
    """There is somebody or something in this database that may be real."""


@dataclass(frozen=True, slots=True)
class Made:
    """What came of it: how many cases are there, if they were made now, and the sign-ins as they are kept."""

    cases: int
    now: bool
    sign_ins: str


def make(*, cases: int, today: date, progress: Callable[[int], None] | None = None) -> Made:
    """Fill an empty database with `cases` invented cases as of `today`; one that is a demonstration is left as it is.

    Raises `NotEmpty` where the database holds cases or accounts and is no demonstration.
    """
    if is_demonstration():
        return Made(Case.objects.unseen().count(), False, sign_ins.renew())
    if Case.objects.unseen().exists():
        raise NotEmpty("There are cases in this database, so it cannot become a demonstration.")
    password = sign_ins.password_of_the_cast()
    with transaction.atomic():
        try:
            mark_as_demonstration()
        except ValueError as full:
            raise NotEmpty(str(full)) from None
        rng = Random(SEED)
        world = bodies.build(Days(today), rng, make_password(password), documents.keep)
        histories = sorted(laid(world, cases, rng), key=lambda one: (one.history[0].on, one.reference))
        lay_down(histories, today=today, progress=progress, batch=50)
        call_backs.ask(world, rng)
        register.fill(world)
    return Made(cases, True, sign_ins.keep(password))


def laid(world: World, cases: int, rng: Random) -> Iterator[Laid]:
    """Every case: the cast's own, and as many more as make up the number."""
    own = shown(rng)
    used = {plan.reference for plan in own}
    for plan in (*own, *plans(cases - len(own), rng)):
        yield told(world, plan, plan.reference or _unused(rng, used))


def _unused(rng: Random, used: set[str]) -> str:
    reference = reference_from(rng)
    while reference in used:
        reference = reference_from(rng)
    used.add(reference)
    return reference
