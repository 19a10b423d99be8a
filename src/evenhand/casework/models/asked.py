"""A manager that answers nobody who does not say who they are."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from django.db import models

if TYPE_CHECKING:
    from evenhand.people.reader import Reader

M = TypeVar("M", bound=models.Model)


class NoReader(RuntimeError):
    """Content was asked for without saying for whom. It is a fault in the program, never in what a person did."""

    def __init__(self, model: type[models.Model]) -> None:
        super().__init__(
            f"Say who reads: Case.objects.seen_by(reader), or {model.__name__}.objects.unseen() in casework itself."
        )


class AskedManager(models.Manager[M], Generic[M]):
    """`unseen()` for casework itself, which shows nothing unasked. Nothing else answers."""

    use_in_migrations = False

    def get_queryset(self) -> models.QuerySet[M]:
        """Refused: Raises `NoReader`."""
        raise NoReader(self.model)

    def unseen(self) -> models.QuerySet[M]:
        """Every row, for the work of the room itself. Nothing from it is shown to anybody unasked."""
        return super().get_queryset()

    def add(self, **fields: Any) -> M:
        """One new row."""
        return self.unseen().create(**fields)

    def add_all(self, rows: Iterable[M]) -> None:
        """New rows in one go."""
        self.unseen().bulk_create(rows, batch_size=500)


class CaseManager(AskedManager[Any]):
    """Cases, for a reader."""

    def seen_by(self, reader: "Reader") -> models.QuerySet[Any]:
        """The cases that the reader may see at all, by the door's one filter."""
        from ..door import rows_for

        return rows_for(reader, self.unseen())
