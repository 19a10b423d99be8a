"""The agreement as its family reads it: each thing, who does it, by when, and what to do if it is not done."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from evenhand.casework.heart.state import ENDS_A_THING
from evenhand.casework.heart.steps import Step
from evenhand.people.policy import DataClass
from evenhand.web.family.answer import Day
from evenhand.web.steps.people_shown import called

from .days import Days, agreed_items
from .sight import Sight
from .words import SIDES


@dataclass(frozen=True)
class ItemShown:
    """One thing agreed: what, who does it, by when, how it stands, and what to do if it is not done."""

    what: str
    who: str
    by: str
    done: str
    late: bool
    if_not: str


def agreement(sight: Sight, days: Days) -> tuple[ItemShown, ...]:
    """What was agreed, item by item, as far as it may be read."""
    dated = {
        day.slot.split("-")[1]: day
        for day in days.all
        if day.name == "carry_out_agreement" and not day.theirs
    }
    return tuple(
        _item(sight, number, item, dated.get(str(number))) for number, item in enumerate(agreed_items(sight))
    )


def _item(sight: Sight, number: int, item: dict[str, str], day: Day | None) -> ItemShown:
    last = day.last if day is not None else ""
    late = day is not None and day.state == "passed"
    reports = [
        piece.body or {}
        for told, piece in sight.of(DataClass.AGREEMENT)
        if told.event.step is Step.REPORT_ACTION
        and (piece.body or {}).get("item") == number
        and (piece.body or {}).get("step", "") in ENDS_A_THING
    ]
    done = ""
    if reports:
        done = (
            _("It was said that this is done.")
            if reports[-1]["done"]
            else _("It was said that this is not done.")
        )
    is_done = bool(reports) and bool(reports[-1]["done"])
    return ItemShown(
        item["what"],
        str(SIDES.get(item["who"]) or called(sight.seen, item["who"])),
        "" if is_done else last,
        done,
        late and not is_done,
        "" if is_done else _if_not(item["who"]),
    )


def _if_not(who: str) -> str:
    if who == "authority":
        return _(
            "If it is not done: tell us, and write to the council. Name the day. If it still does not do it, "
            "complain to the council. After that you can ask the Ombudsman."
        )
    if who == "commissioning_body":
        return _(
            "If it is not done: tell us, and write to the health service. Name the day. If it still does not do "
            "it, complain to it."
        )
    return _("If it is not done: tell us. We ask them.")


def agreed_by(sight: Sight) -> str:
    """How far the agreement has come: who has still to say yes, or the day it was made."""
    draft = sight.state.agreement
    if draft is None or not agreed_items(sight):
        return ""
    if draft.made_on is not None:
        return _("Everybody said yes. It is made.")
    waiting = [
        _("you") if one.key == sight.me.key else called(sight.seen, one.key)
        for one in sight.state.parties
        if one.key not in draft.approved
    ]
    return _("It is not made yet. We wait for a yes from: %(who)s.") % {"who": ", ".join(waiting)}
