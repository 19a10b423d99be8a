"""Choosing who does the work, and handing it over: the fit first, and why the others are not."""

from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext

from evenhand.casework import actions
from evenhand.casework.recording import Done
from evenhand.casework.workload import days_taken, open_cases
from evenhand.people.practitioners.choosing import Choice, choices_for
from evenhand.people.practitioners.declaring import ask
from evenhand.people.practitioners.fitness import Kind
from evenhand.people.practitioners.models import Declaration, Practitioner

from .asked import Asked
from .fields import Choose
from .forms import Said, StepForm, Turn

WORKS = {
    "adviser": lazy("The adviser"),
    "mediator": lazy("The mediator"),
    "facilitator": lazy("The facilitator"),
}


def works_of(asked: Asked) -> list[str]:
    """The works of this kind of case: mediation has a mediator, disagreement resolution a facilitator."""
    return ["mediator", "adviser"] if asked.mediates else ["facilitator", "adviser"]


def found_for(asked: Asked, work: str) -> list[Choice]:
    """Everybody on the register who does the work, best first, with what stands against each."""
    case, state = asked.seen.case, asked.seen.state
    people = dict(Practitioner.objects.filter(provider=case.provider).values_list("pk", "person_id"))
    loads = open_cases(case.provider_id, work)
    taken = days_taken(people.values(), asked.today)
    return choices_for(
        provider=case.provider,
        work=work,
        on=asked.today,
        health=state.health,
        area=state.area,
        taken={pk: taken[person] for pk, person in people.items()},
        load={pk: loads[person] for pk, person in people.items()},
        declarations=list(Declaration.objects.filter(case_reference=case.reference)),
    )


def only_to_be_asked(choice: Choice) -> bool:
    """True if nothing stands in the way but that nobody has asked about conflicts yet."""
    return [one.kind for one in choice.fitness.refusals] == [Kind.CONFLICT_NOT_ASKED]


def about(choice: Choice) -> str:
    """What helps to choose: the work in hand, the next free days, and everything against it."""
    cases = ngettext("%(count)d open case", "%(count)d open cases", choice.load) % {"count": choice.load}
    days = ", ".join(date_format(day, "j M") for day in choice.next_free)
    said = [f"{cases}."]
    if days:
        said.append(_("Next free: {days}.").format(days=days))
    if not choice.serves_the_area:
        said.append(_("Does not usually work in this area."))
    if only_to_be_asked(choice):
        said.append(_("Not asked yet about this family, school or officer: choose them, and they are asked."))
    else:
        said += [one.text + (f" ({one.citation})" if one.citation else "") for one in choice.fitness.refusals]
    said += [one.text for one in choice.fitness.warnings]
    return " ".join(said)


class _ChooseSomebody(StepForm):
    """One of the register; whoever is not fit is shown with the reason, and cannot be chosen."""

    work = "adviser"

    who = Choose(label=lazy("Who?"), missing=lazy("Choose who does it."))

    def arrange(self) -> None:
        """Everybody, best first."""
        self.found = {str(one.practitioner.pk): one for one in found_for(self.asked, self.work)}
        now = (
            self.asked.seen.state.adviser_id if self.work == "adviser" else self.asked.seen.state.mediator_id
        )
        shown = {key: one for key, one in self.found.items() if one.practitioner.person_id != now}
        field: Any = self.fields["who"]
        field.choices = [(key, one.practitioner.person.name) for key, one in shown.items()]
        field.hints = {key: about(one) for key, one in shown.items()}
        field.shut = frozenset(
            key for key, one in shown.items() if not one.fitness.fit and not only_to_be_asked(one)
        )

    def can(self) -> str:
        """Nothing where the register has nobody."""
        field: Any = self.fields["who"]
        if field.choices:
            return ""
        return _(
            "Nobody else on the register does this work today. A manager records who does, and from when."
        )

    def _chosen(self) -> Choice:
        return self.found[self.cleaned_data["who"]]

    def _ask_first(self) -> str:
        """Put the question about conflicts, where it has not been put; empty where it has."""
        choice = self._chosen()
        if choice.fitness.fit:
            return ""
        ask(
            practitioner=choice.practitioner,
            case_reference=self.asked.seen.case.reference,
            by=self.asked.person,
        )
        told = _(
            "{name} has been asked if they know this family, school or officer. Choose them again when they "
            "have answered."
        )
        return told.format(name=choice.practitioner.person.name)


class Assign(_ChooseSomebody):
    """Choose the adviser, the mediator or the facilitator."""

    template = "steps/assign.html"

    def arrange(self) -> None:
        """The work comes from the address."""
        works = works_of(self.asked)
        wanted = self.asked.query.get("work", "")
        self.work = wanted if wanted in works else works[0]
        self.works = [(work, WORKS[work], work == self.work) for work in works]
        super().arrange()

    def can(self) -> str:
        """With nobody for one work there may be somebody for the other, so the page is shown."""
        return ""

    def before(self) -> list[Said]:
        """What a new mediator does not get."""
        if self.work == "adviser":
            return [lazy("The adviser must not be employed by an authority in England (section 56(3)).")]
        return [
            lazy("Somebody new starts with an empty notebook: notes of whoever led before are not passed on.")
        ]

    def act(self, turn: Turn) -> Done | str:
        """Assign, or ask about conflicts first."""
        if told := self._ask_first():
            return told
        person = self._chosen().practitioner.person_id
        return actions.assign(**turn.given, work=self.work, person_id=person)


class HandOver(_ChooseSomebody):
    """The adviser’s work goes to a colleague."""

    def before(self) -> list[Said]:
        """What goes along."""
        return [lazy("The colleague gets the case as it stands, with the adviser’s record, and a message.")]

    def act(self, turn: Turn) -> Done | str:
        """Hand over, or ask about conflicts first."""
        if told := self._ask_first():
            return told
        return actions.hand_over(**turn.given, person_id=self._chosen().practitioner.person_id)
