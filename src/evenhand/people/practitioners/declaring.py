"""Asking whether somebody knows a family, school or officer; the answer; and going on in spite of a yes."""

from django.db import IntegrityError, transaction

from evenhand import clock

from ..models.person import Person
from .access import is_manager
from .errors import AlreadyAnswered, NotTheirs
from .models import Declaration, Practitioner


@transaction.atomic
def ask(*, practitioner: Practitioner, case_reference: str, by: Person) -> Declaration:
    """Ask the question for one case. Asked again before it is answered, it is the same question."""
    asked = Declaration.objects.filter(practitioner=practitioner, case_reference=case_reference)
    open_one = asked.filter(answered_at__isnull=True).first()
    if open_one is not None:
        return open_one
    try:
        with transaction.atomic():
            return Declaration.objects.create(
                practitioner=practitioner, case_reference=case_reference, asked_by=by
            )
    except IntegrityError:
        return asked.get(answered_at__isnull=True)


def answer(declaration: Declaration, *, by: Person, knows: bool, words: str = "") -> None:
    """The practitioner's own answer, given once. Raises `NotTheirs` for anybody else, `AlreadyAnswered`."""
    if by.pk != declaration.practitioner.person_id:
        raise NotTheirs("Only the person who was asked can answer.")
    told = {"answered_at": clock.instant(), "knows": knows, "words": words}
    if not Declaration.objects.filter(pk=declaration.pk, answered_at__isnull=True).update(**told):
        raise AlreadyAnswered("This question has been answered. If something changed, tell your manager.")
    declaration.refresh_from_db()


def tell(*, practitioner: Practitioner, case_reference: str, by: Person, words: str) -> Declaration:
    """The practitioner says, unasked, that they know somebody in a case. Raises `NotTheirs`."""
    declaration = ask(practitioner=practitioner, case_reference=case_reference, by=by)
    answer(declaration, by=by, knows=True, words=words)
    return declaration


def clear(declaration: Declaration, *, by: Person, words: str) -> None:
    """A manager of the provider, not the person concerned, records why it may go on all the same.

    That the parties agree is for the case to record. Raises `NotTheirs`; `AlreadyAnswered` where there is
    no answer of yes that stands in the way; `ValueError` without a reason.
    """
    practitioner = declaration.practitioner
    if by.pk == practitioner.person_id or not is_manager(by, practitioner.provider_id):
        raise NotTheirs("Only another manager of the service can record why it may go on.")
    if not words.strip():
        raise ValueError("A conflict is cleared with a reason.")
    told = {"cleared_at": clock.instant(), "cleared_by": by, "cleared_words": words}
    in_the_way = Declaration.objects.filter(pk=declaration.pk, knows=True, cleared_at__isnull=True)
    if not in_the_way.update(**told):
        raise AlreadyAnswered("There is no conflict here that stands in the way.")
    declaration.refresh_from_db()
