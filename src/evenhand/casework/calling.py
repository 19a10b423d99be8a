"""Ringing back: who is to be rung next, each try, and how it ended."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Count, QuerySet

from evenhand import clock
from evenhand.people.models import Person
from evenhand.people.reader import Reader
from evenhand.people.roles import Role

from .asking import LONDON
from .models import CallBack, CallTry, Case

AT_PROVIDER = (Role.ADVISER, Role.MANAGER)
TRIES_BEFORE_GIVING_UP, DAYS_BEFORE_GIVING_UP = 3, 2
ENDS = {
    "answered": "They have what they wanted to know",
    "not_wanted": "They do not want the call any more",
    "wrong_number": "The number is somebody else’s, or does not exist",
    "no_answer": "Nobody answered, three times or more on two days or more",
}
"""How a call ends without a case. `no_answer` is giving up, and takes three tries on two days."""
CASE_OPENED = "case_opened"


class CallRefused(Exception):
    """It cannot be done to this call now. The text says so to the person who pressed."""


class CallAlreadyDone(Exception):
    """The same button was pressed before, or a colleague was quicker."""


def calls_for(reader: Reader) -> QuerySet[CallBack]:
    """The calls of the reader's providers, with `tried`, how often each was tried; none for anybody else."""
    at = reader.organisations_as(*AT_PROVIDER)
    return CallBack.objects.filter(provider__in=at).annotate(tried=Count("tries"))


def waiting(reader: Reader, until: datetime) -> list[CallBack]:
    """The calls to make before that moment, the longest overdue first."""
    calls = calls_for(reader).filter(ended_at__isnull=True, slot__lt=until)
    return list(calls.select_related("provider").prefetch_related("tries__by").order_by("slot", "pk"))


def soonest(reader: Reader, until: datetime, most: int) -> list[CallBack]:
    """The first of those calls, for a board: one query, and none for whoever rings nobody."""
    at = reader.organisations_as(*AT_PROVIDER)
    if not at:
        return []
    calls = CallBack.objects.filter(provider__in=at, ended_at__isnull=True, slot__lt=until)
    return list(calls.order_by("slot", "pk")[:most])


def _held(call: CallBack, tries_seen: int) -> CallBack:
    """The call, held until the transaction ends, if it is as whoever pressed saw it. Raises `CallAlreadyDone`."""
    held = CallBack.objects.select_for_update().get(pk=call.pk)
    if held.ended_at is not None or held.tries.count() != tries_seen:
        raise CallAlreadyDone("This call was recorded already. It was recorded once.")
    return held


@transaction.atomic
def record_try(
    *,
    call: CallBack,
    by: Person,
    reached: bool,
    tries_seen: int,
    words: str = "",
    again_at: datetime | None = None,
) -> CallTry:
    """One try. One that reached nobody says when to try again, and the call waits for that half-hour.

    `tries_seen` is how many tries the page showed. Raises `CallRefused` without a time to come, `CallAlreadyDone`
    where the call has moved on.
    """
    held = _held(call, tries_seen)
    if not reached:
        if again_at is None or again_at <= clock.instant():
            raise CallRefused("Say when to try again: a time that is still to come.")
        held.slot = again_at
        held.save(update_fields=["slot"])
    return CallTry.objects.create(call_back=held, by=by, reached=reached, words=words)


@transaction.atomic
def end_call(*, call: CallBack, how: str, tries_seen: int) -> CallBack:
    """The call is over without a case. Raises `CallRefused` for an end that is not open, `CallAlreadyDone`."""
    held = _held(call, tries_seen)
    if how not in ENDS:
        raise CallRefused("Say how the call ended.")
    if how == "no_answer" and not may_give_up(held.tries.all()):
        raise CallRefused("Try three times, on two days at least, before you give up.")
    return _ended(held, how)


@transaction.atomic
def case_from_call(*, call: CallBack, case: Case) -> CallBack:
    """The case that came of a call: the call is over, and leads to it. Raises `CallAlreadyDone`."""
    held = CallBack.objects.select_for_update().get(pk=call.pk)
    if held.case_id is not None or held.ended_at is not None:
        raise CallAlreadyDone("This call is over already.")
    held.case = case
    return _ended(held, CASE_OPENED)


def _ended(held: CallBack, how: str) -> CallBack:
    held.ended_at, held.ended_how = clock.instant(), how
    held.save(update_fields=["ended_at", "ended_how", "case"])
    return held


def may_give_up(tries: Iterable[CallTry]) -> bool:
    """True after three tries that reached nobody, on two days at least."""
    missed = [one.at.astimezone(LONDON).date() for one in tries if not one.reached]
    return len(missed) >= TRIES_BEFORE_GIVING_UP and len(set(missed)) >= DAYS_BEFORE_GIVING_UP
