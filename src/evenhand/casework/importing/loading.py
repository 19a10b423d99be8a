"""Laying imported cases down: all of them in one transaction, and each of them once."""

from collections.abc import Callable, Sequence

from django.db import transaction

from evenhand import clock
from evenhand.people.models import Membership, Organisation
from evenhand.people.roles import Role

from ..actions.opening import new_reference
from ..actions.outcomes import new_number
from ..bodies import authority_of
from ..heart.events import Actor, Happened
from ..laying_down import Bodies, Laid, lay_down
from ..models import Case, Imported
from .checking import Checked, Row, check
from .columns import Mapped
from .files import Sheet
from .histories import steps_of

SOME = 500
Progress = Callable[[int], None]


class ImportRefused(ValueError):
    """It was not imported, and nothing was written. The text says why."""


def trial(provider: Organisation, sheet: Sheet, mapping: Mapped, progress: Progress | None = None) -> Checked:
    """What an import for the provider would do. Nothing is written."""
    keys = [
        str(line[mapping["key"]])
        for _, line in sheet.rows
        if "key" in mapping and line[mapping["key"]] is not None
    ]
    return check(
        sheet,
        mapping,
        today=clock.today_in_london(),
        already=_already(provider, keys),
        advisers=frozenset(_advisers(provider)),
        progress=progress,
    )


def _already(provider: Organisation, keys: Sequence[str]) -> frozenset[str]:
    """Those of the references that were imported before; a number may have been read with its point."""
    wanted = [*keys, *(key.removesuffix(".0") for key in keys)]
    found: set[str] = set()
    for at in range(0, len(wanted), SOME):
        rows = Imported.objects.filter(provider=provider, source_key__in=wanted[at : at + SOME])
        found |= set(rows.values_list("source_key", flat=True))
    return frozenset(found)


def _advisers(provider: Organisation) -> dict[str, int]:
    """The advisers of the provider: their addresses and keys."""
    rows = Membership.objects.filter(
        organisation=provider, role=Role.ADVISER.value, ended_at__isnull=True, person__is_active=True
    )
    return {email.casefold(): pk for email, pk in rows.values_list("person__email", "person")}


@transaction.atomic
def load(
    *,
    provider: Organisation,
    sheet: Sheet,
    mapping: Mapped,
    by_person: int | None = None,
    leave_out_bad_rows: bool = False,
    progress: Progress | None = None,
) -> Checked:
    """Import what the trial would make: every case or none. Returns what was done.

    Raises `ImportRefused` where a row is bad and bad rows are not to be left out. Whoever imports at the same time
    waits, so that no row is taken twice.
    """
    Organisation.objects.select_for_update().get(pk=provider.pk)
    checked = trial(provider, sheet, mapping)
    if checked.bad and not leave_out_bad_rows:
        raise ImportRefused(
            f"{checked.bad_rows} rows are bad, so nothing was imported. Mend them, or leave them out."
        )
    advisers = _advisers(provider)
    areas = sorted({row.said["council"] for row in checked.good})
    authorities = {area: authority_of(area)[0] for area in areas}
    by = Actor(by_person, None, "system")
    references = {row.key: new_reference() for row in checked.good}
    lay_down(
        (
            _laid(row, references[row.key], provider, authorities[row.said["council"]], advisers, by)
            for row in checked.good
        ),
        progress=progress,
    )
    _remember(provider, references)
    return checked


def _laid(
    row: Row,
    reference: str,
    provider: Organisation,
    authority: Organisation,
    advisers: dict[str, int],
    by: Actor,
) -> Laid:
    steps = steps_of(
        row.said,
        certificate=new_number(),
        authority=authority.name,
        adviser_id=advisers.get(row.said["adviser"]),
    )
    now = clock.instant()
    history = [
        Happened(number, taken.step, taken.on, now, by, taken.pieces) for number, taken in enumerate(steps, 1)
    ]
    return Laid(reference, Bodies(provider.pk, authority.pk), history)


def _remember(provider: Organisation, references: dict[str, str]) -> None:
    """Which reference of theirs became which case."""
    found: dict[str, int] = {}
    wanted = list(references.values())
    for at in range(0, len(wanted), SOME):
        rows = Case.objects.unseen().filter(reference__in=wanted[at : at + SOME])
        found |= dict(rows.values_list("reference", "pk"))
    Imported.objects.bulk_create(
        [
            Imported(provider=provider, source_key=key, case_id=found[reference])
            for key, reference in references.items()
        ],
        batch_size=SOME,
    )
