"""The questions of asking online alone: what it is about, the child, and how to write."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from evenhand import clock
from evenhand.journeys.letters import LETTER
from evenhand.journeys.matters import MATTER, OPTIONS
from evenhand.law.rules.decisions import MEDIATED
from evenhand.web.steps.fields import Choose, Day, Line, YesOrNo

from .draft import Draft
from .question import Question, Said

NEEDED_BY_LAW = lazy("Type the date. If you have no letter, leave it empty.")


def matter_of(draft: Draft) -> str:
    """What it is about, as the law names it; empty while it is not known."""
    return str(draft.brought.get("matter") or draft.given("matter", "matter"))


def acting_of(draft: Draft) -> str:
    """Who asks: a parent or the young person; empty while it is not known."""
    return str(draft.brought.get("acting") or draft.given("who", "who"))


class Matter(Question):
    """What happened: not asked where “your options” knew it."""

    key, title = "matter", lazy("What happened?")

    matter = Choose(label=title, missing=lazy("Choose what happened. Choose the one that is closest."))

    @classmethod
    def asked(cls, draft: Draft) -> bool:
        """Only where it is not known."""
        return not draft.brought.get("matter")

    def arrange(self) -> None:
        """The matters in the words of “your options”; a family has no part in the last kind of resolution."""
        field: Any = self.fields["matter"]
        offered = [option for option in OPTIONS if option.value != "authority_and_commissioner"]
        field.choices = [(option.value, _(option.words)) for option in offered]
        field.hints = {option.value: _(option.hint) for option in offered if option.hint}
        field.help_text = _(MATTER.hint)


class Letter(Question):
    """The date of the decision letter, from which the days run."""

    key, title = "letter", lazy("What date is printed on the council’s letter?")

    sent = Day(
        label=title,
        help_text=lazy("For example, 27 3 2026. Leave it empty if you have no letter, or do not know."),
    )

    @classmethod
    def asked(cls, draft: Draft) -> bool:
        """Only for a decision that comes by letter, and only where its day is not known."""
        return matter_of(draft) in MEDIATED and not draft.brought.get("notice_sent")

    def arrange(self) -> None:
        """A letter is not from tomorrow, and none is older than the law."""
        field: Any = self.fields["sent"]
        field.latest, field.earliest = clock.today_in_london(), LETTER.earliest
        field.why_not_before = _("The law began on {day}.")


class Who(Question):
    """Who asks."""

    key, title = "who", lazy("Who are you?")

    who = Choose(
        label=title,
        choices=(
            ("parent", lazy("A parent or carer")),
            ("young_person", lazy("The young person")),
        ),
        missing=lazy("Choose who you are."),
    )

    @classmethod
    def asked(cls, draft: Draft) -> bool:
        """Only where it is not known."""
        return draft.brought.get("acting") not in ("parent", "young_person")


class Child(Question):
    """Whom it is about. The young person is asked for their day of birth alone."""

    key, title = "child", lazy("Whom is it about?")

    name = Line(label=lazy("The child’s or young person’s name"), missing=lazy("Type the name."), longest=200)
    born = Day(
        label=lazy("Date of birth"),
        help_text=lazy(
            "For example, 27 3 2016. Leave it empty if you would rather not say. Some days hang on it."
        ),
    )

    @property
    def words(self) -> Said:
        """The question, as it is put to the young person or to a parent."""
        return _("When were you born?") if acting_of(self.draft) == "young_person" else self.title

    def arrange(self) -> None:
        """Nobody was born tomorrow."""
        field: Any = self.fields["born"]
        field.latest, field.earliest = clock.today_in_london(), date(1990, 1, 1)
        field.why_not_before = _("This is for children and young people up to 25.")
        if acting_of(self.draft) == "young_person":
            del self.fields["name"]
            field.label = self.words


class Email(Question):
    """Whether to write by e-mail, and what may stand in it."""

    key, title = "email", lazy("May we write to you by e-mail?")
    about = (lazy("An e-mail from us says that something happened, and never what anybody said."),)

    email = Line(
        label=lazy("E-mail address"),
        help_text=lazy("Leave it empty if you do not want e-mails."),
        longest=254,
        shape="email",
    )
    open = YesOrNo(
        label=lazy("May an e-mail say that it is about mediation?"),
        help_text=lazy(
            "Say no if somebody else could read it. Then it only says that there is a message for you."
        ),
    )

    def clean_email(self) -> str:
        """An address that can be written to. Adds an error to the field."""
        typed: str = self.cleaned_data["email"].strip()
        name, at, host = typed.partition("@")
        if typed and not (name and at and "." in host.strip(".") and " " not in typed and "@" not in host):
            self.add_error("email", _("Type an e-mail address like name@example.org."))
        return typed


class Issues(Question):
    """What kind of help it is about, for a mediation: the adviser writes down the rest in the call."""

    key, title = "issues", lazy("What kind of help is it about?")

    issues = Choose(
        label=title,
        choices=(
            ("education_issue", lazy("Help with learning")),
            ("health_issue", lazy("Health care")),
            ("social_care_issue", lazy("Social care, such as short breaks")),
            ("several", lazy("More than one of these, or I am not sure")),
        ),
        missing=lazy("Choose what kind of help it is about."),
    )

    @classmethod
    def asked(cls, draft: Draft) -> bool:
        """Only where “your options” did not know it."""
        return not any(name.endswith("_issue") or name == "sections" for name in draft.brought)
