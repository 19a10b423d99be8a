"""The organisations and accounts of the demonstration, made once, with the password hashed once."""

from collections.abc import Iterator
from random import Random

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.utils.text import slugify

from evenhand.directory import area as directory_area
from evenhand.people.models import Membership, Organisation, Person
from evenhand.people.roles import OrganisationKind, Role

from . import cast, names
from .world import Account, Area, Days, Keep, Provider, Setting, World

FAMILY_ACCOUNTS = 24


class Bodies:
    """Makes organisations and people as they are asked for. Nobody but the cast can sign in."""

    def __init__(self, rng: Random, hashed: str) -> None:
        self.rng, self.hashed = rng, hashed
        self.locked = make_password(None)
        self.colleagues = iter(names.COLLEAGUES)
        self.used: set[str] = set()
        self.cast = {player.email: self._player(player) for player in cast.CAST}

    def _player(self, player: cast.Player) -> Person:
        email = f"{player.email}@{cast.DOMAIN}"
        person = Person.objects.create(email=email, name=player.name, password=self.hashed)
        EmailAddress.objects.create(user=person, email=email, verified=True, primary=True)
        return person

    def organisation(self, kind: OrganisationKind, slug: str, name: str, area: str = "") -> Organisation:
        """One organisation; its members need no second factor here."""
        return Organisation.objects.create(
            kind=kind.value, slug=slug, name=name, area=area, second_factor_required=False
        )

    def member(self, of: Organisation, role: Role, person: Person | None = None) -> int:
        """Somebody with a role in it, invented unless they are given."""
        person = person or self.somebody(next(self.colleagues, ""))
        Membership.objects.create(person=person, organisation=of, role=role.value)
        return person.pk

    def player(self, of: Organisation, email: str) -> int:
        """One of the cast takes their role in the organisation."""
        role = next(player.role for player in cast.CAST if player.email == email)
        assert role is not None
        return self.member(of, role, self.cast[email])

    def somebody(self, name: str = "") -> Person:
        """An account that nobody can sign in to, under a name that nobody has yet."""
        while not name or name in self.used:
            name = names.family(self.rng).parent
        self.used.add(name)
        email = f"{slugify(name) or 'somebody'}.{len(self.used)}@{cast.DOMAIN}"
        return Person.objects.create(email=email, name=name, password=self.locked)


def build(days: Days, rng: Random, hashed: str, keep: Keep) -> World:
    """Everybody and everything there is before the first case."""
    bodies = Bodies(rng, hashed)
    slug, name = cast.ADVICE_SERVICE
    bodies.member(bodies.organisation(OrganisationKind.ADVICE_SERVICE, slug, name), Role.ADVICE_SERVICE)
    providers = {slug: _provider(bodies, slug) for slug in cast.PROVIDERS}
    boards = {slug: _board(bodies, slug) for slug in cast.BOARDS}
    areas = {
        slug: _area(bodies, slug, providers[provider], *boards[board])
        for slug, (provider, board) in cast.AREAS.items()
    }
    players = {name: Account(one.pk, one.name, one.email) for name, one in bodies.cast.items()}
    return World(days=days, areas=areas, cast=players, families=tuple(_families(bodies)), keep=keep)


def _provider(bodies: Bodies, slug: str) -> Provider:
    of = bodies.organisation(OrganisationKind.PROVIDER, slug, cast.PROVIDERS[slug])
    advisers, mediators = cast.STAFF[slug]
    advising = [bodies.member(of, Role.ADVISER) for _ in range(advisers)]
    mediating = [bodies.member(of, Role.MEDIATOR) for _ in range(mediators)]
    if slug == cast.OURS:
        advising.append(bodies.player(of, "adviser"))
        mediating.append(bodies.player(of, "mediator"))
        managing = bodies.player(of, "manager")
    else:
        managing = bodies.member(of, Role.MANAGER)
    if slug == cast.OTHER:
        advising.append(bodies.player(of, "other.provider"))
    return Provider(of.pk, tuple(advising), tuple(mediating), (managing,))


def _board(bodies: Bodies, slug: str) -> tuple[Organisation, int]:
    of = bodies.organisation(OrganisationKind.COMMISSIONING_BODY, slug, cast.BOARDS[slug])
    if slug == cast.AREAS[cast.HOME][1]:
        return of, bodies.player(of, "icb")
    return of, bodies.member(of, Role.COMMISSIONING_OFFICER)


def _area(bodies: Bodies, slug: str, provider: Provider, board: Organisation, board_officer: int) -> Area:
    known = directory_area(slug)
    assert known is not None
    of = bodies.organisation(OrganisationKind.AUTHORITY, f"{slug}-authority", known.name, slug)
    if slug == cast.HOME:
        officer, decider = bodies.player(of, "authority"), bodies.player(of, "decider")
    else:
        officer, decider = (
            bodies.member(of, Role.AUTHORITY_OFFICER),
            bodies.member(of, Role.AUTHORITY_DECIDER),
        )
    return Area(
        slug=slug,
        council=known.name,
        authority_id=of.pk,
        officer=officer,
        decider=decider,
        board_id=board.pk,
        board=board.name,
        board_officer=board_officer,
        settings=tuple(_settings(bodies, slug)),
        provider=provider,
    )


def _settings(bodies: Bodies, area: str) -> Iterator[Setting]:
    for name in cast.SETTINGS[area]:
        of = bodies.organisation(OrganisationKind.SETTING, slugify(name), name, area)
        yield Setting(of.pk, name, bodies.member(of, Role.SETTING))


def _families(bodies: Bodies) -> Iterator[Account]:
    for _ in range(FAMILY_ACCOUNTS):
        person = bodies.somebody()
        yield Account(person.pk, person.name, person.email)
