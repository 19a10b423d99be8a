"""What is done to the register: each a function that says who does it, in one transaction."""

from datetime import date
from typing import Any, TypeVar

from django.db import IntegrityError, models, transaction

from evenhand import clock

from ..models.membership import Membership, Organisation
from ..models.person import Person
from ..roles import IN_THE_MIDDLE
from .errors import AlreadyReplaced, AlreadyThere, DaysOutOfOrder, NotTheirs
from .models import Dated, Kept, Practitioner, ServiceRule

Row = TypeVar("Row", bound=Kept)


@transaction.atomic
def register(*, person: Person, provider: Organisation, since: date, by: Person) -> Practitioner:
    """Put a member of a provider on its register.

    Raises `NotTheirs` where the person does not belong to the provider, `AlreadyThere` where they are on it.
    """
    roles = [role.value for role in IN_THE_MIDDLE]
    if not Membership.objects.filter(
        person=person, organisation=provider, role__in=roles, ended_at__isnull=True
    ).exists():
        raise NotTheirs("Only people who belong to the service can be on its register. Invite them first.")
    if Practitioner.objects.filter(person=person, provider=provider, until__isnull=True).exists():
        raise AlreadyThere("This person is on the register already. Open their entry.")
    try:
        with transaction.atomic():
            return Practitioner.objects.create(person=person, provider=provider, since=since, recorded_by=by)
    except IntegrityError as clash:
        raise AlreadyThere("This person is on the register already. Open their entry.") from clash


def leave(*, practitioner: Practitioner, on: date, by: Person) -> None:
    """Record somebody's last day on the register. Raises `DaysOutOfOrder`, or `AlreadyReplaced` if they left."""
    if on < practitioner.since:
        raise DaysOutOfOrder("The last day cannot be before the first. Check both days.")
    left = {"until": on, "left_recorded_by": by, "left_recorded_at": clock.instant()}
    if not Practitioner.objects.filter(pk=practitioner.pk, until__isnull=True).update(**left):
        raise AlreadyReplaced("A last day has been recorded already.")
    for name, value in left.items():
        setattr(practitioner, name, value)


@transaction.atomic
def add(kind: type[Row], /, *, practitioner: Practitioner, by: Person, **fields: Any) -> Row:
    """Record a row. Raises `DaysOutOfOrder`; `AlreadyThere` where the same row stands, as after a second press."""
    _in_order(fields)
    # Whoever presses twice at once waits here, and then finds the row.
    Practitioner.objects.select_for_update().get(pk=practitioner.pk)
    if kind.objects.standing().filter(practitioner=practitioner, **fields).exists():  # type: ignore[attr-defined]
        raise AlreadyThere("This is recorded already.")
    made = kind(practitioner=practitioner, recorded_by=by, **fields)
    made.save()
    return made


@transaction.atomic
def change(row: Row, *, by: Person, **fields: Any) -> Row:
    """Put a corrected row in the place of one, which is kept. Raises `DaysOutOfOrder`, `AlreadyReplaced`."""
    _in_order({"since": getattr(row, "since", None), "until": getattr(row, "until", None)} | fields)
    row.take_back(by=by, words="Replaced by a corrected entry.")
    made = type(row)(
        practitioner_id=row.practitioner_id, recorded_by=by, replaces=row, **(_told(row) | fields)
    )
    try:
        with transaction.atomic():
            made.save()
    except IntegrityError as clash:
        raise AlreadyReplaced("Somebody corrected this entry before you.") from clash
    return made


def end(row: Dated, *, on: date, by: Person) -> Dated:
    """Give a row its last day. The row without it is kept. Raises `DaysOutOfOrder`, `AlreadyReplaced`."""
    return change(row, by=by, until=on)


def withdraw(row: Kept, *, by: Person, words: str) -> None:
    """Take back a row that should never have been there, with the reason. Raises `AlreadyReplaced`."""
    row.take_back(by=by, words=words)


def set_rule(*, provider: Organisation, work: str, by: Person, **asked: bool) -> ServiceRule:
    """Record what a provider asks of those who do a work: `registration`, `insurance`, `disclosure_check`."""
    return ServiceRule.objects.create(provider=provider, work=work, recorded_by=by, **asked)


def _in_order(fields: dict[str, Any]) -> None:
    since, until = fields.get("since"), fields.get("until")
    if since is not None and until is not None and until < since:
        raise DaysOutOfOrder("The last day cannot be before the first. Check both days.")


def _told(row: models.Model) -> dict[str, Any]:
    """What a row says of the practitioner, without who recorded it and what became of it."""
    about_the_row = {field.name for field in Kept._meta.get_fields()} | {"id", "practitioner"}
    return {
        field.attname: getattr(row, field.attname)
        for field in row._meta.concrete_fields
        if field.name not in about_the_row
    }
