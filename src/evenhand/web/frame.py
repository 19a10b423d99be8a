"""What stands around every page: the ways to go, the number to ring, and the small print."""

from functools import cache
from typing import NamedTuple

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext_lazy as _

from evenhand import directory
from evenhand.directory.model import DetailKind


class Link(NamedTuple):
    """A link: the name of the address, and the words."""

    to: str
    words: str | Promise


class Column(NamedTuple):
    """Links of the footer under one heading."""

    heading: str | Promise
    links: tuple[Link, ...]


WAYS = (
    Link("public:areas", _("Your area")),
    Link("public:who-helps", _("Who helps")),
    Link("public:getting-ready", _("Getting ready")),
    Link("public:about-the-law", _("The law")),
)
"""The few ways to go that every page offers at its top."""

FOOTER = (
    Column(
        _("Explained"),
        (
            Link("public:mediation-explained", _("Mediation")),
            Link("public:resolution-explained", _("Disagreement resolution")),
            Link("public:complaints-explained", _("Complaints")),
            Link("public:appeals-explained", _("Appeals")),
        ),
    ),
    Column(
        _("Help"),
        (
            Link("public:who-helps", _("Who helps, free")),
            Link("asking:call-me-back", _("Call me back")),
            Link("asking:ask", _("Ask online")),
            Link("public:areas", _("Find your area")),
            Link("public:getting-ready", _("Getting ready")),
            Link("public:about-the-law", _("About the law")),
        ),
    ),
    Column(
        _("About Evenhand"),
        (
            Link("public:who-can-see-what", _("Who can see what")),
            Link("public:privacy", _("Privacy")),
            Link("public:cookies", _("Cookies")),
            Link("public:accessibility", _("Accessibility")),
            Link("public:contact", _("Contact")),
            Link("public:for-programs", _("For programs")),
        ),
    ),
)


class Number(NamedTuple):
    """A telephone number to ring, as a document gives it."""

    value: str
    href: str
    hours: str
    about: str


@cache
def number_to_ring() -> Number:
    """The first telephone number of the national organisations, with its hours and where it was read."""
    for organisation in directory.national_organisations():
        for detail in organisation.details:
            if detail.kind is DetailKind.TELEPHONE:
                hours = [d.value for d in organisation.details if d.kind is DetailKind.HOURS]
                return Number(detail.value, detail.href, "".join(hours), detail.about)
    raise LookupError("The directory names no telephone number of a national organisation.")


def address(name: str, *args: str) -> str | None:
    """The address of a page by its name, or None while there is no such page."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return None


class Around(NamedTuple):
    """Addresses that stand around every page."""

    start: str
    sign_in: str
    sign_out: str
    cases: str
    account: str


class Frame(NamedTuple):
    """The links around a page, as addresses and words of one language. `led_to` are those that its header offers."""

    language: str
    right_to_left: bool
    to: Around
    ways: tuple[tuple[str, str], ...]
    columns: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    number: Number
    led_to: frozenset[str]


@cache
def _frame_in(language: str | None) -> Frame:
    around = ("public:start", "account_login", "account_logout", "signed-in", "account")
    to, ways = Around(*map(reverse, around)), _written(WAYS)
    return Frame(
        language or "en-gb",
        get_language_bidi(),
        to,
        ways,
        tuple((str(column.heading), _written(column.links)) for column in FOOTER),
        number_to_ring(),
        frozenset({to.sign_in, *(way for way, _words in ways)}),
    )


def _written(links: tuple[Link, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((reverse(link.to), str(link.words)) for link in links)


def frame() -> Frame:
    """The frame in the language of the page. It is worked out once a language."""
    return _frame_in(get_language())
