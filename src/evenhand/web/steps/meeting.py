"""The meeting: where and when, notice of it, another day, and none at all."""

from contextlib import suppress
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from evenhand.casework import actions
from evenhand.casework.actions.meetings import HOW
from evenhand.casework.heart.dues import dues_of
from evenhand.casework.heart.times import NOTICE_DAYS, earliest_day
from evenhand.casework.recording import Done
from evenhand.casework.room import room_of
from evenhand.law.calendars import REGULATIONS
from evenhand.people.policy import SHARED, DataClass

from .asked import Asked
from .fields import Choose, Clock, Day, Line, Words
from .forms import EXAMPLE, OnlyTheDay, Row, Said, StepForm, Turn
from .people_shown import called
from .reads import who_reads


class FixMeeting(StepForm):
    """Where and when, and how people get in."""

    meeting_on = Day(
        label=lazy("Day of the meeting"),
        help_text=lazy("For example, 27 3 2026"),
        missing=lazy("Type the day of the meeting."),
    )
    starts = Clock(
        label=lazy("Begins at"), help_text=lazy("For example, 10:00"), missing=lazy("Type when it begins.")
    )
    ends = Clock(
        label=lazy("Ends at"), help_text=lazy("For example, 12:30"), missing=lazy("Type when it ends.")
    )
    how = Choose(
        label=lazy("How is it held?"), choices=list(HOW.items()), missing=lazy("Choose how it is held.")
    )
    link = Line(label=lazy("Link, if it is online"), longest=500)
    place = Words(label=lazy("Address, if it is in person"), rows=3, longest=500)
    access = Words(
        label=lazy("How to get in, and what is there"),
        help_text=lazy("Step-free ways, parking, a quiet room, a number to ring on the day."),
        rows=3,
        longest=1000,
    )
    on = Day(
        label=lazy("When was it fixed?"),
        help_text=EXAMPLE,
        missing=lazy("Type the day on which it was fixed."),
    )

    def arrange(self) -> None:
        """A meeting lies ahead; everybody reads where it is."""
        day: Any = self.fields["meeting_on"]
        access: Any = self.fields["access"]
        day.earliest, day.why_not_before = self.asked.seen.state.opened_on, ""
        access.reads = who_reads(self.asked, DataClass.DATES, SHARED)

    def before(self) -> list[Said]:
        """The days that the law sets around it."""
        said = [_time_for_notice(self.asked)]
        for due in dues_of(self.asked.seen.state, self.asked.today):
            if due.name == "arrange_mediation" and due.on and not due.met:
                last = _("The mediation is to be arranged by {day} ({law}).")
                said.append(last.format(day=date_format(due.on, "l j F Y"), law=due.law))
        said += [
            _("{name} needs: {needs}").format(name=name, needs=needs) for name, needs in needs_of(self.asked)
        ]
        return list(said)

    def begin(self) -> dict[str, Any]:
        """The day and times that the address gives, as a list of common times does."""
        query = self.asked.query
        found: dict[str, Any] = {name: query[name][:20] for name in ("starts", "ends") if name in query}
        with suppress(ValueError):
            found["meeting_on"] = date.fromisoformat(query.get("day", ""))
        return found

    def clean(self) -> dict[str, Any]:
        """What cannot be a meeting is said beside its field."""
        given = super().clean() or {}
        if given.get("how") == "in_person" and not given.get("place"):
            self.add_error("place", _("Type the address, and how one gets in."))
        if given.get("how") == "online" and not given.get("link"):
            self.add_error("link", _("Type the link to the meeting."))
        if given.get("starts") and given.get("ends") and given["ends"] <= given["starts"]:
            self.add_error("ends", _("The meeting ends before it begins. Check both times."))
        if given.get("meeting_on") and given.get("on") and given["meeting_on"] < given["on"]:
            self.add_error(
                "meeting_on", _("The meeting lies before the day on which it was fixed. Check both.")
            )
        return given

    def where(self) -> dict[str, Any]:
        """What the actions ask of a meeting."""
        names = ("meeting_on", "starts", "ends", "how", "place", "link", "access")
        return {name: self.cleaned_data[name] for name in names}

    def act(self, turn: Turn) -> Done:
        """Fix it."""
        return actions.fix_meeting(**turn.given, **self.where())


class ChangeMeeting(FixMeeting):
    """Another day, time or place, and why."""

    why = Line(
        label=lazy("Who asked for the change, and why?"),
        help_text=lazy("Everybody in the case can read this. Say no more than they need."),
        missing=lazy("Say who asked, and why."),
        longest=500,
    )

    def begin(self) -> dict[str, Any]:
        """The meeting as it stands, but for what the address gives."""
        meeting = self.asked.seen.state.meeting
        if meeting is None:
            return {}
        where: dict[str, Any] = {}
        for _event, piece in self.asked.seen.of_class(DataClass.DATES):
            body = piece.body or {}
            if "link" in body and "place" in body:
                where = {name: body.get(name, "") for name in ("place", "link", "access")}
        said = {"meeting_on": meeting.on, "starts": meeting.starts, "ends": meeting.ends, "how": meeting.how}
        return said | where | super().begin()

    def before(self) -> list[Said]:
        """That notice is given again."""
        return [
            lazy("Everybody is told at once, and notice of the new day is given again."),
            *super().before(),
        ]

    def act(self, turn: Turn) -> Done:
        """Change it."""
        return actions.change_meeting(**turn.given, **self.where(), why=self.cleaned_data["why"])


class CancelMeeting(StepForm):
    """The meeting will not take place."""

    why = Line(
        label=lazy("Who asked for it, and why?"),
        help_text=lazy("Everybody in the case can read this. Say no more than they need."),
        missing=lazy("Say who asked, and why."),
        longest=500,
    )

    def act(self, turn: Turn) -> Done:
        """Cancel it."""
        return actions.cancel_meeting(**turn.given, why=self.cleaned_data["why"])


class GiveNotice(OnlyTheDay):
    """Everybody is told the day and place; what is still missing is said first."""

    action = actions.give_notice
    template = "steps/notice.html"

    def rows(self) -> list[Row]:
        """The meeting, and who is told of it."""
        meeting = self.asked.seen.state.meeting
        if meeting is None:
            return []
        when = _("{day}, {starts} to {ends}").format(
            day=date_format(meeting.on, "l j F Y"), starts=meeting.starts, ends=meeting.ends
        )
        told = [called(self.asked.seen, one.key) for one in self.asked.seen.state.parties]
        return [
            Row(_("The meeting"), when),
            Row(_("How"), HOW.get(meeting.how, "")),
            Row(_("Who is told"), ", ".join(told)),
        ]

    def warnings(self) -> list[str]:
        """What a careful adviser would see to first. Nothing here stops the notice."""
        return [*self._short(), *self._missing()]

    def _short(self) -> list[str]:
        meeting = self.asked.seen.state.meeting
        if meeting is None or REGULATIONS.before(meeting.on, NOTICE_DAYS) >= self.asked.today:
            return []
        last = date_format(REGULATIONS.before(meeting.on, NOTICE_DAYS), "l j F Y")
        if not self.asked.mediates:
            return [_("This is short notice: people would have needed it by {day}.").format(day=last)]
        told = _(
            "The notice is short. The law asks for five clear working days, so it was due by {day} (reg. 37(2)). "
            "The family may agree to a shorter time. Ask them, and write down that they agreed; otherwise fix a "
            "later day."
        )
        return [told.format(day=last)]

    def _missing(self) -> list[str]:
        """Who must come and is not named, cannot decide, or waits for somebody’s word (regs 37, 38)."""
        found = []
        for one in room_of(self.asked.seen.state).missing:
            whom = f"{called(self.asked.seen, one.key)}: " if one.key else ""
            found.append(f"{whom}{one.says}{f' ({one.law})' if one.law else ''}")
        return found


def _time_for_notice(asked: Asked) -> str:
    first = earliest_day(asked.today)
    words = _("If notice goes out today, the first day with five clear working days before it is {day}.")
    return words.format(day=date_format(first, "l j F Y"))


def needs_of(asked: Asked) -> list[tuple[str, str]]:
    """What people need to take part, as far as the reader may know it: the newest word of each."""
    found: dict[str, str] = {}
    for _event, piece in asked.seen.of_class(DataClass.ACCESS_NEEDS):
        body = piece.body or {}
        if body.get("key") and body.get("needs"):
            found[body["key"]] = body["needs"]
    people = asked.seen.state.people
    return [
        (called(asked.seen, key), needs)
        for key, needs in found.items()
        if key in people and people[key].present
    ]
