"""A bar on standard error: how much is done, where somebody is watching."""

import sys
import time
from types import TracebackType

WIDTH = 30


class Bar:
    """Shows the share of `total` rows, or of something else, that is done; silent where standard error is no terminal."""

    def __init__(self, total: int, what: str = "rows") -> None:
        self.total, self.done, self.what = max(total, 1), 0, what
        self.shown = sys.stderr is not None and sys.stderr.isatty()
        self._last = 0.0

    def __enter__(self) -> "Bar":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    def advance(self, rows: int) -> None:
        """That many more rows are done."""
        self.done += rows
        now = time.monotonic()
        if not self.shown or (now - self._last < 0.1 and self.done < self.total):
            return
        self._last = now
        share = min(1.0, self.done / self.total)
        full = int(share * WIDTH)
        sys.stderr.write(
            f"\r[{'#' * full}{'.' * (WIDTH - full)}] {share:4.0%}  {self.done:,} of {self.total:,} {self.what}"
        )
        sys.stderr.flush()

    def say(self, line: str) -> None:
        """One line when all is done, in every case: the columns do not say it."""
        if sys.stderr is not None:
            sys.stderr.write(f"evenhand: {line}\n")
