"""A question as its page shows it, and an answer as the page for checking shows it."""

from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Self

from django.http import QueryDict
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from evenhand import directory
from evenhand.directory.model import Area
from evenhand.journeys import NEVER, NONE, UNKNOWN, Answer, Kind, Option, Page, Step
from evenhand.journeys.asking import Known
from evenhand.journeys.typed_dates import FIELDS
from evenhand.web.family.typed import Wrong


@dataclass(frozen=True)
class Asked:
    """A page, what stands in its fields, and what is wrong with that if anything is."""

    page: Page
    words: str
    hint: str
    options: tuple[Option, ...]
    ticked: tuple[str, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    council: str = ""
    wrong: Wrong | None = None

    @classmethod
    def _of(cls, page: Page, known: Known) -> Self:
        return cls(page, _(page.question(known.answers)), page.hint_for(known.answers), page.choices(known))

    @classmethod
    def again(cls, page: Page, known: Known, answer: Answer | None) -> Self:
        """The page with the answer that was given to it before."""
        asked = cls._of(page, known)
        if page.kind is Kind.DATE:
            return replace(asked, fields=_fields_of(answer))
        if page.kind is Kind.AREA:
            found = directory.area(answer) if isinstance(answer, str) else None
            return replace(asked, council=found.name if found else "")
        ticked = (answer,) if isinstance(answer, str) else tuple(answer or ())
        return replace(asked, ticked=ticked)

    @classmethod
    def typed(cls, page: Page, known: Known, posted: QueryDict, wrong: Wrong) -> Self:
        """The page with what was just typed, kept as it was typed."""
        return replace(
            cls._of(page, known),
            ticked=tuple(posted.getlist("answer")),
            fields=tuple((field, posted.get(field, "")) for field in FIELDS),
            council=posted.get("council", ""),
            wrong=wrong,
        )

    def refused(self, wrong: Wrong) -> Self:
        """The same, with what is wrong with the answer."""
        return replace(self, wrong=wrong)

    @property
    def is_fresh(self) -> bool:
        """Whether nothing has been answered or typed yet."""
        return not (self.ticked or self.council or self.wrong or any(text for _, text in self.fields))

    @property
    def groups(self) -> list[tuple[str, list[Option]]]:
        """The options under their headings, in order."""
        return [
            (name, list(options)) for name, options in groupby(self.options, key=lambda option: option.group)
        ]

    @property
    def areas(self) -> tuple[Area, ...]:
        """Councils to choose from, where what was typed could be several."""
        return self.wrong.areas if self.wrong else ()

    @property
    def first_field(self) -> str:
        """The field that the message leads to."""
        at_fault = self.wrong.fields[0] if self.wrong and self.wrong.fields else ""
        if self.page.kind is Kind.DATE:
            return at_fault or FIELDS[0]
        return at_fault or ("council" if self.page.kind is Kind.AREA else "answer")

    @property
    def example(self) -> str:
        """A day as it is to be typed."""
        day = self.page.example
        return f"{day.day} {day.month} {day.year}"


def _fields_of(answer: Answer | None) -> tuple[tuple[str, str], ...]:
    try:
        day = date.fromisoformat(answer) if isinstance(answer, str) else None
    except ValueError:
        day = None
    parts = (str(day.day), str(day.month), str(day.year)) if day else ("", "", "")
    return tuple(zip(FIELDS, parts, strict=True))


@dataclass(frozen=True)
class Row:
    """A question in short, its answer in words, and where to change it."""

    short: str
    answers: tuple[str, ...]
    address: str


def row(step: Step, address: str) -> Row:
    """One answer, to be checked."""
    page = step.page
    return Row(_(page.short or page.words), tuple(_answers_in_words(page, step.answer, step.known)), address)


def _answers_in_words(page: Page, answer: Answer, known: Known) -> list[str]:
    special = {UNKNOWN: page.unknown, NONE: page.none, NEVER: page.never}
    if isinstance(answer, str):
        if special.get(answer):
            return [_("Not told")] if page.kind is Kind.AREA else [_(special[answer])]
        if page.kind is Kind.DATE:
            return [date_format(date.fromisoformat(answer), "l j F Y")]
        if page.kind is Kind.AREA:
            found = directory.area(answer)
            return [found.name if found else _("A council that we do not know")]
        answer = [answer]
    return [_(option.words) for option in page.choices(known) if option.value in answer]
