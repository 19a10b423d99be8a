"""Words that people wrote: one's own notes, what went to the mediator, what somebody shows, what the child said."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from evenhand.people.policy import DataClass

from .sight import Sight, Told
from .words import BY


@dataclass(frozen=True)
class Written:
    """Words that somebody wrote: the day, by whom, and the words."""

    on: date
    by: str
    words: str


def private_notes(sight: Sight) -> tuple[Written, ...]:
    """The reader's own notes, the newest first."""
    return _written(sight, DataClass.FAMILY_PRIVATE)


def some_are_shown(sight: Sight) -> bool:
    """True if the reader let somebody else read a note of theirs."""
    return any(
        sight.state.shares.get(told.event.number)
        for told, piece in sight.of(DataClass.FAMILY_PRIVATE)
        if piece.owner == sight.me.key
    )


def shown_to_me(sight: Sight) -> tuple[Written, ...]:
    """What somebody else let the reader read of their own, the newest first."""
    found = [
        Written(told.event.on, _by(sight, told), (piece.body or {})["words"])
        for kind in (DataClass.FAMILY_PRIVATE, DataClass.ADVISER_RECORD, DataClass.MESSAGE_TO_MEDIATOR)
        for told, piece in sight.of(kind)
        if piece.owner != sight.me.key and "words" in (piece.body or {})
    ]
    return tuple(sorted(found, key=lambda one: one.on, reverse=True))


def messages(sight: Sight) -> tuple[Written, ...]:
    """What went between the reader and the mediator, the newest first."""
    return _written(sight, DataClass.MESSAGE_TO_MEDIATOR)


def _written(sight: Sight, data_class: DataClass) -> tuple[Written, ...]:
    found = [
        Written(told.event.on, _by(sight, told), (piece.body or {})["words"])
        for told, piece in sight.of(data_class)
        if piece.owner == sight.me.key and "words" in (piece.body or {})
    ]
    return tuple(reversed(found))


def _by(sight: Sight, told: Told) -> str:
    if told.event.by.key == sight.me.key:
        return _("you")
    return str(BY[told.event.by.role]) if told.event.by.role else ""


def childs_views(sight: Sight) -> tuple[Written, ...]:
    """What the child said, if the child lets the reader read it; the newest first."""
    found = [
        Written(told.event.on, "", (piece.body or {})["words"])
        for told, piece in sight.of(DataClass.CHILDS_VIEWS)
        if "words" in (piece.body or {})
    ]
    return tuple(reversed(found))
