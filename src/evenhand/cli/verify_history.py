"""`evenhand verify-history`: is the history whole? Every link of the chain is worked out again."""

import os

from .bulk.progress import Bar
from .output import ANSWERED, FAILED, Refusal, complain, put_text
from .words import sort_words


def run(arguments: list[str]) -> int:
    """Say that the history is whole, or where it breaks; then the exit status is 1. Raises `Refusal`."""
    if sort_words("verify-history", arguments).plain:
        raise Refusal("evenhand verify-history takes no words.")
    _start_django()
    from django.db import DatabaseError

    from evenhand.casework.models import Event
    from evenhand.casework.verifying import verify

    try:
        with Bar(Event.objects.unseen().count(), "entries") as bar:
            verdict = verify(bar.advance)
    except DatabaseError as error:
        raise Refusal(f"the database cannot be used: {error}. Has it been prepared (migrate)?") from None
    if not verdict.ok:
        complain(f"the history breaks at entry {verdict.broken_at:,} of the chain. {verdict.why}")
        return FAILED
    put_text(f"The history is whole: {verdict.length:,} {'entry' if verdict.length == 1 else 'entries'}.\n")
    return ANSWERED


def _start_django() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "evenhand.config.settings")
    import django
    from django.apps import apps

    if not apps.ready:
        django.setup()
