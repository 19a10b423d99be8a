"""What a job says of what it did."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Report:
    """How many were done, in words; `more` asks to be called again."""

    done: int
    words: str
    more: bool = False

    def __bool__(self) -> bool:
        return self.done > 0

    def __str__(self) -> str:
        return f"{self.done} {self.words}"
