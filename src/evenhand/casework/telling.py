"""The messages of a step, put in the outbox beside its event: to whom, at what address, with which date."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from django.conf import settings

from evenhand.people.models import Membership, Person
from evenhand.people.roles import FAMILY, Role
from evenhand.post import outbox
from evenhand.post.models import Kind as PostKind
from evenhand.post.words import Words, message

from .heart.dues import Due
from .heart.events import Happened
from .heart.state import Somebody, State
from .heart.tellings import TELLINGS, Telling
from .models import Case

OFFICERS = {
    "authority": Role.AUTHORITY_OFFICER,
    "commissioning_body": Role.COMMISSIONING_OFFICER,
    "setting": Role.SETTING,
}


@dataclass(frozen=True, slots=True)
class Recipient:
    """Where a message goes and how: `mark` tells one recipient of a step from another."""

    mark: str
    email: str
    page: str
    language: str = "en-gb"
    discreet: bool = False


def tell(case: Case, state: State, happened: Happened, dues: list[Due]) -> None:
    """Queue what the step sends. Whoever did it is not told of it."""
    for number, telling in enumerate(TELLINGS.get(happened.step, ())):
        key = f"{case.reference}:{happened.number}:{number}"
        send(case, state, telling, key, on=_day(telling, dues), but=f"person:{happened.by.person_id}")


def send(
    case: Case, state: State, telling: Telling, key: str, *, on: date | None = None, but: str = ""
) -> int:
    """Queue one message for each recipient, in the caller's transaction, and say how many there were.

    `on` is the day to name in it; `but` the mark of somebody who is not to be told.
    """
    queued = 0
    for recipient in _recipients(case, state, telling):
        if recipient.mark == but:
            continue
        # An address that was mistyped must not stop the case, nor the reminders of every other.
        with suppress(outbox.AddressRefused):
            outbox.put(
                key=f"{key}:{recipient.mark}",
                to=outbox.Address(PostKind.EMAIL, recipient.email),
                words=_words(case, telling, recipient, on),
                about=case.reference,
                statutory=telling.statutory,
            )
            queued += 1
    return queued


def _words(case: Case, telling: Telling, recipient: Recipient, on: date | None) -> Words:
    discreet = recipient.discreet
    return message(
        DISCREET_HAPPENED if discreet else telling.happened,
        DISCREET_TO_DO if discreet else telling.to_do,
        settings.SITE_ADDRESS + recipient.page,
        None if discreet or on is None else f"The next date is {on:%A} {on.day} {on:%B %Y}.",
        sender=case.provider.name,
        language=recipient.language,
        discreet=discreet,
    )


DISCREET_HAPPENED = "There is a message for you."
DISCREET_TO_DO = "Sign in to read it."


def _day(telling: Telling, dues: list[Due]) -> date | None:
    """The day to act by that goes with the telling, if it names one that is still to be met."""
    return next((due.safe_on for due in dues if due.name == telling.due and not due.met), None)


def _recipients(case: Case, state: State, telling: Telling) -> Iterator[Recipient]:
    for audience in telling.to:
        if audience == "family":
            yield from _family(case, state)
        elif audience in OFFICERS:
            if audience in state.known_to and (audience != "commissioning_body" or state.health):
                yield from _body(case, audience)
        else:
            yield from _staff(case, audience)


def _family(case: Case, state: State) -> Iterator[Recipient]:
    for one in state.people.values():
        email = one.contact.get("email", "")
        if one.present and one.role in FAMILY and email and _reads_on(state, one):
            mark = f"person:{one.person_id}" if one.person_id else one.key
            yield Recipient(
                mark,
                email,
                f"/my/cases/{case.reference}",
                _language(one),
                bool(one.contact.get("discreet")),
            )


def _language(one: Somebody) -> str:
    """The language of the message: theirs if messages are written in it. What they speak may be any, in any words."""
    wanted = str(one.contact.get("language", ""))
    return wanted if wanted in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def _reads_on(state: State, one: Somebody) -> bool:
    """False for a parent once the young person is the party and has not said that the parent reads along."""
    return one.role is not Role.PARENT or state.parent_reads_on


def _body(case: Case, audience: str) -> Iterator[Recipient]:
    organisation_id = getattr(case, f"{audience}_id")
    yield from _members(case, organisation_id, OFFICERS[audience])


def _staff(case: Case, audience: str) -> Iterator[Recipient]:
    if audience == "manager":
        yield from _members(case, case.provider_id, Role.MANAGER)
        return
    person_id = case.adviser_id if audience == "adviser" else case.mediator_id
    if person_id is not None:
        yield from _people(case, Person.objects.filter(pk=person_id, is_active=True))


def _members(case: Case, organisation_id: int | None, role: Role) -> Iterator[Recipient]:
    rows = Membership.objects.filter(organisation=organisation_id, role=role.value, ended_at__isnull=True)
    yield from _people(case, Person.objects.filter(pk__in=rows.values("person"), is_active=True))


def _people(case: Case, people: Iterable[Person]) -> Iterator[Recipient]:
    for person in people:
        yield Recipient(
            f"person:{person.pk}", person.email, f"/workspace/cases/{case.reference}", person.language
        )
