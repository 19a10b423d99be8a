"""The addresses of steps and documents, under the address of a case; each area includes them under its own."""

from django.urls import URLPattern, path

from .asked import Area
from .documents import document_view
from .view import step_view


def of(area: Area) -> list[URLPattern]:
    """The addresses for one area: `do` and `document`, in whatever namespace they are included."""
    return [
        path("do/<slug:step>", step_view(area), name="do"),
        path("documents/<int:number>", document_view(for_staff=not area.plain), name="document"),
    ]
