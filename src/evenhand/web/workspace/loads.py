"""Loads and lateness, for a provider's manager: open cases of each adviser and each mediator, and how many are late."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from evenhand import clock
from evenhand.casework.models import Case
from evenhand.people.reader import Reader
from evenhand.people.roles import Role

from . import small_numbers
from .guarded import member
from .sheets import sheet


class Load(NamedTuple):
    """The open cases of one person, and those of them in which something is late. No name: nobody has them yet."""

    name: str
    open: int
    late: int


@require_safe
@member
def page(request: HttpRequest, reader: Reader) -> HttpResponse:
    """For managers; `Http404` for anybody else. `?as=csv` gives the counts to pass on, small ones left out."""
    if Role.MANAGER not in reader.roles:
        raise Http404
    today = clock.today_in_london()
    advisers, mediators = loads(reader, "adviser", today), loads(reader, "mediator", today)
    if request.GET.get("as") == "csv":
        return sheet("loads.csv", _rows(advisers, mediators))
    tables = [
        (_("Advisers"), _("No adviser yet"), advisers),
        (_("Mediators"), _("No mediator yet"), mediators),
    ]
    return render(request, "workspace/loads.html", {"tables": tables, "today": today})


def loads(reader: Reader, work: str, today: date) -> list[Load]:
    """The loads of everybody who has open cases as `adviser` or `mediator` at the manager's providers, largest first."""
    counted = (
        Case.objects.unseen()
        .filter(provider__in=reader.organisations_as(Role.MANAGER), is_open=True)
        .values_list(f"{work}_id", f"{work}__name")
        .annotate(open=Count("pk"), late=Count("pk", filter=Q(next_on__lt=today)))
        .order_by("-open", f"{work}__name")
    )
    return [Load(name or "", one, late) for _pk, name, one, late in counted]


def _rows(advisers: list[Load], mediators: list[Load]) -> Iterator[tuple[str, ...]]:
    """Both tables count the same cases, so that one total must not give away a number of the other."""
    yield ("work", "name", "open", "late")
    for work, table in (("adviser", advisers), ("mediator", mediators)):
        opened = small_numbers.shown([one.open for one in table])
        late = small_numbers.shown([one.late for one in table])
        for one, *counts in zip(table, opened, late, strict=True):
            yield (work, one.name or "nobody yet", *counts)
    yield (
        "all",
        "",
        small_numbers.totals([one.open for one in advisers], [one.open for one in mediators]),
        small_numbers.totals([one.late for one in advisers], [one.late for one in mediators]),
    )
