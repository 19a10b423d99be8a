"""A Word document, built again from the parts that make its words and pictures.

What is kept is listed here: a part that no kept part leads to, or of a kind not listed, is left
out. So the makers' names, the custom XML, the thumbnails, the printers and the files within do not
come along. The words stay as they are, with comments and tracked changes and the names on them,
because they are part of what was written; the notes say so.
"""

import posixpath
from dataclasses import dataclass, field
from urllib.parse import unquote
from xml.sax.saxutils import quoteattr

from evenhand.casework.files import bare
from evenhand.casework.files.packed import Packed, pack
from evenhand.casework.files.sayings import Note, Refusal, Refused
from evenhand.casework.files.sieve import gather
from evenhand.casework.files.wording import WordSieve

_WORDPROCESSING = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_DRAWING = "application/vnd.openxmlformats-officedocument.drawingml."
_MAIN = _WORDPROCESSING + "document.main+xml"
_KEPT_XML = {
    "styles": _WORDPROCESSING + "styles+xml",
    "settings": _WORDPROCESSING + "settings+xml",
    "numbering": _WORDPROCESSING + "numbering+xml",
    "fontTable": _WORDPROCESSING + "fontTable+xml",
    "header": _WORDPROCESSING + "header+xml",
    "footer": _WORDPROCESSING + "footer+xml",
    "footnotes": _WORDPROCESSING + "footnotes+xml",
    "endnotes": _WORDPROCESSING + "endnotes+xml",
    "comments": _WORDPROCESSING + "comments+xml",
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
    "chart": _DRAWING + "chart+xml",
    "diagramData": _DRAWING + "diagramData+xml",
    "diagramLayout": _DRAWING + "diagramLayout+xml",
    "diagramQuickStyle": _DRAWING + "diagramStyle+xml",
    "diagramColors": _DRAWING + "diagramColors+xml",
    "diagramDrawing": "application/vnd.ms-office.drawingml.diagramDrawing+xml",
}
_PICTURES = {b"\xff\xd8\xff": "image/jpeg", b"\x89PNG": "image/png", b"GIF8": "image/gif"}
_WAYS_OUT = ("http://", "https://", "mailto:", "tel:", "#")
# Parts that are always there and say nothing to a reader.
_HOUSEKEEPING = frozenset(("webSettings", "stylesWithEffects", "commentsExtended", "commentsIds", "people"))
_WITHIN = frozenset(
    ("package", "oleObject", "control", "aFChunk", "subDocument", "attachedTemplate", "frame")
)
_MOST_PARTS = 600

_RELATIONSHIPS = "application/vnd.openxmlformats-package.relationships+xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
# One grey dot, which stands where a picture was that we do not keep.
PLACEHOLDER = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c636800000082008177cd72b60000000049454e44ae426082"
)


@dataclass(frozen=True)
class Tie:
    """One relationship: from a part to another, or out of the package."""

    tie_id: str
    kind: str
    type_uri: str
    target: str
    external: bool


@dataclass
class _Rebuilding:
    package: Packed
    types: dict[str, str]
    notes: set[Note] = field(default_factory=set)
    parts: dict[str, bytes] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)


def clean_docx(data: bytes) -> tuple[bytes, set[Note]]:
    """The document built again, and what was left out. Raise Refused for anything that is not one."""
    package = Packed(data)
    if "[content_types].xml" not in package:
        raise Refused(Refusal.PACKED)
    types = _content_types(package)
    if any("vbaproject" in name or name.endswith("vbadata.xml") for name in package.names()) or any(
        "macroenabled" in kind.lower() or "vbaproject" in kind.lower() for kind in types.values()
    ):
        raise Refused(Refusal.MACROS)
    main = next(
        (tie for tie in _ties(package, "") if tie.kind == "officeDocument" and not tie.external), None
    )
    if main is None or types.get(main.target.lower()) != _MAIN:
        raise Refused(Refusal.OTHER_OFFICE)
    work = _Rebuilding(package, types)
    work.kinds[main.target] = _MAIN
    waiting = [main.target]
    while waiting:
        waiting += _rebuild(work, waiting.pop())
        if len(work.kinds) > _MOST_PARTS:
            raise Refused(Refusal.TOO_HARD)
    if any(name.startswith("docprops/") or name.startswith("customxml/") for name in package.names()):
        work.notes.add(Note.DETAILS_REMOVED)
    return _assembled(work, main), work.notes


def _rebuild(work: _Rebuilding, name: str) -> list[str]:
    """Write one part of words again with its relationships; the parts that it leads to and are new."""
    kept: list[Tie] = []
    new: list[str] = []
    lost: set[str] = set()
    for tie in _ties(work.package, name):
        if not _may_stay(work, tie):
            lost.add(tie.tie_id)
            continue
        kept.append(tie)
        if tie.external or tie.target in work.kinds:
            continue
        if tie.kind == "image":
            work.parts[tie.target], work.kinds[tie.target] = _picture(work, tie.target)
        else:
            work.kinds[tie.target] = _KEPT_XML[tie.kind]
            new.append(tie.target)
    sieve = WordSieve(lost)
    work.parts[name] = sieve.strain(work.package.read(name))
    work.notes |= sieve.notes
    if kept:
        work.parts[_ties_of(name)] = _ties_written(name, kept)
    return new


def _may_stay(work: _Rebuilding, tie: Tie) -> bool:
    if tie.external:
        if tie.kind == "hyperlink" and tie.target.lower().startswith(_WAYS_OUT):
            return True
        work.notes.add(Note.LINKS_REMOVED if tie.kind == "hyperlink" else Note.WORKINGS_REMOVED)
        return False
    if tie.kind == "image":
        return tie.target in work.package
    if tie.kind in _KEPT_XML and work.types.get(tie.target.lower()) == _KEPT_XML[tie.kind]:
        return tie.target in work.package
    if tie.kind in _WITHIN:
        work.notes.add(Note.FILES_INSIDE_REMOVED)
    elif tie.kind == "customXml":
        work.notes.add(Note.DETAILS_REMOVED)
    elif tie.kind not in _HOUSEKEEPING:
        work.notes.add(Note.WORKINGS_REMOVED)
    return False


def _picture(work: _Rebuilding, name: str) -> tuple[bytes, str]:
    data = work.package.read(name)
    kind = next((kind for start, kind in _PICTURES.items() if data.startswith(start)), None)
    try:
        if kind == "image/jpeg":
            return bare.bare_jpeg(data), kind
        if kind == "image/png":
            return bare.bare_png(data), kind
        if kind == "image/gif":
            from evenhand.casework.files.pictures import clean_gif

            return clean_gif(data), kind
    except (bare.NotBare, Refused):
        pass
    work.notes.add(Note.PICTURE_LEFT_OUT)
    return PLACEHOLDER, "image/png"


# ------------------------------------------------------------- the package's own lists


def _content_types(package: Packed) -> dict[str, str]:
    """What each part says that it is, by its name in small letters."""
    by_ending: dict[str, str] = {}
    by_name: dict[str, str] = {}
    for (_, local), attributes in gather(package.read("[Content_Types].xml")):
        kind = attributes.get(("", "ContentType"), "")
        if local == "Default":
            by_ending[attributes.get(("", "Extension"), "").lower()] = kind
        elif local == "Override":
            by_name[unquote(attributes.get(("", "PartName"), "")).lstrip("/").lower()] = kind
    found = {name: by_ending.get(name.rpartition(".")[2], "") for name in package.names()}
    return {**found, **by_name}


def _ties_of(name: str) -> str:
    folder, base = posixpath.split(name)
    return posixpath.join(folder, "_rels", base + ".rels")


def _ties(package: Packed, name: str) -> list[Tie]:
    if _ties_of(name) not in package:
        return []
    found: dict[str, Tie] = {}
    for (_, local), attributes in gather(package.read(_ties_of(name))):
        if local != "Relationship":
            continue
        external = attributes.get(("", "TargetMode"), "").lower() == "external"
        target = attributes.get(("", "Target"), "")
        type_uri = attributes.get(("", "Type"), "")
        tie_id = attributes.get(("", "Id"), "")
        if not external:
            target = _inside(posixpath.dirname(name), target)
        if tie_id in found:
            raise Refused(Refusal.BROKEN)
        found[tie_id] = Tie(tie_id, type_uri.rpartition("/")[2], type_uri, target, external)
    return list(found.values())


def _inside(folder: str, target: str) -> str:
    """The name of a part, from where it is named; one that climbs out of the package has none."""
    target = unquote(target)
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def _ties_written(name: str, ties: list[Tie]) -> bytes:
    lines = [f'{_HEAD}<Relationships xmlns="{_PACKAGE}relationships">']
    for tie in ties:
        target = tie.target if tie.external else "/" + tie.target
        mode = ' TargetMode="External"' if tie.external else ""
        lines.append(
            f"<Relationship Id={quoteattr(tie.tie_id)} Type={quoteattr(tie.type_uri)}"
            f" Target={quoteattr(target)}{mode}/>"
        )
    return "".join([*lines, "</Relationships>"]).encode()


def _assembled(work: _Rebuilding, main: Tie) -> bytes:
    lines = [f'{_HEAD}<Types xmlns="{_PACKAGE}content-types">']
    lines.append(f'<Default Extension="rels" ContentType="{_RELATIONSHIPS}"/>')
    lines.append('<Default Extension="xml" ContentType="application/xml"/>')
    for name, kind in sorted(work.kinds.items()):
        lines.append(f"<Override PartName={quoteattr('/' + name)} ContentType={quoteattr(kind)}/>")
    types = "".join([*lines, "</Types>"]).encode()
    return pack({"[Content_Types].xml": types, "_rels/.rels": _ties_written("", [main]), **work.parts})
