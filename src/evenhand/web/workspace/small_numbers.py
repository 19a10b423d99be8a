"""Counts that go out of the house: small ones are left out, and so is a total that would give one away. Pure."""

from collections.abc import Sequence

SMALLEST, LARGEST = 1, 5
LEFT_OUT = "1 to 5"
NOT_GIVEN = "not given"


def is_small(count: int) -> bool:
    """True for a count that could point at somebody."""
    return SMALLEST <= count <= LARGEST


def shown(counts: Sequence[int]) -> list[str]:
    """The counts as they go out."""
    return [LEFT_OUT if is_small(count) else str(count) for count in counts]


def total_gives_away(counts: Sequence[int]) -> bool:
    """True if the total, beside what is shown, would say what a count is that was left out.

    It does where it is small itself, where just one count was left out, and where those left out can add up to what
    remains in one way only: all of them the smallest, or all of them the largest.
    """
    hidden = [count for count in counts if is_small(count)]
    if is_small(sum(counts)) or len(hidden) == 1:
        return True
    return bool(hidden) and sum(hidden) in (SMALLEST * len(hidden), LARGEST * len(hidden))


def totals(*columns: Sequence[int]) -> str:
    """The total of columns that count the same cases in several ways, given only if it gives away none of them.

    Raises `ValueError` where they do not add up to the same.
    """
    sums = {sum(column) for column in columns}
    if len(sums) != 1:
        raise ValueError("Columns that count the same cases add up to the same.")
    if any(total_gives_away(column) for column in columns):
        return NOT_GIVEN
    return str(sums.pop())
