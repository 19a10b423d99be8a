"""A link that works once, on its way: made and put in the outbox in one transaction, with words that say no content."""

from collections.abc import Iterable
from uuid import UUID

from django.conf import settings
from django.db import transaction

from evenhand.people.models import Membership
from evenhand.people.roles import Role
from evenhand.post import outbox
from evenhand.post.models import Kind as PostKind
from evenhand.post.models import Message
from evenhand.post.words import Words, message

from .heart.history import state_of
from .heart.stages import StepNotOpen
from .heart.state import Somebody
from .histories import history_of
from .links import Made, Purpose, make_link
from .models import Case
from .recording import locked
from .telling import DISCREET_HAPPENED, OFFICERS

ASKED = {
    Purpose.REPRESENTATIVE: "You are asked who will come to a meeting for your organisation.",
    Purpose.FREE: "You are asked when you are free for a meeting.",
    Purpose.CONSENT: "You are asked if somebody may come to a meeting.",
    Purpose.MEET: "You are asked if you agree to meet.",
    Purpose.FEEDBACK: "You are asked how it went.",
    Purpose.FOLLOW: "You can follow your case with an account. You do not have to.",
}
TO_DO = "Open the page and answer there. You do not need an account. The link works once."
TO_FOLLOW = "Open the page. Sign in there, or make an account. Do not pass the link on. It works once."
DISCREET_TO_DO = "Open the page and answer there."


@transaction.atomic
def send_link(
    *, case: Case, purpose: Purpose, key: str, press: UUID, about: str = "", to: str = ""
) -> Made | None:
    """Make a link and queue it: to the address that was typed, or to everybody known for the compartment.

    None where this very press sent one before. Raises `StepNotOpen` where there is nothing to ask or nobody to send
    it to, and `AddressRefused`; then there is no link either.
    """
    case = locked(case)
    mark = f"{case.reference}:link:{press}"
    if Message.objects.filter(key=f"{mark}:0").exists():
        return None
    somebody = state_of(history_of(case)).people.get(key)
    if somebody is None:
        raise StepNotOpen("There is nothing to ask of them with such a link now.")
    addresses = [to.strip()] if to.strip() else sorted(known_addresses(case, somebody))
    if not addresses:
        raise StepNotOpen("No e-mail address is known for them. Type one.")
    made = make_link(case=case, purpose=purpose, key=key, about=about)
    words = _words(case, purpose, somebody, made.token)
    for number, address in enumerate(addresses):
        outbox.put(
            key=f"{mark}:{number}",
            to=outbox.Address(PostKind.EMAIL, address),
            words=words,
            about=case.reference,
        )
    return made


def known_addresses(case: Case, somebody: Somebody) -> set[str]:
    """The addresses of a body's officers, or of somebody in the case."""
    if somebody.key in OFFICERS:
        return set(_officers(getattr(case, f"{somebody.key}_id"), OFFICERS[somebody.key]))
    email = str(somebody.contact.get("email", ""))
    return {email} if email else set()


def _officers(organisation_id: int | None, role: Role) -> Iterable[str]:
    rows = Membership.objects.filter(
        organisation=organisation_id, role=role.value, ended_at__isnull=True, person__is_active=True
    )
    return rows.values_list("person__email", flat=True)


def _words(case: Case, purpose: Purpose, somebody: Somebody, token: str) -> Words:
    discreet = bool(somebody.contact.get("discreet"))
    return message(
        DISCREET_HAPPENED if discreet else ASKED[purpose],
        DISCREET_TO_DO if discreet else TO_FOLLOW if purpose is Purpose.FOLLOW else TO_DO,
        f"{settings.SITE_ADDRESS}/l/{token}",
        None if discreet else f"It is about case {case.reference}.",
        sender=case.provider.name,
        link_says="Open the page",
        discreet=discreet,
    )
