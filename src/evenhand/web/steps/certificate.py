"""Issuing the mediation certificate: check what it will say; where the law allows none, what can be done instead."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from evenhand.casework import actions
from evenhand.casework.actions.outcomes import ground_of
from evenhand.casework.heart.dues import advice_of
from evenhand.law.answer import RouteAnswer
from evenhand.people.policy import DataClass

from .forms import OnlyTheDay, Row, Said
from .people_shown import body_name, families

GROUNDS = {
    "took_part": (lazy("The family took part in mediation"), "s. 55(5)"),
    "cannot_arrange": (lazy("The authority could not arrange mediation in time"), "s. 55(5); reg. 39(3)"),
    "does_not_wish": (lazy("The family does not wish to mediate"), "s. 55(4); reg. 34(1)"),
}
INSTEAD = (
    lazy(
        "This is not the end of the way. A family whose certificate is late or missing can ask the Tribunal for its "
        "leave to appeal without one (regulation 34(3)), and say why the time was missed."
    ),
    lazy(
        "If the last day for the appeal is near, send the appeal now, say that the certificate is to follow, and ask "
        "the Tribunal for more time. The free advice service of the area can help with it."
    ),
)


class IssueCertificate(OnlyTheDay):
    """Names, ground and law to check, then the record of the certificate."""

    action = actions.issue_certificate

    def _route(self) -> RouteAnswer:
        return advice_of(self.asked.seen.state, self.asked.today).route("certificate")

    def can(self) -> str:
        """The law’s own reason where it allows none now."""
        route = self._route()
        if route.state == "open":
            return ""
        return " ".join(reason.text for reason in route.because)

    def instead(self) -> list[Said]:
        """The law’s own words for how the certificate stands, and the way without one."""
        said: list[Said] = [] if self.can() else [reason.text for reason in self._route().because]
        return [*said, *INSTEAD] if "certificate_issued" not in self.asked.seen.state.facts else said

    def before(self) -> list[Said]:
        """What is recorded here."""
        return [
            lazy("Check this before you issue it. A certificate says nothing of what was said or offered."),
        ]

    def rows(self) -> list[Row]:
        """What it will say, and what it rests on."""
        seen = self.asked.seen
        words, law = GROUNDS[ground_of(seen.state)]
        found = [Row(_("For"), ", ".join(name for _key, name in families(seen)))]
        if child := self._child():
            found.append(Row(_("Child or young person"), child))
        found += [
            Row(_("The decision of"), body_name(seen, "authority")),
            Row(_("Why it is issued"), words),
            Row(_("The law"), law),
            Row(_("What the law says"), " ".join(reason.text for reason in self._route().because)),
        ]
        return found

    def _child(self) -> str:
        said = ""
        for _event, piece in self.asked.seen.of_class(DataClass.CHILD_IDENTITY):
            said = (piece.body or {}).get("child", {}).get("name", said)
        return said
