"""Facts of the case that became known, as far as the law asks for them."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from evenhand.casework import actions
from evenhand.casework.heart.stages import StepNotOpen
from evenhand.casework.recording import Done
from evenhand.law.facts import SECTIONS
from evenhand.people.policy import SHARED, DataClass

from .fields import Choose, Day, Line, Ticks
from .forms import Said, StepForm, Turn
from .people_shown import present

DAYS = ("notice_sent", "notice_dated")
FLAGS = ("education_issue", "health_issue", "social_care_issue", "assessment_or_plan_under_way")
KNOWN = (("yes", lazy("Yes")), ("no", lazy("No")), ("", lazy("Not known")))
ACTING = (
    ("parent", lazy("A parent")),
    ("young_person", lazy("The young person")),
    ("authority", lazy("The authority")),
    ("commissioning_body", lazy("The commissioning body")),
)
OF_PLANS = frozenset({"plan_contents", "refusal_to_amend", "refusal_to_reassess", "ceasing_to_maintain"})
EMPTY = lazy("Leave it empty if it is not known.")


class RecordFacts(StepForm):
    """Facts that the law counts from. What is emptied is taken away; what is as before is not recorded again."""

    template = "steps/facts.html"

    acting = Choose(label=lazy("Who acts?"), choices=ACTING, missing=lazy("Choose who acts."))
    notice_sent = Day(label=lazy("When was the council’s notice sent?"), help_text=EMPTY)
    notice_dated = Day(
        label=lazy("What date is printed on it?"),
        help_text=lazy("Only if it is another day than the one above."),
    )
    sections = Ticks(
        label=lazy("Which sections of the plan are in dispute?"), choices=[(one, one) for one in SECTIONS]
    )
    education_issue = Choose(label=lazy("Is education an issue?"), choices=KNOWN, required=False)
    health_issue = Choose(label=lazy("Is health an issue?"), choices=KNOWN, required=False)
    social_care_issue = Choose(label=lazy("Is social care an issue?"), choices=KNOWN, required=False)
    assessment_or_plan_under_way = Choose(
        label=lazy("Is an assessment or a plan under way?"), choices=KNOWN, required=False
    )
    child_name = Line(label=lazy("The child’s or young person’s name"), longest=200)
    date_of_birth = Day(label=lazy("Their date of birth"), help_text=EMPTY)

    def arrange(self) -> None:
        """Only what matters here is asked; the child is for those who may write who it is."""
        for name in (*DAYS, "date_of_birth"):
            field: Any = self.fields[name]
            field.latest = self.asked.today
        if self.asked.seen.state.matter not in OF_PLANS:
            self.drop("sections")
        if not self.asked.mediates:
            self.drop(*DAYS, "assessment_or_plan_under_way")
        if not self.asked.seen.may_write(DataClass.CHILD_IDENTITY, SHARED):
            self.drop("child_name", "date_of_birth")

    def begin(self) -> dict[str, Any]:
        """What is known."""
        facts = self.asked.seen.state.facts
        known: dict[str, Any] = {name: _yes_or_no(facts.get(name)) for name in FLAGS}
        known |= {name: date.fromisoformat(facts[name]) for name in DAYS if facts.get(name)}
        known |= {"acting": facts.get("acting", ""), "sections": facts.get("sections", [])}
        if "child_name" in self.fields:
            child = self.asked.seen.state.child
            born = child.get("date_of_birth")
            known |= {"child_name": child.get("name", "")}
            known |= {"date_of_birth": date.fromisoformat(born)} if born else {}
        return known

    def before(self) -> list[Said]:
        """That the dates move with the facts."""
        return [lazy("Every date of the case is worked out again from what you change here.")]

    def people(self) -> list[tuple[str, str]]:
        """Those whose details the reader may change, with their addresses."""
        writes = self.asked.seen.may_write
        return [
            (key, words) for key, words in present(self.asked.seen) if writes(DataClass.CONTACT_DETAILS, key)
        ]

    def act(self, turn: Turn) -> Done:
        """Record what is other than it was. Raises `StepNotOpen` where nothing is."""
        facts, child = dict(self._changed_facts()), dict(self._changed_child())
        if not facts and not child:
            raise StepNotOpen(_("Nothing was changed. Change what is wrong, or cancel."))
        return actions.record_facts(**turn.given, facts=facts, child=child)

    def _changed_facts(self) -> Iterator[tuple[str, Any]]:
        known, given = self.asked.seen.state.facts, self.cleaned_data
        for name in ("acting", "sections", *DAYS, *FLAGS):
            if name not in given:
                continue
            value = given[name]
            if name in FLAGS:
                value = {"yes": True, "no": False}.get(value)
            elif isinstance(value, date):
                value = value.isoformat()
            value = value if value != [] else None
            if value != known.get(name):
                yield name, value

    def _changed_child(self) -> Iterator[tuple[str, str]]:
        known, given = self.asked.seen.state.child, self.cleaned_data
        born = given.get("date_of_birth")
        for name, value in (
            ("name", given.get("child_name")),
            ("date_of_birth", born.isoformat() if born else None),
        ):
            if value and value != known.get(name):
                yield name, value


def _yes_or_no(flag: object) -> str:
    return {True: "yes", False: "no"}.get(flag, "") if isinstance(flag, bool) else ""
