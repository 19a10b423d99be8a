"""The list of where somebody is signed in: written at sign-in, kept up while they go on, forgotten at the end.

The session remembers its row, so that keeping up costs a write every few minutes and nothing between.
"""

from typing import Any

from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.http import HttpRequest

from evenhand import clock
from evenhand.people.models import Person, SignedIn
from evenhand.web.accounts import device

_KEY = "sign_in"
SECONDS_BETWEEN = 300
"""How long `last_seen_at` may lag behind."""


def _written_down(sender: object, request: HttpRequest, user: Person, **_others: Any) -> None:
    session = request.session
    if session.session_key is None:
        session.create()
    row, _made = SignedIn.objects.update_or_create(
        session_key=session.session_key,
        defaults={"person": user, "device": device.in_words(request.META.get("HTTP_USER_AGENT", ""))},
    )
    session[_KEY] = {"row": row.pk, "key": session.session_key, "seen": _now()}


def _forgotten(sender: object, request: HttpRequest, user: Person | None, **_others: Any) -> None:
    kept = request.session.get(_KEY)
    if user is not None and kept:
        SignedIn.objects.filter(pk=kept["row"], person=user).delete()


user_logged_in.connect(_written_down, dispatch_uid="a sign-in is written down")
user_logged_out.connect(_forgotten, dispatch_uid="a sign-in is forgotten")


def keep_up(session: SessionBase) -> None:
    """After a page: note a session whose key changed (a new password does that) or that was not seen lately."""
    kept = session.get(_KEY)
    if not kept:
        return
    now, key = _now(), session.session_key
    if kept["key"] == key and now - kept["seen"] < SECONDS_BETWEEN:
        return
    SignedIn.objects.filter(pk=kept["row"]).update(session_key=key, last_seen_at=clock.instant())
    session[_KEY] = {**kept, "key": key, "seen": now}


def _now() -> float:
    return clock.instant().timestamp()


def of(person: Person) -> QuerySet[SignedIn]:
    """Where the account is signed in now, the latest first; rows of sessions that ran out are forgotten."""
    rows = SignedIn.objects.filter(person=person)
    alive = Session.objects.filter(expire_date__gt=clock.instant())
    rows.exclude(session_key__in=alive.values("session_key")).delete()
    return rows.order_by("-last_seen_at")


def end(row: SignedIn) -> None:
    """End one session at once."""
    Session.objects.filter(pk=row.session_key).delete()
    row.delete()
