"""What the directory holds, laid out for a page: cards, each detail under the document it came from."""

from dataclasses import dataclass, replace
from itertools import groupby

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from evenhand.directory.model import Detail, DetailKind, Organisation, Paragraph, Service, Source, Told

DETAIL_LABELS: dict[DetailKind, Promise] = {
    DetailKind.TELEPHONE: _("Telephone"),
    DetailKind.EMAIL: _("Email"),
    DetailKind.WEB: _("Web"),
    DetailKind.HOURS: _("Open"),
    DetailKind.COMPANY_NUMBER: _("Company number"),
}
_ORDER = tuple(DETAIL_LABELS)


@dataclass
class FromOne:
    """What one document says of an organisation."""

    source: Source
    told: list[Told]
    details: list[Detail]


@dataclass(frozen=True)
class Card:
    """Somebody who helps: the name, other names, how to ask, and what each document says.

    `again` is set where the same page has said it all further up.
    """

    key: str
    name: str
    other_names: tuple[str, ...]
    how: Told | None
    parts: tuple[FromOne, ...]
    again: bool = False


def by_document(told: tuple[Told, ...], details: tuple[Detail, ...]) -> tuple[FromOne, ...]:
    """Sayings and details, gathered under the document that each was read in."""
    parts: dict[Source, FromOne] = {}

    def part(source: Source) -> FromOne:
        return parts.setdefault(source, FromOne(source, [], []))

    for one in told:
        part(one.source).told.append(one)
    for detail in sorted(details, key=lambda detail: _ORDER.index(detail.kind)):
        part(detail.source).details.append(detail)
    return tuple(parts.values())


def card(organisation: Organisation) -> Card:
    """An organisation, as a card."""
    return Card(
        organisation.key,
        organisation.name,
        organisation.other_names,
        None,
        by_document(organisation.told, organisation.details),
    )


def service_card(service: Service) -> Card:
    """A service for an area, as a card: the organisation's own, how to ask, and what else is said."""
    who = service.organisation
    told = (*service.told, *(who.told if who else ()))
    return Card(
        who.key if who else service.role.name.casefold().replace("_", "-"),
        service.name,
        who.other_names if who else (),
        service.how_to_ask,
        by_document(told, service.details),
    )


def each_once(cards: list[Card], shown: set[str]) -> list[Card]:
    """The cards; of somebody whom the page has shown already, only how to ask. Adds the new ones to `shown`."""
    made = [replace(one, parts=(), again=True) if one.key in shown else one for one in cards]
    shown.update(one.key for one in cards)
    return made


def words(paragraph: Paragraph) -> str:
    """A paragraph in the reader's language, with its values in place."""
    values = {name: gettext(value) if value else "" for name, value in paragraph.values}
    return gettext(paragraph.wording).format_map(values)


@dataclass(frozen=True)
class Blanks:
    """What a council has to fill in about one thing; `of` is the line that it stands under."""

    of: str
    what: tuple[str, ...]


def blanks(paragraphs: list[Paragraph]) -> list[Blanks]:
    """The blanks of a text, in order, under the service that they belong to."""
    found: dict[str, list[str]] = {}
    under = ""
    for paragraph in paragraphs:
        if paragraph.style == "item":
            line = words(paragraph)
            under = line.partition(":")[0] if paragraph.blanks else line.rstrip(".")
        elif paragraph.style != "detail":
            under = ""
        what = [gettext(blank) for blank in paragraph.blanks]
        if what:
            found.setdefault(under, []).extend(what)
    return [Blanks(of, tuple(what)) for of, what in found.items()]


@dataclass(frozen=True)
class Block:
    """Paragraphs that stand together: one heading, one text, or the lines of a list."""

    style: str
    lines: tuple[str, ...]


def blocks(paragraphs: list[Paragraph]) -> list[Block]:
    """Paragraphs, with the lines of each list together. How to reach somebody is a list of its own."""
    found: list[Block] = []
    for style, group in groupby(paragraphs, key=lambda paragraph: paragraph.style):
        lines = tuple(words(paragraph) for paragraph in group)
        if style in ("item", "detail"):
            found.append(Block(style, lines))
        else:
            found += [Block(style, (line,)) for line in lines]
    return found


def plain_text(paragraphs: list[Paragraph]) -> str:
    """The same as text to copy: a blank line between blocks, a dash before a line of a list."""
    written = []
    for block in blocks(paragraphs):
        mark = "- " if block.style in ("item", "detail") else ""
        written.append("\n".join(mark + line for line in block.lines))
    return "\n\n".join(written) + "\n"
