"""XML read and written again, piece by piece, without anything that XML can do beside holding text.

No document type, no entities, no instructions, no comments. Names keep the prefixes that they had,
because Word names prefixes inside attributes.
"""

from collections.abc import Callable
from xml.parsers import expat

from evenhand.casework.files.sayings import Refusal, Refused

DEEPEST = 200
_APART = "\x1f"
_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_VALUE = str.maketrans({"&": "&amp;", "<": "&lt;", '"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})
_XML = "http://www.w3.org/XML/1998/namespace"

Name = tuple[str, str]
Attributes = dict[Name, str]
# Given an element and its attributes: the attributes to keep, or None to leave the whole of it out.
Rule = Callable[[Name, Attributes], Attributes | None]


class Sieve:
    """One reading of one part. Override `began`, `ended` and `said` to look closer."""

    def __init__(self, rule: Rule) -> None:
        """rule: what is kept of each element."""
        self.rule = rule
        self.out: list[str] = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n']
        self._spaces: list[tuple[str, str]] = []
        self._written: list[str] = []
        self._depth = 0
        self._skipping = 0

    def strain(self, data: bytes) -> bytes:
        """The part as it is written again. Raise Refused when it is not plain XML."""
        parser = expat.ParserCreate(namespace_separator=_APART)
        parser.namespace_prefixes = True
        parser.buffer_text = True
        parser.ordered_attributes = True
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartNamespaceDeclHandler = self._space
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        try:
            parser.Parse(data, True)
        except (expat.ExpatError, LookupError, ValueError):
            raise Refused(Refusal.BROKEN) from None
        self.finished()
        return "".join(self.out).encode("utf-8")

    def finished(self) -> None:
        """The whole part was read."""

    def began(self, name: Name, attributes: Attributes, at: int) -> None:
        """An element was written as piece `at`."""

    def ended(self, name: Name, at: int) -> None:
        """An element ended with piece `at`."""

    def said(self, text: str, at: int) -> None:
        """Text was written as piece `at`."""

    def _doctype(self, *_: object) -> None:
        raise Refused(Refusal.REACHES_OUT)

    def _space(self, prefix: str | None, uri: str | None) -> None:
        self._spaces.append((prefix or "", uri or ""))

    def _start(self, name: str, flat: list[str]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise Refused(Refusal.TOO_HARD)
        spaces, self._spaces = self._spaces, []
        if self._skipping:
            self._skipping += 1
            return
        uri, local, written = _split(name)
        written_as: dict[Name, str] = {}
        attributes: Attributes = {}
        for key, value in zip(flat[::2], flat[1::2], strict=True):
            space, short, whole = _split(key)
            attributes[space, short] = value
            written_as[space, short] = whole
        kept = self.rule((uri, local), attributes)
        if kept is None:
            self._skipping = 1
            return
        pieces = [written]
        pieces += [f'xmlns{":" if p else ""}{p}="{u.translate(_VALUE)}"' for p, u in spaces]
        pieces += [f'{written_as[key]}="{value.translate(_VALUE)}"' for key, value in kept.items()]
        self.out.append(f"<{' '.join(pieces)}>")
        self._written.append(written)
        self.began((uri, local), kept, len(self.out) - 1)

    def _end(self, name: str) -> None:
        self._depth -= 1
        if self._skipping:
            self._skipping -= 1
            return
        uri, local, _ = _split(name)
        self.out.append(f"</{self._written.pop()}>")
        self.ended((uri, local), len(self.out) - 1)

    def _text(self, text: str) -> None:
        if not self._skipping:
            self.out.append(text.translate(_TEXT))
            self.said(text, len(self.out) - 1)


def _split(name: str) -> tuple[str, str, str]:
    """The namespace, the name in it, and the name as it is written."""
    parts = name.split(_APART)
    if len(parts) == 1:
        return "", name, name
    if len(parts) == 2:
        uri, local = parts
        return uri, local, f"xml:{local}" if uri == _XML else local
    uri, local, prefix = parts
    return uri, local, f"{prefix}:{local}"


def gather(data: bytes) -> list[tuple[Name, Attributes]]:
    """Every element of a small part with its attributes, in order. Raise Refused as `strain` does."""
    found: list[tuple[Name, Attributes]] = []

    def note(name: Name, attributes: Attributes) -> Attributes:
        found.append((name, attributes))
        return attributes

    Sieve(note).strain(data)
    return found
