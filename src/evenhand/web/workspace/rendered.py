"""Pieces of the board that stay the same from one page to the next: rendered once, and remembered by the worker.

What is on a page, and for whom, is read anew for each. Only the way from the same words to the same HTML is not.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

from django.utils.translation import get_language, gettext
from jinja2 import Environment
from markupsafe import Markup

from evenhand.casework.board import Row
from evenhand.casework.heart.stages import Stage
from evenhand.web.remembered import in_each_language

from . import filters
from .lines import line


def pieces_of(made: Environment) -> dict[str, Callable[..., Markup]]:
    """What the templates of the board call: `lines_rendered`, `rooms_rendered` and `filters_rendered`."""

    @lru_cache(maxsize=8192)
    def one_line(row: Row, language: str | None) -> Markup:
        macros: Any = made.get_template("workspace/_line.html").module
        return Markup(macros.line(line(row)))

    def lines_rendered(rows: Iterable[Row]) -> Markup:
        """Lines of a board. One is the same until its case moves or the day is over."""
        language = get_language()
        return Markup("".join([one_line(row, language) for row in rows]))

    @in_each_language(64)
    def rooms_rendered(rooms: tuple[tuple[str, str, bool], ...]) -> Markup:
        """The ways between the boards of one reader."""
        macros: Any = made.get_template("workspace/_pieces.html").module
        return Markup(macros.rooms(rooms, gettext("Boards")))

    @in_each_language(1024)
    def filters_rendered(
        path: str,
        asked: tuple[tuple[str, str], ...],
        counts: tuple[tuple[Stage, int], ...],
        areas: bool,
    ) -> Markup:
        """The form that narrows a board, with the kept counts beside the stages."""
        values = dict(asked)
        macros: Any = made.get_template("workspace/_filters.html").module
        return Markup(
            macros.form(
                path=path,
                asked=values,
                stages=filters.stages_with(dict(counts), values.get("stage", "")),
                kinds=filters.options("kind", values.get("kind", "")),
                holders=filters.options("duty", values.get("duty", "")),
                areas=filters.options("area", values.get("area", "")) if areas else [],
            )
        )

    return {
        "filters_rendered": filters_rendered,
        "lines_rendered": lines_rendered,
        "rooms_rendered": rooms_rendered,
    }
