"""What the page of every link says of it: which case, whose service, and until when. Nothing else of the case."""

from datetime import timedelta
from typing import Any

from django.utils.timezone import localtime

from evenhand.casework.links import Opened


def of_link(opened: Opened) -> dict[str, Any]:
    """The reference, the service, and the last day on which the link works."""
    return {
        "reference": opened.case.reference,
        "service": opened.case.provider.name,
        "until": localtime(opened.link.expires_at - timedelta(seconds=1)).date(),
    }
