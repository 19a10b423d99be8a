"""The ways through the workspace, as the roles of the reader allow."""

from typing import NamedTuple

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from evenhand.people.reader import Reader
from evenhand.people.roles import STAFF, Role
from evenhand.web.accounts.who import reader
from evenhand.web.frame import address
from evenhand.web.remembered import in_each_language

AT_PROVIDER = frozenset({Role.ADVISER, Role.MANAGER})


class Way(NamedTuple):
    """A link of the navigation: the name of its address, its words, and the roles it is for."""

    to: str
    words: str | Promise
    roles: frozenset[Role]


WAYS = (
    Way("workspace:home", _("Board"), STAFF),
    Way("workspace:today", _("Today"), AT_PROVIDER | {Role.MEDIATOR}),
    Way("workspace:call-backs", _("Call-backs"), AT_PROVIDER),
    Way("workspace:new-case", _("New case"), AT_PROVIDER),
    Way(
        "workspace:new-disagreement",
        _("Disagreement resolution"),
        frozenset({Role.AUTHORITY_OFFICER, Role.COMMISSIONING_OFFICER}),
    ),
    Way("workspace:loads", _("Loads"), frozenset({Role.MANAGER})),
    Way("workspace:import", _("Import"), frozenset({Role.MANAGER})),
    Way("practitioners:register", _("Practitioners"), frozenset({Role.MANAGER})),
    Way("practitioners:own", _("My registration"), frozenset({Role.ADVISER, Role.MEDIATOR})),
)
"""A way whose page is not there is not offered."""


class Shown(NamedTuple):
    """A link as it is shown; `here` where the page is in that room."""

    to: str
    words: str
    here: bool


def ways(request: HttpRequest) -> list[Shown]:
    """The ways for whoever reads the page."""
    return _shown(reader(request), request.path)


def _shown(one: Reader, path: str) -> list[Shown]:
    offered = _offered(one.roles, bool(one.administered()))
    return [Shown(to, words, _is_here(to, path)) for to, words in offered]


@in_each_language(256)
def _offered(roles: frozenset[Role], administers: bool) -> tuple[tuple[str, str], ...]:
    to_all = [(way.to, way.words) for way in WAYS if roles & way.roles]
    if administers:
        to_all.append(("members", _("Members")))
    return tuple((to, str(words)) for name, words in to_all if (to := address(name)) is not None)


def _is_here(to: str, path: str) -> bool:
    """True for the page itself and the pages under it; the board is also where the cases are."""
    if to == "/workspace":
        return path == to or path.startswith(("/workspace/board", "/workspace/cases"))
    return path == to or path.startswith(to.rstrip("/") + "/")
