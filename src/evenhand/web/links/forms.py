"""What a link that works once asks for, and the step that it takes."""

from datetime import date
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from evenhand import clock
from evenhand.casework import actions
from evenhand.casework.heart.stages import Kind
from evenhand.casework.heart.times import earliest_day
from evenhand.casework.links import Opened, Purpose
from evenhand.casework.recording import Done
from evenhand.law.calendars import REGULATIONS
from evenhand.web.steps.coming import FreeTimes
from evenhand.web.steps.fields import Line, YesOrNo
from evenhand.web.steps.saying import HowItWent

from .words import SOMEBODY, WHO

DAYS_ASKED = 10
Said = str | Promise


class LinkForm(forms.Form):
    """One thing that is asked. `act` does it in the name of the link, today."""

    def __init__(self, opened: Opened, data: Any = None) -> None:
        self.opened, self.today = opened, clock.today_in_london()
        super().__init__(data, use_required_attribute=False, auto_id="%s")
        self.arrange()

    def arrange(self) -> None:
        """Fit the fields to what is asked."""

    def before(self) -> list[Said]:
        """What is said before the fields."""
        return []

    def act(self, opened: Opened) -> Done:
        """Take the step."""
        raise NotImplementedError

    def given(self, opened: Opened) -> dict[str, Any]:
        """What every action is told."""
        return {"case": opened.case, "by": opened.actor, "on": self.today}


class Representative(LinkForm):
    """Who comes for a body, or in whose stead, and that they can decide."""

    name = Line(label=lazy("Who will come?"), missing=lazy("Type the name."), longest=200)
    post = Line(label=lazy("What is their post?"), missing=lazy("Type their post."), longest=200)
    can_decide = YesOrNo(
        label=lazy("Can they decide the issues at the meeting, without asking anybody first?"),
        missing=lazy("Choose yes or no."),
    )

    def before(self) -> list[Said]:
        """Why it is asked."""
        return [
            self._why(),
            lazy(
                "What you send takes the place of what was sent before. Everybody in the case can read the name and "
                "the post, and if they can decide: people may know whom they will meet."
            ),
        ]

    def _why(self) -> Said:
        if self.opened.state.kind is Kind.MEDIATION:
            return lazy(
                "Somebody must come who can settle it (regulation 37(1)). A stand-in who can is welcome."
            )
        return lazy("Send somebody who can settle it. A stand-in who can is welcome.")

    def act(self, opened: Opened) -> Done:
        """Name them."""
        typed = self.cleaned_data
        return actions.name_representative(
            **self.given(opened),
            side=opened.link.key,
            name=typed["name"],
            post=typed["post"],
            can_decide=typed["can_decide"],
        )


class Free(LinkForm):
    """When somebody is free, from the first day on which a meeting could still be."""

    def arrange(self) -> None:
        """A line for each of the next days for which there is time to give notice."""
        first = earliest_day(self.today)
        self.days: list[date] = [first if not n else REGULATIONS.after(first, n) for n in range(DAYS_ASKED)]
        for day in self.days:
            self.fields[f"free-{day.isoformat()}"] = FreeTimes(day)

    def before(self) -> list[Said]:
        """How to type, and who sees it."""
        return [
            lazy(
                "Type when you have time, such as 9:30 to 12, 2pm to 4pm, morning, or all day. Leave the others empty."
            ),
            lazy(
                "Everybody in the case can see these times. Nobody sees why another time does not suit you."
            ),
        ]

    def clean(self) -> dict[str, Any]:
        """One time at least."""
        given = super().clean() or {}
        if not self.errors and not any(given.values()):
            self.add_error(
                f"free-{self.days[0].isoformat()}", _("Type one time at least at which you are free.")
            )
        return given

    def act(self, opened: Opened) -> Done:
        """Give the times of these days; those of other days stay as they were."""
        asked = {day.isoformat() for day in self.days}
        kept = [half for half in opened.state.free.get(opened.link.key, ()) if half[:10] not in asked]
        new = [half for day in asked for half in self.cleaned_data.get(f"free-{day}", [])]
        return actions.give_availability(**self.given(opened), key=opened.link.key, times=[*kept, *new])


class Consent(LinkForm):
    """Whether somebody may come. Who it is, is told on the telephone: names are not for a link."""

    consents = YesOrNo(label=lazy("May they come?"))

    def before(self) -> list[Said]:
        """About whom, and that no reason is asked."""
        role = self.opened.state.people[self.opened.about].role
        who = _("You are asked about %(who)s.") % {"who": WHO.get(role, SOMEBODY)}
        return [
            f"{who} {_('Ring us if you want to know who it is before you answer.')}",
            lazy("You do not have to say why."),
        ]

    def act(self, opened: Opened) -> Done:
        """Record the answer."""
        return actions.consent_to_person(
            **self.given(opened),
            party=opened.link.key,
            key=opened.about,
            consents=self.cleaned_data["consents"],
        )


class Meet(LinkForm):
    """Whether a party agrees to meet."""

    agrees = YesOrNo(label=lazy("Do you agree to meet?"))

    def before(self) -> list[Said]:
        """That nothing is read into the answer."""
        return [
            lazy("It is free. Nobody has to meet, and nobody has to say why not."),
            lazy("Your answer says nothing about who is right, and closes no other way."),
        ]

    def act(self, opened: Opened) -> Done:
        """Record the answer."""
        take = actions.agree_to_meet if self.cleaned_data["agrees"] else actions.refuse_to_meet
        return take(**self.given(opened), party=opened.link.key)


class Feedback(HowItWent, LinkForm):
    """How it went."""

    def act(self, opened: Opened) -> Done:
        """Give it."""
        return actions.give_feedback(**self.given(opened), **self.said())


FORMS: dict[Purpose, type[LinkForm]] = {
    Purpose.REPRESENTATIVE: Representative,
    Purpose.FREE: Free,
    Purpose.CONSENT: Consent,
    Purpose.MEET: Meet,
    Purpose.FEEDBACK: Feedback,
}
"""The form of each kind of link."""
