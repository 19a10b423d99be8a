"""`evenhand demonstrate`: fill an empty database with invented people and cases, to look around in."""

import os
import time
from typing import TYPE_CHECKING

from ..output import ANSWERED, Refusal, put_text
from ..words import Words, sort_words

if TYPE_CHECKING:
    from datetime import date

CASES = 800


def run(arguments: list[str]) -> int:
    """Make the demonstration, or leave one that is there as it is. Raises `Refusal`."""
    words = sort_words("demonstrate", arguments, values=("--cases", "--today"), flags=("--if-empty",))
    if words.plain:
        raise Refusal("evenhand demonstrate takes options only. See evenhand demonstrate --help.")
    _start_django()
    from django.db import DatabaseError

    from .making import NotEmpty

    try:
        put_text(_made(words))
    except NotEmpty as full:
        if "--if-empty" not in words.flags:
            raise Refusal(f"{full} Point EVENHAND_DATA at an empty folder.") from None
    except DatabaseError as error:
        raise Refusal(f"the database cannot be used: {error}. Has it been prepared (migrate)?") from None
    return ANSWERED


def _made(words: Words) -> str:
    from ..bulk.progress import Bar
    from .making import make

    cases, today = _cases(words), _today(words)
    began = time.monotonic()
    with Bar(cases, "cases") as bar:
        made = make(cases=cases, today=today, progress=bar.advance)
    if made.now:
        said = f"A demonstration with {made.cases:,} invented cases was made in {time.monotonic() - began:.1f} seconds."
    else:
        said = f"The demonstration is there already, with {made.cases:,} cases. Nothing was added."
    return f"{said}\n" if "--if-empty" in words.flags else f"{said}\n{made.sign_ins}"


def _cases(words: Words) -> int:
    from .making import FEWEST, MOST

    typed = words.values.get("--cases", str(CASES))
    if not typed.isascii() or not typed.isdigit() or len(typed) > 6 or not FEWEST <= int(typed) <= MOST:
        raise Refusal(f"--cases takes a whole number, from {FEWEST} to {MOST:,}.")
    return int(typed)


def _today(words: Words) -> "date":
    from datetime import date

    from evenhand import clock

    now = clock.today_in_london()
    if "--today" not in words.values:
        return now
    try:
        today = date.fromisoformat(words.values["--today"])
    except ValueError:
        raise Refusal("--today takes a day written like 2026-06-15.") from None
    if today > now or (now - today).days > 365:
        raise Refusal("--today takes a day of the last twelve months, or today.")
    return today


def _start_django() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "evenhand.config.settings")
    import django
    from django.apps import apps

    if not apps.ready:
        django.setup()
