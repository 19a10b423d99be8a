"""Who is in the case: coming in, allowed to come, leaving."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from evenhand.casework import actions
from evenhand.casework.heart.stages import StepNotOpen
from evenhand.casework.recording import Done
from evenhand.people.policy import DataClass
from evenhand.people.roles import Role

from .fields import Choose, Line, Tick, Words, YesOrNo
from .forms import Row, Said, StepForm, Turn, nobody
from .people_shown import called, for_whom, names, present

KINDS: dict[str, tuple[Role, str, bool, Any]] = {
    "parent": (Role.PARENT, "family", True, lazy("A parent")),
    "young_person": (Role.YOUNG_PERSON, "family", True, lazy("The young person")),
    "supporter": (Role.SUPPORTER, "family", False, lazy("A supporter of the family")),
    "advice_service": (Role.ADVICE_SERVICE, "family", False, lazy("An advice service, or another person")),
    "authority": (Role.AUTHORITY_OFFICER, "authority", True, lazy("The authority")),
    "commissioning_body": (
        Role.COMMISSIONING_OFFICER,
        "commissioning_body",
        True,
        lazy("The commissioning body"),
    ),
    "setting": (Role.SETTING, "setting", True, lazy("The school, college or nursery")),
}
"""Who can come in: the role, the side, whether they are a party, and the words."""

HINTS = {
    "supporter": lazy(
        "The family’s first supporter comes as of right. Every party is asked about any other (reg. 38)."
    ),
    "advice_service": lazy("An interpreter, an expert or a friend, for instance. Every party is asked."),
}
REACHED_BY = ("phone", "email", "discreet", "language")
SHORT: dict[str, Any] = {"longest": 200}


class AddPerson(StepForm):
    """Somebody comes in, with how to reach them safely and what they need."""

    kind = Choose(label=lazy("Who is it?"), missing=lazy("Choose who it is."))
    name = Line(label=lazy("Name"), missing=lazy("Type the name."), **SHORT)
    phone = Line(label=lazy("Telephone number"), shape="tel", longest=40)
    email = Line(label=lazy("E-mail address for messages"), shape="email", **SHORT)
    discreet = Tick(label=lazy("Do not say who is calling, and leave no message"))
    language = Line(label=lazy("Language, if they need an interpreter"), longest=60)
    address = Words(label=lazy("Address for letters"), rows=3, longest=500)
    needs = Words(
        label=lazy("What they need to take part"),
        help_text=lazy(
            "A ramp, a signer, a break, big print. It goes with them to every meeting and letter."
        ),
        rows=3,
        longest=2000,
    )

    def arrange(self) -> None:
        """Bodies come in once; disagreement resolution has the setting, mediation has not."""
        people = self.asked.seen.state.people
        field: Any = self.fields["kind"]
        field.choices = [
            (kind, words)
            for kind, (_role, side, party, words) in KINDS.items()
            if not (party and side != "family" and side in people and people[side].present)
        ]
        field.hints = HINTS
        for name in ("phone", "needs"):
            words: Any = self.fields[name]
            words.reads = {
                "phone": _("Who will read this: they themselves, and the service. The other side does not."),
                "needs": _("Who will read this: they themselves, the adviser and the mediator."),
            }[name]

    def clean_email(self) -> str:
        """An address, if there is one. Raises `ValidationError`."""
        return sound_address(self.cleaned_data["email"])

    def act(self, turn: Turn) -> Done:
        """Add them."""
        given = self.cleaned_data
        role, side, party, _words = KINDS[given["kind"]]
        contact = {name: given[name] for name in ("phone", "email", "language") if given[name]}
        if given["discreet"]:
            contact["discreet"] = True
        return actions.add_person(
            **turn.given,
            role=role,
            side=side,
            name=given["name"],
            party=party,
            contact=contact,
            address=given["address"],
            needs=given["needs"],
        )


class DescribePerson(StepForm):
    """How somebody in the case is called and reached, and what they need. The address names them."""

    title = lazy("Change how somebody is reached")
    asks_day = False

    name = Line(label=lazy("Name"), **SHORT)
    phone = Line(label=lazy("Telephone number"), shape="tel", longest=40)
    email = Line(label=lazy("E-mail address for messages"), shape="email", **SHORT)
    discreet = Tick(label=lazy("Do not say who is calling, and leave no message"))
    language = Line(label=lazy("Language, if they need an interpreter"), longest=60)
    address = Words(label=lazy("Address for letters"), rows=3, longest=500)
    needs = Words(label=lazy("What they need to take part"), rows=3, longest=2000)

    @property
    def _key(self) -> str:
        return self.asked.query["person"]

    def can(self) -> str:
        """Only for who may write such details."""
        if self.asked.seen.may_write(DataClass.CONTACT_DETAILS, self._key):
            return ""
        return _("The adviser changes how people are reached.")

    def _known(self) -> dict[str, Any]:
        """What is known of them, as far as the reader may read it."""
        known: dict[str, Any] = {}
        for data_class in (DataClass.CONTACT_DETAILS, DataClass.ACCESS_NEEDS):
            for _event, piece in self.asked.seen.of_class(data_class):
                body = piece.body or {}
                if body.get("key") == self._key:
                    known |= body.get("contact", {}) | {
                        name: body[name] for name in ("name", "address", "needs") if name in body
                    }
        return known

    def begin(self) -> dict[str, Any]:
        """What is known."""
        return self._known()

    def rows(self) -> list[Row]:
        """About whom."""
        return [Row(_("About"), called(self.asked.seen, self._key))]

    def clean_email(self) -> str:
        """An address, if there is one. Raises `ValidationError`."""
        return sound_address(self.cleaned_data["email"])

    def act(self, turn: Turn) -> Done:
        """Record what is other than it was. Raises `StepNotOpen` where nothing is."""
        given, known = self.cleaned_data, self._known()
        changed: dict[str, Any] = {
            name: given[name] for name in given if given[name] != (known.get(name) or type(given[name])())
        }
        contact: dict[str, Any] = {name: changed.pop(name) for name in REACHED_BY if name in changed}
        if not contact and not any(changed.values()):
            raise StepNotOpen(_("Nothing was changed. Change what is wrong, or cancel."))
        return actions.describe_person(**turn.given, key=self._key, contact=contact, **changed)


def sound_address(typed: str) -> str:
    """An e-mail address as it was typed, or nothing. Raises `ValidationError`."""
    typed = typed.strip()
    if typed:
        try:
            validate_email(typed)
        except ValidationError:
            raise ValidationError(_("Type an e-mail address like name@example.org.")) from None
    return typed


class EndPlace(StepForm):
    """Somebody leaves."""

    key = Choose(label=lazy("Who leaves?"), missing=lazy("Choose who leaves."))

    def arrange(self) -> None:
        """Everybody who is there."""
        field: Any = self.fields["key"]
        field.choices = present(self.asked.seen)

    def can(self) -> str:
        """Nothing with nobody."""
        return "" if present(self.asked.seen) else _("There is nobody in the case.")

    def before(self) -> list[Said]:
        """What it does at once."""
        return [lazy("From then on they read nothing of the case. What they wrote stays theirs.")]

    def act(self, turn: Turn) -> Done:
        """End the place."""
        return actions.end_place(**turn.given, key=self.cleaned_data["key"])


class ConsentToPerson(StepForm):
    """A party says if somebody may come."""

    party = Choose(label=lazy("Who says so?"), missing=lazy("Choose who says so."))
    key = Choose(label=lazy("About whom?"), missing=lazy("Choose about whom."))
    consents = YesOrNo(label=lazy("May they come?"))

    def arrange(self) -> None:
        """The parties for whom the reader can speak, and whoever comes by consent alone."""
        people: Any = self.fields["key"]
        people.choices = list(self._by_consent())
        if not people.choices:
            self.drop("key")
        self.only_choice("party", for_whom(self.asked))

    def _by_consent(self) -> Iterator[tuple[str, str]]:
        known = names(self.asked.seen)
        for one in self.asked.seen.state.people.values():
            if one.present and one.needs_consent:
                yield one.key, called(self.asked.seen, one.key, known)

    def can(self) -> str:
        """Nothing where nobody needs consent."""
        if not for_whom(self.asked):
            return nobody()
        if not list(self._by_consent()):
            return _("Nobody in this case needs the others’ consent. The family’s one supporter does not.")
        return ""

    def before(self) -> list[Said]:
        """That no reason is asked."""
        return [lazy("Nobody has to say why. Somebody else comes only if every party says yes (reg. 38(1)).")]

    def act(self, turn: Turn) -> Done:
        """Record the answer."""
        given = self.cleaned_data
        return actions.consent_to_person(
            **turn.given, party=self.chosen("party"), key=given["key"], consents=given["consents"]
        )
