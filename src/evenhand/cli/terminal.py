"""Text for a terminal: its width, colour only where there is somebody to see it, and paragraphs that hang."""

import os
import shutil
import sys
import textwrap

NARROWEST, WIDEST = 36, 96
STYLES = {"head": "1", "act": "1;32", "soon": "1;33", "gone": "1;31", "quiet": "2"}


def width() -> int:
    """How wide a line may be: the terminal's width, within what can be read in comfort."""
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size((80, 24)).columns))


def may_colour() -> bool:
    """Whether standard output is a terminal that wants colour (NO_COLOR and TERM=dumb say that it does not)."""
    out = sys.stdout
    return (
        out is not None
        and out.isatty()
        and not os.environ.get("NO_COLOR")
        and os.environ.get("TERM", "") != "dumb"
    )


class Page:
    """Lines for a person, put together one after the other."""

    def __init__(self, *, wide: int, colour: bool) -> None:
        self.wide, self.colour = wide, colour
        self.lines: list[str] = []

    def line(self, text: str, style: str = "", *, indent: int = 0, hang: int | None = None) -> None:
        """A paragraph, wrapped; the lines after its first stand `hang` spaces in."""
        first, rest = " " * indent, " " * (indent if hang is None else hang)
        for piece in textwrap.wrap(
            text, self.wide, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
        ):
            body = piece.lstrip(" ")
            self.lines.append(piece[: len(piece) - len(body)] + self._styled(body, style))

    def gap(self) -> None:
        """An empty line."""
        self.lines.append("")

    def _styled(self, text: str, style: str) -> str:
        return f"\x1b[{STYLES[style]}m{text}\x1b[0m" if style and self.colour else text

    def text(self) -> str:
        """All of it."""
        return "\n".join(self.lines) + "\n"
