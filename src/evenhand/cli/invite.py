"""`evenhand invite`: the first person of an organisation. Everybody after them is invited from the pages."""

import os
from typing import TYPE_CHECKING

from .output import ANSWERED, Refusal, put_text
from .words import Words, nearest, sort_words

if TYPE_CHECKING:
    from evenhand.people.models import Organisation
    from evenhand.people.roles import Role

VALUES = ("--organisation", "--role", "--email", "--name", "--kind", "--area")


def run(arguments: list[str]) -> int:
    """Make the invitation and print its link. Raises `Refusal`."""
    words = sort_words("invite", arguments, values=VALUES)
    if words.plain:
        raise Refusal("evenhand invite takes options only. See evenhand invite --help.")
    for needed in ("--organisation", "--role", "--email"):
        if needed not in words.values:
            raise Refusal(f"{needed} is needed. See evenhand invite --help.")
    _start_django()
    from django.db import DatabaseError, transaction

    try:
        with transaction.atomic():
            put_text(_invited(words))
    except DatabaseError as error:
        raise Refusal(f"the database cannot be used: {error}. Has it been prepared (migrate)?") from None
    return ANSWERED


def _start_django() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "evenhand.config.settings")
    import django
    from django.apps import apps

    if not apps.ready:
        django.setup()


def _invited(words: Words) -> str:
    from django.core.exceptions import ValidationError
    from django.core.validators import validate_email

    from evenhand.people import actions

    role, email = _role(words.values["--role"]), words.values["--email"]
    try:
        validate_email(email)
    except ValidationError:
        raise Refusal("--email takes an e-mail address like name@example.org.") from None
    organisation = _organisation(words)
    try:
        invited = actions.invite(organisation=organisation, role=role, email=email, by=None, administers=True)
    except actions.Refused as refused:
        raise Refusal(f"{refused}{_roles_there(organisation)}") from None
    return (
        f"{_address()}/invitations/{invited.token}\n"
        f"Send this link to {invited.invitation.email}: it works once, for {actions.HOURS_OPEN} hours.\n"
    )


def _role(typed: str) -> "Role":
    from evenhand.people.roles import Role

    try:
        return Role(typed)
    except ValueError:
        known = tuple(role.value for role in Role)
        raise Refusal(f"there is no role '{typed[:40]}'.{nearest(typed, known)}") from None


def _roles_there(organisation: "Organisation") -> str:
    from evenhand.people.roles import ROLES_OF, OrganisationKind

    return f" There are: {', '.join(sorted(ROLES_OF[OrganisationKind(organisation.kind)]))}."


def _organisation(words: Words) -> "Organisation":
    """The organisation with this slug; with `--kind` and `--name`, a new one where there is none."""
    from evenhand.people.models import Organisation
    from evenhand.people.roles import OrganisationKind

    slug = words.values["--organisation"]
    found = Organisation.objects.filter(slug=slug).first()
    if found is not None:
        return found
    if "--kind" not in words.values or "--name" not in words.values:
        raise Refusal(f"there is no organisation '{slug[:50]}'. With --kind and --name one is made.")
    kinds = tuple(kind.value for kind in OrganisationKind)
    kind = words.values["--kind"]
    if kind not in kinds:
        raise Refusal(f"--kind is one of {', '.join(kinds)}.")
    return Organisation.objects.create(
        slug=_slug(slug), name=words.values["--name"], kind=kind, area=_area(words.values.get("--area", ""))
    )


def _slug(typed: str) -> str:
    from django.core.exceptions import ValidationError
    from django.core.validators import validate_slug

    try:
        validate_slug(typed)
    except ValidationError:
        raise Refusal("--organisation takes letters, digits and hyphens, like north-mediation.") from None
    if len(typed) > 50:
        raise Refusal("--organisation takes 50 characters at most.")
    return typed


def _area(slug: str) -> str:
    from evenhand import directory

    if slug and directory.area(slug) is None:
        raise Refusal(f"there is no area '{slug[:50]}' in the directory.")
    return slug


def _address() -> str:
    """Where the service is reached: the first of its hosts, and on this machine its port."""
    from django.conf import settings

    host = settings.ALLOWED_HOSTS[0]
    if not settings.PLAIN_HTTP:
        return f"https://{host}"
    return f"http://{host}:{os.environ.get('PORT') or '8000'}"
