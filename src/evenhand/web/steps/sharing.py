"""Letting one other person read something of one's own, and taking that back for the time ahead."""

from collections.abc import Iterator
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from evenhand.casework import actions
from evenhand.casework.door import Entry, standings_in
from evenhand.casework.heart.steps import STEPS, Step
from evenhand.casework.recording import Done
from evenhand.people.policy import Lot, Standing, may_read
from evenhand.people.policy.words import ROLES

from .asked import Asked
from .fields import Choose
from .forms import Said, StepForm, Turn
from .people_shown import called

NOT_TO_SHARE = frozenset({Step.SHARE, Step.STOP_SHARING, Step.ADD_PERSON})
SHORT = 80


def described(entry: Entry) -> str:
    """One entry in a line: what, when, and how it begins."""
    told = entry.told
    begins = str(told.get("words") or told.get("name") or "")
    words = f"{STEPS[entry.event.step].happened}, {date_format(entry.event.on, 'j F Y')}"
    return f"{words}: {begins[:SHORT]}{'…' if len(begins) > SHORT else ''}" if begins else words


def own(asked: Asked) -> list[Entry]:
    """The entries with something of the reader's own in them."""
    return [
        entry
        for entry in asked.seen.entries()
        if entry.event.step not in NOT_TO_SHARE
        and any(piece.owner == asked.actor.key for piece in entry.pieces)
    ]


def could_read(asked: Asked, entry: Entry) -> Iterator[Standing]:
    """Everybody who would read it if it were shared with them, and does not now."""
    mine = [piece for piece in entry.event.pieces if piece.owner == asked.actor.key]
    for one in standings_in(asked.seen.case, asked.seen.state):
        if one.key == asked.actor.key:
            continue
        now = [asked.seen.lot(piece, entry.event.number) for piece in mine]
        then = [_released(lot, one.key) for lot in now]
        pairs = zip(now, then, strict=True)
        if any(may_read(one, after) and not may_read(one, before) for before, after in pairs):
            yield one


def _released(lot: Lot, key: str) -> Lot:
    return Lot(
        lot.data_class,
        lot.owner,
        health=lot.health,
        released_to=lot.released_to | {key},
        sent_to=lot.sent_to,
        child_agrees=lot.child_agrees,
        part=lot.part,
    )


def _words(asked: Asked, one: Standing) -> str:
    name = called(asked.seen, one.key)
    return f"{name} ({ROLES[one.role]})" if one.key in asked.seen.state.people else ROLES[one.role]


class Share(StepForm):
    """Something of one's own, for one other person."""

    asks_day = False

    number = Choose(label=lazy("What?"), missing=lazy("Choose what."))
    with_key = Choose(label=lazy("With whom?"), missing=lazy("Choose with whom."))

    def arrange(self) -> None:
        """What is one's own, and who could read it."""
        self.entries = {str(entry.number): entry for entry in own(self.asked)}
        self.readers = {number: list(could_read(self.asked, one)) for number, one in self.entries.items()}
        shown = {number: one for number, one in self.entries.items() if self.readers[number]}
        everybody = {one.key: one for readers in self.readers.values() for one in readers}
        what: Any = self.fields["number"]
        whom: Any = self.fields["with_key"]
        what.choices = [(number, described(one)) for number, one in shown.items()]
        whom.choices = [(key, _words(self.asked, one)) for key, one in everybody.items()]

    def can(self) -> str:
        """Nothing where there is nothing of one's own that could be shared."""
        what: Any = self.fields["number"]
        return "" if what.choices else _("There is nothing of yours here that could be shared with somebody.")

    def before(self) -> list[Said]:
        """What sharing is."""
        return [
            lazy("Only the person whom you choose can read it, and only what you choose."),
            lazy("You can stop sharing later. What they have read by then cannot be unread."),
        ]

    def clean(self) -> dict[str, Any]:
        """Not everything can be shared with everybody."""
        given = super().clean() or {}
        if given.get("number") and given.get("with_key"):
            keys = [one.key for one in self.readers[given["number"]]]
            if given["with_key"] not in keys:
                self.add_error("with_key", _("This cannot be shared with them, or they can read it already."))
        return given

    def act(self, turn: Turn) -> Done:
        """Share it."""
        given = self.cleaned_data
        number = self.entries[given["number"]].event.number
        return actions.share(**turn.given, number=number, with_key=given["with_key"])


class StopSharing(StepForm):
    """From now on the other no longer reads it."""

    asks_day = False

    shared = Choose(
        label=lazy("What, and with whom?"), missing=lazy("Choose what is no longer to be shared.")
    )

    def arrange(self) -> None:
        """What is shared now."""
        self.found = list(self._shared())
        field: Any = self.fields["shared"]
        field.choices = [
            (str(n), f"{described(entry)} ({called(self.asked.seen, key)})")
            for n, (entry, key) in enumerate(self.found)
        ]

    def _shared(self) -> Iterator[tuple[Entry, str]]:
        for entry in own(self.asked):
            for key in sorted(self.asked.seen.state.shares.get(entry.event.number, ())):
                yield entry, key

    def can(self) -> str:
        """Nothing where nothing is shared."""
        return "" if self.found else _("Nothing of yours is shared with anybody.")

    def before(self) -> list[Said]:
        """What it cannot do."""
        return [lazy("What they have read by now cannot be unread.")]

    def act(self, turn: Turn) -> Done:
        """Stop it."""
        entry, key = self.found[int(self.cleaned_data["shared"])]
        return actions.stop_sharing(**turn.given, number=entry.event.number, with_key=key)
