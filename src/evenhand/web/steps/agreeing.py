"""The agreement: written thing by thing, read and approved, made, and followed."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from evenhand.casework import actions
from evenhand.casework.actions.outcomes import ACTIONS, not_yet_approved
from evenhand.casework.heart.dues import facts_of
from evenhand.casework.heart.state import Item
from evenhand.casework.recording import Done
from evenhand.law import FactsRefused, advise
from evenhand.people.policy import SHARED, DataClass

from .asked import Asked
from .fields import Choose, Day, Select, Words, YesOrNo
from .forms import OnlyTheDay, Row, Said, StepForm, Turn, nobody
from .people_shown import BODIES, body_name, called, for_whom

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


class _OfTheAgreement(StepForm):
    """A step that reads the agreement as it stands."""

    def agreed(self) -> list[Item]:
        """Its things, if the reader may read them."""
        draft = self.asked.seen.state.agreement
        if draft is None or not any(True for _ in self.asked.seen.of_class(DataClass.AGREEMENT)):
            return []
        return draft.items

    def rows(self) -> list[Row]:
        """Each thing, who does it, and by when."""
        return [
            Row(f"{number}. {side_words(self.asked, item.who)}", says)
            for number, (item, says) in enumerate(self._said(), 1)
        ]

    def _said(self) -> Iterator[tuple[Item, str]]:
        days = law_days(self.asked, self._made_on())
        for item in self.agreed():
            if item.by is not None:
                by = _("By {day}, as agreed.").format(day=date_format(item.by, "j F Y"))
            elif item.action in days:
                by = _("By law: {days}.").format(days=days[item.action])
            else:
                by = _("The law sets no day.")
            yield item, f"{item.what}\n{by}"

    def _made_on(self) -> date:
        draft = self.asked.seen.state.agreement
        return draft.made_on if draft and draft.made_on else self.asked.today


class ApproveAgreement(_OfTheAgreement):
    """A party approves the version that it reads here."""

    template = "steps/approve.html"
    asks_day = False

    party = Choose(label=lazy("Which party approves it?"), missing=lazy("Choose which party approves it."))

    def arrange(self) -> None:
        """The parties who have not approved it yet."""
        self.version = self.asked.seen.state.agreement.version if self.asked.seen.state.agreement else 0
        self.only_choice("party", self._waiting())

    def before(self) -> list[Said]:
        """What to do if it is not right."""
        if not self.asked.acts_for_a_party:
            return [
                lazy("Approve it for a party only if they told you that they have read it and agree to it.")
            ]
        return [
            lazy("Read all of it. You do not have to approve it."),
            lazy("If something is not right, do not approve it. Write to the mediator what should change."),
        ]

    def _waiting(self) -> list[tuple[str, str]]:
        waiting = not_yet_approved(self.asked.seen.state)
        return [(key, words) for key, words in for_whom(self.asked) if key in waiting]

    def can(self) -> str:
        """Nothing without an agreement, for who has approved it, or for who does not decide for their body."""
        if not self.agreed():
            return _("There is no agreement to read yet.")
        if self.asked.acts_for_a_party and not self.asked.may_approve(DataClass.AGREEMENT, SHARED):
            return _(
                "Whoever can decide for your organisation approves the agreement. You can read it on the case."
            )
        if not self._waiting():
            return _("There is nothing left to approve: this version has been approved.")
        return ""

    def act(self, turn: Turn) -> Done:
        """Approve the version that was read."""
        typed = str(self.data.get("version", ""))
        version = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 6 else 0
        return actions.approve_agreement(**turn.given, party=self.chosen("party"), version=version)


class MakeAgreement(OnlyTheDay, _OfTheAgreement):
    """All have approved it: it is made, and its days run."""

    action = actions.make_agreement

    def can(self) -> str:
        """Not before every party has approved it."""
        seen = self.asked.seen
        if seen.state.agreement is None:
            return _("Nothing has been written down yet. The mediator writes the agreement first.")
        waiting = [called(seen, key) for key in not_yet_approved(seen.state)]
        if waiting:
            told = _("Not everybody has approved the agreement yet. We wait for: {names}.")
            return told.format(names=", ".join(waiting))
        return ""

    def before(self) -> list[Said]:
        """What begins with it."""
        return [lazy("From the day it is made, the days of each thing run (reg. 42).")]


class ReportAction(_OfTheAgreement):
    """One side says if a thing was done."""

    asks_family_day = True

    party = Choose(label=lazy("Who says so?"), missing=lazy("Choose who says so."))
    item = Choose(label=lazy("Which thing?"), missing=lazy("Choose which thing."))
    done = YesOrNo(label=lazy("Was it done?"))
    words = Words(label=lazy("Anything to add"), rows=3, longest=2000)

    def arrange(self) -> None:
        """The things agreed."""
        words: Any = self.fields["words"]
        words.reads = _("Who will read this: everybody who made the agreement, and the mediator.")
        self.only_choice("party", for_whom(self.asked))
        field: Any = self.fields["item"]
        field.choices = [(str(n), item.what) for n, item in enumerate(self.agreed())]

    def can(self) -> str:
        """Nothing without an agreement."""
        if not for_whom(self.asked):
            return nobody()
        return "" if self.agreed() else _("There is no agreement that you can read here.")

    def before(self) -> list[Said]:
        """What can be done if it was not."""
        return [
            lazy(
                "If something was not done in time, ask for it in writing and say which day has passed. If nothing "
                "happens, you can complain to the council, then to the Ombudsman. A court can be asked too."
            )
        ]

    def act(self, turn: Turn) -> Done:
        """Record what this side says."""
        given = self.cleaned_data
        return actions.report_action(
            **turn.given,
            party=self.chosen("party"),
            item=int(given["item"]),
            done=given["done"],
            words=given["words"],
        )
