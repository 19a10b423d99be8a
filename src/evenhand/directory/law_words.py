"""Citations for the directory's own paragraphs, named as the law package names them.

The directory imports nothing of Evenhand, so it knows a provision by its name alone; the page that
shows one asks the law package for the rest.
"""

from collections.abc import Mapping

from .model import Cite, Paragraph, Source

_TITLES = {
    "cfa-2014": "Children and Families Act 2014, section",
    "send-regs-2014": "Special Educational Needs and Disability Regulations 2014, regulation",
    "hesc-rules-2008": "Tribunal Procedure (First-tier Tribunal) (Health, Education and "
    "Social Care Chamber) Rules 2008, rule",
    "send-code-2015": "SEND Code of Practice (January 2015), paragraph",
    "cfa-2014-notes": "Explanatory Notes to the Children and Families Act 2014, paragraph",
}


def cite(id: str) -> Cite:
    """The citation with that name. In: `instrument/number`. Errors: `KeyError` for another."""
    instrument, _, number = id.partition("/")
    return Cite(id, f"{_TITLES[instrument]} {number}")


def gettext_noop(text: str) -> str:
    """The same text, marked so that the translators' tools find it."""
    return text


def para(
    wording: str,
    *ids: str,
    style: str = "text",
    sources: tuple[Source, ...] = (),
    values: Mapping[str, str] | None = None,
) -> Paragraph:
    """A paragraph resting on the provisions named."""
    return Paragraph(wording, tuple(map(cite, ids)), sources, style, tuple((values or {}).items()))
