"""A database with so many invented cases, made in bulk for the board to be read from.

    python -m bench.board_cases COUNT      prepares and fills the empty database that the environment names

A few providers hold most cases, a few authorities too; a quarter of the cases is open. Each of the largest three
providers has an adviser, each of the largest three authorities an officer, by whom the board is read.
"""

import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate, islice
from typing import Any, NamedTuple

PROVIDERS, AUTHORITIES, BODIES, ADVISERS, MEDIATORS = 8, 150, 42, 30, 20
READERS = 3
OPEN = 0.25
AT_ONCE = 10_000
BESIDE = "bench_of_everybody"
"""A copy of the cases with the same indexes and one of its own, by which everybody's are read in order.

It stands apart, lest the database should use that one index for the board."""

DUES = (
    ("issue_certificate", "adviser", 39),
    ("tell_authority", "adviser", 0),
    ("arrange_mediation", "authority", 36),
    ("tell_family_of_meeting", "adviser", 37),
    ("choose_mediator", "adviser", 0),
    ("name_representative", "authority", 0),
    ("record_outcome", "mediator", 0),
    ("carry_out_agreement", "authority", 42),
)
"""What can be due, whose it is, and the regulation; 0 for the service's own rule."""

COLUMNS = (
    *("id", "reference", "kind", "provider_id", "authority_id", "commissioning_body_id", "matter", "area"),
    *("child_label", "opened_on", "closed_on", "stage", "is_open", "adviser_id", "mediator_id", "health"),
    *("known_to_authority", "known_to_commissioner", "known_to_setting"),
    *("next_on", "next_name", "next_whose", "next_law", "law_marks", "events"),
)


class World(NamedTuple):
    """The keys of those whose cases they are; advisers and mediators by the place of their provider."""

    providers: list[int]
    authorities: list[tuple[int, str]]
    bodies: list[int]
    advisers: list[list[int]]
    mediators: list[list[int]]


def main(count: int) -> None:
    """Make the tables, the people, the cases and the kept counts, and have the database look at what it holds."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", verbosity=0)
    world = people()
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET statement_timeout = 0")
        kept: Counter[tuple[str, str]] = Counter()
        rows = cases(world, count, date.today(), kept)
        indexes = _taken_off(cursor, connection.vendor)
        (_copied if connection.vendor == "postgresql" else _inserted)(cursor, rows)
        for statement in indexes:
            cursor.execute(statement)
        _copy_beside(cursor, connection.vendor, indexes)
    _keep(kept)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


def people() -> World:
    """Organisations and their members, as the product's own models make them. Nobody can sign in with a password."""
    from evenhand import directory
    from evenhand.people.models import Membership, Organisation, Person
    from evenhand.people.roles import OrganisationKind, Role

    def organisations(kind: OrganisationKind, names: list[tuple[str, str]]) -> list[Organisation]:
        return Organisation.objects.bulk_create(
            Organisation(
                kind=kind, name=name, slug=f"{kind}-{place}", area=area, second_factor_required=False
            )
            for place, (name, area) in enumerate(names)
        )

    def members(of: Organisation, role: Role, count: int) -> list[int]:
        made = Person.objects.bulk_create(
            Person(
                email=f"{role}.{place}@{of.slug}.example",
                name=f"{role.title()} {place} Example",
                password="!",
            )
            for place in range(count)
        )
        Membership.objects.bulk_create(Membership(person=one, organisation=of, role=role) for one in made)
        return [one.pk for one in made]

    councils = [(area.name, area.slug) for area in directory.areas() if area.slug in directory.known_slugs()][
        :AUTHORITIES
    ]
    providers = organisations(
        OrganisationKind.PROVIDER, [(f"Mediation Service {place}", "") for place in range(PROVIDERS)]
    )
    authorities = organisations(OrganisationKind.AUTHORITY, councils)
    bodies = organisations(
        OrganisationKind.COMMISSIONING_BODY, [(f"Body {place}", "") for place in range(BODIES)]
    )
    for authority in authorities[:READERS]:
        members(authority, Role.AUTHORITY_OFFICER, 1)
    return World(
        [one.pk for one in providers],
        [(one.pk, one.area) for one in authorities],
        [one.pk for one in bodies],
        [members(one, Role.ADVISER, ADVISERS) for one in providers],
        [members(one, Role.MEDIATOR, MEDIATORS) for one in providers],
    )


def cases(
    world: World, count: int, today: date, kept: Counter[tuple[str, str]], seed: int = 1
) -> Iterator[tuple[Any, ...]]:
    """The rows of the table, in the order of `COLUMNS`, and with each its place in the counts that are kept."""
    from evenhand.casework.heart.stages import ENDED, Stage
    from evenhand.casework.models.case import NO_DAY

    draw = random.Random(seed)
    shares = list(accumulate(1 / (place + READERS + 5) for place in range(len(world.authorities))))
    running = [stage.value for stage in Stage if stage not in ENDED]
    for number in range(1, count + 1):
        place = min(int(draw.expovariate(0.6)), len(world.providers) - 1)
        authority, area = draw.choices(world.authorities, cum_weights=shares)[0]
        is_open = draw.random() < OPEN
        stage = draw.choice(running) if is_open else Stage.CLOSED.value
        known = draw.random() < 0.9
        name, whose, regulation = draw.choice(DUES) if is_open else ("", "", 0)
        opened = today - timedelta(days=draw.randrange(900))
        kept[f"provider:{world.providers[place]}", stage] += 1
        if known:
            kept[f"authority:{authority}", stage] += 1
        yield (
            *(number, f"{number:09}", "mediation" if draw.random() < 0.9 else "resolution"),
            *(world.providers[place], authority, draw.choice(world.bodies), "plan_contents", area),
            *("".join(draw.choices("ABCDEFGHJKLMNPRST", k=2)), opened.isoformat()),
            *(None if is_open else today.isoformat(), stage, is_open, draw.choice(world.advisers[place])),
            draw.choice(world.mediators[place]) if draw.random() < 0.5 else None,
            *(draw.random() < 0.2, known, False, False),
            (today + timedelta(days=draw.randrange(-10, 90)) if is_open else NO_DAY).isoformat(),
            *(name, whose, _law(regulation), "", 12),
        )


def _law(regulation: int) -> str:
    act = "Special Educational Needs and Disability Regulations 2014, regulation"
    return f"{act} {regulation}" if regulation else ""


def _taken_off(cursor: Any, vendor: str) -> list[str]:
    """Take the table's indexes off while it is filled; gives the statements that make them again."""
    if vendor == "postgresql":
        cursor.execute(
            "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'casework_case' "
            "AND indexname NOT IN (SELECT conname FROM pg_constraint)"
        )
    else:
        cursor.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'casework_case' "
            "AND sql IS NOT NULL"
        )
    found = cursor.fetchall()
    for name, _statement in found:
        cursor.execute(f'DROP INDEX "{name}"')
    return [statement for _name, statement in found]


def _copied(cursor: Any, rows: Iterator[tuple[Any, ...]]) -> None:
    with cursor.copy(f"COPY casework_case ({', '.join(COLUMNS)}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def _inserted(cursor: Any, rows: Iterator[tuple[Any, ...]]) -> None:
    cursor.execute("PRAGMA synchronous = OFF")  # what is lost here is made again
    places = ", ".join(["%s"] * len(COLUMNS))
    statement = f"INSERT INTO casework_case ({', '.join(COLUMNS)}) VALUES ({places})"
    cursor.execute("BEGIN")
    while some := list(islice(rows, AT_ONCE)):
        cursor.executemany(statement, some)
    cursor.execute("COMMIT")


def _copy_beside(cursor: Any, vendor: str, indexes: list[str]) -> None:
    if vendor == "postgresql":
        cursor.execute(f"CREATE TABLE {BESIDE} (LIKE casework_case)")
    else:
        cursor.execute("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = 'casework_case'")
        cursor.execute(cursor.fetchone()[0].replace('"casework_case"', f'"{BESIDE}"', 1))
    cursor.execute(f"INSERT INTO {BESIDE} SELECT * FROM casework_case")
    for number, statement in enumerate(indexes):
        named = re.sub(r'INDEX "?\w+"? ON', f"INDEX beside_{number} ON", statement, count=1)
        cursor.execute(re.sub(r"\bcasework_case\b", BESIDE, named, count=1))
    cursor.execute(f"CREATE INDEX {BESIDE}_in_order ON {BESIDE} (is_open, next_on, id)")


def _keep(kept: Counter[tuple[str, str]]) -> None:
    from evenhand.casework.models import Tally

    Tally.objects.bulk_create(
        Tally(scope=scope, stage=stage, count=count) for (scope, stage), count in sorted(kept.items())
    )


if __name__ == "__main__":
    main(int(sys.argv[1]))
