"""One run at a time: a row that is open while the clockwork turns, and lapses when it died."""

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction

from .models import Run

LEASE = timedelta(minutes=5)
KEPT = timedelta(days=30)
LAPSED = "It ended without a word."


def begin(name: str, *, now: datetime) -> Run | None:
    """Open a run, or give None where another of this name is at work. Old runs are cleared away."""
    with transaction.atomic():
        Run.objects.filter(name=name, finished_at=None, lease_until__lte=now).update(
            finished_at=now, report=LAPSED
        )
        Run.objects.filter(name=name, finished_at__lt=now - KEPT).delete()
        if Run.objects.filter(name=name, finished_at=None).exists():
            return None
        try:
            with transaction.atomic():
                return Run.objects.create(name=name, started_at=now, lease_until=now + LEASE)
        except IntegrityError:  # the other was quicker by a moment
            return None


def renew(run: Run, *, now: datetime) -> bool:
    """Say that the run is still alive. False if it lapsed and another may be at work."""
    return bool(Run.objects.filter(pk=run.pk, finished_at=None).update(lease_until=now + LEASE))


def end(run: Run, *, now: datetime, report: str) -> None:
    """Close the run with what it did."""
    Run.objects.filter(pk=run.pk, finished_at=None).update(finished_at=now, report=report)
