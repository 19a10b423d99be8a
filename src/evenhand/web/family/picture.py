"""The picture of time: a small drawing of the days that count, made on the server.

It has no script and no style of its own, reads in the dark and on paper, and runs from right to left where
the language does. The table below it on the page says the same.
"""

from datetime import date
from functools import lru_cache
from html import escape
from textwrap import wrap
from typing import Protocol

from django.utils.formats import date_format
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _
from markupsafe import Markup

from evenhand.web.family.answer import Day
from evenhand.web.remembered import in_each_language

WIDTH, EDGE, LINE, TRACK = 320, 10, 17, 30
NEAREST = 10
"""How near a dot and a mark may come, so that both are seen."""
LETTERS = 51
"""Letters of a label that fit on one line of the drawing."""


class Drawable(Protocol):
    """What can be drawn: days, the day of asking, and the day from which they run."""

    @property
    def as_of(self) -> date: ...
    @property
    def starts_on(self) -> date | None: ...
    @property
    def drawn(self) -> tuple[Day, ...]: ...


class _Scale:
    """From a day to a place on the line."""

    def __init__(self, first: date, last: date, turned: bool) -> None:
        self.first, self.days, self.turned = first, max((last - first).days, 1), turned

    def at(self, day: date) -> float:
        share = min(max((day - self.first).days / self.days, 0.0), 1.0)
        if self.turned:
            share = 1 - share
        return round(EDGE + share * (WIDTH - 2 * EDGE), 1)


def picture(answered: Drawable) -> Markup | None:
    """The drawing as SVG; None where there are not two days to put on a line."""
    days = list(answered.drawn)
    lasts = [day.on for day in days if day.on is not None]
    if not lasts:
        return None
    begins = [answered.starts_on] if answered.starts_on else []
    first, last = min([*begins, *lasts, answered.as_of]), max([*lasts, answered.as_of])
    scale = _Scale(first, last, get_language_bidi())
    parts: list[str] = []
    top = 0
    for day in days:
        parts.append(_row(day, scale, answered, top))
        top += _height(day)
    parts.append(_axis(first, last, scale, top))
    return Markup(_frame("".join(parts) + _now(answered.as_of, scale, top), top + 46, _summary(days)))


def _frame(inside: str, height: int, summary: str) -> str:
    title = escape(_("The days that count, on a line of time"))
    return (
        f'<svg class="eh-time" viewBox="0 0 {WIDTH} {height}" role="img" aria-labelledby="time-title time-about" '
        f'focusable="false"><title id="time-title">{title}</title><desc id="time-about">{escape(summary)}</desc>'
        f"{inside}</svg>"
    )


def _summary(days: list[Day]) -> str:
    return " ".join(f"{day.what}: {_short(day.on)}." for day in days if day.on is not None)


@in_each_language(2048)
def _short(day: date) -> str:
    return date_format(day, "j M Y")


def _joined(day: date) -> str:
    """The day with spaces at which no line ends."""
    return _short(day).replace(" ", "\xa0")


def _label(day: Day) -> list[str]:
    what = f"{day.whose}: {day.what}" if day.theirs else day.what
    return _lines(f"{what}: {_joined(day.on)}" if day.on else what)


@lru_cache(maxsize=2048)
def _lines(label: str) -> list[str]:
    return wrap(label, LETTERS)[:3]


def _height(day: Day) -> int:
    return len(_label(day)) * LINE + TRACK


def _row(day: Day, scale: _Scale, answered: Drawable, top: int) -> str:
    assert day.on is not None
    lines = _label(day)
    x = WIDTH - EDGE if scale.turned else EDGE
    said = "".join(
        f'<text class="eh-time__words" x="{x}" y="{top + LINE * (place + 1) - 3}">{escape(line)}</text>'
        for place, line in enumerate(lines)
    )
    y = top + len(lines) * LINE + 9
    begin = scale.at(answered.starts_on or answered.as_of)
    end = scale.at(day.on)
    left, wide = min(begin, end), max(abs(end - begin), 1)
    kind = "mine" if day.mine or day.theirs else "others"
    bar = f'<rect class="eh-time__bar eh-time__bar--{kind}" x="{left}" y="{y - 4}" width="{wide:.1f}" height="8" rx="4"/>'
    marks = f'<rect class="eh-time__last" x="{end - 2}" y="{y - 9}" width="4" height="18"/>'
    if day.safe_on is not None and (day.mine or day.theirs) and day.counts:
        marks += f'<circle class="eh-time__safe" cx="{_dot(day, scale)}" cy="{y}" r="6"/>'
    return said + bar + _today(answered.as_of, scale, y) + marks


def _dot(day: Day, scale: _Scale) -> float:
    """The place of the dot: not so near to the mark of another day that one hides the other."""
    assert day.safe_on is not None
    assert day.on is not None
    safe, last = scale.at(day.safe_on), scale.at(day.on)
    if day.safe_on == day.on or abs(safe - last) >= NEAREST:
        return safe
    return round(last + NEAREST if scale.turned else last - NEAREST, 1)


def _axis(first: date, last: date, scale: _Scale, top: int) -> str:
    """Where the line begins and ends. From right to left a browser turns the anchors itself."""
    return (
        f'<line class="eh-time__axis" x1="{EDGE}" x2="{WIDTH - EDGE}" y1="{top + 2}" y2="{top + 2}"/>'
        f'<text class="eh-time__end" x="{scale.at(first)}" y="{top + 18}" text-anchor="start">{_short(first)}</text>'
        f'<text class="eh-time__end" x="{scale.at(last)}" y="{top + 18}" text-anchor="end">{_short(last)}</text>'
    )


def _today(today: date, scale: _Scale, y: int) -> str:
    """Today's line across one bar, and not through the words above it."""
    x = scale.at(today)
    return f'<line class="eh-time__today" x1="{x}" x2="{x}" y1="{y - 7}" y2="{y + 16}"/>'


def _now(today: date, scale: _Scale, top: int) -> str:
    x = scale.at(today)
    anchor = "middle" if 40 < x < WIDTH - 40 else "start" if (x <= 40) != scale.turned else "end"
    return (
        f'<line class="eh-time__today" x1="{x}" x2="{x}" y1="{top - 6}" y2="{top + 6}"/>'
        f'<text class="eh-time__now" x="{x}" y="{top + 38}" text-anchor="{anchor}">{escape(_("Today"))}</text>'
    )
