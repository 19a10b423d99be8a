"""Whether the clockwork turns."""

from datetime import datetime

from .models import Run
from .runs import LAPSED


def last_tick() -> datetime | None:
    """When the last tick came to its end, or None where none ever did. A tick that died does not count."""
    finished = Run.objects.filter(name="tick", finished_at__isnull=False).exclude(report=LAPSED)
    return finished.order_by("-finished_at").values_list("finished_at", flat=True).first()
