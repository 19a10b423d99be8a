"""What a question page is made of. All of it is data; the functions in it ask and never store."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .asking import Known

Answer = str | list[str]
"""A value of a radio, a list of ticked values, a day (ISO), an area's slug, or one of the words below."""
Answers = Mapping[str, Answer]
"""What was answered, by the key of the page and never by its place."""
Facts = dict[str, object]
"""Facts of the advice contract."""

UNKNOWN = "unknown"
"""The answer "I do not know": the fact stays unknown, and the law says what hangs on it."""
NONE = "none"
"""The answer "none of these"."""
NEVER = "never"
"""The answer "this has not happened" to a question about a day."""


def gettext_noop(text: str) -> str:
    """The same text, marked so that the translators' tools find it."""
    return text


class Kind(StrEnum):
    RADIOS = "radios"
    CHECKBOXES = "checkboxes"
    DATE = "date"
    AREA = "area"


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose: its value, its words, and the group it stands under."""

    value: str
    words: str
    hint: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """One question on one page.

    `fact` is the fact that it is asked for, `gives` turns an answer into facts, `asked` says whether the
    question can still change the answer. `unknown`, `none` and `never` are the words of those answers,
    where the page has them. `instead` puts other words for the question where the matter wants them, and `instead_hint` another hint (under "no_letter" where there was none).
    """

    key: str
    kind: Kind
    fact: str
    words: str
    asked: "Callable[[Known], bool]"
    gives: "Callable[[Answer, Known], Facts]"
    short: str = ""
    hint: str = ""
    options: tuple[Option, ...] = ()
    offered: "Callable[[Known], tuple[Option, ...]] | None" = None
    unknown: str = ""
    none: str = ""
    never: str = ""
    missing: str = ""
    may_lie_ahead: bool = False
    earliest: date = date(1990, 1, 1)
    example: date = date(2026, 3, 27)
    instead: Mapping[str, str] = field(default_factory=dict)
    instead_hint: Mapping[str, str] = field(default_factory=dict)

    def question(self, answers: Answers) -> str:
        """The words of the question, for the matter that was chosen."""
        matter = answers.get("matter", "")
        return self.instead.get(matter, self.words) if isinstance(matter, str) else self.words

    def hint_for(self, answers: Answers) -> str:
        """The hint, for the matter that was chosen and for whether there was a letter."""
        matter = answers.get("matter", "")
        found = self.instead_hint.get(matter) if isinstance(matter, str) else None
        letter = answers.get("letter", NEVER) != NEVER
        return (
            self.instead_hint.get("no_letter", self.hint)
            if found is None and not letter
            else (self.hint if found is None else found)
        )

    def choices(self, known: "Known") -> tuple[Option, ...]:
        """The options that this family is offered."""
        return self.offered(known) if self.offered is not None else self.options

    def accepts(self, answer: object, known: "Known") -> bool:
        """Whether the answer is one that this page could have given."""
        special = {UNKNOWN: self.unknown, NONE: self.none, NEVER: self.never}
        if isinstance(answer, str) and special.get(answer):
            return True
        values = [option.value for option in self.choices(known)]
        if self.kind is Kind.CHECKBOXES:
            return isinstance(answer, list) and bool(answer) and all(value in values for value in answer)
        if not isinstance(answer, str):
            return False
        if self.kind is Kind.RADIOS:
            return answer in values
        return _is_day(answer) if self.kind is Kind.DATE else _is_slug(answer)


def _is_day(text: str) -> bool:
    try:
        return len(text) == 10 and bool(date.fromisoformat(text))
    except ValueError:
        return False


def _is_slug(text: str) -> bool:
    return 0 < len(text) <= 80 and text.isascii() and text.replace("-", "").isalnum() and text == text.lower()
