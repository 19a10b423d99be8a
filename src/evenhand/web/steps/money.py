"""Expenses of a mediation: claimed head by head, and decided by whoever arranges it (reg 41)."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from evenhand.casework import actions
from evenhand.casework.heart.steps import Step
from evenhand.casework.recording import Done
from evenhand.law.rules.expenses import ALLOWANCES, BY_HEAD, Allowance, most_payable, pounds
from evenhand.people.policy import DataClass

from .asked import Asked
from .fields import Choose, Count, Money, Words
from .forms import Row, Said, StepForm, Turn, nobody
from .people_shown import called, families

UP_TO = ", up to"
"""How a head of the table ends where the cost is paid only so far."""


def _label(allowance: Allowance) -> str:
    return allowance.words.removesuffix(UP_TO)


def _nights(allowance: Allowance) -> bool:
    """True where both how many and how much decide what is paid."""
    return bool(allowance.unit) and allowance.words.endswith(UP_TO)


def _field(allowance: Allowance) -> Any:
    if allowance.pence is None:
        return Money(label=_label(allowance), help_text=_("The cost, in pounds."), longest=12)
    told = _("Up to {amount} in all. The amount, in pounds.")
    if allowance.unit:
        told = _("How many? {amount} for each {unit}.")
        help_text = told.format(amount=pounds(allowance.pence), unit=allowance.unit)
        return Count(label=_label(allowance), help_text=help_text, longest=6)
    return Money(label=_label(allowance), help_text=told.format(amount=pounds(allowance.pence)), longest=12)


class ClaimExpenses(StepForm):
    """What the family spent, under the heads of the law's table."""

    asks_day = False

    claimant = Choose(label=lazy("For whom?"), missing=lazy("Choose for whom."))

    def arrange(self) -> None:
        """The table, head by head."""
        self.only_choice("claimant", self._claimants())
        for allowance in ALLOWANCES:
            self.fields[allowance.head] = _field(allowance)
            if _nights(allowance):
                label = _("What did it cost in all? ({head})").format(head=_label(allowance))
                self.fields[f"{allowance.head}-cost"] = Money(
                    label=label, help_text=_("In pounds."), longest=12
                )

    def _claimants(self) -> list[tuple[str, str]]:
        if self.asked.acts_for_a_party:
            return [(self.asked.actor.key, called(self.asked.seen, self.asked.actor.key))]
        return families(self.asked.seen)

    def can(self) -> str:
        """Not for disagreement resolution, for which the law has no table."""
        if not self.asked.mediates:
            return _(
                "The law sets no expenses for disagreement resolution. Ask what the service or the council pays."
            )
        return "" if self._claimants() else nobody()

    def before(self) -> list[Said]:
        """Who decides, and who reads it."""
        return [
            lazy(
                "Fill in what you spent because of the mediation, and leave the rest empty. Add receipts as documents."
            ),
            lazy("Who will read this: you, and whoever arranged the mediation and so pays."),
        ]

    def clean(self) -> dict[str, Any]:
        """Something must be claimed."""
        given = super().clean() or {}
        if not self.errors and not any(given.get(one.head) for one in ALLOWANCES):
            self.add_error(ALLOWANCES[0].head, _("Say what you claim for, and how much."))
        for one in filter(_nights, ALLOWANCES):
            if (
                given.get(one.head)
                and not given.get(f"{one.head}-cost")
                and f"{one.head}-cost" not in self.errors
            ):
                self.add_error(f"{one.head}-cost", _("Say what it cost."))
        return given

    def act(self, turn: Turn) -> Done:
        """Claim it."""
        given = self.cleaned_data
        lines = [
            _line(one, given[one.head], given.get(f"{one.head}-cost"))
            for one in ALLOWANCES
            if given[one.head]
        ]
        return actions.claim_expenses(**turn.given, owner=self.chosen("claimant"), lines=lines)


def _line(allowance: Allowance, said: int, cost: int | None) -> dict[str, Any]:
    if allowance.unit:
        pence = most_payable(allowance.head, said) if cost is None else cost
        return {"head": allowance.head, "quantity": said, "pence": pence}
    return {"head": allowance.head, "pence": said}


class DecideExpenses(StepForm):
    """What is paid of a claim, head by head, and why not the rest."""

    asks_day = False

    words = Words(
        label=lazy("Why not all of it, if it is not all"),
        help_text=lazy("The family reads this."),
        rows=3,
        longest=2000,
    )

    def arrange(self) -> None:
        """The oldest claim that waits and that the reader may read, or the one in the address."""
        self.number, self.lines = _waiting(self.asked)
        for n, line in enumerate(self.lines):
            allowance = BY_HEAD.get(line["head"])
            label = allowance.words if allowance else line["head"]
            self.fields[f"pence-{n}"] = Money(
                label=label, missing=_("Type the amount. It can be 0."), longest=12
            )
        self.order_fields([f"pence-{n}" for n in range(len(self.lines))])

    def begin(self) -> dict[str, Any]:
        """What is claimed, as far as the law has it paid."""
        return {f"pence-{n}": f"{_payable(line) / 100:.2f}" for n, line in enumerate(self.lines)}

    def can(self) -> str:
        """Nothing without a claim."""
        if self.lines:
            return ""
        return _(
            "No claim waits that you can read. A claim is between the family and whoever arranges the mediation."
        )

    def rows(self) -> list[Row]:
        """What is claimed."""
        return [Row(_name(line), _claimed(line)) for line in self.lines]

    def before(self) -> list[Said]:
        """What the law has to be paid."""
        return [
            lazy(
                "Whoever arranges the mediation pays what the table of regulation 41 says, and may pay more."
            ),
            lazy(
                "The amounts below are what is claimed, as far as the table goes. Change what you decide otherwise."
            ),
        ]

    def act(self, turn: Turn) -> Done:
        """Decide it."""
        given = self.cleaned_data
        lines = [{"head": line["head"], "pence": given[f"pence-{n}"]} for n, line in enumerate(self.lines)]
        return actions.decide_expenses(**turn.given, number=self.number, lines=lines, words=given["words"])


def _waiting(asked: Asked) -> tuple[int, list[dict[str, Any]]]:
    """The number and the lines of the oldest claim that waits and that the reader may read."""
    open_claims = {one.number for one in asked.seen.state.claims if one.ended_on is None}
    for event, piece in asked.seen.of_class(DataClass.OFFERS):
        if event.step is Step.CLAIM_EXPENSES and event.number in open_claims:
            return event.number, list((piece.body or {}).get("lines", ()))
    return 0, []


def _payable(line: dict[str, Any]) -> int:
    claimed = int(line["pence"])
    if line["head"] not in BY_HEAD:
        return claimed
    most = most_payable(line["head"], line.get("quantity", 1))
    return claimed if most is None else min(claimed, most)


def _name(line: dict[str, Any]) -> str:
    allowance = BY_HEAD.get(line["head"])
    return _label(allowance) if allowance else str(line["head"])


def _claimed(line: dict[str, Any]) -> str:
    amount = pounds(line["pence"])
    allowance = BY_HEAD.get(line["head"])
    if allowance and "quantity" in line:
        told = _("{amount} ({count}, at {each} for each {unit})")
        each = pounds(allowance.pence or 0)
        return told.format(amount=amount, count=line["quantity"], each=each, unit=allowance.unit)
    return amount
