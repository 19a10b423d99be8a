"""The agreement as it is written: thing by thing, with the law’s day for each kind beside it."""

from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from evenhand.casework import actions
from evenhand.casework.actions.outcomes import ACTIONS
from evenhand.casework.heart.dues import facts_of
from evenhand.casework.recording import Done
from evenhand.law import FactsRefused, advise

from .asked import Asked
from .fields import Choose, Day, Select, Words
from .forms import Said, StepForm, Turn
from .people_shown import BODIES, body_name

MOST_ITEMS = 20
SIDES = (*BODIES, "family")
LAW_STEPS = {
    "notify": lazy("notice that it will assess"),
    "reasons": lazy("reasons, if no plan follows"),
    "draft": lazy("draft plan"),
    "final": lazy("final plan"),
}


def side_words(asked: Asked, side: str) -> str:
    """Who is to do a thing."""
    return _("The family") if side == "family" else body_name(asked.seen, side)


def law_days(asked: Asked, made_on: date) -> dict[str, str]:
    """For each kind of thing, the law's days if the agreement is made on a day (reg 42 with 44); empty without law."""
    facts = facts_of(asked.seen.state, asked.today)
    party = any(one.side == "authority" for one in asked.seen.state.parties)
    facts["agreement"] = {
        "made_on": made_on.isoformat(),
        "authority_was_party": party,
        "items": [{"action": action} for action in ACTIONS],
    }
    found: dict[str, list[str]] = {action: [] for action in ACTIONS}
    try:
        dates = advise(facts).dates
    except FactsRefused:
        return {}
    for one in dates:
        if one.date == "carry_out_agreement" and one.item is not None and one.on is not None:
            day = date_format(one.on, "j F Y")
            step = LAW_STEPS.get(one.step or "")
            found[list(ACTIONS)[one.item]].append(f"{step}: {day}" if step else day)
    return {action: "; ".join(days) for action, days in found.items() if days}


class DraftAgreement(StepForm):
    """Thing by thing; a button adds one more and another takes the last away, and what was typed stays."""

    template = "steps/draft.html"

    def arrange(self) -> None:
        """As many things as there are, or were posted."""
        draft = self.asked.seen.state.agreement
        self.count = self._counted(len(draft.items) if draft else 1)
        there = {one.side for one in self.asked.seen.state.parties}
        sides = [(side, side_words(self.asked, side)) for side in SIDES if side in there]
        for n in range(self.count):
            self.fields |= self._fields(n, sides)
        self.order_fields([name for n in range(self.count) for name in self._fields(n, sides)])

    def _counted(self, known: int) -> int:
        if not self.is_bound:
            return known
        typed = str(self.data.get("count", ""))
        count = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 3 else 1
        if "more" in self.data:
            count += 1
        elif "less" in self.data:
            count -= 1
        return min(max(count, 1), MOST_ITEMS)

    @property
    def only_another(self) -> bool:  # type: ignore[override]
        """True if the button was one that changes how many there are."""
        return self.is_bound and ("more" in self.data or "less" in self.data)

    def _fields(self, n: int, sides: list[tuple[str, str]]) -> dict[str, Any]:
        which = _("Thing {number}: ").format(number=n + 1)
        what = Words(
            label=_("What will be done?"), missing=which + _("say what will be done."), rows=3, longest=2000
        )
        what.heading = _("Thing {number}").format(number=n + 1)  # type: ignore[attr-defined]
        return {
            f"what-{n}": what,
            f"who-{n}": Choose(
                label=_("Who does it?"), choices=sides, missing=which + _("choose who does it.")
            ),
            f"action-{n}": Select(
                label=_("What kind of thing is it?"),
                choices=list(ACTIONS.items()),
                missing=which + _("choose what kind of thing it is."),
            ),
            f"by-{n}": Day(
                label=_("A day that all agreed in writing"),
                help_text=_("Leave it empty for the law’s own day. For example, 27 3 2026"),
            ),
        }

    def full_clean(self) -> None:
        """Nothing is wrong yet while things are added or taken away."""
        super().full_clean()
        if self.only_another:
            self._errors = self.error_class()  # type: ignore[attr-defined]

    def begin(self) -> dict[str, Any]:
        """The draft as it stands."""
        draft = self.asked.seen.state.agreement
        known: dict[str, Any] = {}
        for n, item in enumerate(draft.items if draft else ()):
            known |= {
                f"what-{n}": item.what,
                f"who-{n}": item.who,
                f"action-{n}": item.action,
                f"by-{n}": item.by,
            }
        return known

    def before(self) -> list[Said]:
        """That a change asks everybody again."""
        said: list[Said] = [lazy("Write down what was agreed, and nothing of how it came about.")]
        if self.asked.seen.state.agreement is not None:
            said.append(lazy("A change asks every party again: what they approved before no longer counts."))
        return said

    def kinds(self) -> list[tuple[str, str]]:
        """The law's days for each kind of thing, if the agreement were made today."""
        days = law_days(self.asked, self.asked.today)
        return [(words, days[action]) for action, words in ACTIONS.items() if action in days]

    def act(self, turn: Turn) -> Done:
        """Write the draft."""
        given = self.cleaned_data
        items = [
            {name: given[f"{name}-{n}"] for name in ("what", "who", "action", "by")}
            for n in range(self.count)
        ]
        return actions.draft_agreement(**turn.given, items=items)
