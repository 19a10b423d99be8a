"""Reads the board from one filled database, as often as it is told to on standard input, and prints what each took.

python -m bench.board_reads      then lines like `provider 50`; each is answered by one line of JSON
"""

import json
import sys
import time
from collections.abc import Callable
from datetime import date
from itertools import cycle
from typing import Any

from .board_cases import BESIDE, READERS

TWENTIETH = 20
WARM = 30


def main() -> None:
    """Answer until there is nothing more to be read."""
    import django

    django.setup()
    asks = {name: cycle(found) for name, found in _asks(date.today()).items()}
    for found in asks.values():
        for _ in range(WARM):
            next(found)()
    print(json.dumps(_plan()), flush=True)
    for line in sys.stdin:
        name, times = line.split()
        print(json.dumps([_timed(next(asks[name])) for _ in range(int(times))]), flush=True)


def _timed(ask: Callable[[], object]) -> float:
    start = time.perf_counter()
    ask()
    return time.perf_counter() - start


def _asks(today: date) -> dict[str, list[Callable[[], object]]]:
    """What can be asked for, each by one reader after the other; the twentieth page by the one who has one."""
    from evenhand.casework.board import Filters, Whose, board, cases_of, page_of, row_of
    from evenhand.casework.models import Case
    from evenhand.people.statements import read, written

    def page(reader: Any, whose: Any, filters: Filters) -> Callable[[], object]:
        return lambda: board(reader, whose, filters, today)

    words, values = written(page_of(Case.objects.unseen(), Filters(), today))
    everybodys = (words.replace('"casework_case"', f'"{BESIDE}"'), values)
    advisers, officers = _readers()
    after = Filters()
    for _ in range(TWENTIETH - 1):
        after = Filters(after=board(advisers[0], Whose.PROVIDER, after, today).more)

    def lines(statement: Any) -> Callable[[], object]:
        return lambda: [row_of(values, today, True) for values in read(statement)]

    return {
        "provider": [page(one, Whose.PROVIDER, Filters()) for one in advisers],
        "twentieth": [page(advisers[0], Whose.PROVIDER, after)],
        "authority": [page(one, Whose.AUTHORITY, Filters()) for one in officers],
        "filtered": [
            lines(written(page_of(cases_of(one, Whose.PROVIDER), Filters(), today))) for one in advisers
        ],
        "unfiltered": [lines(everybodys)],
    }


def _readers() -> tuple[list[Any], list[Any]]:
    from evenhand.people.models import Person
    from evenhand.people.reader import reader_of
    from evenhand.people.roles import OrganisationKind, Role

    def first(role: Role, kind: OrganisationKind, place: int) -> Any:
        members = Person.objects.filter(
            memberships__role=role, memberships__organisation__slug=f"{kind}-{place}"
        )
        return reader_of(members.order_by("pk")[0])

    return (
        [first(Role.ADVISER, OrganisationKind.PROVIDER, place) for place in range(READERS)],
        [first(Role.AUTHORITY_OFFICER, OrganisationKind.AUTHORITY, place) for place in range(READERS)],
    )


def _plan() -> dict[str, str]:
    """How the database goes about the provider's page and the authority's."""
    from evenhand.casework.board import Filters, Whose, cases_of, page_of

    advisers, officers = _readers()
    asked = {Whose.PROVIDER: advisers[0], Whose.AUTHORITY: officers[0]}
    return {
        whose.value: page_of(cases_of(reader, whose), Filters(), date.today()).explain()
        for whose, reader in asked.items()
    }


if __name__ == "__main__":
    main()
