"""The table: a row for each piece of work, how it compares with its peer, and whether that is enough."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace

from .harness import Times

HEAD = ("work", "Evenhand", "beside", "ratio", "target", "", "what was measured")
NOT_MEASURED, REACHED, NOT_REACHED = "not measured", "reached", "not reached"


@dataclass(frozen=True)
class Row:
    """One line of the table, in words. `number` is the ratio or the size that the verdict rests on."""

    work: str
    ours: str
    beside: str
    ratio: str
    target: str
    verdict: str
    measured: str
    number: float | None = None

    def cells(self) -> tuple[str, ...]:
        """The row as the table shows it."""
        return (self.work, self.ours, self.beside, self.ratio, self.target, self.verdict, self.measured)

    def noted(self, more: str) -> "Row":
        """The same row with a further sentence about what was measured."""
        return replace(self, measured=f"{self.measured} {more}")


def at_most(work: str, ours: Times, peer: Times, target: float, beside: str, measured: str) -> Row:
    """Ours may take `target` times what the peer takes."""
    ratio = ours.median / peer.median
    return _row(work, ours, peer, ratio, f"at most {target:g}×", ratio <= target, beside, measured)


def at_least(work: str, ours: Times, peer: Times, target: float, beside: str, measured: str) -> Row:
    """Ours must be `target` times as fast as the peer."""
    ratio = peer.median / ours.median
    said = f"at least {target:g}× faster"
    return _row(work, ours, peer, ratio, said, ratio >= target, beside, measured)


def _row(
    work: str, ours: Times, peer: Times, ratio: float, target: str, reached: bool, beside: str, measured: str
) -> Row:
    verdict = REACHED if reached else NOT_REACHED
    told = f"{beside}: {shown(peer)}"
    return Row(work, shown(ours), told, times_over(ratio), target, verdict, measured, ratio)


def within(work: str, size: int, limit: int, measured: str, and_also: bool = True) -> Row:
    """A size in bytes that must stay under a limit; `and_also` is whatever else the target asks."""
    verdict = REACHED if size < limit and and_also else NOT_REACHED
    return Row(work, gib(size), "–", "–", f"under {gib(limit)}", verdict, measured, float(size))


def rates(work: str, ours: Times, peer: Times, target: float, beside: str, measured: str) -> Row:
    """Ours, in requests a second, must reach `target` times the peer's; both come as seconds for each request."""
    ratio = peer.median / ours.median
    verdict = REACHED if ratio >= target else NOT_REACHED
    told = f"{beside}: {a_second(peer)}"
    return Row(
        work, a_second(ours), told, times_over(ratio), f"at least {target:g}×", verdict, measured, ratio
    )


def a_second(times: Times) -> str:
    """How many there are a second: of the median round, the slowest and the quickest."""
    return f"{1 / times.median:,.0f}/s ({1 / times.most:,.0f}..{1 / times.least:,.0f})"


def lighter(work: str, size: int, limit: int, measured: str) -> Row:
    """A weight in bytes that must stay under a limit."""
    verdict = REACHED if size < limit else NOT_REACHED
    return Row(work, kilobytes(size), "–", "–", f"under {kilobytes(limit)}", verdict, measured, float(size))


def kilobytes(size: float) -> str:
    """Bytes as kB, of a thousand.

    >>> kilobytes(60_000), kilobytes(1_234)
    ('60 kB', '1.23 kB')
    """
    return f"{_three(size / 1000)} kB"


def missing(work: str, why: str, target: str) -> Row:
    """What could not be measured, and why."""
    return Row(work, "–", "–", "–", target, NOT_MEASURED, why)


def seconds(value: float) -> str:
    """A time with three figures and the unit that suits it.

    >>> seconds(0.0000123), seconds(0.2), seconds(31.25), seconds(0.0000000041)
    ('12.3 µs', '200 ms', '31.2 s', '4.1 ns')
    """
    for unit, size in (("s", 1.0), ("ms", 1e-3), ("µs", 1e-6)):
        if value >= size:
            return f"{_three(value / size)} {unit}"
    return f"{_three(value / 1e-9)} ns"


def _three(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"


def shown(times: Times) -> str:
    """The median, and the quickest and slowest round behind it."""
    return f"{seconds(times.median)} ({seconds(times.least)}..{seconds(times.most)})"


def times_over(ratio: float) -> str:
    """A ratio with three figures.

    >>> times_over(2.9949), times_over(1234.5)
    ('2.99×', '1234×')
    """
    return f"{_three(ratio)}×"


def gib(size: float) -> str:
    """Bytes as GiB.

    >>> gib(4 << 30), gib(1.5 * (1 << 30))
    ('4 GiB', '1.5 GiB')
    """
    return f"{size / (1 << 30):.3g} GiB"


def markdown(rows: Iterable[Row]) -> str:
    """The rows as one Markdown table, its columns lined up for those who read it in a terminal."""
    lines = [HEAD, *(tuple(cell.replace("|", "\\|") for cell in row.cells()) for row in rows)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(HEAD))]
    # the last column is prose, and is left as long as it is
    widths[-1] = len(HEAD[-1])
    told = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |"
        for line in lines
    ]
    return "\n".join([told[0], "|" + "|".join("-" * (width + 2) for width in widths) + "|", *told[1:]]) + "\n"


def as_data(row: Row) -> dict[str, object]:
    """The row as JSON keeps it."""
    return asdict(row)


def from_data(data: dict[str, object]) -> Row:
    """The row that JSON kept."""
    return Row(**data)  # type: ignore[arg-type]
