"""The once-only mark of a form."""

from uuid import UUID, uuid4

from django.http import HttpRequest


def press_of(request: HttpRequest) -> UUID:
    """The mark that came with the form; a form without one, or with a broken one, counts as pressed anew."""
    try:
        return UUID(request.POST.get("press", ""))
    except ValueError:
        return uuid4()
