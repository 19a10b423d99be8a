"""What is kept of each element of a Word document, and which of its fields may still work."""

import re

from evenhand.casework.files.sayings import Note
from evenhand.casework.files.sieve import Attributes, Name, Sieve

_WORD = frozenset(
    (
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
)
_TIES = frozenset(
    (
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
    )
)
_VML = frozenset(("urn:schemas-microsoft-com:vml", "urn:schemas-microsoft-com:office:office"))

# What runs, fetches or holds another file.
_WORKING = frozenset(
    [
        "OLEObject",
        "control",
        "altChunk",
        "subDoc",
        "movie",
        "binData",
        "attachedTemplate",
        "mailMerge",
        "saveThroughXslt",
        "linkStyles",
        "updateFields",
        "externalData",
        "embedRegular",
        "embedBold",
        "embedItalic",
        "embedBoldItalic",
        "frameset",
        "dde",
        "ocx",
        "script",
    ]
)
# What tells who wrote it, where and in how many sittings.
_TELLING = frozenset(
    ["rsids", "rsid", "docVars", "docId", "persistentDocumentId", "dataBinding", "smartTagType"]
)
_REMARKS = frozenset(["ins", "del", "moveFrom", "moveTo", "comment"])
# `gfxdata` is a whole package in letters, which Word makes again when it needs it.
_FETCHING = frozenset(("src", "href", "althref", "action", "gfxdata"))
_PATH = re.compile(r"(?i)^\s*([a-z]:[\\/]|\\\\|/users/|/home/|file:)")
# The only fields that still work: they count pages and can do nothing else.
_COUNTING = re.compile(r"\s*(PAGE|NUMPAGES|SECTIONPAGES)(\s+\\\*\s+\w+)*\s*", re.IGNORECASE)

_Span = tuple[int, int]


class WordSieve(Sieve):
    """A part of a Word document without workings, paths or hidden details; `notes` says what went."""

    def __init__(self, lost: set[str]) -> None:
        """lost: ids of relationships that are not kept, so that nothing points at them."""
        super().__init__(self._keep)
        self.lost = lost
        self.notes: set[Note] = set()
        self._fields: list[_Field] = []
        self._open: list[tuple[str, int, bool]] = []

    def _keep(self, name: Name, attributes: Attributes) -> Attributes | None:
        uri, local = name
        if local in _WORKING:
            self.notes.add(Note.WORKINGS_REMOVED)
            return None
        if local in _TELLING:
            self.notes.add(Note.DETAILS_REMOVED)
            return None
        if local in _REMARKS and uri in _WORD:
            self.notes.add(Note.REMARKS_KEPT)
        if local == "fldSimple" and not _COUNTING.fullmatch(_named(attributes, "instr")):
            self.notes.add(Note.FIELDS_FIXED)
            # What the field shows stays; what it was told to do goes.
            attributes = {key: "" if key[1] == "instr" else value for key, value in attributes.items()}
        return {
            key: self._value(value)
            for key, value in attributes.items()
            if self._keep_attribute(name, key, value)
        }

    def _keep_attribute(self, name: Name, key: Name, value: str) -> bool:
        uri, local = key
        if uri in _TIES and value in self.lost:
            return False
        if local.startswith("rsid"):
            self.notes.add(Note.DETAILS_REMOVED)
            return False
        return not (local in _FETCHING and (name[0] in _VML or uri in _VML or local == "action"))

    def _value(self, value: str) -> str:
        if not _PATH.match(value):
            return value
        self.notes.add(Note.DETAILS_REMOVED)
        return ""

    # ------------------------------------------------------------------------ fields

    def began(self, name: Name, attributes: Attributes, at: int) -> None:
        """Follow where fields begin, turn to what they show, and end."""
        if name[1] not in ("fldChar", "instrText", "delInstrText"):
            return
        turn = _named(attributes, "fldCharType") if name[1] == "fldChar" else ""
        if turn == "begin" or not self._fields:
            self._fields.append(_Field())
        self._open.append((name[1], at, turn == "end"))

    def ended(self, name: Name, at: int) -> None:
        """Give the pieces of an element that belongs to a field to that field."""
        if not self._open or self._open[-1][0] != name[1]:
            return
        _, start, last = self._open.pop()
        if not self._fields:
            self._fields.append(_Field())
        self._fields[-1].spans.append((start, at))
        if last:
            self._finish(whole=True)

    def said(self, text: str, at: int) -> None:
        """Gather what a field is told to do."""
        if self._open and self._fields and self._open[-1][0] != "fldChar":
            self._fields[-1].told.append(text)

    def finished(self) -> None:
        """A field that never ended is no field."""
        while self._fields:
            self._finish(whole=False)

    def _finish(self, *, whole: bool) -> None:
        done = self._fields.pop()
        if whole and _COUNTING.fullmatch("".join(done.told)):
            return
        self.notes.add(Note.FIELDS_FIXED)
        for start, end in done.spans:
            self.out[start : end + 1] = [""] * (end + 1 - start)


class _Field:
    """One field: the pieces that make it, and what it is told to do."""

    def __init__(self) -> None:
        self.spans: list[_Span] = []
        self.told: list[str] = []


def _named(attributes: Attributes, local: str) -> str:
    return next((value for (_, short), value in attributes.items() if short == local), "")
