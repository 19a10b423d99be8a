"""The board: what a reader's cases want next, in the order of their days, with filters in the address."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_safe

from evenhand import clock
from evenhand.casework.board import COLUMNS, PAGE, Board, Filters, Row, Whose, board, boards_of, row_of
from evenhand.casework.heart.stages import ENDED
from evenhand.casework.models import Case
from evenhand.people.reader import Reader
from evenhand.people.roles import Role
from evenhand.web.remembered import in_each_language

from . import filters, sheets
from .calls_waiting import calls_to_make
from .due_soon import due_soon
from .guarded import member
from .lines import grouped
from .tour import tour_for

TITLES = {
    Whose.MINE: lazy("Your cases"),
    Whose.PROVIDER: lazy("All cases of the service"),
    Whose.AUTHORITY: lazy("Your authority’s cases"),
    Whose.COMMISSIONING_BODY: lazy("Cases about health"),
}
EMPTY = {
    Whose.MINE: lazy("No open case is yours. A case comes here when you open one or are chosen for one."),
    Whose.PROVIDER: lazy("The service has no open case. Open one when a family calls or writes."),
    Whose.AUTHORITY: lazy("You have no open case. A case comes here when the adviser tells you of it."),
    Whose.COMMISSIONING_BODY: lazy(
        "You have no open case. A case comes here when health is an issue in it and you have been told."
    ),
}
Tour = Sequence[tuple[str, str]]
MOST_PAGES = 100
"""How far a sheet follows the board: five thousand cases."""


@require_safe
@member
def home(request: HttpRequest, reader: Reader) -> HttpResponseBase:
    """The board that the reader lands on; for members who have no board, the cases that are open to them."""
    boards = boards_of(reader)
    tour = tour_for(reader)
    return (
        _board(request, reader, boards[0], tour, lands=True) if boards else _no_board(request, reader, tour)
    )


@require_safe
@member
def page(request: HttpRequest, reader: Reader, whose: str) -> HttpResponseBase:
    """One of the reader's boards. One that is not theirs is 404, like one that there is not."""
    if whose not in boards_of(reader):
        raise Http404
    return _board(request, reader, Whose(whose))


def _board(
    request: HttpRequest, reader: Reader, whose: Whose, tour: Tour = (), lands: bool = False
) -> HttpResponse:
    asked = filters.asked_of(request.GET)
    narrowed = filters.filters_of(asked, request.GET.get("after", ""))
    kind = request.GET.get("as", "")
    if kind == "csv" and Role.MANAGER in reader.roles:
        return sheets.csv_of(_every_row(reader, whose, narrowed))
    today = clock.today_in_london()
    found = board(reader, whose, narrowed, today)
    if kind == "text":
        return sheets.text_of(_title(whose), grouped(found.rows), today)
    context = _context(request, reader, whose, asked, found)
    calls = calls_to_make(reader) if lands or whose is Whose.MINE else None
    return render(request, "workspace/board.html", context | {"tour": tour, "calls": calls})


def _context(
    request: HttpRequest, reader: Reader, whose: Whose, asked: filters.Asked, page: Board
) -> dict[str, Any]:
    path = _address(whose)
    today = clock.today_in_london()
    first = "after" not in request.GET
    duties = due_soon(reader, whose, today) if whose is Whose.AUTHORITY and first and not asked else []
    return {
        "title": _title(whose),
        "empty": EMPTY[whose],
        "rooms": rooms(reader, whose),
        "path": path,
        "today": today,
        "groups": grouped(page.rows),
        "duties": duties,
        "chosen": list(filters.chosen_of(path, asked)),
        "asked": tuple(asked.items()),
        "counts": tuple(page.stages.items()),
        "areas": whose is not Whose.AUTHORITY,
        "open": sum(count for stage, count in page.stages.items() if stage not in ENDED),
        "as_text": filters.address_of(path, asked, **{"as": "text"}),
        "as_csv": filters.address_of(path, asked, **{"as": "csv"}) if Role.MANAGER in reader.roles else "",
        "next_page": filters.address_of(path, asked, after=_mark(page)) if page.more else "",
        "later_page": not first,
    }


def _mark(page: Board) -> str:
    assert page.more is not None
    return f"{page.more[0].isoformat()}_{page.more[1]}"


def rooms(reader: Reader, here: Whose | None) -> tuple[tuple[str, str, bool], ...]:
    """The boards to go between; nothing where there is one."""
    return _rooms(tuple(boards_of(reader)), here)


@in_each_language(64)
def _rooms(boards: tuple[Whose, ...], here: Whose | None) -> tuple[tuple[str, str, bool], ...]:
    if len(boards) < 2:
        return ()
    return tuple((_address(one), str(TITLES[one]), one is here) for one in boards)


@in_each_language(16)
def _title(whose: Whose) -> str:
    return str(TITLES[whose])


@cache
def _address(whose: Whose) -> str:
    return reverse("workspace:board", args=[whose.value])


def _every_row(reader: Reader, whose: Whose, narrowed: Filters) -> Iterator[Row]:
    """The rows of the board from here on, page by page."""
    today = clock.today_in_london()
    for _page in range(MOST_PAGES):
        found = board(reader, whose, narrowed, today)
        yield from found.rows
        if found.more is None:
            return
        narrowed = Filters(
            narrowed.stage,
            narrowed.kind,
            narrowed.area,
            narrowed.duty,
            narrowed.overdue,
            narrowed.closed,
            found.more,
        )


def _no_board(request: HttpRequest, reader: Reader, tour: Tour) -> HttpResponse:
    """For a setting or an advice service: the open cases that they are in, at most fifty."""
    today = clock.today_in_london()
    cases = Case.objects.seen_by(reader).filter(is_open=True).order_by("next_on", "pk")
    rows = [row_of(values, today, named=False) for values in cases.values_list(*COLUMNS)[:PAGE]]
    return render(request, "workspace/no-board.html", {"groups": grouped(rows), "tour": tour})
