"""Plain text: read as what it says it is, written as UTF-8."""

import re
import unicodedata

from evenhand.casework.files.sayings import Note, Refusal, Refused

_BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", ""),
    (b"\x00\x00\xfe\xff", ""),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_LINE_ENDS = re.compile("\r\n?|\x0b|\x0c|\x85|\u2028|\u2029")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
# What turns the order of letters round, hides letters, or is no character at all. The marks that
# Arabic, Urdu and Hebrew need between words (200C to 200F, 061C) stay.
_UNSEEN = re.compile(
    "[\u202a-\u202e\u2066-\u2069\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\uffff\ufdd0-\ufdef\U000e0000-\U000e0fff]"
)
# One in so many may be a stray control character before we say that this is no text.
_STRAYS = 200


def clean_text(data: bytes) -> tuple[bytes, set[Note]]:
    """UTF-8 with plain line ends, from UTF-8, UTF-16 with its mark, or Windows-1252."""
    text, encoding = _decoded(data)
    notes: set[Note] = set()
    text = _LINE_ENDS.sub("\n", text)
    controls = len(_CONTROLS.findall(text))
    if "\0" in text or controls > len(text) // _STRAYS or (controls and encoding == "cp1252"):
        raise Refused(Refusal.NOT_TEXT)
    plain = _UNSEEN.sub("", _CONTROLS.sub("", text))
    if plain != text:
        notes.add(Note.ODD_CHARACTERS_REMOVED)
    if not any(unicodedata.category(character)[0] in "LNPS" for character in plain):
        raise Refused(Refusal.EMPTY)
    return plain.encode("utf-8"), notes


def _decoded(data: bytes) -> tuple[str, str]:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _as(data, encoding), encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _as(data, "cp1252"), "cp1252"


def _as(data: bytes, encoding: str) -> str:
    if not encoding:
        raise Refused(Refusal.NOT_TEXT)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise Refused(Refusal.NOT_TEXT) from None
