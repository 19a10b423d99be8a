"""What the directory holds, as frozen records. A detail without a source cannot be made.

Unsourced          a detail or a saying was made without saying where it comes from
UnknownArea        a slug that the directory does not hold was asked for its services
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


class Unsourced(ValueError):
    """Something about an organisation was made without the document that it was taken from."""


class UnknownArea(LookupError):
    """The directory holds no area with that slug."""


@dataclass(frozen=True, slots=True)
class Source:
    """A document that something was read in, and the day it was read."""

    key: str
    document: str
    read_on: date
    dated: str = ""
    """The day that the document gives itself; empty where it gives none."""
    address: str = ""

    def __str__(self) -> str:
        day = f"{self.read_on.day} {_MONTHS[self.read_on.month - 1]} {self.read_on.year}"
        return f"{self.document} ({self.dated or 'undated'}), as read on {day}"


def _must_be_sourced(what: str, source: object) -> None:
    if not isinstance(source, Source) or not source.document or not source.read_on:
        raise Unsourced(f"{what!r} has no source. Say which document it was read in, and when.")


class DetailKind(StrEnum):
    TELEPHONE = "telephone"
    EMAIL = "email"
    WEB = "web"
    HOURS = "hours"
    COMPANY_NUMBER = "company number"


_LOOKS_RIGHT: dict[DetailKind, Callable[[str], bool]] = {
    DetailKind.TELEPHONE: lambda value: value.replace(" ", "").isdigit(),
    DetailKind.EMAIL: lambda value: value.count("@") == 1 and " " not in value,
    DetailKind.WEB: lambda value: value.startswith(("http://", "https://", "www.")),
    DetailKind.HOURS: lambda value: bool(value),
    DetailKind.COMPANY_NUMBER: lambda value: len(value) == 8 and value.isalnum(),
}


@dataclass(frozen=True, slots=True)
class Detail:
    """One way to reach an organisation, exactly as a document gives it.

    In: kind, value, source; `about` says what the value is for where that is not plain.
    `checked_on` is the day that somebody tried it and found it right, and None until then.
    Errors: `Unsourced` without a source; `ValueError` for a value that cannot be of its kind,
    or a check that is older than the reading.
    """

    kind: DetailKind
    value: str
    source: Source
    about: str = ""
    checked_on: date | None = None

    def __post_init__(self) -> None:
        _must_be_sourced(self.value, self.source)
        if not _LOOKS_RIGHT[self.kind](self.value):
            raise ValueError(f"{self.value!r} cannot be a {self.kind}.")
        if self.checked_on is not None and self.checked_on < self.source.read_on:
            raise ValueError(f"{self.value!r} was checked before it was read.")

    @property
    def href(self) -> str:
        """What a link to it holds; empty for hours and company numbers."""
        if self.kind is DetailKind.TELEPHONE:
            return "tel:+44" + self.value.replace(" ", "").removeprefix("0")
        if self.kind is DetailKind.EMAIL:
            return "mailto:" + self.value
        if self.kind is DetailKind.WEB:
            return self.value if "://" in self.value else "https://" + self.value
        return ""


@dataclass(frozen=True, slots=True)
class Told:
    """What a document tells a reader, in our words. Errors: `Unsourced` without a source."""

    text: str
    source: Source

    def __post_init__(self) -> None:
        _must_be_sourced(self.text, self.source)


@dataclass(frozen=True, slots=True)
class Cite:
    """A provision that a paragraph rests on: `id` as the law package names it, and its label."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words to show, whole or with places for values, and what they rest on.

    `wording` is what a translator sees; `text` is the English with its values in place. `style` is
    `heading`, `text`, `item` (of a list) or `detail` (how to reach somebody).
    """

    wording: str
    cites: tuple[Cite, ...] = ()
    sources: tuple[Source, ...] = ()
    style: str = "text"
    values: tuple[tuple[str, str], ...] = ()

    @property
    def text(self) -> str:
        return self.wording.format_map(dict(self.values))

    @property
    def blanks(self) -> tuple[str, ...]:
        """What is left for the authority to fill in, each in square brackets: "[telephone number]"."""
        return tuple(value for _, value in self.values if value.startswith("["))


@dataclass(frozen=True, slots=True)
class Authority:
    """A local authority in England with education duties."""

    slug: str
    name: str
    official_name: str
    type: str
    region: str
    gss: str
    dfe_code: str


@dataclass(frozen=True, slots=True)
class Organisation:
    """Somebody who helps. `other_names` are those that the documents also use."""

    key: str
    name: str
    source: Source
    other_names: tuple[str, ...] = ()
    details: tuple[Detail, ...] = ()
    told: tuple[Told, ...] = ()

    def __post_init__(self) -> None:
        _must_be_sourced(self.name, self.source)


class Role(StrEnum):
    FREE_ADVICE = "free advice"
    MEDIATION = "mediation"
    RESOLUTION = "disagreement resolution"
    INFORMATION = "information"


@dataclass(frozen=True, slots=True)
class Service:
    """Who does one thing for an area, and how to ask for it.

    `organisation` is None where the document says that there is such a service and not whose.
    `to_publish` is what an authority's own page can say of how to ask; None where that is for the
    authority to write.
    """

    role: Role
    organisation: Organisation | None
    how_to_ask: Told
    told: tuple[Told, ...] = ()
    to_publish: Told | None = None

    @property
    def name(self) -> str:
        return self.organisation.name if self.organisation else "A service that is not named"

    @property
    def details(self) -> tuple[Detail, ...]:
        return self.organisation.details if self.organisation else ()


class AreaKind(StrEnum):
    AUTHORITY = "authority"
    UNNAMED = "unnamed area"
    GENERAL = "general explanation"
    PROVIDER = "provider"


@dataclass(frozen=True, slots=True)
class Area:
    """A page of who serves whom.

    One for each authority; and four that the documents describe without naming an authority: two
    areas, a council's general explanation and a provider's page.
    """

    slug: str
    name: str
    kind: AreaKind
    authority: Authority | None = None
    source: Source | None = None
    services: tuple[Service, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    """Others whom the area's document names."""
    local_offer: Detail | None = None
    complaints: tuple[Told, ...] = ()
    told: tuple[Told, ...] = ()
    in_law: tuple[Paragraph, ...] = ()
    """Where the law says something else than the area's document, or more."""
    how_to_find: tuple[Paragraph, ...] = field(default=(), repr=False)
    """Where to look for a service that the directory does not name."""

    @property
    def council(self) -> str:
        """What to call the authority in a sentence."""
        return self.authority.official_name if self.authority else "the council"

    @property
    def only_a_name(self) -> bool:
        """Whether the directory knows nothing of the area but what it is called."""
        return self.source is None

    def who(self, role: Role) -> tuple[Service, ...]:
        """The services of one role; none where the directory names none."""
        return tuple(service for service in self.services if service.role is role)
