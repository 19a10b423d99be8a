"""The citations of the law package by their names, and how sure we are of each in words."""

from collections.abc import Iterable
from functools import cache

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from evenhand.directory.model import Paragraph
from evenhand.law import sources
from evenhand.law.citations import SECONDARY, UNVERIFIED, VERIFIED, Citation

HOW_SURE: dict[str, Promise] = {
    VERIFIED: _("We read the text itself."),
    SECONDARY: _("We have not seen the text. A page that can be relied on states it."),
    UNVERIFIED: _("We wrote this from memory and have not read the text."),
}


@cache
def every_citation() -> dict[str, Citation]:
    """Each citation of the law package by its name."""
    return {found.id: found for found in vars(sources).values() if isinstance(found, Citation)}


def citation(id: str) -> Citation | None:
    """The citation of that name, or that of the whole section where only a part is cited; else None."""
    found = every_citation().get(id)
    if found is None:
        whole = (cite for name, cite in every_citation().items() if name.startswith(id + "("))
        found = next(whole, None)
    return found


def address(id: str) -> str | None:
    """Where the public text of a provision is, or None."""
    found = citation(id)
    return found.url if found else None


def behind(paragraphs: Iterable[Paragraph]) -> list[Citation]:
    """The provisions that paragraphs of the directory rest on, each once."""
    found = (citation(cite.id) for paragraph in paragraphs for cite in paragraph.cites)
    return list(dict.fromkeys(filter(None, found)))
