"""Pictures inside documents: their hidden details cut away, their dots left as they are.

Inside a document a picture is not drawn again: a report with many photos would take too long and
lose each time. What is known to be needed for drawing is kept; everything else goes.
"""

import struct

from evenhand.casework.files.kinds import PNG_START

LARGEST_DOTS = 120_000_000

_PNG_KEPT = frozenset(
    (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"gAMA", b"cHRM", b"sRGB", b"pHYs", b"sBIT")
)
# APP0 (how dense the dots are) and APP14 (which colours) are needed; every other APPn is telling.
_JPEG_TELLING = frozenset((*range(0xE1, 0xEE), 0xEF, 0xFE))
_JPEG_ALONE = frozenset((*range(0xD0, 0xD9), 0x01))
_JPEG_FRAMES = frozenset((*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)))
_JP2_START = b"\x00\x00\x00\x0cjP  "
_JP2_KEPT = frozenset((b"jP  ", b"ftyp", b"jp2h", b"jp2c"))


class NotBare(ValueError):
    """The picture is not made as its kind is, or is too large."""


def bare_jpeg(data: bytes) -> bytes:
    """A JPEG without comments, EXIF, profiles or anything after its end. Raise NotBare."""
    if data[:2] != b"\xff\xd8":
        raise NotBare
    kept = [b"\xff\xd8"]
    at = 2
    while True:
        marker, start, end = _segment(data, at)
        if marker == 0xD9:
            return b"".join([*kept, b"\xff\xd9"])
        if marker in _JPEG_FRAMES:
            _small_enough(*reversed(struct.unpack(">HH", _exactly(data, start + 5, 4))))
        if marker == 0xDA:
            end = _end_of_scan(data, end)
        if marker not in _JPEG_TELLING:
            kept.append(data[start:end] if marker != 0xE0 else _jfif(data[start:end]))
        at = end


def _jfif(segment: bytes) -> bytes:
    """The header without the little picture that may follow it."""
    if segment[4:9] != b"JFIF\0" or len(segment) < 18:
        return b""
    return b"\xff\xe0\x00\x10" + segment[4:16] + b"\0\0"


def _segment(data: bytes, at: int) -> tuple[int, int, int]:
    """The marker here, where it begins and where what belongs to it ends."""
    if _exactly(data, at, 1) != b"\xff":
        raise NotBare
    start = at
    while _exactly(data, at, 1) == b"\xff":
        start, at = at, at + 1
    marker = data[at]
    if marker in _JPEG_ALONE or marker == 0xD9:
        return marker, start, at + 1
    (length,) = struct.unpack(">H", _exactly(data, at + 1, 2))
    if length < 2 or at + 1 + length > len(data):
        raise NotBare
    return marker, start, at + 1 + length


def _end_of_scan(data: bytes, at: int) -> int:
    """Where the dots end: at the first marker that is not part of them."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            raise NotBare
        if data[at + 1] != 0 and data[at + 1] not in range(0xD0, 0xD8) and data[at + 1] != 0xFF:
            return at
        at += 1 if data[at + 1] == 0xFF else 2


def bare_png(data: bytes) -> bytes:
    """A PNG of nothing but the chunks that draw it. Raise NotBare."""
    if not data.startswith(PNG_START):
        raise NotBare
    kept, at, ended = [PNG_START], len(PNG_START), False
    while not ended:
        length, name = struct.unpack(">I4s", _exactly(data, at, 8))
        chunk = _exactly(data, at, length + 12)
        if at == len(PNG_START):
            if name != b"IHDR" or length != 13:
                raise NotBare
            _small_enough(*struct.unpack(">II", chunk[8:16]))
        if name in _PNG_KEPT:
            kept.append(chunk)
        ended = name == b"IEND"
        at += len(chunk)
    return b"".join(kept)


def bare_jp2(data: bytes) -> bytes:
    """A JPEG 2000 file of nothing but the boxes that draw it. Raise NotBare."""
    if not data.startswith(_JP2_START):
        return data  # a bare stream of dots, as some makers of PDF write it
    kept, at = [], 0
    while at < len(data):
        length, name = struct.unpack(">I4s", _exactly(data, at, 8))
        if length == 0:
            length = len(data) - at
        elif length == 1:
            (length,) = struct.unpack(">Q", _exactly(data, at + 8, 8))
        if length < 8:
            raise NotBare
        box = _exactly(data, at, length)
        if name in _JP2_KEPT:
            kept.append(box)
        at += length
    return b"".join(kept)


def _exactly(data: bytes, at: int, length: int) -> bytes:
    piece = data[at : at + length]
    if len(piece) != length:
        raise NotBare
    return piece


def _small_enough(width: int, height: int) -> None:
    if width * height > LARGEST_DOTS or not width:
        raise NotBare
