"""The parts of a register entry: which rows each shows, how a row is said, and who writes it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext

from evenhand import directory
from evenhand.people.practitioners.languages import language_name
from evenhand.people.practitioners.models import (
    Absence,
    DisclosureCheck,
    Employment,
    Insurance,
    Kept,
    PracticeLog,
    Registration,
    ServedArea,
    SpokenLanguage,
    Supervision,
    Training,
    WorksAs,
)

from . import forms
from .words import EMPLOYERS, WORKS

NOTHING = lazy("Nothing is recorded.")


@dataclass(frozen=True)
class Section:
    """One part: its address, its rows, its heading, what one row is called, its form, and how a row is said.

    `own_too`: the person writes it themself. `dated`: a row can be given a last day.
    """

    slug: str
    model: type[Kept]
    heading: str | Promise
    one: str | Promise
    form: type[forms.RegisterForm]
    says: Callable[[Any], str]
    empty: str | Promise = NOTHING
    own_too: bool = False
    dated: bool = True

    @property
    def rows_of(self) -> str:
        """The practitioner's attribute that holds the rows."""
        return f"{self.model._meta.model_name}_rows"


def _employer(row: Employment) -> str:
    kind = str(EMPLOYERS.get(row.employer_kind, row.employer_kind))
    return f"{row.employer_name}: {kind}" if row.employer_name else kind


def _area(row: ServedArea) -> str:
    found = directory.area(row.area)
    return found.name if found else row.area


def _entry(row: Any) -> str:
    kind = dict(row.KINDS).get(row.kind, row.kind)
    hours = ngettext("{hours} hour", "{hours} hours", 1 if row.hours == 1 else 2).format(
        hours=f"{row.hours.normalize():f}"
    )
    return ". ".join(part for part in (f"{kind}, {hours}", row.words) if part)


SECTIONS: tuple[Section, ...] = (
    Section(
        "work",
        WorksAs,
        lazy("Works as"),
        lazy("a kind of work"),
        forms.WorkForm,
        lambda row: str(WORKS.get(row.work, row.work)),
    ),
    Section(
        "employers",
        Employment,
        lazy("Employers"),
        lazy("an employer"),
        forms.EmploymentForm,
        _employer,
        empty=lazy("No employer is recorded, so we cannot tell whether this person is independent."),
    ),
    Section(
        "registrations",
        Registration,
        lazy("Professional registers"),
        lazy("a register entry"),
        forms.RegistrationForm,
        lambda row: f"{row.body}, {row.number}",
    ),
    Section(
        "insurance",
        Insurance,
        lazy("Insurance"),
        lazy("insurance"),
        forms.InsuranceForm,
        lambda row: f"{row.insurer}, {row.policy}",
    ),
    Section(
        "disclosure-checks",
        DisclosureCheck,
        lazy("Disclosure checks"),
        lazy("a disclosure check"),
        forms.DisclosureCheckForm,
        lambda row: f"{row.get_kind_display()}, {row.reference}",
    ),
    Section(
        "languages",
        SpokenLanguage,
        lazy("Languages"),
        lazy("a language"),
        forms.LanguageForm,
        lambda row: language_name(row.code),
    ),
    Section("areas", ServedArea, lazy("Areas"), lazy("an area"), forms.AreaForm, _area),
    Section(
        "days-away",
        Absence,
        lazy("Days away"),
        lazy("days away"),
        forms.AbsenceForm,
        lambda row: _("Away"),
        empty=lazy("No days away are recorded."),
        own_too=True,
    ),
    Section(
        "training",
        Training,
        lazy("Training"),
        lazy("training"),
        forms.TrainingForm,
        _entry,
        own_too=True,
        dated=False,
    ),
    Section(
        "supervision",
        Supervision,
        lazy("Supervision"),
        lazy("supervision"),
        forms.SupervisionForm,
        _entry,
        own_too=True,
        dated=False,
    ),
    Section(
        "practice-log",
        PracticeLog,
        lazy("Practice log"),
        lazy("an entry in the practice log"),
        forms.PracticeLogForm,
        _entry,
        own_too=True,
        dated=False,
    ),
)
BY_SLUG = {section.slug: section for section in SECTIONS}
