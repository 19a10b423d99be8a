"""The forms of the register: one for each kind of row, and a few for what is done to rows."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from evenhand import clock
from evenhand.people.practitioners.models import DisclosureCheck, PracticeLog, Supervision, Training, Work

from .fields import (
    CouncilField,
    DayField,
    HoursField,
    LanguageField,
    LineField,
    RadiosField,
    TicksField,
    WordsField,
)
from .words import EMPLOYERS, PAPERS, WORKS

NO_CASES = lazy("Write nothing about a family or a case.")
ONE_DAY = lazy("For example, 27 3 2026. Leave it empty if there is no last day yet.")
FIRST, LAST = lazy("First day"), lazy("Last day")
EXAMPLE = lazy("For example, 27 3 2026")


class RegisterForm(forms.Form):
    """A form whose fields have plain ids, with the message of a refusal beside the others."""

    def __init__(self, data: Any = None, **more: Any) -> None:
        super().__init__(data, **{"auto_id": "%s"} | more)

    def values(self) -> dict[str, Any]:
        """What was given, field by field."""
        return dict(self.cleaned_data)


class FromToForm(RegisterForm):
    """A row that has a first and perhaps a last day."""

    def clean(self) -> dict[str, Any]:
        """The last day is not before the first."""
        given = super().clean() or {}
        since, until = given.get("since"), given.get("until")
        if since and until and until < since:
            self.add_error("until", _("The last day cannot be before the first."))
        return given


def first_day(label: Any = FIRST) -> DayField:
    """The day from which a row holds."""
    return DayField(label=label, help_text=EXAMPLE, missing=lazy("Type the first day."))


def last_day(label: Any = LAST) -> DayField:
    """The day to which a row holds, if there is one."""
    return DayField(label=label, help_text=ONE_DAY)


class WorkForm(FromToForm):
    work = RadiosField(
        label=lazy("Which work?"), choices=list(WORKS.items()), missing=lazy("Choose which work they do.")
    )
    since, until = first_day(), last_day()


class EmploymentForm(FromToForm):
    employer_kind = RadiosField(
        label=lazy("Who employs them?"),
        help_text=lazy("What counts in law is the employer, not who pays for the service."),
        choices=list(EMPLOYERS.items()),
        missing=lazy("Choose who employs them."),
    )
    employer_name = LineField(label=lazy("Name of the employer"), longest=200)
    since, until = first_day(lazy("First day of the job")), last_day(lazy("Last day of the job"))

    def clean(self) -> dict[str, Any]:
        """An employer has a name, unless somebody is self-employed."""
        given = super().clean()
        if given.get("employer_kind", "self_employed") != "self_employed" and not given.get("employer_name"):
            self.add_error("employer_name", _("Type the name of the employer."))
        return given


class RegistrationForm(FromToForm):
    body = LineField(
        label=lazy("Who keeps the register?"),
        help_text=lazy(
            "For example, Civil Mediation Council, College of Mediators, or the joint SEND register"
        ),
        missing=lazy("Type who keeps the register."),
    )
    number = LineField(label=lazy("Number"), longest=60, missing=lazy("Type the number of the entry."))
    since, until = first_day(), last_day()


class InsuranceForm(FromToForm):
    insurer = LineField(label=lazy("Insurer"), missing=lazy("Type the name of the insurer."))
    policy = LineField(label=lazy("Policy number"), longest=60, missing=lazy("Type the policy number."))
    since, until = first_day(), last_day()


class DisclosureCheckForm(FromToForm):
    kind = RadiosField(
        label=lazy("Which check?"),
        choices=DisclosureCheck._meta.get_field("kind").choices,
        missing=lazy("Choose which check it is."),
    )
    reference = LineField(label=lazy("Reference"), longest=60, missing=lazy("Type the reference."))
    since, until = first_day(lazy("Issued on")), last_day(lazy("Renew by"))


class LanguageForm(FromToForm):
    code = LanguageField(
        label=lazy("Which language?"),
        help_text=lazy("For example, Polish or BSL"),
        missing=lazy("Type the name of a language."),
    )
    since, until = first_day(), last_day()


class AreaForm(FromToForm):
    area = CouncilField(label=lazy("Which council’s area?"), missing=lazy("Type the name of a council."))
    since, until = first_day(), last_day()


class AbsenceForm(FromToForm):
    since, until = first_day(lazy("First day away")), last_day(lazy("Last day away"))


class EntryForm(RegisterForm):
    """A day that has been, what it was, how long, and some words."""

    field_order = ("day", "kind", "hours", "words")

    day = DayField(label=lazy("Which day?"), help_text=EXAMPLE, missing=lazy("Type the day."))
    hours = HoursField(label=lazy("How many hours?"), help_text=lazy("For example, 1.5"))
    words = WordsField(label=lazy("What was it?"), help_text=NO_CASES)

    def clean_day(self) -> date:
        """Only what has been can be logged."""
        day: date = self.cleaned_data["day"]
        if day > clock.today_in_london():
            raise forms.ValidationError(
                _("That day is still to come. Type a day that is today or in the past.")
            )
        return day


def _entry_form(of: type[Training | Supervision | PracticeLog]) -> type[EntryForm]:
    kind = RadiosField(label=lazy("Which kind?"), choices=of.KINDS, missing=lazy("Choose which kind it was."))
    made: type[EntryForm] = type(f"{of.__name__}Form", (EntryForm,), {"kind": kind})
    return made


TrainingForm = _entry_form(Training)
SupervisionForm = _entry_form(Supervision)
PracticeLogForm = _entry_form(PracticeLog)


class EndForm(RegisterForm):
    on = DayField(
        label=lazy("Last day"),
        help_text=lazy("The day itself still counts. For example, 27 3 2026"),
        missing=lazy("Type the last day."),
    )


class WhyForm(RegisterForm):
    words = WordsField(label=lazy("Why?"), missing=lazy("Say why."))


class AnswerForm(RegisterForm):
    knows = RadiosField(
        label=lazy("Do you know this family, school or officer?"),
        choices=[("yes", lazy("Yes")), ("no", lazy("No"))],
        missing=lazy("Choose yes or no."),
    )
    words = WordsField(
        label=lazy("If yes, how?"), help_text=lazy("Your manager reads this. Nobody in the case does.")
    )

    def clean(self) -> dict[str, Any]:
        """A yes says how."""
        given = super().clean() or {}
        if given.get("knows") == "yes" and not given.get("words"):
            self.add_error("words", _("Say how you know them."))
        return given


class AddForm(RegisterForm):
    """Who comes on the register, of those who belong to the reader's providers and are not on it."""

    who = RadiosField(label=lazy("Who?"), choices=(), missing=lazy("Choose a person."))
    since = first_day(lazy("First day on the register"))

    def __init__(self, people: list[tuple[str, str]], data: Any = None) -> None:
        super().__init__(data)
        self.fields["who"].choices = people  # type: ignore[attr-defined]


class RulesForm(RegisterForm):
    """What a provider asks of those who do each work."""

    adviser = TicksField(label=lazy("Of an adviser"), choices=list(PAPERS.items()))
    mediator = TicksField(label=lazy("Of a mediator"), choices=list(PAPERS.items()))
    facilitator = TicksField(label=lazy("Of a facilitator"), choices=list(PAPERS.items()))

    def asked(self) -> dict[str, dict[str, bool]]:
        """For each work, what is asked."""
        return {
            work.value: {paper: paper in self.cleaned_data[work.value] for paper in PAPERS} for work in Work
        }
