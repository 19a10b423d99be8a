"""The agreement as it is read: approved by each party, made, and followed."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from evenhand.casework import actions
from evenhand.casework.actions.outcomes import not_yet_approved, steps_of
from evenhand.casework.heart.state import Item
from evenhand.casework.recording import Done
from evenhand.people.policy import SHARED, DataClass
from evenhand.web.agreements import STEPS

from .agreeing import law_days, side_words
from .fields import Choose, Words, YesOrNo
from .forms import OnlyTheDay, Row, Said, StepForm, Turn, nobody
from .people_shown import called, for_whom


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
        field.choices = list(self._things())

    def _things(self) -> Iterator[tuple[str, str]]:
        """Each thing, or each step of it where the law gives the steps days of their own."""
        for n, item in enumerate(self.agreed()):
            steps = steps_of(item.action)
            for step in steps:
                yield f"{n}:{step}", f"{item.what.rstrip('.')}: {STEPS[step]}"
            if not steps:
                yield str(n), item.what

    def begin(self) -> dict[str, Any]:
        """The thing that the address names, if it names one: the first step of it that was not done yet."""
        wanted = self.asked.query.get("item", "")
        agreement = self.asked.seen.state.agreement
        for choice, _words in self._things():
            n, _colon, step = choice.partition(":")
            done = agreement.items[int(n)].steps_done if agreement else {}
            if n == wanted and step not in done:
                return {"item": choice}
        return {"item": wanted}

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
        item, _colon, step = given["item"].partition(":")
        return actions.report_action(
            **turn.given,
            party=self.chosen("party"),
            item=int(item),
            step=step,
            done=given["done"],
            words=given["words"],
        )
