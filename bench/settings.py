"""What a run of the bench was asked for."""

from typing import NamedTuple


class Settings(NamedTuple):
    """`quick` makes everything a tenth or less of its size, `huge` adds ten million rows, `seed` draws the people."""

    quick: bool = False
    huge: bool = False
    seed: int = 1

    def rounds(self, ordinary: int) -> int:
        """How often each case is timed."""
        return min(3, ordinary) if self.quick else ordinary

    @property
    def many(self) -> int:
        """How many rows "a million" are."""
        return 50_000 if self.quick else 1_000_000
