"""The one screen of a telephone call: what is typed, as facts of the law, and what is still missing."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from evenhand import clock
from evenhand.casework.heart.contents import ADVICE_POINTS
from evenhand.journeys.contradictions import in_plain_words
from evenhand.journeys.matters import OPTIONS
from evenhand.journeys.plans import SECTION_OPTIONS
from evenhand.law import FactsRefused
from evenhand.law.facts import ISSUES
from evenhand.law.rules.decisions import MEDIATED
from evenhand.web.family.words import in_full
from evenhand.web.steps.fields import Choose, Select, Ticks, Words

from .family_fields import FamilyForm
from .fields import OneDay

WANTS = (
    ("", lazy("Nothing yet")),
    ("no", lazy("No mediation, only the certificate")),
    ("yes", lazy("Mediation")),
)
ISSUE_WORDS = (
    ("education_issue", lazy("Education")),
    ("health_issue", lazy("Health care")),
    ("social_care_issue", lazy("Social care")),
)
ADVICE = ("explained", "advice_words", "wants", "issues")
RESOLVED = ("duties_not_carried_out", "provision_by_setting", "authority_and_commissioner")
"""Matters for which there is no mediation and there is disagreement resolution."""
FIELD_OF = {
    "notice_sent": "notice_sent",
    "notice_dated": "letter_dated",
    "adviser_contacted": "contacted_on",
    "adviser_told_no": "contacted_on",
    "date_of_birth": "date_of_birth",
    "matter": "matter",
    "acting": "relation",
    "sections": "sections",
    "health_issue": "about",
    "education_issue": "about",
    "social_care_issue": "about",
}
"""Where on this screen a fact of the law is typed."""


class PhoneForm(FamilyForm):
    """A call. `opening` is true once the case is to be opened: then what must be known must be there.

    `advises` is true for an adviser, who alone records advice and what the family wants.
    """

    matter = Select(
        label=lazy("What happened?"),
        choices=[(one.value, lazy(one.words)) for one in OPTIONS],
        required=False,
    )
    letter_dated = OneDay(label=lazy("Date on the letter"), help_text=lazy("For example, 27 3 2026"))
    notice_sent = OneDay(
        label=lazy("Day it was sent"),
        help_text=lazy("Only if it is another day. The law counts from this one."),
    )
    sections = Ticks(
        label=lazy("Parts of the plan"), choices=[(one.value, lazy(one.words)) for one in SECTION_OPTIONS]
    )
    contacted_on = OneDay(label=lazy("First contact with the service"))
    about = Ticks(label=lazy("What is it about?"), choices=ISSUE_WORDS)
    explained = Ticks(
        label=lazy("What did you explain in this call?"),
        help_text=lazy("Advice is recorded when every point has been explained. It can be another day."),
        choices=[(point, lazy(words)) for point, words in ADVICE_POINTS.items()],
    )
    advice_words = Words(label=lazy("Your note of the call"), rows=3)
    wants = Choose(label=lazy("What does the family want now?"), choices=WANTS, required=False)
    issues = Words(label=lazy("What the family wishes to settle by mediation"), rows=3)

    def __init__(self, data: Any = None, *, opening: bool = False, advises: bool = True, **more: Any) -> None:
        self.opening = opening
        super().__init__(data, use_required_attribute=False, auto_id="%s", **more)
        self.initial = {"contacted_on": clock.today_in_london(), "wants": ""} | dict(self.initial)
        if not advises:
            for name in ADVICE:
                del self.fields[name]
        words: Any = self.fields
        words["phone"].reads = ""
        words["needs"].reads = _("Who will read this: they themselves, the adviser and the mediator.")
        if advises:
            words["advice_words"].reads = _(
                "Who will read this: the family itself, and the service’s advisers."
            )
            words["issues"].reads = _("Who will read this: every party, once the council has been told.")

    def clean(self) -> dict[str, Any]:
        """Everything; with `opening`, what is missing or cannot be opened is said beside its field."""
        super().clean()
        if self.opening:
            self.refuse_missing_family()
            self._refuse_matter()
            if not self.cleaned_data.get("contacted_on"):
                self.miss("contacted_on", _("Type the day of the first contact."))
            self._refuse_early_choice()
        return self.cleaned_data

    def _refuse_matter(self) -> None:
        matter = self.cleaned_data.get("matter", "")
        if not matter:
            self.miss("matter", _("Choose what happened."))
        elif matter in RESOLVED:
            self.miss(
                "matter", _("There is no mediation about this. Open it as disagreement resolution instead.")
            )
        elif matter not in MEDIATED:
            self.miss(
                "matter",
                _("Neither mediation nor disagreement resolution is for this. Tell them the routes."),
            )

    def _refuse_early_choice(self) -> None:
        given = self.cleaned_data
        if given.get("issues") and given.get("wants") != "yes":
            self.miss(
                "wants", _("You wrote what to settle by mediation. Choose “Mediation”, or empty that box.")
            )
        if not given.get("wants"):
            return
        if not self.advice_is_whole:
            self.miss(
                "wants",
                _("Advice comes before the choice. Tick all that was explained, or choose “Nothing yet”."),
            )
        if given.get("wants") == "yes" and not any(self.flags().values()):
            self.miss("about", _("Say what the mediation is about: education, health care or social care."))

    @property
    def advice_is_whole(self) -> bool:
        """True where every point was explained."""
        return set(self.cleaned_data.get("explained", ())) == set(ADVICE_POINTS)

    @property
    def can_be_resolved(self) -> bool:
        """True where the matter goes to disagreement resolution and not to mediation."""
        return self.is_bound and self.cleaned_data.get("matter") in RESOLVED

    def flags(self) -> dict[str, bool]:
        """What it is about: as ticked, or as the parts of the plan say; nothing where neither was said."""
        about = self.cleaned_data.get("about") or []
        sections = frozenset(self.cleaned_data.get("sections") or ())
        if about:
            return {flag: flag in about for flag in ISSUES}
        if sections and self.cleaned_data.get("matter") == "plan_contents":
            return {flag: bool(sections & of) for flag, of in ISSUES.items()}
        return {}

    def facts(self) -> dict[str, Any]:
        """The facts of the advice contract, but for the day of asking and those that the case adds itself."""
        given = self.cleaned_data
        facts: dict[str, Any] = {"acting": self.acting} if self.acting else {}
        dated, sent = given.get("letter_dated"), given.get("notice_sent")
        if counted := sent or dated:
            facts["notice_sent"] = counted.isoformat()
        if sent and dated and sent != dated:
            facts["notice_dated"] = dated.isoformat()
        if given.get("sections") and given.get("matter") == "plan_contents":
            facts["sections"] = given["sections"]
        return facts | self.flags()

    def all_facts(self) -> dict[str, Any]:
        """The same with the day of birth, the council and the first contact, for asking the law beforehand."""
        given = self.cleaned_data
        facts = self.facts() | {"matter": given["matter"], "as_of": clock.today_in_london().isoformat()}
        for name, fact in (("date_of_birth", "date_of_birth"), ("contacted_on", "adviser_contacted")):
            if given.get(name):
                facts[fact] = given[name].isoformat()
        if given.get("council"):
            facts["area"] = given["council"]
        return facts

    def show_refusal(self, refusal: FactsRefused, facts: Mapping[str, Any]) -> None:
        """The law's refusal in plain words, beside the first of the fields that it is about."""
        told = in_plain_words(refusal, dict(facts))
        values = {name: _said(value) for name, value in told.values.items()}
        name = next((FIELD_OF[fact] for fact in told.facts if fact in FIELD_OF), None)
        self.add_error(name if name in self.fields else None, _(told.wording).format_map(values))


def _said(value: Any) -> str:
    return _(value) if isinstance(value, str) else in_full(value)
