"""What a file is, told from its first bytes and never from its name."""

from enum import StrEnum

from evenhand.casework.files.sayings import Refusal, Refused


class Kind(StrEnum):
    """The kinds of document that are kept. The value is the ending of the name."""

    PDF = "pdf"
    DOCX = "docx"
    JPEG = "jpg"
    PNG = "png"
    TEXT = "txt"

    @property
    def media_type(self) -> str:
        """What the browser is told that the file is."""
        return _MEDIA_TYPES[self]


_MEDIA_TYPES = {
    Kind.PDF: "application/pdf",
    Kind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Kind.JPEG: "image/jpeg",
    Kind.PNG: "image/png",
    Kind.TEXT: "text/plain; charset=utf-8",
}

PNG_START = b"\x89PNG\r\n\x1a\n"
_STARTS = (
    (b"%PDF-", Kind.PDF),
    (b"PK\x03\x04", Kind.DOCX),
    (b"\xff\xd8\xff", Kind.JPEG),
    (PNG_START, Kind.PNG),
)

# Kinds that people do send and that have an answer of their own.
_KNOWN_STRANGERS = (
    (b"GIF87a", Refusal.OTHER_PICTURE),
    (b"GIF89a", Refusal.OTHER_PICTURE),
    (b"II*\x00", Refusal.OTHER_PICTURE),
    (b"MM\x00*", Refusal.OTHER_PICTURE),
    (b"BM", Refusal.OTHER_PICTURE),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Refusal.OLD_OFFICE),
    (b"{\\rtf", Refusal.OLD_OFFICE),
    (b"Rar!", Refusal.PACKED),
    (b"7z\xbc\xaf", Refusal.PACKED),
    (b"\x1f\x8b", Refusal.PACKED),
    (b"PK\x05\x06", Refusal.PACKED),
)
_PHONE_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"heif", b"avif", b"avis")
_WEB_PAGE_STARTS = (b"<!doctype", b"<html", b"<?xml", b"<svg", b"<script", b"<?php", b"<head", b"<body")
# What may stand before the header of an honest PDF.
_BLANK = b"\xef\xbb\xbf \t\r\n"


def sniff(data: bytes) -> Kind:
    """The kind that these bytes begin like; raise Refused for a kind that is not kept.

    What begins like nothing known may be text: the reading of it decides. Only blank space may
    come before the header of a PDF, so that a file cannot be two things at once.
    """
    if not data:
        raise Refused(Refusal.EMPTY)
    if data.lstrip(_BLANK).startswith(b"%PDF-"):
        return Kind.PDF
    for start, kind in _STARTS:
        if data.startswith(start):
            return kind
    _turn_strangers_away(data)
    return Kind.TEXT


def _turn_strangers_away(data: bytes) -> None:
    if data[4:8] == b"ftyp":
        phone = any(data[8 + 4 * n : 12 + 4 * n] in _PHONE_BRANDS for n in range(8))
        raise Refused(Refusal.HEIC if phone else Refusal.UNKNOWN)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        raise Refused(Refusal.OTHER_PICTURE)
    for start, refusal in _KNOWN_STRANGERS:
        # Two letters are not enough to call a text a bitmap: its length is written after them.
        if start == b"BM" and data[2:6] != len(data).to_bytes(4, "little"):
            continue
        if data.startswith(start):
            raise Refused(refusal)
    if data[:64].lstrip(_BLANK).lower().startswith(_WEB_PAGE_STARTS):
        raise Refused(Refusal.WEB_PAGE)
