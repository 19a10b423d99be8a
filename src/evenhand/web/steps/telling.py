"""Those who must be told, and what they answer."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from evenhand.casework import actions
from evenhand.people.policy import DataClass

from .fields import Day
from .forms import EXAMPLE, OnlyTheDay, Row, Said
from .people_shown import body_name, called


class TellAuthority(OnlyTheDay):
    """The authority is told of the wish and of the issues."""

    action = actions.tell_authority

    def before(self) -> list[Said]:
        """What begins with it."""
        return [
            lazy("From the day on which it is told, the authority has thirty days to arrange the mediation."),
            lazy("A message with a link to the issues goes to it when you press the button."),
        ]

    def rows(self) -> list[Row]:
        """What it is told."""
        seen = self.asked.seen
        found = [Row(_("Who is told"), body_name(seen, "authority"))]
        said = [piece.body or {} for _event, piece in seen.of_class(DataClass.MEDIATION_ISSUES)]
        if said:
            found.append(Row(_("The issues"), said[-1].get("issues", "")))
            if said[-1].get("health_provision"):
                found.append(Row(_("Health help that is wanted"), said[-1]["health_provision"]))
        return found


class TellCommissioner(OnlyTheDay):
    """The commissioning body has had the authority’s notice."""

    action = actions.tell_commissioner

    def can(self) -> str:
        """Only where health is an issue."""
        if self.asked.seen.state.health:
            return ""
        return _("Health is not an issue in this case, so the commissioning body is not told of it.")

    def before(self) -> list[Said]:
        """Whose duty it is."""
        return [
            lazy(
                "The authority tells the commissioning body within three working days of being told itself."
            ),
            lazy("The day is the one on which the commissioning body had the notice."),
        ]


class CannotArrange(OnlyTheDay):
    """The authority cannot arrange mediation within thirty days."""

    action = actions.cannot_arrange
    asks_family_day = True

    def before(self) -> list[Said]:
        """What follows from it."""
        return [
            lazy("The day is the one on which the adviser was told."),
            lazy(
                "The certificate is then issued within three working days. Mediation can still follow, and its "
                "outcome is recorded as usual."
            ),
        ]


class RecordAppeal(OnlyTheDay):
    """The Tribunal has an appeal about the same decision."""

    action = actions.record_appeal
    asks_family_day = True

    on = Day(
        label=lazy("When did the Tribunal get the appeal?"), help_text=EXAMPLE, missing=lazy("Type the day.")
    )

    def before(self) -> list[Said]:
        """That mediation goes on."""
        if self.asked.area.plain:
            return [lazy("You can still talk and go to mediation after you appeal.")]
        return [lazy("Mediation can go on beside an appeal.")]


class InviteParties(OnlyTheDay):
    """Everybody is asked if they agree to meet."""

    action = actions.invite_parties

    def before(self) -> list[Said]:
        """What it is and is not."""
        return [
            lazy("Everybody is asked if they agree to meet. Nobody has to, and nobody has to say why not."),
            lazy("There is no certificate and no clock in law here, and no other way is closed by it."),
        ]

    def rows(self) -> list[Row]:
        """Who is asked."""
        seen = self.asked.seen
        return [Row(called(seen, one.key), _side(one.side)) for one in seen.state.parties]


def _side(side: str) -> str:
    words = {
        "family": _("The family"),
        "authority": _("The authority"),
        "commissioning_body": _("The commissioning body"),
        "setting": _("The school or college"),
    }
    return words.get(side, "")
