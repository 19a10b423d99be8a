"""The streams of a PDF: how much they unpack to, and what the pictures among them tell."""

import base64
import zlib

from pikepdf import Array, Dictionary, Name, Object

from evenhand.casework.files import bare
from evenhand.casework.files.sayings import Refusal, Refused

# A page scanned in colour at 600 dots an inch takes about a hundred million.
LARGEST_STREAM = 120_000_000
LARGEST_TOGETHER = 400_000_000
LARGEST_PICTURE_DOTS = 120_000_000
MOST_FILTERS = 3
_PIECE = 1_000_000
_FLATE = frozenset(("/FlateDecode", "/Fl"))
_DCT = frozenset(("/DCTDecode", "/DCT"))
_ASCII_85 = frozenset(("/ASCII85Decode", "/A85"))
_ASCII_HEX = frozenset(("/ASCIIHexDecode", "/AHx"))
_STEEP = frozenset(("/RunLengthDecode", "/RL", "/LZWDecode", "/LZW"))


class MostUnpacked:
    """How much the streams of one file unpack to, counted in pieces that are thrown away."""

    def __init__(self) -> None:
        self.total = 0

    def add(self, size: int) -> None:
        """Count bytes that somebody else unpacked. Raise Refused beyond the limits."""
        self.total += size
        if size > LARGEST_STREAM or self.total > LARGEST_TOGETHER:
            raise Refused(Refusal.SWELLS)

    def count(self, packed: bytes, *, keep: bool) -> bytes:
        """Unpack; raise Refused beyond the limits. The bytes are returned only when they are kept."""
        unpacker = zlib.decompressobj()
        size, kept = 0, []
        while packed and not unpacker.eof:
            try:
                piece = unpacker.decompress(packed, _PIECE)
            except zlib.error:
                break  # readers show what came before the damage, and so may we
            size += len(piece)
            if keep:
                kept.append(piece)
            if size > LARGEST_STREAM or self.total + size > LARGEST_TOGETHER:
                raise Refused(Refusal.SWELLS)
            packed = unpacker.unconsumed_tail
        self.total += size
        return b"".join(kept)


def bare_stream(stream: Object, unpacked: MostUnpacked) -> None:
    """Check one stream and cut hidden details out of it when it is a photo.

    Raise Refused for one that lies in another file, is packed too often or too well, or draws too
    large a picture.
    """
    if "/F" in stream or "/FFilter" in stream:
        raise Refused(Refusal.REACHES_OUT)
    if _whole(stream.get("/Width")) * _whole(stream.get("/Height")) > LARGEST_PICTURE_DOTS:
        raise Refused(Refusal.TOO_MANY_DOTS)
    filters = _filters(stream)
    if len(filters) > MOST_FILTERS or "/Crypt" in filters:
        raise Refused(Refusal.TOO_HARD)
    if _STEEP.intersection(filters):
        # Rare, and opened by qpdf under its own limits and the memory limit of this process.
        unpacked.add(len(stream.read_bytes()))
        return
    _bare_picture(stream, *_unwrapped(stream.read_raw_bytes(), filters, unpacked))


def _unwrapped(raw: bytes, filters: list[str], unpacked: MostUnpacked) -> tuple[bytes, str]:
    """What is left when everything but a picture's own filter is undone, and the name of that."""
    for place, name in enumerate(filters):
        last = place == len(filters) - 1
        try:
            if name in _FLATE:
                raw = unpacked.count(raw, keep=not last)
            elif name in _ASCII_85:
                raw = base64.a85decode(
                    raw.strip().removeprefix(b"<~").removesuffix(b"~>"), ignorechars=b" \t\n\r\v\f\0"
                )
            elif name in _ASCII_HEX:
                raw = bytes.fromhex(raw.partition(b">")[0].decode("ascii"))
            elif last:
                return raw, name
            else:
                raise Refused(Refusal.TOO_HARD)
        except ValueError:
            raise Refused(Refusal.BROKEN) from None
    return raw, ""


def _bare_picture(stream: Object, raw: bytes, name: str) -> None:
    try:
        if name in _DCT:
            stream.write(
                bare.bare_jpeg(raw), filter=Name.DCTDecode, decode_parms=_last(stream.get("/DecodeParms"))
            )
        elif name == "/JPXDecode":
            stream.write(bare.bare_jp2(raw), filter=Name.JPXDecode)
    except bare.NotBare:
        raise Refused(Refusal.BROKEN) from None


def _filters(stream: Object) -> list[str]:
    found = stream.get("/Filter")
    if found is None:
        return []
    return [str(name) for name in found] if isinstance(found, Array) else [str(found)]


def _last(found: Object | None) -> Dictionary | None:
    if isinstance(found, Array):
        found = found[len(found) - 1] if len(found) else None
    return found if isinstance(found, Dictionary) else None


def _whole(found: object) -> int:
    return max(0, found) if isinstance(found, int) else 0
